import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { readSummary } from '../background/summary.ts'
import { readIncidentsAt } from '../background/incidents-at.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { Contact } from '../domain/contact.ts'
import type { Draft, DraftAction } from '../domain/draft.ts'
import type { Incident } from '../domain/incident.ts'
import type { Note } from '../domain/note.ts'
import type { Partner } from '../domain/partner.ts'
import type { Plan } from '../domain/plan.ts'
import type { Post } from '../domain/post.ts'
import type { Pulse } from '../domain/pulse.ts'
import type { Realignment } from '../domain/realignment.ts'
import { deliveriesOf, type Delivery } from '../health/delivery.ts'
import { incidentProgress, isOpenStatus } from '../partnership/incident.ts'
import type { StoreReader } from '../store/interface.ts'
import { beginningOf } from '../text/beginning.ts'
import type { Alert } from '../watch/alerts.ts'
import { createLive, type Live } from './live.ts'

export const timelineKinds = [
  'contact',
  'note',
  'post',
  'deliverable',
  'alert',
  'incident',
  'draft',
  'agreement',
  'plan',
] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** One thing that happened with a partner. */
export interface TimelineEvent {
  readonly id: string
  readonly kind: TimelineKind
  /** ISO instant. */
  readonly at: string
  /** Words under `timeline.<code>`; an alert brings its own. */
  readonly code: string
  /** Codes that the words name: a channel, a site, a state. */
  readonly values: readonly string[]
  /** What people wrote; '' for nothing. */
  readonly text: string
  readonly alert?: Alert
  /** Where it can be read whole: a view with the record's id, or an address on its site. */
  readonly page: {
    readonly view: 'incidents' | 'review' | 'agreements' | 'plans' | 'realignment'
    readonly id: string
  } | null
  readonly url: string | null
}

export interface Timeline {
  /** Newest first, as many as are shown. */
  readonly events: readonly TimelineEvent[]
  /** There is more. */
  readonly more: boolean
}

/** Events shown at first, and with each press of "more". */
export const TIMELINE_PAGE = 30
/** As much of a note or a caption as is shown. */
const EXCERPT = 160

/** What is stored of one partner, besides what pages show. */
export interface TimelineRecord {
  readonly contacts: readonly Contact[]
  readonly notes: readonly Note[]
  readonly posts: readonly Post[]
  readonly deliveries: readonly Delivery[]
  readonly alerts: readonly Alert[]
  readonly incidents: readonly Incident[]
  readonly drafts: readonly Draft[]
  readonly agreements: readonly Agreement[]
  readonly plans: readonly Plan[]
  readonly sheets: readonly Realignment[]
  readonly pulses: readonly Pulse[]
}

const event = (
  kind: TimelineKind,
  id: string,
  at: string,
  code: string,
  over: Partial<Pick<TimelineEvent, 'values' | 'text' | 'alert' | 'page' | 'url'>> = {},
): TimelineEvent => ({ id: `${kind}:${id}`, kind, at, code, values: [], text: '', page: null, url: null, ...over })

const told: ReadonlySet<DraftAction> = new Set(['submit', 'approve', 'request-changes', 'reject', 'match'])

