import { benchmarksFor } from './benchmarks.ts'
import type { Benchmark } from './benchmarks.ts'
import type { EngagementRate } from './engagement.ts'
import { median, spread } from './robust.ts'

/** Fewest posts of a creator, and fewest other creators, for a cohort of one's own (relationship.md B0). */
export const COHORT_POSTS = 8
export const COHORT_PEERS = 5

/** What a rate is held against: the creator before all, then others whom this user follows, then published figures. */
export type Comparison =
  | {
      readonly to: 'self'
      /** The rate over the creator's own median; 1 = as always. */
      readonly ratio: number
      /** In spreads (MAD x 1.4826) from that median; null where the earlier rates were all equal. */
      readonly distance: number | null
      readonly n: number
    }
  | {
      readonly to: 'cohort'
      /** Share of the peers with a lower rate, ties halved; 0 to 1. */
      readonly percentile: number
      readonly peers: number
      /** True where peers of every size were taken, because too few have this one's. */
      readonly widened: boolean
    }
  | { readonly to: 'published'; readonly rows: readonly Benchmark[] }

export interface Peer {
  readonly rate: EngagementRate
  readonly tier: string | null
}

/**
 * The best comparison there is for a rate; null where nothing fits. Only rates of the same formula are compared.
 * `earlier`: the creator's own rates of earlier windows or posts, of the same formula.
 */
export function compare(
  platform: string,
  rate: EngagementRate,
  about: {
    readonly earlier: readonly number[]
    readonly peers: readonly Peer[]
    readonly tier: string | null
    readonly followers: number | null
  },
): Comparison | null {
  if (rate.rate === null) return null
  const usual = median(about.earlier)
  if (about.earlier.length >= COHORT_POSTS && usual !== null && usual > 0) {
    const around = spread(about.earlier)
    return {
      to: 'self',
      ratio: rate.rate / usual,
      distance: around ? (rate.rate - usual) / around : null,
      n: about.earlier.length,
    }
  }
  const usable = about.peers.filter(
    ({ rate: other }) => other.formula === rate.formula && other.rate !== null && other.n >= COHORT_POSTS,
  )
  const alike = usable.filter(({ tier }) => tier !== null && tier === about.tier)
  const peers = alike.length >= COHORT_PEERS ? alike : usable
  if (peers.length >= COHORT_PEERS)
    return {
      to: 'cohort',
      percentile: percentileOf(
        rate.rate,
        peers.flatMap(({ rate: other }) => other.rate ?? []),
      ),
      peers: peers.length,
      widened: peers !== alike,
    }
  const rows = benchmarksFor(platform, rate.formula, about.followers)
  return rows.length > 0 ? { to: 'published', rows } : null
}

function percentileOf(value: number, others: readonly number[]): number {
  const below = others.filter((other) => other < value).length
  const equal = others.filter((other) => other === value).length
  return (below + equal / 2) / others.length
}
