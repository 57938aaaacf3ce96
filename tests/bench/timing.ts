const SAMPLES = 9
const SAMPLE_MS = 20

/** Median milliseconds of one call, over samples long enough for the browser's coarse clock. */
export function timeOf(work: () => void): number {
  work()
  const samples = Array.from({ length: SAMPLES }, () => {
    let calls = 0
    const start = performance.now()
    let elapsed = 0
    do {
      work()
      calls++
      elapsed = performance.now() - start
    } while (elapsed < SAMPLE_MS)
    return elapsed / calls
  })
  return median(samples)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The value that `share` percent of the values do not exceed (nearest rank); NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN
}
