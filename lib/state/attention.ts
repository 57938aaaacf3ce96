import { readAlerts } from '../background/alerts.ts'
import { readHealth } from '../background/health.ts'
import type { AlertState } from '../domain/alert-state.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Delivery } from '../health/delivery.ts'
import { deliveriesOf } from '../health/delivery.ts'
import type { Health } from '../health/types.ts'
import type { StoreReader } from '../store/interface.ts'
import { type Alert, gravestFirst, sortOut } from '../watch/alerts.ts'
import { type Alarm, alarmsOf } from '../watch/drift.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

const DAY_MS = 86_400_000
/** Deliverables due within these days are upcoming. */
const UPCOMING_DAYS = 14

/** One partner who needs somebody, and why. */
export interface Attention {
  readonly partner: Partner
  readonly health: Health
  /** The gravest first; at least one. */
  readonly alerts: readonly Alert[]
}

/** Who needs a person, what comes up, and what Rapport itself cannot read. */
export interface AttentionList {
  readonly partners: readonly Attention[]
  /** Alerts that somebody put off, with whom they are about. */
  readonly hidden: readonly { readonly alert: Alert; readonly state: AlertState; readonly partner: Partner }[]
  readonly upcoming: readonly { readonly partner: Partner; readonly delivery: Delivery }[]
  readonly alarms: readonly Alarm[]
  /** The posts that alerts rest on, by id. */
  readonly posts: ReadonlyMap<string, Post>
  /** Partners looked at. */
  readonly of: number
}

/** Works out from the record who needs somebody: the gravest alert first, then the lower score (product.md). */
export async function loadAttention(store: StoreReader, now: number): Promise<AttentionList> {
  const [partners, guidelines, settings, waivers, states, rates, promised] = await Promise.all([
    store.partners.all(),
    store.guidelines.all(),
    store.settings.get(),
    store.waivers.all(),
    store.alertStates.all(),
    store.readRates.all(),
    store.deliverables.all(),
  ])
  const at = new Date(now)
  const standards = { guidelines, settings, waivers }
  const judged = await Promise.all(
    partners.map(async (partner) => ({
      partner,
      ...sortOut(await readAlerts(store, partner, standards, at), states, now),
    })),
  )
  const waiting = judged.filter(({ shown }) => shown.length > 0)
  const shown = await Promise.all(
    waiting.map(async ({ partner, shown: alerts }) => ({
      partner,
      alerts,
      health: await readHealth(store, partner, at),
    })),
  )
  const ids = shown.flatMap(({ alerts }) => alerts.flatMap(({ evidence }) => evidence))
  const posts = await store.posts.getMany([...new Set(ids)].filter((id) => id.includes(':')))
  return {
    partners: shown.toSorted(neediestFirst),
    hidden: judged.flatMap(({ partner, hidden }) => hidden.map((one) => ({ ...one, partner }))),
    upcoming: partners
      .flatMap((partner) =>
        deliveriesOf(
          promised.filter(({ partnerId }) => partnerId === partner.id),
          new Map(),
          now,
          settings.health,
        ).map((delivery) => ({ partner, delivery })),
      )
      .filter(({ delivery: { state, deliverable } }) => {
        const isLinked = deliverable.postId !== null
        return state === 'upcoming' && !isLinked && Date.parse(deliverable.dueAt) - now < UPCOMING_DAYS * DAY_MS
      })
      .toSorted((a, b) => (a.delivery.deliverable.dueAt < b.delivery.deliverable.dueAt ? -1 : 1)),
    alarms: alarmsOf(rates, now),
    posts: new Map(posts.map((post) => [post.id, post])),
    of: partners.length,
  }
}

function neediestFirst(a: Attention, b: Attention): number {
  const [first, second] = [a.alerts[0], b.alerts[0]]
  if (first && second && first.severity !== second.severity) return gravestFirst(first, second)
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
