import type { ClauseKind } from '../domain/agreement.ts'
import type { AlertState } from '../domain/alert-state.ts'
import type { Assessment } from '../domain/assessment.ts'
import type { Finding } from '../domain/finding.ts'
import type { Severity } from '../domain/guideline.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { WatchSettings } from '../domain/settings.ts'
import type { PastPost } from '../guidelines/define.ts'
import { findDecline } from '../guidelines/quality/decline.ts'
import type { CadenceState } from '../health/cadence.ts'
import type { MoodTrigger } from '../health/comment-mood.ts'
import type { Delivery } from '../health/delivery.ts'
import type { Communication } from '../health/reply-times.ts'
import type { EditReason, RankedEdit } from './edits.ts'
import { shortOf } from './short-of.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Edits older than this are history. */
const EDIT_DAYS = 30
/** Newest captured posts whose share of advertising counts (relationship.md B1). */
const SATURATION_POSTS = 20
/** Most ids an alert links to. */
const EVIDENCE = 10

export const alertKinds = [
  'disclosure-missing',
  'guideline-failed',
  'silent-edit',
  'label-lost',
  'removed',
  'link-dead',
  'watch-hit',
  'deliverable-late',
  'reply-overdue',
  'escalation',
  'mood',
  'engagement-drop',
  'saturation',
  'out-of-touch',
  'draft-drifted',
  'draft-waiting',
  'overextension',
  'tone-drift',
  'generic-comments',
  'same-caption',
  'agreement-stay-live',
  'agreement-exclusivity',
  'agreement-window',
  'agreement-disclosure',
  'agreement-tags',
  'agreement-trigger',
  'agreement-response',
  'agreement-review',
  'check-in-due',
  'gate-due',
  'promise-due',
  'metric-due',
  'partner-review-due',
  'review-due',
] as const
export type AlertKind = (typeof alertKinds)[number]

const planned: ReadonlySet<AlertKind> = new Set([
  'check-in-due',
  'gate-due',
  'promise-due',
  'metric-due',
  'partner-review-due',
  'review-due',
] satisfies AlertKind[])
/** Whether an alert says that something agreed in a plan or a change sheet is due. */
export const isPlanned = (kind: AlertKind): boolean => planned.has(kind)

/** Places of an alert's values that are hours, by its code: to be shown as spans of time. */
export const hoursOfAlert: Readonly<Record<string, readonly number[]>> = {
  deliverableLate: [1],
  deliverableMissed: [1],
  replyOverdue: [0, 1],
  replyOverdueAgain: [0, 1],
  escalation: [1],
  draftWaitsCompliance: [1],
  draftWaitsCreative: [1],
  draftWaitsOutside: [1],
  draftWaitsCreator: [1],
  agreementResponse: [0],
}

/** Why somebody should look: one line of words under `alert.<code>` with `values`, and what it rests on. */
export interface Alert {
  /** The same for the same kind, partner and subject, however its numbers change. */
  readonly id: string
  readonly kind: AlertKind
  readonly partnerId: string
  readonly severity: Severity
  /** How often it was found: identical findings are one alert. */
  readonly count: number
  readonly code: string
  readonly values: readonly string[]
  /** Ids of posts, contacts or deliverables. */
  readonly evidence: readonly string[]
  /** ISO instants at which it began to hold, and of the newest observation behind it. */
  readonly since: string
  readonly lastAt: string
  /** Of a silent edit: what was changed. */
  readonly change?: Change
  /** Of an agreement's check: the clause, which is shown on this machine and told nowhere else. */
  readonly clause?: QuotedClause
}

/** A confirmed clause in its own words, and the last day it is about; without a quote, the agreement's own dates. */
export interface QuotedClause {
  readonly agreementId: string
  readonly id?: string
  readonly kind?: ClauseKind
  readonly quote?: string
  /** A day of the calendar by the clocks of `timeZone`. */
  readonly until?: string
  readonly timeZone?: string
}

