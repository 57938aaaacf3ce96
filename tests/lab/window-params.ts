import type { Rule } from '../../lib/domain/guideline.ts'
import { WEEKDAYS } from '../../lib/guidelines/kinds/posting-window.ts'

/** What cases may call the sides of a window. */
const START = ['start', 'from', 'startsAt', 'opens', 'after']
const END = ['end', 'to', 'until', 'endsAt', 'closes', 'before']
const ZONE = ['tz', 'timeZone', 'timezone', 'zone']
const DAYS = ['weekdays', 'days', 'allowedDays', 'allowedWeekdays', 'daysOfWeek']
const CLOSED = ['blackout', 'blackoutDates', 'blackouts', 'excludedDates', 'excludeDates', 'except', 'notOn']

/** A case's window as parameters of the rule kind `posting-window`. What is not understood is passed on, so that the rule says so. */
export function windowParams(window: Readonly<Record<string, unknown>>): Rule['params'] {
  const first = (names: readonly string[]): unknown =>
    names.map((name) => window[name]).find((value) => value !== undefined && value !== null)
  const [start, end] = [first(START), first(END)]
  // "2026-03-02T09:00Z" says its zone itself.
  const inUtc = [start, end].some((time) => typeof time === 'string' && time.endsWith('Z'))
  const params = {
    start: wallTime(start),
    end: wallTime(end),
    timeZone: inUtc ? 'UTC' : (first(ZONE) ?? 'UTC'),
    weekdays: weekdaysOf(first(DAYS)),
    blackout: datesOf(first(CLOSED)),
  }
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
}

function wallTime(time: unknown): unknown {
  return typeof time === 'string' ? time.replace(/(?::\d\d)?(?:\.\d+)?Z$/, '') : time
}

/** Names in English or German, in full or short; ISO numbers, or 0 for Sunday. */
function weekdaysOf(days: unknown): unknown {
  if (!Array.isArray(days)) return days
  return days.map((day: unknown) => {
    if (typeof day === 'number') return WEEKDAYS[(day + 6) % 7] ?? day
    if (typeof day !== 'string') return day
    const name = day.toLowerCase()
    const german = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'].indexOf(name.slice(0, 2))
    const english = WEEKDAYS.find((one) => name.length >= 2 && one.startsWith(name.slice(0, 3)))
    return english ?? WEEKDAYS[german] ?? day
  })
}

/** Days, or stretches of them as `{ start, end }` or `2026-12-24/2026-12-26`. */
function datesOf(dates: unknown): unknown {
  if (typeof dates === 'string') return datesOf([dates])
  if (!Array.isArray(dates)) return dates
  return dates.flatMap((date: unknown) => {
    const named = typeof date === 'object' && date !== null ? Object.values(date) : []
    const ends = typeof date === 'string' ? date.split('/') : named
    const [from, to = from] = ends.filter((one) => typeof one === 'string').map((one) => one.slice(0, 10))
    return from === undefined || to === undefined ? [date] : daysBetween(from, to)
  })
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to) && days.length < 400; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days.length === 0 ? [from] : days
}
