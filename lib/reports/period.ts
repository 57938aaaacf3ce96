import type { ReportKind } from '../domain/report.ts'
import { monthsBefore } from '../text/months.ts'
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

/** How far back anything is read for any kind: the longest period, and the health's own window. */
export const READ_BACK_DAYS = 120
