import * as z from 'zod/mini'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { quoteOther } from '../view.ts'
import { publishedBetween } from '../window/published.ts'
import type { Published } from '../window/published.ts'
import { dayAt, endOf, isTimeZone, isWallTime, nextDay, startOf, wallTimeAt } from '../window/wall-time.ts'

const wallTime = z.string().check(z.refine(isWallTime))
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/), z.refine(isWallTime))

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const params = z
  .object({
    /** On the wall clock of `timeZone`; a day without a time is all of it. Both ends are included, to the minute. */
    start: z.optional(wallTime),
    end: z.optional(wallTime),
    /** IANA: `Europe/Berlin`. */
    timeZone: z.string().check(z.maxLength(60), z.refine(isTimeZone)),
    /** Default: every day of the week. */
    weekdays: z.optional(z.array(z.enum(WEEKDAYS)).check(z.maxLength(7))),
    /** Days on which nothing is to be published. */
    blackout: z.optional(z.array(day).check(z.maxLength(400))),
  })
  .check(
    z.refine(({ start, end }) => start === undefined || end === undefined || start.slice(0, 10) <= end, {
      path: ['end'],
    }),
  )
type Params = z.infer<typeof params>

/** Days looked at one by one; what a page calls "a year ago" is decided by start and end alone. */
const MOST_DAYS = 62

/** The post was published in the agreed window, by the campaign's own clock (compliance.md 7.8). */
export default defineRuleKind({
  kind: 'posting-window',
  label: 'kind.postingWindow',
  rule: 'rule.postingWindow',
  params,
  fields: [
    { name: 'start', label: 'kind.field.start', type: 'local-time', required: false },
    { name: 'end', label: 'kind.field.end', type: 'local-time', required: false },
    { name: 'timeZone', label: 'kind.field.timeZone', hint: 'kind.hint.timeZone', type: 'text', required: true },
    { name: 'weekdays', label: 'kind.field.weekdays', type: 'choices', required: false, options: WEEKDAYS },
    { name: 'blackout', label: 'kind.field.blackout', hint: 'kind.hint.blackout', type: 'list', required: false },
  ],
  reasons: [
    'windowInside',
    'windowEarly',
    'windowLate',
    'windowWeekday',
    'windowBlackout',
    'windowUnsure',
    'publishedUnknown',
  ],
  value: ({ start, end, timeZone }) =>
    `${start?.replace('T', ' ') ?? '…'} – ${end?.replace('T', ' ') ?? '…'} ${timeZone}`,
  check({ post }, rule): Draft[] {
    const value = `${rule.start?.replace('T', ' ') ?? '…'} – ${rule.end?.replace('T', ' ') ?? '…'} ${rule.timeZone}`
    const published = publishedBetween(post, rule.timeZone)
    if (!published) {
      return [{ value, status: 'not-checkable', reason: 'publishedUnknown', values: [value], evidence: [] }]
    }
    const evidence = [quoteOther(published.field, published.text)]
    const [status, reason] = verdict(rule, published.from, published.to)
    return [{ value, status, reason, values: [value, saidOf(published, rule.timeZone)], evidence }]
  },
  examples: [
    {
      params: { start: '2026-03-02T09:00', end: '2026-03-02T18:00', timeZone: 'Europe/Berlin' },
      text: 'Out now',
      post: { publishedAt: '2026-03-02T17:00:59Z' },
      status: 'pass',
      quote: '2026-03-02T17:00:59Z',
    },
    {
      params: { start: '2026-03-02T09:00', end: '2026-03-02T18:00', timeZone: 'Europe/Berlin' },
      text: 'Out now',
      post: { publishedAt: '2026-03-02T17:01:00Z' },
      status: 'fail',
      quote: '2026-03-02T17:01:00Z',
    },
    {
      params: { start: '2026-03-02', end: '2026-03-02', timeZone: 'UTC' },
      text: 'Out now',
      post: { publishedText: '2d', capturedAt: '2026-03-05T10:00:00Z' },
      status: 'review',
      quote: '2d',
    },
    {
      params: { timeZone: 'Europe/Paris', weekdays: ['saturday', 'sunday'] },
      text: 'Bon dimanche',
      post: { publishedAt: '2026-03-01T23:30:00Z' },
      status: 'fail',
      quote: '2026-03-01T23:30:00Z',
    },
    { params: { start: '2026-03-02', timeZone: 'UTC' }, text: 'Out now', status: 'not-checkable' },
  ],
})

/** When it was published, on the clock that the window is on: to the minute, or the day; else as the page says it. */
function saidOf({ from, to, field, text }: Published, zone: string): string {
  if (field === 'published-text') return text
  const minute = wallTimeAt(from, zone)
  return from === to ? minute : minute.slice(0, 10)
}

/** What holds for every instant the post may have been published at; a question where it holds for some only. */
function verdict(rule: Params, from: number, to: number): [Draft['status'], string] {
  const start = rule.start === undefined ? Number.NEGATIVE_INFINITY : startOf(rule.start, rule.timeZone)
  const end = rule.end === undefined ? Number.POSITIVE_INFINITY : endOf(rule.end, rule.timeZone)
  if (to < start) return ['fail', 'windowEarly']
  if (from > end) return ['fail', 'windowLate']
  const whole = from >= start && to <= end
  const days = refusedDays(rule, Math.max(from, start), Math.min(to, end))
  if (days.free === 0) return ['fail', days.refused ?? 'windowWeekday']
  return whole && days.refused === null ? ['pass', 'windowInside'] : ['review', 'windowUnsure']
}

/** How many of the days between two instants are free to publish on, and why the first refused one is refused. */
function refusedDays({ weekdays, blackout, timeZone }: Params, from: number, to: number) {
  if (!weekdays && !blackout) return { free: 1, refused: null }
  const allowed = new Set(weekdays?.map((name) => WEEKDAYS.indexOf(name) + 1))
  const closed = new Set(blackout)
  let free = 0
  let refused: string | null = null
  let at = from
  for (let looked = 0; at <= to && looked < MOST_DAYS; looked++) {
    const { date, weekday } = dayAt(at, timeZone)
    if (closed.has(date)) refused ??= 'windowBlackout'
    else if (allowed.size > 0 && !allowed.has(weekday)) refused ??= 'windowWeekday'
    else free++
    at = nextDay(at, timeZone)
  }
  return { free, refused }
}
