import * as z from 'zod/mini'
import { communicationProtocolSchema } from './communication-protocol.ts'
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

/** How often to be in touch: amber after `idealDays`, red after `maximumDays` (relationship.md B9, e.g. 4 and 6 weeks). */
export const cadenceSchema = z
  .object({
    idealDays: z.number().check(z.int(), z.gte(1), z.lte(730)),
    maximumDays: z.number().check(z.int(), z.gte(1), z.lte(730)),
  })
  .check(z.refine(({ idealDays, maximumDays }) => idealDays <= maximumDays))
export type Cadence = z.infer<typeof cadenceSchema>

/** A creator the brand works with, under every account it posts from. */
export const partnerSchema = z.object({
  id: ulidSchema,
  name: short.check(z.minLength(1)),
  accounts: z.array(accountSchema).check(z.maxLength(50)),
  /** `accountKey` of each account; the store's index. */
  accountKeys: z.array(short).check(z.maxLength(50)),
  relationship: relationshipSchema,
  tags: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(50)),
  /** Of this partner; where it is left out, that of its tags, else everyone's. */
  cadence: z.optional(cadenceSchema),
  /** How to be in touch; left out where nothing was agreed. */
  protocol: z.optional(communicationProtocolSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Partner = z.infer<typeof partnerSchema>
