import type { Suspicion } from '../domain/read-rates.ts'

/**
 * Tells from a stream of hits and misses that their rate has fallen: the cumulative sum test of E. S. Page,
 * "Continuous inspection schemes", Biometrika 41 (1954). Each place adds the logarithm of how much likelier it is
 * at the fallen rate than at the usual one; the sum never goes below 0, and is certain from CERTAIN on.
 * Nothing in it looks at a clock, so a machine whose time jumps cannot raise or end an alarm.
 */

/** The fallen rate that is looked for, as a share of the usual one: a field that breaks is not found half as often, it is gone. */
const FALLEN = 1 / 5
/**
 * Where the sum counts as certain. While nothing has changed, a false alarm comes after e^CERTAIN = 20,000 places at
 * the soonest on average (G. Lorden, "Procedures for reacting to a change in distribution", Ann. Math. Stat. 42, 1971):
 * weeks of browsing. A field that was always there is missed three or four times in a row until it is certain.
 */
export const CERTAIN = Math.log(20_000)
/** No rate counts as surer than this: one shell of a page that is still loading must not be an alarm. */
const SUREST = 0.98

export interface Places {
  readonly hits: number
  readonly misses: number
}

/**
 * The suspicion after some more places; null when there is none. `usual` is the rate from 0 to 1 before it, `most`
 * the largest score that these places may add, because what stands on one page is alike.
 */
export function suspect(
  before: Suspicion | null,
  { hits, misses }: Places,
  usual: number,
  at: string,
  most = CERTAIN,
): Suspicion | null {
  const rate = Math.min(SUREST, usual)
  const added = hits * Math.log(FALLEN) + misses * Math.log((1 - rate * FALLEN) / (1 - rate))
  const score = Math.min(CERTAIN, (before?.score ?? 0) + Math.min(most, added))
  return score > 0 ? { score, since: before?.since ?? at } : null
}

export const isCertain = (suspicion: Suspicion | null): boolean => suspicion !== null && suspicion.score >= CERTAIN
