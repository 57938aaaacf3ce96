import { type ReadonlySignal, signal } from '@preact/signals'
import { readReviewFilling } from '../background/partner-review.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { AlertState } from '../domain/alert-state.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Partner } from '../domain/partner.ts'
import type { PartnerReview, ReviewPart, Rhythm } from '../domain/partner-review.ts'
import type { ProgrammeKind } from '../domain/programme.ts'
import type { UpkeepSettings } from '../domain/settings.ts'
import { dayAt } from '../guidelines/window/wall-time.ts'
import type { Delivery } from '../health/delivery.ts'
import { type Campaign, type Occasion, occasionsOf } from '../partnership/occasions.ts'
import { programmeOf, type ProgrammeState } from '../partnership/programme.ts'
import { REVIEW_MONTHS, type ReviewFilling } from '../reports/partner-review.ts'
import type { StoreReader } from '../store/interface.ts'
import { monthsBefore } from '../text/months.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** What keeps one partnership going between campaigns (relationship.md B9). */
export interface UpkeepView {
  /** Without those that were put away. */
  readonly occasions: readonly Occasion[]
  readonly programme: ProgrammeState
  /** Newest first. */
  readonly reviews: readonly PartnerReview[]
}

/** A review with whom it is about. */
export interface ReviewView {
  readonly review: PartnerReview
  readonly partner: Partner
}

/** The zone that days with a partner are of: as agreed with them, else where this machine is. */
export function zoneOf(partner: Pick<Partner, 'protocol'>, agreements: readonly Pick<Agreement, 'timeZone'>[]): string {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return partner.protocol?.hours?.timeZone ?? agreements[0]?.timeZone ?? here
}

export async function loadUpkeep(
  store: StoreReader,
  partner: Partner,
  known: {
    readonly deliveries: readonly Delivery[]
    readonly guidelines: readonly Guideline[]
    readonly states: readonly AlertState[]
    readonly settings: UpkeepSettings
  },
  now: number,
): Promise<UpkeepView> {
  const postIds = known.deliveries.flatMap(({ deliverable }) => deliverable.postId ?? [])
  const [agreements, profiles, uses, reviews, assessments] = await Promise.all([
    store.agreements.ofPartner(partner.id),
    Promise.all(partner.accountKeys.map((key) => store.profiles.ofAccount(key))),
    store.programme.ofPartner(partner.id),
    store.reviews.ofPartner(partner.id),
    store.assessments.getMany(postIds),
  ])
  const zone = zoneOf(partner, agreements)
  const dayOf = (at: string) => dayAt(Date.parse(at), zone).date
  const today = dayAt(now, zone).date
  const partnerSince = dayOf(partner.createdAt)
  const clean = new Map(assessments.map(({ postId, verdict }) => [postId, verdict]))
  const names = new Map(known.guidelines.map(({ id, name }) => [id, name]))
  const byGuideline = Map.groupBy(known.deliveries, ({ deliverable }) => deliverable.guidelineId ?? '')
  const campaigns = [...byGuideline].map(([id, deliveries]): Campaign => ({
    id,
    name: names.get(id) ?? deliveries[0]?.deliverable.title ?? '',
    deliveries: deliveries.map(({ state, liveAt, deliverable: { postId } }) => {
      const verdict = postId === null ? undefined : clean.get(postId)
      return {
        state,
        liveOn: liveAt === null ? null : dayOf(liveAt),
        isClean: verdict === undefined || verdict === 'unknown' ? null : verdict === 'pass',
      }
    }),
  }))
  const found = occasionsOf({
    partnerId: partner.id,
    accounts: partner.accounts.map(({ platform, handle }, i) => ({
      platform,
      handle,
      key: partner.accountKeys[i] ?? '',
      looks: (profiles[i] ?? []).map(({ at, followers }) => ({ day: dayOf(at), followers })),
    })),
    partnerSince,
    agreementsFrom: agreements.flatMap(({ startsOn }) => startsOn ?? []),
    campaigns,
    today,
    days: known.settings.occasionDays,
  })
  const away = new Set(known.states.filter(({ until }) => until === null).map(({ id }) => id))
  return {
    occasions: found.filter(({ id }) => !away.has(id)),
    programme: programmeOf(uses, { since: partnerSince, today, quietDays: known.settings.programmeDays }),
    reviews,
  }
}

/** Reads one review's page; null when there is no such review, or no longer. */
export async function loadReviewView(store: StoreReader, id: string): Promise<ReviewView | null> {
  const review = await store.reviews.get(id)
  const partner = review && review.deletedAt === null ? await store.partners.get(review.partnerId) : null
  return review && partner && partner.deletedAt === null ? { review, partner } : null
}

type Texts = Readonly<Record<ReviewPart, string>>

