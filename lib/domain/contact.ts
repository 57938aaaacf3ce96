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
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Contact = z.infer<typeof contactSchema>
