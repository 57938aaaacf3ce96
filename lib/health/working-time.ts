import type { WorkingHours } from '../domain/communication-protocol.ts'
import { dayAt, isTimeZone, nextDay, startOf } from '../guidelines/window/wall-time.ts'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
/** Days gone through one by one; of longer spans whole weeks are added up instead. */
const EXACT = 8 * WEEK

/** Hours of one working day on its own clock. */
export function hoursOfDay({ from, to }: WorkingHours): number {
  return (minutesOf(to) - minutesOf(from)) / 60
}

/**
 * Working hours between two instants (milliseconds), on the clocks of their zone: a day on which clocks change has
 * the hours that pass on it. Of spans beyond eight weeks the middle is counted in whole weeks. In a zone that nobody
 * knows, all hours.
 */
export function workingHoursBetween(hours: WorkingHours, from: number, to: number): number {
  if (to <= from) return 0
  if (!isTimeZone(hours.timeZone)) return (to - from) / HOUR
  const weeks = to - from > EXACT ? Math.floor((to - from - EXACT) / WEEK) + 1 : 0
  const whole = weeks * new Set(hours.days).size * hoursOfDay(hours)
  let worked = 0
  let instant = from + weeks * WEEK
  while (instant < to) {
    const { date, weekday } = dayAt(instant, hours.timeZone)
    if (hours.days.includes(weekday)) {
      const begins = startOf(`${date}T${hours.from}`, hours.timeZone)
      const ends = startOf(`${date}T${hours.to}`, hours.timeZone)
      worked += Math.max(0, Math.min(to, ends) - Math.max(instant, begins))
    }
    instant = nextDay(instant, hours.timeZone)
  }
  return whole + worked / HOUR
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
