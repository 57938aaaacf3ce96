import { escapePattern } from './escape.ts'
import { formsOf } from './inflect.ts'
import { normalise } from './normalise.ts'
import type { Normalised } from './normalise.ts'
import type { Word, WordIndex } from './words.ts'

/** A phrase made ready for searching. */
export interface Phrase {
  /** Per word every form that counts, `lastChance` as `[{last, …}, {chance, …}]`. */
  readonly words: readonly ReadonlySet<string>[]
  /** The phrase written as one word, for hashtags and letters set apart. */
  readonly joined: ReadonlySet<string>
  /** `cruelty-free` may be written in one word. */
  readonly hyphenated: boolean
  /** Used in place of `words` where the phrase is not made of words, or its script sets no spaces. */
  readonly literal: RegExp | null
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
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const HANGUL = /^[\p{Script=Hangul}]+$/u
const EDGE = String.raw`[\p{L}\p{M}\p{N}_]`

/** Makes a phrase ready. `lang` is the language of the guideline or post; English forms always count. */
export function phraseOf(phrase: string, lang: string | null): Phrase {
  const text = normalise(phrase, { lang, lookAlikes: true }).text.trim()
  const words = text.match(WORDS) ?? []
  const rest = text.replace(WORDS, '').replace(/[\s\-']/g, '')
  if (words.length === 0 || rest !== '' || UNSPACED.test(text)) {
    return { words: [], joined: new Set(), hyphenated: false, literal: literalOf(text) }
  }
  const joined = words.join('')
  return {
    words: words.map((word) => formsOf(word, lang)),
    joined: words.length === 1 ? formsOf(joined, lang) : new Set([joined]),
    hyphenated: /^[^\s-]+-[^\s-]+$/.test(text),
    literal: null,
  }
}

function literalOf(text: string): RegExp | null {
  if (text === '') return null
  const escaped = escapePattern(text).replace(/\s+/g, String.raw`\s{1,20}`)
  const before = needsEdge(text.at(0) ?? '') ? `(?<!${EDGE})` : ''
  const after = needsEdge(text.at(-1) ?? '') ? `(?!${EDGE})` : ''
  return new RegExp(before + escaped + after, 'gu')
}

/** A letter at the end of a literal must not continue a word, except where words are not set apart. */
function needsEdge(char: string): boolean {
  return /[\p{L}\p{M}\p{N}_]/u.test(char) && !UNSPACED.test(char)
}

/** Every place where the phrase stands, in order, none inside another. Never inside a longer word. */
export function findPhrase(normalised: Normalised, index: WordIndex, phrase: Phrase): PhraseHit[] {
  if (phrase.literal) {
    return [...normalised.text.matchAll(phrase.literal)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      disguised: false,
      tag: null,
    }))
  }
  const hits: PhraseHit[] = []
  const [firstForms] = phrase.words
  if (!firstForms) return hits
  for (const at of candidates(index, firstForms)) {
    const last = sequenceEnd(normalised, index.words, phrase, at)
    if (last !== null) hits.push(hitOf(index.words, at, last, phrase))
  }
  if (phrase.words.length > 1) {
    for (const form of phrase.joined) {
      for (const at of index.byText.get(form) ?? []) {
        if (phrase.hyphenated || index.words[at]?.tag?.whole === true) hits.push(hitOf(index.words, at, at, phrase))
      }
    }
  }
  for (const run of index.spaced) {
    // "a c h e a p shot": an article before the letters is not one of them.
    const offset = phrase.joined.has(run.text) ? 0 : phrase.joined.has(run.text.replace(/^[ai]/, '')) ? 1 : null
    const first = index.words[run.first + (offset ?? 0)]
    const last = index.words[run.last]
    if (offset === null || !first || !last || run.last - run.first - offset < 2) continue
    hits.push({ start: first.start, end: last.end, disguised: true, tag: null })
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return hits.filter((hit) => {
    if (hit.start < end) return false
    end = hit.end
    return true
  })
}

/** The words that may begin the phrase: found by their text, and the odd ones compared one by one. */
function candidates(index: WordIndex, forms: ReadonlySet<string>): number[] {
  const found = new Set<number>()
  for (const form of forms) for (const at of index.byText.get(form) ?? []) found.add(at)
  for (const at of index.odd) {
    const word = index.words[at]
    if (word && looksLike(word, forms)) found.add(at)
  }
  if ([...forms].some((form) => HANGUL.test(form))) {
    for (const [at, word] of index.words.entries()) if (isWord(word, forms)) found.add(at)
  }
  return [...found]
}

/** The last word of the phrase when it begins at `at`, null when it does not. */
function sequenceEnd(normalised: Normalised, words: readonly Word[], phrase: Phrase, at: number): number | null {
  for (const [i, forms] of phrase.words.entries()) {
    const word = words[at + i]
    if (!word || !isWord(word, forms)) return null
    if (i > 0 && !softGap(normalised, words[at + i - 1], word)) return null
  }
  const last = at + phrase.words.length - 1
  return inCompound(normalised, words[at], words[last]) ? null : last
}

function isWord(word: Word, forms: ReadonlySet<string>): boolean {
  if (forms.has(word.text) || word.readings.some((reading) => forms.has(reading))) return true
  if (looksLike(word, forms)) return true
  // Korean writes particles onto the noun.
  for (const form of forms) if (HANGUL.test(form) && word.text.startsWith(form)) return true
  return false
}

function softGap(normalised: Normalised, before: Word | undefined, after: Word): boolean {
  if (!before) return false
  if (after.start === before.end) return before.tag !== null && before.tag.index === after.tag?.index
  return after.start > before.end && SOFT_GAP.test(normalised.text.slice(before.end, after.start))
}

/** "cruelty-free" is one word and not "free". A spaced or long dash makes no compound. */
function inCompound(normalised: Normalised, first: Word | undefined, last: Word | undefined): boolean {
  if (!first || !last) return true
  const isHyphen = (at: number): boolean => {
    const written = normalised.source.charAt(normalised.starts[at] ?? -1)
    return written === '-' || written === '\u2010' || written === '\u2011'
  }
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(normalised.text.charAt(at))
  return (isHyphen(first.start - 1) && isLetter(first.start - 2)) || (isHyphen(last.end) && isLetter(last.end + 1))
}

/** Compares a masked or stretched word with what it may stand for. */
function looksLike(word: Word, forms: ReadonlySet<string>): boolean {
  if (!word.masked && !word.stretched) return false
  for (const form of forms) {
    if (word.masked && unmasks(word.text, form)) return true
    if (word.stretched && stretches(word.text, form)) return true
  }
  return false
}

/** `sh*t` is "shit": same length, the visible letters agree, the first is visible, and half of them are. */
function unmasks(masked: string, form: string): boolean {
  if (masked.length !== form.length) return false
  let visible = 0
  for (let i = 0; i < form.length; i++) {
    const char = masked.charAt(i)
    if (char === form[i]) visible++
    else if (i === 0 || !'*•●'.includes(char)) return false
  }
  return visible >= 2 && visible * 2 >= form.length
}

/** `duuupe` is "dupe": every run of a letter is as long as it should be, or three and more. */
function stretches(stretched: string, form: string): boolean {
  let at = 0
  for (let i = 0; i < form.length;) {
    const letter = form.charAt(i)
    let wanted = 0
    while (form[i] === letter) [i, wanted] = [i + 1, wanted + 1]
    let run = 0
    while (stretched[at] === letter) [at, run] = [at + 1, run + 1]
    if (run !== wanted && (run < 3 || run < wanted)) return false
  }
  return at === stretched.length
}

function hitOf(words: readonly Word[], first: number, last: number, phrase: Phrase): PhraseHit {
  const from = words[first]
  const to = words[last]
  const disguised = words
    .slice(first, last + 1)
    .some((word, i) => !(phrase.words[i]?.has(word.text) ?? false) && !isPlain(word, phrase))
  return { start: from?.start ?? 0, end: to?.end ?? 0, disguised, tag: from?.tag?.index ?? null }
}

/** Written with its own letters, though joined or with a possessive. */
function isPlain(word: Word, phrase: Phrase): boolean {
  return phrase.joined.has(word.text) || /'s?$/.test(word.text)
}
