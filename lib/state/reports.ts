import { type ReadonlySignal, signal } from '@preact/signals'
import type { KeptReport, ReportKind } from '../domain/report.ts'
import type { CalendarEntry } from '../reports/ics.ts'
import { deliveriesOf } from '../health/delivery.ts'
import { cadenceFor } from '../health/cadence.ts'
import { type DueItem, dueItems } from '../partnership/due.ts'
import type { StoreReader } from '../store/interface.ts'
import type { SurfacePorts } from './ports.ts'
import type { Router } from './route.ts'
import type { Toasts } from './toasts.ts'

/** Reports that were made: by the person now, or by themselves each week and month. */
export interface Reports {
  /** One is being made. */
  readonly busy: ReadonlySignal<boolean>
  /** Makes one and opens it. */
  make(kind: ReportKind, partnerId: string | null): Promise<void>
  /** Can be undone from the toast. */
  remove(kept: KeptReport): Promise<void>
}

export function createReports({
  send,
  toasts,
  newId,
  router,
  onChange,
}: Pick<SurfacePorts, 'send' | 'newId'> & {
  toasts: Toasts
  router: Router
  onChange: () => Promise<void>
}): Reports {
  const busy = signal(false)
  return {
    busy,
    async make(kind, partnerId) {
      if (busy.peek()) return
      busy.value = true
      const id = newId()
      const made = await toasts.attempt(() => send('report.make', { id, kind, partnerId }))
      busy.value = false
      await onChange()
      if (made) router.go('reports', id)
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('report.delete', { id })
        toasts.say('reportDeleted', [], async () => {
          await send('report.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}

/** What a calendar entry is about; its words are made by the page. */
export interface Due {
  readonly id: string
  readonly kind: 'deliverable' | 'touch' | 'followUp' | 'planned'
  readonly partner: string | null
  /** A deliverable's title, the beginning of a note, or that of a plan or change sheet. */
  readonly title: string
  readonly details: string
  /** As `CalendarEntry` has it. */
  readonly at: CalendarEntry['at']
  readonly url: string | null
  /** Of `planned`: what it asks for. */
  readonly due?: DueItem
}

/** Longest beginning of a note in a calendar, in UTF-16 code units. */
const SHORT = 120

/** Everything that is due from now on, or is overdue and still open: deliverables, being in touch, follow-ups. */
export async function dueDates(store: StoreReader, now: number): Promise<Due[]> {
  const [partners, deliverables, notes, settings, plans, sheets, reviews] = await Promise.all([
    store.partners.all(),
    store.deliverables.all(),
    store.notes.all(),
    store.settings.get(),
    store.plans.all(),
    store.realignments.all(),
    store.reviews.all(),
  ])
  const names = new Map(partners.map(({ id, name }) => [id, name]))
  const posts = await store.posts.getMany(deliverables.flatMap(({ postId }) => postId ?? []))
  const promised = partners.flatMap(({ id, name }) =>
    deliveriesOf(
      deliverables.filter(({ partnerId }) => partnerId === id),
      new Map(posts.map((post) => [post.id, post])),
      now,
      settings.health,
    )
      .filter(({ liveAt, state }) => liveAt === null && state !== 'cancelled')
      .map(({ deliverable }): Due => ({
        id: deliverable.id,
        kind: 'deliverable',
        partner: name,
        title: deliverable.title,
        details: deliverable.brief.slice(0, 2_000),
        at: deliverable.dueAt,
        url: deliverable.postUrl,
      })),
  )
  const touches = await Promise.all(
    partners.map(async (partner): Promise<Due[]> => {
      const state = cadenceFor(partner, await store.contacts.ofPartner(partner.id), settings.health, now)
      const about = { kind: 'touch', partner: partner.name, title: '', details: '', url: null } as const
      return state ? [{ id: `touch-${partner.id}`, at: state.dueAt, ...about }] : []
    }),
  )
  const followUps = notes.flatMap(({ id, partnerId, text, followUpOn }): Due[] => {
    if (followUpOn === null) return []
    const title = (/^.{0,119}/u.exec(text.trim().replaceAll(/\s+/gu, ' '))?.[0] ?? '').slice(0, SHORT)
    const partner = partnerId === null ? null : (names.get(partnerId) ?? null)
    return [{ id, kind: 'followUp', partner, title, details: '', at: followUpOn, url: null }]
  })
  const planned = dueItems(plans, sheets, now, reviews).flatMap((due): Due[] => {
    const partner = names.get(due.partnerId)
    if (partner === undefined) return []
    return [{ id: due.id, kind: 'planned', partner, title: due.of.title, details: '', at: due.on, url: null, due }]
  })
  return [...promised, ...touches.flat(), ...followUps, ...planned].toSorted((a, b) =>
    a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1,
  )
}
