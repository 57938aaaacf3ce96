import type { Mood, Tone } from '../domain/tone.ts'

/** How many of the tones are what. */
export function moodOf(tones: readonly Pick<Tone, 'label'>[]): Mood {
  const mood: Mood = { n: tones.length, positive: 0, neutral: 0, negative: 0, unclear: 0 }
  for (const { label } of tones) mood[label]++
  return mood
}
