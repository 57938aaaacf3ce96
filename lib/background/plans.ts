import type { Partner } from '../domain/partner.ts'
import type { PartnerReview } from '../domain/partner-review.ts'
import type { Plan } from '../domain/plan.ts'
import type { Realignment } from '../domain/realignment.ts'
import type { PlanSettings } from '../domain/settings.ts'
import { dayAt } from '../guidelines/window/wall-time.ts'
import type { Penalty } from '../health/health-of.ts'
import { type DueItem, dueItems, type DueKind } from '../partnership/due.ts'
import { isReviewOverdue, sheetProgress } from '../partnership/realignment.ts'
import type { StoreReader } from '../store/interface.ts'
import { daysBetween } from '../text/days.ts'
import type { AlertKind, Hit } from '../watch/alerts.ts'

/** A partner's plans, change sheets and reviews as they stood at an instant. */
export async function readPlansAt(
  store: StoreReader,
  partnerId: string,
  at: string,
): Promise<{ plans: Plan[]; sheets: Realignment[]; reviews: PartnerReview[] }> {
  const [plans, sheets, reviews] = await Promise.all([
    store.plans.ofPartner(partnerId),
    store.realignments.ofPartner(partnerId),
    store.reviews.ofPartner(partnerId),
  ])
  const until = <T extends { readonly at: string }>(events: readonly T[]) => events.filter((event) => event.at <= at)
  return {
    plans: plans
      .filter(({ createdAt }) => createdAt <= at)
      .map((plan) => Object.assign({}, plan, { events: until(plan.events) })),
    sheets: sheets.flatMap((sheet) => {
      const versions = until(sheet.versions)
      return versions.length === 0 ? [] : [{ ...sheet, versions, events: until(sheet.events) }]
    }),
    reviews: reviews.filter(({ createdAt }) => createdAt <= at),
  }
}

/** What the health loses while a review is overdue, each sheet once (relationship.md B6; the points are a setting). */
export function reviewPenalties(
  sheets: readonly Realignment[],
  now: number,
  { reviewPenalty }: Pick<PlanSettings, 'reviewPenalty'>,
): Penalty[] {
  if (reviewPenalty === 0) return []
  return sheets.flatMap((sheet): Penalty[] => {
    const today = dayAt(now, sheet.timeZone).date
    const { reviewOn } = sheetProgress(sheet)
    if (reviewOn === null || !isReviewOverdue(sheet, today)) return []
    const values = [sheet.title, String(daysBetween(reviewOn, today)), String(reviewPenalty)]
    return [{ code: 'reviewOverdue', points: reviewPenalty, values, evidence: [sheet.id] }]
  })
}

const kinds: Readonly<Record<DueKind, AlertKind>> = {
  'check-in': 'check-in-due',
  gate: 'gate-due',
  promise: 'promise-due',
  metric: 'metric-due',
  review: 'review-due',
  'partner-review': 'partner-review-due',
}

/** What plans and sheets ask for now, as alerts: from its day on, until it is done. */
export async function readDueHits(store: StoreReader, { id }: Pick<Partner, 'id'>, now: number): Promise<Hit[]> {
  const { plans, sheets, reviews } = await readPlansAt(store, id, new Date(now).toISOString())
  return dueItems(plans, sheets, now, reviews)
    .filter(({ inDays }) => inDays <= 0)
    .map(dueHit)
}

function dueHit({ id, kind, of, about, at, inDays, side, on }: DueItem): Hit {
  const since = new Date(at).toISOString()
  const isOver = inDays < 0
  const code =
    kind === 'promise'
      ? `due-promise-${side ?? 'brand'}`
      : kind === 'review' && isOver
        ? 'due-review-over'
        : `due-${kind}`
  const urgent = kind === 'review' || kind === 'gate'
  return {
    kind: kinds[kind],
    subject: id,
    severity: isOver && urgent ? 'high' : 'medium',
    code,
    values:
      kind === 'partner-review'
        ? [on]
        : kind === 'review'
          ? [of.title, isOver ? String(-inDays) : on]
          : [of.title, about, on],
    evidence: [of.id],
    since,
    lastAt: since,
  }
}
