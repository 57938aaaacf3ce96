import * as z from 'zod/mini'
import { hashSchema } from './draft.ts'
import { instantSchema, ulidSchema } from './ids.ts'
import { ratingParts, scoresSchema } from './plan.ts'

/** What a rating sheet calls its answer, and which way of writing it this is. */
export const RATING_FORMAT = 'rapport-rating'
export const RATING_VERSION = 1

/** What a creator answered on a rating sheet, as its file or its pasted text says. */
export const ratingSchema = z.object({
  plan: ulidSchema,
  sheet: ulidSchema,
  scores: scoresSchema,
  comment: z.string().check(z.maxLength(5_000)),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  at: instantSchema,
  /** HMAC-SHA-256 over all of the above under the sheet's key. */
  mac: hashSchema,
})
export type RatingAnswer = z.infer<typeof ratingSchema>

/** What the HMAC is made over: the sheet's script writes the same. */
export function ratingText({ mac: _mac, ...said }: RatingAnswer): string {
  const { plan, sheet, scores, comment, name, at } = said
  return JSON.stringify([
    RATING_FORMAT,
    RATING_VERSION,
    plan,
    sheet,
    ratingParts.map((part) => scores[part]),
    comment,
    name,
    at,
  ])
}
