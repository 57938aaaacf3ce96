import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'

// Figures that a page shows rounded, and its own data exactly; never more than the page shows.

const HANDLE = 'mara.bakes'
const ID = '7571863205253778710'
const ADDRESS = `https://www.tiktok.com/@${HANDLE}/video/${ID}`
const item = (id: string, desc: string) => ({
  id,
  desc,
  author: { uniqueId: HANDLE },
  statsV2: { diggCount: '25531', commentCount: '146', shareCount: '90210', collectCount: '1311' },
})
const data = { __DEFAULT_SCOPE__: { 'webapp.video-detail': [item(ID, 'Rye'), item('7571863205253778711', 'Unseen')] } }
const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${HANDLE} on TikTok</title></head><body>
  <div id="column-list-container"><article data-e2e="recommend-list-item-container">
    <div id="xgwrapper-0-${ID}"></div>
    <a href="/@${HANDLE}">${HANDLE}</a>
    <div data-e2e="video-desc">Rye in ten minutes</div>
    <strong data-e2e="like-count">25.5K</strong><strong data-e2e="comment-count">146</strong>
    <strong data-e2e="share-count">12</strong>
  </article></div>
  <script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify(data)}</script>
</body></html>`

let rapport: Rapport
let page: Page
beforeAll(async () => {
  rapport = await launchRapport({
    extensionDir: await buildExtension({ browser: 'chrome' }),
    granted: ['*://www.tiktok.com/*'],
    serve: (url) => (url.host === 'www.tiktok.com' ? { body: html } : null),
  })
  await rapport.send('partner.track', { platform: 'tiktok', handle: HANDLE, name: 'Mara', url: null })
  page = await rapport.context.newPage()
  await page.goto(ADDRESS)
})
afterAll(async () => rapport?.close())

it('a rounded figure is completed, says where it is from, and a contradiction is told in words', async () => {
  const panel = await rapport.open('dashboard.html#/partners')
  await panel.getByRole('rowheader').getByRole('link').click()
  await panel.getByText('Rye in ten minutes').first().click()
  const likes = panel.locator('.figures div', { hasText: 'Likes' }).locator('dd')
  await expect.poll(() => likes.textContent()).toBe('25,531 ')
  expect(await likes.getByLabel('Exact figure from the page’s own data; the page shows it rounded').count()).toBe(1)
  const shares = panel.locator('.figures div', { hasText: 'Shares' }).locator('dd')
  expect(await shares.textContent()).toBe('12')
  expect(await panel.getByText('Unseen').count()).toBe(0)
  const { misses } = await rapport.send('tab.context', { tabId: await rapport.tabId(page) })
  expect(misses.map(({ field }) => field)).toContain('data.shares')
  await panel.close()
})

it('“Check this page” still tells only what the page shows', async () => {
  const { observation } = await rapport.send('page.check', { tabId: await rapport.tabId(page) })
  expect(observation?.posts.map(({ metrics }) => metrics.likes)).toEqual([{ value: 25_500, step: 100 }])
  expect(rapport.requests).toEqual([])
})
