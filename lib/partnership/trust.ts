import { type Plan, ratingParts, type Side, sides } from '../domain/plan.ts'
import type { PlanSettings } from '../domain/settings.ts'
import { dayAt } from '../guidelines/window/wall-time.ts'
import type { Exchange } from '../health/reply-times.ts'
import { planProgress, type PlanProgress, type PromiseState } from './plan.ts'

/** The parts of the trust index (relationship.md B5). */
export const trustParts = ['promises', 'replies', 'rating'] as const
export type TrustPart = (typeof trustParts)[number]

export interface TrustPartScore {
  readonly part: TrustPart
  /** 0 to 100; null where there is too little to say. */
  readonly score: number | null
  /** Share of 100, as set. */
  readonly weight: number
  /** What it was worked out from: promises due, answers since the start, sides that rated. */
  readonly n: number
  /** How many of them are for it: promises kept; hours of the usual answer before and since; mean of each side's rating. */
  readonly values: readonly string[]
}

export interface Trust {
  /** Weighted mean of the parts that are known, 0 to 100, to one decimal; null where none is. */
  readonly index: number | null
  readonly parts: readonly TrustPartScore[]
  /** Share of the weights that is known, 0 to 1. */
  readonly coverage: number
}

export interface TrustPoint {
  /** ISO instant. */
  readonly at: string
  readonly index: number
}

type Weights = Pick<PlanSettings, 'trust' | 'replyAnswers'>

/** Today on the plan's own clocks. */
export const todayOf = ({ timeZone }: Pick<Plan, 'timeZone'>, now: number): string => dayAt(now, timeZone).date

/**
 * A promise is due once its day is over, on the plan's clocks; what is not due yet counts neither way, whatever was
 * said of it. One that is due and that nobody has marked is not kept.
 */
export const duePromises = (promises: readonly PromiseState[], today: string): PromiseState[] =>
  promises.filter(({ due }) => due < today)

/** kept / due x 100, of both sides together or of one (B5: 3 of 4 is 75); null of none. */
export function keptShare(promises: readonly PromiseState[], today: string, side?: Side): number | null {
  const due = duePromises(promises, today).filter((one) => side === undefined || one.side === side)
  if (due.length === 0) return null
  return (100 * due.filter(({ outcome }) => outcome === 'kept').length) / due.length
}

/**
 * How much trust there is, from what people did (relationship.md B5): kept of due promises of both sides, how the
 * reply time went against the time before the plan, and the newest rating of each side. Weights are settings; a part
 * that is not known leaves its weight to the others. `exchanges`: of `communicationOf`, in any order.
 */
export function trustOf(plan: Plan, exchanges: readonly Exchange[], now: number, settings: Weights): Trust {
  const at = new Date(now).toISOString()
  const known = { ...plan, events: plan.events.filter((event) => event.at <= at) }
  const progress = planProgress(known)
  const results = {
    promises: promisesPart(progress, todayOf(plan, now)),
    replies: repliesPart(plan, exchanges, now, settings.replyAnswers),
    rating: ratingPart(progress),
  }
  const parts = trustParts.map((part): TrustPartScore => {
    const { score, n, values } = results[part]
    return { part, weight: settings.trust[part], score, n, values }
  })
  const all = parts.reduce((sum, { weight }) => sum + weight, 0)
  const scored = parts.flatMap(({ score, weight }) => (score === null || weight === 0 ? [] : [{ score, weight }]))
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0)
  const mean = scored.reduce((sum, { score, weight }) => sum + score * weight, 0) / weights
  return {
    index: weights === 0 ? null : Math.round(mean * 10) / 10,
    parts,
    coverage: all === 0 ? 0 : weights / all,
  }
}

type Result = Pick<TrustPartScore, 'score' | 'n' | 'values'>

function promisesPart({ promises }: PlanProgress, today: string): Result {
  const due = duePromises(promises, today)
  const kept = due.filter(({ outcome }) => outcome === 'kept').length
  return { score: keptShare(promises, today), n: due.length, values: [String(kept)] }
}

/** As fast as before, or faster, is 100; twice as slow is 50 (a default of our own). */
function repliesPart(plan: Plan, exchanges: readonly Exchange[], now: number, least: number): Result {
  const start = Date.parse(plan.createdAt)
  const answered = exchanges.flatMap(({ askedAt, hours }) =>
    hours === null || askedAt > now ? [] : [{ askedAt, hours }],
  )
  const before = answered.filter(({ askedAt }) => askedAt < start).map(({ hours }) => hours)
  const since = answered.filter(({ askedAt, hours }) => askedAt >= start && askedAt + hours * 3_600_000 <= now)
  if (before.length < least || since.length < least) return { score: null, n: since.length, values: [] }
  const [was, is] = [middle(before), middle(since.map(({ hours }) => hours))]
  const score = is <= was ? 100 : (100 * was) / is
  return { score, n: since.length, values: [was, is].map((hours) => String(Math.round(hours * 10) / 10)) }
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}

/** The newest rating of each side, all five questions alike, 0 to 10 times ten; a side that has not rated is left out. */
function ratingPart({ ratings }: PlanProgress): Result {
  const newest = sides.flatMap((side) => ratings.findLast((one) => one.side === side) ?? [])
  const means = newest.map(
    ({ scores }) => ratingParts.reduce((sum, part) => sum + scores[part], 0) / ratingParts.length,
  )
  if (means.length === 0) return { score: null, n: 0, values: [] }
  const score = (10 * means.reduce((sum, mean) => sum + mean, 0)) / means.length
  return {
    score,
    n: means.length,
    values: newest.map(({ side }, i) => `${side} ${Math.round((means[i] ?? 0) * 10) / 10}`),
  }
}

/**
 * The index at the end of each day on which something of it was recorded or came due. Fewer than `settings.trendPoints`
 * (3, B5) are no trend: then an empty list.
 */
export function trustTrend(
  plan: Plan,
  exchanges: readonly Exchange[],
  now: number,
  settings: Weights & Pick<PlanSettings, 'trendPoints'>,
): TrustPoint[] {
  const dueDays = planProgress(plan).promises.map(({ due }) => Date.parse(`${due}T00:00:00.000Z`) + 36 * 3_600_000)
  const said = plan.events
    .filter(({ action }) => ['outcome', 'rate', 'check-in', 'measure', 'decide'].includes(action.kind))
    .map(({ at }) => Date.parse(at))
  const byDay = new Map<string, number>()
  for (const moment of [...dueDays, ...said].filter((one) => one <= now).toSorted((a, b) => a - b))
    byDay.set(todayOf(plan, moment), moment)
  const points = [...byDay.values()].flatMap((moment): TrustPoint[] => {
    const { index } = trustOf(plan, exchanges, moment, settings)
    return index === null ? [] : [{ at: new Date(moment).toISOString(), index }]
  })
  return points.length < settings.trendPoints ? [] : points
}
