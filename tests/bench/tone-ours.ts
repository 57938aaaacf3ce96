import type { Tone } from '../../lib/domain/tone.ts'
import type { Peer } from './peers/define.ts'
import type { Label } from './tone-scores.ts'

/** The product's own engine: it gives labels, so that nothing is tuned for it, and says how sure it is. */
export interface Ours extends Peer {
  /** `language` null: it finds out for itself. */
  judge(text: string, language: string | null): { label: Label; confidence: number }
}

export function ours(name: string, toneOf: (text: string, language: string | null) => Tone): Ours {
  return {
    name,
    languages: ['en', 'ar', 'de', 'es', 'fr', 'hi', 'it', 'pt'],
    score: (text, language) => toneOf(text, language).score,
    judge(text, language) {
      const { label, leaning = label, confidence } = toneOf(text, language)
      return { label: leaning === 'negative' ? 0 : leaning === 'positive' ? 2 : 1, confidence }
    },
  }
}