/** Everything that happened until `now` (milliseconds), newest first; what is still to come is on other lists. */
export function eventsOf(record: TimelineRecord, now: number): TimelineEvent[] {
  const events: TimelineEvent[] = [
    ...record.contacts.map(({ id, at, direction, channel, note }) =>
      event('contact', id, at, direction === 'out' ? 'reached' : 'heard', {
        values: [channel],
        text: beginningOf(note, EXCERPT),
      }),
    ),
    ...record.pulses.map(({ id, at, rating }) => event('contact', id, at, 'rated', { values: [String(rating)] })),
    ...record.notes.map(({ id, createdAt, text }) =>
      event('note', id, createdAt, 'note', { text: beginningOf(text, EXCERPT) }),
    ),
    ...record.posts.map(({ id, sortAt, platform, text, url }) =>
      event('post', id, sortAt, 'posted', { values: [platform], text: beginningOf(text, EXCERPT), url }),
    ),
    ...record.deliveries.map(({ deliverable, state, liveAt }) =>
      event('deliverable', deliverable.id, deliverable.cancelledAt ?? liveAt ?? deliverable.dueAt, 'deliverable', {
        values: [state],
        text: deliverable.title,
      }),
    ),
    ...record.alerts.map((alert) => event('alert', alert.id, alert.since, 'alert', { alert })),
    ...record.incidents.flatMap((incident) => {
      const { id, title, createdAt, events: done } = incident
      const about = { text: title, page: { view: 'incidents', id } as const }
      const last = done.findLast(({ action }) => action.kind === 'status')
      const isOver = last !== undefined && !isOpenStatus(incidentProgress(incident).status)
      return [
        event('incident', id, createdAt, 'incidentOpened', about),
        ...(isOver ? [event('incident', last.id, last.at, 'incidentOver', about)] : []),
      ]
    }),
    ...record.drafts.flatMap(({ id, title, createdAt, events: done }) => {
      const about = { text: title, page: { view: 'review', id } as const }
      return [
        event('draft', id, createdAt, 'draftMade', about),
        ...done
          .filter(({ kind }) => told.has(kind))
          .map((one) => event('draft', one.id, one.at, `draft-${one.kind}`, about)),
      ]
    }),
    ...record.agreements.flatMap(({ id, title, versions }) =>
      versions.map(({ n, at }) =>
        event('agreement', `${id}/${n}`, at, 'agreement', {
          values: [String(n)],
          text: title,
          page: { view: 'agreements', id },
        }),
      ),
    ),
    ...record.plans.flatMap(({ id, title, createdAt, events: done }) => {
      const about = { text: title, page: { view: 'plans', id } as const }
      return [
        event('plan', id, createdAt, 'planMade', about),
        ...done.flatMap((one) =>
          one.action.kind === 'decide'
            ? [event('plan', one.id, one.at, 'planGate', { ...about, values: [one.action.decision] })]
            : [],
        ),
      ]
    }),
    ...record.sheets.flatMap(({ id, title, versions }) =>
      versions.map(({ n, at }) =>
        event('plan', `${id}/${n}`, at, 'changeSheet', {
          values: [String(n)],
          text: title,
          page: { view: 'realignment', id },
        }),
      ),
    ),
  ]
  return events
    .filter(({ at }) => Date.parse(at) <= now)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))
}

/** The newest `limit` events of a partner, of one kind or of all; reads no more posts than can be among them. */
export async function loadTimeline(
  store: StoreReader,
  partner: Partner,
  now: number,
  { kind, limit }: { kind: TimelineKind | null; limit: number },
): Promise<Timeline> {
  const wants = (one: TimelineKind) => kind === null || kind === one
  const until = new Date(now).toISOString()
  const [contacts, notes, posts, promised, incidents, drafts, agreements, plans, sheets, pulses, settings] =
    await Promise.all([
      store.contacts.ofPartner(partner.id),
      store.notes.ofPartner(partner.id),
      wants('post') ? store.posts.ofPartner(partner.id, { until, limit: limit + 1 }) : [],
      store.deliverables.ofPartner(partner.id),
      store.incidents.ofPartner(partner.id),
      store.drafts.ofPartner(partner.id),
      store.agreements.ofPartner(partner.id),
      store.plans.ofPartner(partner.id),
      store.realignments.ofPartner(partner.id),
      store.pulses.ofPartner(partner.id),
      store.settings.get(),
    ])
  const [linked, { isSuspended }, alerts] = await Promise.all([
    store.posts.getMany(promised.flatMap(({ postId }) => postId ?? [])),
    readIncidentsAt(store, partner.id, until),
    wants('alert') ? readSummary(store, partner, new Date(now)).then((summary) => summary.alerts) : [],
  ])
  const deliveries = deliveriesOf(
    promised,
    new Map(linked.map((post) => [post.id, post])),
    now,
    settings.health,
    isSuspended,
  )
  const record = { contacts, notes, posts, deliveries, alerts, incidents, drafts, agreements, plans, sheets, pulses }
  const events = eventsOf(record, now).filter((one) => wants(one.kind))
  return { events: events.slice(0, limit), more: events.length > limit }
}

/** The open partner's timeline, with what a person chose to see of it. */
export interface TimelineState {
  readonly live: Live<Timeline | null>
  /** Null: all kinds. */
  readonly kind: ReadonlySignal<TimelineKind | null>
  only(kind: TimelineKind | null): void
  more(): void
  /** Another partner is open: what was shown is forgotten, and read again when `live` is. */
  forget(): void
}

export function createTimeline(
  load: (shown: { kind: TimelineKind | null; limit: number }) => Promise<Timeline | null>,
): TimelineState {
  const kind = signal<TimelineKind | null>(null)
  const limit = signal(TIMELINE_PAGE)
  const live = createLive(() => load({ kind: kind.peek(), limit: limit.peek() }))
  return {
    live,
    kind: computed(() => kind.value),
    only(next) {
      kind.value = next
      limit.value = TIMELINE_PAGE
      void live.refresh()
    },
    more() {
      limit.value += TIMELINE_PAGE
      void live.refresh()
    },
    forget() {
      kind.value = null
      limit.value = TIMELINE_PAGE
      live.forget()
    },
  }
}
