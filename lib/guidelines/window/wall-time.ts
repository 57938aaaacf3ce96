import { Temporal } from 'temporal-polyfill'

/** A day as ISO writes it, or a minute of it: `2026-03-02`, `2026-03-02T09:00`. On the wall clock of some zone. */
export const WALL_TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?$/

const MINUTE = 60_000

/** Whether the text is a day, or a minute, that the calendar has. */
export function isWallTime(text: string): boolean {
  return WALL_TIME.test(text) && plainOf(text, '00:00') !== null
}

/** An IANA time zone: `Europe/Berlin`, `UTC`. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Temporal.ZonedDateTime(0n, zone).epochMilliseconds === 0
  } catch {
    return false
  }
}

/**
 * The first instant of a wall time, in milliseconds since 1970; of a day, its midnight. When clocks go back and show
 * it twice, the first time; when they go forward and skip it, the moment they do.
 */
export function startOf(text: string, zone: string): number {
  return momentOf(text, '00:00', zone, 'earlier')
}

/**
 * The last instant of a wall time: to the minute, which is included (compliance.md 7.8); of a day, the end of it.
 * When clocks show it twice, the second time; when they skip it, just before they do.
 */
export function endOf(text: string, zone: string): number {
  const plain = plainOf(text, '23:59')
  const skipped = plain !== null && isSkipped(plain, zone)
  return momentOf(text, '23:59', zone, 'later') + (skipped ? 0 : MINUTE) - 1
}

/** The day an instant falls on in a zone, `2026-03-02`, and its weekday, 1 (Monday) to 7. */
export function dayAt(instant: number, zone: string): { date: string; weekday: number } {
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate()
  return { date: day.toString(), weekday: day.dayOfWeek }
}

/** The minute that clocks of a zone show at an instant: `2026-03-02 09:00`. */
export function wallTimeAt(instant: number, zone: string): string {
  const plain = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime()
  return plain.toString({ smallestUnit: 'minute', roundingMode: 'trunc' }).replace('T', ' ')
}

/** The first instant of the day after the one `instant` falls on, in milliseconds since 1970. */
export function nextDay(instant: number, zone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  return day.add({ days: 1 }).startOfDay().epochMilliseconds
}

type Plain = ReturnType<typeof Temporal.PlainDateTime.from>

function plainOf(text: string, clock: string): Plain | null {
  const minute = /[T ]/.test(text) ? text.slice(0, 16).replace(' ', 'T') : `${text}T${clock}`
  try {
    return Temporal.PlainDateTime.from(minute, { overflow: 'reject' })
  } catch {
    return null
  }
}

function isSkipped(plain: Plain, zone: string): boolean {
  return !plain.toZonedDateTime(zone).toPlainDateTime().equals(plain)
}

function momentOf(text: string, clock: string, zone: string, side: 'earlier' | 'later'): number {
  const plain = plainOf(text, clock)
  if (!plain) return Number.NaN
  if (!isSkipped(plain, zone)) return plain.toZonedDateTime(zone, { disambiguation: side }).epochMilliseconds
  const before = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return before.getTimeZoneTransition('next')?.epochMilliseconds ?? before.epochMilliseconds
}
