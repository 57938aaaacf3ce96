import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport, type Serve } from '../harness/launch.ts'
import { createSampleServer } from '../harness/sample-server.ts'
import { urls } from '../sample-sites/index.ts'

// A site changes the mark by which Rapport found the number of followers. The person shows where it is now.

const server = createSampleServer()
const profile = urls(server.now).find(({ url, kind }) => kind === 'profile' && url.includes('tiktok.com'))?.url ?? ''
/** TikTok's sample page with another mark on the number of followers; `extra` is put at the end of its body. */
const broken =
  (extra = ''): Serve =>
  async (url) => {
    const answer = await server.serve(url)
    const body = answer?.body
      .toString()
      .replaceAll('followers-count', 'fans-number')
      .replace('</body>', `${extra}</body>`)
    return answer && body !== undefined ? { ...answer, body } : answer
  }

let rapport: Rapport
let tab: Page
beforeAll(async () => {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  rapport = await launchRapport({ extensionDir, serve: broken(), granted: server.origins })
  await rapport.send('sites.sync', {})
})
afterAll(async () => rapport?.close())
afterEach(async () => tab?.close())

async function open(serve = broken()) {
  rapport.serve(serve)
  tab = await rapport.context.newPage()
  await tab.goto(profile)
  await expect.poll(async () => (await context()).read).not.toBeNull()
}
const context = async () => rapport.send('tab.context', { tabId: await rapport.tabId(tab) })
const missing = async () => (await context()).misses.map(({ field }) => field)
const followers = async () => {
  const { observation } = await rapport.send('page.check', { tabId: await rapport.tabId(tab) })
  return observation?.profile?.followers?.value ?? null
}
const point = async () => rapport.send('point.start', { tabId: await rapport.tabId(tab), field: 'profile.followers' })
const card = () => tab.locator('rapport-point section')
/** Over the number, through the shield, as a hand would. */
async function pointAtNumber(press = true) {
  const box = await tab.locator('[data-e2e="fans-number"]').boundingBox()
  if (!box) throw new Error('The number is not there')
  await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 })
  if (press) await tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

describe('showing Rapport where a number is', () => {
  it('begins in the popup, beside what could not be read, and reads it again once it is pointed at', async () => {
    await open()
    await expect.poll(missing).toContain('profile.followers')
    const popup = await rapport.popup(tab)
    await popup.locator('details.misses summary').click()
    await popup.waitForSelector('details.misses[open] button')
    const gone = new Promise((resolve) => popup.once('close', resolve))
    await popup.locator('::-p-aria(Show Rapport where it is: Followers)').click()
    await gone
    await card().waitFor()
    await pointAtNumber(false)
    await expect.poll(() => card().locator('output').textContent()).toMatch(/→ [\d,]+ followers/)
    await shoot('pointing')
    await pointAtNumber()
    await card().getByText('Reads 1 of 1 here').first().waitFor()
    await shoot('ways')
    await card().getByRole('button', { name: 'Use this' }).click()
    await card().getByText('Followers is read here again').waitFor()
    await shoot('saved')
    await card().getByRole('button', { name: 'Done' }).click()
    await expect.poll(() => tab.locator('rapport-point').count()).toBe(0)
    await expect.poll(followers).toBeGreaterThan(0)
    await expect.poll(missing).not.toContain('profile.followers')
  })
})

