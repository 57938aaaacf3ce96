import * as z from 'zod/mini'
import { countSchema } from './count.ts'
import { instantSchema, platformSchema } from './ids.ts'
import { MAX_COMMENTS, MAX_POSTS, MAX_TEXT } from './limits.ts'

export { MAX_COMMENTS, MAX_POSTS, MAX_TEXT }

export const pageKindSchema = z.enum(['profile', 'post', 'feed', 'search', 'other'])
export type PageKind = z.infer<typeof pageKindSchema>

const short = z.string().check(z.maxLength(2_000))
const text = z.string().check(z.maxLength(MAX_TEXT))

/** `handle` is the last part of the author's link without `@`; `name` is null where only the handle is shown. */
export const authorSchema = z.object({ handle: z.nullable(short), name: z.nullable(short) })
export type Author = z.infer<typeof authorSchema>

export const metricsSchema = z.object({
  likes: z.nullable(countSchema),
  comments: z.nullable(countSchema),
  shares: z.nullable(countSchema),
  views: z.nullable(countSchema),
  saves: z.nullable(countSchema),
})
export type Metrics = z.infer<typeof metricsSchema>

export const labelSchema = z.enum([
  'paid-partnership',
  'sponsored',
  'paid-promotion',
  'ai-generated',
  'pinned',
  'edited',
])
export type Label = z.infer<typeof labelSchema>

/** Labels by which a site says that a post is advertising. */
export const paidLabels: readonly Label[] = ['paid-partnership', 'paid-promotion', 'sponsored']

export const commentSeenSchema = z.object({
  /** The site's own id where the page shows one, else null. */
  id: z.nullable(short),
  author: authorSchema,
  text,
  likes: z.nullable(countSchema),
  publishedAt: z.nullable(instantSchema),
  publishedText: z.nullable(short),
  depth: z.number().check(z.int(), z.gte(0), z.lte(100)),
  pinned: z.boolean(),
  byAuthor: z.boolean(),
})
export type CommentSeen = z.infer<typeof commentSeenSchema>

/** What of a post the page shows cut or roughly, and its own data (JSON that it carries) completes. */
export const embeddedSchema = z.array(z.enum(['text', 'publishedAt'])).check(z.maxLength(2))
export type Embedded = z.infer<typeof embeddedSchema>

export const postSeenSchema = z.object({
  /** null where the page carries none (then the post is shown but not stored). */
  id: z.nullable(short),
  url: z.nullable(short),
  author: authorSchema,
  /** Everything the page holds of the caption, in page order; '' when none is shown. */
  text,
  /** False where the site cut the caption ("more") or shows only a title here. */
  textComplete: z.boolean(),
  /** The part shown before the site's own "more", where the page tells; else null. */
  visibleText: z.nullable(text),
  publishedAt: z.nullable(instantSchema),
  publishedText: z.nullable(short),
  metrics: metricsSchema,
  labels: z.array(labelSchema).check(z.maxLength(20)),
  /** Without `#` / `@`. */
  hashtags: z.array(short).check(z.maxLength(500)),
  mentions: z.array(short).check(z.maxLength(500)),
  /** Absolute addresses the caption links to. */
  links: z.array(short).check(z.maxLength(200)),
  comments: z.array(commentSeenSchema).check(z.maxLength(MAX_COMMENTS)),
  /** Left out where all of it is what the page shows. */
  embedded: z.optional(embeddedSchema),
})
export type PostSeen = z.infer<typeof postSeenSchema>

export const profileSeenSchema = z.object({
  handle: z.nullable(short),
  name: z.nullable(short),
  bio: z.nullable(text),
  followers: z.nullable(countSchema),
  following: z.nullable(countSchema),
  posts: z.nullable(countSchema),
  verified: z.nullable(z.boolean()),
})
export type ProfileSeen = z.infer<typeof profileSeenSchema>

/**
 * What an address says of a post that is not there: `removed`, it says so; `unavailable`, it only says that there is
 * nothing to see here, which may also be because of who is looking.
 */
export const absenceSaysSchema = z.enum(['removed', 'unavailable'])
export type AbsenceSays = z.infer<typeof absenceSaysSchema>

/** What one look at one page showed. The record is made of these; everything else is derived. */
export const observationSchema = z.object({
  platform: platformSchema,
  url: short,
  page: pageKindSchema,
  /** The page's `lang`, which settles counts such as "2 mil"; `TRANSLATED` where the browser has put other words in. */
  lang: z.nullable(z.string().check(z.maxLength(40))),
  seenAt: instantSchema,
  profile: z.nullable(profileSeenSchema),
  posts: z.array(postSeenSchema).check(z.maxLength(MAX_POSTS)),
  /** The post this address is of, where the page says that it is not there. A page that only lacks it says nothing. */
  gone: z.optional(z.object({ id: short, says: absenceSaysSchema })),
})
export type Observation = z.infer<typeof observationSchema>

/** A field that the page should have shown and no strategy found. `field` is e.g. `post.likes`. */
export const missSeenSchema = z.object({
  field: z.string().check(z.maxLength(60)),
  /** Number of places looked at, and how many of them lacked the field. */
  of: z.number().check(z.int(), z.gte(0)),
  missing: z.number().check(z.int(), z.gte(0)),
  /** The strategies tried, in order, as the adapter names them. */
  tried: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(20)),
})
export type MissSeen = z.infer<typeof missSeenSchema>

/** How often one look read a field, and by which strategy: `won[i]` counts the finds of the adapter's strategy `i + 1`. */
export const fieldSeenSchema = z.object({
  field: z.string().check(z.maxLength(60)),
  /** Number of places looked at; those that none of `won` counts lacked the field, be that a miss or normal. */
  of: z.number().check(z.int(), z.gte(0)),
  won: z.array(z.number().check(z.int(), z.gte(0))).check(z.maxLength(20)),
})
export type FieldSeen = z.infer<typeof fieldSeenSchema>
