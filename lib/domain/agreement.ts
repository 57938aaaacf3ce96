import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

/** Longest text of an agreement, in UTF-16 code units: some 130 pages. */
export const MAX_AGREEMENT = 400_000
/** Versions of an agreement's text that are kept. */
export const MAX_VERSIONS = 20

/** The seven that matter most in a crisis come first, after the article; then those of relationship.md B7. */
export const clauseKinds = [
  'misconduct',
  'sensitive-approval',
  'suspension',
  'consultation',
  'compensation',
  'termination',
  'confidentiality',
  'crisis-definition',
  'response-time',
  'takedown',
  'deliverables',
  'approval-window',
  'revisions',
  'exclusivity',
  'usage-rights',
  'stay-live',
  'disclosure',
  'tags',
  'kill-fee',
  'payment',
  'review-date',
] as const
export type ClauseKind = (typeof clauseKinds)[number]

const short = z.string().check(z.minLength(1), z.maxLength(200))
const few = z.array(short).check(z.maxLength(50))
/** A day of the calendar, `2027-03-01`. */
const daySchema = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/))

/** What a clause says in figures, dates and names, as a person has confirmed it; null and empty where it says nothing. */
const clauseValuesSchema = z.object({
  /** Calendar days; working days are kept apart. */
  days: z.nullable(z.number().check(z.int(), z.gte(0), z.lte(36_500))),
  workingDays: z.nullable(z.number().check(z.int(), z.gte(0), z.lte(5_000))),
  hours: z.nullable(z.number().check(z.gte(0), z.lte(100_000))),
  /** How many: posts, rounds of changes. */
  count: z.nullable(z.number().check(z.int(), z.gte(0), z.lte(100_000))),
  percent: z.nullable(z.number().check(z.gte(0), z.lte(1_000))),
  from: z.nullable(daySchema),
  until: z.nullable(daySchema),
  /** As written, with their currency. */
  money: few,
  /** Disclosure labels, as they have to stand in a caption. */
  labels: few,
  /** Without `@` and `#`. */
  handles: few,
  hashtags: few,
  /** Brands that exclusivity is about. */
  names: few,
})
export type ClauseValues = z.infer<typeof clauseValuesSchema>

/** What a person has decided of a passage: that it is this clause with these values, or that it is none. */
const clauseSchema = z.object({
  id: ulidSchema,
  kind: z.enum(clauseKinds),
  decision: z.enum(['confirmed', 'dismissed']),
  /** Version of the text that the quote is of; in an older one it is not in the newest text any more. */
  version: z.number().check(z.int(), z.gte(1), z.lte(MAX_VERSIONS)),
  /** UTF-16 offsets: `text.slice(start, end) === quote`. */
  start: z.number().check(z.int(), z.gte(0), z.lte(MAX_AGREEMENT)),
  end: z.number().check(z.int(), z.gte(0), z.lte(MAX_AGREEMENT)),
  quote: z.string().check(z.minLength(1), z.maxLength(5_000)),
  values: clauseValuesSchema,
  by: z.string().check(z.maxLength(120)),
  at: instantSchema,
})
export type Clause = z.infer<typeof clauseSchema>

const agreementVersionSchema = z.object({
  n: z.number().check(z.int(), z.gte(1), z.lte(MAX_VERSIONS)),
  text: z.string().check(z.minLength(1), z.maxLength(MAX_AGREEMENT)),
  by: z.string().check(z.maxLength(120)),
  at: instantSchema,
})

const agreementDetailsSchema = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(300)),
  /** IANA zone in which its days begin and end: the partner's. */
  timeZone: z.string().check(z.minLength(1), z.maxLength(60)),
  startsOn: z.nullable(daySchema),
  endsOn: z.nullable(daySchema),
  /** When it is to be gone through again. */
  reviewOn: z.nullable(daySchema),
})

/** What was agreed with a partner: its text in versions, and what people have confirmed of it (relationship.md B7). */
export const agreementSchema = z.extend(agreementDetailsSchema, {
  id: ulidSchema,
  partnerId: ulidSchema,
  /** Oldest first. */
  versions: z.array(agreementVersionSchema).check(z.minLength(1), z.maxLength(MAX_VERSIONS)),
  clauses: z.array(clauseSchema).check(z.maxLength(500)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Agreement = z.infer<typeof agreementSchema>

/** What people do with an agreement. */
export const agreementActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('revise'), text: z.string().check(z.maxLength(MAX_AGREEMENT)) }),
  z.object({
    kind: z.literal('decide'),
    clause: z.omit(clauseSchema, { version: true, by: true, at: true }),
  }),
  z.object({ kind: z.literal('undecide'), id: ulidSchema }),
  z.object({ kind: z.literal('details'), details: agreementDetailsSchema }),
])
export type AgreementAction = z.infer<typeof agreementActionSchema>
