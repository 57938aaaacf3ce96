import type { Deliverable } from '../domain/deliverable.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { StoreReader } from '../store/interface.ts'

/** Newest posts of each partner that a draft may begin from. */
const POSTS = 15

/** What a new draft can be about. */
export interface DraftSources {
  /** By name. */
  readonly partners: readonly Partner[]
  /** Agreed, and neither delivered nor called off, by due date. */
  readonly deliverables: readonly Deliverable[]
  /** Posts with a caption by partner, newest first. */
  readonly posts: ReadonlyMap<string, readonly Post[]>
}

export async function loadDraftSources(store: StoreReader): Promise<DraftSources> {
  const [partners, deliverables] = await Promise.all([store.partners.all(), store.deliverables.all()])
  const posts = await Promise.all(
    partners.map(async ({ id }) => [id, await store.posts.ofPartner(id, { limit: POSTS })] as const),
  )
  return {
    partners: partners.toSorted((a, b) => a.name.localeCompare(b.name)),
    deliverables: deliverables
      .filter(({ postId, doneAt, cancelledAt }) => postId === null && doneAt === null && cancelledAt === null)
      .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
    posts: new Map(posts.map(([id, own]) => [id, own.filter(({ text }) => text.trim() !== '')])),
  }
}
