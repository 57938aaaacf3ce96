import * as z from 'zod/mini'
import { defaultNotifySettings, notifySettingsSchema } from './notify.ts'
import { cadenceSchema } from './partner.ts'
import { LOOK_BACK } from './vetting.ts'

/** A host of a federated site that the user added, e.g. `{ platform: 'mastodon', host: 'brand.social' }`. */
export const ownHostSchema = z.object({
  platform: z.string().check(z.maxLength(31)),
  host: z.string().check(z.maxLength(253)),
})
export type OwnHost = z.infer<typeof ownHostSchema>

const share = z.number().check(z.gte(0), z.lte(100))
const hours = z.number().check(z.gte(0), z.lte(2_000))

/** What the health of a partnership is judged by; every number is a default that the user may change. */
export const healthSettingsSchema = z.object({
  /** Shares of the score (relationship.md B10); where they do not sum to 100 they are scaled to it. */
  weights: z
    .object({
      compliance: share,
      delivery: share,
      communication: share,
      engagement: share,
      mood: share,
      pulse: share,
    })
    .check(z.refine((weights) => Object.values(weights).some((weight) => weight > 0))),
  /** Nobody is chased before these hours, or this many of their own usual waits (B2). */
  replyFloorHours: hours,
  replyMultiple: z.number().check(z.gte(1), z.lte(20)),
  /** A first late delivery is let off for so long; a missing one is escalated after so long (B2). */
  graceHours: hours,
  escalateHours: hours,
  /** How often to be in touch with everybody (B9); null: no reminders. */
  cadence: z.nullable(cadenceSchema),
  tagCadences: z
    .array(z.object({ tag: z.string().check(z.minLength(1), z.maxLength(60)), cadence: cadenceSchema }))
    .check(z.maxLength(100)),
  /** The engagement formula that was chosen for a site, by id (B0); a site that is not named has its default. */
  formulas: z.optional(z.record(z.string().check(z.maxLength(31)), z.string().check(z.maxLength(100)))),
})
export type HealthSettings = z.infer<typeof healthSettingsSchema>

const clock = z.number().check(z.int(), z.gte(1), z.lte(2_000))

/** How drafts are approved (relationship.md B11); hours, and rounds of changes before it is said that they are spent. */
export const approvalSettingsSchema = z.object({
  /** Each of the two reviews should be done within so long. */
  stageHours: clock,
  /** Hours between reminders inside the team, and to people outside of it. */
  internalHours: clock,
  externalHours: clock,
  revisionLimit: z.number().check(z.int(), z.gte(0), z.lte(50)),
  /** The name that decisions on this machine are signed with, as it was last typed. */
  reviewer: z.string().check(z.maxLength(120)),
})
export type ApprovalSettings = z.infer<typeof approvalSettingsSchema>

const count = (least: number, most: number) => z.number().check(z.int(), z.gte(least), z.lte(most))

/** What alerts beside the health are raised by; every number is a default that the user may change. */
export const watchSettingsSchema = z.object({
  /** So many brands disclosed within so many captured days are too many, and so many late items (relationship.md B2). */
  brands: count(2, 50),
  brandDays: count(1, 90),
  lateItems: count(1, 50),
  lateDays: count(1, 365),
  /** Fewest messages from which a change of their tone is told (B2). */
  toneMessages: count(4, 100),
  /** Percent of the visible comments that could stand under any post (B1). */
  genericPercent: count(10, 100),
  /** Percent alike from which captions of two sponsored posts are copies (B1). */
  alikePercent: count(50, 100),
  /** A hit of a watch is news for so long. */
  hitDays: count(1, 365),
  /** Agreed posts, and everything else, should be looked at again after so many days (B8). */
  agreedLookDays: count(1, 365),
  lookDays: count(1, 365),
  // Added later, so that what was stored before is read with them at their defaults.
  /** More percent of the newest twenty posts are too much advertising (B1). */
  saturationPercent: z.prefault(count(1, 100), 30),
  /** Three posts in a row below so many percent of the usual engagement are a decline (B1). */
  declinePercent: z.prefault(count(1, 100), 70),
  /** Fewest comments from which anything is told of them; standard deviations over the week, and percent of its mean (B3). */
  moodComments: z.prefault(count(3, 1_000), 10),
  moodSigmas: z.prefault(z.number().check(z.gte(0.5), z.lte(10)), 2),
  moodWeekPercent: z.prefault(count(101, 1_000), 150),
  /** More percent of the comments of two hours, and of a day, are negative (B3). */
  negative2hPercent: z.prefault(count(1, 100), 40),
  negative24hPercent: z.prefault(count(1, 100), 30),
})
export type WatchSettings = z.infer<typeof watchSettingsSchema>
const minutes = z.number().check(z.int(), z.gte(1), z.lte(100_000))

