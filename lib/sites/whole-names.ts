import { sites } from './index.ts'
import { attempt } from './reading.ts'

const perServer = new Set(sites.filter((site) => site.perServer).map(({ id }) => id))

/**
 * The handle that means one account wherever it is seen. Where each server has accounts of its own, it writes them
 * without its name: `maya` at `mastodon.social` is `maya@mastodon.social`, and somebody else than the next server's.
 */
export function wholeHandle(platform: string, handle: string, address: string): string {
  const bare = handle.replace(/^@/, '')
  const server = serverOf(platform, address)
  return server === null || bare.includes('@') ? bare : `${bare}@${server}`
}

/** The id that means one post wherever it is seen; servers number posts each on their own, copies of others' too. */
export function wholeId(platform: string, id: string, address: string): string {
  const server = serverOf(platform, address)
  return server === null ? id : `${server}/${id}`
}

/**
 * Whether an account's posts are recorded as this page shows them: of several servers, only as the one shows them at
 * whose address the account was added. Another one's copies have other ids and know of few likes: a post would count
 * twice, and its figures would jump.
 */
export function isRecordedAt({ platform, url }: { platform: string; url: string | null }, address: string): boolean {
  const added = url === null ? null : serverOf(platform, url)
  return added === null || added === serverOf(platform, address)
}

/** Null where one name holds on the whole site. */
function serverOf(platform: string, address: string): string | null {
  return perServer.has(platform) ? attempt(() => new URL(address).host, null) : null
}
