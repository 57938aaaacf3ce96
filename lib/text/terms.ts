import { disguisesOf, LONGEST_DISGUISE } from './disguise.ts'
import type { Disguises } from './disguise.ts'
import { formsOf } from './inflect.ts'
import { normalise } from './normalise.ts'
import type { Normalised } from './normalise.ts'
import { createTrie } from './trie.ts'
import type { Trie } from './trie.ts'
import type { Word, WordIndex } from './words.ts'

/**
 * Any number of phrases made ready to be looked for together, in time that depends on the text and not on
 * their number. Phrases of words are paths in a trie of words, where a word of the text may stand for several
 * (`cured` for "cure" and "cures"); all others are paths in a trie of characters.
 */
export interface Terms {
  /** What may be written: the numbers of the words it is a form of. */
  readonly forms: ReadonlyMap<string, readonly number[]>
  /** Phrases as paths of word numbers. */
  readonly phrases: Trie
  /** Phrases of several words written as one, for hashtags, letters set apart and `crueltyfree`. */
  readonly joined: ReadonlyMap<string, readonly JoinedPhrase[]>
  /** Phrases that are not made of words, or whose script sets no spaces, as paths of UTF-16 units. */
  readonly literals: Trie | null
  readonly disguises: Disguises
  /** Length of the longest Korean form: particles are written onto the noun, so words are compared by their beginnings. */
  readonly longestHangul: number
}

interface JoinedPhrase {
  readonly phrase: number
  /** `cruelty-free` may be written in one word anywhere, other phrases only in hashtags. */
  readonly hyphenated: boolean
}

/** Where a phrase was found, in the normalised text. */
export interface PhraseHit {
  readonly start: number
  readonly end: number
  /** It was disguised: other signs for letters, hidden, stretched or spaced letters. */
  readonly disguised: boolean
  /** The hashtag it was found in. */
  readonly tag: number | null
}

