import type { Assessment } from '../domain/assessment.ts'
import type { Contact } from '../domain/contact.ts'
import type { Post } from '../domain/post.ts'
import type { Pulse } from '../domain/pulse.ts'
import { againstBaseline, BASELINE, RECENT } from './engagement.ts'
import type { Delivery } from './delivery.ts'
import { communicationOf } from './reply-times.ts'
import type { ReplySettings } from './reply-times.ts'
import type { HealthNeed, HealthReasonCode } from './reasons.ts'

/** One part of the score before its weight is known. */
export interface PartResult {
  readonly score: number | null
  readonly n: number
  readonly need: { readonly code: HealthNeed; readonly values: string[] } | null
  /** Why, with the observations it rests on. */
  readonly reason: { readonly code: HealthReasonCode; readonly values: string[]; readonly evidence: string[] } | null
}

/** Checked posts, comments and outgoing contacts below which a part says nothing (B3, B10; defaults). */
export const MIN_CHECKED = 3
export const MIN_COMMENTS = 10
export const MIN_CONTACTS = 3
/** Most ids a reason links to. */
const EVIDENCE = 10

function lacking(code: HealthNeed, n: number, ...values: number[]): PartResult {
  return { score: null, n, need: { code, values: values.map(String) }, reason: null }
}

/** The mean over checked posts: pass 100, review 50, fail 0. A post whose caption is cut is not counted. */
export function compliancePart(assessments: readonly Assessment[]): PartResult {
  const checked = assessments.filter(isChecked)
  const n = checked.length
  if (n < MIN_CHECKED) return lacking('morePostsChecked', n, MIN_CHECKED - n)
  const of = (verdict: Assessment['verdict']): string[] =>
    checked.filter((one) => one.verdict === verdict).map((one) => one.postId)
  const failed = of('fail')
  const review = of('review')
  const score = (100 * (n - failed.length) - 50 * review.length) / n
  const count = String(n)
  if (failed.length > 0) {
    const evidence = failed.slice(0, EVIDENCE)
    const values = [String(failed.length), count]
    return { score, n, need: null, reason: { code: 'complianceBroken', values, evidence } }
  }
  if (review.length > 0) {
    const evidence = review.slice(0, EVIDENCE)
    const values = [String(review.length), count]
    return { score, n, need: null, reason: { code: 'complianceReview', values, evidence } }
  }
  const evidence = of('pass').slice(0, EVIDENCE)
  return { score, n, need: null, reason: { code: 'complianceKept', values: [count], evidence } }
}

/** False where no guideline applied, or where the only open question is what the page did not show. */
function isChecked({ verdict, findings }: Assessment): boolean {
  if (verdict === 'unknown') return false
  if (verdict !== 'review') return true
  return findings.some(
    ({ weight, status, waived }) =>
      weight === 'must' &&
      waived === undefined &&
      (status === 'review' || status === 'buried' || status === 'ambiguous'),
  )
}

/** Points of the line from the ratio to its own baseline to the score: as always is 80, a default of our own. */
const CURVE: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.4, 25],
  [0.7, 55],
  [1, 80],
  [1.3, 100],
]

/**
 * The newest posts against the creator's own earlier ones, per account, weighted by usable posts. `formulas`: those
 * that were chosen, by site.
 */
export function engagementPart(posts: readonly Post[], formulas: Readonly<Record<string, string>> = {}): PartResult {
  const accounts = Map.groupBy(posts, (post) => post.account)
  let most = 0
  let n = 0
  let sum = 0
  let ratios = 0
  const evidence: string[] = []
  for (const own of accounts.values()) {
    const platform = own[0]?.platform ?? ''
    const compared = againstBaseline(platform, own, formulas[platform])
    most = Math.max(most, compared.n)
    if (compared.ratio === null) continue
    n += compared.n
    sum += compared.n * alongCurve(compared.ratio)
    ratios += compared.n * compared.ratio
    evidence.push(...compared.recent)
  }
  if (n === 0) return lacking('moreFigures', most, Math.max(1, RECENT + BASELINE - most))
  const ratio = ratios / n
  const code = ratio >= 1.1 ? 'engagementUp' : ratio >= 0.9 ? 'engagementSteady' : 'engagementDown'
  const values = [String(Math.round(Math.abs(ratio - 1) * 100)), String(n)]
  return { score: sum / n, n, need: null, reason: { code, values, evidence: evidence.slice(0, EVIDENCE) } }
}

function alongCurve(ratio: number): number {
  for (const [i, [x, y]] of CURVE.entries()) {
    const [x0, y0] = CURVE[i - 1] ?? [x, y]
    if (ratio <= x) return x === x0 ? y : y0 + ((y - y0) * (ratio - x0)) / (x - x0)
  }
  return 100
}

