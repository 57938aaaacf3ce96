import type { Partner } from '../domain/partner.ts'
import type { Post, ProfileSnapshot } from '../domain/post.ts'
import { tierOf } from '../health/benchmarks.ts'
import { compare, type Comparison, type Peer } from '../health/compare.ts'
import { engagementRate, type EngagementRate, newestFollowers, ratesOf } from '../health/engagement.ts'
import { formulaOf } from '../health/formulas.ts'
import type { StoreReader } from '../store/interface.ts'
import { type Lost, profileWithoutLost, withoutLost } from '../watch/drift.ts'

/** Other partners' accounts that a rate may be held against, and the posts read of each. */
const PEERS = 100
const PEER_POSTS = 30

/** The engagement rate of one account, and what it is held against; null where nothing fits. */
export interface EngagementFigure {
  readonly rate: EngagementRate
  readonly comparison: Comparison | null
}

/** What is read of one account; figures that are read wrongly now are left out. */
interface Observed {
  readonly platform: string
  readonly posts: readonly Post[]
  readonly profiles: readonly ProfileSnapshot[]
}

/**
 * The account's rate of the last two months against its own earlier posts. Only where these are too few are other
 * partners' accounts of the same site read, and published figures last (relationship.md B0).
 */
export async function readEngagement(
  store: StoreReader,
  { id }: Pick<Partner, 'id'>,
  account: Observed,
  lost: Lost,
  now: number,
): Promise<EngagementFigure> {
  const { platform, posts } = account
  const followers = newestFollowers(account.profiles)
  const formula = (await store.settings.get()).health.formulas?.[platform]
  const rate = engagementRate(platform, posts, followers, { now, formula })
  const about = {
    earlier: earlierRates(account, rate, followers?.value ?? null),
    tier: followers && tierOf(followers.value),
    followers: followers?.value ?? null,
  }
  const alone = compare(platform, rate, { ...about, peers: [] })
  if (rate.rate === null || alone?.to === 'self') return { rate, comparison: alone }
  const peers = await readPeers(store, id, { platform, formula }, lost, now)
  return { rate, comparison: compare(platform, rate, { ...about, peers }) }
}

/** Each earlier post's own rate; of follower formulas by the followers of now, which hardly change between neighbours. */
function earlierRates(
  { platform, posts }: Observed,
  { window, formula }: EngagementRate,
  followers: number | null,
): number[] {
  const from = window?.from
  if (from === undefined) return []
  const perViews = formulaOf(platform, formula).over === 'views'
  const base = perViews ? 1 : followers
  if (base === null || base === 0) return []
  const earlier = posts.filter(({ sortAt }) => sortAt < from)
  return ratesOf(platform, earlier, formula).map((one) => one.rate / base)
}

async function readPeers(
  store: StoreReader,
  partnerId: string,
  { platform, formula }: { platform: string; formula: string | undefined },
  lost: Lost,
  now: number,
): Promise<Peer[]> {
  const others = (await store.partners.all()).filter(({ id, deletedAt }) => id !== partnerId && deletedAt === null)
  const accounts = others.flatMap(({ accountKeys }) => accountKeys.filter((key) => key.startsWith(`${platform}:`)))
  return Promise.all(
    accounts.slice(0, PEERS).map(async (account): Promise<Peer> => {
      const [posts, profile] = await Promise.all([
        store.posts.ofAccount(account, { limit: PEER_POSTS }),
        store.profiles.latest(account),
      ])
      const followers = profile && profileWithoutLost(profile, lost).followers
      const seen = posts.map((post) => withoutLost(post, lost))
      return {
        rate: engagementRate(platform, seen, followers, { now, formula }),
        tier: followers && tierOf(followers.value),
      }
    }),
  )
}
