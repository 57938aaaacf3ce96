import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { sampleGuidelines } from '../../lib/sample/index.ts'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'
import { createSampleServer } from '../harness/sample-server.ts'
import { servePage, urls } from '../sample-sites/index.ts'

// One person's first quarter of an hour with Rapport, on the sample sites. The browser ends an idle background
// worker whenever it likes; here it ends between every two steps, and nobody may notice.

const NOTE = 'Ask Theo to put the label first, and to thank the commenters who asked'
const UNDISCLOSED = 'Obsessed with these oat bars from'

const server = createSampleServer()
const pages = urls(server.now).filter((page) => page.creator === 'Theo Marchetti')
const profileUrl = pages.find((page) => page.kind === 'profile')?.url ?? ''
const postWith = (words: string) =>
  pages.find((page) => page.kind === 'post' && servePage(page.url, server.now)?.includes(words))?.url ?? ''

let rapport: Rapport
let tab: Page
beforeAll(async () => {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  rapport = await launchRapport({ extensionDir, serve: server.serve })
  tab = await rapport.context.newPage()
})
afterAll(async () => rapport?.close())

/** No step is over before the worker that served it is gone. */
afterEach(() => rapport.killWorker())

const badge = () => tab.locator('rapport-badge button').first()
const card = () => tab.locator('rapport-card dialog')
async function closeCard() {
  await tab.keyboard.press('Escape')
  await card().waitFor({ state: 'detached' })
}
/** Everything a surface shows, and what stands in its text fields. */
const words = (surface: { evaluate<T>(read: () => T): Promise<T> }) =>
  surface.evaluate(() =>
    [document.body.innerText, ...[...document.querySelectorAll('textarea')].map((area) => area.value)].join('\n'),
  )

async function closePopup(popup: Awaited<ReturnType<Rapport['popup']>>) {
  const gone = new Promise((resolve) => popup.once('close', resolve))
  await popup.evaluate(() => close())
  await gone
}

it('writes the first guideline', async () => {
  const [houseRules] = sampleGuidelines(server.now.toISOString())
  if (!houseRules) throw new Error('The sample has no guidelines')
  await rapport.send('guideline.save', houseRules)
  const dashboard = await rapport.open('dashboard.html#/guidelines')
  await expect.poll(() => words(dashboard)).toContain(houseRules.name)
  await dashboard.close()
})

it('is told in the popup why the site must be allowed, and allows it', async () => {
  await tab.goto(profileUrl)
  await rapport.preapprove('*://www.tiktok.com/*')
  const popup = await rapport.popup(tab)
  await expect.poll(() => words(popup)).toContain('To show health and check posts here')
  await popup.locator('::-p-aria(Allow on TikTok)').click()
  await tab.locator('rapport-chip button').first().waitFor()
  await closePopup(popup)
})

it('tracks the creator from the chip on the profile', async () => {
  await tab.reload()
  const chip = tab.locator('rapport-chip')
  await chip.getByRole('button', { name: 'Track' }).click()
  await expect.poll(() => chip.getByRole('button').first().textContent()).toMatch(/Not enough data|\d/)
})

it('sees every post of the profile badged', async () => {
  await tab.reload()
  await badge().waitFor()
  const tiles = await tab.locator('[data-e2e="user-post-item"]').count()
  await expect.poll(() => tab.locator('rapport-badge').count()).toBe(tiles)
})

it('opens a post and reads on the card which words are the problem', async () => {
  await tab.goto(postWith('A superfood?'))
  await badge().getByText('Fail').waitFor()
  await badge().press('Enter')
  await expect.poll(() => card().locator('blockquote mark').allTextContents()).toContain('superfood')
  await closeCard()
})

it('opens the post that hides what it is, and reads which rule says so', async () => {
  await tab.goto(postWith(UNDISCLOSED))
  await badge().getByText('Fail').waitFor()
  await badge().click()
  await expect.poll(() => card().textContent()).toContain('FTC')
  await closeCard()
})

it('copies the corrected caption from the card, and finds it on the clipboard', async () => {
  await tab.goto(postWith('A superfood?'))
  await badge().press('Enter')
  await card().getByRole('button', { name: 'Copy corrected caption' }).click()
  await card().getByText('Copied').waitFor()
  await closeCard()
  await rapport.context.grantPermissions(['clipboard-read'])
  const pasted = await tab.evaluate(() => navigator.clipboard.readText())
  expect(pasted).not.toContain('superfood')
  expect(pasted).toContain('#ad')
})

it('starts a note in the popup and closes it in the middle of a word', async () => {
  const popup = await rapport.popup(tab)
  await expect.poll(() => popup.$eval('select', (select) => select.selectedOptions[0]?.text)).toContain('Theo')
  await popup.keyboard.type(NOTE)
  await closePopup(popup)
})

it('finds the note again, every letter of it', async () => {
  const popup = await rapport.popup(tab)
  await expect.poll(() => words(popup)).toContain(NOTE)
  await closePopup(popup)
})

it('sees all of it in the side panel: health, post, quote, mood, note', async () => {
  const panel = await openPanel()
  await panel.getByRole('heading', { name: 'Theo', exact: false }).waitFor()
  await panel.getByText(UNDISCLOSED).first().waitFor()
  await panel.getByText('Requests made: 0').waitFor()
  await expect.poll(() => words(panel)).toContain(NOTE)
})

it('waives a finding with a reason, sees the post pass, and takes it back', async () => {
  const panel = await openPanel()
  const post = panel.locator('.post', { hasText: 'A superfood?' }).first()
  await post.locator('.post-line > button').click()
  await post.locator('.finding-line').first().click()
  await post.getByRole('button', { name: 'Waive' }).click()
  await panel.keyboard.type('Agreed with the brand on the phone')
  await post.locator('.waive-form').getByRole('button', { name: 'Waive' }).click()
  await post.getByText('Let pass: Agreed with the brand on the phone').waitFor()
  await expect.poll(() => post.locator('.post-line').textContent()).toContain('Pass')
  await panel.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => post.locator('.post-line').textContent()).toContain('Fail')
  await panel.close()
})

it('still has everything after all those ends', async () => {
  const panel = await openPanel()
  await panel.getByText(UNDISCLOSED).first().waitFor()
  const { partnerId, read } = await rapport.send('tab.context', { tabId: await rapport.tabId(tab) })
  expect(partnerId).not.toBeNull()
  expect(read?.posts).toBeGreaterThan(0)
})

it('has asked the network for nothing in all that time', () => {
  expect(rapport.requests).toEqual([])
})

async function openPanel(): Promise<Page> {
  const tabId = await rapport.tabId(tab)
  return rapport.open(`sidepanel.html?tab=${tabId}`)
}
