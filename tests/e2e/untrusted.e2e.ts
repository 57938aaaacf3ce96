import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'

// A site is visited, not trusted: what its pages say, do and may still do after a permission was taken back.

const BLUESKY = '*://bsky.app/*'
const MAYA = 'maya.bakes.example'
const NASTY = '<img src="https://spy.example/i.png" onerror="pwned=1"><script>pwned=1</script>'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const feed = (texts: readonly string[]) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Home</title></head><body>
  <main aria-label="Home"><div data-testid="postsFeed">${texts
    .map(
      (text, i) => `<div role="link" data-testid="feedItem-by-${MAYA}">
        <div><a href="/profile/${MAYA}">${escape(NASTY)}</a><a href="/profile/${MAYA}">@${MAYA}</a>
          <a href="/profile/${MAYA}/post/3mgt7zqa22k2${'abcdef'[i]}" data-tooltip="November 20, 2026 at 8:49 AM">2h</a></div>
        <div data-testid="postText">${escape(text)}</div></div>`,
    )
    .join('')}</div></main>
</body></html>`

// Runs inside the browser.
const ask = (url: string) => fetch(url).then(String, String)

let rapport: Rapport
let page: Page
beforeAll(async () => {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  rapport = await launchRapport({
    extensionDir,
    granted: [BLUESKY],
    serve: (url) => (url.host === 'bsky.app' ? { body: feed([`Flaky crust ${NASTY}`, 'New loaf']) } : null),
  })
  await rapport.send('partner.track', { platform: 'bluesky', handle: MAYA, name: NASTY, url: 'javascript:pwned=1' })
})
afterAll(async () => rapport?.close())
afterEach(async () => page?.close())

const overlay = () => page.locator('rapport-badge, rapport-chip, rapport-card')
async function openFeed() {
  page = await rapport.context.newPage()
  await page.goto('https://bsky.app/')
  await overlay().first().waitFor({ state: 'attached' })
}

it('a page’s own script cannot press our buttons', async () => {
  await openFeed()
  await page.locator('rapport-badge button').first().press('Enter')
  await page.getByRole('button', { name: 'Hide on Bluesky' }).waitFor()
  const pressed = await page.evaluate(() => {
    const buttons = [...(document.querySelector('rapport-card')?.shadowRoot?.querySelectorAll('button') ?? [])]
    const hide = buttons.filter((button) => button.textContent?.includes('Hide on'))
    for (const button of hide) button.click()
    return hide.length
  })
  expect(pressed).toBe(1)
  // Had it counted, Rapport would be switched off here from now on.
  await page.reload()
  await expect.poll(() => overlay().count()).toBeGreaterThan(0)
})

it('what a page wrote stays text on our pages: nothing runs, is fetched or can be followed', async () => {
  await openFeed()
  const dashboard = await rapport.open('dashboard.html#/partners')
  await dashboard.getByRole('rowheader').getByRole('link').click()
  await dashboard.getByText('Flaky crust').first().waitFor()
  const found = await dashboard.evaluate(() => ({
    ran: Reflect.get(globalThis, 'pwned') !== undefined,
    pictures: document.images.length,
    links: [...document.links]
      .map((link) => link.protocol)
      .filter((protocol) => !/^(https|chrome-extension):$/.test(protocol)),
  }))
  expect(found).toEqual({ ran: false, pictures: 0, links: [] })
  expect(rapport.requests).toEqual([])
  await dashboard.close()
})

describe('a permission that is taken back', () => {
  it('takes the overlay along, from every open page, and nothing more is heard from there', async () => {
    await openFeed()
    const tabId = await rapport.tabId(page)
    const own = await rapport.open('dashboard.html')
    await own.evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), BLUESKY)
    await expect.poll(() => overlay().count()).toBe(0)
    const { state, read } = await rapport.send('tab.context', { tabId })
    expect([state, read]).toEqual(['unsupported', null])
    await own.close()
  })

  it('leaves "only check it now", which reads this page and badges it', async () => {
    page = await rapport.context.newPage()
    await page.goto('https://bsky.app/')
    const popup = await rapport.popup(page)
    await popup.locator('::-p-aria(Only check it now)').click()
    await expect.poll(() => overlay().count()).toBe(2)
    await popup.close()
  })

  it('brings the overlay back when it is given again', async () => {
    page = await rapport.context.newPage()
    await page.goto('https://bsky.app/')
    await rapport.grant(BLUESKY)
    await expect.poll(() => overlay().count()).toBe(2)
  })
})

describe('requests made: 0', () => {
  it.each(['dashboard', 'popup', 'sidepanel'])(
    'is what the browser enforces: the %s could not ask the network if it tried',
    async (name) => {
      const before = rapport.requests.length
      page = await rapport.open(`${name}.html`)
      expect(await page.evaluate(ask, 'https://page.example/x')).toContain('Failed to fetch')
      expect(rapport.requests.slice(before)).toEqual([])
    },
  )
})
