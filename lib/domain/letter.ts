import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

const subject = z.string().check(z.maxLength(300))
const body = z.string().check(z.maxLength(10_000))

/** A team's own wording of a message, or one of its own making. */
export const letterSchema = z.object({
  id: ulidSchema,
  /** The template that came with Rapport it was copied from; null: made from nothing. */
  base: z.nullable(z.string().check(z.maxLength(40))),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  subject,
  body,
  /** Grows with every change: a logged message names the one it was written by. */
  version: z.number().check(z.int(), z.gte(1)),
  /** Oldest first. */
  earlier: z.array(z.object({ version: z.number(), subject, body, savedAt: instantSchema })).check(z.maxLength(50)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Letter = z.infer<typeof letterSchema>
