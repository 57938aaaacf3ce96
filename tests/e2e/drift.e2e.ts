import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { buildExtension } from '../harness/build.ts'
import type { Rapport, Serve } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import { siteOrigins } from '../sample-sites/index.ts'

const feed = `${siteOrigins['bluesky']}/`
let rapport: Rapport
let tab: Page
/** The site has renamed all that likes are found by. */
let isBroken = false

beforeAll(async () => {
  const opened = await openSampleBrowser({ extensionDir: await buildExtension({ browser: 'chrome' }) })
  rapport = opened.rapport
  const serve: Serve = async (url) => {
    const served = await opened.server.serve(url)
    if (!served || !isBroken || typeof served.body !== 'string') return served
    return { ...served, body: served.body.replaceAll(/likeBtn|likeCount(-expanded)?/g, 'n7') }
  }
  rapport.serve(serve)
  tab = await rapport.context.newPage()
})
afterAll(async () => rapport?.close())

async function visit() {
  await tab.goto(feed)
  await tab.bringToFront()
  await tab.locator('rapport-badge button').first().waitFor()
}
const words = (surface: { evaluate<T>(read: () => T): Promise<T> }) => surface.evaluate(() => document.body.innerText)
const today = new Date().toLocaleDateString('en-US', { day: 'numeric', month: 'short' })
const alarm = `Bluesky: likes not found since ${today}`

/** What stands in the way of assistive technology, and what leaves the narrowest screen, with all of `folded` open. */
async function faults(page: Page, folded: string): Promise<string[]> {
  for (const summary of await page.locator(folded).all()) await summary.click()
  await page.setViewportSize({ width: 320, height: 700 })
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return [...(isWide ? ['scrolls sideways'] : []), ...violations.map(({ id }) => id)]
}

/** What popup, panel and the Sites page say, one after the other. */
async function everywhere(): Promise<string[]> {
  await tab.bringToFront()
  const popup = await rapport.popup(tab)
  await expect.poll(() => words(popup)).toContain('Read here')
  const inPopup = await words(popup)
  await popup.close()
  const panel = await rapport.open(`sidepanel.html?tab=${await rapport.tabId(tab)}`)
  await expect.poll(() => words(panel)).toContain('Read here')
  const inPanel = await words(panel)
  expect(await faults(panel, '.drift > summary')).toEqual([])
  // A person may point at it instead.
  expect(await panel.locator('.alarm-list button').count()).toBe(isBroken ? 1 : 0)
  await panel.close()
  const dashboard = await rapport.open('dashboard.html#/sites')
  await expect.poll(() => words(dashboard)).toContain('How well it is read')
  const inDashboard = await words(dashboard)
  expect(await faults(dashboard, '.reading summary')).toEqual([])
  await dashboard.close()
  return [inPopup, inPanel, inDashboard]
}

it('says nothing while every field is found', async () => {
  await visit()
  for (const said of await everywhere()) expect(said).not.toContain('not found since')
})

it('says within the one visit in which the site breaks what is not found, and since when', async () => {
  isBroken = true
  await visit()
  for (const said of await everywhere()) expect(said).toContain(alarm)
})

it('says nothing any more once the site is as before', async () => {
  isBroken = false
  await visit()
  for (const said of await everywhere()) expect(said).not.toContain('not found since')
})
