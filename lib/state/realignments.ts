import { type ReadonlySignal, signal } from '@preact/signals'
import { readHealth } from '../background/health.ts'
import type { Partner } from '../domain/partner.ts'
import type { Metric, Realignment, SheetAction } from '../domain/realignment.ts'
import type { PlanSettings } from '../domain/settings.ts'
import { dayAt, startOf } from '../guidelines/window/wall-time.ts'
import { deliveriesOf } from '../health/delivery.ts'
import { communicationOf, replySettingsOf } from '../health/reply-times.ts'
import type { Input, RealignmentAnswer } from '../messages/protocol.ts'
import { type MetricState, metricState, sheetProgress, type SheetProgress } from '../partnership/realignment.ts'
import type { StoreReader } from '../store/interface.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

export interface SheetRow {
  readonly sheet: Realignment
  readonly partner: Partner
  readonly progress: SheetProgress
  /** Today on the sheet's clocks. */
  readonly today: string
}

/** A metric as it is at this visit. */
export interface MetricRow {
  readonly metric: Metric
  /** Null where nothing was captured or said yet. */
  readonly value: number | null
  readonly state: MetricState
}

export interface SheetView extends SheetRow {
  readonly metrics: readonly MetricRow[]
  readonly settings: PlanSettings
  readonly by: string
}

const order = { partly: 0, draft: 0, agreed: 1, ended: 2 }

/** Change sheets of the partners there are: open ones first, then the newest. */
export async function loadSheets(store: StoreReader, now: number, only?: Partner): Promise<SheetRow[]> {
  const [sheets, partners] = await Promise.all([
    only ? store.realignments.ofPartner(only.id) : store.realignments.all(),
    only ? [only] : store.partners.all(),
  ])
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  return sheets
    .flatMap((sheet): SheetRow[] => {
      const partner = byId.get(sheet.partnerId)
      return partner ? [{ sheet, partner, progress: sheetProgress(sheet), today: dayAt(now, sheet.timeZone).date }] : []
    })
    .toSorted(
      (a, b) => order[a.progress.state] - order[b.progress.state] || (a.sheet.createdAt < b.sheet.createdAt ? 1 : -1),
    )
}

/** Reads one sheet's page; null when there is no such sheet, or no longer. */
export async function loadSheetView(store: StoreReader, id: string, now: number): Promise<SheetView | null> {
  const sheet = await store.realignments.get(id)
  const partner = sheet && sheet.deletedAt === null ? await store.partners.get(sheet.partnerId) : null
  const [row] = partner ? (await loadSheets(store, now, partner)).filter((one) => one.sheet.id === id) : []
  if (!row) return null
  const { plans, approval } = await store.settings.get()
  return { ...row, metrics: await metricRows(store, row, now), settings: plans, by: approval.reviewer }
}

/** The metrics of the newest version, those of the record worked out from what was captured since it took effect (B6). */
async function metricRows(
  store: StoreReader,
  { sheet, partner, progress }: SheetRow,
  now: number,
): Promise<MetricRow[]> {
  const { version, values } = progress
  const since = startOf(version.effectiveOn, sheet.timeZone)
  return Promise.all(
    version.metrics.map(async (metric): Promise<MetricRow> => {
      const said = values.get(metric.id)?.value ?? null
      const value = metric.source === 'person' ? said : await recorded(store, partner, metric.source, since, now)
      return { metric, value, state: metricState(metric, value) }
    }),
  )
}

async function recorded(
  store: StoreReader,
  partner: Partner,
  source: Exclude<Metric['source'], 'person'>,
  since: number,
  now: number,
): Promise<number | null> {
  if (now < since) return null
  const from = new Date(since).toISOString()
  if (source === 'health') return (await readHealth(store, partner, new Date(now))).score
  if (source === 'clean-posts') {
    const posts = await store.posts.ofPartner(partner.id, { since: from })
    const checked = (await store.assessments.getMany(posts.map(({ id }) => id))).filter(
      ({ verdict }) => verdict !== 'unknown',
    )
    return shareOf(checked, ({ verdict }) => verdict === 'pass')
  }
  const { health } = await store.settings.get()
  if (source === 'reply-hours') {
    const contacts = (await store.contacts.ofPartner(partner.id)).filter(({ at }) => at >= from)
    const { medianHours } = communicationOf(contacts, now, replySettingsOf(partner, health))
    return medianHours === null ? null : Math.round(medianHours * 10) / 10
  }
  const promised = await store.deliverables.ofPartner(partner.id)
  const linked = await store.posts.getMany(promised.flatMap(({ postId }) => postId ?? []))
  const due = deliveriesOf(promised, new Map(linked.map((post) => [post.id, post])), now, health).filter(
    ({ deliverable, state }) =>
      deliverable.dueAt >= from &&
      Date.parse(deliverable.dueAt) <= now &&
      state !== 'cancelled' &&
      state !== 'suspended',
  )
  return shareOf(due, ({ state }) => state === 'on-time')
}

/** Percent, whole; null of none. */
const shareOf = <T>(all: readonly T[], isOne: (one: T) => boolean): number | null =>
  all.length === 0 ? null : Math.round((100 * all.filter(isOne).length) / all.length)

/** What people do with change sheets. */
export interface SheetEdit {
  /** Why the last thing was refused; null once another was done. `id` of a new sheet is ''. */
  readonly refused: ReadonlySignal<{
    readonly id: string
    readonly refusal: NonNullable<RealignmentAnswer['refused']>
  } | null>
  readonly newId: () => string
  /** The sheet as it is kept; null where it was refused. `known`: the sheet it rests on, null for a new one. */
  save(about: Omit<Input<'realignment.save'>, 'seen'>, known: Realignment | null): Promise<Realignment | null>
  act(sheet: Realignment, by: string, action: SheetAction): Promise<boolean>
  remove(sheet: Realignment): Promise<void>
}

export function createSheetEdit({
  send,
  toasts,
  newId,
  onChange,
}: Pick<SurfacePorts, 'send' | 'newId'> & { toasts: Toasts; onChange: () => Promise<void> }): SheetEdit {
  const refused = signal<{ id: string; refusal: NonNullable<RealignmentAnswer['refused']> } | null>(null)
  const settle = (id: string, { sheet, refused: refusal }: RealignmentAnswer): Realignment | null => {
    refused.value = refusal === null ? null : { id, refusal }
    return refusal === null ? sheet : null
  }
  return {
    refused,
    newId,
    async save(about, known) {
      let done: Realignment | null = null
      await toasts.attempt(async () => {
        const seen = known?.updatedAt ?? null
        done = settle(known?.id ?? '', await send('realignment.save', { ...about, seen }))
      })
      await onChange()
      return done
    },
    async act({ id, updatedAt }, by, action) {
      let done: Realignment | null = null
      await toasts.attempt(async () => {
        done = settle(id, await send('realignment.act', { id, seen: updatedAt, eventId: newId(), by, action }))
      })
      await onChange()
      return done !== null
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('realignment.delete', { id })
        toasts.say('sheetDeleted', [], async () => {
          await send('realignment.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}
