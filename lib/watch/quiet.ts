import type { NotifySettings } from '../domain/notify.ts'
import { dayAt, startOf, wallTimeAt } from '../guidelines/window/wall-time.ts'

/** Whether nothing is to be told at `now` (epoch milliseconds), by the clock of `zone` (IANA). */
export function isQuiet({ from, to, days }: NotifySettings['quiet'], now: number, zone: string): boolean {
  if (days.includes(dayAt(now, zone).weekday)) return true
  if (from === null || to === null || from === to) return false
  const time = wallTimeAt(now, zone).slice(-5)
  // From evening until morning: the night that began yesterday counts, too.
  return from < to ? time >= from && time < to : time >= from || time < to
}

/**
 * Whether the daily digest is due: it is past its time of day, and the last one (`lastAt`, epoch milliseconds) was before
 * today's. Where the clocks skip that time, the first minute there is counts.
 */
export function isDigestDue(digestAt: string, lastAt: number, now: number, zone: string): boolean {
  const due = startOf(`${dayAt(now, zone).date}T${digestAt}`, zone)
  return now >= due && lastAt < due
}
