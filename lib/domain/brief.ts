import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

const short = z.string().check(z.maxLength(300))
const long = z.string().check(z.maxLength(5_000))
/** `2026-11-30` */
const day = z.nullable(z.iso.date())

/**
 * What a creator is told before they begin. The rules are not written here again: they come from the guideline that the
 * posts are checked against, so that brief and check never say different things.
 */
export const briefSchema = z.object({
  id: ulidSchema,
  guidelineId: ulidSchema,
  /** For one partner, whose agreed deliverables it lists; null for a campaign. */
  partnerId: z.nullable(ulidSchema),
  title: short.check(z.minLength(1)),
  campaign: short,
  /** What it is about, in the team's own words. */
  intro: long,
  /** How it should sound, where words say it better than rules. */
  tone: long,
  /** One a line; beside what was agreed with the partner. */
  deliverables: long,
  startsOn: day,
  endsOn: day,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Brief = z.infer<typeof briefSchema>
