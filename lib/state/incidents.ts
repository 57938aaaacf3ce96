import type { EvidenceLink } from '../domain/evidence.ts'
import type { Incident, IncidentAction } from '../domain/incident.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { IncidentSettings } from '../domain/settings.ts'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { IncidentAnswer, Input } from '../messages/protocol.ts'
import { type BrokenLink, verifyChain } from '../partnership/evidence-chain.ts'
import { type IncidentProgress, incidentProgress, isOpenStatus } from '../partnership/incident.ts'
import { gravityOf } from '../partnership/incident-level.ts'
import type { StoreReader } from '../store/interface.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

export interface IncidentRow {
  readonly incident: Incident
  readonly partner: Partner
  readonly progress: IncidentProgress
  readonly isOpen: boolean
  readonly clocks: IncidentSettings
}

/** Incidents of the partners there are: open ones first, the gravest first, then the newest. */
export async function loadIncidents(store: StoreReader, _now: number, only?: Partner): Promise<IncidentRow[]> {
  const [incidents, partners, settings] = await Promise.all([
    only ? store.incidents.ofPartner(only.id) : store.incidents.all(),
    only ? [only] : store.partners.all(),
    store.settings.get(),
  ])
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  return incidents
    .flatMap((incident): IncidentRow[] => {
      const partner = byId.get(incident.partnerId)
      if (!partner) return []
      const progress = incidentProgress(incident)
      return [{ incident, partner, progress, isOpen: isOpenStatus(progress.status), clocks: settings.incidents }]
    })
    .toSorted(
      (a, b) =>
        Number(b.isOpen) - Number(a.isOpen) ||
        gravityOf(b.progress.assessment.level) - gravityOf(a.progress.assessment.level) ||
        (a.incident.createdAt < b.incident.createdAt ? 1 : -1),
    )
}

/** Posts that are offered to attach. */
const OTHERS = 30

/** Everything the page of one incident shows. */
export interface IncidentView extends IncidentRow {
  /** What it is about, as stored now, by id. */
  readonly posts: ReadonlyMap<string, Post>
  /** The creator's newest other posts, to attach. */
  readonly others: readonly Post[]
  /** Comments stored of each post: a sample of what pages showed. */
  readonly comments: ReadonlyMap<string, number>
  readonly chain: readonly EvidenceLink[]
  readonly broken: BrokenLink | null
  readonly by: string
}

/** Reads one incident's page; null when there is no such incident, or no longer. */
export async function loadIncidentView(store: StoreReader, id: string, now: number): Promise<IncidentView | null> {
  const incident = await store.incidents.get(id)
  const partner = incident && incident.deletedAt === null ? await store.partners.get(incident.partnerId) : null
  const [row] = partner ? (await loadIncidents(store, now, partner)).filter((one) => one.incident.id === id) : []
  if (!row) return null
  const ids = row.progress.evidence.filter((one) => one.includes(':'))
  const [posts, recent, chain, settings] = await Promise.all([
    store.posts.getMany(ids),
    store.posts.ofPartner(row.partner.id, { limit: OTHERS + ids.length }),
    store.evidence.ofIncident(id),
    store.settings.get(),
  ])
  const counts = await Promise.all(
    posts.map(async (post) => [post.id, await store.comments.countOfPost(post.id)] as const),
  )
  return {
    ...row,
    posts: new Map(posts.map((post) => [post.id, post])),
    others: recent.filter((post) => !ids.includes(post.id)).slice(0, OTHERS),
    comments: new Map(counts),
    chain,
    broken: verifyChain(chain),
    by: settings.approval.reviewer,
  }
}

/** What people do with incidents. */
export interface IncidentEdit {
  /** Why the last decision was refused; null once another was taken. */
  readonly refused: ReadonlySignal<{
    readonly id: string
    readonly refusal: NonNullable<IncidentAnswer['refused']>
  } | null>
  /** The new incident's id; null when it was refused. */
  open(about: Omit<Input<'incident.open'>, 'id'>): Promise<string | null>
  /** False when it was refused: `refused` says why, and nothing was changed. `seen`: events that the person saw. */
  act(incident: Incident, by: string, action: IncidentAction, seen?: number): Promise<boolean>
  reported(incident: Incident, file: string, sha256: string): Promise<void>
  remove(incident: Incident): Promise<void>
}

export function createIncidentEdit({
  send,
  toasts,
  newId,
  onChange,
}: Pick<SurfacePorts, 'send' | 'newId'> & { toasts: Toasts; onChange: () => Promise<void> }): IncidentEdit {
  const refused = signal<{ id: string; refusal: NonNullable<IncidentAnswer['refused']> } | null>(null)
  return {
    refused,
    async open(about) {
      const id = newId()
      const done = await toasts.attempt(() => send('incident.open', { ...about, id }))
      await onChange()
      return done ? id : null
    },
    async act({ id, events }, by, action, seen = events.length) {
      let done = false
      await toasts.attempt(async () => {
        const answer = await send('incident.act', { id, seen, eventId: newId(), by, action })
        refused.value = answer.refused === null ? null : { id, refusal: answer.refused }
        done = answer.refused === null
      })
      await onChange()
      return done
    },
    async reported({ id }, file, sha256) {
      await toasts.attempt(() => send('incident.reported', { id, file, sha256 }))
      await onChange()
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('incident.delete', { id })
        toasts.say('incidentDeleted', [], async () => {
          await send('incident.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}
