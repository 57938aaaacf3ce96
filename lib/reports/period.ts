import type { ReportKind } from '../domain/report.ts'
import type { Window } from './facts.ts'

const DAY = 86_400_000

/** Whole months each kind looks back; the weekly report looks back seven days. */
const MONTHS: Readonly<Record<Exclude<ReportKind, 'weekly'>, number>> = {
  monthly: 1,
  partner: 3,
  review: 3,
  audit: 3,
  incident: 3,
}

/** What a report made at `now` (milliseconds) looks back on: consecutive ones meet without gap or overlap. */
export function periodOf(kind: ReportKind, now: number): Window {
  const from = kind === 'weekly' ? now - 7 * DAY : monthsBefore(now, MONTHS[kind])
  return { from: new Date(from).toISOString(), to: new Date(now).toISOString() }
}

/** The same moment of an earlier month (UTC); where that has no such day, its last. */
function monthsBefore(now: number, months: number): number {
  const date = new Date(now)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - months]
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(date.getUTCDate(), days)
  return Date.UTC(year, month, day) + (now - Date.UTC(year, date.getUTCMonth(), date.getUTCDate()))
}

/** How far back anything is read for any kind: the longest period, and the health's own window. */
export const READ_BACK_DAYS = 120
