import * as z from 'zod/mini'
import { countSchema } from './count.ts'
import { instantSchema } from './ids.ts'
import { toneSchema } from './tone.ts'

const key = z.string().check(z.maxLength(2_300))

/**
 * A visible comment. Who wrote it is not kept: `authorHash` is a keyed hash (the key never leaves this
 * machine) that only serves to tell two comments apart. `byAuthor`: the post's own creator replying.
 */
export const commentSchema = z.object({
  /** `${postId}/${site id, or keyed hash of author and text}` */
  id: key,
  postId: key,
  authorHash: z.nullable(z.string()),
  text: z.string(),
  likes: z.nullable(countSchema),
  publishedAt: z.nullable(instantSchema),
  publishedText: z.nullable(z.string()),
  depth: z.number(),
  pinned: z.boolean(),
  byAuthor: z.boolean(),
  /** Derived; recomputed when `toneEngine` is not the current one. */
  tone: toneSchema,
  /** Probability that it is spam, by the same engine; null or left out where that cannot tell. */
  spam: z.optional(z.nullable(z.number())),
  toneEngine: z.string(),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
})
export type Comment = z.infer<typeof commentSchema>
