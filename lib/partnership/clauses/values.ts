import type { ClauseKind, ClauseValues } from '../../domain/agreement.ts'
import type { Parameter } from './parameters.ts'
import { piecesIn } from './pieces.ts'

export const noValues: ClauseValues = {
  days: null,
  workingDays: null,
  hours: null,
  count: null,
  percent: null,
  from: null,
  until: null,
  money: [],
  labels: [],
  handles: [],
  hashtags: [],
  names: [],
}

/** Hashtags that disclose, in the languages that sites' users write them in (compliance.md 7.3). */
const DISCLOSING =
  /^(?:ad|ads|advert|advertising|advertisement|sponsored|paidpartnership|werbung|anzeige|pub|publicit[ée]|publicidad|pubblicit[àa]|adv|reclame|publi|collaborationcommerciale)$/iu
const MOST = 50
/** Words that a contract writes with a capital without naming a brand. */
const OWN_WORDS =
  /^(?:The|Brand|Company|Creator|Influencer|Agreement|Term|Exclusivity|Schedule|Products?|Services?|Competitors?|Instagram|TikTok|YouTube|Client|Campaign|Content|Facebook|Annex|January|February|March|April|May|June|July|August|September|October|November|December|\d[\d.]*)\b/u

/**
 * What a clause seems to ask, from what stands in it: proposed to a person, who changes or confirms it. The first figure
 * of each kind counts, pieces in a list are summed; the latest date is the end, and a date before it the beginning.
 * `at`: where the quote begins in the text of the parameters' offsets.
 */
export function valuesOf(kind: ClauseKind, quote: string, at: number, parameters: readonly Parameter[]): ClauseValues {
  const of = (wanted: Parameter['kind']) => parameters.filter((one) => one.kind === wanted).map(({ value }) => value)
  const number = (wanted: Parameter['kind']) => {
    const [first] = of(wanted)
    return first === undefined ? null : Number(first)
  }
  const days = [...new Set(of('date'))].toSorted()
  const tags = distinct(of('hashtag'))
  const isTags = kind === 'tags' || kind === 'deliverables'
  const labels = distinct([
    ...(kind === 'disclosure' ? tags.filter((tag) => DISCLOSING.test(tag)).map((tag) => `#${tag}`) : []),
    ...(kind === 'disclosure' ? of('label') : []),
  ])
  return {
    days: whole(number('days')),
    workingDays: whole(number('working-days')),
    hours: number('hours'),
    count: whole(piecesIn(quote, at, parameters)),
    percent: number('percent'),
    from: days.length > 1 ? (days[0] ?? null) : null,
    until: days.at(-1) ?? null,
    money: distinct(of('money')),
    labels,
    handles: isTags ? distinct(of('handle')) : [],
    hashtags: isTags ? tags.filter((tag) => !DISCLOSING.test(tag)) : [],
    names: kind === 'exclusivity' ? namesIn(quote) : [],
  }
}

const whole = (value: number | null) => (value === null ? null : Math.min(Math.round(value), 36_500))
const distinct = (all: readonly string[]) => [...new Set(all.map((one) => one.trim()).filter(Boolean))].slice(0, MOST)

/** Brands that a sentence on exclusivity names: what is written with a capital after "such as", "including", "namely". */
function namesIn(quote: string): string[] {
  const after =
    /\b(?:such as|including(?: but not limited to)?|namely|in particular|e\.g\.|like|i\.e\.|for example|of)[,:]?\s/giu
  for (const { index, 0: lead } of quote.matchAll(after)) {
    const rest = quote.slice(index + lead.length, index + lead.length + 300)
    // Word by word: a name goes on while words begin with a capital or join two that do.
    const names: string[] = []
    let name: string[] = []
    const close = () => {
      if (name.length > 0) names.push(name.join(' '))
      name = []
    }
    for (const word of rest.split(/\s+/u)) {
      const bare = word.replaceAll(/^["“(]+|["”.,;:)’']+$/gu, '')
      if (/^(?:and|or)$/u.test(word)) close()
      else if (/^[\p{Lu}\d]/u.test(bare) || (word === '&' && name.length > 0)) name.push(bare)
      else break
      if (/[,;]["”]?$/u.test(word)) close()
      if (/[.]["”]?$/u.test(word) && bare.length > 3) break
    }
    close()
    const brands = names.filter((one) => one.length > 1 && !OWN_WORDS.test(one))
    if (brands.length > 0) return distinct(brands)
  }
  return []
}
