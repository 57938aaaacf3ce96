import * as z from 'zod/mini'
import { severitySchema } from './guideline.ts'
import { instantSchema, ulidSchema } from './ids.ts'

const code = z.string().check(z.maxLength(120))
const words = z.string().check(z.maxLength(600))
const values = z.array(words).check(z.maxLength(20))
const ids = z.array(z.string().check(z.maxLength(2_300))).check(z.maxLength(100))

/**
 * `review` covers three months, for a talk with the creator; `incident` tells each incident whole; `audit` lists every
 * post with what was found in it.
 */
export const reportKinds = ['weekly', 'monthly', 'review', 'partner', 'incident', 'audit'] as const
export type ReportKind = (typeof reportKinds)[number]

export const reportFormats = ['html', 'md', 'csv', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** One number with all that it rests on. */
export const figureSchema = z.object({
  /** What it is: words under `report.figure.<code>` with `values`. */
  code,
  values,
  /** Null: not captured, or too little of it to say; `missing` says which. */
  value: z.nullable(z.number()),
  missing: z.nullable(z.enum(['not-captured', 'not-enough'])),
  /** `share` and `rate` are of 1; `points` are a change of a score. */
  unit: z.enum(['count', 'share', 'rate', 'score', 'points', 'hours']),
  /** What it truly lies between, where that is known. */
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  n: z.number(),
  /** What `n` counts: words under `report.of.<basis>`. */
  basis: code,
  /** The time it is about; null: everything until the report's moment. */
  from: z.nullable(instantSchema),
  to: z.nullable(instantSchema),
  /** How it is worked out: words under `report.formula.<formula>`, or the formula itself. */
  formula: code,
  /** Only what pages showed: "visible sample of N"; null where nothing was sampled. */
  sample: z.nullable(z.number()),
  confidence: z.nullable(z.enum(['high', 'medium', 'low'])),
  /** Ids of `sources` of the report. */
  evidence: ids,
})
export type Figure = z.infer<typeof figureSchema>

/** One sentence: words under `<section>.<code>` of the locale file with `values`. */
export const lineSchema = z.object({
  section: code,
  code,
  values,
  severity: z.nullable(severitySchema),
  /** The exact words it is about. */
  quote: z.nullable(z.string().check(z.maxLength(2_000))),
  at: z.nullable(instantSchema),
  evidence: ids,
})
export type Line = z.infer<typeof lineSchema>

export const reportSectionSchema = z.object({
  /** Words under `report.section.<code>` with `values`. */
  code,
  values,
  /** Whom it is about; null: everyone. */
  partnerId: z.nullable(ulidSchema),
  figures: z.array(figureSchema).check(z.maxLength(200)),
  lines: z.array(lineSchema).check(z.maxLength(2_000)),
})
export type ReportSection = z.infer<typeof reportSectionSchema>

/** An observation or a decision that something in the report rests on. */
export const sourceOfReportSchema = z.object({
  id: z.string().check(z.maxLength(2_300)),
  kind: z.enum(['post', 'contact', 'deliverable', 'pulse', 'profile']),
  partnerId: z.nullable(ulidSchema),
  /** The beginning of a caption, a title. */
  words,
  url: z.nullable(z.string().check(z.maxLength(2_000))),
  /** When it was captured or written down: first and last. */
  from: instantSchema,
  to: instantSchema,
})
export type ReportSource = z.infer<typeof sourceOfReportSchema>

/** What was known at one moment. As JSON it is whole: every other format is made from it. */
export const reportSchema = z.object({
  format: z.literal('rapport-report'),
  version: z.literal(1),
  /** `vetting`: of a creator who is no partner yet; made on its own page. */
  kind: z.enum([...reportKinds, 'vetting']),
  at: instantSchema,
  /** The time it looks back on. */
  from: instantSchema,
  to: instantSchema,
  /** The one it is about; null: everyone. */
  partner: z.nullable(z.object({ id: ulidSchema, name: words })),
  /** When the oldest and the newest page it rests on were captured; null: none was. */
  captured: z.nullable(z.object({ first: instantSchema, last: instantSchema })),
  sections: z.array(reportSectionSchema).check(z.maxLength(1_000)),
  sources: z.array(sourceOfReportSchema).check(z.maxLength(20_000)),
})
export type Report = z.infer<typeof reportSchema>

/** A report that was made and kept. */
export const keptReportSchema = z.object({
  id: ulidSchema,
  /** `schedule`: by the alarm; those are thinned out, what a person made is not. */
  by: z.enum(['person', 'schedule']),
  at: instantSchema,
  report: reportSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type KeptReport = z.infer<typeof keptReportSchema>
