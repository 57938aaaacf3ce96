import { Temporal } from 'temporal-polyfill'
import type { NotifySettings } from '../domain/notify.ts'

/** Whether nothing is to be told at `now` (epoch milliseconds), by the clock of `zone` (IANA). */
export function isQuiet({ from, to, days }: NotifySettings['quiet'], now: number, zone: string): boolean {
  const here = wallTime(now, zone)
  if (days.includes(here.dayOfWeek)) return true
  if (from === null || to === null || from === to) return false
  const time = clockOf(here)
  // From evening until morning: the night that began yesterday counts, too.
  return from < to ? time >= from && time < to : time >= from || time < to
}

/**
 * Whether the daily digest is due: it is past its time of day, and the last one (`lastAt`, epoch milliseconds) was before
 * today's. Where the clocks skip that time, the first minute there is counts.
 */
export function isDigestDue(digestAt: string, lastAt: number, now: number, zone: string): boolean {
  const today = wallTime(now, zone).toPlainDate()
  const due = today.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(digestAt) }).epochMilliseconds
  return now >= due && lastAt < due
}

const wallTime = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
const clockOf = ({ hour, minute }: Temporal.ZonedDateTime) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
