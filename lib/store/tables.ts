import type { z as Zod } from 'zod/mini'
import { agreementSchema } from '../domain/agreement.ts'
import { alertStateSchema } from '../domain/alert-state.ts'
import { assessmentSchema } from '../domain/assessment.ts'
import { briefSchema } from '../domain/brief.ts'
import { commentSchema } from '../domain/comment.ts'
import { contactSchema } from '../domain/contact.ts'
import { correctionSchema } from '../domain/correction.ts'
import { deliverableSchema } from '../domain/deliverable.ts'
import { draftSchema } from '../domain/draft.ts'
import { evidenceLinkSchema } from '../domain/evidence.ts'
import { guidelineSchema } from '../domain/guideline.ts'
import { guidelineVersionSchema } from '../domain/guideline-version.ts'
import { letterSchema } from '../domain/letter.ts'
import { incidentSchema } from '../domain/incident.ts'
import { missSchema } from '../domain/miss.ts'
import { noteSchema } from '../domain/note.ts'
import { newsSchema, sendingSchema, webhookSchema } from '../domain/notify.ts'
import { overrideSchema } from '../domain/override.ts'
import { partnerSchema } from '../domain/partner.ts'
import { metricSnapshotSchema, postSchema, profileSnapshotSchema, revisionSchema } from '../domain/post.ts'
import { partnerReviewSchema } from '../domain/partner-review.ts'
import { planSchema } from '../domain/plan.ts'
import { programmeUseSchema } from '../domain/programme.ts'
import { pulseSchema } from '../domain/pulse.ts'
import { readRatesSchema } from '../domain/read-rates.ts'
import { realignmentSchema } from '../domain/realignment.ts'
import { keptReportSchema } from '../domain/report.ts'
import { summarySchema, touchedSchema } from '../domain/summary.ts'
import { vettingSchema } from '../domain/vetting.ts'
import { waiverSchema } from '../domain/waiver.ts'
import { watchSchema } from '../domain/watch.ts'
import type { Rows, TableName } from './interface.ts'

/**
 * How an index finds rows. `[group, order]`: the rows whose field `group` has one value, in the order of
 * field `order`, ties by key. `{ each }`: one entry per member of a list. `{ field }`: all rows in the
 * field's order. A row whose field is missing or null is not in the index.
 */
export type Index = readonly [group: string, order: string] | { readonly each: string } | { readonly field: string }

interface Table<T extends TableName> {
  readonly schema: Zod.ZodMiniType<Rows[T]>
  readonly key: string
  readonly indexes: Readonly<Record<string, Index>>
}

/**
 * The tables as the questions use them. What browsing makes grow is only ever read through an index;
 * what people make (partners, guidelines, notes, contacts, drafts, plans, reviews, alert states and the like),
 * summaries (one per partner), open alerts (news), what was sent to webhooks, misses (one per site, page and field) and rates (one per site and page) may be read whole. A changed index needs a migration: a test compares
 * this with what the migrations make.
 */
export const tables: { readonly [T in TableName]: Table<T> } = {
  partners: { schema: partnerSchema, key: 'id', indexes: { account: { each: 'accountKeys' } } },
  posts: {
    schema: postSchema,
    key: 'id',
    indexes: { account: ['account', 'sortAt'], lastSeen: { field: 'lastSeenAt' } },
  },
  revisions: {
    schema: revisionSchema,
    key: 'id',
    indexes: { post: ['postId', 'firstSeenAt'], lastSeen: { field: 'lastSeenAt' } },
  },
  comments: {
    schema: commentSchema,
    key: 'id',
    indexes: { post: ['postId', 'firstSeenAt'], lastSeen: { field: 'lastSeenAt' } },
  },
  metrics: {
    schema: metricSnapshotSchema,
    key: 'id',
    indexes: { post: ['postId', 'at'], lastSeen: { field: 'lastSeenAt' } },
  },
  profiles: {
    schema: profileSnapshotSchema,
    key: 'id',
    indexes: { account: ['account', 'at'], lastSeen: { field: 'lastSeenAt' } },
  },
  assessments: {
    schema: assessmentSchema,
    key: 'postId',
    indexes: { account: ['account', 'basis'] },
  },
  guidelines: { schema: guidelineSchema, key: 'id', indexes: {} },
  guidelineVersions: {
    schema: guidelineVersionSchema,
    key: 'id',
    indexes: { guideline: ['guidelineId', 'savedAt'] },
  },
  waivers: { schema: waiverSchema, key: 'id', indexes: {} },
  corrections: { schema: correctionSchema, key: 'id', indexes: {} },
  notes: { schema: noteSchema, key: 'id', indexes: { partner: ['partnerId', 'createdAt'] } },
  contacts: { schema: contactSchema, key: 'id', indexes: { partner: ['partnerId', 'at'] } },
  deliverables: { schema: deliverableSchema, key: 'id', indexes: { partner: ['partnerId', 'dueAt'] } },
  drafts: { schema: draftSchema, key: 'id', indexes: { partner: ['partnerId', 'createdAt'] } },
  briefs: { schema: briefSchema, key: 'id', indexes: {} },
  incidents: { schema: incidentSchema, key: 'id', indexes: { partner: ['partnerId', 'createdAt'] } },
  agreements: { schema: agreementSchema, key: 'id', indexes: { partner: ['partnerId', 'createdAt'] } },
  evidence: { schema: evidenceLinkSchema, key: 'id', indexes: { incident: ['incidentId', 'id'] } },
  vettings: { schema: vettingSchema, key: 'id', indexes: { account: { each: 'accountKeys' } } },
  plans: { schema: planSchema, key: 'id', indexes: { partner: ['partnerId', 'createdAt'] } },
  realignments: { schema: realignmentSchema, key: 'id', indexes: { partner: ['partnerId', 'createdAt'] } },
  reviews: { schema: partnerReviewSchema, key: 'id', indexes: { partner: ['partnerId', 'createdAt'] } },
  programme: { schema: programmeUseSchema, key: 'id', indexes: { partner: ['partnerId', 'createdAt'] } },
  pulses: { schema: pulseSchema, key: 'id', indexes: { partner: ['partnerId', 'at'] } },
  alertStates: { schema: alertStateSchema, key: 'id', indexes: {} },
  watches: { schema: watchSchema, key: 'id', indexes: {} },
  news: { schema: newsSchema, key: 'id', indexes: { partner: ['partnerId', 'at'] } },
  webhooks: { schema: webhookSchema, key: 'id', indexes: {} },
  sendings: { schema: sendingSchema, key: 'id', indexes: { next: { field: 'nextAt' } } },
  misses: { schema: missSchema, key: 'id', indexes: { platform: ['platform', 'field'] } },
  readRates: { schema: readRatesSchema, key: 'id', indexes: {} },
  overrides: { schema: overrideSchema, key: 'id', indexes: {} },
  reports: { schema: keptReportSchema, key: 'id', indexes: {} },
  letters: { schema: letterSchema, key: 'id', indexes: {} },
  summaries: { schema: summarySchema, key: 'id', indexes: {} },
  touched: { schema: touchedSchema, key: 'id', indexes: {} },
}

export const tableNames = Object.keys(tables) as TableName[]

/** Worked out from the other tables, and no part of the record's file. */
export const derived = ['summaries', 'touched'] as const satisfies readonly TableName[]

/** One-row-per-name values: the settings and the hash key. */
export const META = 'meta'
