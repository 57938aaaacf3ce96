import type { Assessment } from '../domain/assessment.ts'
import type { Contact } from '../domain/contact.ts'
import type { Post } from '../domain/post.ts'
import { againstBaseline, BASELINE, RECENT } from './engagement.ts'
import type { HealthNeed, HealthReasonCode } from './reasons.ts'

/** One part of the score before its weight is known. */
export interface PartResult {
  readonly score: number | null
  readonly n: number
  readonly need: { readonly code: HealthNeed; readonly values: string[] } | null
  /** Why, with the observations it rests on. */
  readonly reason: { readonly code: HealthReasonCode; readonly values: string[]; readonly evidence: string[] } | null
}

const DAY = 86_400_000
const HOUR = 3_600_000
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

/** The newest posts against the creator's own earlier ones, per account, weighted by usable posts. */
export function engagementPart(posts: readonly Post[]): PartResult {
  const accounts = Map.groupBy(posts, (post) => post.account)
  let most = 0
  let n = 0
  let sum = 0
  let ratios = 0
  const evidence: string[] = []
  for (const own of accounts.values()) {
    const compared = againstBaseline(own[0]?.platform ?? '', own)
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
 * the first; one that is still within 48 hours is not counted yet (B2).
 */
export function communicationPart(contacts: readonly Contact[], now: number): PartResult {
  const touches = contacts
    .filter((contact) => contact.deletedAt === null)
    .map((contact) => ({ id: contact.id, direction: contact.direction, at: Date.parse(contact.at) }))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at)
  const points: number[] = []
  const evidence: string[] = []
  let asked: { id: string; at: number } | null = null
  for (const touch of touches) {
    if (touch.direction === 'out') asked ??= touch
    else if (asked) {
      const hours = (touch.at - asked.at) / HOUR
      points.push(REPLY.find(([limit]) => hours <= limit)?.[1] ?? 25)
      evidence.push(asked.id, touch.id)
      asked = null
    }
  }
  if (asked && now - asked.at > 2 * DAY) {
    points.push(0)
    evidence.push(asked.id)
  }
  const n = points.length
  if (n < MIN_CONTACTS) return lacking('moreContacts', n, MIN_CONTACTS - n)
  const score = points.reduce((sum, point) => sum + point, 0) / n
  const prompt = points.filter((point) => point >= 80).length
  const code = score >= 60 ? 'repliesPrompt' : 'repliesSlow'
  const values = [String(prompt), String(n)]
  return { score, n, need: null, reason: { code, values, evidence: evidence.slice(-EVIDENCE) } }
}

/** Parts that rest on records this version does not keep yet. */
export function absentPart(need: 'deliverables' | 'pulse'): PartResult {
  return lacking(need, 0)
}
