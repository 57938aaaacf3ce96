import { LONGEST_DISGUISE } from './disguise.ts'
import { positionOf } from './normalise.ts'
import type { Normalised } from './normalise.ts'
import type { Hashtag, Link, Mention } from './tokens.ts'

/** A word of the normalised text. Its span is in the normalised text. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  /** How else it may be read: `ch3ap` as "cheap". Empty for a plainly written word. */
  readonly readings: readonly string[]
  /** `sh*t`: one or more letters are hidden. */
  readonly masked: boolean
  /** A letter stands three times or more in a row: `duuupe`. */
  readonly stretched: boolean
  /** The hashtag it is part of: its index and whether it is the whole of it. */
  readonly tag: { readonly index: number; readonly whole: boolean } | null
}

export interface WordIndex {
  readonly words: readonly Word[]
  /** Where each word, or reading, stands. */
  readonly byText: ReadonlyMap<string, readonly number[]>
  /** Words that are masked or stretched, to be compared one by one. */
  readonly odd: readonly number[]
  /** Letters written apart: `c h e a p`, as the word they make and the words they span. */
  readonly spaced: readonly { readonly text: string; readonly first: number; readonly last: number }[]
}

interface Tokens {
  readonly hashtags: readonly Hashtag[]
  readonly mentions: readonly Mention[]
  readonly links: readonly Link[]
}

/** Letters, marks, digits; inside also apostrophes and the signs that stand in for letters. */
const WORD =
  /[@$€]{0,3}[\p{L}\p{M}\p{N}_]+(?:['@$€*•●]{1,8}[\p{L}\p{M}\p{N}_]+)*(?:[$€]{1,3}|[*•●]{1,8}(?![\p{L}\p{M}\p{N}]))?/gu
/** Numbers and signs that are read as letters (compliance.md 7.2). */
const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '€': 'e',
}
/** Hidden letters. One sign at the end is a footnote or emphasis, two or more hide something. */
const MASK = /[*•●](?:[*•●]|.*[^*•●])/u
const STRETCH = /(\p{L})\1\1/u
const MASK_SIGNS = '*•●'

export function findWords(normalised: Normalised, tokens: Tokens): WordIndex {
  const words: Word[] = []
  const skip = [...tokens.links.filter(({ unsure }) => !unsure), ...tokens.mentions]
    .map((span) => ({ start: positionOf(normalised, span.start), end: positionOf(normalised, span.end) }))
    .toSorted((a, b) => a.start - b.start)
  const tags = tokens.hashtags.map((tag, index) => ({
    start: positionOf(normalised, tag.start),
    end: positionOf(normalised, tag.end),
    index,
  }))
  let skipAt = 0
  let tagAt = 0
  for (const match of normalised.text.matchAll(WORD)) {
    const [start, end] = bounds(match[0], match.index)
    if (start >= end) continue
    while ((skip[skipAt]?.end ?? Infinity) <= start) skipAt++
    while ((tags[tagAt]?.end ?? Infinity) <= start) tagAt++
    const skipped = skip[skipAt]
    const tag = tags[tagAt]
    if (skipped && skipped.start < end) {
      // A handle is a name, not a word, unless it is a word with its first letter hidden (`@ss`).
      if (skipped.start === start) words.push(disguisedOnly(normalised.text.slice(start, end), start, end))
    } else if (tag && tag.start <= start) {
      words.push(...tagWords(normalised, start, end, tag.index))
    } else {
      words.push(makeWord(normalised.text.slice(start, end), start, end, null))
    }
  }
  const spaced = spacedLetters(normalised, words)
  let byText: WordIndex['byText'] | undefined
  let odd: WordIndex['odd'] | undefined
  return {
    words,
    get byText() {
      return (byText ??= placesOf(words))
    },
    get odd() {
      return (odd ??= oddOf(words))
    },
    spaced,
  }
}

/** Leaves out underscores and the one asterisk that only decorate (`_cheap_`, `*cheap*`). */
function bounds(raw: string, at: number): [number, number] {
  let start = 0
  let end = raw.length
  while (start < end && raw[start] === '_') start++
  if (MASK_SIGNS.includes(raw.charAt(end - 1)) && !MASK_SIGNS.includes(raw.charAt(end - 2))) end--
  while (end > start && raw[end - 1] === '_') end--
  return [at + start, at + end]
}

const NO_READINGS: readonly string[] = []

function makeWord(text: string, start: number, end: number, tag: Word['tag']): Word {
  if (isLettersOnly(text)) {
    return { start, end, text, readings: NO_READINGS, masked: false, stretched: STRETCH.test(text), tag }
  }
  const readings = new Set<string>()
  const owned = /^(.+)'s?$/.exec(text)?.[1]
  if (owned !== undefined) readings.add(owned)
  const masked = MASK.test(text)
  if (text.length <= LONGEST_DISGUISE) {
    const leet = readLeet(text)
    if (leet !== null) readings.add(leet)
    // `$cheap` and `cheap$` are also just the word beside a sign; `c*h*e*a*p` is letters set apart.
    const core = text.replace(/^[@$€]+|[$€*•●]+$/g, '')
    if (core !== text && core !== '') readings.add(core)
    if (/^\p{L}(?:[_*•●]\p{L}){2,}$/u.test(text)) readings.add(text.replace(/[_*•●]/g, ''))
  }
  return { start, end, text, readings: [...readings], masked, stretched: STRETCH.test(text), tag }
}

/** Nothing in it that could stand for something else; nearly every word, so this is not left to expressions. */
function isLettersOnly(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const letter =
      (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code !== 0x2022 && code !== 0x20ac && code !== 0x25cf)
    if (!letter) return false
  }
  return true
}

