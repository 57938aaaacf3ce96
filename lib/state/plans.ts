import { type ReadonlySignal, signal } from '@preact/signals'
import { readPlansAt } from '../background/plans.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { Incident } from '../domain/incident.ts'
import type { Partner } from '../domain/partner.ts'
import type { Plan, PlanAction } from '../domain/plan.ts'
import type { PlanSettings } from '../domain/settings.ts'
import { deliveriesOf } from '../health/delivery.ts'
import { communicationOf, replySettingsOf } from '../health/reply-times.ts'
import type { Input, PlanAnswer } from '../messages/protocol.ts'
import { type DueItem, dueItems } from '../partnership/due.ts'
import { planProgress, type PlanProgress } from '../partnership/plan.ts'
import { readRating } from '../partnership/rating.ts'
import type { SignOffProblem } from '../partnership/sign-off.ts'
import { smallWins, type SmallWin } from '../partnership/small-wins.ts'
import { todayOf, type Trust, trustOf, type TrustPoint, trustTrend } from '../partnership/trust.ts'
import type { StoreReader } from '../store/interface.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

export interface PlanRow {
  readonly plan: Plan
  readonly partner: Partner
  readonly progress: PlanProgress
  readonly trust: Trust
  /** The next that is due. */
  readonly next: DueItem | null
}

/** Everything the page of one plan shows. */
export interface PlanView extends PlanRow {
  readonly today: string
  readonly incident: Incident | null
  /** The creator's newest one, by which it would be ended. */
  readonly agreement: Agreement | null
  readonly trend: readonly TrustPoint[]
  readonly wins: readonly SmallWin[]
  readonly due: readonly DueItem[]
  readonly settings: PlanSettings
  /** The name that decisions on this machine are signed with. */
  readonly by: string
}

const order = { running: 0, preparing: 1, completed: 2, archived: 3 }

/** Plans of the partners there are: running ones first, then the newest. */
export async function loadPlans(store: StoreReader, now: number, only?: Partner): Promise<PlanRow[]> {
  const [plans, partners] = await Promise.all([
    only ? store.plans.ofPartner(only.id) : store.plans.all(),
    only ? [only] : store.partners.all(),
  ])
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  const { plans: weights, health } = await store.settings.get()
  const rows = await Promise.all(
    plans.map(async (plan): Promise<PlanRow[]> => {
      const partner = byId.get(plan.partnerId)
      if (!partner) return []
      const contacts = await store.contacts.ofPartner(partner.id)
      const { exchanges } = communicationOf(contacts, now, replySettingsOf(partner, health))
      const [next = null] = dueItems([plan], [], now)
      return [{ plan, partner, progress: planProgress(plan), trust: trustOf(plan, exchanges, now, weights), next }]
    }),
  )
  return rows
    .flat()
    .toSorted(
      (a, b) => order[a.progress.state] - order[b.progress.state] || (a.plan.createdAt < b.plan.createdAt ? 1 : -1),
    )
}

/** Newest posts in which small wins are looked for. */
const POSTS = 200

/** Reads one plan's page; null when there is no such plan, or no longer. */
export async function loadPlanView(store: StoreReader, id: string, now: number): Promise<PlanView | null> {
  const plan = await store.plans.get(id)
  const partner = plan && plan.deletedAt === null ? await store.partners.get(plan.partnerId) : null
  const [row] = partner ? (await loadPlans(store, now, partner)).filter((one) => one.plan.id === id) : []
  if (!row || !partner || !plan) return null
  const [posts, contacts, promised, settings, incident, agreements] = await Promise.all([
    store.posts.ofPartner(partner.id, { since: plan.createdAt, limit: POSTS }),
    store.contacts.ofPartner(partner.id),
    store.deliverables.ofPartner(partner.id),
    store.settings.get(),
    plan.incidentId === null ? null : store.incidents.get(plan.incidentId),
    store.agreements.ofPartner(partner.id),
  ])
  const [assessments, linked] = await Promise.all([
    store.assessments.getMany(posts.map((post) => post.id)),
    store.posts.getMany(promised.flatMap(({ postId }) => postId ?? [])),
  ])
  const reply = replySettingsOf(partner, settings.health)
  const { exchanges } = communicationOf(contacts, now, reply)
  const deliveries = deliveriesOf(promised, new Map(linked.map((post) => [post.id, post])), now, settings.health)
  const found = { deliveries, posts, assessments, exchanges, replyLimitHours: reply.floorHours, now }
  return {
    ...row,
    today: todayOf(plan, now),
    incident: incident && incident.deletedAt === null ? incident : null,
    agreement: agreements[0] ?? null,
    trend: trustTrend(plan, exchanges, now, settings.plans),
    wins: smallWins(plan, found),
    due: dueItems([plan], [], now),
    settings: settings.plans,
    by: settings.approval.reviewer,
  }
}

