import type { Deliverable } from '../domain/deliverable.ts'
import type { Post } from '../domain/post.ts'
import { median } from './robust.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Hours a first late delivery is let off, and hours after which a missing one is escalated (relationship.md B2). */
export interface DeliverySettings {
  readonly graceHours: number
  readonly escalateHours: number
}
export const DELIVERY_SETTINGS: DeliverySettings = { graceHours: 12, escalateHours: 24 }

/**
 * `upcoming`, then by when it was live: `on-time`, `late-in-grace` (a first offence within the grace), `late`; while it
 * is not: `in-grace`, `overdue`, `missed` (escalated). `cancelled` counts for nothing, nor does `suspended`: an open
 * incident says that deliverables wait (relationship.md B3).
 */
export type DeliveryState =
  | 'upcoming'
  | 'on-time'
  | 'late-in-grace'
  | 'late'
  | 'in-grace'
  | 'overdue'
  | 'missed'
  | 'cancelled'
  | 'suspended'

export interface Delivery {
  readonly deliverable: Deliverable
  readonly state: DeliveryState
  /** ISO instant it went live or was said to be done; the first sighting where the page showed no date. */
  readonly liveAt: string | null
  /** Hours late; 0 when not. */
  readonly lateHours: number
}

/**
 * The states of one partner's deliverables, in the order of their due dates, so that only the first offence is let
 * off. `posts`: the linked posts by id. Deleted ones are left out.
 */
export function deliveriesOf(
  deliverables: readonly Deliverable[],
  posts: ReadonlyMap<string, Pick<Post, 'publishedAt' | 'firstSeenAt'>>,
  now: number,
  settings: DeliverySettings = DELIVERY_SETTINGS,
  isSuspended = false,
): Delivery[] {
  let offences = 0
  return deliverables
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.id < b.id ? -1 : 1))
    .map((deliverable) => {
      const liveAt = liveAtOf(deliverable, posts, now)
      const lateness = Math.max(0, (liveAt === null ? now : Date.parse(liveAt)) - Date.parse(deliverable.dueAt))
      const isForgiven = offences === 0 && lateness <= settings.graceHours * HOUR
      const waits = isSuspended && liveAt === null && deliverable.cancelledAt === null
      const state = waits ? 'suspended' : stateOf(deliverable, liveAt, lateness, isForgiven, settings)
      const counts = state !== 'cancelled' && state !== 'suspended'
      if (lateness > 0 && counts) offences++
      return { deliverable, state, liveAt, lateHours: counts ? lateness / HOUR : 0 }
    })
}

function stateOf(
  { cancelledAt }: Deliverable,
  liveAt: string | null,
  lateness: number,
  isForgiven: boolean,
  { escalateHours }: DeliverySettings,
): DeliveryState {
  if (cancelledAt !== null) return 'cancelled'
  if (liveAt !== null) return lateness === 0 ? 'on-time' : isForgiven ? 'late-in-grace' : 'late'
  if (lateness === 0) return 'upcoming'
  if (isForgiven) return 'in-grace'
  return lateness >= escalateHours * HOUR ? 'missed' : 'overdue'
}

function liveAtOf(
  { postId, doneAt }: Deliverable,
  posts: ReadonlyMap<string, Pick<Post, 'publishedAt' | 'firstSeenAt'>>,
  now: number,
): string | null {
  const post = postId === null ? undefined : posts.get(postId)
  const at = post ? (post.publishedAt ?? post.firstSeenAt) : doneAt
  return at !== null && Date.parse(at) <= now ? at : null
}

/** Why a post may be a deliverable; the strongest first. */
export type MatchReason = 'url' | 'hashtag' | 'mention' | 'date' | 'platform'
export interface Match {
  readonly postId: string
  readonly reasons: readonly MatchReason[]
  /** 0 to 1: how much of what the deliverable names the post shows. */
  readonly strength: number
}

/** Days around the due date in which a post may be the one. */
const AROUND = 21 * DAY
/** Below this nothing is offered: a date alone is no reason. */
const LEAST = 0.4

/**
 * Posts that may be this deliverable, best first: offered to a person, never assumed. `posts`: of the partner's
 * accounts; those that already are another deliverable must not be among them.
 */
export function matchesOf(deliverable: Deliverable, posts: readonly Post[]): Match[] {
  if (deliverable.postId !== null || deliverable.kind === 'milestone') return []
  return posts
    .flatMap((post): Match[] => {
      if (deliverable.platform !== null && post.platform !== deliverable.platform) return []
      if (deliverable.postUrl !== null && post.url !== null && sameAddress(deliverable.postUrl, post.url))
        return [{ postId: post.id, reasons: ['url'], strength: 1 }]
      const away = Math.abs(Date.parse(post.sortAt) - Date.parse(deliverable.dueAt))
      if (away > AROUND) return []
      const tags = shareIn(deliverable.hashtags, post.hashtags)
      const names = shareIn(deliverable.mentions, post.mentions)
      const asked = [tags, names].filter((share) => share !== null)
      if (asked.length === 0) return []
      const shown = asked.reduce((sum, share) => sum + share, 0) / asked.length
      const strength = 0.7 * shown + 0.2 * (1 - away / AROUND) + (deliverable.platform === null ? 0 : 0.1)
      if (shown === 0 || strength < LEAST) return []
      const reasons: MatchReason[] = []
      if (tags) reasons.push('hashtag')
      if (names) reasons.push('mention')
      reasons.push('date')
      if (deliverable.platform !== null) reasons.push('platform')
      return [{ postId: post.id, reasons, strength: Math.round(strength * 100) / 100 }]
    })
    .toSorted((a, b) => b.strength - a.strength || (a.postId < b.postId ? -1 : 1))
}

/** The share of `asked` that is in `shown`, by case-folded words; null where nothing is asked. */
function shareIn(asked: readonly string[], shown: readonly string[]): number | null {
  if (asked.length === 0) return null
  const has = new Set(shown.map((one) => one.toLowerCase()))
  return asked.filter((one) => has.has(one.toLowerCase())).length / asked.length
}

const sameAddress = (a: string, b: string): boolean => pageOf(a) !== null && pageOf(a) === pageOf(b)

/** Host without `www.` and path, without what follows them; null for no address. */
function pageOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { hostname, pathname } = new URL(text)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
}

/** How regularly an account posts. */
export interface PostingRhythm {
  /** Days between posts, the middle one; null with fewer than four posts. */
  readonly usualDays: number | null
  /** Days since the newest post, as far as it was seen. */
  readonly sinceLastDays: number | null
  /** Silent for longer than twice the usual gap and a week: a gap in the schedule. */
  readonly isGap: boolean
}

const FEWEST = 4

/** The gaps between an account's posts up to `now`. ISO instants in any order; pinned ones make no difference. */
export function postingRhythm(published: readonly string[], now: number): PostingRhythm {
  const times = published
    .map(Date.parse)
    .filter((at) => at <= now)
    .toSorted((a, b) => a - b)
  const last = times.at(-1)
  const sinceLastDays = last === undefined ? null : (now - last) / DAY
  if (times.length < FEWEST) return { usualDays: null, sinceLastDays, isGap: false }
  const gaps = times.slice(1).map((at, i) => (at - (times[i] ?? at)) / DAY)
  const usualDays = median(gaps) ?? 0
  return { usualDays, sinceLastDays, isGap: sinceLastDays !== null && sinceLastDays > Math.max(7, 2 * usualDays) }
}
