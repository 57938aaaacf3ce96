import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'
import { toneLabelSchema } from './tone.ts'

/**
 * "This was positive": a person's word on how a text sounds. It adjusts the tone on this machine only, can be
 * listed and taken back, and is never sent anywhere.
 */
export const correctionSchema = z.object({
  id: ulidSchema,
  /** The text as it was judged. */
  text: z.string().check(z.minLength(1), z.maxLength(10_000)),
  lang: z.nullable(z.string().check(z.maxLength(40))),
  /** What it should have been. */
  label: z.enum(['negative', 'neutral', 'positive']),
  /** What the engine had said. */
  was: toneLabelSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Correction = z.infer<typeof correctionSchema>
