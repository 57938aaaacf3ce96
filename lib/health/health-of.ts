import type { Assessment } from '../domain/assessment.ts'
import type { Contact } from '../domain/contact.ts'
import type { Deliverable } from '../domain/deliverable.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post, ProfileSnapshot } from '../domain/post.ts'
import type { Pulse } from '../domain/pulse.ts'
import { defaultHealthSettings } from '../domain/settings.ts'
import type { HealthSettings } from '../domain/settings.ts'
import { bandOf, combine, confidenceOf, LIMITS, sharesOf } from './combine.ts'
import { deliveriesOf } from './delivery.ts'
import type { Delivery } from './delivery.ts'
import { communicationPart, compliancePart, deliveryPart, engagementPart, moodPart, pulsePart } from './parts.ts'
import type { PartResult } from './parts.ts'
import { replySettingsOf } from './reply-times.ts'
import { lifting } from './reasons.ts'
import type { HealthCap, HealthPenalty } from './reasons.ts'
import type { Health, HealthPart, HealthPartScore, HealthReason } from './types.ts'

const DAY = 86_400_000
/** What is older says how it was, not how it is. */
const WINDOW_DAYS = 90
/** Newest posts that compliance and mood look at. */
const POSTS = 30
/** Reasons shown in each direction. */
const TOP = 3

/** Something open that caps the score, e.g. an incident. */
export interface OpenItem {
  readonly kind: 'incident'
  readonly severity: 'critical' | 'high' | 'medium' | 'low'
  readonly id: string
}

/** Points that the score loses for something that was left undone. */
export interface Penalty {
  readonly code: HealthPenalty
  readonly points: number
  readonly values: readonly string[]
  /** Ids of change sheets. */
  readonly evidence: readonly string[]
}

/** What is known of a partner. Records of other partners and deleted ones must not be among them. */
export interface HealthRecord {
  readonly partner: Partner
  readonly posts: readonly Post[]
  readonly assessments: readonly Assessment[]
  readonly profiles: readonly ProfileSnapshot[]
  readonly contacts: readonly Contact[]
  readonly deliverables?: readonly Deliverable[]
  readonly pulses?: readonly Pulse[]
  readonly settings?: HealthSettings
  readonly openItems?: readonly OpenItem[]
  readonly penalties?: readonly Penalty[]
  /** An open incident says that deliverables wait. */
  readonly isSuspended?: boolean
  /** Milliseconds since the epoch. */
  readonly now: number
}

/**
 * How healthy a partnership is, why, and what is missing to say more (relationship.md B10). A pure function of
 * the record and `now`: the same log gives the same series. Records from after `now` are left out.
 */
export function healthOf(record: HealthRecord): Health {
  const { now, settings = defaultHealthSettings } = record
  const posts = recentPosts(record.posts, now)
  const ids = new Set(checkedPosts(posts, now).map(({ id }) => id))
  const assessments = record.assessments.filter(({ postId }) => ids.has(postId))
  const contacts = record.contacts.filter(({ at }) => isWithin(at, now))

  const results: Record<HealthPart, PartResult> = {
    compliance: compliancePart(assessments),
    delivery: deliveryPart(dueRecently(record, settings)),
    communication: communicationPart(contacts, now, replySettingsOf(record.partner, settings)),
    engagement: engagementPart(posts, settings.formulas),
    mood: moodPart(assessments),
    pulse: pulsePart((record.pulses ?? []).filter(({ at }) => isWithin(at, now))),
  }
  const shares = sharesOf(settings.weights)
  const parts = (Object.keys(results) as HealthPart[]).map((part) => partScore(part, shares[part], results[part]))
  const caps = capsOf(assessments, record.openItems ?? [])
  const penalties = record.penalties ?? []
  const { score, coverage } = combine(
    parts,
    caps,
    penalties.reduce((sum, { points }) => sum + points, 0),
  )
  return {
    score,
    band: bandOf(score),
    coverage,
    confidence: confidenceOf(coverage, daysSinceSeen(record, now), posts.length),
    parts,
    caps,
    reasons: score === null ? [] : reasonsOf(results, parts),
    ...(penalties.length > 0 && {
      penalties: penalties.map(({ code, points, values, evidence }) => ({
        code,
        points,
        values: [...values],
        evidence: [...evidence],
      })),
    }),
  }
}

