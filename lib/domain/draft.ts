import * as z from 'zod/mini'
import { deliverableKinds } from './deliverable.ts'
import { instantSchema, platformSchema, ulidSchema } from './ids.ts'

/** Longest caption of a draft, in UTF-16 code units; every site's own limit is lower. */
export const MAX_CAPTION = 20_000

const name = z.string().check(z.minLength(1), z.maxLength(120))
const comment = z.string().check(z.maxLength(5_000))
const address = z.nullable(z.string().check(z.maxLength(2_000)))
const versionNumber = z.number().check(z.int(), z.gte(1), z.lte(200))
/** SHA-256 as 64 hexadecimal digits. */
export const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** Names of files, or links to them, that go with the caption. */
const media = z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.maxLength(30))

/** What is to be posted, as it stood at one time; never changed, only followed by another. */
export const draftVersionSchema = z.object({
  n: versionNumber,
  caption: z.string().check(z.maxLength(MAX_CAPTION)),
  media,
  by: name,
  at: instantSchema,
})
export type DraftVersion = z.infer<typeof draftVersionSchema>

/** What people do with a draft (relationship.md B11). What each is legal after stands in lib/partnership/approval.ts. */
export const draftActions = [
  'revise',
  'submit',
  'begin',
  'pass-compliance',
  'approve',
  'request-changes',
  'hold',
  'resume',
  'reject',
  'reopen',
  'hand-off',
  'remind',
  'escalate',
  'match',
  'unmatch',
  'undo',
] as const
export type DraftAction = (typeof draftActions)[number]

/** One decision about a draft: who, when, why, and about which version. */
export const draftEventSchema = z.object({
  id: ulidSchema,
  kind: z.enum(draftActions),
  /** A name that was typed: nobody has an account here. */
  by: name,
  at: instantSchema,
  comment,
  version: versionNumber,
  /** Of `approve`: SHA-256 over that version's caption and media, by `hashOfVersion`. */
  hash: z.nullable(hashSchema),
  /** Of `match`: `postKey` of the live post, or only its address where it was not captured yet. */
  post: z.nullable(z.object({ id: z.nullable(z.string().check(z.maxLength(2_100))), url: address })),
  /** Of `undo`: the event that does not count any more. Of an answer to a sheet: the sheet. */
  of: z.nullable(ulidSchema),
})
export type DraftEvent = z.infer<typeof draftEventSchema>

/** What a person asks to be done; `id` becomes the event's, so that a message that is repeated is done once. */
export const draftActionSchema = z.extend(
  z.pick(draftEventSchema, { id: true, kind: true, comment: true, post: true, of: true }),
  {
    /** May be missing here, so that the refusal can say so. */
    by: z.string().check(z.maxLength(120)),
    /** Of `revise`: the new version. */
    content: z.nullable(z.pick(draftVersionSchema, { caption: true, media: true })),
  },
)
export type DraftActionInput = z.infer<typeof draftActionSchema>

/** A review sheet that was handed to somebody without Rapport, and what its answer is checked against. */
export const sheetSchema = z.object({
  id: ulidSchema,
  version: versionNumber,
  hash: hashSchema,
  stage: z.enum(['compliance-review', 'creative-review']),
  /** Key of the answer's HMAC, 64 hexadecimal digits. The sheet carries it, so it proves no identity. */
  secret: hashSchema,
  at: instantSchema,
})
export type Sheet = z.infer<typeof sheetSchema>

/** A post before it is live. Its state is no field: it follows from the events (`progressOf`). */
export const draftSchema = z.object({
  id: ulidSchema,
  partnerId: ulidSchema,
  title: z.string().check(z.maxLength(300)),
  platform: platformSchema,
  kind: z.enum(deliverableKinds),
  deliverableId: z.nullable(ulidSchema),
  versions: z.array(draftVersionSchema).check(z.minLength(1), z.maxLength(200)),
  /** In the order they happened. */
  events: z.array(draftEventSchema).check(z.maxLength(2_000)),
  sheets: z.array(sheetSchema).check(z.maxLength(200)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Draft = z.infer<typeof draftSchema>

/** The name that findings of a draft are waived under, where a post has its `postKey`. */
export const draftPostId = (draftId: string): string => `draft:${draftId}`

/** The draft that such a name is about; null for a post. */
export const draftIdOf = (postId: string): string | null =>
  postId.startsWith('draft:') ? postId.slice('draft:'.length) : null
