import type { Draft } from '../domain/draft.ts'
import { draftPostId } from '../domain/draft.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post, Revision } from '../domain/post.ts'
import { assess } from '../guidelines/assess.ts'
import { storedInput } from '../guidelines/stored-input.ts'
import { type DraftState, type Progress, progressOf, versionNow } from '../partnership/approval.ts'
import { clockOf } from '../partnership/approval-clock.ts'
import { postAt } from '../partnership/live-match.ts'
import type { StoreReader } from '../store/interface.ts'
import type { Hit } from '../watch/alerts.ts'
import { type RankedEdit, rankEdit } from '../watch/edits.ts'
import type { Standards } from './judge.ts'

/** A caption of the live post, and how far it is from what was approved. */
interface Compared {
  readonly revision: Revision
  readonly ranked: RankedEdit
}

/** The live post of an approved draft. */
export interface LiveDraft {
  /** Null while nothing was captured at the address that was given. */
  readonly post: Post | null
  /** Every caption that was seen whole, oldest first; one that was seen in part is not compared. */
  readonly seen: readonly Compared[]
}

type Held = Pick<Standards, 'guidelines' | 'settings' | 'waivers'>

/** Compares what is live with what was approved (relationship.md B11); null where no post was said to be the draft. */
export async function readLive(
  store: StoreReader,
  draft: Draft,
  progress: Progress,
  partner: Partner,
  { guidelines, settings, waivers }: Held,
): Promise<LiveDraft | null> {
  const { live, approved } = progress
  if (live === null || approved === null) return null
  const post =
    live.postId === null
      ? postAt(live.url ?? '', await store.posts.ofPartner(partner.id))
      : await store.posts.get(live.postId)
  if (!post) return { post: null, seen: [] }
  const context = {
    jurisdiction: settings.jurisdiction,
    relationship: partner.relationship,
    partnerId: partner.id,
    waivers,
    postId: draftPostId(draft.id),
  }
  // Both are judged by their words, as in an edit: what the page links and labels, no draft can tell.
  const versionOf = (text: string) => {
    const input = { ...storedInput(post, []), text, textComplete: true, hashtags: [], mentions: [], visibleText: null }
    return { text, labels: post.labels, links: [], findings: assess(input, guidelines, context).findings }
  }
  const before = versionOf(versionNow(draft, progress).caption)
  const whole = (await store.revisions.ofPost(post.id)).filter(({ textComplete }) => textComplete)
  return { post, seen: whole.map((revision) => ({ revision, ranked: rankEdit(before, versionOf(revision.text)) })) }
}

/** The state with what is live now: drifted where the newest caption says anything but what was approved. */
export function stateOf({ state }: Pick<Progress, 'state'>, live: LiveDraft | null): DraftState {
  const rank = live?.seen.at(-1)?.ranked.rank ?? 'same'
  return state === 'live-matched' && rank !== 'same' ? 'drifted' : state
}

/** What drafts need somebody for: a live post that is not what was approved, and a wait that is due to be reminded of. */
export async function readDraftHits(
  store: StoreReader,
  partner: Partner,
  standards: Held,
  now: number,
): Promise<Hit[]> {
  const drafts = await store.drafts.ofPartner(partner.id)
  const hits = await Promise.all(
    drafts.map(async (draft): Promise<Hit[]> => {
      const progress = progressOf(draft)
      const live = await readLive(store, draft, progress, partner, standards)
      return driftHits(draft, live).concat(waitHits(draft, progress, standards, now))
    }),
  )
  return hits.flat()
}

function driftHits(draft: Draft, live: LiveDraft | null): Hit[] {
  const newest = live?.seen.at(-1)
  const rank = newest?.ranked.rank
  if (!live?.post || !newest || (rank !== 'legal' && rank !== 'material')) return []
  const at = newest.revision.firstSeenAt
  return [
    {
      kind: 'draft-drifted',
      subject: draft.id,
      severity: rank === 'legal' ? 'high' : 'medium',
      code: rank === 'legal' ? 'draftDriftedLegal' : 'draftDriftedMaterial',
      values: [nameOf(draft)],
      evidence: [live.post.id, draft.id],
      since: at,
      lastAt: newest.revision.lastSeenAt,
    },
  ]
}

const WAITS = { compliance: 'Compliance', creative: 'Creative', outside: 'Outside', creator: 'Creator' } as const

function waitHits(draft: Draft, progress: Progress, { settings }: Held, now: number): Hit[] {
  const clock = clockOf(progress, now, settings.approval)
  if (!clock || clock.due === null || !(clock.waits in WAITS)) return []
  const waits = WAITS[clock.waits as keyof typeof WAITS]
  const hours = (now - Date.parse(clock.since)) / 3_600_000
  return [
    {
      kind: 'draft-waiting',
      subject: `${draft.id}|${clock.since}`,
      severity: clock.due === 'escalate' ? 'high' : clock.isOverdue ? 'medium' : 'low',
      code: `draftWaits${waits}`,
      values: [nameOf(draft), String(hours)],
      evidence: [draft.id],
      since: clock.since,
      lastAt: clock.dueAt,
    },
  ]
}

/** What people call a draft: its title, else how its newest caption begins. */
export function nameOf({ title, versions }: Pick<Draft, 'title' | 'versions'>): string {
  const line = (title.trim() || (versions.at(-1)?.caption.trim() ?? '')).replaceAll(/\s+/gu, ' ')
  return line.length > 60 ? `${/^.{0,59}/u.exec(line)?.[0] ?? ''}…` : line
}
