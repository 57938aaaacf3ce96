import * as z from 'zod/mini'
import { hashSchema } from './draft.ts'
import { instantSchema, ulidSchema } from './ids.ts'

/** Whose promise it is, and who rates. */
export const sides = ['brand', 'creator'] as const
export type Side = (typeof sides)[number]
export const sideSchema = z.enum(sides)

/** What both sides rate besides the 0-10 question (relationship.md B5: creator.co's four categories). */
export const ratingParts = ['overall', 'communication', 'clarity', 'freedom', 'payment'] as const
const score = z.number().check(z.int(), z.gte(0), z.lte(10))
export const scoresSchema = z.object({
  /** "How likely are you to work together again?", 0 to 10. */
  overall: score,
  communication: score,
  clarity: score,
  /** Creative freedom. */
  freedom: score,
  payment: score,
})
export type Scores = z.infer<typeof scoresSchema>

export const gateDecisions = ['continue', 'adjust', 'exit'] as const
export type GateDecision = (typeof gateDecisions)[number]

export const dayText = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
export const lineText = z.string().check(z.maxLength(300))
export const longText = z.string().check(z.maxLength(5_000))
export const nameText = z.string().check(z.maxLength(120))

/** A change that one side promises. */
export const promiseSchema = z.object({ id: ulidSchema, side: sideSchema, text: lineText, due: dayText })
export type Promised = z.infer<typeof promiseSchema>

/** What a gate is judged by. `target` in words: what has to be seen for it to be met. */
export const measureSchema = z.object({ id: ulidSchema, name: lineText, target: lineText })
export type Measure = z.infer<typeof measureSchema>

const gate = z.number().check(z.int(), z.gte(0), z.lte(30))

/** What people do with a plan (relationship.md B5). What each is legal after stands in lib/partnership/plan.ts. */
export const planActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('findings'), text: longText }),
  z.object({ kind: z.literal('mistakes'), text: longText }),
  /** The findings and own mistakes were shared with the creator. */
  z.object({ kind: z.literal('share') }),
  z.object({ kind: z.literal('owner'), owner: nameText }),
  z.object({ kind: z.literal('promise'), promise: promiseSchema }),
  z.object({ kind: z.literal('drop-promise'), promiseId: ulidSchema }),
  z.object({ kind: z.literal('outcome'), promiseId: ulidSchema, outcome: z.enum(['kept', 'broken', 'open']) }),
  z.object({ kind: z.literal('measures'), gate, measures: z.array(measureSchema).check(z.maxLength(3)) }),
  z.object({ kind: z.literal('start'), on: dayText }),
  z.object({ kind: z.literal('measure'), gate, measureId: ulidSchema, value: lineText, met: z.boolean() }),
  z.object({ kind: z.literal('decide'), gate, decision: z.enum(gateDecisions), comment: longText }),
  z.object({ kind: z.literal('check-in'), n: z.number().check(z.int(), z.gte(1), z.lte(60)), text: longText }),
  /** A rating sheet was made for the creator. */
  z.object({ kind: z.literal('sheet'), sheetId: ulidSchema }),
  z.object({
    kind: z.literal('rate'),
    side: sideSchema,
    scores: scoresSchema,
    comment: longText,
    sheetId: z.nullable(ulidSchema),
  }),
  z.object({ kind: z.literal('step'), item: z.string().check(z.maxLength(60)), done: z.boolean() }),
  z.object({ kind: z.literal('note'), text: longText }),
  z.object({ kind: z.literal('reopen'), comment: longText }),
])
export type PlanAction = z.infer<typeof planActionSchema>

export const planEventSchema = z.object({ id: ulidSchema, at: instantSchema, by: nameText, action: planActionSchema })
export type PlanEvent = z.infer<typeof planEventSchema>

/** A rating sheet that was given to the creator; the sheet carries the key, so an answer proves no identity. */
export const ratingSheetSchema = z.object({ id: ulidSchema, secret: hashSchema, at: instantSchema })
export type RatingSheet = z.infer<typeof ratingSheetSchema>

/** How trust with a creator is rebuilt. Its state is no field: it follows from the events (`planProgress`). */
export const planSchema = z.object({
  id: ulidSchema,
  partnerId: ulidSchema,
  title: lineText.check(z.minLength(1)),
  /** The incident that it follows; null where it was begun by choice. */
  incidentId: z.nullable(ulidSchema),
  /** Days after the start at which its gates are, as set when it was made. */
  gateDays: z.array(z.number().check(z.int(), z.gte(1), z.lte(730))).check(z.minLength(1), z.maxLength(10)),
  /** A check-in every so many days, for so many days. */
  checkInEvery: z.number().check(z.int(), z.gte(1), z.lte(90)),
  checkInFor: z.number().check(z.int(), z.gte(0), z.lte(365)),
  /** IANA zone that its days are of. */
  timeZone: z.string().check(z.maxLength(60)),
  openedBy: nameText,
  events: z.array(planEventSchema).check(z.maxLength(2_000)),
  sheets: z.array(ratingSheetSchema).check(z.maxLength(100)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Plan = z.infer<typeof planSchema>