/** A caption as it was seen last before an edit and first after it, and why the edit matters, the gravest reason first. */
export interface Change {
  readonly before: { readonly text: string; readonly at: string }
  readonly after: { readonly text: string; readonly at: string }
  readonly reasons: readonly EditReason[]
}

/** An edit of a post's caption that was seen, and what it changed. */
export interface SeenEdit {
  readonly post: Post
  /** When the new text was first seen. */
  readonly at: string
  readonly ranked: RankedEdit
  readonly before: Change['before']
  readonly after: Change['after']
}

/** What is known of one partner; figures that are read wrongly now are left out by the caller. */
export interface AlertRecord {
  readonly partner: Partner
  /** Newest first. */
  readonly posts: readonly Post[]
  readonly assessments: readonly Assessment[]
  readonly edits: readonly SeenEdit[]
  readonly communication: Communication
  readonly cadence: CadenceState | null
  /** The step of the partner's ladder that the open question has come to; null before the first. */
  readonly escalation?: { readonly role: string; readonly index: number; readonly afterHours: number } | null
  readonly deliveries: readonly Delivery[]
  /** Newest first, of one account each. */
  readonly feeds: readonly (readonly PastPost[])[]
  readonly triggers: readonly MoodTrigger[]
  /** Of `watchedHits`. */
  readonly watched: readonly Hit[]
  readonly settings: Pick<WatchSettings, 'saturationPercent' | 'declinePercent'>
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** One occurrence, before identical ones are joined. */
export type Hit = Omit<Alert, 'id' | 'partnerId' | 'count'> & { readonly subject: string }

/**
 * What needs a person's look at one partner (relationship.md B1, B2, B3, B8). A pure function of the record and `now`:
 * the gravest first, then the newest.
 */
export function alertsOf(record: AlertRecord): Alert[] {
  const hits = [
    ...findingHits(record),
    ...editHits(record),
    ...deliveryHits(record),
    ...talkHits(record),
    ...moodHits(record),
    ...feedHits(record),
    ...record.watched,
  ]
  return joined(record.partner.id, hits).toSorted(gravestFirst)
}

const gravity: Record<Severity, number> = { high: 0, medium: 1, low: 2 }

/** Sorts alerts: by severity, then the newest first, then by id, so that the order never depends on chance. */
export function gravestFirst(a: Alert, b: Alert): number {
  if (a.severity !== b.severity) return gravity[a.severity] - gravity[b.severity]
  if (a.lastAt !== b.lastAt) return a.lastAt < b.lastAt ? 1 : -1
  return a.id < b.id ? -1 : 1
}

/** One alert per kind, partner and subject; hits of the same are counted, and the newest one's words are shown (B8). */
export function joined(partnerId: string, hits: readonly Hit[]): Alert[] {
  const groups = Map.groupBy(hits, ({ kind, subject }) => `${kind}|${partnerId}|${subject}`)
  return [...groups].flatMap(([id, same]) => {
    const newest = same.reduce((last, hit) => (hit.lastAt > last.lastAt ? hit : last))
    const { subject: _s, ...rest } = newest
    const since = same.reduce((first, hit) => (hit.since < first ? hit.since : first), newest.since)
    const evidence = [...new Set(same.flatMap((hit) => hit.evidence))].slice(0, EVIDENCE)
    return [{ ...rest, id, partnerId, count: same.length, since, evidence }]
  })
}

/** Alerts that are shown, and those that a person put off until later or for good (B8). */
export function sortOut(
  alerts: readonly Alert[],
  states: readonly AlertState[],
  now: number,
): { readonly shown: Alert[]; readonly hidden: { readonly alert: Alert; readonly state: AlertState }[] } {
  const byId = new Map(states.map((state) => [state.id, state]))
  const shown: Alert[] = []
  const hidden: { alert: Alert; state: AlertState }[] = []
  for (const alert of alerts) {
    const state = byId.get(alert.id)
    if (state && (state.until === null || Date.parse(state.until) > now)) hidden.push({ alert, state })
    else shown.push(alert)
  }
  return { shown, hidden }
}

function findingHits({ posts, assessments }: AlertRecord): Hit[] {
  const byId = new Map(posts.map((post) => [post.id, post]))
  return assessments.flatMap(({ postId, findings }) => {
    const post = byId.get(postId)
    if (!post) return []
    return findings.filter(isBroken).map((finding): Hit => {
      const isDisclosure = finding.kind === 'disclosure'
      return {
        kind: isDisclosure ? 'disclosure-missing' : 'guideline-failed',
        subject: `${finding.ruleId}|${finding.value ?? ''}|${postId}`,
        severity: isDisclosure ? 'high' : finding.severity,
        code: isDisclosure ? 'disclosureMissing' : 'guidelineFailed',
        values: isDisclosure ? [shortOf(post)] : [finding.value ?? finding.kind, shortOf(post)],
        evidence: [postId],
        since: post.firstSeenAt,
        lastAt: post.lastSeenAt,
      }
    })
  })
}

const isBroken = ({ weight, status, waived }: Finding): boolean =>
  weight === 'must' && waived === undefined && (status === 'fail' || status === 'missing')

function editHits({ edits, now }: AlertRecord): Hit[] {
  return edits.flatMap(({ post, at, ranked, before, after }): Hit[] => {
    const [first] = ranked.reasons
    const isOld = now - Date.parse(at) > EDIT_DAYS * DAY || Date.parse(at) > now
    if (isOld || !first || (ranked.rank !== 'legal' && ranked.rank !== 'material')) return []
    return [
      {
        kind: 'silent-edit',
        subject: `${post.id}|${at}`,
        severity: ranked.rank === 'legal' ? 'high' : 'medium',
        code: ranked.rank === 'legal' ? 'editLegal' : 'editMaterial',
        values: [shortOf(post)],
        evidence: [post.id],
        since: at,
        lastAt: at,
        change: { before, after, reasons: ranked.reasons },
      },
    ]
  })
}

function deliveryHits({ deliveries }: AlertRecord): Hit[] {
  return deliveries.flatMap(({ deliverable, state, lateHours }): Hit[] => {
    if (state !== 'in-grace' && state !== 'overdue' && state !== 'missed') return []
    return [
      {
        kind: 'deliverable-late',
        subject: deliverable.id,
        severity: state === 'in-grace' ? 'low' : state === 'overdue' ? 'medium' : 'high',
        code: state === 'missed' ? 'deliverableMissed' : 'deliverableLate',
        values: [deliverable.title, String(Math.floor(lateHours))],
        evidence: [deliverable.id],
        since: deliverable.dueAt,
        lastAt: deliverable.dueAt,
      },
    ]
  })
}

function talkHits({ communication, cadence, escalation, now }: AlertRecord): Hit[] {
  const { open, dayHours } = communication
  const hits: Hit[] = []
  // Of working hours, when the question was asked: how long the rest took is not known here.
  const sinceOf = (hours: number, { askedAt, hours: waited }: { askedAt: number; hours: number }) =>
    new Date(dayHours === 24 ? now - (waited - hours) * HOUR : askedAt).toISOString()
  if (open?.isOverdue) {
    const since = sinceOf(open.limitHours, open)
    // The second time is where a job may end (relationship.md B2): graver, and a person decides.
    const before = longWaits(communication, open.limitHours)
    const values = [String(Math.floor(open.hours)), String(Math.round(open.limitHours))]
    const about = { subject: open.contactId, evidence: [open.contactId], since, lastAt: since }
    hits.push(
      before === 0
        ? { kind: 'reply-overdue', severity: 'medium', code: 'replyOverdue', values, ...about }
        : {
            kind: 'reply-overdue',
            severity: 'high',
            code: 'replyOverdueAgain',
            values: [...values, String(before)],
            ...about,
          },
    )
  }
  if (open && escalation) {
    const { role, index, afterHours } = escalation
    const since = sinceOf(afterHours, open)
    // Each step of each question is one alert, however often it is looked at (B4).
    const about = { subject: `${open.contactId}|${index}`, evidence: [open.contactId], since, lastAt: since }
    hits.push({
      kind: 'escalation',
      severity: 'high',
      code: 'escalation',
      values: [role, String(Math.floor(open.hours))],
      ...about,
    })
  }
  if (cadence && cadence.state !== 'good') {
    const { state, lastTouchAt, dueAt, overdueAt } = cadence
    const days = Math.floor((now - Date.parse(lastTouchAt)) / DAY)
    hits.push({
      kind: 'out-of-touch',
      subject: lastTouchAt,
      severity: state === 'overdue' ? 'medium' : 'low',
      code: 'outOfTouch',
      values: [String(days), String(cadence.cadence.idealDays)],
      evidence: [],
      since: dueAt,
      lastAt: state === 'overdue' ? overdueAt : dueAt,
    })
  }
  return hits
}

/** Earlier questions of these contacts that were answered only after the limit that holds now. */
const longWaits = ({ exchanges }: Communication, limitHours: number): number =>
  exchanges.filter(({ hours }) => hours !== null && hours >= limitHours).length

/** The volume triggers are one thing to look at, the negative ones another. */
function moodHits({ triggers, posts, now }: AlertRecord): Hit[] {
  const at = new Date(now).toISOString()
  const about = { evidence: posts.slice(0, 3).map(({ id }) => id), since: at, lastAt: at }
  const negative = triggers.find((one) => one.code === 'negativeIn2h' || one.code === 'negativeIn24h')
  const volume = triggers.find((one) => one.code === 'volumeSigma' || one.code === 'volumeWeek')
  const hits: Hit[] = []
  if (negative && 'share' in negative) {
    const { share, n } = negative.share
    const values = [String(Math.round(100 * (share ?? 0))), String(n), negative.code === 'negativeIn2h' ? '2' : '24']
    hits.push({ kind: 'mood', subject: 'negative', severity: 'high', code: 'moodNegative', values, ...about })
  }
  if (volume && 'today' in volume) {
    const values = [String(volume.today), String(Math.round(volume.mean))]
    hits.push({ kind: 'mood', subject: 'volume', severity: 'medium', code: 'moodVolume', values, ...about })
  }
  return hits
}

/** Engagement that fell three posts in a row, and a feed with too much advertising (B1). */
function feedHits({ feeds, settings }: AlertRecord): Hit[] {
  return feeds.flatMap((feed) => {
    const [first] = feed
    if (!first) return []
    const subject = first.id.slice(0, first.id.indexOf(':'))
    const about = { subject, since: first.at, lastAt: first.at }
    const hits: Hit[] = []
    const { low, share, n } = findDecline(feed, settings.declinePercent / 100)
    if (low.length > 0 && share !== null) {
      const values = [String(low.length), String(Math.round(100 * share)), String(n)]
      const evidence = low.map(({ id }) => id)
      hits.push({ kind: 'engagement-drop', severity: 'medium', code: 'engagementDrop', values, evidence, ...about })
    }
    const newest = feed.slice(0, SATURATION_POSTS)
    const paid = newest.filter(({ sponsored }) => sponsored)
    // As whole numbers: 6 of 20 is exactly 30 %, whatever a division makes of it.
    if (newest.length === SATURATION_POSTS && paid.length * 100 > settings.saturationPercent * newest.length) {
      const values = [String(paid.length), String(newest.length)]
      const evidence = paid.slice(0, EVIDENCE).map(({ id }) => id)
      hits.push({ kind: 'saturation', severity: 'low', code: 'saturation', values, evidence, ...about })
    }
    return hits
  })
}
