import { sides, type Side } from '../domain/plan.ts'
import type {
  Metric,
  Realignment,
  ReviewOutcome,
  SheetAction,
  SheetContent,
  SheetEvent,
  SheetVersion,
} from '../domain/realignment.ts'
import type { PlanSettings } from '../domain/settings.ts'
import { addDays, daysBetween, isDay } from '../text/days.ts'

type Bounds = Pick<PlanSettings, 'reviewLeast' | 'reviewMost'>

/** Why a sheet is not saved, or an action not done; words under `realign.refused.<code>`. */
export interface SheetRefusal {
  readonly code:
    | 'changed'
    | 'no-name'
    | 'no-title'
    | 'no-rows'
    | 'empty-term'
    | 'no-reason'
    | 'no-example'
    | 'bad-day'
    | 'review-bounds'
    | 'metric-name'
    | 'metric-same'
    | 'metric-day'
    | 'full'
    | 'other-version'
    | 'acknowledged'
    | 'not-agreed'
    | 'unknown-metric'
    | 'measured-itself'
    | 'ended'
    | 'not-ended'
    | 'no-comment'
    | 'no-next'
  readonly values: readonly string[]
}

const no = (code: SheetRefusal['code'], ...values: string[]): SheetRefusal => ({ code, values })

/** The review of a sheet that takes effect on a day, by default (relationship.md B6: 60 days). */
export const defaultReview = (effectiveOn: string, { reviewDays }: Pick<PlanSettings, 'reviewDays'>): string =>
  addDays(effectiveOn, reviewDays)

const isAddress = (text: string): boolean => /^https?:\/\/[^\s/]+/i.test(text.trim())

/**
 * What a sheet's content lacks; null where it may be saved (relationship.md B6). Each row needs both terms, a reason
 * and the address of an example; the review is 30 to 90 days after the effective date, or a note says why not.
 */
export function contentProblem(content: SheetContent, bounds: Bounds): SheetRefusal | null {
  const { effectiveOn, reviewOn, reviewNote, rows, metrics } = content
  if (!isDay(effectiveOn) || !isDay(reviewOn)) return no('bad-day')
  if (rows.length === 0) return no('no-rows')
  for (const [i, row] of rows.entries()) {
    const nth = String(i + 1)
    if (row.from.trim() === '' || row.to.trim() === '') return no('empty-term', nth)
    if (row.reason.trim() === '') return no('no-reason', nth)
    if (row.examples.length === 0 || !row.examples.every(isAddress)) return no('no-example', nth)
  }
  for (const { name, baseline, target, checkInOn } of metrics) {
    if (name.trim() === '') return no('metric-name')
    if (baseline === target) return no('metric-same', name)
    if (!isDay(checkInOn) || checkInOn < effectiveOn) return no('metric-day', name)
  }
  return reviewProblem(effectiveOn, reviewOn, reviewNote, bounds)
}

function reviewProblem(
  from: string,
  on: string,
  note: string,
  { reviewLeast, reviewMost }: Bounds,
): SheetRefusal | null {
  if (!isDay(on)) return no('bad-day')
  const away = daysBetween(from, on)
  const isInside = away >= reviewLeast && away <= reviewMost
  return isInside || (away > 0 && note.trim() !== '')
    ? null
    : no('review-bounds', ...[away, reviewLeast, reviewMost].map(String))
}

export interface Acknowledged {
  readonly side: Side
  readonly name: string
  readonly on: string
  readonly at: string
}

/** `draft`: nobody agreed to its newest version; `partly`: one side did; `agreed`: both did; `ended`: reviewed and over. */
export type SheetState = 'draft' | 'partly' | 'agreed' | 'ended'

export interface SheetProgress {
  readonly state: SheetState
  /** The newest. */
  readonly version: SheetVersion
  /** The newest that both sides agreed to; null while none is. */
  readonly inForce: SheetVersion | null
  /** Of each version by its number. */
  readonly acknowledged: ReadonlyMap<number, readonly Acknowledged[]>
  /** The next review; null once it is over. */
  readonly reviewOn: string | null
  readonly reviews: readonly {
    readonly outcome: ReviewOutcome
    readonly comment: string
    readonly at: string
    readonly by: string
  }[]
  /** Values that people gave, the newest of each metric by id. */
  readonly values: ReadonlyMap<string, { readonly value: number; readonly at: string }>
}

/** Where a sheet stands: a fold of its versions and events. */
export function sheetProgress(sheet: Pick<Realignment, 'versions' | 'events'>): SheetProgress {
  const version = sheet.versions.at(-1)
  if (!version) throw new TypeError('a sheet has a version')
  const acknowledged = new Map<number, Acknowledged[]>()
  const values = new Map<string, { value: number; at: string }>()
  const reviews: { outcome: ReviewOutcome; comment: string; at: string; by: string }[] = []
  let isEnded = false
  let nextOn: string | null = null
  let nextOf = 0
  for (const { at, by, action } of sheet.events) {
    switch (action.kind) {
      case 'acknowledge': {
        const { side, name, on } = action
        acknowledged.set(action.version, [...(acknowledged.get(action.version) ?? []), { side, name, on, at }])
        break
      }
      case 'value':
        values.set(action.metricId, { value: action.value, at })
        break
      case 'review':
        reviews.push({ outcome: action.outcome, comment: action.comment, at, by })
        isEnded = action.outcome !== 'again'
        nextOn = action.nextOn
        nextOf = sheet.versions.findLast((one) => one.at <= at)?.n ?? 0
        break
      case 'reopen':
        isEnded = false
        break
    }
  }
  const isAgreed = (n: number) => sides.every((side) => acknowledged.get(n)?.some((one) => one.side === side))
  const inForce = sheet.versions.findLast(({ n }) => isAgreed(n)) ?? null
  const standing = inForce ?? version
  const count = acknowledged.get(version.n)?.length ?? 0
  return {
    state: isEnded ? 'ended' : isAgreed(version.n) ? 'agreed' : count > 0 ? 'partly' : 'draft',
    version,
    inForce,
    acknowledged,
    // A later version that both agreed to sets its own review.
    reviewOn: isEnded ? null : nextOn !== null && standing.n <= nextOf ? nextOn : standing.reviewOn,
    reviews,
    values,
  }
}

