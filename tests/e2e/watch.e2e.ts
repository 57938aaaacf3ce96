import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import type { Rapport, Serve } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import type { SampleServer } from '../harness/sample-server.ts'
import { servePage, urls, type SamplePage } from '../sample-sites/index.ts'

// What changes behind one's back: a post that is taken down, a label that vanishes, a caption that is edited, and words
// that somebody wants to hear of. Rapport only sees what the person opens, and says what changed since.

let rapport: Rapport
let server: SampleServer
let tab: Page
let dashboard: Page
/** What the sites answer instead of the sample, by address. */
const instead = new Map<string, string>()

beforeAll(async () => {
  const opened = await openSampleBrowser({ extensionDir: await buildExtension({ browser: 'chrome' }) })
  rapport = opened.rapport
  server = opened.server
  const serve: Serve = (url) => {
    const body = instead.get(url.href)
    return body === undefined ? server.serve(url) : { body, headers: { 'cache-control': 'no-store' } }
  }
  rapport.serve(serve)
  tab = await rapport.context.newPage()
  dashboard = await rapport.open('dashboard.html#/attention')
})
afterAll(async () => rapport?.close())

const postPage = (fits: (page: SamplePage, html: string) => boolean): string => {
  const found = urls(server.now).find(
    (page) => page.kind === 'post' && fits(page, servePage(new URL(page.url), server.now) ?? ''),
  )
  if (!found) throw new Error('The sample has no such post')
  return found.url
}
async function visit(url: string) {
  await tab.bringToFront()
  await tab.goto(url)
  await tab.locator('rapport-badge button').first().waitFor()
}
const attention = async (): Promise<string> => {
  await dashboard.bringToFront()
  return dashboard.evaluate(() => {
    location.hash = '#/attention'
    return document.body.innerText
  })
}

it('tells before a watch is saved how many stored posts it would match, and then quotes the words it found', async () => {
  await visit(postPage(({ site }) => site === 'mastodon'))
  await dashboard.bringToFront()
  await dashboard.getByRole('link', { name: 'Watches' }).click()
  await dashboard.getByRole('button', { name: 'Add a watch' }).click()
  await dashboard.getByLabel('Name').fill('Outdoors')
  await dashboard.getByLabel('Watch for').fill('TARNWELL\n-"not tarnwell"')
  await dashboard.getByText(/^Would match [1-9]\d* of \d+ stored posts?\.$/).waitFor()
  await dashboard.getByRole('button', { name: 'Save' }).click()
  await dashboard.getByRole('button', { name: 'Edit Outdoors' }).waitFor()
  await expect.poll(attention).toMatch(/Outdoors: “[#@]?tarnwell/iu)
})

it('says that a post was removed when its own page says so, and not because a page lacks it', async () => {
  const url = postPage(({ site }) => site === 'mastodon')
  instead.set(url, '<!doctype html><html lang="en"><div id="mastodon" class="app-holder"></div></html>')
  await tab.bringToFront()
  await tab.goto(url)
  expect(await attention()).not.toContain('Its page says')
  instead.set(
    url,
    '<!doctype html><html lang="en"><div id="mastodon" class="app-holder"><div class="error-column"><div class="error-column__message"><h1>404</h1><p>The requested page could not be found.</p></div></div></div></html>',
  )
  await tab.bringToFront()
  await tab.goto(url)
  await expect.poll(attention, { timeout: 20_000 }).toContain('Its page says that the post was removed')
})

it('says that a paid label is gone when the post is read and does not carry it any more', async () => {
  const url = postPage(({ site }, html) => site === 'instagram' && html.includes('class="paid"'))
  await visit(url)
  expect(await attention()).not.toContain('The paid label was there')
  const html = servePage(new URL(url), server.now) ?? ''
  instead.set(url, html.replaceAll(/<div class="paid">.*?<\/div>/gsu, ''))
  await visit(url)
  await expect.poll(attention).toContain('The paid label was there and is not any more')
})

it('shows word by word what a silent edit changed, in the attention list', async () => {
  instead.clear()
  const url = postPage(({ edited }) => edited)
  await visit(url)
  await visit(url)
  await expect.poll(attention).toContain('Caption changed silently')
  await dashboard.getByText('What changed').first().click()
  const change = dashboard.locator('.alert-change[open]')
  await change.locator('ins, del').first().waitFor()
  expect(await change.textContent()).toContain('as it was last seen on')
})

it('asked the network for nothing', () => {
  expect(rapport.requests).toEqual([])
})
