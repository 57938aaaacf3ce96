import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Settings } from '../domain/settings.ts'
import { isSponsored } from '../guidelines/sponsored.ts'
import { storedInput } from '../guidelines/stored-input.ts'
import { deliveriesOf } from '../health/delivery.ts'
import type { StoreReader } from '../store/interface.ts'
import { type DueLook, dueLooksOf, longestUnseenFirst } from '../watch/due-look.ts'

/** Newest posts of a partner that are asked whether they are paid for. */
const POSTS = 20

export interface DueLooks {
  /** Agreed posts first, then paid ones, then accounts; in each the longest unseen first. */
  readonly looks: readonly DueLook[]
  readonly names: ReadonlyMap<string, string>
}

/** What nobody has looked at for too long, of every partner; opening it is the user's (relationship.md B8). */
export async function loadDueLooks(store: StoreReader, now: number): Promise<DueLooks> {
  const [partners, settings] = await Promise.all([store.partners.all(), store.settings.get()])
  const looks: DueLook[] = []
  // One after the other: the attention list is being shown meanwhile.
  for (const partner of partners) looks.push(...(await looksOf(store, partner, settings, now)))
  return {
    looks: looks.toSorted(longestUnseenFirst),
    names: new Map(partners.map(({ id, name }) => [id, name])),
  }
}

async function looksOf(store: StoreReader, partner: Partner, settings: Settings, now: number): Promise<DueLook[]> {
  const [posts, promised, profiles] = await Promise.all([
    store.posts.ofPartner(partner.id, { limit: POSTS }),
    store.deliverables.ofPartner(partner.id),
    Promise.all(partner.accountKeys.map((account) => store.profiles.latest(account))),
  ])
  const linked = await store.posts.getMany(promised.flatMap(({ postId }) => postId ?? []))
  const byId = new Map(linked.map((post) => [post.id, post]))
  const agreed = deliveriesOf(promised, byId, now, settings.health).flatMap(({ deliverable, liveAt, state }) => {
    const post = byId.get(deliverable.postId ?? '')
    return post && liveAt !== null && state !== 'cancelled' ? [{ post, liveAt }] : []
  })
  const accounts = new Map<string, string>()
  const seen = (account: string, at: string) => {
    if (at > (accounts.get(account) ?? '')) accounts.set(account, at)
  }
  for (const profile of profiles) if (profile) seen(profile.account, profile.lastSeenAt)
  for (const { account, lastSeenAt } of posts) seen(account, lastSeenAt)
  const isPaid = (post: Post) => isSponsored(storedInput(post, []), settings.jurisdiction)
  const sponsored = new Set(posts.flatMap((post) => (isPaid(post) ? post.id : [])))
  return dueLooksOf({ partner, posts, sponsored, agreed, accounts, now }, settings.watch)
}
