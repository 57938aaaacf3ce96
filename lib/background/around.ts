import type { Post, ProfileSnapshot } from '../domain/post.ts'
import type { Settings } from '../domain/settings.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Partner } from '../domain/partner.ts'
import { needsOf } from '../guidelines/assess.ts'
import type { CreatorHistory, PastPost } from '../guidelines/define.ts'
import { isSponsored } from '../guidelines/sponsored.ts'
import { storedInput } from '../guidelines/stored-input.ts'
import { engagementRate } from '../health/engagement.ts'
import type { StoreReader } from '../store/interface.ts'

/** Newest posts of an account that are read, and posts before the checked one that are handed on. */
const READ = 200
const EARLIER = 100
/** Newest posts of each other creator, and accounts of others, that are compared with. */
const OF_OTHERS = 10
const ACCOUNTS = 40

/** What some rules look at beside the post itself. */
export interface Around {
  readonly history: CreatorHistory | null
  /** The text of the creator's profile, null where it was not captured or no rule asks for it. */
  readonly bio: string | null
}

export const NOTHING_AROUND: Around = { history: null, bio: null }

/**
 * Reads what stands around stored posts, as far as rules in force ask for it; each account once, so make one per unit
 * of work, after its posts are written.
 */
export function createSurroundings(
  store: StoreReader,
  { guidelines, settings }: { guidelines: readonly Guideline[]; settings: Settings },
): (post: Post, partner: Partner) => Promise<Around> {
  const profileOf = once((account: string) => store.profiles.latest(account))
  const feedOf = once((account: string) => store.posts.ofAccount(account, { limit: READ }))
  const pastOf = new Map<string, PastPost>()
  const past = (post: Post, profile: ProfileSnapshot | null): PastPost => {
    const made = pastOf.get(post.id) ?? pastPost(post, profile, settings)
    pastOf.set(post.id, made)
    return made
  }
  const sponsoredOf = once(async (account: string) => {
    const posts = await store.posts.ofAccount(account, { limit: OF_OTHERS })
    return posts.map((post) => past(post, null)).filter(({ sponsored }) => sponsored)
  })
  const accountsOf = once(async (_everyone: 'all') => {
    const partners = await store.partners.all()
    return partners.flatMap(({ id, accountKeys }) => accountKeys.map((account) => ({ account, partnerId: id })))
  })

  return async (post, partner) => {
    const needs = needsOf(guidelines, partner.id)
    if (needs.size === 0) return NOTHING_AROUND
    const profile = await profileOf(post.account)
    const bio = needs.has('profile') ? (profile?.bio ?? null) : null
    if (!needs.has('history')) return { history: null, bio }
    const feed = await feedOf(post.account)
    const before = feed.filter(({ id, sortAt }) => id !== post.id && sortAt < post.sortAt).slice(0, EARLIER)
    const earlier = before.map((one) => past(one, profile))
    const strangers = needs.has('others')
      ? (await accountsOf('all')).filter(({ partnerId }) => partnerId !== partner.id).slice(0, ACCOUNTS)
      : []
    const others = (await Promise.all(strangers.map(({ account }) => sponsoredOf(account)))).flat()
    return { history: { earlier, others }, bio }
  }
}

/** A stored post as part of a history. */
function pastPost(post: Post, profile: ProfileSnapshot | null, { jurisdiction, health }: Settings): PastPost {
  return {
    id: post.id,
    text: post.text,
    at: post.sortAt,
    sponsored: isSponsored(storedInput(post, []), jurisdiction),
    engagementRate: engagementRate(post.platform, [post], profile?.followers ?? null, {
      formula: health.formulas?.[post.platform],
    }).rate,
  }
}

/** Asks once for each key, however many ask at the same time. */
export function once<K, T>(ask: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const asked = new Map<K, Promise<T>>()
  return (key) => {
    const answer = asked.get(key) ?? ask(key)
    asked.set(key, answer)
    return answer
  }
}