/** Comments of a clear tone: 50 + 50 x (positive - negative) / all of them. Unclear ones say nothing. */
export function moodPart(assessments: readonly Assessment[]): PartResult {
  const heard = assessments.filter(({ mood }) => mood.n - mood.unclear > 0)
  const sum = (of: (mood: Assessment['mood']) => number): number => heard.reduce((all, { mood }) => all + of(mood), 0)
  const positive = sum((mood) => mood.positive)
  const negative = sum((mood) => mood.negative)
  const n = positive + negative + sum((mood) => mood.neutral)
  if (n < MIN_COMMENTS) return lacking('moreComments', n, MIN_COMMENTS - n)
  const score = 50 + (50 * (positive - negative)) / n
  const code = score >= 65 ? 'moodPositive' : score >= 45 ? 'moodMixed' : 'moodNegative'
  const share = (part: number): string => String(Math.round((100 * part) / n))
  const evidence = heard.toSorted((a, b) => b.mood.n - a.mood.n).map(({ postId }) => postId)
  const values = [share(positive), share(negative), String(n)]
  return { score, n, need: null, reason: { code, values, evidence: evidence.slice(0, EVIDENCE) } }
}

/** Points of a reply by the hours it took; what takes longer scores 25, what never came 0. */
const REPLY: readonly (readonly [number, number])[] = [
  [24, 100],
  [48, 80],
  [96, 50],
]

/**
 * The creator's replies to what was sent. Several messages in a row before a reply are one question, asked at
 * the first; one that is not overdue yet is not counted (B2).
 */
export function communicationPart(contacts: readonly Contact[], now: number, settings?: ReplySettings): PartResult {
  const { exchanges, open, dayHours } = communicationOf(contacts, now, settings)
  const counted = exchanges.filter(({ answerId }) => answerId !== null || open?.isOverdue)
  // The limits are days: as many working days where only those count.
  const days = (hours: number) => (hours * 24) / dayHours
  const points = counted.map(({ hours }) =>
    hours === null ? 0 : (REPLY.find(([limit]) => days(hours) <= limit)?.[1] ?? 25),
  )
  const evidence = counted.flatMap(({ askedId, answerId }) => (answerId === null ? [askedId] : [askedId, answerId]))
  const n = points.length
  if (n < MIN_CONTACTS) return lacking('moreContacts', n, MIN_CONTACTS - n)
  const score = points.reduce((sum, point) => sum + point, 0) / n
  const prompt = points.filter((point) => point >= 80).length
  const code = score >= 60 ? 'repliesPrompt' : 'repliesSlow'
  const values = [String(prompt), String(n)]
  return { score, n, need: null, reason: { code, values, evidence: evidence.slice(-EVIDENCE) } }
}

/** Deliverables that came due below which delivery says nothing (a default of our own). */
export const MIN_DUE = 2

/** Points of a deliverable that came due (defaults of our own); what is still within its grace is not counted yet. */
const DELIVERED: Partial<Record<Delivery['state'], number>> = {
  'on-time': 100,
  'late-in-grace': 80,
  late: 40,
  overdue: 20,
  missed: 0,
}

/** The mean over the deliverables that came due: on time, let off once, late, missed (relationship.md B2). */
export function deliveryPart(deliveries: readonly Delivery[]): PartResult {
  const counted = deliveries.flatMap(({ deliverable, state }) => {
    const points = DELIVERED[state]
    return points === undefined ? [] : [{ id: deliverable.id, state, points }]
  })
  const n = counted.length
  if (n < MIN_DUE) return lacking('moreDeliverables', n, MIN_DUE - n)
  const score = counted.reduce((sum, { points }) => sum + points, 0) / n
  const idsOf = (...states: Delivery['state'][]): string[] =>
    counted.filter(({ state }) => states.includes(state)).map(({ id }) => id)
  const missed = idsOf('missed', 'overdue')
  const late = idsOf('late', 'late-in-grace')
  const [code, ids] =
    missed.length > 0
      ? (['deliveryMissed', missed] as const)
      : late.length > 0
        ? (['deliveredLate', late] as const)
        : (['deliveredOnTime', idsOf('on-time')] as const)
  const values = code === 'deliveredOnTime' ? [String(n)] : [String(ids.length), String(n)]
  return { score, n, need: null, reason: { code, values, evidence: ids.slice(-EVIDENCE) } }
}

/** Ten points for each of the newest rating's 0 to 10; one that is older than the window counts as missing (B10). */
export function pulsePart(pulses: readonly Pulse[]): PartResult {
  const newest = pulses
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))[0]
  if (!newest) return lacking('pulse', 0)
  const code: HealthReasonCode = newest.rating >= 6 ? 'pulseGood' : 'pulseLow'
  const reason = { code, values: [String(newest.rating)], evidence: [newest.id] }
  return { score: newest.rating * 10, n: 1, need: null, reason }
}
