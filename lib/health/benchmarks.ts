/**
 * Published engagement figures (relationship.md B0). Data with a version: an update re-labels what is shown and
 * changes no stored observation. Figures of different formulas are up to five times apart for the same creator, so
 * each row names its own, and a rate is compared only with rows of its formula, last of all comparisons.
 */
export const BENCHMARKS_VERSION = '2025-2'

/** Sizes by followers, Favikon's cut-offs. Other publishers part them elsewhere; rows say whose they use. */
export const tiers = [
  { id: 'nano', from: 0, to: 10_000 },
  { id: 'micro', from: 10_000, to: 100_000 },
  { id: 'macro', from: 100_000, to: 500_000 },
  { id: 'mega', from: 500_000, to: Number.POSITIVE_INFINITY },
] as const
export type Tier = (typeof tiers)[number]['id']

/** The size of an account; its cut-offs are Favikon's. */
export function tierOf(followers: number): Tier {
  return tiers.find(({ to }) => followers < to)?.id ?? 'mega'
}

export interface Benchmark {
  readonly platform: string
  /** Null: creators of every size. */
  readonly tier: Tier | null
  /** Id of the formula in formulas.ts; null where the publisher does not say, which compares with nothing. */
  readonly formula: string | null
  /** What the figure is: the middle creator, the start of the best quarter, or what the publisher calls good. */
  readonly what: 'typical' | 'top-quarter' | 'good'
  /** Rates, 0 to 1; equal where one figure is published. */
  readonly low: number
  readonly high: number
  readonly source: string
  readonly year: number
}

const row = (
  platform: string,
  tier: Tier | null,
  formula: string | null,
  what: Benchmark['what'],
  percent: number | readonly [number, number],
  source: string,
  year: number,
): Benchmark => {
  const [low, high] = typeof percent === 'number' ? [percent, percent] : percent
  return { platform, tier, formula, what, low: low / 100, high: high / 100, source, year }
}

const brands = (per: string, percents: Readonly<Record<string, number>>): Benchmark[] =>
  Object.entries(percents).map(([platform, percent]) =>
    row(platform, null, null, 'typical', percent, `brand posts ${per}, 2025`, 2025),
  )

const IG = 'median(likes)/followers'
const VIEWS = 'mean(likes)/mean(views)'

export const benchmarks: readonly Benchmark[] = [
  row('instagram', null, null, 'typical', 1.85, 'all creators, 2023', 2023),
  row('instagram', 'nano', null, 'typical', 2.19, 'all creators, 2023', 2023),
  row('instagram', 'nano', null, 'typical', 2.78, 'HypeAuditor', 2023),
  row('tiktok', 'nano', null, 'typical', 12.6, 'HypeAuditor', 2023),
  row('instagram', 'nano', IG, 'good', [5, 10], 'Modash', 2024),
  row('instagram', null, null, 'top-quarter', 1.7, 'Favikon', 2024),
  row('linkedin', null, null, 'top-quarter', 1.7, 'Favikon', 2024),
  row('youtube', null, null, 'top-quarter', 1.5, 'Favikon', 2024),
  row('tiktok', null, null, 'top-quarter', 0.8, 'Favikon', 2024),
  row('tiktok', 'nano', VIEWS, 'good', [8, 15], 'C-grade compilation', 2024),
  row('tiktok', 'micro', VIEWS, 'good', [5, 10], 'C-grade compilation', 2024),
  row('tiktok', 'macro', VIEWS, 'good', [3, 6], 'C-grade compilation', 2024),
  row('linkedin', 'nano', null, 'top-quarter', 2.4, 'Favikon', 2024),
  row('instagram', 'nano', null, 'top-quarter', [2.4, 3.4], 'Favikon', 2024),
  row('instagram', 'micro', null, 'top-quarter', [0.7, 1.5], 'Favikon', 2024),
  row('instagram', 'macro', null, 'top-quarter', [0.45, 1.5], 'Favikon', 2024),
  row('instagram', 'mega', null, 'top-quarter', [0.15, 1.8], 'Favikon', 2024),
  // Of brands' own posts, not of creators': by followers, then by impressions. The publishers do not say the formula.
  ...brands('by followers', { tiktok: 3.7, instagram: 0.48, facebook: 0.15, x: 0.12 }),
  ...brands('by impressions', {
    linkedin: 6.5,
    facebook: 5.07,
    tiktok: 4.86,
    threads: 4.51,
    youtube: 4.41,
    x: 2.31,
    instagram: 1.16,
  }),
]

/** The published rows that may stand beside a rate of this formula: same site, same formula, same size or every size. */
export function benchmarksFor(platform: string, formula: string, followers: number | null): readonly Benchmark[] {
  const tier = followers === null ? null : tierOf(followers)
  return benchmarks.filter(
    (one) => one.platform === platform && one.formula === formula && (one.tier === null || one.tier === tier),
  )
}
