import type { Post, ProfileSnapshot } from '../domain/post.ts'
import {
  type Heard,
  type MoodSettings,
  type MoodTrigger,
  MOOD_SETTINGS,
  moodByDay,
  moodTriggers,
} from './comment-mood.ts'
import { BASELINE, ratesOf, RECENT } from './engagement.ts'
import { median, quantile } from './robust.ts'

const DAY = 86_400_000

/** One figure of a chart: what it was, between which bounds it truly lies, and how many observations it rests on. */
export interface SeriesPoint {
  /** Milliseconds. */
  readonly at: number
  readonly value: number
  readonly low: number
  readonly high: number
  readonly n: number
}

export interface Series {
  /** Oldest first. */
  readonly points: readonly SeriesPoint[]
  /** What is usual for this account; null with too few figures to tell. */
  readonly band: { readonly low: number; readonly middle: number; readonly high: number; readonly n: number } | null
  /** Points still missing before a line says anything; 0 once it does. */
  readonly needs: number
}

/** Fewest points of a line, and posts of an account that make its usual range visible (relationship.md B0: eight). */
const LINE = 2
const USUAL = BASELINE + RECENT

function seriesOf(points: readonly SeriesPoint[], fewest: number, band: Series['band'] = null): Series {
  return { points, band, needs: Math.max(0, fewest - points.length) }
}

/** Followers of one account as its profile showed them. A figure such as `1.2K` stands for 1,200 to 1,299. */
export function followersSeries(profiles: readonly ProfileSnapshot[]): Series {
  const points = profiles.flatMap(({ at, lastSeenAt, followers }): SeriesPoint[] => {
    if (followers === null) return []
    const { value, step } = followers
    const seenAs = (seen: string) => ({ at: Date.parse(seen), value, low: value, high: value + step - 1, n: 1 })
    // One row stands for all the looks that showed the same.
    return at === lastSeenAt ? [seenAs(at)] : [seenAs(at), seenAs(lastSeenAt)]
  })
  const sorted = inTime(points)
  const span = (sorted.at(-1)?.at ?? 0) - (sorted[0]?.at ?? 0)
  // Two looks within a day make no line yet.
  return { points: sorted, band: null, needs: Math.max(0, LINE - (span < DAY ? Math.min(1, sorted.length) : LINE)) }
}

/**
 * Each post's own figure (see `ratesOf`) against the account's usual range: the middle half of its figures without
 * the newest three, as in `againstBaseline`. Quartiles rather than a standard deviation: one viral post must not make
 * everything usual (relationship.md B0, robust statistics).
 */
export function engagementSeries(platform: string, posts: readonly Post[], formula?: string): Series {
  const points = ratesOf(platform, posts, formula).map(({ at, rate }) => ({
    at: Date.parse(at),
    value: rate,
    low: rate,
    high: rate,
    n: 1,
  }))
  const older = points.slice(0, -RECENT).map(({ value }) => value)
  const [low, middle, high] = [quantile(older, 0.25), median(older), quantile(older, 0.75)]
  const known = older.length >= BASELINE && low !== null && middle !== null && high !== null
  return seriesOf(inTime(points), LINE, known ? { low, middle, high, n: older.length } : null)
}

/** Posts still missing before the usual range of an account shows. */
export function needsForBand({ band, points }: Series): number {
  return band === null ? Math.max(1, USUAL - points.length) : 0
}

export interface MoodSeries {
  /** Share of negative comments of each day that had any with a tone, with its 95 % interval. */
  readonly negative: Series
  /** Days on which the triggers of relationship.md B3 held at the day's end. */
  readonly spikes: readonly { readonly at: number; readonly triggers: readonly MoodTrigger[] }[]
  /** Left out, and counted. */
  readonly spam: number
  /** Comments of the window, spam among them: a visible sample, never all there are. */
  readonly n: number
}

/** Days shown of the mood of comments. */
export const MOOD_DAYS = 42

/** Share of negative comments by day over the last six weeks, and the days on which something was up. */
export function moodSeries(
  comments: readonly Heard[],
  now: number,
  { days = MOOD_DAYS, settings = MOOD_SETTINGS }: { days?: number; settings?: MoodSettings } = {},
): MoodSeries {
  const seen = comments.filter(({ at }) => at > now - days * DAY && at <= now)
  const byDay = moodByDay(seen, now, days)
  const points = byDay.flatMap(({ from, mood: { negative } }): SeriesPoint[] =>
    negative.share === null
      ? []
      : [{ at: from + DAY / 2, value: negative.share, low: negative.low, high: negative.high, n: negative.n }],
  )
  const spikes = byDay.flatMap(({ from }) => {
    // Eight days are all that the triggers look back; the rest need not be gone through again each day.
    const near = comments.filter(({ at }) => at > from - 8 * DAY && at <= from + DAY)
    const triggers = moodTriggers(near, from + DAY, settings)
    return triggers.length === 0 ? [] : [{ at: from + DAY / 2, triggers }]
  })
  return {
    negative: seriesOf(points, LINE),
    spikes,
    spam: seen.filter(({ isSpam }) => isSpam).length,
    n: seen.length,
  }
}

const inTime = (points: readonly SeriesPoint[]): SeriesPoint[] => points.toSorted((a, b) => a.at - b.at)
