import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

/**
 * A person's decision that a finding does not count, and why. It covers the finding of one rule with these
 * words (`quote`, or null for a finding without words) on one post, or with `postId` null wherever the rule
 * finds them. A waived finding stays visible and keeps out of the verdict and the score (compliance.md 7.9).
 */
export const waiverSchema = z.object({
  id: ulidSchema,
  /** `postKey`; null: every post. */
  postId: z.nullable(z.string().check(z.maxLength(2_100))),
  ruleId: z.string().check(z.minLength(1), z.maxLength(64)),
  kind: z.string().check(z.minLength(1), z.maxLength(60)),
  /** The finding's `value`. */
  value: z.nullable(z.string().check(z.maxLength(2_100))),
  /** The finding's words, its different quotes one a line: `wordsOf` in lib/guidelines/waive. */
  quote: z.nullable(z.string().check(z.maxLength(2_100))),
  /** `wrong`: the rule was mistaken, which counts against its precision. `accepted`: it was right, and is let pass. */
  because: z.enum(['wrong', 'accepted']),
  reason: z.string().check(z.minLength(1), z.maxLength(2_000)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Waiver = z.infer<typeof waiverSchema>
