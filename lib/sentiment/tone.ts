import type { Tone } from '../domain/tone.ts'
import { confidenceOf } from './confidence.ts'
import { lexiconEngine, lexiconToneOf } from './lexicon.ts'
import { createModel } from './model.ts'
import type { Reading } from './model.ts'
import { soundsSarcastic } from './sarcasm.ts'
import type { ToneWeights } from './weights.ts'

export interface ToneEngine {
  /** Changes whenever the same text would sound different; stored beside every tone. */
  readonly engine: string
  /** @param hint language, BCP 47 (the page's); null when unknown */
  readonly toneOf: (text: string, hint: string | null) => Tone
  /** Probability that a comment is advertising or was written by a machine; null without the model. */
  readonly spamOf: (text: string) => number | null
}

/** Below this share of right labels a text is called unclear. */
export const CLEAR_FROM = 0.5
/** Nearer to each other than this, praise and complaint contradict. */
const TORN = 0.15
/** Words named as having moved a tone, at most, and from which log-odds on. */
const NAMED = 12
const NAMED_FROM = 0.15
/** Beside a strong word a weak one is noise: from this share of the strongest on. */
const NAMED_SHARE = 0.1
const LABELS = ['negative', 'neutral', 'positive'] as const
/** What was not measured (a script known by lists, an unknown language's emoji alone) is trusted less. */
const UNMEASURED = 0.8
/** Sarcasm is not told from its contrary, so it never flips a label; where its marks stand, less is certain. */
const SARCASM = 0.5

/** The engine with the trained weights; the word list alone when they could not be read (`null`). */
export function createTone(weights: ToneWeights | null): ToneEngine {
  if (!weights) return { engine: lexiconEngine, toneOf: lexiconToneOf, spamOf: () => null }
  const model = createModel(weights)
  return {
    engine: weights.engine,
    toneOf: (text, hint) => toneFrom(text, model.read(text, hint), weights.calibration),
    spamOf: model.spamOf,
  }
}

function toneFrom(text: string, reading: Reading, calibration: ToneWeights['calibration']): Tone {
  const { forms, route, probabilities } = reading
  const [negative, neutral, positive] = probabilities
  const most = Math.max(negative, neutral, positive)
  const leaning = LABELS[probabilities.indexOf(most)] ?? 'neutral'
  const shared = { score: round(positive - negative, 1_000), lang: route.lang, leaning, by: 'model' } as const
  // Signs say something in every language; digits, links and names in none.
  const says = forms.some(({ kind }) => kind !== 'link' && kind !== 'mention' && kind !== 'punctuation')
  if (!says) {
    const why = route.support === 'unsupported' ? 'language' : 'weak'
    return { ...shared, score: 0, leaning: 'neutral', label: 'unclear', why, confidence: 0, words: [] }
  }
  const words = wordsOf(reading)
  const trust = (route.support === 'measured' ? 1 : UNMEASURED) * (soundsSarcastic(text, leaning, forms) ? SARCASM : 1)
  const confidence = round(confidenceOf(most, route.lang, calibration) * trust, 100)
  // Praise and complaint that pull alike have no one label, however little neutral there is.
  const isTorn = leaning !== 'neutral' && Math.abs(positive - negative) < TORN
  if (confidence < CLEAR_FROM || isTorn) return { ...shared, label: 'unclear', why: 'weak', confidence, words }
  return { ...shared, label: leaning, confidence, words }
}

/** The words that moved the text most, in its order. */
function wordsOf({ tokens, moved }: Reading): Tone['words'] {
  const by = moved.map(Math.abs)
  const strongest = by.reduce((most, one) => Math.max(most, one), 0)
  const last = by.length > NAMED ? (by.toSorted((a, b) => b - a)[NAMED - 1] ?? 0) : 0
  const from = Math.max(NAMED_FROM, strongest * NAMED_SHARE, last)
  const words = tokens.flatMap(({ start, end }, i) =>
    (by[i] ?? 0) >= from ? [{ start, end, weight: round(moved[i] ?? 0, 100) }] : [],
  )
  return words.slice(0, NAMED)
}

function round(value: number, per: number): number {
  return Math.round(value * per) / per
}
