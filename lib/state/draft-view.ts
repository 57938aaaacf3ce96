import type { Deliverable } from '../domain/deliverable.ts'
import { type DraftEvent, type DraftVersion } from '../domain/draft.ts'
import type { Finding } from '../domain/finding.ts'
import type { ApprovalSettings } from '../domain/settings.ts'
import type { CorrectedCaption } from '../guidelines/fix/correct.ts'
import { hashOfVersion, lastUndoable, versionNow } from '../partnership/approval.ts'
import { assessDraft, correctDraft } from '../partnership/check-draft.ts'
import { type LiveOffer, liveOffers } from '../partnership/live-match.ts'
import type { StoreReader } from '../store/interface.ts'
import { loadQueue, type QueueRow } from './draft-queue.ts'

/** Newest posts that may be the draft gone live. */
const POSTS = 60

/** Everything the page of one draft shows. */
export interface DraftView extends QueueRow {
  /** The version that is talked about, and its hash. */
  readonly version: DraftVersion
  readonly hash: string
  /** The version before it, to see what changed; null of the first. */
  readonly before: DraftVersion | null
  readonly checked: { readonly findings: Finding[]; readonly at: string }
  readonly correction: CorrectedCaption | null
  /** What may be the post, offered while no post was said to be it. */
  readonly offers: readonly LiveOffer[]
  readonly undoable: DraftEvent | null
  readonly approval: ApprovalSettings
  readonly deliverable: Deliverable | null
  /** The drafts before and after it in the queue, by id; null at its ends. */
  readonly neighbours: { readonly previous: string | null; readonly next: string | null }
  readonly place: { readonly at: number; readonly of: number }
}

/** Reads one draft's page; null when there is no such draft, or no longer. */
export async function loadDraftView(store: StoreReader, id: string, now: number): Promise<DraftView | null> {
  const queue = await loadQueue(store, now)
  const at = queue.findIndex(({ draft }) => draft.id === id)
  const row = queue[at]
  if (!row) return null
  const { draft, partner, progress } = row
  const [guidelines, settings, waivers, posts, deliverable] = await Promise.all([
    store.guidelines.all(),
    store.settings.get(),
    store.waivers.all(),
    store.posts.ofPartner(partner.id, { limit: POSTS }),
    draft.deliverableId === null ? null : store.deliverables.get(draft.deliverableId),
  ])
  const version = versionNow(draft, progress)
  const standards = {
    guidelines,
    waivers,
    jurisdiction: settings.jurisdiction,
    relationship: partner.relationship,
  }
  const { findings } = assessDraft(draft, version, standards)
  const taken = new Set(queue.flatMap(({ progress: { live } }) => live?.postId ?? []))
  return {
    ...row,
    version,
    hash: hashOfVersion(version),
    before: draft.versions.findLast(({ n }) => n < version.n) ?? null,
    checked: { findings, at: JSON.stringify([id, version.n, findings]) },
    correction: correctDraft(draft, version, findings, standards),
    offers: progress.state === 'approved' ? liveOffers(draft, progress, version, posts, taken).slice(0, 3) : [],
    undoable: lastUndoable(draft),
    approval: settings.approval,
    deliverable,
    neighbours: { previous: queue[at - 1]?.draft.id ?? null, next: queue[at + 1]?.draft.id ?? null },
    place: { at: at + 1, of: queue.length },
  }
}
