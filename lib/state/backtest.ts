import { readHealth } from '../background/health.ts'
import type { Partner } from '../domain/partner.ts'
import { type BacktestRow, backtestOf, momentsBefore } from '../health/backtest.ts'
import { incidentProgress } from '../partnership/incident.ts'
import type { StoreReader } from '../store/interface.ts'

/** Newest incidents looked back from: each moment works a past score out of the record. */
const INCIDENTS = 20

/** What the score said before the incidents of a partner; those that turned out to be none are left out. */
export async function loadBacktest(store: StoreReader, partner: Partner): Promise<BacktestRow[]> {
  const incidents = (await store.incidents.ofPartner(partner.id))
    .filter((incident) => {
      const { status } = incidentProgress(incident)
      return status !== 'invalid' && status !== 'duplicate'
    })
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, INCIDENTS)
  const moments = [...new Set(incidents.flatMap(momentsBefore))].filter((at) => at >= partner.createdAt)
  const healths = await Promise.all(
    moments.map(async (at) => [at, await readHealth(store, partner, new Date(at))] as const),
  )
  return backtestOf(incidents, partner.createdAt, new Map(healths))
}
