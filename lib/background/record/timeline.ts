/** How long something was seen to be so: the instants of its first and last sighting. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** What a sighting does to a series of spans. `index` is the span's place in the series. */
export type Placement<V> =
  | { readonly type: 'merge'; readonly index: number; readonly from: string; readonly to: string; readonly value: V }
  | { readonly type: 'insert' }
  | { readonly type: 'ignore' }

/**
 * Finds the place of a sighting in a series of disjoint spans, oldest first. `merge(known, seen)` is the
 * value both allow, or undefined where they contradict each other. What agrees with a neighbour extends it;
 * what contradicts both is a span of its own, also between older ones (messages of two tabs may arrive
 * in any order). A contradiction *inside* a span comes from a page that was not up to date and is ignored:
 * the value was seen before and after, so taking it in would invent two changes.
 */
export function place<V>(
  spans: readonly (Span & { readonly value: V })[],
  at: string,
  seen: V,
  merge: (known: V, seen: V) => V | undefined,
): Placement<V> {
  const inside = spans.findIndex((span) => span.from <= at && at <= span.to)
  const after = spans.findIndex((span) => span.from > at)
  const before = after === -1 ? spans.length - 1 : after - 1
  const candidates = inside === -1 ? [before, after] : [inside]
  for (const index of candidates) {
    const span = spans[index]
    if (!span) continue
    const value = merge(span.value, seen)
    if (value === undefined) continue
    return { type: 'merge', index, from: earlier(span.from, at), to: later(span.to, at), value }
  }
  return inside === -1 ? { type: 'insert' } : { type: 'ignore' }
}

/** Instants as `toISOString` writes them, so that they compare as text. */
export function earlier(a: string, b: string): string {
  return a < b ? a : b
}
export function later(a: string, b: string): string {
  return a > b ? a : b
}
