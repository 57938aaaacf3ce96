import type { PartnerReview } from '../domain/partner-review.ts'
import type { Plan } from '../domain/plan.ts'
import type { Realignment } from '../domain/realignment.ts'
import { dayAt, endOf, startOf } from '../guidelines/window/wall-time.ts'
import { daysBetween } from '../text/days.ts'
import { planProgress } from './plan.ts'
import { sheetProgress } from './realignment.ts'

export const dueKinds = ['check-in', 'gate', 'promise', 'metric', 'review', 'partner-review'] as const
export type DueKind = (typeof dueKinds)[number]

/** Something with a day that a plan, a change sheet or a review asks for, and that is still to be done. */
export interface DueItem {
  /** The same for the same thing, however often it is looked at. */
  readonly id: string
  readonly kind: DueKind
  readonly partnerId: string
  /** Where it is done. */
  readonly of: { readonly view: 'plans' | 'realignment' | 'upkeep'; readonly id: string; readonly title: string }
  /** Number of a check-in or gate, name of a metric, words of a promise; the rhythm of a partner's review; '' for a sheet's. */
  readonly about: string
  readonly on: string
  /** When that day begins on the record's clocks; milliseconds since the epoch. */
  readonly at: number
  /** When it ends. */
  readonly overAt: number
  /** Days from today until it; 0 today, negative once it is past. */
  readonly inDays: number
  readonly side?: 'brand' | 'creator'
}

/**
 * Everything that running plans, sheets that are not over, and the newest review of each partner ask for, the earliest
 * first. `now`: milliseconds.
 */
export function dueItems(
  plans: readonly Plan[],
  sheets: readonly Realignment[],
  now: number,
  reviews: readonly PartnerReview[] = [],
): DueItem[] {
  const items = [
    ...plans.flatMap((plan) => ofPlan(plan, now)),
    ...sheets.flatMap((sheet) => ofSheet(sheet, now)),
    ...ofReviews(reviews, now),
  ]
  return items.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

type Found = Pick<DueItem, 'kind' | 'about' | 'on' | 'side'> & { key: string }

function ofPlan(plan: Plan, now: number): DueItem[] {
  const { state, checkIns, gates, promises } = planProgress(plan)
  if (plan.deletedAt !== null || state !== 'running') return []
  const found: Found[] = [
    ...checkIns.flatMap(({ n, on, doneAt }): Found[] =>
      doneAt === null ? [{ kind: 'check-in', about: String(n), on, key: String(n) }] : [],
    ),
    ...gates.flatMap(({ index, on, decision, day }): Found[] =>
      decision === null && on !== null ? [{ kind: 'gate', about: String(day), on, key: String(index) }] : [],
    ),
    ...promises.flatMap(({ id, text, due, outcome, side }): Found[] =>
      outcome === 'open' ? [{ kind: 'promise', about: text, on: due, key: id, side }] : [],
    ),
  ]
  return placed(found, { view: 'plans', id: plan.id, title: plan.title }, plan, now)
}

function ofSheet(sheet: Realignment, now: number): DueItem[] {
  const { state, version, inForce, reviewOn, values } = sheetProgress(sheet)
  if (sheet.deletedAt !== null || state === 'ended') return []
  const found: Found[] = (inForce ?? version).metrics.flatMap(({ id, name, checkInOn, source }): Found[] => {
    const looked = values.get(id)
    // A value from that day on is the check-in; what the record says by itself is looked at when somebody does.
    const isDone =
      source !== 'person' || (looked !== undefined && dayAt(Date.parse(looked.at), sheet.timeZone).date >= checkInOn)
    return isDone ? [] : [{ kind: 'metric', about: name, on: checkInOn, key: id }]
  })
  if (reviewOn !== null) found.push({ kind: 'review', about: '', on: reviewOn, key: reviewOn })
  return placed(found, { view: 'realignment', id: sheet.id, title: sheet.title }, sheet, now)
}

/** A review that was begun since takes the place of the one that was planned. */
function ofReviews(reviews: readonly PartnerReview[], now: number): DueItem[] {
  const kept = reviews.filter(({ deletedAt }) => deletedAt === null)
  return [...Map.groupBy(kept, ({ partnerId }) => partnerId).values()].flatMap((own) => {
    const newest = own.reduce((last, one) => (one.createdAt > last.createdAt ? one : last))
    if (newest.nextOn === null) return []
    const found: Found = { kind: 'partner-review', about: newest.rhythm, on: newest.nextOn, key: newest.nextOn }
    return placed([found], { view: 'upkeep', id: newest.id, title: '' }, newest, now)
  })
}

function placed(
  found: readonly Found[],
  of: DueItem['of'],
  { partnerId, timeZone }: Pick<Plan, 'partnerId' | 'timeZone'>,
  now: number,
): DueItem[] {
  const today = dayAt(now, timeZone).date
  return found.map(({ key, ...item }) => ({
    ...item,
    id: `${of.id}|${item.kind}|${key}`,
    partnerId,
    of,
    at: startOf(item.on, timeZone),
    overAt: endOf(item.on, timeZone) + 1,
    inDays: daysBetween(today, item.on),
  }))
}
