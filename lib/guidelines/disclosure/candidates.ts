import type { Relationship } from '../../domain/partner.ts'
import { form, formsIn, normalise, positionOf, sourceSpan } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'
import { clauseAround } from './clause.ts'
import { DENIAL_TAG, DENIALS } from './plain-words.ts'
import { labelPosition } from './position.ts'
import { compile } from './terms.ts'
import type { Phrase, Term } from './terms.ts'
import type { Authority, DisclosurePack } from './types.ts'

/** Words that may disclose, where they stand in the caption as written. */
export interface Candidate extends Span {
  /** Where the disclosing words themselves begin; `start` may lie earlier, for quoting. */
  readonly at: number
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
  /** "Not an ad" and the like. */
  readonly denials: readonly Span[]
}

const UNREADABLE = form.tiny | form.squared

/** Everything in the caption that may disclose, and everything that denies (compliance.md 7.3 steps 2 to 5). */
export function findCandidates(view: PostView, asked: Asked): Found {
  const { normal } = view
  const terms = compile(asked.pack)
  const brands = knownBrands(view, asked.brand)
  const denials = findDenials(view)
  const found: Candidate[] = []
  const add = (
    options: readonly Term[],
    start: number,
    end: number,
    quote: Span,
    extra?: Candidate['problem'],
  ): void => {
    const term = options.find((option) => counts(option, asked.relationship))
    if (!term) return
    const span = sourceSpan(normal, start, end)
    if (overlaps(denials, span)) return
    const bits = formsIn(normal, start, end)
    const unreadable = (bits & UNREADABLE) !== 0
    const understood = asked.pack.languages.includes(term.lang) || term.lang === view.lang
    found.push({
      ...quote,
      at: span.start,
      worth: term.worth,
      problem: unreadable ? 'illegible' : (extra ?? (understood ? null : 'other-language')),
      lookAlike: (bits & (form.lookAlike | form.zeroWidth | form.compat)) !== 0,
      authority: term.authority,
    })
  }

  for (const tag of view.hashtags) {
    const start = positionOf(normal, tag.start)
    const end = positionOf(normal, tag.end)
    const key = normal.text.slice(start + 1, end).replaceAll('_', '')
    const span = { start: tag.start, end: tag.end }
    const options = terms.tags.get(key)
    if (options) add(options, start, end, span)
    else if (key.length < 80) {
      const brandTag = terms.brandTags.find(
        (term) => counts(term, asked.relationship) && isBrandTag(brands, term, key, tag.name),
      )
      if (brandTag) add([brandTag], start, end, span, brandTag.worth === 'vague' ? 'run-together' : null)
      else if (key.endsWith('ambassador')) add([...(terms.tags.get('ambassador') ?? [])], start, end, span)
    }
  }
  for (const match of normal.text.matchAll(terms.labels)) {
    const end = match.index + match[0].length
    const position = labelPosition(normal, match.index, end)
    // Boxed and tiny letters stand apart from the text by themselves; nobody writes "ad hoc" so.
    const apart = (formsIn(normal, match.index, end) & UNREADABLE) !== 0
    if (!position.label && !position.glued && !apart) continue
    const options = terms.byLabel.get(match[0].replaceAll(/\s+/g, ' ')) ?? []
    const problem = position.glued ? 'illegible' : null
    add(options, match.index, end, sourceSpan(normal, position.start, position.end), problem)
  }
  for (const phrase of terms.phrases) {
    if (!counts(phrase, asked.relationship) || !normal.text.includes(phrase.probe)) continue
    for (const match of normal.text.matchAll(phrase.pattern)) {
      if (phrase.named && !namesBrand(view, brands, match)) continue
      const end = match.index + match[0].length
      const quote = clauseAround(view.post.text, quoteSpan(view, phrase, match), phrase.endsOpen)
      add([phrase], match.index, end, quote)
    }
  }
  found.sort((a, b) => a.at - b.at || b.end - a.end)
  return { candidates: found, denials }
}

function counts(term: Term, relationship: Relationship | null): boolean {
  return term.onlyFor === null || relationship === null || term.onlyFor.includes(relationship)
}

