import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'
import { dayText } from './plan.ts'

/** What keeps a partnership alive between campaigns (relationship.md B9). */
export const programmeKinds = ['previews', 'rewards', 'co-planning', 'personal', 'development'] as const
export type ProgrammeKind = (typeof programmeKinds)[number]

/** Something of the programme that was done for a creator, on a day of the partner's clocks. */
export const programmeUseSchema = z.object({
  id: ulidSchema,
  partnerId: ulidSchema,
  kind: z.enum(programmeKinds),
  on: dayText,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type ProgrammeUse = z.infer<typeof programmeUseSchema>
