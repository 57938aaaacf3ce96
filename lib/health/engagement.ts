import type { Count } from '../domain/count.ts'
import type { Post } from '../domain/post.ts'

const DAY = 86_400_000

/**
 * What a post's engagement is measured by, per site (relationship.md B0). `over`: divided by what; a figure
 * the page did not show makes the post unusable, never 0.
 */
interface Formula {
  readonly id: string
  readonly parts: readonly ('likes' | 'comments' | 'shares')[]
  readonly over: 'followers' | 'views' | null
}

const FORMULAS: Readonly<Record<string, Formula>> = {
  instagram: { id: 'likes/followers', parts: ['likes'], over: 'followers' },
  tiktok: { id: 'likes/views', parts: ['likes'], over: 'views' },
  youtube: { id: 'likes/views', parts: ['likes'], over: 'views' },
  facebook: { id: '(likes+comments+shares)/followers', parts: ['likes', 'comments', 'shares'], over: 'followers' },
  linkedin: { id: '(likes+comments+shares)/followers', parts: ['likes', 'comments', 'shares'], over: 'followers' },
  x: { id: '(likes+shares)/followers', parts: ['likes', 'shares'], over: 'followers' },
}
const DEFAULT: Formula = { id: '(likes+shares)/followers', parts: ['likes', 'shares'], over: 'followers' }

export interface EngagementRate {
  /** Median over the usable posts, 0 to 1 and above; null with none ("n/a", never 0). */
  readonly rate: number | null
  readonly n: number
  readonly formula: string
}

/** The median engagement rate of an account's posts. Pinned posts and posts with hidden figures are left out. */
export function engagementRate(platform: string, posts: readonly Post[], followers: Count | null): EngagementRate {
  const formula = FORMULAS[platform] ?? DEFAULT
  const rates: number[] = []
  for (const post of posts) {
    if (post.labels.includes('pinned')) continue
    const rate = rateOf(formula, post, followers)
    if (rate !== null) rates.push(rate)
  }
  return { rate: median(rates), n: rates.length, formula: formula.id }
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
export function againstBaseline(platform: string, posts: readonly Post[]): AgainstBaseline {
  const formula = FORMULAS[platform] ?? DEFAULT
  const own: Formula = { ...formula, over: formula.over === 'views' ? 'views' : null }
  const usable = posts
    .filter((post) => !post.labels.includes('pinned') && isSettled(post))
    .toSorted((a, b) => (a.sortAt < b.sortAt ? 1 : a.sortAt > b.sortAt ? -1 : 0))
    .flatMap((post) => {
      const rate = rateOf(own, post, null)
      return rate === null ? [] : [{ id: post.id, rate }]
    })
  const recent = usable.slice(0, RECENT)
  const older = usable.slice(RECENT)
  const before = median(older.map(({ rate }) => rate))
  const now = median(recent.map(({ rate }) => rate))
  const enough = older.length >= BASELINE && before !== null && before > 0 && now !== null
  return { ratio: enough ? now / before : null, n: usable.length, recent: recent.map(({ id }) => id) }
}

function rateOf(formula: Formula, post: Post, followers: Count | null): number | null {
  let interactions = 0
  for (const part of formula.parts) {
    const count = post.metrics[part]
    if (count === null) return null
    interactions += count.value
  }
  if (formula.over === null) return interactions
  const base = formula.over === 'views' ? post.metrics.views : followers
  return base === null || base.value === 0 ? null : interactions / base.value
}

function isSettled(post: Post): boolean {
  return post.publishedAt === null || Date.parse(post.lastSeenAt) - Date.parse(post.publishedAt) >= SETTLED
}

/** The middle value, or the mean of the two middle ones; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
