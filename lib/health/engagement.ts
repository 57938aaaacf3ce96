import type { Count } from '../domain/count.ts'
import type { Post, ProfileSnapshot } from '../domain/post.ts'
import { formulaOf } from './formulas.ts'
import type { Formula } from './formulas.ts'
import { median } from './robust.ts'

const DAY = 86_400_000

/** A figure between bounds: `1.2K` likes may be 1,200 or 1,299. */
interface Between {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface EngagementRate {
  /** 0 to 1 and above; null with no usable post ("n/a", never 0). */
  readonly rate: number | null
  /** What the rate can be at least and at most, given how the page rounded its figures; null as `rate` is. */
  readonly low: number | null
  readonly high: number | null
  /** Posts it rests on, and those left out: pinned ones, ones with a hidden figure, ones outside the window or beyond the formula's newest. */
  readonly n: number
  readonly left: { readonly pinned: number; readonly hidden: number; readonly outside: number }
  /** Id of the formula; only rates of one formula are compared. */
  readonly formula: string
  /** Oldest and newest of the posts, by publication, and when their figures were first and last seen. */
  readonly window: { readonly from: string; readonly to: string } | null
  readonly seen: { readonly first: string; readonly last: string } | null
  readonly confidence: 'high' | 'medium' | 'low'
  /** Ids of the posts it rests on, newest first. */
  readonly posts: readonly string[]
}

export interface RateOptions {
  /** The formula a user chose for this site; default: the site's first. */
  readonly formula?: string | undefined
  /** Milliseconds since the epoch: with it, only posts of the last `days` before it count. */
  readonly now?: number
  /** Days looked back; default 60 (relationship.md B0: about two months). */
  readonly days?: number
}

/** Posts and relative width of the bounds for high and for medium confidence (defaults of our own; B0: eight posts). */
const SURE = { n: 8, width: 0.1 }
const LIKELY = { n: 3, width: 0.3 }

/**
 * The engagement rate of an account's posts by its site's formula (relationship.md B0). Pinned posts and posts with a
 * hidden figure are left out and counted, never taken as 0.
 */
export function engagementRate(
  platform: string,
  posts: readonly Post[],
  followers: Count | null,
  { formula: chosen, now, days = 60 }: RateOptions = {},
): EngagementRate {
  const formula = formulaOf(platform, chosen)
  const left = { pinned: 0, hidden: 0, outside: 0 }
  const usable: { post: Post; interactions: Between; base: Between }[] = []
  for (const post of posts.toSorted(newestFirst)) {
    const base = betweenOf(formula.over === 'views' ? post.metrics.views : followers)
    const interactions = interactionsOf(formula, post)
    if (post.labels.includes('pinned')) left.pinned++
    else if (now !== undefined && !isWithin(post.sortAt, now, days)) left.outside++
    else if (interactions === null || base === null || base.value === 0) left.hidden++
    else if (formula.newest !== undefined && usable.length >= formula.newest) left.outside++
    else usable.push({ post, interactions, base })
  }
  const rate = averageOf(formula, usable)
  const kept = usable.map(({ post }) => post)
  const seenAt = kept.flatMap(({ firstSeenAt, lastSeenAt }) => [firstSeenAt, lastSeenAt]).toSorted()
  return {
    rate: rate?.value ?? null,
    low: rate?.low ?? null,
    high: rate?.high ?? null,
    n: kept.length,
    left,
    formula: formula.id,
    window: endsOf(kept.map(({ sortAt }) => sortAt).toSorted(), (from, to) => ({ from, to })),
    seen: endsOf(seenAt, (first, last) => ({ first, last })),
    confidence: confidenceOf(kept.length, rate),
    posts: kept.map(({ id }) => id),
  }
}

/** The newest number of followers that a profile showed; null where none did. */
export function newestFollowers(profiles: readonly ProfileSnapshot[]): Count | null {
  const shown = profiles.filter(({ followers }) => followers !== null)
  return shown.toSorted((a, b) => (a.lastSeenAt < b.lastSeenAt ? 1 : -1))[0]?.followers ?? null
}

/** Newest posts that are compared, and fewest older ones that make a baseline (B0: eight local posts). */
export const RECENT = 3
export const BASELINE = 5
/** A post younger than this when last seen is still gathering likes. */
const SETTLED = 2 * DAY

export interface AgainstBaseline {
  /** Median of the newest posts over the median of the older ones; 1 = as always. Null: too few figures. */
  readonly ratio: number | null
  /** Usable posts, newest and baseline together. */
  readonly n: number
  /** The newest posts compared. */
  readonly recent: readonly string[]
}

/**
 * How the newest posts of one account do against its own earlier ones. Followers hardly change between
 * neighbours, so per-follower formulas compare the interactions themselves.
 */
export function againstBaseline(platform: string, posts: readonly Post[], chosen?: string): AgainstBaseline {
  const usable = ratesOf(platform, posts, chosen).toReversed()
  const recent = usable.slice(0, RECENT)
  const older = usable.slice(RECENT)
  const before = median(older.map(({ rate }) => rate))
  const now = median(recent.map(({ rate }) => rate))
  const enough = older.length >= BASELINE && before !== null && before > 0 && now !== null
  return { ratio: enough ? now / before : null, n: usable.length, recent: recent.map(({ id }) => id) }
}

/**
 * Each settled post's own figure, oldest first: its rate where the formula divides by views, its interactions where it
 * divides by followers. For baselines, trends and change points of one account; not to be shown as a rate.
 */
export function ratesOf(
  platform: string,
  posts: readonly Post[],
  chosen?: string,
): { readonly id: string; readonly at: string; readonly rate: number }[] {
  const formula = formulaOf(platform, chosen)
  return posts
    .filter((post) => !post.labels.includes('pinned') && isSettled(post))
    .toSorted(newestFirst)
    .toReversed()
    .flatMap((post) => {
      const interactions = interactionsOf(formula, post)
      const base = formula.over === 'views' ? post.metrics.views : { value: 1 }
      if (interactions === null || base === null || base.value === 0) return []
      return [{ id: post.id, at: post.sortAt, rate: interactions.value / base.value }]
    })
}

/** Largest true number behind a shown one: `1.2K` is [1200, 1300). */
const betweenOf = (count: Count | null): Between | null =>
  count && { value: count.value, low: count.value, high: count.value + count.step - 1 }

function interactionsOf({ parts }: Formula, { metrics }: Post): Between | null {
  let [value, low, high] = [0, 0, 0]
  for (const part of parts) {
    const count = betweenOf(metrics[part])
    if (count === null) return null
    value += count.value
    low += count.low
    high += count.high
  }
  return { value, low, high }
}

function averageOf({ average }: Formula, usable: readonly { interactions: Between; base: Between }[]): Between | null {
  const bounds = (interactions: keyof Between, base: keyof Between): number | null =>
    average === 'median'
      ? median(usable.map((one) => one.interactions[interactions] / one.base[base]))
      : usable.reduce((sum, one) => sum + one.interactions[interactions], 0) /
        usable.reduce((sum, one) => sum + one.base[base], 0)
  const [value, low, high] = [bounds('value', 'value'), bounds('low', 'high'), bounds('high', 'low')]
  return usable.length === 0 || value === null || low === null || high === null ? null : { value, low, high }
}

function confidenceOf(n: number, rate: Between | null): EngagementRate['confidence'] {
  if (rate === null) return 'low'
  const width = rate.value === 0 ? 0 : (rate.high - rate.low) / rate.value
  const reaches = (bar: typeof SURE) => n >= bar.n && width <= bar.width
  return reaches(SURE) ? 'high' : reaches(LIKELY) ? 'medium' : 'low'
}

function endsOf<T>(sorted: readonly string[], make: (first: string, last: string) => T): T | null {
  const [first] = sorted
  const last = sorted.at(-1)
  return first === undefined || last === undefined ? null : make(first, last)
}

function isWithin(at: string, now: number, days: number): boolean {
  const time = Date.parse(at)
  return time <= now && time > now - days * DAY
}

function isSettled(post: Post): boolean {
  return post.publishedAt === null || Date.parse(post.lastSeenAt) - Date.parse(post.publishedAt) >= SETTLED
}

/** ISO instants sort as they read. */
const newestFirst = (a: Post, b: Post): number => (a.sortAt < b.sortAt ? 1 : a.sortAt > b.sortAt ? -1 : 0)
