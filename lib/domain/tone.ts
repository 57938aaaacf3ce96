import * as z from 'zod/mini'

/** `unclear` is the honest answer when the signal is too weak or the language is not one we score. */
export const toneLabelSchema = z.enum(['negative', 'neutral', 'positive', 'unclear'])
export type ToneLabel = z.infer<typeof toneLabelSchema>

/**
 * How a text sounds. `score` is -1 (negative) to 1 (positive); `confidence` 0 to 1; `words` are the ones
 * that moved the score, as `text.slice(start, end)`; `lang` is a BCP 47 language or null when unknown.
 */
export const toneSchema = z.object({
  label: toneLabelSchema,
  score: z.number(),
  confidence: z.number(),
  lang: z.nullable(z.string()),
  words: z.array(z.object({ start: z.number(), end: z.number(), weight: z.number() })),
})
export type Tone = z.infer<typeof toneSchema>

/** Comment mood of the visible sample: how many comments were read and how they sound. */
export const moodSchema = z.object({
  n: z.number(),
  positive: z.number(),
  neutral: z.number(),
  negative: z.number(),
  unclear: z.number(),
})
export type Mood = z.infer<typeof moodSchema>
