import { readHealth } from '../background/health.ts'
import type { Incident } from '../domain/incident.ts'
import type { Partner } from '../domain/partner.ts'
import { type BacktestRow, backtestOf, momentsBefore } from '../health/backtest.ts'
import { incidentProgress } from '../partnership/incident.ts'
import type { StoreReader } from '../store/interface.ts'

/** Newest incidents looked back from: each moment works a past score out of the record. */
const INCIDENTS = 20

/** What the score said before the incidents of a partner; those that turned out to be none are left out. */
export async function loadBacktest(store: StoreReader, partner: Partner): Promise<BacktestRow[]> {
  const incidents = (await store.incidents.ofPartner(partner.id))
    .filter(isOne)
    .toSorted(newestFirst)
    .slice(0, INCIDENTS)
  const moments = [...new Set(incidents.flatMap(momentsBefore))].filter((at) => at >= partner.createdAt)
  const healths = await Promise.all(
    moments.map(async (at) => [at, await readHealth(store, partner, new Date(at))] as const),
  )
  return backtestOf(incidents, partner.createdAt, new Map(healths))
}

/**
 * The same, worked out anew only where an incident, or what is judged by, has changed since: a page that follows every
 * look at a post must not replay the past each time. What is seen today says nothing of a moment weeks ago.
 */
export function createBacktest(store: StoreReader): (partner: Partner) => Promise<BacktestRow[]> {
  let last: { key: string; rows: Promise<BacktestRow[]> } | null = null
  return async (partner) => {
    const [incidents, { health, plans }] = await Promise.all([
      store.incidents.ofPartner(partner.id),
      store.settings.get(),
    ])
    const key = JSON.stringify([partner, incidents.map(({ id, updatedAt }) => [id, updatedAt]), health, plans])
    if (last?.key !== key) last = { key, rows: loadBacktest(store, partner) }
    const { rows } = last
    // A reading that failed is tried again.
    rows.catch(() => (last = null))
    return rows
  }
}

function isOne(incident: Incident): boolean {
  const { status } = incidentProgress(incident)
  return status !== 'invalid' && status !== 'duplicate'
}

const newestFirst = (a: Incident, b: Incident): number => (a.createdAt < b.createdAt ? 1 : -1)
