import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport, type Serve } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import { createSampleServer } from '../harness/sample-server.ts'
import { siteOrigins, urls } from '../sample-sites/index.ts'

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

/** Bluesky's sample page with other names on what likes are found by. */
const renamed: Serve = async (url) => {
  const answer = await server.serve(url)
  if (!answer || typeof answer.body !== 'string') return answer
  return { ...answer, body: answer.body.replaceAll(/likeBtn|likeCount(-expanded)?/g, 'n7') }
}
const likes = async (where: Rapport, page: Page) => {
  const { observation } = await where.send('page.check', { tabId: await where.tabId(page) })
  return observation?.posts.map(({ id, metrics }) => [id, metrics.likes?.value ?? null]) ?? []
}
const withFigure = (read: Awaited<ReturnType<typeof likes>>) =>
  read.flatMap(([id, value]) => (value === null ? [] : [id]))

describe('a site that renames what likes are found by', () => {
  const feed = `${siteOrigins['bluesky']}/`
  it('breaks, says so in one visit, is shown where they are, reads again, and a clean profile reads it by the file', async () => {
    const before = await openSampleBrowser({ extensionDir: await buildExtension({ browser: 'chrome' }) })
    const folder = mkdtempSync(join(tmpdir(), 'rapport-repairs-'))
    const file = join(folder, 'repairs.json')
    try {
      const read = await brokenAndRepaired(before.rapport, file)
      expect(await readByTheFile(file)).toEqual(read)
    } finally {
      await before.rapport.close()
      rmSync(folder, { recursive: true })
    }
  })

  /** From a site that is read to one that is not, and back by pointing: what is read then, and the file with what was shown. */
  async function brokenAndRepaired(own: Rapport, file: string) {
    const page = await own.context.newPage()
    await page.goto(feed)
    await page.locator('rapport-badge button').first().waitFor()
    const read = await likes(own, page)
    expect(withFigure(read).length).toBeGreaterThan(3)

    own.serve(renamed)
    await page.goto(feed)
    await page.locator('rapport-badge button').first().waitFor()
    const panel = await own.open(`sidepanel.html?tab=${await own.tabId(page)}`)
    const today = new Date().toLocaleDateString('en-US', { day: 'numeric', month: 'short' })
    const alarm = panel.getByText(`Bluesky: likes not found since ${today}`)
    await alarm.waitFor()
    await panel.locator('details.drift > summary').click()
    await shoot('alarm', panel)
    await page.bringToFront()
    await panel.locator('.alarm-list button').click()
    const shown = page.locator('rapport-point section')
    await shown.waitFor()
    const number = page.locator('[data-testid="n7"] [data-testid="n7"], [data-testid="n7"]').last()
    await number.scrollIntoViewIfNeeded()
    const box = await number.boundingBox()
    if (!box) throw new Error('The number is not there')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await shown.getByRole('radio').first().waitFor()
    await shoot('likes-ways', page)
    await shown.getByRole('button', { name: 'Use this' }).click()
    await shown.getByText('Likes is read here again').waitFor()
    await shown.getByRole('button', { name: 'Done' }).click()
    // What was pointed at is the number as shown ("1.2K"); the label that went with the old names said it exactly.
    await expect.poll(async () => withFigure(await likes(own, page))).toEqual(withFigure(read))
    const repaired = await likes(own, page)
    await expect.poll(() => alarm.count()).toBe(0)
    await panel.close()

    const dashboard = await own.open('dashboard.html#/sites')
    await dashboard.getByText('Bluesky: Likes').waitFor()
    await shoot('list', dashboard)
    const saving = dashboard.waitForEvent('download')
    await dashboard.getByRole('button', { name: 'Export repairs' }).click()
    await (await saving).saveAs(file)
    expect(own.requests).toEqual([])
    return repaired
  }

  /** What a profile that has never seen the site reads of it, once the file is taken in. */
  async function readByTheFile(file: string) {
    const other = await launchRapport({
      extensionDir: await buildExtension({ browser: 'chrome' }),
      serve: renamed,
      granted: server.origins,
    })
    try {
      await other.send('sites.sync', {})
      const page = await other.context.newPage()
      await page.goto(feed)
      await expect.poll(async () => (await likes(other, page)).length).toBeGreaterThan(3)
      expect(withFigure(await likes(other, page))).toEqual([])
      const sites = await other.open('dashboard.html#/sites')
      await sites.locator('input[type=file]').setInputFiles(file)
      await sites.getByRole('button', { name: 'Import 1 repair' }).waitFor()
      await shoot('import', sites)
      await sites.getByRole('button', { name: 'Import 1 repair' }).click()
      await expect.poll(async () => withFigure(await likes(other, page)).length).toBeGreaterThan(3)
      expect(other.requests).toEqual([])
      return await likes(other, page)
    } finally {
      await other.close()
    }
  }
})

async function shoot(name: string, page = tab) {
  const folder = process.env['SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