/** The clocks of an incident (relationship.md B3), and hours after which each step of the ladder is told (B4). */
export const incidentSettingsSchema = z.object({
  classifyMinutes: minutes,
  holdingMinutes: minutes,
  /** Between updates of a high or critical one, and of others. */
  updateMajorMinutes: minutes,
  updateMinutes: minutes,
  ladderHours: z.array(hours).check(z.minLength(4), z.maxLength(4)),
})
export type IncidentSettings = z.infer<typeof incidentSettingsSchema>

/** How vetting sheets begin (relationship.md B12); each sheet may look back further, or less far. */
export const vettingSettingsSchema = z.object({
  months: count(LOOK_BACK.least, LOOK_BACK.most),
  highRiskMonths: count(LOOK_BACK.leastHighRisk, LOOK_BACK.mostHighRisk),
})
export type VettingSettings = z.infer<typeof vettingSettingsSchema>
/** How many days before its review, and before its end, an agreement is reminded of (relationship.md B7). */
export const agreementSettingsSchema = z.object({
  reviewReminderDays: count(0, 365),
  renewalReminderDays: count(0, 365),
})
export type AgreementSettings = z.infer<typeof agreementSettingsSchema>

const days = count(1, 730)

/** How trust is rebuilt and terms are realigned (relationship.md B5, B6). */
export const planSettingsSchema = z
  .object({
    /** Days after the start of a plan at which its gates are. */
    gateDays: z.array(days).check(z.minLength(1), z.maxLength(10)),
    /** A check-in every so many days, for so many days. */
    checkInEvery: count(1, 90),
    checkInFor: count(0, 365),
    /** Shares of the trust index; where they do not sum to 100 they are scaled to it. */
    trust: z
      .object({ promises: share, replies: share, rating: share })
      .check(z.refine((weights) => Object.values(weights).some((weight) => weight > 0))),
    /** Fewest answers before and since the plan from which the reply time says something. */
    replyAnswers: count(1, 50),
    /** Fewest points that are a trend. */
    trendPoints: count(3, 50),
    /** Days after new terms take effect at which they are reviewed; and the bounds, beyond which a note is needed. */
    reviewDays: days,
    reviewLeast: days,
    reviewMost: days,
    /** Points that the health loses while a review is overdue. */
    reviewPenalty: share,
  })
  .check(z.refine(({ reviewLeast, reviewDays, reviewMost }) => reviewLeast <= reviewDays && reviewDays <= reviewMost))
export type PlanSettings = z.infer<typeof planSettingsSchema>

/** What keeps a partnership going between campaigns (relationship.md B9). */
export const upkeepSettingsSchema = z.object({
  /** Days without anything of the programme after which that is hinted at. */
  programmeDays: count(1, 730),
  /** A milestone, an anniversary or a clean campaign is a reason to get in touch for so many days. */
  occasionDays: count(1, 365),
})
export type UpkeepSettings = z.infer<typeof upkeepSettingsSchema>