describe('a page that fights it', () => {
  const fights: [string, string][] = [
    [
      'lies over everything',
      "const d = document.createElement('div'); d.style.cssText = 'position:fixed;inset:0;z-index:2147483647'; document.body.append(d)",
    ],
    [
      'has a hundred thousand elements',
      "const d = document.createElement('div'); for (let i = 0; i < 1e5; i++) d.append(document.createElement('i')); document.body.append(d)",
    ],
  ]
  it.each(fights)('that %s: the click is ours alone, and Escape leaves', async (_how, script) => {
    await open(
      broken(`<script>window.clicks = 0; addEventListener('click', () => window.clicks++); ${script}</script>`),
    )
    await point()
    await pointAtNumber()
    await card().getByText('How Rapport should find it').waitFor()
    await tab.keyboard.press('Escape')
    await expect.poll(() => tab.locator('rapport-point').count()).toBe(0)
    expect(await tab.evaluate(() => Reflect.get(globalThis, 'clicks'))).toBe(0)
  })

  it('that keeps removing it has its way: it ends, and the page is as it was', async () => {
    const remove =
      "new MutationObserver(() => document.querySelector('rapport-point')?.remove()).observe(document.documentElement, { childList: true })"
    await open(broken(`<script>${remove}</script>`))
    expect(await point()).toEqual({ started: true })
    await expect.poll(() => tab.locator('rapport-point').count()).toBe(0)
    await tab.locator('rapport-chip button').first().click()
  })

  it('that stops every event before it is ours: Escape is the browser’s own and still ends it', async () => {
    const stop =
      "for (const type of ['click','pointerdown','pointermove','pointerup','mousedown','mouseup','keydown','keyup']) addEventListener(type, (event) => event.stopImmediatePropagation(), true)"
    await open(broken(`<script>${stop}</script>`))
    await point()
    await card().waitFor()
    await tab.keyboard.press('Escape')
    await expect.poll(() => tab.locator('rapport-point').count()).toBe(0)
  })

  it('that goes elsewhere without a load takes it along', async () => {
    await open()
    await point()
    await card().waitFor()
    await tab.evaluate(() => history.pushState(null, '', '/@someone.else'))
    await expect.poll(() => tab.locator('rapport-point').count()).toBe(0)
  })
})

it('is done with the keyboard alone', async () => {
  await open()
  await point()
  await card().waitFor()
  for (let i = 0; i < 60; i++) {
    await tab.keyboard.press('ArrowRight')
    if ((await card().locator('output').textContent())?.includes('→')) break
  }
  // The first figure of the header is another one: on to the next.
  await tab.keyboard.press('ArrowUp')
  await tab.keyboard.press('ArrowDown')
  await tab.keyboard.press('Enter')
  await card().getByRole('radio').first().waitFor()
  expect(await card().getByRole('radio').first().isChecked()).toBe(true)
  await tab.keyboard.press('Escape')
  await expect.poll(() => tab.locator('rapport-point').count()).toBe(0)
})

it('what was shown goes into a file, and reads the field in a clean profile that imports it', async () => {
  await rapport.send('override.save', {
    id: null,
    platform: 'tiktok',
    field: 'profile.followers',
    page: 'profile',
    select: '[data-e2e="fans-number"]',
    attr: null,
    saying: null,
    within: 'item',
    enabled: true,
    note: '',
  })
  const dashboard = await rapport.open('dashboard.html#/sites')
  await dashboard.getByText('TikTok: Followers').waitFor()
  await shoot('list', dashboard)
  const saving = dashboard.waitForEvent('download')
  await dashboard.getByRole('button', { name: 'Export repairs' }).click()
  const path = await (await saving).path()
  await dashboard.close()

  const other = await launchRapport({
    extensionDir: await buildExtension({ browser: 'chrome' }),
    serve: broken(),
    granted: server.origins,
  })
  try {
    await other.send('sites.sync', {})
    const page = await other.context.newPage()
    await page.goto(profile)
    const tabId = await other.tabId(page)
    const seen = async () => {
      const { observation } = await other.send('page.check', { tabId })
      return observation?.profile ?? null
    }
    await expect.poll(async () => (await seen())?.handle).toBeTruthy()
    expect((await seen())?.followers).toBeNull()
    const sites = await other.open('dashboard.html#/sites')
    await sites.locator('input[type=file]').setInputFiles(path)
    await sites.getByRole('button', { name: 'Import 1 repair' }).waitFor()
    await shoot('import', sites)
    await sites.getByRole('button', { name: 'Import 1 repair' }).click()
    await expect.poll(async () => (await seen())?.followers?.value).toBeGreaterThan(0)
    expect(other.requests).toEqual([])
  } finally {
    await other.close()
  }
})

async function shoot(name: string, page = tab) {
  const folder = process.env['SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
