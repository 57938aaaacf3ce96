import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'
import { dayText, nameText } from './plan.ts'

export const rhythms = ['monthly', 'quarterly'] as const
export const rhythmSchema = z.enum(rhythms)
export type Rhythm = (typeof rhythms)[number]

/** What a review goes through, in the order it is talked about (relationship.md B9). */
export const reviewParts = [
  'delivered',
  'compliance',
  'engagement',
  'mood',
  'alerts',
  'wins',
  'promises',
  'questions',
  'goals',
] as const
export type ReviewPart = (typeof reviewParts)[number]

const text = z.string().check(z.maxLength(10_000))

/** A monthly or quarterly look back with a creator: filled from the record when it is begun, then a person's own words. */
export const partnerReviewSchema = z.object({
  id: ulidSchema,
  partnerId: ulidSchema,
  rhythm: rhythmSchema,
  /** Days on the partner's clocks; `to` is the day it was begun. */
  from: dayText,
  to: dayText,
  /** IANA zone that its days are of. */
  timeZone: z.string().check(z.maxLength(60)),
  parts: z.object({
    delivered: text,
    compliance: text,
    engagement: text,
    mood: text,
    alerts: text,
    wins: text,
    promises: text,
    questions: text,
    goals: text,
  }),
  by: nameText,
  /** The day it was talked through; null until then. */
  heldOn: z.nullable(dayText),
  /** The day of the next one; null: none is planned. */
  nextOn: z.nullable(dayText),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type PartnerReview = z.infer<typeof partnerReviewSchema>
