import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createPageData } from '../../../lib/background/page-data.ts'
import type { PageDataKeeper } from '../../../lib/background/page-data.ts'
import type { Observation } from '../../../lib/domain/observation.ts'
import { createFakeBrowser } from './fake-browser.ts'
import type { FakeBrowser } from './fake-browser.ts'
import { likes, look, noMetrics, postSeen } from './seen.ts'

const url = 'https://www.instagram.com/p/DQr5mBqjL1x/'
const seen = (changes: Partial<Observation> = {}) =>
  look(1, { platform: 'instagram', url, posts: [postSeen('DQr5mBqjL1x', { metrics: likes(12_300, 100) })], ...changes })
const script = JSON.stringify({ code: 'DQr5mBqjL1x', taken_at: 1_762_338_015, like_count: 12_345 })

let fake: FakeBrowser
let pageData: PageDataKeeper
const injections = () => fake.browser.scripting.executeScript.mock.calls.length
const likesOf = (tabId: number, observation: Observation) =>
  pageData.complete(tabId, { observation, misses: [], fields: [] }).observation.posts[0]?.metrics

beforeEach(() => {
  fake = createFakeBrowser()
  fake.browser.scripting.executeScript.mockResolvedValue([{ result: [script, 7] }])
  pageData = createPageData(fake.port)
})

describe("a page's data", () => {
  it('completes the looks at that page once it is read, and asks the page to send them again', async () => {
    expect(likesOf(7, seen())).toEqual(likes(12_300, 100))
    await pageData.read(7, seen())
    expect(fake.browser.tabs.sendMessage).toHaveBeenCalledWith(7, { type: 'badges.refresh', input: {} })
    expect(likesOf(7, seen())).toEqual({ ...noMetrics, likes: { value: 12_345, step: 1, source: 'embedded' } })
    expect(likesOf(8, seen())).toEqual(likes(12_300, 100))
  })

  it('is read once per load, also when it said nothing', async () => {
    fake.browser.scripting.executeScript.mockResolvedValue([{ result: [] }])
    await pageData.read(7, seen())
    await pageData.read(7, seen())
    expect(injections()).toBe(1)
    expect(fake.browser.tabs.sendMessage).not.toHaveBeenCalled()
    pageData.forget(7)
    await pageData.read(7, seen())
    expect(injections()).toBe(2)
  })

  it('is not used for another page that the tab shows', async () => {
    await pageData.read(7, seen())
    expect(likesOf(7, seen({ url: 'https://www.instagram.com/maya/' }))).toEqual(likes(12_300, 100))
    pageData.forget(7)
    expect(likesOf(7, seen())).toEqual(likes(12_300, 100))
  })

  it('of a page that was left meanwhile is dropped', async () => {
    const read = pageData.read(7, seen())
    pageData.forget(7)
    await read
    expect(likesOf(7, seen())).toEqual(likes(12_300, 100))
  })

  it('that the browser does not give out is done without', async () => {
    fake.browser.scripting.executeScript.mockRejectedValue(new Error('Cannot access contents of the page'))
    await pageData.read(7, seen())
    expect(likesOf(7, seen())).toEqual(likes(12_300, 100))
  })

  it('is looked for only on sites whose pages carry some', async () => {
    await pageData.read(7, seen({ platform: 'bluesky' }))
    expect(injections()).toBe(0)
  })
})

/** What runs in the page, as the background injects it. */
async function copy(html: string, at: string, loaded = at): Promise<unknown> {
  await pageData.read(7, seen({ url }))
  const [injection] = fake.browser.scripting.executeScript.mock.calls.at(-1) ?? []
  document.body.innerHTML = html
  vi.stubGlobal('location', new URL(at))
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ name: loaded } as PerformanceEntry])
  const run = injection?.func as (...args: unknown[]) => unknown
  return run(...(injection?.args ?? []))
}

describe('in the page', () => {
  const html = `<script type="application/json" data-sjs>{"a":1}</script><script type="application/json">{"b":1}</script>`

  it('the scripts that hold data are copied', async () => {
    expect(await copy(html, `${url}#comments`, `${url}?utm_source=x`)).toEqual(['{"a":1}'])
  })

  it.each([
    ['has moved on', 'https://www.instagram.com/maya/', url],
    ['was loaded as another', url, 'https://www.instagram.com/maya/'],
  ])('none are where the page %s', async (_what, at, loaded) => {
    expect(await copy(html, at, loaded)).toEqual([])
  })

  it('what is too long is left out', async () => {
    const long = `<script data-sjs type="application/json">${'x'.repeat(4_000_001)}</script>`
    expect(await copy(long + html, url)).toEqual(['{"a":1}'])
  })
})