/** Whether this is what the newest version says, in the same words. */
export function isNewest(sheet: Pick<Realignment, 'versions' | 'events'>, content: SheetContent): boolean {
  const { n: _n, by: _by, at: _at, ...newest } = sheetProgress(sheet).version
  const keys = Object.keys(content) as (keyof SheetContent)[]
  return keys.every((key) => JSON.stringify(newest[key]) === JSON.stringify(content[key]))
}

/**
 * A sheet with new content, or why it is not saved. A version that somebody acknowledged is never changed: then the
 * content becomes version n+1; else it takes the place of the newest (relationship.md B6).
 */
export function writeSheet(
  sheet: Realignment,
  { title, content, by, at }: { title: string; content: SheetContent; by: string; at: string },
  bounds: Bounds,
): { readonly sheet: Realignment } | { readonly refused: SheetRefusal } {
  if (by.trim() === '') return { refused: no('no-name') }
  if (title.trim() === '') return { refused: no('no-title') }
  const { version, state, acknowledged } = sheetProgress(sheet)
  if (state === 'ended') return { refused: no('ended') }
  const problem = contentProblem(content, bounds)
  if (problem) return { refused: problem }
  const isFixed = acknowledged.has(version.n)
  if (isFixed && sheet.versions.length >= 200) return { refused: no('full') }
  const next = { ...content, n: isFixed ? version.n + 1 : version.n, by: by.trim(), at }
  const versions = isNewest(sheet, content)
    ? sheet.versions
    : [...(isFixed ? sheet.versions : sheet.versions.slice(0, -1)), next]
  return { sheet: { ...sheet, title: title.trim(), versions, updatedAt: at } }
}

/** One action on a sheet: it with the event, or why not; an event that is there already is a repetition. */
export function actOnSheet(
  sheet: Realignment,
  event: SheetEvent,
  today: string,
  bounds: Bounds,
): { readonly sheet: Realignment } | { readonly refused: SheetRefusal } {
  if (sheet.events.some(({ id }) => id === event.id)) return { sheet }
  const refused = refusalOf(sheet, event.by, event.action, today, bounds)
  if (refused) return { refused }
  const events = [...sheet.events, { ...event, by: event.by.trim() }]
  return { sheet: { ...sheet, events, updatedAt: event.at } }
}

function refusalOf(
  sheet: Realignment,
  by: string,
  action: SheetAction,
  today: string,
  bounds: Bounds,
): SheetRefusal | null {
  if (by.trim() === '') return no('no-name')
  if (sheet.events.length >= 2_000) return no('full')
  const { state, version, acknowledged, inForce } = sheetProgress(sheet)
  if (action.kind === 'reopen') {
    if (state !== 'ended') return no('not-ended')
    return action.comment.trim() === '' ? no('no-comment') : null
  }
  if (state === 'ended') return no('ended')
  if (action.kind === 'acknowledge') {
    if (action.version !== version.n) return no('other-version', String(action.version), String(version.n))
    if (action.name.trim() === '') return no('no-name')
    if (!isDay(action.on)) return no('bad-day')
    const isTwice = acknowledged.get(version.n)?.some(({ side }) => side === action.side) ?? false
    return isTwice ? no('acknowledged', action.side) : null
  }
  if (action.kind === 'value') {
    const metric = version.metrics.find(({ id }) => id === action.metricId)
    if (!metric) return no('unknown-metric')
    return metric.source === 'person' ? null : no('measured-itself', metric.name)
  }
  if (inForce === null) return no('not-agreed')
  if (action.comment.trim() === '') return no('no-comment')
  if (action.outcome !== 'again') return null
  return action.nextOn === null ? no('no-next') : reviewProblem(today, action.nextOn, '', bounds)
}

/** How a metric does, from its newest value; worked out on every visit. */
export type MetricState = 'not-measured' | 'met' | 'closer' | 'unchanged' | 'worse'

/** Towards the target is up or down, as the target lies from the baseline; at it or beyond, it is met. */
export function metricState(
  { baseline, target }: Pick<Metric, 'baseline' | 'target'>,
  value: number | null,
): MetricState {
  if (value === null) return 'not-measured'
  const towards = target >= baseline ? 1 : -1
  if (towards * (value - target) >= 0) return 'met'
  const moved = towards * (value - baseline)
  return moved > 0 ? 'closer' : moved < 0 ? 'worse' : 'unchanged'
}

/** Whether a review day is past and the review was not held. */
export const isReviewOverdue = (
  sheet: Pick<Realignment, 'versions' | 'events' | 'deletedAt'>,
  today: string,
): boolean => {
  const { reviewOn } = sheetProgress(sheet)
  return sheet.deletedAt === null && reviewOn !== null && reviewOn < today
}