function partScore(part: HealthPart, weight: number, { score, n, need }: PartResult): HealthPartScore {
  return {
    part,
    score: score === null ? null : Math.round(score * 10) / 10,
    weight,
    n,
    need: need?.code ?? null,
    needValues: need?.values ?? [],
  }
}

/** Of every deliverable ever, so that only the first lateness is let off; then those that came due within the window. */
function dueRecently(
  { deliverables = [], posts, isSuspended = false, now }: HealthRecord,
  settings: HealthSettings,
): Delivery[] {
  const known = deliverables.filter(({ createdAt }) => Date.parse(createdAt) <= now)
  return deliveriesOf(known, new Map(posts.map((post) => [post.id, post])), now, settings, isSuspended).filter(
    ({ deliverable }) => isWithin(deliverable.dueAt, now),
  )
}

/** The newest posts of the window: only their checks count, so only those need to be read. */
export const checkedPosts = (posts: readonly Post[], now: number): Post[] => recentPosts(posts, now).slice(0, POSTS)

/** Newest first, within the window. */
function recentPosts(posts: readonly Post[], now: number): Post[] {
  return posts
    .filter((post) => isWithin(post.sortAt, now) && Date.parse(post.firstSeenAt) <= now)
    .toSorted((a, b) => (a.sortAt < b.sortAt ? 1 : a.sortAt > b.sortAt ? -1 : 0))
}

function isWithin(at: string, now: number): boolean {
  const time = Date.parse(at)
  return time <= now && time > now - WINDOW_DAYS * DAY
}

/** Days since anything of this partner was seen on a page; null when nothing was. */
function daysSinceSeen({ posts, profiles }: HealthRecord, now: number): number | null {
  const seen = [...posts, ...profiles].map(({ lastSeenAt }) => Math.min(now, Date.parse(lastSeenAt)))
  const last = seen.reduce((newest, at) => Math.max(newest, at), Number.NEGATIVE_INFINITY)
  return Number.isFinite(last) ? (now - last) / DAY : null
}

function capsOf(assessments: readonly Assessment[], openItems: readonly OpenItem[]): Health['caps'] {
  const critical = openItems.filter(({ kind, severity }) => kind === 'incident' && severity === 'critical')
  const missing = assessments.filter(({ findings }) =>
    findings.some(
      ({ kind, status, weight, waived }) =>
        kind === 'disclosure' && status === 'missing' && weight === 'must' && waived === undefined,
    ),
  )
  return [
    ...cap(
      'criticalIncident',
      critical.map(({ id }) => id),
    ),
    ...cap(
      'missingDisclosure',
      missing.map(({ postId }) => postId),
    ),
  ]
}

function cap(code: HealthCap, evidence: string[]): Health['caps'] {
  return evidence.length > 0 ? [{ code, limit: LIMITS[code], evidence }] : []
}

/** The three reasons that lift the score most and the three that lower it most, strongest first. */
function reasonsOf(results: Record<HealthPart, PartResult>, parts: readonly HealthPartScore[]): HealthReason[] {
  const known = parts.reduce((sum, { score, weight }) => sum + (score === null ? 0 : weight), 0)
  const reasons = parts.flatMap(({ part, score, weight }) => {
    const { reason } = results[part]
    if (reason === null || score === null) return []
    // A reason that speaks well of the part shows the points it gives over an even 50, one that speaks ill of it
    // the points it costs of a full 100: "guidelines are broken" never carries a plus.
    const points = lifting.has(reason.code) ? Math.max(0, score - 50) : score - 100
    const delta = Math.round((weight / known) * points * 10) / 10
    return [{ part, code: reason.code, values: [...reason.values], delta, evidence: [...reason.evidence] }]
  })
  const strongest = (sign: 1 | -1): HealthReason[] =>
    reasons
      .filter(({ delta }) => (sign === 1 ? delta >= 0 : delta < 0))
      .toSorted((a, b) => sign * (b.delta - a.delta))
      .slice(0, TOP)
  return [...strongest(1), ...strongest(-1)].toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
}
