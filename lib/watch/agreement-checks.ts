import type { Agreement, Clause, ClauseKind } from '../domain/agreement.ts'
import { dayInZone, daysAfter } from '../text/zone-day.ts'

/** An agreement as far as it is checked: its details, and the clauses that are in force. */
export type LiveAgreement = Pick<
  Agreement,
  'id' | 'title' | 'timeZone' | 'startsOn' | 'endsOn' | 'reviewOn' | 'createdAt'
> & { readonly clauses: readonly Clause[] }

/** What a confirmed clause is checked by, or why it is kept as text only; words under `agreement.check.<code>`. */
export interface ClauseCheck {
  readonly code:
    | 'stayLive'
    | 'exclusivity'
    | 'window'
    | 'disclosure'
    | 'tags'
    | 'trigger'
    | 'response'
    | 'review'
    | 'needsDays'
    | 'needsDates'
    | 'needsLabel'
    | 'needsTags'
    | 'needsHours'
    | 'textOnly'
  /** False: something is missing that a person can add, or the kind has no check. */
  readonly isLive: boolean
}

const live = (code: ClauseCheck['code']): ClauseCheck => ({ code, isLive: true })
const missing = (code: ClauseCheck['code']): ClauseCheck => ({ code, isLive: false })

/** Clauses that begin to matter when an incident is open (relationship.md B7: trigger events create tasks and alerts). */
export const triggerKinds: ReadonlySet<ClauseKind> = new Set(['suspension', 'consultation', 'sensitive-approval'])

/** What becomes of a clause once it is confirmed with these values. */
export function checkOf(
  { kind, values }: Pick<Clause, 'kind' | 'values'>,
  { startsOn, endsOn, reviewOn }: Pick<LiveAgreement, 'startsOn' | 'endsOn' | 'reviewOn'>,
): ClauseCheck {
  if (triggerKinds.has(kind)) return live('trigger')
  switch (kind) {
    case 'stay-live':
      return values.days !== null || values.until !== null ? live('stayLive') : missing('needsDays')
    case 'exclusivity':
      return (values.from ?? values.until ?? startsOn ?? endsOn) === null ? missing('needsDates') : live('exclusivity')
    case 'deliverables':
      return values.until === null ? missing('needsDates') : live('window')
    case 'disclosure':
      return values.labels.length > 0 ? live('disclosure') : missing('needsLabel')
    case 'tags':
      return values.handles.length + values.hashtags.length > 0 ? live('tags') : missing('needsTags')
    case 'response-time':
      return values.hours !== null || values.days !== null ? live('response') : missing('needsHours')
    case 'review-date':
      return reviewDay({ kind, values }, { startsOn, reviewOn }) === null ? missing('needsDates') : live('review')
    default:
      return missing('textOnly')
  }
}

/** The last day, by the agreement's zone, before which a post may not be gone (relationship.md B7). */
export function stayLiveUntil(
  { values }: Pick<Clause, 'values'>,
  { timeZone }: Pick<LiveAgreement, 'timeZone'>,
  publishedAt: string,
): string | null {
  const byDays = values.days === null ? null : daysAfter(dayInZone(publishedAt, timeZone), values.days)
  // A fixed day and a span: whichever is later keeps the post.
  return (
    [byDays, values.until]
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

/** The days between which a clause holds; open ends are null. What it does not say, the agreement's own dates do. */
export function windowOf(
  { values }: Pick<Clause, 'values'>,
  { startsOn, endsOn, createdAt, timeZone }: Pick<LiveAgreement, 'startsOn' | 'endsOn' | 'createdAt' | 'timeZone'>,
): { readonly from: string; readonly until: string | null } {
  return {
    from: values.from ?? startsOn ?? dayInZone(createdAt, timeZone),
    until: values.until ?? endsOn,
  }
}

/** When an agreement is to be reviewed: the day that was set, else what its clause says. */
export function reviewDay(
  clause: Pick<Clause, 'kind' | 'values'> | undefined,
  { startsOn, reviewOn }: Pick<LiveAgreement, 'startsOn' | 'reviewOn'>,
): string | null {
  if (reviewOn !== null) return reviewOn
  if (!clause) return null
  const { until, days } = clause.values
  return until ?? (startsOn !== null && days !== null ? daysAfter(startsOn, days) : null)
}
