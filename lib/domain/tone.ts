import * as z from 'zod/mini'

/** `unclear` is the honest answer when the signal is too weak or the language is not one we score. */
export const toneLabelSchema = z.enum(['negative', 'neutral', 'positive', 'unclear'])
export type ToneLabel = z.infer<typeof toneLabelSchema>

/** Why a text is unclear: the signal is weak, or its language is not one we score. */
export const unclearReasonSchema = z.enum(['weak', 'language'])

/**
 * How a text sounds. `score` is -1 (negative) to 1 (positive); `confidence` 0 to 1; `words` are the ones
 * that moved the score, as `text.slice(start, end)`; `lang` is a BCP 47 language or null when unknown.
 * `leaning` is the label the text would have if it had to have one; `by` names what judged: the trained model,
 * or the word list where the model's weights could not be read. Rows of before the model have neither.
 */
export const toneSchema = z.object({
  label: toneLabelSchema,
  score: z.number(),
  confidence: z.number(),
  lang: z.nullable(z.string()),
  words: z.array(z.object({ start: z.number(), end: z.number(), weight: z.number() })),
  leaning: z.optional(z.enum(['negative', 'neutral', 'positive'])),
  by: z.optional(z.enum(['model', 'lexicon'])),
  why: z.optional(unclearReasonSchema),
  /** A person's corrections had a say: on this very `text`, or on some of its `words`. */
  corrected: z.optional(z.enum(['text', 'words'])),
})
export type Tone = z.infer<typeof toneSchema>

/**
 * Comment mood of the visible sample: how many comments of others were read and how they sound. Spam and copies are
 * not among them: `spam` says how many were left out.
 */
export const moodSchema = z.object({
  n: z.number(),
  positive: z.number(),
  neutral: z.number(),
  negative: z.number(),
  unclear: z.number(),
  spam: z.optional(z.number()),
})
export type Mood = z.infer<typeof moodSchema>
