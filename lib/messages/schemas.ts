import * as z from 'zod/mini'
import { agreementActionSchema, agreementSchema, MAX_AGREEMENT } from '../domain/agreement.ts'
import { alertIdSchema, alertStateSchema } from '../domain/alert-state.ts'
import { briefSchema } from '../domain/brief.ts'
import { channelSchema, contactSchema, directionSchema } from '../domain/contact.ts'
import { correctionSchema } from '../domain/correction.ts'
import { deliverableSchema } from '../domain/deliverable.ts'
import { draftActionSchema, draftSchema, draftVersionSchema } from '../domain/draft.ts'
import { guidelineSchema } from '../domain/guideline.ts'
import { incidentActionSchema, incidentSchema } from '../domain/incident.ts'
import { instantSchema, platformSchema, ulidSchema } from '../domain/ids.ts'
import { MAX_TEXT } from '../domain/limits.ts'
import { noteSchema } from '../domain/note.ts'
import { letterSchema } from '../domain/letter.ts'
import { webhookSchema } from '../domain/notify.ts'
import {
  fieldSeenSchema,
  metricsSchema,
  missSeenSchema,
  observationSchema,
  postSeenSchema,
} from '../domain/observation.ts'
import { overrideSchema, repairSchema } from '../domain/override.ts'
import { accountSchema, partnerSchema } from '../domain/partner.ts'
import { planActionSchema, planSchema } from '../domain/plan.ts'
import { postSchema } from '../domain/post.ts'
import { partnerReviewSchema } from '../domain/partner-review.ts'
import { programmeUseSchema } from '../domain/programme.ts'
import { pulseSchema } from '../domain/pulse.ts'
import { ratingSchema } from '../domain/rating.ts'
import { realignmentSchema, sheetActionSchema, sheetContentSchema } from '../domain/realignment.ts'
import { reportKinds } from '../domain/report.ts'
import { signOffSchema } from '../domain/sign-off.ts'
import { settingsSchema } from '../domain/settings.ts'
import { lookBackSchema, vettingDecisions } from '../domain/vetting.ts'
import { waiverSchema } from '../domain/waiver.ts'
import { watchSchema } from '../domain/watch.ts'
import type { Input, MessageName } from './protocol.ts'

const nothing = z.record(z.string(), z.never())
const tabId = z.number().check(z.int(), z.gte(0))
const stamps = { createdAt: true, updatedAt: true, deletedAt: true } as const
/** A name as it was typed; where it is missing the handler says so. */
const typedName = z.string().check(z.maxLength(120))
const count = z.number().check(z.int(), z.gte(0))
const byId = z.object({ id: ulidSchema })

