import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'
import { dayText, lineText, longText, nameText, sideSchema } from './plan.ts'

/** Where a metric's value comes from: a person says it, or it is read off the record on every visit. */
export const metricSources = ['person', 'reply-hours', 'on-time', 'clean-posts', 'health'] as const

const number = z.number().check(z.gte(-1e12), z.lte(1e12))

/** One changed term (relationship.md B6): what it was, what it is now, why, and what shows it. */
export const changeRowSchema = z.object({
  id: ulidSchema,
  from: longText,
  to: longText,
  reason: longText,
  /** Addresses of examples; each row needs one. */
  examples: z.array(z.string().check(z.maxLength(2_000))).check(z.maxLength(20)),
})
export type ChangeRow = z.infer<typeof changeRowSchema>

export const metricSchema = z.object({
  id: ulidSchema,
  name: lineText,
  source: z.enum(metricSources),
  baseline: number,
  target: number,
  checkInOn: dayText,
})
export type Metric = z.infer<typeof metricSchema>

/** What a change sheet says. */
export const sheetContentSchema = z.object({
  effectiveOn: dayText,
  reviewOn: dayText,
  /** Why the review is outside of its bounds; '' where it is inside. */
  reviewNote: longText,
  rows: z.array(changeRowSchema).check(z.maxLength(50)),
  metrics: z.array(metricSchema).check(z.maxLength(20)),
  /** What both sides confirm by acknowledging, in words. */
  acknowledgement: longText,
})
export type SheetContent = z.infer<typeof sheetContentSchema>

export const sheetVersionSchema = z.extend(sheetContentSchema, {
  n: z.number().check(z.int(), z.gte(1), z.lte(200)),
  by: nameText,
  at: instantSchema,
})
export type SheetVersion = z.infer<typeof sheetVersionSchema>

export const reviewOutcomes = ['met', 'again', 'ended'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]

/** What people do with a change sheet besides writing it. */
export const sheetActionSchema = z.discriminatedUnion('kind', [
  /** `name` of that side agreed to a version, on a day. */
  z.object({ kind: z.literal('acknowledge'), side: sideSchema, name: nameText, on: dayText, version: z.number() }),
  z.object({ kind: z.literal('value'), metricId: ulidSchema, value: number }),
  z.object({
    kind: z.literal('review'),
    outcome: z.enum(reviewOutcomes),
    comment: longText,
    /** Of `again`: the day of the next review. */
    nextOn: z.nullable(dayText),
  }),
  z.object({ kind: z.literal('reopen'), comment: longText }),
])
export type SheetAction = z.infer<typeof sheetActionSchema>

export const sheetEventSchema = z.object({ id: ulidSchema, at: instantSchema, by: nameText, action: sheetActionSchema })
export type SheetEvent = z.infer<typeof sheetEventSchema>

/** Terms of a partnership that change, version by version. Where it stands follows from its versions and events. */
export const realignmentSchema = z.object({
  id: ulidSchema,
  partnerId: ulidSchema,
  title: lineText.check(z.minLength(1)),
  /** The recovery plan that it belongs to; null for none. */
  planId: z.nullable(ulidSchema),
  /** IANA zone that its days are of. */
  timeZone: z.string().check(z.maxLength(60)),
  versions: z.array(sheetVersionSchema).check(z.minLength(1), z.maxLength(200)),
  events: z.array(sheetEventSchema).check(z.maxLength(2_000)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Realignment = z.infer<typeof realignmentSchema>
