import { type PartnerSummary, readSummaries, UPCOMING_DAYS } from '../background/summary.ts'
import type { AlertState } from '../domain/alert-state.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Health } from '../health/types.ts'
import { type DueItem, dueItems } from '../partnership/due.ts'
import type { StoreReader } from '../store/interface.ts'
import { type Alert, gravestFirst, sortOut } from '../watch/alerts.ts'
import { type Alarm, alarmsOf } from '../watch/drift.ts'
import { type FollowUp, followUpsOf, localDay } from './notes.ts'
import { type DueLook, longestUnseenFirst } from '../watch/due-look.ts'
import { upcomingOf } from './plans.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

const DAY_MS = 86_400_000
/** One partner who needs somebody, and why. */
export interface Attention {
  readonly partner: Partner
  readonly health: Health
  /** Points gained or lost in 30 days; null where one of the moments has no score. */
  readonly change: number | null
  /** The gravest first; at least one. */
  readonly alerts: readonly Alert[]
}

/** Who needs a person, what comes up, and what Rapport itself cannot read. */
export interface AttentionList {
  /** The neediest first, as many as are drawn. */
  readonly partners: readonly Attention[]
  /** How many there are. */
  readonly waiting: number
  /** Partners of whom only what was last known is listed yet. */
  readonly updating: number
  /** Whose summary the background should keep anew. */
  readonly outdated: number
  /** Alerts that somebody put off, with whom they are about. */
  readonly hidden: readonly { readonly alert: Alert; readonly state: AlertState; readonly partner: Partner }[]
  readonly upcoming: readonly { readonly partner: Partner; readonly deliverable: PartnerSummary['upcoming'][number] }[]
  /** Agreed posts first, then paid ones, then accounts; in each the longest unseen first. */
  readonly looks: readonly DueLook[]
  /** Everyone, by id. */
  readonly names: ReadonlyMap<string, string>
  /** What plans and change sheets ask for soon; what is due already is among the alerts. */
  readonly planned: readonly { readonly partner: Partner; readonly due: DueItem }[]
  /** Notes to follow up on, those that are due first. */
  readonly followUps: readonly FollowUp[]
  readonly alarms: readonly Alarm[]
  /** The posts that alerts rest on, by id. */
  readonly posts: ReadonlyMap<string, Post>
  /** Partners looked at. */
  readonly of: number
}

/** Partners drawn at first, and with each press of "more". */
export const ATTENTION_PAGE = 20
/** Posts that an alert's line links to. */
const LINKED = 3

/**
 * Who needs somebody: the gravest alert first, then who falls, then the lower score (product.md, relationship.md B10).
 * Reads summaries, and no more posts than the `drawn` partners' alerts link to.
 */
export async function loadAttention(store: StoreReader, now: number, drawn = ATTENTION_PAGE): Promise<AttentionList> {
  const [{ all, updating, outdated }, states, rates, plans, sheets, reviews, notes] = await Promise.all([
    readSummaries(store, new Date(now)),
    store.alertStates.all(),
    store.readRates.all(),
    store.plans.all(),
    store.realignments.all(),
    store.reviews.all(),
    store.notes.all(),
  ])
  const partners = all.map(({ partner }) => partner)
  const judged = all.flatMap(({ partner, value }) =>
    value === null ? [] : [{ partner, value, ...sortOut(value.alerts, states, now) }],
  )
  const waiting = judged
    .filter(({ shown }) => shown.length > 0)
    .map(({ partner, shown, value: { health, change } }) => ({ partner, alerts: shown, health, change }))
    .toSorted(neediestFirst)
  const shown = waiting.slice(0, drawn)
  const ids = shown.flatMap(({ alerts }) => alerts.flatMap(({ evidence }) => evidence.slice(0, LINKED)))
  const posts = await store.posts.getMany([...new Set(ids)].filter((id) => id.includes(':')))
  const names = new Map(partners.map(({ id, name }) => [id, name]))
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  return {
    partners: shown,
    waiting: waiting.length,
    updating,
    outdated,
    hidden: judged.flatMap(({ partner, hidden }) => hidden.map((one) => ({ ...one, partner }))),
    upcoming: judged
      .flatMap(({ partner, value }) => value.upcoming.map((deliverable) => ({ partner, deliverable })))
      .filter(({ deliverable: { dueAt } }) => {
        const left = Date.parse(dueAt) - now
        return left >= 0 && left < UPCOMING_DAYS * DAY_MS
      })
      .toSorted((one, other) => (one.deliverable.dueAt < other.deliverable.dueAt ? -1 : 1)),
    looks: judged.flatMap(({ value }) => value.looks).toSorted(longestUnseenFirst),
    names,
    planned: upcomingOf(dueItems(plans, sheets, now, reviews)).flatMap((due) => {
      const partner = byId.get(due.partnerId)
      return partner ? [{ partner, due }] : []
    }),
    followUps: followUpsOf(notes, localDay(now)),
    alarms: alarmsOf(rates, now),
    posts: new Map(posts.map((post) => [post.id, post])),
    of: partners.length,
  }
}

/** Points lost in 30 days from which on a partner counts as falling (a default of our own). */
const FALL = 3
const isFalling = ({ change }: Attention) => change !== null && change <= -FALL

/** Of equally grave ones whoever falls, however high still, before whoever is low but does not fall (B10). */
export function neediestFirst(a: Attention, b: Attention): number {
  const [first, second] = [a.alerts[0], b.alerts[0]]
  if (first && second && first.severity !== second.severity) return gravestFirst(first, second)
  if (isFalling(a) !== isFalling(b)) return isFalling(a) ? -1 : 1
  return (a.health.score ?? 101) - (b.health.score ?? 101) || a.partner.name.localeCompare(b.partner.name)
}

/** What people do with alerts. Both can be undone from the toast. */
export interface AlertEdit {
  /** Puts it off for some days; null: for good. */
  snooze(alert: Alert, days: number | null): Promise<void>
  wake(id: string): Promise<void>
}

export function createAlertEdit({
  send,
  toasts,
  now,
  onChange,
}: Pick<SurfacePorts, 'send' | 'now'> & { toasts: Toasts; onChange: () => Promise<void> }): AlertEdit {
  const wake = async (id: string) => {
    await send('alert.wake', { id })
    await onChange()
  }
  return {
    async snooze({ id }, days) {
      await toasts.attempt(async () => {
        await send('alert.snooze', { id, until: days === null ? null : new Date(now() + days * DAY_MS).toISOString() })
        toasts.say(days === null ? 'alertMuted' : 'alertSnoozed', [], () => wake(id))
        await onChange()
      })
    },
    async wake(id) {
      await toasts.attempt(() => wake(id))
    },
  }
}
