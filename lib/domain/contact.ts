import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

export const directionSchema = z.enum(['out', 'in'])
export type Direction = z.infer<typeof directionSchema>
export const channelSchema = z.enum(['email', 'dm', 'call', 'meeting', 'chat', 'other'])
export type Channel = z.infer<typeof channelSchema>

/** A touch with the creator: who reached out, how, when. */
export const contactSchema = z.object({
  id: ulidSchema,
  partnerId: ulidSchema,
  direction: directionSchema,
  channel: channelSchema,
  at: instantSchema,
  note: z.string().check(z.maxLength(5_000)),
  /** The message template it was written by, and its version. */
  template: z.optional(
    z.object({ id: z.string().check(z.minLength(1), z.maxLength(40)), version: z.number().check(z.int(), z.gte(1)) }),
  ),
  /** Of a message's text that was pasted: its length in UTF-16 code units, and how warm it sounds, -1 to 1. */
  measured: z.optional(
    z.object({ chars: z.number().check(z.int(), z.gte(0)), warmth: z.nullable(z.number().check(z.gte(-1), z.lte(1))) }),
  ),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Contact = z.infer<typeof contactSchema>
