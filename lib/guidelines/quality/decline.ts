import type { PastPost } from '../define.ts'

/** Posts in a row that do worse, how much worse, and fewest earlier ones to compare with (relationship.md B1). */
const RUN = 3
const LOW = 0.7
const BASELINE = 5

export interface Decline {
  /** The best of the newest posts over the median of the earlier ones; null with too few figures. */
  readonly share: number | null
  /** The newest posts when all of them are low, else none. */
  readonly low: readonly PastPost[]
  /** Posts with figures. */
  readonly n: number
}

/** Whether the newest three posts all have less than `below` of the median engagement rate of those before them. */
export function findDecline(earlier: readonly PastPost[], below = LOW): Decline {
  const usable = earlier.filter(({ engagementRate }) => engagementRate !== null)
  const newest = usable.slice(0, RUN)
  const before = usable.slice(RUN).map(({ engagementRate }) => engagementRate ?? 0)
  const usual = median(before)
  if (before.length < BASELINE || usual === null || usual === 0) return { share: null, low: [], n: usable.length }
  const best = Math.max(...newest.map(({ engagementRate }) => engagementRate ?? 0))
  return { share: best / usual, low: best < usual * below ? newest : [], n: usable.length }
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