function findDenials(view: PostView): Span[] {
  const denials: Span[] = []
  for (const match of view.normal.text.matchAll(DENIALS)) {
    denials.push(sourceSpan(view.normal, match.index, match.index + match[0].length))
  }
  for (const tag of view.hashtags) {
    if (DENIAL_TAG.test(normalise(tag.name, { lookAlikes: true }).text.replaceAll('_', ''))) {
      denials.push({ start: tag.start, end: tag.end })
    }
  }
  return denials.toSorted((a, b) => a.start - b.start)
}

/** A phrase that ends with the brand is quoted up to the word before it, which the clause then extends. */
function quoteSpan(view: PostView, phrase: Phrase, match: RegExpExecArray): Span {
  const brand = match[1]
  const whole = sourceSpan(view.normal, match.index, match.index + match[0].length)
  if (!phrase.endsOpen || brand === undefined || !match[0].endsWith(brand)) return whole
  const end = match.index + match[0].length - brand.length
  return sourceSpan(view.normal, match.index, match.index + match[0].slice(0, end - match.index).trimEnd().length)
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

/** Names people thank who are not brands, and sentence beginnings. */
const NO_BRAND = new Set(
  'all amazing and any but dad daddy each everybody everyone everything family followers for from friends friend fans folks girls god goodness guys heaven he her hey him his honey i if is it jesus just ladies lord love ma mama many me mom mommy mum mummy my nobody nature not of one our people she so someone something team thank thanks that the them then these they this those to today tomorrow universe us very we what when who with yesterday you your yall'.split(
    ' ',
  ),
)

/** A handle, a hashtag, the guideline's brand, a mentioned account's name, or a capitalised name. */
function namesBrand(view: PostView, brands: readonly string[], match: RegExpExecArray): boolean {
  const name = match[1] ?? ''
  if (/^[@#]/.test(name)) return true
  const word = name.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
  if (brands.some((known) => known === word || known.startsWith(`${word} `))) return true
  if (NO_BRAND.has(word)) return false
  const at = match[0].startsWith(name) ? match.index : match.index + match[0].lastIndexOf(name)
  const span = sourceSpan(view.normal, match.index, match.index + match[0].length)
  const written = view.post.text.slice(span.start, span.end)
  // In shouted text a capital says nothing.
  if (written === written.toUpperCase()) return false
  return /^\p{Lu}/u.test(view.post.text.slice(view.normal.starts[at] ?? 0))
}

/** Names of the brand: the guideline's (whole, and its first word with more), and the accounts mentioned. */
function knownBrands(view: PostView, brand: string): string[] {
  const named = normalise(brand).text.trim()
  const mentions = view.mentions.slice(0, 20).map((mention) => keyOf(mention.handle.split('@')[0] ?? ''))
  return [named, keyOf(named), ...mentions].filter((name) => name !== '')
}

function keyOf(name: string): string {
  return normalise(name).text.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Tags that end in "ambassador" or "partner" without naming a brand. */
const GENERIC = new Set(
  'accountability athlete beauty brand business campus community crime dance fashion fitness food global goodwill gym life lifestyle local my new official outdoor paid proud running school sports student study team training travel wellness workout yoga youth'.split(
    ' ',
  ),
)

/**
 * Whether a hashtag is the brand's name and the term's word. The brand is known from the guideline or a
 * mention; else the tag itself must set the two apart with capitals (`#PeakFuelAmbassador`).
 */
function isBrandTag(brands: readonly string[], term: Term, key: string, written: string): boolean {
  const [head = '', tail = ''] = term.key.split('{brand}')
  if (!key.startsWith(head) || !key.endsWith(tail) || key.length <= head.length + tail.length + 1) return false
  const name = key.slice(head.length, key.length - tail.length)
  if (GENERIC.has(name)) return false
  if (brands.some((brand) => brand === name || (name.length >= 4 && brand.startsWith(name)))) return true
  if (head !== '') return term.worth === 'accepted' && head.length > 2
  const capital = written.replaceAll('_', '').at(-tail.length) ?? ''
  const inside = written.replaceAll('_', '').slice(0, -tail.length)
  return (/\p{Lu}/u.test(capital) && /\p{Ll}/u.test(inside) && /^\p{Lu}/u.test(inside)) || written.endsWith(`_${tail}`)
}
