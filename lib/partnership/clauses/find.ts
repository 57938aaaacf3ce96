import { MAX_AGREEMENT, type ClauseKind, type ClauseValues } from '../../domain/agreement.ts'
import { languageOf } from '../../text/language.ts'
import { clauseSigns } from './kinds.ts'
import { type Parameter, parametersIn } from './parameters.ts'
import { sentencesOf, type Unit, unitsOf } from './units.ts'
import { valuesOf } from './values.ts'

/** A passage that looks like a clause; `text.slice(start, end) === quote`. Nothing is decided by it. */
export interface FoundClause {
  readonly kind: ClauseKind
  readonly start: number
  readonly end: number
  readonly quote: string
  /** What it says in figures, dates and names, those of the words it uses as defined included. */
  readonly parameters: readonly Parameter[]
  readonly values: ClauseValues
  /** Words it uses that are defined elsewhere in the text and whose figures were taken from there. */
  readonly defined: readonly string[]
}

/** A passage with a figure, date or name in a text whose language is not read. */
export interface FoundFigures {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly parameters: readonly Parameter[]
  readonly values: ClauseValues
}

export interface Reading {
  readonly clauses: readonly FoundClause[]
  /** Language of the text by its own words; null where nothing tells, `en` is read for clauses. */
  readonly lang: string | null
  /** Only for a language that is not read for clauses. */
  readonly figures: readonly FoundFigures[]
  /** The text is longer than is read: the rest was not looked at. */
  readonly isCut: boolean
}

/** Longest quote that passages under one heading are joined to, and most sentences looked at of one. */
const JOINED = 2_500
const LONGEST_SENTENCE = 1_500
const MOST_FIGURES = 300
/** Parts of the text by which its language is told. */
const SAMPLE = 3_000

/**
 * Finds clauses in a contract or brief in English, by headings and by the words and figures of each sentence
 * (relationship.md B7). Text in another language is read for its figures, dates and names only. Never throws; linear in
 * the text: sentences are cut at 1,500 code units for matching, and every pattern's repetitions are bounded.
 */
export function readAgreement(whole: string): Reading {
  const text = whole.slice(0, MAX_AGREEMENT)
  const lang = agreementLanguage(text)
  const units = unitsOf(text)
  const about = { lang, isCut: whole.length > MAX_AGREEMENT }
  if (lang !== null && lang !== 'en') return { clauses: [], figures: figuresOf(text, units), ...about }
  const terms = definedTerms(text, units)
  const found = units.flatMap((unit) => clausesOf(text, unit))
  const clauses = joinedUnderHeading(text, found).map(({ kind, start, end }): FoundClause => {
    const quote = text.slice(start, end)
    const own = parametersIn(quote, start)
    const words = quote.replaceAll(/\s+/gu, ' ')
    const used = terms.filter(({ term, unit }) => (unit.start < start || unit.start >= end) && usesTerm(words, term))
    const parameters = [...own, ...used.flatMap((one) => one.parameters)]
    const defined = used.slice(0, 10).map(({ term }) => term)
    return { kind, start, end, quote, parameters, values: valuesOf(kind, quote, start, parameters), defined }
  })
  return { clauses, figures: [], ...about }
}

/** By several places of it, so that an English cover page over a German contract does not decide. */
function agreementLanguage(text: string): string | null {
  const places = [0, Math.floor(text.length / 3), Math.floor((2 * text.length) / 3)]
  const votes = places.flatMap((from) => {
    const { lang, sure } = languageOf(text.slice(from, from + SAMPLE), null)
    return lang !== null && sure ? [lang] : []
  })
  const counts = [...Map.groupBy(votes, (lang) => lang)].toSorted((a, b) => b[1].length - a[1].length)
  return counts[0]?.[0] ?? null
}

interface Candidate {
  readonly kind: ClauseKind
  readonly start: number
  readonly end: number
  readonly heading: string
  readonly byHeading: boolean
}

