import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

/** The cells of the matrix by axis (relationship.md B3, after the article's reach, reputation and relationship). */
export const matrix = {
  reach: ['followers', 'views', 'platforms', 'velocity'],
  reputation: ['category', 'breach', 'media', 'brand'],
  relationship: ['intent', 'cooperation', 'prior', 'response'],
} as const
export type Axis = keyof typeof matrix
export type Cell = (typeof matrix)[Axis][number]
export const axes = ['reach', 'reputation', 'relationship'] as const satisfies readonly Axis[]
export const cells: readonly Cell[] = axes.flatMap<Cell>((axis) => matrix[axis])
export const cellSchema = z.enum([...matrix.reach, ...matrix.reputation, ...matrix.relationship])

export const incidentLevels = ['low', 'medium', 'high', 'critical'] as const
export type IncidentLevel = (typeof incidentLevels)[number]

/** The states of impact.com's task tracker (relationship.md B3). */
export const incidentStatuses = [
  'new',
  'in-progress',
  'blocked',
  'completed',
  'approved',
  'rejected',
  'invalid',
  'duplicate',
] as const
export type IncidentStatus = (typeof incidentStatuses)[number]

/** Who is told, in order (Synthesio's ladder, relationship.md B4). */
export const ladder = ['care', 'manager', 'legal', 'executive'] as const
export type LadderStep = (typeof ladder)[number]

/** What is to be done while an incident is open; which of it, its level says. */
export const protocol = [
  'record',
  'owner',
  'ask-creator',
  'pause',
  'holding',
  'tell-team',
  'counsel',
  'statement',
  'single-voice',
  'tell-executive',
  'review-contract',
] as const
export type ProtocolItem = (typeof protocol)[number]

const line = z.string().check(z.maxLength(300))
const long = z.string().check(z.maxLength(5_000))
const links = z.array(z.string().check(z.maxLength(2_100))).check(z.maxLength(50))
/** 0 none to 4 the gravest; null: unknown. */
const value = z.nullable(z.number().check(z.int(), z.gte(0), z.lte(4)))
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/** A value of one cell, why, and what it rests on. `from`: `record` was worked out, `person` was said. */
export const ratingSchema = z.object({
  cell: cellSchema,
  value,
  from: z.enum(['record', 'person']),
  /** A code under `incident.source` for `record`, with its values; the person's own words else. */
  why: long,
  values: z.array(line).check(z.maxLength(5)),
  /** Ids of posts, contacts or incidents. */
  evidence: links,
})
export type Rating = z.infer<typeof ratingSchema>

/** Why, what is done about it, by whom and by when: all four, or an incident is not closed (B3). */
export const postMortemSchema = z.object({ cause: long, action: long, owner: line, due: z.nullable(day) })
export type PostMortem = z.infer<typeof postMortemSchema>

/** What people do with an incident. */
export const incidentActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rate'), ratings: z.array(ratingSchema).check(z.minLength(1), z.maxLength(12)) }),
  z.object({ kind: z.literal('classify') }),
  z.object({ kind: z.literal('status'), to: z.enum(incidentStatuses), comment: long }),
  z.object({ kind: z.literal('owner'), owner: line }),
  z.object({ kind: z.literal('due'), due: z.nullable(day) }),
  z.object({ kind: z.literal('check'), item: z.enum(protocol), done: z.boolean() }),
  z.object({ kind: z.literal('holding'), text: long }),
  z.object({ kind: z.literal('update'), text: long }),
  z.object({ kind: z.literal('note'), text: long }),
  z.object({ kind: z.literal('capture') }),
  z.object({ kind: z.literal('escalate'), step: z.enum(ladder) }),
  z.object({ kind: z.literal('acknowledge'), by: line }),
  z.object({ kind: z.literal('suspend'), on: z.boolean() }),
  z.object({ kind: z.literal('attach'), evidence: links, comment: long }),
  z.object({ kind: z.literal('post-mortem'), postMortem: postMortemSchema }),
])
export type IncidentAction = z.infer<typeof incidentActionSchema>

export const incidentEventSchema = z.object({
  id: ulidSchema,
  at: instantSchema,
  by: z.string().check(z.maxLength(120)),
  action: incidentActionSchema,
})
export type IncidentEvent = z.infer<typeof incidentEventSchema>

/** Something that went wrong with a creator, and everything done about it, oldest first. What stands is worked out. */
export const incidentSchema = z.object({
  id: ulidSchema,
  partnerId: ulidSchema,
  title: line.check(z.minLength(1)),
  /** The alert it was opened from, by id, in its words; null where a person opened it by hand. */
  alert: z.nullable(z.object({ id: z.string().check(z.maxLength(3_000)), words: long })),
  /** Ids of posts, contacts, deliverables or drafts that it is about. */
  evidence: links,
  openedBy: z.string().check(z.maxLength(120)),
  events: z.array(incidentEventSchema).check(z.maxLength(2_000)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Incident = z.infer<typeof incidentSchema>