/** A filtered list that a person comes back to: its name, and the filter as in the address. */
export const savedViewSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  query: z.record(z.string().check(z.maxLength(30)), z.string().check(z.maxLength(300))),
})
export type SavedView = z.infer<typeof savedViewSchema>

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Jurisdictions whose disclosure rules apply when a guideline names none. */
  jurisdiction: z.string().check(z.maxLength(10)),
  /** Platforms whose overlay the user switched off. */
  hiddenOn: z.array(z.string().check(z.maxLength(31))),
  ownHosts: z.array(ownHostSchema).check(z.maxLength(100)),
  health: healthSettingsSchema,
  approval: approvalSettingsSchema,
  /** Reports that are made by themselves. */
  reports: z.object({ weekly: z.boolean(), monthly: z.boolean() }),
  watch: watchSettingsSchema,
  notify: notifySettingsSchema,
  incidents: incidentSettingsSchema,
  vetting: vettingSettingsSchema,
  agreements: agreementSettingsSchema,
  plans: planSettingsSchema,
  upkeep: upkeepSettingsSchema,
  /** Of the partners table, in the order they were saved. */
  savedViews: z.array(savedViewSchema).check(z.maxLength(50)),
  /** Observations older than this are removed by the retention alarm; null keeps everything. */
  retentionDays: z.nullable(z.number().check(z.int(), z.gte(30), z.lte(3_650))),
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultHealthSettings: HealthSettings = {
  weights: { compliance: 25, delivery: 20, communication: 20, engagement: 15, mood: 10, pulse: 10 },
  replyFloorHours: 48,
  replyMultiple: 2,
  graceHours: 12,
  escalateHours: 24,
  cadence: null,
  tagCadences: [],
}

export const defaultApprovalSettings: ApprovalSettings = {
  stageHours: 24,
  internalHours: 24,
  externalHours: 48,
  revisionLimit: 3,
  reviewer: '',
}

export const defaultWatchSettings: WatchSettings = {
  brands: 3,
  brandDays: 7,
  lateItems: 2,
  lateDays: 30,
  toneMessages: 6,
  genericPercent: 50,
  alikePercent: 80,
  hitDays: 30,
  agreedLookDays: 7,
  lookDays: 14,
  saturationPercent: 30,
  declinePercent: 70,
  moodComments: 10,
  moodSigmas: 2,
  moodWeekPercent: 150,
  negative2hPercent: 40,
  negative24hPercent: 30,
}

export const defaultIncidentSettings: IncidentSettings = {
  classifyMinutes: 15,
  holdingMinutes: 60,
  updateMajorMinutes: 60,
  updateMinutes: 120,
  ladderHours: [0, 1, 4, 24],
}

export const defaultVettingSettings: VettingSettings = { months: 12, highRiskMonths: 36 }
export const defaultAgreementSettings: AgreementSettings = { reviewReminderDays: 14, renewalReminderDays: 30 }

export const defaultPlanSettings: PlanSettings = {
  gateDays: [30, 60, 90],
  checkInEvery: 7,
  checkInFor: 30,
  trust: { promises: 50, replies: 25, rating: 25 },
  replyAnswers: 3,
  trendPoints: 3,
  reviewDays: 60,
  reviewLeast: 30,
  reviewMost: 90,
  reviewPenalty: 10,
}

export const defaultUpkeepSettings: UpkeepSettings = { programmeDays: 60, occasionDays: 30 }

export const defaultSettings: Settings = {
  theme: 'system',
  jurisdiction: 'US',
  hiddenOn: [],
  ownHosts: [],
  health: defaultHealthSettings,
  approval: defaultApprovalSettings,
  reports: { weekly: true, monthly: true },
  watch: defaultWatchSettings,
  notify: defaultNotifySettings,
  incidents: defaultIncidentSettings,
  vetting: defaultVettingSettings,
  agreements: defaultAgreementSettings,
  plans: defaultPlanSettings,
  upkeep: defaultUpkeepSettings,
  savedViews: [],
  retentionDays: 730,
}