function clausesOf(text: string, unit: Unit): Candidate[] {
  // Some contracts give an item its heading on its own line, others at its beginning: "7. Termination. Either …".
  const sentences = sentencesOf(text, unit)
  const own = ownHeading(text, sentences)
  const heading = own ?? unit.heading
  const body = own === null ? sentences : sentences.slice(1)
  const headed = new Set(
    clauseSigns.filter((signs) => heading !== '' && signs.heading.test(heading)).map(({ kind }) => kind),
  )
  const hits = new Map<ClauseKind, { start: number; end: number; byHeading: boolean }>()
  for (const sentence of body) {
    const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_SENTENCE))
    if (words.length < 15) continue
    const kinds = clauseSigns.filter((signs) => !(unit.isDefinition && !signs.defines) && !signs.not?.test(words))
    const full = kinds.filter(({ all }) => all.every((pattern) => pattern.test(words)))
    const weak = kinds.filter(({ kind, under }) => headed.has(kind) && under.test(words))
    const ofHeading = [...new Set([...full.filter(({ kind }) => headed.has(kind)), ...weak])]
    // A heading says what its sentences are about; without one, the words have to say it all.
    for (const { kind } of ofHeading.length > 0 ? bestOf(ofHeading, full) : full) {
      const known = hits.get(kind)
      const byHeading = headed.has(kind)
      hits.set(kind, known ? { ...known, end: sentence.end } : { start: sentence.start, end: sentence.end, byHeading })
    }
  }
  return Array.from(hits, ([kind, { start, end, byHeading }]) => ({
    kind,
    heading: unit.heading,
    start,
    end,
    byHeading,
  }))
}

/** Of several kinds that one heading speaks of, those whose words are there in full. */
function bestOf<T extends { readonly kind: ClauseKind }>(ofHeading: readonly T[], full: readonly T[]): readonly T[] {
  const both = ofHeading.filter((one) => full.includes(one))
  return both.length > 0 ? both : ofHeading.slice(0, 1)
}

function ownHeading(text: string, sentences: readonly { start: number; end: number }[]): string | null {
  const [first] = sentences
  if (!first || sentences.length < 2) return null
  const words = text.slice(first.start, Math.min(first.end, first.start + 80))
  const bare = words.replace(/^[^\p{L}]{0,15}/u, '').replace(/[.:]$/u, '')
  return bare.split(/\s+/u).length <= 6 && /^\p{Lu}/u.test(bare) && first.end - first.start <= 70 ? bare : null
}

/** Passages of one kind that stand one after the other under one heading are one clause. */
function joinedUnderHeading(text: string, found: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = []
  for (const one of found) {
    const at = joined.findLastIndex(({ kind }) => kind === one.kind)
    const last = joined[at]
    const isNext = last && last.heading !== '' && last.heading === one.heading && one.end - last.start <= JOINED
    if (isNext && last.byHeading && one.byHeading) joined[at] = { ...last, end: one.end }
    else joined.push(one)
  }
  return joined
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}

interface DefinedTerm {
  readonly term: string
  readonly unit: Unit
  /** Never empty. */
  readonly parameters: readonly Parameter[]
}

/** Words that the text defines with a figure or date: `"Live Period" means forty-five (45) days`. */
function definedTerms(text: string, units: readonly Unit[]): DefinedTerm[] {
  const terms: DefinedTerm[] = []
  for (const unit of units) {
    if (!unit.isDefinition || terms.length >= 200) continue
    const own = text.slice(unit.start, Math.min(unit.end, unit.start + 1_000))
    const term = /["“]([^"“”\n]{2,60})["”]/u.exec(own)?.[1]?.trim()
    const parameters = parametersIn(own, unit.start).filter(({ kind }) => kind !== 'label')
    if (term !== undefined && parameters.length > 0 && /^\p{Lu}/u.test(term)) terms.push({ term, unit, parameters })
  }
  return terms
}

/** As a whole word, written with its capitals as defined terms are. */
function usesTerm(quote: string, term: string): boolean {
  for (let at = quote.indexOf(term); at !== -1; at = quote.indexOf(term, at + 1)) {
    const [before, after] = [quote.charAt(at - 1), quote.charAt(at + term.length)]
    if (!/\p{L}/u.test(before) && !/\p{L}/u.test(after.replace('s', ''))) return true
  }
  return false
}

function figuresOf(text: string, units: readonly Unit[]): FoundFigures[] {
  return units
    .flatMap((unit) => sentencesOf(text, unit))
    .flatMap(({ start, end }) => {
      const to = Math.min(end, start + LONGEST_SENTENCE)
      const quote = text.slice(start, to)
      const parameters = parametersIn(quote, start)
      return parameters.length > 0
        ? [{ start, end: to, quote, parameters, values: valuesOf('tags', quote, start, parameters) }]
        : []
    })
    .slice(0, MOST_FIGURES)
}
