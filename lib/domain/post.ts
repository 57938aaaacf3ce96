import * as z from 'zod/mini'
import { countSchema } from './count.ts'
import { instantSchema, platformSchema } from './ids.ts'
import { absenceSaysSchema, authorSchema, embeddedSchema, labelSchema, metricsSchema } from './observation.ts'

const key = z.string().check(z.maxLength(2_100))
/** Most absences and lost labels kept of one post: the newest. */
export const MOST_CHANGES = 20

/** From `at` to `lastAt` the post's own address said that it is not there. Over once the post is seen after `lastAt`. */
export const absenceSchema = z.object({ says: absenceSaysSchema, at: instantSchema, lastAt: instantSchema })
export type Absence = z.infer<typeof absenceSchema>

/** A paid label that the post carried until `seenAt` at least and that its own page did not show at `at`. */
export const lostLabelSchema = z.object({ label: labelSchema, seenAt: instantSchema, at: instantSchema })
export type LostLabel = z.infer<typeof lostLabelSchema>

/** One post of a tracked partner, however often it was seen. */
export const postSchema = z.object({
  /** `postKey(platform, externalId)` */
  id: key,
  platform: platformSchema,
  externalId: z.string(),
  /** `accountKey` of the author; posts belong to accounts, accounts to partners. */
  account: key,
  url: z.nullable(z.string()),
  author: authorSchema,
  /** The newest text seen; older ones are revisions. */
  text: z.string(),
  textComplete: z.boolean(),
  visibleText: z.nullable(z.string()),
  publishedAt: z.nullable(instantSchema),
  publishedText: z.nullable(z.string()),
  /** `publishedAt`, or `firstSeenAt` where the page showed no date: the order of lists. */
  sortAt: instantSchema,
  metrics: metricsSchema,
  labels: z.array(labelSchema),
  hashtags: z.array(z.string()),
  mentions: z.array(z.string()),
  links: z.array(z.string()),
  lang: z.nullable(z.string()),
  embedded: z.optional(embeddedSchema),
  /** Oldest first; left out while there was none. */
  absences: z.optional(z.array(absenceSchema)),
  lostLabels: z.optional(z.array(lostLabelSchema)),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
})
export type Post = z.infer<typeof postSchema>

/** A text the post carried, from the first to the last time it was seen. */
export const revisionSchema = z.object({
  /** `${postId}#${n}`, n from 1 */
  id: key,
  postId: key,
  text: z.string(),
  textComplete: z.boolean(),
  /** The page showed it cut; its end is from the page's own data. */
  embedded: z.optional(z.literal(true)),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
})
export type Revision = z.infer<typeof revisionSchema>

/** The figures a post showed from `at` until `lastSeenAt`; a new row begins when one of them changes. */
export const metricSnapshotSchema = z.object({
  /** `${postId}@${at}` */
  id: key,
  postId: key,
  at: instantSchema,
  lastSeenAt: instantSchema,
  metrics: metricsSchema,
})
export type MetricSnapshot = z.infer<typeof metricSnapshotSchema>

export const profileSnapshotSchema = z.object({
  /** `${account}@${at}` */
  id: key,
  account: key,
  at: instantSchema,
  lastSeenAt: instantSchema,
  name: z.nullable(z.string()),
  bio: z.nullable(z.string()),
  followers: z.nullable(countSchema),
  following: z.nullable(countSchema),
  posts: z.nullable(countSchema),
  verified: z.nullable(z.boolean()),
})
export type ProfileSnapshot = z.infer<typeof profileSnapshotSchema>
