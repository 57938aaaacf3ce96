import type { KeptReport } from '../domain/report.ts'
import type { Store } from '../store/interface.ts'
import { readReport } from './report.ts'

const DAY_MS = 86_400_000
/** At this hour of the machine's own clock, so that the report is there when work begins. */
const HOUR = 6
/** Scheduled reports that are kept of each kind: half a year of weeks, two years of months. */
const KEPT = { weekly: 26, monthly: 24 } as const
/** Days after which a deleted report is removed for good. */
const UNDO_DAYS = 30
type Scheduled = keyof typeof KEPT

/**
 * Makes the weekly report once after Monday morning and the monthly one once after the first of the month, also when
 * the browser was closed then, and removes the oldest ones that nobody made by hand. Returns how many rows changed.
 */
export async function keepReports(store: Store, now: Date, newId: () => string): Promise<number> {
  const [{ reports: wanted }, partners, kept] = await Promise.all([
    store.settings.get(),
    store.partners.all(),
    store.reports.all({ deleted: true }),
  ])
  let changed = 0
  for (const kind of ['weekly', 'monthly'] as const) {
    const due = lastDue(kind, now).toISOString()
    const isMade = kept.some(({ by, report, at }) => by === 'schedule' && report.kind === kind && at >= due)
    // Nobody was there to report on when it would have been made.
    if (!wanted[kind] || isMade || !partners.some(({ createdAt }) => createdAt < due)) continue
    const report = await readReport(store, kind, null, now)
    if (!report) continue
    const at = now.toISOString()
    const row = { id: newId(), by: 'schedule' as const, at, report, createdAt: at, updatedAt: at, deletedAt: null }
    await store.write((tx) => tx.put('reports', row))
    changed++
  }
  const over = tooOld(await store.reports.all({ deleted: true }), now)
  if (over.length > 0)
    await store.write(async (tx) => {
      for (const { id } of over) await tx.remove('reports', id)
    })
  return changed + over.length
}

/** The newest moment at which a report of the kind was to be made, on the machine's own clock. */
export function lastDue(kind: Scheduled, now: Date): Date {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()]
  const daysBack = kind === 'weekly' ? (now.getDay() + 6) % 7 : day - 1
  const due = new Date(year, month, day - daysBack, HOUR)
  if (due <= now) return due
  return kind === 'weekly' ? new Date(year, month, day - daysBack - 7, HOUR) : new Date(year, month - 1, 1, HOUR)
}

function tooOld(kept: readonly KeptReport[], now: Date): KeptReport[] {
  const before = new Date(now.getTime() - UNDO_DAYS * DAY_MS).toISOString()
  return kept.filter(({ id, by, report: { kind }, deletedAt }) => {
    if (deletedAt !== null) return deletedAt < before
    if (by !== 'schedule' || (kind !== 'weekly' && kind !== 'monthly')) return false
    const same = kept.filter((one) => one.by === 'schedule' && one.report.kind === kind && one.deletedAt === null)
    return same.findIndex((one) => one.id === id) >= KEPT[kind]
  })
}
