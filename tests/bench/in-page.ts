// Runs inside a page of a real Chromium: the product's own code against the browser's own DOM and IndexedDB.
import { openDB } from 'idb'
import { ingest } from '../../lib/background/ingest.ts'
import { createJudge } from '../../lib/background/judge.ts'
import type { Observation, PostSeen } from '../../lib/domain/observation.ts'
import { samplePartners } from '../../lib/sample/index.ts'
import { extract } from '../../lib/sites/extract.ts'
import { createTone } from '../../lib/sentiment/tone.ts'
import { siteOf } from '../../lib/sites/index.ts'
import { openIdb } from '../../lib/store/idb.ts'
import { timeOf } from './timing.ts'

/** Milliseconds to read this page with its adapter, and to visit each of its elements once and do nothing. */
export function readThisPage(): { posts: number; elements: number; ms: number; baseMs: number } {
  const site = siteOf(location.href, [])
  if (!site) throw new Error(`no adapter reads ${location.href}`)
  const read = () => extract(site, document, location.href, { now: new Date() })
  let visited = 0
  const baseMs = timeOf(() => {
    for (const element of document.querySelectorAll('*')) visited += element.nodeType
  })
  if (visited === 0) throw new Error('the page is empty')
  return {
    posts: read().observation.posts.length,
    elements: document.querySelectorAll('*').length,
    ms: timeOf(() => void read()),
    baseMs,
  }
}

/** Most posts that one message carries. */
const LOOK = 200

/** Milliseconds to take new posts into the record, and to put as many rows into a bare table as durably. */
export async function keepPosts(count: number): Promise<{ ms: number; baseMs: number }> {
  const now = new Date()
  const [partner] = samplePartners(now.toISOString())
  const [account] = partner?.accounts ?? []
  if (!partner || !account) throw new Error('the sample has no partner')
  const posts = Array.from({ length: count }, (_, index) => postOf(account.handle, index, now))
  const looks = Array.from({ length: Math.ceil(count / LOOK) }, (_, n) => posts.slice(n * LOOK, (n + 1) * LOOK))

  const store = await openIdb(`bench-${crypto.randomUUID()}`)
  await store.write((tx) => tx.put('partners', partner))
  // The word list: what is measured is keeping, and a page has no weights to read.
  const judge = createJudge(createTone(null))
  const start = performance.now()
  for (const look of looks) {
    const observation: Observation = {
      platform: account.platform,
      url: location.href,
      page: 'feed',
      lang: 'en',
      seenAt: now.toISOString(),
      profile: null,
      posts: look,
    }
    await ingest(store, judge, { observation, misses: [], fields: [] }, now)
  }
  const ms = performance.now() - start
  const { posts: kept } = await store.stats()
  if (kept !== count) throw new Error(`${kept} of ${count} posts were kept`)
  store.close()
  return { ms, baseMs: await putBare(looks) }
}

async function putBare(looks: readonly PostSeen[][]): Promise<number> {
  const db = await openDB(`bare-${crypto.randomUUID()}`, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('posts', { keyPath: 'id' }),
  })
  const start = performance.now()
  for (const look of looks) {
    const tx = db.transaction('posts', 'readwrite', { durability: 'strict' })
    await Promise.all(look.map((post) => tx.store.put(post)))
    await tx.done
  }
  const ms = performance.now() - start
  db.close()
  return ms
}

function postOf(handle: string, index: number, now: Date): PostSeen {
  const text = `Day ${index} with the new oven. Crumb like a cloud, crust like a drum! #ad @crumbandco #sourdough`
  return {
    id: `bench${index}`,
    url: null,
    author: { handle, name: null },
    text,
    textComplete: true,
    visibleText: null,
    publishedAt: new Date(now.getTime() - index * 3_600_000).toISOString(),
    publishedText: null,
    metrics: { likes: { value: index, step: 1 }, comments: null, shares: null, views: null, saves: null },
    labels: [],
    hashtags: ['ad', 'sourdough'],
    mentions: ['crumbandco'],
    links: [],
    comments: [],
  }
}
