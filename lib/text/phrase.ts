import type { Normalised } from './normalise.ts'
import { findTerms, termsOf } from './terms.ts'
import type { PhraseHit, Terms } from './terms.ts'
import type { WordIndex } from './words.ts'

export type { PhraseHit } from './terms.ts'

/** A phrase made ready for searching: terms of one. */
export type Phrase = Terms

/** Makes a phrase ready. `lang` is the language of the guideline or post; English forms always count. */
export function phraseOf(phrase: string, lang: string | null): Phrase {
  return termsOf([phrase], lang)
}

/** Every place where the phrase stands, in order, none inside another. Never inside a longer word. */
export function findPhrase(normalised: Normalised, index: WordIndex, phrase: Phrase): PhraseHit[] {
  return findTerms(normalised, index, phrase).get(0) ?? []
}
