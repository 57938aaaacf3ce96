// One browser, one variant of the extension, one feed: what it costs the page, how long a badge takes, what it keeps.
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { launchRapport, type Rapport } from '../../harness/launch.ts'
import { BANNED, feedPage, HOME, TRACKED } from './page.ts'
import { CATEGORIES, costOf, framesOf, type Cost, type TraceEvent } from './trace.ts'

/** Posts on the page at first, and then as often as many more. */
export const POSTS = 1_000
export const APPENDED = { times: 10, each: 50 } as const
/** Rows of the virtual list, posts scrolled through it, and how many rows leave it at once. */
export const LIST = { rows: 50, posts: 10_000, step: 10 } as const
/** Until the page has gone quiet, in milliseconds: longer than any pause of ours. */
const QUIET = 2_000
const PAUSE = 400

const now = new Date()

/** Runs `work` in a browser with this build of the extension and a partner whose posts get badges. */
export async function withExtension<T>(extensionDir: string, work: (rapport: Rapport) => Promise<T>): Promise<T> {
  const rapport = await launchRapport({ extensionDir, granted: ['*://x.com/*'] })
  try {
    const at = now.toISOString()
    await rapport.send('guideline.save', {
      id: '01JD0000000000000000000001',
      name: 'Bench',
      brand: 'Acme',
      active: true,
      partnerIds: null,
      rules: [{ id: 'word', kind: 'banned-phrase', params: { phrases: [BANNED] }, severity: 'high', weight: 'must' }],
      version: 1,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    })
    await rapport.send('partner.track', { platform: 'x', handle: TRACKED, name: 'Maya', url: null })
    return await work(rapport)
  } finally {
    await rapport.close()
  }
}

/** What 1,000 posts and ten times fifty more, each scrolled to, cost the page's main thread. */
export async function measureCost(rapport: Rapport): Promise<Cost> {
  const page = await openFeed(rapport, POSTS)
  const trace = await traced(rapport, page, async () => {
    await page.goto(HOME)
    await wait(QUIET)
    for (let i = 0; i < APPENDED.times; i++) {
      await page.evaluate((count) => feed.more(count), APPENDED.each)
      await wait(PAUSE)
    }
    await wait(QUIET)
  })
  await page.close()
  return costOf(trace, HOME)
}

/** Milliseconds that a frame of this page takes after the page itself has added one empty element to one post. */
export async function measureFrames(rapport: Rapport): Promise<number[]> {
  const page = await openFeed(rapport, POSTS)
  await page.goto(HOME)
  await wait(QUIET)
  const trace = await traced(rapport, page, async () => {
    for (let i = 0; i < APPENDED.times; i++) {
      await page.evaluate((index) => feed.touch(index), i)
      await wait(PAUSE)
    }
  })
  await page.close()
  return framesOf(trace, HOME)
}

/** Milliseconds from a post's insertion to its painted badge, `times` times; with `cold` the worker is ended before each. */
export async function measureBadges(rapport: Rapport, times: number, cold: boolean): Promise<number[]> {
  const page = await openFeed(rapport, LIST.rows)
  await page.goto(HOME)
  await page.locator('rapport-badge button').first().waitFor()
  const found: number[] = []
  for (let i = 0; i < times; i++) {
    await wait(PAUSE / 2)
    if (cold) await rapport.killWorker()
    found.push(await page.evaluate(() => feed.untilBadge()))
  }
  await page.close()
  return found
}

/** Bytes the page holds on to after 10,000 posts went through its list, and the garbage was collected. */
export async function measureHeap(rapport: Rapport): Promise<number> {
  const page = await openFeed(rapport, LIST.rows)
  await page.goto(HOME)
  await wait(QUIET)
  const cdp = await rapport.context.newCDPSession(page)
  const held = async () => {
    for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage')
    const heap = (await cdp.send('Runtime.getHeapUsage')) as {
      usedSize: number
      embedderHeapUsedSize: number
      backingStorageSize: number
    }
    return heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize
  }
  const before = await held()
  for (let posts = 0; posts < LIST.posts; posts += LIST.step) {
    await page.evaluate(
      (step) =>
        new Promise((resolve) => {
          feed.roll(step)
          requestAnimationFrame(() => requestAnimationFrame(resolve))
        }),
      LIST.step,
    )
  }
  await wait(QUIET)
  const after = await held()
  await page.close()
  return after - before
}

/** A tab for which the feed with so many posts is served. */
async function openFeed(rapport: Rapport, posts: number): Promise<Page> {
  const body = feedPage(posts, now)
  rapport.serve((url) => (url.href === HOME ? { body } : null))
  return rapport.context.newPage()
}

async function traced(rapport: Rapport, page: Page, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const browser = rapport.context.browser()
  if (!browser) throw new Error('No browser to trace')
  await browser.startTracing(page, { categories: CATEGORIES })
  await work()
  const trace = await browser.stopTracing()
  return (JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] }).traceEvents
}
