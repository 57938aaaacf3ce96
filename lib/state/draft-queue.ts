import { type LiveDraft, nameOf, readLive, stateOf } from '../background/draft-live.ts'
import type { Draft } from '../domain/draft.ts'
import type { Verdict } from '../domain/finding.ts'
import type { Partner } from '../domain/partner.ts'
import { type DraftState, type Progress, progressOf, versionNow } from '../partnership/approval.ts'
import { type Clock, clockOf, type Waits, waitsFor } from '../partnership/approval-clock.ts'
import { assessDraft, openFindings } from '../partnership/check-draft.ts'
import type { StoreReader } from '../store/interface.ts'

/** What the queue is sorted by: whom a draft waits for, what waits too long first; `done` waits for nobody. */
export const queueGroups = [
  'overdue',
  'drifted',
  'compliance',
  'creative',
  'outside',
  'creator',
  'team',
  'post',
  'hold',
  'done',
] as const
export type QueueGroup = (typeof queueGroups)[number]

export interface QueueRow {
  readonly draft: Draft
  readonly name: string
  readonly progress: Progress
  readonly state: DraftState
  readonly partner: Partner
  readonly clock: Clock | null
  readonly waits: Waits | null
  readonly group: QueueGroup
  readonly verdict: Verdict
  /** Findings that keep it from being approved. */
  readonly open: number
  readonly live: LiveDraft | null
}

/** Every draft of the partners there are, in the order in which somebody should look at them. */
export async function loadQueue(store: StoreReader, now: number, only?: Partner): Promise<QueueRow[]> {
  const [drafts, partners, guidelines, settings, waivers] = await Promise.all([
    only ? store.drafts.ofPartner(only.id) : store.drafts.all(),
    only ? [only] : store.partners.all(),
    store.guidelines.all(),
    store.settings.get(),
    store.waivers.all(),
  ])
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  const rows = await Promise.all(
    drafts.map(async (draft): Promise<QueueRow | null> => {
      const partner = byId.get(draft.partnerId)
      if (!partner) return null
      const progress = progressOf(draft)
      const live = await readLive(store, draft, progress, partner, { guidelines, settings, waivers })
      const { jurisdiction } = settings
      const standards = { guidelines, waivers, jurisdiction, relationship: partner.relationship }
      const { verdict, findings } = assessDraft(draft, versionNow(draft, progress), standards)
      const clock = clockOf(progress, now, settings.approval)
      const state = stateOf(progress, live)
      const waits = waitsFor(progress)
      return {
        draft,
        name: nameOf(draft),
        progress,
        state,
        partner,
        clock,
        waits,
        group: groupOf({ clock, waits, state }),
        verdict,
        open: openFindings(findings),
        live,
      }
    }),
  )
  return rows.filter((row) => row !== null).toSorted(mostUrgentFirst)
}

function groupOf({ clock, waits, state }: Pick<QueueRow, 'clock' | 'waits' | 'state'>): QueueGroup {
  if (clock?.isOverdue) return 'overdue'
  if (state === 'drifted') return 'drifted'
  return waits ?? 'done'
}

/** Among drafts that wait for the same: what is due first; then what was decided last. */
function mostUrgentFirst(a: QueueRow, b: QueueRow): number {
  const groups = queueGroups.indexOf(a.group) - queueGroups.indexOf(b.group)
  if (groups !== 0) return groups
  if (a.clock && b.clock) return a.clock.dueAt < b.clock.dueAt ? -1 : a.clock.dueAt > b.clock.dueAt ? 1 : 0
  return a.progress.since < b.progress.since ? 1 : -1
}