/** Days ahead within which something is upcoming. */
const UPCOMING_DAYS = 14

/** What a partner's plans and sheets ask for soon: what is due already is among the alerts, so that each is said once. */
export async function loadUpcoming(store: StoreReader, partner: Partner, now: number): Promise<DueItem[]> {
  const { plans, sheets, reviews } = await readPlansAt(store, partner.id, new Date(now).toISOString())
  return upcomingOf(dueItems(plans, sheets, now, reviews))
}

export const upcomingOf = (items: readonly DueItem[]): DueItem[] =>
  items.filter(({ inDays }) => inDays > 0 && inDays <= UPCOMING_DAYS)

/** What people do with plans. */
export interface PlanEdit {
  /** Why the last decision was refused; null once another was taken. */
  readonly refused: ReadonlySignal<{ readonly id: string; readonly refusal: NonNullable<PlanAnswer['refused']> } | null>
  readonly newId: () => string
  /** The new plan's id; null when it was refused. */
  make(about: Omit<Input<'plan.make'>, 'id'>): Promise<string | null>
  /** False when it was refused: `refused` says why, and nothing was changed. `seen`: events that the person saw. */
  act(plan: Plan, by: string, action: PlanAction, seen?: number): Promise<boolean>
  /** The plan with a new rating sheet, its newest; null where it was refused. */
  sheet(plan: Plan, by: string): Promise<Plan | null>
  /** Takes in a returned rating of this plan; what is wrong with its text, or null where it was read. */
  takeRating(plan: Plan, text: string): Promise<SignOffProblem | null>
  remove(plan: Plan): Promise<void>
}

export function createPlanEdit({
  send,
  toasts,
  newId,
  onChange,
}: Pick<SurfacePorts, 'send' | 'newId'> & { toasts: Toasts; onChange: () => Promise<void> }): PlanEdit {
  const refused = signal<{ id: string; refusal: NonNullable<PlanAnswer['refused']> } | null>(null)
  const settle = (id: string, { plan, refused: refusal }: PlanAnswer): Plan | null => {
    refused.value = refusal === null ? null : { id, refusal }
    return refusal === null ? plan : null
  }
  return {
    refused,
    newId,
    async make(about) {
      const id = newId()
      const done = await toasts.attempt(() => send('plan.make', { ...about, id }))
      await onChange()
      return done ? id : null
    },
    async act({ id, events }, by, action, seen = events.length) {
      let done: Plan | null = null
      await toasts.attempt(async () => {
        done = settle(id, await send('plan.act', { id, seen, eventId: newId(), by, action }))
      })
      await onChange()
      return done !== null
    },
    async sheet({ id, events }, by) {
      let done: Plan | null = null
      await toasts.attempt(async () => {
        done = settle(id, await send('plan.sheet', { id, seen: events.length, eventId: newId(), by }))
      })
      await onChange()
      return done
    },
    async takeRating({ id }, text) {
      const read = readRating(text)
      if ('problem' in read) return read.problem
      const { rating } = read
      if (rating.plan !== id) {
        refused.value = { id, refusal: { code: 'unknown-sheet', values: [] } }
        return null
      }
      await toasts.attempt(async () => {
        const done = settle(id, await send('plan.rating', { eventId: newId(), rating }))
        if (done) toasts.say('ratingTaken', [rating.name])
      })
      await onChange()
      return null
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('plan.delete', { id })
        toasts.say('planDeleted', [], async () => {
          await send('plan.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}
