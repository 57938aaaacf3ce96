import * as z from 'zod/mini'
import { instantSchema, platformSchema, ulidSchema } from './ids.ts'

const short = z.string().check(z.maxLength(300))

export const accountSchema = z.object({
  platform: platformSchema,
  /** As the site spells it, without `@`; compared through `accountKey`. */
  handle: short.check(z.minLength(1)),
  url: z.nullable(z.string().check(z.maxLength(2_000))),
})
export type Account = z.infer<typeof accountSchema>

/** What the brand gives the creator; decides what a post must disclose (compliance.md 7.3). */
export const relationshipSchema = z.enum(['paid', 'gift', 'affiliate', 'employee', 'own-brand', 'event', 'none'])
export type Relationship = z.infer<typeof relationshipSchema>

/** A creator the brand works with, under every account it posts from. */
export const partnerSchema = z.object({
  id: ulidSchema,
  name: short.check(z.minLength(1)),
  accounts: z.array(accountSchema).check(z.maxLength(50)),
  /** `accountKey` of each account; the store's index. */
  accountKeys: z.array(short).check(z.maxLength(50)),
  relationship: relationshipSchema,
  tags: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(50)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Partner = z.infer<typeof partnerSchema>
