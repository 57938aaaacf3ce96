import { primary } from '../../text/language.ts'
import type { Span } from '../../text/normalise.ts'
import { apart, outside } from '../../text/spans.ts'
import type { PostView } from '../view.ts'
import { listedWords } from './lists.ts'
import { MASKED_WORDS, ORDINARY, SWEARING, SWEARING_UNSPACED } from './words.ts'

/** A swear word; the span is in the normalised caption. */
export interface Swear extends Span {
  /** Nobody takes it for anything else; else a person decides. */
  readonly sure: boolean
}

interface Matcher {
  readonly strong: RegExp
  readonly mild: RegExp
  /** Wording of more than one word, anywhere in the text. */
  readonly phrases: RegExp | null
}

/** English swear words that are none in any other language, and are used in all of them. */
const INTERNATIONAL = /^(?:mother|cluster)?fuck\p{L}*$|^(?:bull)?shit(?:ty|s)?$|^bitch(?:es)?$|^assholes?$|^wtf$/u
const GRAWLIX = /(?<![\p{L}\p{N}@#$%&*!])[@#$%&*!]{4,20}(?![\p{L}\p{N}@#$%&*!])/gu
const FINGER = '\u{1f595}'

const matchers = new Map<string, Matcher>()

/**
 * Swear words in the caption's language, and the international ones: plain, inflected, in a hashtag, masked (`sh*t`),
 * stretched, spaced, with digits for letters, or as signs (`#@$%!`). Never inside another word. In order, none twice.
 */
export function findProfanity(view: PostView, allowed: ReadonlySet<string> = new Set()): Swear[] {
  const { normal, words } = view
  const lang = primary(view.lang) ?? 'en'
  const found: Swear[] = []
  const add = (start: number, end: number, sure: boolean): void => void found.push({ start, end, sure })
  const own = Object.hasOwn(SWEARING, lang) ? matcherOf(lang) : null
  const listed = listedWords(lang)
  const judge = (text: string): boolean | null => {
    if (allowed.has(text)) return null
    if (own?.strong.test(text) === true) return true
    if (lang !== 'en' && INTERNATIONAL.test(text)) return text !== 'wtf'
    return own?.mild.test(text) === true || listed.has(text) ? false : null
  }
  for (const [text, places] of words.byText) {
    const sure = text.length < 2 || text.length > 40 ? null : judge(text)
    if (sure !== null) for (const at of places) add(words.words[at]?.start ?? 0, words.words[at]?.end ?? 0, sure)
  }
  for (const at of words.odd) {
    const word = words.words[at]
    const sure = word ? (word.masked ? unmasked(word.text) : unstretched(word.text, judge)) : null
    if (word && sure !== null) add(word.start, word.end, sure)
  }
  for (const run of words.spaced) {
    const sure = run.text.length > 40 ? null : judge(run.text)
    if (sure !== null) add(words.words[run.first]?.start ?? 0, words.words[run.last]?.end ?? 0, sure)
  }
  if (own?.phrases)
    for (const match of normal.text.matchAll(own.phrases)) add(match.index, match.index + match[0].length, true)
  for (const { pattern, sure } of unspaced(lang)) {
    for (const match of normal.text.matchAll(pattern)) add(match.index, match.index + match[0].trimEnd().length, sure)
  }
  for (const match of normal.text.matchAll(GRAWLIX)) {
    if (new Set(match[0]).size >= 3) add(match.index, match.index + match[0].length, false)
  }
  for (let at = normal.text.indexOf(FINGER); at !== -1; at = normal.text.indexOf(FINGER, at + 2)) add(at, at + 2, true)
  if (found.length === 0) return found
  const names = [...normal.text.matchAll(ordinary)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }))
  return apart(outside(found, names), (a, b) => a.sure && !b.sure)
}

function matcherOf(lang: string): Matcher {
  const known = matchers.get(lang)
  if (known) return known
  // As the caption is compared: NFKC takes the letters of some scripts apart.
  const strong = (SWEARING[lang]?.strong ?? '').normalize('NFKC')
  const mild = (SWEARING[lang]?.mild ?? '').normalize('NFKC')
  const phrases = alternatives(strong).filter((one) => one.includes(' '))
  const made: Matcher = {
    strong: new RegExp(`^(?:${strong})$`, 'u'),
    mild: new RegExp(`^(?:${mild})$`, 'u'),
    phrases:
      phrases.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}_])(?:${phrases.join('|')})(?![\\p{L}\\p{N}_])`, 'gu'),
  }
  matchers.set(lang, made)
  return made
}

/** The alternatives of a pattern at its outermost level. */
function alternatives(pattern: string): string[] {
  const parts = ['']
  let depth = 0
  for (const char of pattern) {
    if (char === '(') depth++
    if (char === ')') depth--
    if (char === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}

const unspacedPatterns = Object.entries(SWEARING_UNSPACED).map(([lang, { strong, mild }]) => ({
  lang,
  patterns: [
    { pattern: new RegExp(strong.normalize('NFKC'), 'gu'), sure: true },
    { pattern: new RegExp(mild.normalize('NFKC'), 'gu'), sure: false },
  ],
}))

function unspaced(lang: string) {
  return unspacedPatterns.find((one) => one.lang === lang)?.patterns ?? []
}

/** `sh*t` is surely one where half of its letters are seen; `f***` is a question; `b**k` is nothing. */
function unmasked(text: string): boolean | null {
  const shown = text.replace(/[*•●]/g, '').length
  const fits = MASKED_WORDS.some((word) => covers(text, word))
  if (fits && shown * 2 >= text.length) return true
  return /^[fs][*•●]{2,3}(?:ing|ed|er|ty|s|in)?$/.test(text) || (fits && shown >= 2) ? false : null
}

/** Same length, the first letter is seen, and so is no letter that is another. */
function covers(masked: string, word: string): boolean {
  if (masked.length !== word.length || masked[0] !== word[0]) return false
  for (let i = 1; i < word.length; i++) if (masked[i] !== word[i] && !'*•●'.includes(masked.charAt(i))) return false
  return true
}

/** `shiiit`: every run of three and more letters stands for one, or for two. */
function unstretched(text: string, judge: (text: string) => boolean | null): boolean | null {
  return judge(text.replace(/(\p{L})\1{2,}/gu, '$1')) ?? judge(text.replace(/(\p{L})\1{2,}/gu, '$1$1'))
}

const ordinary = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${ORDINARY})(?![\\p{L}\\p{N}_])`, 'gu')
