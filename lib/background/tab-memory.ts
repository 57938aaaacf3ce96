import type { Count } from '../domain/count.ts'
import type { Verdict } from '../domain/finding.ts'
import type { MissSeen, Observation, PageKind } from '../domain/observation.ts'
import type { TabContext } from '../messages/protocol.ts'
import { wholeHandle } from '../sites/whole-names.ts'

/** Posts of one page remembered for counting. */
const MAX_REMEMBERED = 1_000

/** What a tab's page has shown since it was opened; grows look by look, starts anew with another address. */
export interface TabMemory {
  readonly url: string
  readonly platform: string
  readonly page: PageKind
  readonly seenAt: string
  readonly account: TabContext['account']
  readonly misses: readonly MissSeen[]
  /** By post id, the most comments one look showed, and how many the page says there are. A list, because ids come from the page. */
  readonly posts: readonly (readonly [id: string, comments: number, shown: Count | null])[]
  /** Ids of posts whose verdict is "fail". */
  readonly fails: readonly string[]
}

/** The part of `storage.session` this needs: it outlives the worker and ends with the browser. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
  remove(key: string): Promise<void>
}

const keyOf = (tabId: number) => `tab:${tabId}`

export async function readTab(session: SessionArea, tabId: number): Promise<TabMemory | null> {
  const stored = (await session.get(keyOf(tabId)))[keyOf(tabId)]
  // Written by this file alone, and gone with the browser: no older shape of it exists.
  return typeof stored === 'object' && stored !== null ? (stored as TabMemory) : null
}

export async function writeTab(session: SessionArea, tabId: number, memory: TabMemory): Promise<void> {
  await session.set({ [keyOf(tabId)]: memory })
}

/** What was missing may be found from now on: the page is read in another way. */
export async function forgetMisses(session: SessionArea, tabId: number): Promise<void> {
  const memory = await readTab(session, tabId)
  if (memory) await writeTab(session, tabId, { ...memory, misses: [] })
}

export async function forgetTab(session: SessionArea, tabId: number): Promise<void> {
  await session.remove(keyOf(tabId))
}

/**
 * Adds a look to what is remembered. Looks carry only what is new on the page, in several parts when there
 * is much; `verdicts` are what was said of its posts.
 */
export function rememberLook(
  before: TabMemory | null,
  observation: Observation,
  misses: readonly MissSeen[],
  verdicts: ReadonlyMap<string, Verdict>,
): TabMemory {
  const known = before && samePage(before.url, observation.url) ? before : null
  const posts = new Map(known?.posts.map(([id, read, figure]) => [id, { read, figure }]))
  for (const post of observation.posts) {
    if (post.id === null) continue
    const { read: soFar, figure = null } = posts.get(post.id) ?? { read: 0 }
    const isPart = known?.seenAt === observation.seenAt
    const read = isPart ? soFar + post.comments.length : Math.max(soFar, post.comments.length)
    posts.set(post.id, { read, figure: post.metrics.comments ?? figure })
  }
  const fails = new Set(known?.fails)
  for (const [id, verdict] of verdicts)
    if (verdict === 'fail') fails.add(id)
    else fails.delete(id)
  const byField = new Map((known?.misses ?? []).map((miss) => [miss.field, miss]))
  for (const miss of misses) byField.set(miss.field, miss)
  return {
    url: observation.url,
    platform: observation.platform,
    page: observation.page,
    seenAt: observation.seenAt,
    account: accountOn(observation) ?? known?.account ?? null,
    misses: [...byField.values()].slice(0, 100),
    posts: [...posts].slice(-MAX_REMEMBERED).map(([id, { read, figure }]) => [id, read, figure]),
    fails: [...fails].slice(-MAX_REMEMBERED),
  }
}

/** Whose page it is: the profile's, or on a post's own page the author's. */
function accountOn({ platform, url, page, profile, posts }: Observation): TabContext['account'] {
  if (page === 'profile' && profile?.handle)
    return { platform, handle: wholeHandle(platform, profile.handle, url), name: profile.name, url }
  if (page !== 'post') return null
  const focal = posts.find(({ id }) => id !== null && url.includes(id)) ?? posts[0]
  const handle = focal?.author.handle
  return handle ? { platform, handle: wholeHandle(platform, handle, url), name: focal.author.name, url: null } : null
}

/** Addresses that differ only behind the `#` are one page. */
export function samePage(a: string, b: string): boolean {
  return a.split('#', 1)[0] === b.split('#', 1)[0]
}
