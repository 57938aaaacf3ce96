import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

/** Longest note, in UTF-16 code units. */
export const MAX_NOTE = 50_000

/** A quick note. Without a partner it is kept in the inbox. */
export const noteSchema = z.object({
  id: ulidSchema,
  partnerId: z.nullable(ulidSchema),
  postId: z.nullable(z.string().check(z.maxLength(2_100))),
  text: z.string().check(z.maxLength(MAX_NOTE)),
  /** A day, `2026-11-30`. */
  followUpOn: z.nullable(z.iso.date()),
  /** Shown before all others. */
  pinned: z.optional(z.boolean()),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Note = z.infer<typeof noteSchema>
