import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { SamplePage } from '../sample-sites/index.ts'
import type { Rapport } from './launch.ts'

/** Longest wait for one page to be read, in milliseconds. A page takes about 300. */
const PATIENCE = 15_000

/** Opens a sample page and waits until the background has taken it in. Returns what went wrong in words, or null. */
export async function readSamplePage(rapport: Rapport, tab: Page, page: SamplePage): Promise<string | null> {
  // By way of an empty page, so that the same address twice is two visits.
  await tab.goto('about:blank')
  await tab.goto(page.url)
  const tabId = await rapport.tabId(tab)
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const { state, read: seen, url } = await rapport.send('tab.context', { tabId })
    if (url === page.url && seen && seen.posts >= page.posts && seen.comments >= page.comments) return null
    if (Date.now() > deadline)
      return seen
        ? `${seen.posts} posts and ${seen.comments} comments instead of ${page.posts} and ${page.comments}`
        : `nothing after ${PATIENCE / 1_000} s (${state})`
    await wait(25)
  }
}