/** What each message must look like; a message without an entry here does not compile. */
export const schemas: { readonly [N in MessageName]: z.ZodMiniType<Input<N>> } = {
  'page.seen': z.object({
    observation: observationSchema,
    misses: z.array(missSeenSchema).check(z.maxLength(100)),
    fields: z.array(fieldSeenSchema).check(z.maxLength(100)),
    checkAll: z.boolean(),
    repairsKey: z.optional(z.string().check(z.maxLength(20))),
    sinceLoad: z.optional(z.boolean()),
  }),
  'post.card': z.object({ platform: platformSchema, post: postSeenSchema }),
  'card.inject': nothing,
  'panel.open': nothing,
  'site.hide': z.object({ platform: platformSchema, hidden: z.boolean() }),
  'override.save': z.extend(z.omit(overrideSchema, stamps), {
    id: z.nullable(ulidSchema),
  }),
  'capture.offer': z.object({ observation: observationSchema }),
  'capture.start': z.object({ tabId }),
  'capture.read': nothing,
  'capture.keep': z.object({
    seenAt: instantSchema,
    partnerId: ulidSchema,
    author: z.string().check(z.maxLength(100)),
    publishedAt: z.nullable(instantSchema),
    metrics: metricsSchema,
    paid: z.boolean(),
    same: z.nullable(z.boolean()),
  }),
  'capture.discard': nothing,
  'partner.track': z.object({
    platform: platformSchema,
    handle: accountSchema.shape.handle,
    name: z.nullable(z.string().check(z.maxLength(300))),
    url: accountSchema.shape.url,
  }),
  'tab.context': z.object({ tabId: z.nullable(tabId) }),
  'page.check': z.object({ tabId }),
  'point.start': z.object({ tabId, field: repairSchema.shape.field }),
  'partner.save': partnerSchema,
  'partner.import': z.object({ partners: z.array(partnerSchema).check(z.maxLength(5_000)) }),
  'partner.delete': byId,
  'partner.restore': byId,
  'note.save': z.pick(noteSchema, { id: true, partnerId: true, postId: true, text: true, followUpOn: true }),
  'note.mark': z.object({
    id: ulidSchema,
    pinned: noteSchema.shape.pinned,
    followUpOn: z.optional(noteSchema.shape.followUpOn),
  }),
  'note.delete': byId,
  'note.restore': byId,
  'contact.log': z.object({
    id: ulidSchema,
    partnerId: ulidSchema,
    direction: directionSchema,
    channel: channelSchema,
    at: instantSchema,
    note: contactSchema.shape.note,
    template: contactSchema.shape.template,
    measured: contactSchema.shape.measured,
  }),
  'contact.delete': byId,
  'deliverable.save': z.omit(deliverableSchema, stamps),
  'deliverable.delete': byId,
  'deliverable.restore': byId,
  'draft.make': z.extend(
    z.pick(draftSchema, { id: true, partnerId: true, title: true, platform: true, kind: true, deliverableId: true }),
    {
      content: z.pick(draftVersionSchema, { caption: true, media: true }),
      by: typedName,
      submit: z.nullable(ulidSchema),
    },
  ),
  'draft.act': z.object({ id: ulidSchema, seen: count, action: draftActionSchema }),
  'draft.handoff': z.object({ id: ulidSchema, seen: count, eventId: ulidSchema, by: typedName, to: typedName }),
  'draft.answer': z.object({ eventId: ulidSchema, signOff: signOffSchema }),
  'draft.delete': byId,
  'draft.restore': byId,
  'brief.save': z.omit(briefSchema, stamps),
  'brief.delete': byId,
  'brief.restore': byId,
  'incident.open': z.extend(
    z.pick(incidentSchema, { id: true, partnerId: true, title: true, alert: true, evidence: true }),
    { by: typedName },
  ),
  'incident.act': z.object({
    id: ulidSchema,
    seen: count,
    eventId: ulidSchema,
    by: typedName,
    action: incidentActionSchema,
  }),
  'incident.reported': z.object({
    id: ulidSchema,
    file: z.string().check(z.maxLength(200)),
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  'incident.delete': byId,
  'incident.restore': byId,
  'vetting.start': z.object({
    id: ulidSchema,
    platform: platformSchema,
    handle: accountSchema.shape.handle,
    name: z.nullable(z.string().check(z.maxLength(300))),
    url: accountSchema.shape.url,
  }),
  'vetting.change': z.object({ id: ulidSchema, base: instantSchema, lookBack: lookBackSchema }),
  'vetting.decide': z.object({
    id: ulidSchema,
    seen: count,
    verdictId: ulidSchema,
    by: typedName,
    decision: z.enum(vettingDecisions),
    reason: z.string().check(z.maxLength(2_000)),
  }),
  'vetting.delete': byId,
  'vetting.restore': byId,
  'agreement.make': z.extend(z.pick(agreementSchema, { id: true, partnerId: true, title: true, timeZone: true }), {
    text: z.string().check(z.maxLength(MAX_AGREEMENT)),
    by: typedName,
  }),
  'agreement.act': z.object({ id: ulidSchema, seen: instantSchema, by: typedName, action: agreementActionSchema }),
  'agreement.delete': byId,
  'agreement.restore': byId,
  'plan.make': z.extend(
    z.pick(planSchema, { id: true, partnerId: true, title: true, incidentId: true, timeZone: true }),
    { by: typedName },
  ),
  'plan.act': z.object({ id: ulidSchema, seen: count, eventId: ulidSchema, by: typedName, action: planActionSchema }),
  'plan.sheet': z.object({ id: ulidSchema, seen: count, eventId: ulidSchema, by: typedName }),
  'plan.rating': z.object({ eventId: ulidSchema, rating: ratingSchema }),
  'plan.delete': byId,
  'plan.restore': byId,
  'realignment.save': z.extend(z.pick(realignmentSchema, { id: true, partnerId: true, planId: true, timeZone: true }), {
    title: z.string().check(z.maxLength(300)),
    content: sheetContentSchema,
    by: typedName,
    seen: z.nullable(instantSchema),
  }),
  'realignment.act': z.object({
    id: ulidSchema,
    seen: instantSchema,
    eventId: ulidSchema,
    by: typedName,
    action: sheetActionSchema,
  }),
  'realignment.delete': byId,
  'realignment.restore': byId,
  'lookback.save': z.extend(z.omit(partnerReviewSchema, stamps), { seen: z.nullable(instantSchema) }),
  'lookback.delete': byId,
  'lookback.restore': byId,
  'programme.save': z.omit(programmeUseSchema, stamps),
  'programme.delete': byId,
  'programme.restore': byId,
  'pulse.save': z.omit(pulseSchema, stamps),
  'pulse.delete': byId,
  'pulse.restore': byId,
  'alert.snooze': z.pick(alertStateSchema, { id: true, until: true }),
  'alert.wake': z.object({ id: alertIdSchema }),
  'watch.save': z.omit(watchSchema, stamps),
  'watch.delete': byId,
  'watch.restore': byId,
  'webhook.save': z.omit(webhookSchema, stamps),
  'webhook.delete': byId,
  'webhook.restore': byId,
  'webhook.test': byId,
  'guideline.save': guidelineSchema,
  'guideline.import': z.object({ guidelines: z.array(guidelineSchema).check(z.maxLength(1_000)) }),
  'guideline.delete': byId,
  'guideline.restore': byId,
  'finding.waive': z.omit(waiverSchema, stamps),
  'finding.unwaive': byId,
  'post.correct': z.object({ postId: postSchema.shape.id }),
  'tone.correct': z.pick(correctionSchema, { id: true, text: true, lang: true, label: true, was: true }),
  'correction.delete': byId,
  'correction.restore': byId,
  'override.delete': byId,
  'override.restore': byId,
  'override.import': z.object({ overrides: z.array(overrideSchema).check(z.maxLength(1_000)) }),
  'rescoring.stop': nothing,
  'rescoring.resume': nothing,
  'record.changed': nothing,
  'settings.save': settingsSchema,
  'tone.read': z.object({
    text: z.string().check(z.maxLength(MAX_TEXT)),
    lang: z.nullable(z.string().check(z.maxLength(35))),
  }),
  'report.make': z.object({ id: ulidSchema, kind: z.enum(reportKinds), partnerId: z.nullable(ulidSchema) }),
  'report.delete': byId,
  'report.restore': byId,
  'letter.save': z.omit(letterSchema, { ...stamps, version: true, earlier: true }),
  'letter.delete': byId,
  'letter.restore': byId,
  'sites.sync': nothing,
  'summaries.refresh': nothing,
  'sample.load': nothing,
}
