import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'
import { accountSchema } from './partner.ts'

const short = z.string().check(z.maxLength(300))

export const vettingDecisions = ['approve', 'tentative', 'reject'] as const
export type VettingDecision = (typeof vettingDecisions)[number]

/** Months that a sheet looks back: 6 to 24, and 36 and more in high-risk sectors (relationship.md B12). */
export const LOOK_BACK = { least: 6, most: 24, leastHighRisk: 36, mostHighRisk: 120 } as const

export const lookBackSchema = z
  .object({
    months: z.number().check(z.int(), z.gte(LOOK_BACK.least), z.lte(LOOK_BACK.mostHighRisk)),
    highRisk: z.boolean(),
  })
  .check(z.refine(isLookBack))
export type LookBack = z.infer<typeof lookBackSchema>

/** Whether a sheet of that kind may look back so far. */
export function isLookBack({ months, highRisk }: { months: number; highRisk: boolean }): boolean {
  return highRisk ? months >= LOOK_BACK.leastHighRisk : months <= LOOK_BACK.most
}

/** What somebody decided, why, and how much of the creator was visible then. */
export const vettingVerdictSchema = z.object({
  id: ulidSchema,
  at: instantSchema,
  by: z.string().check(z.minLength(1), z.maxLength(120)),
  decision: z.enum(vettingDecisions),
  reason: z.string().check(z.minLength(1), z.maxLength(2_000)),
  /** Captured posts within the look-back, and the oldest and newest of them; null: none. */
  posts: z.number().check(z.int(), z.gte(0)),
  from: z.nullable(instantSchema),
  to: z.nullable(instantSchema),
})
export type VettingVerdict = z.infer<typeof vettingVerdictSchema>

/** A creator who is looked at before they become a partner. The last of `verdicts` stands; none is ever taken away. */
export const vettingSchema = z.object({
  id: ulidSchema,
  name: short.check(z.minLength(1)),
  accounts: z.array(accountSchema).check(z.minLength(1), z.maxLength(50)),
  /** `accountKey` of each account; the store's index. */
  accountKeys: z.array(short).check(z.minLength(1), z.maxLength(50)),
  lookBack: lookBackSchema,
  verdicts: z.array(vettingVerdictSchema).check(z.maxLength(200)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Vetting = z.infer<typeof vettingSchema>

/** The decision that stands; null: nobody has decided yet. */
export const standingVerdict = ({ verdicts }: Vetting): VettingVerdict | null => verdicts.at(-1) ?? null
