import type { Correction } from '../domain/correction.ts'
import type { Tone } from '../domain/tone.ts'
import { hashOf } from '../text/hash.ts'
import { normalise } from '../text/normalise.ts'
import { functionWords, negations } from './function-words.ts'

export type ToneOf = (text: string, lang: string | null) => Tone

/** Different corrected texts that must agree on a word before it moves others: fewer for one that moved them wrongly. */
const BLAMED_AGREE = 2
const OTHERS_AGREE = 3
/** Least mean distance between what was said and what was corrected, on the score's scale of -1 to 1. */
const LEAST = 0.3
/** Most that one word, and all of them, move a score. */
const MOST_OF_WORD = 0.5
const MOST = 0.6
/** From this score on a moved text has a label, and it is never surer of it than this. */
const LABEL_FROM = 0.25
const SURE_AT_MOST = 0.6
/** Words a negation reaches forward. */
const REACH = 3

const TOKEN =
  /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}){0,8}|[.!?;:,\n…]/gu
const CLAUSE_END = /^[.!?;:,\n…]$/
const EMOJI = /^\p{Extended_Pictographic}/u
const EMOJI_DETAIL = /[\ufe0f\p{Emoji_Modifier}]/gu

const scoreOf: Readonly<Record<Correction['label'], number>> = { negative: -1, neutral: 0, positive: 1 }

/** Changes whenever these corrections would make any text sound different; '' of none. */
export function correctionsKey(corrections: readonly Correction[]): string {
  if (corrections.length === 0) return ''
  const all = corrections
    .map(({ id, updatedAt, label }) => `${id}@${updatedAt}${label}`)
    .toSorted()
    .join()
  // It is stored beside every tone, so it is short.
  return `${hashOf(all).toString(36)}${hashOf(all, 1).toString(36)}`
}

/** What two texts have in common that only differ in case, spaces, invisible characters and ways to write a letter. */
export function sameText(text: string): string {
  return normalise(text).text.replace(/\s+/gu, ' ').trim()
}

/**
 * The engine as people have corrected it. A text that was corrected sounds as they said, with confidence 1. Others
 * are moved by what several corrections have in common, and never by one alone: a word counts when two different
 * texts whose tone it had pushed the wrong way agree on it, or three of any, and none disagrees. The move is bounded
 * (`MOST`), the label follows only past `LABEL_FROM`, and no moved label is surer than `SURE_AT_MOST`. A word under
 * a negation is another word. Defaults of our own.
 *
 * @param corrections without those taken back; the newest counts where one text was corrected twice
 */
export function withCorrections(toneOf: ToneOf, corrections: readonly Correction[]): ToneOf {
  if (corrections.length === 0) return toneOf
  const byText = new Map(
    corrections.toSorted((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1)).map((one) => [sameText(one.text), one]),
  )
  const learned = learn(toneOf, [...byText.values()])
  return (text, lang) => {
    const tone = toneOf(text, lang)
    const own = byText.get(sameText(text))
    return own ? corrected(tone, own.label) : moved(tone, text, learned)
  }
}

function corrected(tone: Tone, label: Correction['label']): Tone {
  const { why: _why, ...rest } = tone
  const score = label === 'positive' ? Math.max(0.5, tone.score) : label === 'negative' ? Math.min(-0.5, tone.score) : 0
  return { ...rest, label, leaning: label, score, confidence: 1, corrected: 'text' }
}

interface Evidence {
  agree: number
  blamed: number
  sum: number
  /** 1 or -1 while all agree; 0 when they do not. */
  direction: number
}

/** What each word adds to a score, as far as the corrections agree on it. */
function learn(toneOf: ToneOf, corrections: readonly Correction[]): ReadonlyMap<string, number> {
  const evidence = new Map<string, Evidence>()
  for (const { text, lang, label } of corrections) {
    const tone = toneOf(text, lang)
    const error = scoreOf[label] - tone.score
    const direction = Math.sign(error)
    for (const [key, spans] of keysOf(text)) {
      const pushed = tone.words.filter((word) => spans.some(({ start, end }) => start < word.end && word.start < end))
      const known = evidence.get(key) ?? { agree: 0, blamed: 0, sum: 0, direction }
      if (pushed.some(({ weight }) => weight * direction < 0)) known.blamed++
      known.agree++
      known.sum += error
      if (known.direction !== direction) known.direction = 0
      evidence.set(key, known)
    }
  }
  const learned = new Map<string, number>()
  for (const [key, { agree, blamed, sum, direction }] of evidence) {
    const mean = sum / agree
    if (direction === 0 || Math.abs(mean) < LEAST) continue
    if (agree < OTHERS_AGREE && (agree < BLAMED_AGREE || blamed < agree)) continue
    // Two that agree count two fifths, ten count three quarters.
    learned.set(key, bounded((mean * agree) / (agree + 3), MOST_OF_WORD))
  }
  return learned
}

function moved(tone: Tone, text: string, learned: ReadonlyMap<string, number>): Tone {
  if (learned.size === 0) return tone
  const words = [...keysOf(text)].flatMap(([key, spans]) => {
    const weight = learned.get(key)
    return weight === undefined ? [] : spans.map(({ start, end }) => ({ start, end, weight: round(weight) }))
  })
  if (words.length === 0) return tone
  const shift = bounded(
    words.reduce((sum, { weight }) => sum + weight, 0),
    MOST,
  )
  const score = Math.round(bounded(tone.score + shift, 1) * 1_000) / 1_000
  const kept = tone.words.filter((word) => !words.some(({ start, end }) => start < word.end && word.start < end))
  const all = [...kept, ...words].toSorted((a, b) => a.start - b.start)
  const wanted = shift > 0 ? 'positive' : 'negative'
  const base = { ...tone, score, words: all, corrected: 'words' as const }
  if (tone.label === wanted) return base
  const { why: _why, ...rest } = base
  if (score * Math.sign(shift) >= LABEL_FROM)
    return {
      ...rest,
      label: wanted,
      leaning: wanted,
      confidence: round(Math.min(SURE_AT_MOST, 0.5 + Math.abs(score) / 4)),
    }
  // It sounded the other way, and what people said of its words speaks against that, but not for the contrary.
  if (tone.label !== 'neutral' && Math.abs(score) < LABEL_FROM)
    return { ...base, label: 'unclear', why: 'weak', confidence: Math.min(tone.confidence, 0.4) }
  return base
}

interface Place {
  readonly start: number
  readonly end: number
}

/** The words and emoji of a text that something can be learned of, `!` before those under a negation, each with its places. */
function keysOf(text: string): Map<string, Place[]> {
  const keys = new Map<string, Place[]>()
  let negated = 0
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0].toLowerCase().replaceAll('’', "'").replace(EMOJI_DETAIL, '')
    if (CLAUSE_END.test(match[0])) negated = 0
    else if (negations.has(word)) negated = REACH
    else {
      if (EMOJI.test(word) || (word.length >= 3 && !functionWords.has(word))) {
        const key = negated > 0 ? `!${word}` : word
        const place = { start: match.index, end: match.index + match[0].length }
        const places = keys.get(key)
        if (places) places.push(place)
        else keys.set(key, [place])
      }
      negated--
    }
  }
  return keys
}

function bounded(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
