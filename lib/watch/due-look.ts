import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { WatchSettings } from '../domain/settings.ts'
import { absenceOf } from './live-post.ts'

const DAY = 86_400_000
/** Sponsored posts that are looked at again: the newest, and only as long as a change of them still matters. */
const SPONSORED = { posts: 5, days: 60 }
/** An agreed post has to stay for a while: three months, a default of our own where nothing else was agreed. */
const AGREED_DAYS = 90

/** Something nobody has looked at for too long: why, where to look, and when it was seen last. */
export interface DueLook {
  readonly partnerId: string
  /** `agreed`: a deliverable's post, which must stay live. */
  readonly why: 'agreed' | 'sponsored' | 'account'
  /** `postKey`, or `accountKey` of an account. */
  readonly id: string
  /** Null where no address is known: then there is nothing to open. */
  readonly url: string | null
  /** The post's words, or the account's handle. */
  readonly title: string
  readonly platform: string
  /** ISO instant; null where it was never seen. */
  readonly lastSeenAt: string | null
  /** Days since then; null where it was never seen. */
  readonly days: number | null
}

export interface LookRecord {
  readonly partner: Partner
  /** Newest first. */
  readonly posts: readonly Post[]
  /** Ids of posts that say they are advertising. */
  readonly sponsored: ReadonlySet<string>
  /** Posts that deliverables are linked to, and when each was delivered. */
  readonly agreed: readonly { readonly post: Post; readonly liveAt: string }[]
  /** By `accountKey`: when anything of the account was last seen. */
  readonly accounts: ReadonlyMap<string, string>
  /** Milliseconds since the epoch. */
  readonly now: number
}

/**
 * What of one partner should be opened again (relationship.md B8: a queue instead of background fetching), the longest
 * unseen first. What was never seen is due at once; a post of which its own page says that it is gone is not.
 */
export function dueLooksOf(
  { partner, posts, sponsored, agreed, accounts, now }: LookRecord,
  { agreedLookDays, lookDays }: Pick<WatchSettings, 'agreedLookDays' | 'lookDays'>,
): DueLook[] {
  const daysSince = (at: string) => Math.max(0, (now - Date.parse(at)) / DAY)
  const ofPost = (post: Post, why: DueLook['why'], gap: number): DueLook[] => {
    const days = daysSince(post.lastSeenAt)
    if (days < gap || absenceOf(post, now)) return []
    const { id, url, text, platform, lastSeenAt } = post
    return [{ partnerId: partner.id, why, id, url, title: text.trim(), platform, lastSeenAt, days: Math.floor(days) }]
  }
  const promised = agreed.filter(({ liveAt }) => daysSince(liveAt) <= AGREED_DAYS)
  const isPromised = new Set(promised.map(({ post }) => post.id))
  const paid = posts
    .filter(({ id, sortAt }) => sponsored.has(id) && !isPromised.has(id) && daysSince(sortAt) <= SPONSORED.days)
    .slice(0, SPONSORED.posts)
  const dueAccounts = partner.accounts.flatMap(({ platform, handle, url }, i): DueLook[] => {
    const id = partner.accountKeys[i] ?? ''
    const lastSeenAt = accounts.get(id) ?? null
    const days = lastSeenAt === null ? null : daysSince(lastSeenAt)
    if (days !== null && days < lookDays) return []
    const title = `@${handle}`
    const since = days === null ? null : Math.floor(days)
    return [{ partnerId: partner.id, why: 'account', id, url, title, platform, lastSeenAt, days: since }]
  })
  return [
    ...promised.flatMap(({ post }) => ofPost(post, 'agreed', agreedLookDays)),
    ...paid.flatMap((post) => ofPost(post, 'sponsored', lookDays)),
    ...dueAccounts,
  ].toSorted(longestUnseenFirst)
}

const order: Record<DueLook['why'], number> = { agreed: 0, sponsored: 1, account: 2 }

/** Agreed posts, then sponsored ones, then accounts; in each the longest unseen first, what was never seen before it. */
export function longestUnseenFirst(a: DueLook, b: DueLook): number {
  if (a.why !== b.why) return order[a.why] - order[b.why]
  const [first, second] = [a.days ?? Infinity, b.days ?? Infinity]
  if (first !== second) return second - first
  return a.id < b.id ? -1 : 1
}
