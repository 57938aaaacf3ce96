import { discourseOf } from '../../text/discourse.ts'
import type { Discourse, Token } from '../../text/discourse.ts'
import { primary } from '../../text/language.ts'
import { normalise } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import { wantedOf } from '../../text/stem.ts'
import type { Wanted } from '../../text/stem.ts'
import { findWords } from '../../text/words.ts'
import { NEGATORS, STOP_WORDS } from './stop-words.ts'

/** A claim in the brand's own words, made ready for searching. */
export interface Claim {
  /** What must stand together: the words that carry the meaning. */
  readonly parts: readonly Wanted[]
  /** Written as one word, as in a hashtag. */
  readonly joined: string
  /** It says that the product is number one, in any spelling. */
  readonly rank: boolean
  /** It contains a negation itself ("no side effects"). */
  readonly negative: boolean
}

/** Tokens `first` to `last` of the discourse. */
export interface Match {
  readonly first: number
  readonly last: number
  /** What to quote of the normalised text where that is more than the words ("#1"). */
  readonly span?: Span
}

/** Words between two parts of a claim (compliance.md 7.5), and fewer where the order is turned round. */
const APART = 6
const TURNED = 4

export function claimOf(claim: string, lang: string | null): Claim {
  const { tokens, lang: language } = wordsOf(claim, lang)
  const stop = STOP_WORDS[language] ?? STOP_WORDS['en']
  const telling = tokens.filter(({ text }) => !(stop?.has(text) ?? false))
  const kept = telling.length > 0 ? telling : tokens
  return {
    parts: kept.map((_, at) => partOf(kept, at, language)),
    joined: tokens.map(({ text }) => text).join(''),
    rank: RANK_ONLY.test(normalise(claim).text.trim()),
    negative: kept.some((_, at) => isNegator(kept, at)),
  }
}

/** One negation is as good as another: "no side effects", "zero side effects", "free of side effects". */
export function partOf(tokens: readonly Token[], at: number, lang: string): Wanted {
  return isNegator(tokens, at) ? { forms: NEGATORS, stem: null } : wantedOf(tokens[at]?.text ?? '', lang)
}

/** "Free" negates what it follows ("sugar free"), not what it begins ("free shipping"). */
export function isNegator(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  return NEGATORS.has(text) && (at > 0 || (text !== 'free' && text !== 'frei'))
}

/** Languages are read differently by their words; without one as English. */
export function spokenAs(lang: string | null): string {
  return primary(lang) ?? 'en'
}

/** The words of a guideline's own text, read as a caption is. */
export function wordsOf(text: string, lang: string | null): Discourse {
  const normal = normalise(text, { lang, lookAlikes: true })
  return discourseOf(normal, findWords(normal, { hashtags: [], mentions: [], links: [] }), lang)
}

const RANK_ONLY =
  /^(?:the |la |le |el |il |die |der |das |o |a )?(?:#\s?1|no\.?\s?1|nr\.?\s?1|n[°o]\.?\s?1|number[\s-](?:one|1)|nummer[\s-](?:eins|1|een|één|ett|en)|num[ée]ro[\s-](?:un|uno|1)|n[úu]mero[\s-](?:uno|um|1))$/u

/** Whether a token is one of the wanted word's forms. */
export function isForm(token: Token, wanted: Wanted): boolean {
  return wanted.forms.has(token.text) || (wanted.stem !== null && token.stem === wanted.stem)
}

/** Where a word stands, in order. */
export function placesOf(discourse: Discourse, wanted: Wanted): number[] {
  const places: number[] = []
  for (const form of wanted.forms) {
    const there = discourse.byText.get(form)
    if (there) for (const at of there) places.push(at)
  }
  const stems = wanted.stem === null ? undefined : discourse.byStem.get(wanted.stem)
  if (stems) for (const at of stems) places.push(at)
  return places.length < 2 ? places : [...new Set(places)].toSorted((a, b) => a - b)
}

/**
 * Every place where the claim is made or spoken of, in order: its words within six of each other in one
 * clause, in any order that still says it ("results guaranteed", "acne was cured").
 */
export function findClaim(discourse: Discourse, claim: Claim): Match[] {
  const [head, ...others] = claim.parts
  if (!head || claim.rank) return []
  const found: Match[] = []
  let reached = -1
  for (const at of placesOf(discourse, head)) {
    if (at <= reached) continue
    const match = around(discourse, at, others)
    if (!match) continue
    found.push(match)
    reached = match.last
  }
  if (others.length > 0) {
    for (const at of discourse.byText.get(claim.joined) ?? []) found.push({ first: at, last: at })
  }
  return found.toSorted((a, b) => a.first - b.first)
}

/** The nearest place of every other part about the head; null when one is missing. */
function around(discourse: Discourse, head: number, others: readonly Wanted[]): Match | null {
  let first = head
  let last = head
  const used = new Set([head])
  for (const wanted of others) {
    const at = nearest(discourse, wanted, first, last, used)
    if (at === null) return null
    used.add(at)
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  return { first, last: inflected(discourse, last) }
}

const KANA = /^\p{Script=Hiragana}+$/u
const PARTICLE = /^(?:が|は|を|に|で|と|も|の|や|へ|よ|ね|か|から|ので|けど|って|まで|より)$/

/** To the end of a Japanese verb, which the segmenter takes to pieces. */
function inflected({ tokens, lang }: Discourse, last: number): number {
  if (lang !== 'ja' || !/\p{Script=Han}\p{Script=Hiragana}*$/u.test(tokens[last]?.text ?? '')) return last
  let end = last
  for (let at = last + 1; tokens[at]?.start === tokens[end]?.end; at++) {
    const text = tokens[at]?.text ?? ''
    if (!KANA.test(text) || PARTICLE.test(text)) break
    end = at
  }
  return end
}

function nearest(
  discourse: Discourse,
  wanted: Wanted,
  first: number,
  last: number,
  used: ReadonlySet<number>,
): number | null {
  const { tokens } = discourse
  for (let step = 1; step <= APART + 1; step++) {
    const after = tokens[last + step]
    if (after && isForm(after, wanted) && together(discourse, last, last + step)) return last + step
    const before = tokens[first - step]
    if (step <= TURNED + 1 && before && isForm(before, wanted) && together(discourse, first - step, first)) {
      return first - step
    }
  }
  for (let at = first; at <= last; at++) {
    const token = tokens[at]
    if (token && !used.has(at) && isForm(token, wanted)) return at
  }
  return null
}

const JOINS = new Set('and or & und oder et ou y e o i en of og och ve или и'.split(' '))
const STATES = /^(?:is|are|was|were|has|had|stays?|stayed|got|gets|came|comes|ist|sind|war|hat|est|sont|es|son|è|sono)$/

/**
 * In one clause; or across the commas of a list: "cures eczema, redness and acne", but not "cured my
 * boredom, acne is still here".
 */
function together({ tokens, clauses }: Discourse, from: number, to: number): boolean {
  const start = tokens[from]?.clause ?? 0
  const end = tokens[to]?.clause ?? 0
  if (start === end) return true
  if (clauses[start]?.sentence !== clauses[end]?.sentence) return false
  for (let at = start; at < end; at++) {
    const clause = clauses[at]
    if (!clause?.comma || (at > start && clause.last - clause.first > 1)) return false
  }
  const joined = tokens.slice(from + 1, to + 2).some(({ text }) => JOINS.has(text))
  return joined && !STATES.test(tokens[to + 1]?.text ?? '')
}
