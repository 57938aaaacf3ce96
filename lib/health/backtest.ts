import type { Incident } from '../domain/incident.ts'
import type { Health } from './types.ts'

const DAY = 86_400_000

/** Days before an incident at which the score is looked at, the earliest first. */
export const BACKTEST_DAYS = [30, 7] as const

/** What the score said at one moment before an incident. */
export interface BacktestMoment {
  readonly daysBefore: number
  /** ISO instant; `lab replay` from and to it says the same. */
  readonly at: string
  readonly score: number | null
  readonly band: Health['band']
  /** Why there is no score: the partner was not tracked yet, or too little was known. */
  readonly missing: 'not-tracked' | 'not-enough' | null
}

/**
 * Whether the score had warned by then: `low`, it was below 60; `falling`, it had lost points since the earlier moment;
 * `none`, it was neither; `unknown`, there was no score to go by.
 */
export type Warning = 'low' | 'falling' | 'none' | 'unknown'

export interface BacktestRow {
  readonly incident: Pick<Incident, 'id' | 'title' | 'createdAt'>
  readonly moments: readonly BacktestMoment[]
  /** Points between the two moments; null where one of them has no score. */
  readonly change: number | null
  readonly warning: Warning
}

/** Points lost between the two moments from which on the score counts as falling, as in the attention list. */
const FALL = 3

/** The instants before each incident, the earliest first. */
export const momentsBefore = ({ createdAt }: Pick<Incident, 'createdAt'>): string[] =>
  BACKTEST_DAYS.map((days) => new Date(Date.parse(createdAt) - days * DAY).toISOString())

/**
 * What the score said before each incident (relationship.md B10), the newest incident first. `trackedSince`: when the
 * partner was added. `healths`: what replay says of each of `momentsBefore`, by instant.
 */
export function backtestOf(
  incidents: readonly Pick<Incident, 'id' | 'title' | 'createdAt'>[],
  trackedSince: string,
  healths: ReadonlyMap<string, Pick<Health, 'score' | 'band'>>,
): BacktestRow[] {
  return incidents
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : a.id < b.id ? -1 : 1))
    .map(({ id, title, createdAt }) => {
      const moments = momentsBefore({ createdAt }).map((at, i): BacktestMoment => {
        const daysBefore = BACKTEST_DAYS[i] ?? 0
        const health = healths.get(at)
        // As in `lab replay`: before a partner was added there is nothing to say of it.
        if (trackedSince > at || !health)
          return { daysBefore, at, score: null, band: 'unknown', missing: 'not-tracked' }
        const { score, band } = health
        return { daysBefore, at, score, band, missing: score === null ? 'not-enough' : null }
      })
      const [earlier, later] = [moments[0]?.score ?? null, moments[1]?.score ?? null]
      const change = earlier === null || later === null ? null : Math.round((later - earlier) * 10) / 10
      return { incident: { id, title, createdAt }, moments, change, warning: warningOf(moments[1], change) }
    })
}

function warningOf(last: BacktestMoment | undefined, change: number | null): Warning {
  if (!last || last.score === null) return 'unknown'
  if (last.band === 'act' || last.band === 'critical') return 'low'
  return change !== null && change <= -FALL ? 'falling' : 'none'
}