/** What people do to keep a partnership going. Everything that is put away or removed can be undone. */
export interface Upkeep {
  /** Why the last save of a review was refused; null once another was kept. */
  readonly refused: ReadonlySignal<{ readonly id: string; readonly why: 'changed' | 'badDay' } | null>
  /** Begins a review, filled from the record; its id, or null where it was not kept. */
  begin(partner: Partner, rhythm: Rhythm, textsOf: (filling: ReviewFilling) => Texts): Promise<string | null>
  /** What the record would fill it with now; null when it cannot be read. */
  fillAgain(review: PartnerReview, textsOf: (filling: ReviewFilling) => Texts): Promise<Texts | null>
  save(review: PartnerReview): Promise<boolean>
  remove(review: PartnerReview): Promise<void>
  use(partner: Partner, kind: ProgrammeKind): Promise<void>
  /** Out of the list for good; `tell` false where something else says so. */
  putAway(occasion: Occasion, tell?: boolean): Promise<void>
}

export function createUpkeep({
  store,
  send,
  toasts,
  now,
  newId,
  onChange,
}: Pick<SurfacePorts, 'store' | 'send' | 'now' | 'newId'> & {
  toasts: Toasts
  onChange: () => Promise<void>
}): Upkeep {
  const refused = signal<{ id: string; why: 'changed' | 'badDay' } | null>(null)
  const keep = async ({ createdAt: _c, updatedAt, deletedAt: _d, ...typed }: PartnerReview, isNew: boolean) => {
    let kept = false
    await toasts.attempt(async () => {
      let seen = updatedAt
      for (let next = own.get(`${typed.id}|${seen}`); next; next = own.get(`${typed.id}|${seen}`)) seen = next
      const answer = await send('lookback.save', { ...typed, seen: isNew ? null : seen })
      if (answer.refused === null && answer.review && answer.review.updatedAt !== seen)
        own.set(`${typed.id}|${seen}`, answer.review.updatedAt)
      refused.value = answer.refused === null ? null : { id: typed.id, why: answer.refused }
      kept = answer.refused === null
    })
    return kept
  }
  /** What this window has kept since: of each state by its id and stamp, the stamp of the next. */
  const own = new Map<string, string>()
  let saving: Promise<unknown> = Promise.resolve()
  const zone = async (partner: Partner) => zoneOf(partner, await store.agreements.ofPartner(partner.id))
  return {
    refused,
    async begin(partner, rhythm, textsOf) {
      const time = now()
      const id = newId()
      let kept = false
      await toasts.attempt(async () => {
        const read = await readReviewFilling(store, partner.id, rhythm, new Date(time))
        if (!read) return
        const timeZone = await zone(partner)
        const { approval } = await store.settings.get()
        const today = dayAt(time, timeZone).date
        const stamp = new Date(time).toISOString()
        const about = { id, partnerId: partner.id, rhythm, timeZone, by: approval.reviewer, heldOn: null }
        const days = { from: dayAt(Date.parse(read.from), timeZone).date, to: today, nextOn: nextAfter(today, rhythm) }
        const stamps = { createdAt: stamp, updatedAt: stamp, deletedAt: null }
        kept = await keep({ ...about, ...days, parts: { ...textsOf(read.filling) }, ...stamps }, true)
      })
      await onChange()
      return kept ? id : null
    },
    async fillAgain({ partnerId, rhythm }, textsOf) {
      let texts: Texts | null = null
      await toasts.attempt(async () => {
        const read = await readReviewFilling(store, partnerId, rhythm, new Date(now()))
        texts = read && textsOf(read.filling)
      })
      return texts
    },
    async save(review) {
      // One after the other: each rests on the one before.
      const before = saving
      const kept = (async () => {
        await before
        return keep(review, false)
      })()
      saving = kept
      const isKept = await kept
      await onChange()
      return isKept
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('lookback.delete', { id })
        toasts.say('partnerReviewDeleted', [], async () => {
          await send('lookback.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
    async use(partner, kind) {
      await toasts.attempt(async () => {
        const id = newId()
        const on = dayAt(now(), await zone(partner)).date
        await send('programme.save', { id, partnerId: partner.id, kind, on })
        toasts.say('programmeUsed', [], async () => {
          await send('programme.delete', { id })
          await onChange()
        })
      })
      await onChange()
    },
    async putAway({ id }, tell = true) {
      await toasts.attempt(async () => {
        await send('alert.snooze', { id, until: null })
        if (!tell) return
        toasts.say('occasionPutAway', [], async () => {
          await send('alert.wake', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}

/** The day of the next review: as many months later; where the month has no such day, its last. */
export function nextAfter(day: string, rhythm: Rhythm): string {
  const at = Date.parse(`${day}T00:00:00.000Z`)
  return new Date(monthsBefore(at, -REVIEW_MONTHS[rhythm])).toISOString().slice(0, 10)
}
