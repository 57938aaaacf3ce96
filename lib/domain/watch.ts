import * as z from 'zod/mini'
import { severitySchema } from './guideline.ts'
import { instantSchema, platformSchema, ulidSchema } from './ids.ts'

/** Most phrases of one watch, and most exclusions. */
export const MOST_TERMS = 2_000
const term = z.string().check(z.minLength(1), z.maxLength(200))
const terms = z.array(term).check(z.maxLength(MOST_TERMS))

/**
 * Words that somebody wants to hear of when they turn up (relationship.md B1, B8): phrases, `#hashtags` and `@mentions`.
 * A hit is nothing wrong by itself, which is what tells a watch from a guideline.
 */
export const watchSchema = z.object({
  id: ulidSchema,
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Any of them is a hit. `#name` and `@name` are that hashtag and that account only. */
  terms: terms.check(z.minLength(1)),
  /** Wider phrases in which a term does not count: "god" but not "oh my god". */
  except: terms,
  /** Null: on every site, of every partner. */
  platform: z.nullable(platformSchema),
  partnerId: z.nullable(ulidSchema),
  severity: severitySchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Watch = z.infer<typeof watchSchema>
