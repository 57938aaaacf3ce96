import * as z from 'zod/mini'
import { instantSchema, platformSchema, ulidSchema } from './ids.ts'

const short = z.string().check(z.maxLength(300))
const tag = z.string().check(z.maxLength(200))

/** What is to be delivered; `milestone` is anything that is no post: signed, shipped, paid. */
export const deliverableKinds = ['post', 'reel', 'story', 'video', 'short', 'stream', 'milestone'] as const

/** Something a creator has agreed to deliver, and the post that is it once a person has said so. */
export const deliverableSchema = z.object({
  id: ulidSchema,
  partnerId: ulidSchema,
  title: short.check(z.minLength(1)),
  kind: z.enum(deliverableKinds),
  /** Null where any of the creator's accounts will do. */
  platform: z.nullable(platformSchema),
  /** What was asked for, in words. */
  brief: z.string().check(z.maxLength(20_000)),
  /** The guideline the post has to pass; null for those in force anyway. */
  guidelineId: z.nullable(ulidSchema),
  /** What the post is recognised by, without `#` and `@`; offers a match, decides nothing. */
  hashtags: z.array(tag).check(z.maxLength(50)),
  mentions: z.array(tag).check(z.maxLength(50)),
  dueAt: instantSchema,
  /** IANA zone the due time was agreed in: what is shown, and what "same day" means. */
  timeZone: z.string().check(z.maxLength(60)),
  /** `postKey` of the live post, or its address where it was not seen yet. */
  postId: z.nullable(z.string().check(z.maxLength(2_100))),
  postUrl: z.nullable(z.string().check(z.maxLength(2_000))),
  /** Said by a person: when it was delivered, where no post shows it (a story, a milestone). */
  doneAt: z.nullable(instantSchema),
  /** Called off: counts for nothing. */
  cancelledAt: z.nullable(instantSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Deliverable = z.infer<typeof deliverableSchema>
