import { languageOf, primary } from '../text/language.ts'
import type { Form } from './forms.ts'
import type { ToneWeights } from './weights.ts'

/** Which table reads a text. */
export interface Route {
  /** BCP 47, or null when nothing tells. */
  readonly lang: string | null
  /** Share of the English model: 1 English, 0 another language, between when the text is mixed or does not tell. */
  readonly english: number
  /**
   * `measured`: the model was trained and measured on such texts. `lexicon`: its words are known from word lists
   * alone. `unsupported`: nothing of its words is known.
   */
  readonly support: 'measured' | 'lexicon' | 'unsupported'
}

/** What routing needs to know of a token. */
export interface Voiced extends Form {
  /** How many pieces it has. */
  readonly pieces: number
  /** Sums by language, in the order of the weights' languages; null for what is no word. */
  readonly language: Float32Array | null
  readonly script: Script
}

/** Scripts decide before words do. `persian`: letters that Persian and Urdu have and Arabic lacks. */
export type Script = 'scored' | 'devanagari' | 'persian' | 'foreign'

const OTHER = 'other'
/** What the page says of its language weighs as much as a few words that tell. */
const HINT = 1.5
/** From this probability of English on, both tables read a text of another language. */
const MIXED = 0.2
/** A language that is not scored has to be this probable: a short English text is like many. */
const FOREIGN = 0.7

/** From this share of its words on a script decides. */
const MANY = 0.3
const PERSIAN = /[پچژگکیےٹڈڑں]/u
const DEVANAGARI = /\p{Script=Devanagari}/u
const FOREIGN_SCRIPT =
  /(?![\p{Script=Latin}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}])\p{L}/u

export function scriptOf(word: string): Script {
  if (FOREIGN_SCRIPT.test(word)) return 'foreign'
  if (DEVANAGARI.test(word)) return 'devanagari'
  return PERSIAN.test(word) ? 'persian' : 'scored'
}

export function routeOf(text: string, forms: readonly Voiced[], hint: string | null, weights: ToneWeights): Route {
  const words = forms.filter(({ language }) => language !== null)
  const n: Record<Script, number> = { scored: 0, devanagari: 0, persian: 0, foreign: 0 }
  for (const { script } of words) n[script]++
  const hinted = primary(hint)
  const { languages } = weights
  const isScored = hinted === null || languages.includes(hinted)
  if (words.length === 0)
    return { lang: hinted, english: hinted === 'en' ? 1 : 0.5, support: isScored ? 'measured' : 'unsupported' }
  if (n.persian > words.length * MANY) return { lang: isScored ? null : hinted, english: 0.5, support: 'unsupported' }
  if (n.foreign > words.length * MANY)
    return { lang: languageOf(text, hint).lang, english: 0.5, support: 'unsupported' }
  if (n.devanagari > words.length * MANY)
    return { lang: isScored ? 'hi' : hinted, english: 0, support: isScored ? 'lexicon' : 'unsupported' }
  return byWords(text, words, hint, weights)
}

function byWords(text: string, words: readonly Voiced[], hint: string | null, weights: ToneWeights): Route {
  const { languages } = weights
  const logits = languageLogits(words, weights)
  const hinted = primary(hint)
  const told = hinted === null ? -1 : languages.indexOf(languages.includes(hinted) ? hinted : OTHER)
  if (told >= 0) logits[told] = (logits[told] ?? 0) + HINT
  const most = Math.max(...logits)
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0)
  const shareOf = (lang: string) => Math.exp((logits[languages.indexOf(lang)] ?? 0) - most) / total
  const lang = languages[logits.indexOf(most)] ?? OTHER
  if (lang === 'en') return { lang, english: 1, support: 'measured' }
  if (lang !== OTHER) return { lang, english: shareOf('en') >= MIXED ? 0.5 : 0, support: 'measured' }
  if (shareOf(OTHER) < FOREIGN) return { lang: null, english: 0.5, support: 'measured' }
  return { lang: languageOf(text, hint).lang, english: 0.5, support: 'unsupported' }
}

/** By language, from the words' pieces. */
function languageLogits(words: readonly Voiced[], { languages, language }: ToneWeights): number[] {
  const sums = new Float64Array(languages.length)
  let pieces = 0
  for (const word of words) {
    pieces += word.pieces
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (word.language?.[k] ?? 0)
  }
  const root = 1 / Math.sqrt(Math.max(1, pieces))
  return Array.from(sums, (sum, k) => sum * root * (language.scale[k] ?? 0) + (language.bias[k] ?? 0))
}

/** Sums of a word's pieces by language. */
export function languageSums({ language, languages }: ToneWeights, pieces: readonly number[]): Float32Array {
  const sums = new Float32Array(languages.length)
  const mask = language.table.length / languages.length - 1
  for (const piece of pieces) {
    const row = (piece & mask) * languages.length
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (language.table[row + k] ?? 0)
  }
  return sums
}
