import type { Relationship } from '../../domain/partner.ts'
import { withoutAccents } from '../../text/accents.ts'
import { matchesOf } from '../../text/matches.ts'
import { form, formsIn, positionOf, sourceSpan } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'
import { brandPlaces, isBrandTag, isSomebodysTag, knownBrands, namesBrand } from './brands.ts'
import { clauseAround } from './clause.ts'
import { findDenials } from './denials.ts'
import type { Denial } from './denials.ts'
import { labelPosition } from './position.ts'
import { compile } from './terms.ts'
import type { Phrase, Term } from './terms.ts'
import type { Authority, DisclosurePack, TermForm } from './types.ts'

/** Words that may disclose, where they stand in the caption as written. */
export interface Candidate extends Span {
  /** Where the disclosing words themselves begin; `start` may lie earlier, for quoting. */
  readonly at: number
  readonly form: TermForm
  readonly worth: 'accepted' | 'vague'
  /** What keeps an accepted term from being plain. */
  readonly problem: 'illegible' | 'run-together' | 'other-language' | null
  /** Written with look-alikes or invisible characters: readable, not searchable. */
  readonly lookAlike: boolean
  readonly authority: Authority
}

interface Asked {
  readonly pack: DisclosurePack
  readonly relationship: Relationship | null
  readonly brand: string
}

export interface Found {
  /** In order of appearance; the longer first where two begin together. */
  readonly candidates: readonly Candidate[]
  readonly denials: readonly Denial[]
}

const UNREADABLE = form.tiny | form.squared
/** Norwegian has two written forms; their advertising words are the same. */
const SAME_LANGUAGE: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' }

/** Everything in the caption that may disclose, and everything that denies (compliance.md 7.3 steps 2 to 5). */
export function findCandidates(view: PostView, asked: Asked): Found {
  const { normal } = view
  const { pack, relationship } = asked
  const text = withoutAccents(normal.text)
  const terms = compile(pack)
  const brands = knownBrands(view, asked.brand)
  const places = brandPlaces(view, text, brands, pack)
  const denials = findDenials(view, relationship)
  const lang = SAME_LANGUAGE[view.lang ?? ''] ?? view.lang
  const understood = (term: Term): boolean => pack.languages.includes(term.lang) || term.lang === lang
  const found: Candidate[] = []
  const add = (
    options: readonly Term[],
    start: number,
    end: number,
    quote: Span,
    extra?: Candidate['problem'],
  ): void => {
    const fitting = options.filter((option) => counts(option, relationship))
    // A word of several languages is read as the post's own. "#gifted" on a paid post only hints.
    const fit = fitting.find(understood) ?? fitting[0]
    const term = fit ?? options[0]
    if (!term) return
    const span = sourceSpan(normal, start, end)
    if (overlaps(denials, span) || overlaps(view.links, span)) return
    const bits = formsIn(normal, start, end)
    const unreadable = (bits & UNREADABLE) !== 0
    found.push({
      ...quote,
      at: span.start,
      form: term.form,
      worth: fit ? fit.worth : 'vague',
      problem: unreadable ? 'illegible' : (extra ?? (understood(term) ? null : 'other-language')),
      lookAlike: (bits & (form.lookAlike | form.zeroWidth | form.compat)) !== 0,
      authority: term.authority,
    })
  }

  for (const tag of view.hashtags) {
    const start = positionOf(normal, tag.start)
    const end = positionOf(normal, tag.end)
    const key = text.slice(start + 1, end).replaceAll('_', '')
    const span = { start: tag.start, end: tag.end }
    const options = terms.tags.get(key)
    if (options) add(options, start, end, span)
    else if (key.length < 80) {
      const brandTag = terms.brandTags.find(
        (term) => counts(term, relationship) && isBrandTag(brands, term, key, tag.name),
      )
      if (brandTag) {
        const runTogether = brandTag.worth === 'vague' && RUN_TOGETHER.test(brandTag.key)
        add([brandTag], start, end, span, runTogether ? 'run-together' : null)
      } else {
        // Somebody's partner or ambassador, but whose is not to be seen.
        const tail = terms.brandTags.find((term) => isSomebodysTag(term, key))
        if (tail) add([{ ...tail, worth: 'vague' }], start, end, span)
        else if (key.endsWith('ambassador')) add([...(terms.tags.get('ambassador') ?? [])], start, end, span)
      }
    }
  }
  for (const match of matchesOf(text, terms.labels)) {
    const end = match.index + match[0].length
    const position = labelPosition(text, match.index, end, places)
    // Boxed and tiny letters stand apart from the text by themselves; nobody writes "ad hoc" so.
    const apart = (formsIn(normal, match.index, end) & UNREADABLE) !== 0
    if (!position.label && !position.glued && !apart) continue
    const options = terms.byLabel.get(match[0].replaceAll(/\s+/g, ' ')) ?? []
    const problem = position.glued ? 'illegible' : undefined
    add(options, match.index, end, sourceSpan(normal, position.start, position.end), problem)
  }
  for (const phrase of terms.phrases) {
    if (!counts(phrase, relationship) || !text.includes(phrase.probe)) continue
    for (const match of matchesOf(text, phrase.pattern)) {
      if (phrase.named && !namesBrand(view, brands, match)) continue
      const end = match.index + match[0].length
      add([phrase], match.index, end, quoteOf(view, phrase, match))
    }
  }
  found.sort((a, b) => a.at - b.at || b.end - a.end)
  return { candidates: found, denials }
}

/** The tags that glue brand and label. */
const RUN_TOGETHER = /^(?:adv?)?\{brand\}(?:adv?s?)?$/

function counts(term: Term, relationship: Relationship | null): boolean {
  return term.onlyFor === null || relationship === null || term.onlyFor.includes(relationship)
}

/**
 * What of the caption a phrase quotes. A notice is quoted as it is. A disclosing phrase takes its clause along:
 * to the brand's name where one follows ("This video is sponsored by NordLattice"), else to the clause's end
 * ("PeakFuel sent me this whole box for free"). What is only vague begins with its own words.
 */
function quoteOf(view: PostView, phrase: Phrase, match: RegExpExecArray): Span {
  const brand = match[1]
  const ends = phrase.endsOpen && brand !== undefined && match[0].endsWith(brand)
  const words = ends ? match[0].slice(0, match[0].length - brand.length).trimEnd() : match[0]
  const whole = sourceSpan(view.normal, match.index, match.index + words.length)
  if (phrase.form === 'notice') return whole
  const clause = clauseAround(view.post.text, whole, phrase.endsOpen)
  return phrase.worth === 'accepted' ? clause : { start: whole.start, end: clause.end }
}

/** Whether the span touches one of the spans, which are sorted and do not overlap each other. */
function overlaps(spans: readonly Span[], span: Span): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  return (spans[low]?.start ?? Infinity) < span.end
}
