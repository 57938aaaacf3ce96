/**
 * Statistics that one viral post cannot bend. All take plain numbers, never mutate their input, and give null
 * where there is nothing to say.
 */

/** The middle value, or the mean of the two middle ones; null of nothing. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5)
}

/** The value below which the share `q` (0 to 1) of the values lies, interpolated between neighbours (type 7 of
 * Hyndman and Fan, 1996: what spreadsheets do); null of nothing. */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, q))
  const low = sorted[Math.floor(place)]
  const high = sorted[Math.ceil(place)]
  if (low === undefined || high === undefined) return null
  const part = place - Math.floor(place)
  return low * (1 - part) + high * part
}

/** Turns a median absolute deviation into a standard deviation where the values are normal (Rousseeuw and Croux, 1993). */
const AS_SIGMA = 1.4826

/** How far the values lie around their median: MAD x 1.4826, comparable to a standard deviation; null of nothing. */
export function spread(values: readonly number[]): number | null {
  const middle = median(values)
  const away = middle === null ? null : median(values.map((value) => Math.abs(value - middle)))
  return away === null ? null : away * AS_SIGMA
}

/** The arithmetic mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The sample standard deviation (n - 1); 0 of one value, null of nothing. */
export function deviation(values: readonly number[]): number | null {
  const middle = mean(values)
  if (middle === null) return null
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  return values.length === 1 ? 0 : Math.sqrt(squares / (values.length - 1))
}

/** A share with the interval in which the true one lies 95 times in 100. */
export interface Share {
  readonly hits: number
  readonly n: number
  /** 0 to 1; null of nothing. */
  readonly share: number | null
  readonly low: number
  readonly high: number
}

const Z95 = 1.959964

/** `hits` of `n` with the Wilson score interval (Wilson, 1927), which stays within 0 to 1 and holds for small n. */
export function shareOf(hits: number, n: number): Share {
  if (n === 0) return { hits, n, share: null, low: 0, high: 1 }
  const p = hits / n
  const square = Z95 ** 2
  const middle = (p + square / (2 * n)) / (1 + square / n)
  const half = (Z95 / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))
  return { hits, n, share: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

export interface ChangePoint {
  /** Index of the first value of the new level. */
  readonly at: number
  readonly before: number
  readonly after: number
  /** Probability of so large a shift by chance alone. */
  readonly p: number
}

/** Fewest values on either side of a change, and the longest series looked at: its newest end. */
const SIDE = 5
const LONGEST = 500
/** One false alarm in a hundred steady series. */
const CHANCE = 0.01

/**
 * Where a series changed its level: Pettitt's test (Pettitt, 1979; p about 2 exp(-6 K^2 / (n^3 + n^2))) on ranks, so
 * that outliers do not count more than once, repeated on both sides of each change found. Oldest value first;
 * changes in order. The series is cut to its newest 500.
 */
export function changePoints(series: readonly number[]): ChangePoint[] {
  const skipped = Math.max(0, series.length - LONGEST)
  const values = series.slice(skipped)
  const found: ChangePoint[] = []
  const open: [from: number, to: number][] = [[0, values.length]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    const change = strongest(values.slice(from, to))
    if (!change) continue
    const at = from + change.at
    found.push({
      at: at + skipped,
      before: median(values.slice(from, at)) ?? 0,
      after: median(values.slice(at, to)) ?? 0,
      p: change.p,
    })
    open.push([from, at], [at, to])
  }
  return found.toSorted((a, b) => a.at - b.at)
}

function strongest(values: readonly number[]): { at: number; p: number } | null {
  const n = values.length
  if (n < 2 * SIDE) return null
  const ranks = ranksOf(values)
  let sum = 0
  let best = 0
  let at = 0
  for (let t = 1; t < n; t++) {
    sum += ranks[t - 1] ?? 0
    const shift = Math.abs(2 * sum - t * (n + 1))
    if (t < SIDE || n - t < SIDE || shift <= best) continue
    best = shift
    at = t
  }
  const p = Math.min(1, 2 * Math.exp((-6 * best ** 2) / (n ** 3 + n ** 2)))
  return at > 0 && p < CHANCE ? { at, p } : null
}

/** 1 for the smallest; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value)
  const ranks: number[] = Array.from({ length: values.length }, () => 0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && order[to]?.value === order[from]?.value) to++
    for (const { index } of order.slice(from, to)) ranks[index] = (from + to + 1) / 2
    from = to
  }
  return ranks
}
