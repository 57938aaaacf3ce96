import type { Deliverable } from '../domain/deliverable.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Settings } from '../domain/settings.ts'
import { isSponsored } from '../guidelines/sponsored.ts'
import { storedInput } from '../guidelines/stored-input.ts'
import { deliveriesOf } from '../health/delivery.ts'
import type { StoreReader } from '../store/interface.ts'
import { type DueLook, dueLooksOf } from '../watch/due-look.ts'

/** Newest posts of a partner that are asked whether they are paid for. */
const POSTS = 20
/** So much of a post's words is shown, in UTF-16 code units. */
const TITLE = 80

/** What of one partner nobody has looked at for too long; opening it is the user's (relationship.md B8). */
export async function readDueLooks(
  store: StoreReader,
  partner: Partner,
  settings: Settings,
  now: number,
): Promise<DueLook[]> {
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
  const looks = dueLooksOf({ partner, posts, sponsored, agreed, accounts, now }, settings.watch)
  return looks.map((look) => Object.assign(look, { title: look.title.slice(0, TITLE) }))
}

/** A deliverable that no post is yet, as lists name it. */
export type AwaitedDelivery = Pick<Deliverable, 'id' | 'title' | 'platform' | 'dueAt'>

/** What is to be delivered within `days`, by due date; nothing while an incident says that deliverables wait. */
export async function readUpcoming(
  store: StoreReader,
  partner: Partner,
  { health }: Settings,
  isSuspended: boolean,
  now: number,
  days: number,
): Promise<AwaitedDelivery[]> {
  const promised = await store.deliverables.ofPartner(partner.id)
  return deliveriesOf(promised, new Map(), now, health, isSuspended).flatMap(({ state, deliverable }) => {
    const { id, title, platform, dueAt, postId } = deliverable
    const isSoon = Date.parse(dueAt) - now < days * 86_400_000
    return state === 'upcoming' && postId === null && isSoon ? [{ id, title, platform, dueAt }] : []
  })
}