function disguisedOnly(text: string, start: number, end: number): Word {
  const leet = text.length <= LONGEST_DISGUISE ? readLeet(text) : null
  return { start, end, text: '', readings: leet === null ? [] : [leet], masked: false, stretched: false, tag: null }
}

/** The word with its number and sign letters read as letters; null when it has none, or nothing else. */
function readLeet(text: string): string | null {
  if (!/[013457@$€]/.test(text) || !/\p{L}/u.test(text)) return null
  let read = ''
  for (const char of text) {
    const letter = LEET[char] ?? char
    if (/[\p{N}*•●]/u.test(letter)) return null
    read += letter
  }
  return read
}

/** `#CheapThrills` is two words, `#cheap_thrills` too, `#cheapthrills` is one. */
function tagWords(normalised: Normalised, start: number, end: number, index: number): Word[] {
  const cuts: number[] = [start]
  const written = (at: number): string => normalised.source.charAt(normalised.starts[at] ?? 0)
  for (let at = start + 1; at < end; at++) {
    const [before, here, after] = [written(at - 1), written(at), written(at + 1)]
    const hump = isUpper(here) && (!isUpper(before) || isLower(after)) && /[\p{L}\p{N}]/u.test(before)
    if (hump || normalised.text[at] === '_') cuts.push(at)
  }
  cuts.push(end)
  const words: Word[] = []
  for (let i = 0; i + 1 < cuts.length; i++) {
    let from = cuts[i] ?? 0
    const to = cuts[i + 1] ?? 0
    while (from < to && normalised.text[from] === '_') from++
    if (from < to) words.push(makeWord(normalised.text.slice(from, to), from, to, { index, whole: cuts.length === 2 }))
  }
  if (cuts.length > 2) {
    const joined = normalised.text.slice(start, end).replaceAll('_', '')
    words.push({ ...makeWord(joined, start, end, { index, whole: true }), stretched: false })
  }
  return words
}

function isUpper(char: string): boolean {
  return /\p{Lu}/u.test(char)
}

function isLower(char: string): boolean {
  return /\p{Ll}/u.test(char)
}

function placesOf(words: readonly Word[]): Map<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, word] of words.entries()) {
    for (const text of [word.text, ...word.readings]) {
      const known = places.get(text)
      if (known) known.push(at)
      else if (text !== '') places.set(text, [at])
    }
  }
  return places
}

function oddOf(words: readonly Word[]): number[] {
  return [...words.keys()].filter((at) => {
    const word = words[at]
    return word !== undefined && (word.masked || word.stretched) && word.text.length <= LONGEST_DISGUISE
  })
}

function spacedLetters(normalised: Normalised, words: readonly Word[]): WordIndex['spaced'] {
  const spaced: { text: string; first: number; last: number }[] = []
  let run: number[] = []
  let separator = ''
  const flush = (): void => {
    const first = run[0]
    const last = run.at(-1)
    if (run.length >= 3 && first !== undefined && last !== undefined) {
      spaced.push({ text: run.map((at) => words[at]?.text ?? '').join(''), first, last })
    }
    run = []
    separator = ''
  }
  for (const [at, word] of words.entries()) {
    if (word.text.length !== 1) {
      flush()
      continue
    }
    const previous = run.at(-1)
    const gap = previous === undefined ? '' : normalised.text.slice(words[previous]?.end, word.start)
    const goesOn = previous !== undefined && /^[ .\-_]$/.test(gap) && (separator === '' || gap === separator)
    if (!goesOn) flush()
    else separator = gap
    run.push(at)
  }
  flush()
  return spaced
}
