import type { Span } from './normalise.ts'

/** The spans that lie in none of the places, in order; one pass over both. */
export function outside<T extends Span>(spans: readonly T[], places: readonly Span[]): T[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  if (places.length === 0) return sorted
  const around = places.toSorted((a, b) => a.start - b.start)
  let next = 0
  let reach = -1
  return sorted.filter((span) => {
    for (; (around[next]?.start ?? Number.POSITIVE_INFINITY) <= span.start; next++)
      reach = Math.max(reach, around[next]?.end ?? 0)
    return span.end > reach
  })
}

/** In order, none over another: of two that overlap the better, else the first, and of two that begin together the longer. */
export function apart<T extends Span>(spans: readonly T[], better: (a: T, b: T) => boolean): T[] {
  const kept: T[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || span.start >= last.end) kept.push(span)
    else if (better(span, last)) kept[kept.length - 1] = span
  }
  return kept
}
