import type { Tone } from '../domain/tone.ts'
import { languageOf } from '../text/language.ts'
import { findLinks, findMentions } from '../text/tokens.ts'
import { afinnOf } from './afinn.ts'
import { signsIn } from './emoji.ts'

/** Changes whenever the same text would sound different; stored beside every tone. */
export const lexiconEngine = 'afinn165-2'

/**
 * From this score on a text is positive, from minus this negative: one AFINN word of weight 1 (0.25) is enough.
 * On TweetEval's validation set (2,000 texts, 2026-11-22) macro recall is 60.6 % here, 58.8 % from 0.26 on.
 */
export const THRESHOLD = 0.2

/** Squash: one AFINN word of weight 2 alone gives 0.46 (VADER's normalisation, alpha 15). */
const ALPHA = 15
/** Words a negation reaches forward. */
const REACH = 3
/** "not great" is less bad than "terrible". */
const FLIP = -0.6
const NEGATION =
  /^(?:not|no|never|nor|neither|without|hardly|barely|cannot|cant|dont|doesnt|didnt|isnt|wasnt|arent|werent|wont|wouldnt|couldnt|shouldnt|aint|havent|hasnt|nothing|nobody|none|.+n't)$/
const BOOST = new Map(
  'very really so super absolutely totally extremely incredibly completely seriously truly highly'
    .split(' ')
    .map((word) => [word, 1.3] as const),
)
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu
const CLAUSE_END = /[.!?;:,\n(){}[\]|…]/
const STRETCH = /(\p{L})\1{2,}/gu

interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * How a text sounds, by AFINN-165 words, negation, boosters and emoji: what is left when the weights cannot be
 * read. English only: a text whose script or
 * own words are of another language is judged by its emoji alone, and without any it is `unclear`.
 *
 * @param lang language hint, BCP 47 (the page's); null when unknown
 */
export function lexiconToneOf(text: string, lang: string | null): Tone {
  const language = languageOf(text, lang)
  const english = language.lang === 'en' || (language.lang === null && !language.sure)
  const words = wordsIn(text)
  const weights: { start: number; end: number; weight: number }[] = []
  if (english) weights.push(...weigh(text, words))
  for (const { start, end, valence } of signsIn(text)) if (valence !== 0) weights.push({ start, end, weight: valence })
  weights.sort((a, b) => a.start - b.start)

  const pull = (sign: number): number =>
    weights.reduce((sum, { weight }) => sum + (Math.sign(weight) === sign ? Math.abs(weight) : 0), 0)
  const positive = pull(1)
  const negative = pull(-1)
  const total = positive - negative
  const score = total / Math.sqrt(total * total + ALPHA)
  const moved = weights.map(({ start, end, weight }) => ({ start, end, weight: Math.round(weight * 100) / 100 }))
  const leaning = score >= THRESHOLD ? 'positive' : score <= -THRESHOLD ? 'negative' : 'neutral'
  const tone = {
    score: Math.round(score * 1_000) / 1_000,
    lang: language.lang,
    words: moved,
    by: 'lexicon',
    leaning,
  } as const
  if (weights.length === 0) {
    // Enough English without one word of feeling is weak evidence of none; less is no evidence.
    return english && language.sure && words.length >= 4
      ? { ...tone, label: 'neutral', confidence: 0.6 }
      : { ...tone, label: 'unclear', why: english || language.lang === null ? 'weak' : 'language', confidence: 0 }
  }
  return { ...tone, label: leaning, confidence: confidenceOf(score, positive, negative, english && language.sure) }
}

/** Words outside links and mentions; `@lovely` says nothing of the mood. */
function wordsIn(text: string): Word[] {
  const links = findLinks(text)
  const skip = [...links, ...findMentions(text, 'any', links)].toSorted((a, b) => a.start - b.start)
  const words: Word[] = []
  let at = 0
  for (const match of text.matchAll(WORD)) {
    while ((skip[at]?.end ?? Number.POSITIVE_INFINITY) <= match.index) at++
    const skipped = skip[at]
    if (skipped && skipped.start <= match.index) continue
    words.push({ start: match.index, end: match.index + match[0].length, text: plain(match[0]) })
  }
  return words
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('’', "'")
}

/** The words that carry feeling, each with its valence after negation, boosters and a later "but". */
function weigh(text: string, words: readonly Word[]): { start: number; end: number; weight: number }[] {
  const valences = valencesOf(words.map((word) => word.text))
  const lastBut = words.findLastIndex((word) => word.text === 'but')
  const weights: { start: number; end: number; weight: number }[] = []
  let negatedUntil = -1
  for (const [i, word] of words.entries()) {
    const before = words[i - 1]
    if (before && CLAUSE_END.test(text.slice(before.end, word.start))) negatedUntil = -1
    if (word.text === 'but') negatedUntil = -1
    const valence = valences[i] ?? 0
    if (NEGATION.test(word.text)) {
      negatedUntil = i + REACH
      continue
    }
    if (valence === 0) continue
    const boost = BOOST.get(before?.text ?? '') ?? 1
    const flip = i <= negatedUntil ? FLIP : 1
    const weight = valence * boost * flip * (i < lastBut ? 0.5 : 1)
    weights.push({ start: word.start, end: word.end, weight })
  }
  return weights
}

/** AFINN valence of every word; the stretched (`loooove`) are tried shortened. */
function valencesOf(words: readonly string[]): number[] {
  return words.map((word) => {
    const tries = [word, word.replaceAll(STRETCH, '$1$1'), word.replaceAll(STRETCH, '$1')]
    return tries.map(afinnOf).find((valence) => valence !== 0) ?? 0
  })
}

/**
 * Rises with the strength of the score, falls where both signs pull. Set so that it roughly is the share of
 * right labels on TweetEval's validation set (0.4 at one weak word, 0.75 at several strong ones); capped,
 * because a word list hears no irony.
 */
function confidenceOf(score: number, positive: number, negative: number, sure: boolean): number {
  const conflict = Math.min(positive, negative) / Math.max(positive, negative)
  const strength = Math.abs(score) < THRESHOLD ? 0.4 : 0.32 + 0.5 * score * score
  return Math.round(Math.min(0.8, strength * (1 - 0.2 * conflict) * (sure ? 1 : 0.85)) * 100) / 100
}