const WORDS = /[\p{L}\p{M}\p{N}_]+(?:'[\p{L}\p{M}\p{N}_]+)*/gu
/** What may stand between the words of a phrase: spaces, emoji, dashes, the `#` of the next word. */
const SOFT_GAP = /^(?:\s|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[-_#])*$/u
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const HANGUL = /^[\p{Script=Hangul}]+$/u
/** Letters of scripts that set words apart. */
const SPACED = String.raw`(?:(?!${UNSPACED.source})[\p{L}\p{M}\p{N}_])`
const ENDS_IN_WORD = new RegExp(`${SPACED}$`, 'u')
const STARTS_WITH_WORD = new RegExp(`^${SPACED}`, 'u')
const BLANK = 0x20
const OWNED = /'s?$/
const SPACE = /\s/
/** Longest stretch of white space inside a phrase of characters. */
const LONGEST_GAP = 20

/** Makes phrases ready. `lang` is the language of the guideline or post; English forms always count. */
export function termsOf(phrases: readonly string[], lang: string | null): Terms {
  const numbers = new Map<string, number>()
  const forms = new Map<string, readonly number[]>()
  const joined = new Map<string, JoinedPhrase[]>()
  const paths = createTrie()
  let literals: Trie | null = null
  let longestHangul = 0

  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(word, number)
    const alone = [number]
    for (const form of formsOf(word, lang)) {
      const others = forms.get(form)
      forms.set(form, others ? others.concat(number) : alone)
    }
    if (HANGUL.test(word)) longestHangul = Math.max(longestHangul, word.length)
    return number
  }
  for (const [phrase, written] of phrases.entries()) {
    const text = normalise(written, { lang, lookAlikes: true }).text.trim()
    if (text === '') continue
    const words = (text.match(WORDS) ?? []).map((word) => word.replaceAll(/^_+|_+$/g, '')).filter((word) => word !== '')
    const rest = text.replace(WORDS, '').replaceAll(/[\s\-']/g, '')
    if (words.length === 0 || rest !== '' || UNSPACED.test(text)) {
      literals ??= createTrie()
      literals.add(unitsOf(text.replaceAll(/\s+/gu, ' ')), phrase)
      continue
    }
    paths.add(words.map(numberOf), phrase)
    if (words.length > 1) {
      const one = words.join('')
      const entry = { phrase, hyphenated: /^[^\s-]+-[^\s-]+$/.test(text) }
      joined.set(one, (joined.get(one) ?? []).concat(entry))
    }
  }
  return { forms, phrases: paths, joined, literals, disguises: disguisesOf(() => forms.keys()), longestHangul }
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

/**
 * Every place where each phrase stands, by the phrase's number: in order, none of a phrase inside another of
 * the same, never inside a longer word. Phrases that do not occur are absent.
 */
export function findTerms(normalised: Normalised, index: WordIndex, terms: Terms): Map<number, PhraseHit[]> {
  const hits = new Map<number, PhraseHit[]>()
  const add = (phrase: number, hit: PhraseHit): void => {
    const list = hits.get(phrase)
    if (list) list.push(hit)
    else hits.set(phrase, [hit])
  }
  if (terms.forms.size > 0) {
    findInWords(normalised, index.words, terms, add)
    findJoined(index, terms, add)
    findSpaced(index, terms, add)
  }
  if (terms.literals) findLiterals(normalised.text, terms.literals, add)
  for (const [phrase, list] of hits) hits.set(phrase, apart(list))
  return hits
}

type Add = (phrase: number, hit: PhraseHit) => void

/** The longest of those that begin together; what begins inside one that is taken is left out. */
function apart(hits: PhraseHit[]): PhraseHit[] {
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return hits.filter((hit) => {
    if (hit.start < end) return false
    end = hit.end
    return true
  })
}

function findInWords(normalised: Normalised, words: readonly Word[], terms: Terms, add: Add): void {
  const known: (readonly number[] | null)[] = words.map((word) => numbersOf(word, terms))
  const walk = (node: number, first: number, at: number, disguised: boolean): void => {
    const word = words[at]
    const before = words[first]
    if (!word || !before) return
    const next = words[at + 1]
    for (const number of known[at] ?? []) {
      const child = terms.phrases.step(node, number)
      if (child === undefined) continue
      const plain = (terms.forms.get(word.text)?.includes(number) ?? false) || OWNED.test(word.text)
      const odd = disguised || !plain
      for (const phrase of terms.phrases.ends(child)) {
        if (inCompound(normalised, before, word)) continue
        add(phrase, { start: before.start, end: word.end, disguised: odd, tag: before.tag?.index ?? null })
      }
      if (next && known[at + 1] && softGap(normalised, word, next)) walk(child, first, at + 1, odd)
    }
  }
  for (let at = 0; at < words.length; at++) if (known[at]) walk(0, at, at, false)
}

/** The phrases' words that a word of the text may stand for; null when there are none. */
function numbersOf(word: Word, terms: Terms): readonly number[] | null {
  const plain = terms.forms.get(word.text)
  const asHangul = terms.longestHangul > 0 && HANGUL.test(word.text.charAt(0))
  if (word.readings.length === 0 && !word.masked && !word.stretched && !asHangul) return plain ?? null
  const found = new Set(plain)
  const take = (form: string): void => {
    for (const number of terms.forms.get(form) ?? []) found.add(number)
  }
  word.readings.forEach(take)
  if (word.text.length <= LONGEST_DISGUISE) {
    if (word.masked) terms.disguises.unmask(word.text).forEach(take)
    if (word.stretched) terms.disguises.unstretch(word.text).forEach(take)
  }
  if (asHangul) {
    const longest = Math.min(word.text.length - 1, terms.longestHangul)
    for (let length = 1; length <= longest; length++) {
      const form = word.text.slice(0, length)
      if (!HANGUL.test(form.charAt(length - 1))) break
      take(form)
    }
  }
  return found.size > 0 ? [...found] : null
}

function softGap(normalised: Normalised, before: Word, after: Word): boolean {
  if (after.start === before.end) return before.tag !== null && before.tag.index === after.tag?.index
  return after.start > before.end && SOFT_GAP.test(normalised.text.slice(before.end, after.start))
}

/** "cruelty-free" is one word and not "free". A spaced or long dash makes no compound. */
function inCompound(normalised: Normalised, first: Word, last: Word): boolean {
  const isHyphen = (at: number): boolean => {
    const written = normalised.source.charAt(normalised.starts[at] ?? -1)
    return written === '-' || written === '\u2010' || written === '\u2011'
  }
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(normalised.text.charAt(at))
  return (isHyphen(first.start - 1) && isLetter(first.start - 2)) || (isHyphen(last.end) && isLetter(last.end + 1))
}

function findJoined(index: WordIndex, terms: Terms, add: Add): void {
  if (terms.joined.size === 0) return
  for (const word of index.words) {
    const { start, end } = word
    const tag = word.tag?.index ?? null
    for (const text of word.readings.length === 0 ? [word.text] : [word.text, ...word.readings]) {
      for (const { phrase, hyphenated } of terms.joined.get(text) ?? []) {
        if (!hyphenated && word.tag?.whole !== true) continue
        add(phrase, { start, end, disguised: word.text !== text && !OWNED.test(word.text), tag })
      }
    }
  }
}

/** Letters set apart, `c h e a p`. "a c h e a p shot": an article before the letters is not one of them. */
function findSpaced(index: WordIndex, terms: Terms, add: Add): void {
  for (const run of index.spaced) {
    const last = index.words[run.last]
    if (!last) continue
    const whole = new Set(phrasesWritten(run.text, terms))
    for (const offset of [0, 1]) {
      const first = index.words[run.first + offset]
      if (!first || run.last - run.first - offset < 2) break
      if (offset === 1 && !/^[ai]/.test(run.text)) break
      const phrases = offset === 0 ? whole : phrasesWritten(run.text.slice(1), terms).filter((one) => !whole.has(one))
      for (const phrase of phrases) add(phrase, { start: first.start, end: last.end, disguised: true, tag: null })
    }
  }
}

/** The phrases that this is one word for. */
function phrasesWritten(text: string, terms: Terms): number[] {
  const several = (terms.joined.get(text) ?? []).map(({ phrase }) => phrase)
  const single = (terms.forms.get(text) ?? []).flatMap((number) => {
    const node = terms.phrases.step(0, number)
    return node === undefined ? [] : terms.phrases.ends(node)
  })
  return [...several, ...single]
}

function findLiterals(text: string, literals: Trie, add: Add): void {
  for (let start = 0; start < text.length; start++) {
    let node: number | undefined = 0
    for (let at = start; at < text.length;) {
      const space = isSpace(text.charCodeAt(at))
      const end = space ? spaceEnd(text, at) : at + 1
      node = end - at > LONGEST_GAP ? undefined : literals.step(node, space ? BLANK : text.charCodeAt(at))
      if (node === undefined) break
      at = end
      const found = literals.ends(node)
      if (found.length === 0 || isInside(text, start) || isInside(text, at)) continue
      for (const phrase of found) add(phrase, { start, end: at, disguised: false, tag: null })
    }
  }
}

function isSpace(code: number): boolean {
  return code <= BLANK || code >= 0x85 ? SPACE.test(String.fromCharCode(code)) : false
}

function spaceEnd(text: string, at: number): number {
  let end = at
  while (end - at <= LONGEST_GAP && isSpace(text.charCodeAt(end))) end++
  return end
}

/** Whether a word goes on across this place (where words are set apart), or a surrogate pair does. */
function isInside(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at, at + 2)
  if (/[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]/.test(after)) return true
  return ENDS_IN_WORD.test(before) && STARTS_WITH_WORD.test(after)
}
