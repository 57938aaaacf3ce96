import type { Rhythm } from '../domain/partner-review.ts'
import { startOf } from '../guidelines/window/wall-time.ts'
import { fillReview, reviewWindow, type ReviewFilling } from '../reports/partner-review.ts'
import type { StoreReader } from '../store/interface.ts'
import { readStandards } from './judge.ts'
import { readPlansAt } from './plans.ts'
import { readFacts } from './report.ts'

/** What a new review of a partner is filled with, and the time it looks back on; null when there is no such partner. */
export async function readReviewFilling(
  store: StoreReader,
  partnerId: string,
  rhythm: Rhythm,
  now: Date,
): Promise<{ filling: ReviewFilling; from: string; to: string } | null> {
  const partner = await store.partners.get(partnerId)
  if (!partner || partner.deletedAt !== null) return null
  const [standards, [last], { plans }] = await Promise.all([
    readStandards(store),
    store.reviews.ofPartner(partnerId),
    readPlansAt(store, partnerId, now.toISOString()),
  ])
  const window = reviewWindow(rhythm, now.getTime(), last ? startOf(last.to, last.timeZone) : null)
  const facts = await readFacts(store, partner, standards, now, 'review')
  return { filling: fillReview(facts, plans, window), from: window.from, to: window.to }
}
