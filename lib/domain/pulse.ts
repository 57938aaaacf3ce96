import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

/** How a person on the team feels the partnership is going, 0 (ending) to 10 (thriving) (relationship.md B10). */
export const pulseSchema = z.object({
  id: ulidSchema,
  partnerId: ulidSchema,
  rating: z.number().check(z.int(), z.gte(0), z.lte(10)),
  note: z.string().check(z.maxLength(5_000)),
  at: instantSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Pulse = z.infer<typeof pulseSchema>
