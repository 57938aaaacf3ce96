/** Why a part stands where it does; words under `health.<code>`. */
export const healthReasons = [
  'complianceKept',
  'complianceBroken',
  'complianceReview',
  'engagementUp',
  'engagementSteady',
  'engagementDown',
  'moodPositive',
  'moodMixed',
  'moodNegative',
  'repliesPrompt',
  'repliesSlow',
  'deliveredOnTime',
  'deliveredLate',
  'deliveryMissed',
  'pulseGood',
  'pulseLow',
] as const
export type HealthReasonCode = (typeof healthReasons)[number]

/** The reasons whose words speak well of the partnership; the others say what it loses. */
export const lifting: ReadonlySet<HealthReasonCode> = new Set([
  'complianceKept',
  'engagementUp',
  'engagementSteady',
  'moodPositive',
  'repliesPrompt',
  'deliveredOnTime',
  'pulseGood',
])

/** What a part still needs; words under `health.need.<code>`. */
export const healthNeeds = [
  'morePostsChecked',
  'moreFigures',
  'moreComments',
  'moreContacts',
  'moreDeliverables',
  'pulse',
] as const
export type HealthNeed = (typeof healthNeeds)[number]

/** What holds the score down; words under `health.cap.<code>`, `$1` is the limit. */
export const healthCaps = ['criticalIncident', 'missingDisclosure'] as const
export type HealthCap = (typeof healthCaps)[number]

/** What takes points off the score; words under `health.penalty.<code>`. */
export const healthPenalties = ['reviewOverdue'] as const
export type HealthPenalty = (typeof healthPenalties)[number]

/** Every code health uses, as its locale key below `health.`. */
export const reasonCodes: readonly string[] = [
  ...healthReasons,
  ...healthNeeds.map((code) => `need.${code}`),
  ...healthCaps.map((code) => `cap.${code}`),
  ...healthPenalties.map((code) => `penalty.${code}`),
]
