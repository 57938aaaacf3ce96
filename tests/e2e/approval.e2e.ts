import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import type { SampleServer } from '../harness/sample-server.ts'
import { readSamplePage } from '../harness/sample-visit.ts'
import { urls } from '../sample-sites/index.ts'

// The live post says this without "#ad".
const LIVE =
  'Obsessed with these oat bars from @tarnwell, you all need them before your next long run. Code THEO15 saves you 15 percent #TarnwellTrail #trailrunning'
const APPROVED = `#ad ${LIVE}`
const FIRST = APPROVED.replace('oat bars', 'superfood oat bars')

let rapport: Rapport
let server: SampleServer
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'rapport-approval-'))
beforeAll(async () => {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  ;({ rapport, server } = await openSampleBrowser({ extensionDir }))
  page = await rapport.open('dashboard.html#/review')
})
afterAll(async () => {
  await rapport?.close()
  rmSync(folder, { recursive: true, force: true })
})

const said = (words: string | RegExp) => page.getByText(words).first().waitFor()
/** Nothing is in focus: keys are for the page, as after reading. */
const press = async (key: string) => {
  await page.locator('main').focus()
  await page.keyboard.press(key)
}
async function paste(caption: string): Promise<void> {
  await page.getByRole('link', { name: 'Review queue' }).first().click()
  await page.getByRole('button', { name: 'New draft' }).click()
  await page.getByLabel('Partner').selectOption({ label: 'Theo Marchetti' })
  await page.getByLabel('Caption', { exact: true }).fill(caption)
  await page.getByLabel('Your name').fill('Ines')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByRole('heading', { name: 'Guideline checklist' }).waitFor()
}

it('a pasted draft with a finding goes through changes and a new version to its approval by keyboard, and is found drifted where the live post differs', async () => {
  await paste(FIRST)
  await said('1 finding to settle')
  await press('a')
  await said('Review started.')
  await press('a')
  await said(/Findings that fail: 1\./)
  await press('c')
  await page.keyboard.type('Please leave out “superfood”.')
  await page.keyboard.press('Control+Enter')
  await said('Waits for the creator')

  await page.getByRole('button', { name: 'New version' }).click()
  await page.getByLabel('Caption', { exact: true }).fill(APPROVED)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('[aria-labelledby="changes"] del').getByText('superfood').waitFor()
  for (const done of [
    'Handed in for review.',
    'Review started.',
    'Compliance review passed.',
    'Approved. The words are frozen.',
  ]) {
    await press('a')
    await said(done)
  }

  const live = urls(server.now).find(
    ({ title, kind, site }) => kind === 'post' && site === 'tiktok' && title.includes('oat bars'),
  )
  if (!live) throw new Error('no such sample page')
  await page.getByLabel('Address of the live post').fill(live.url)
  await page.getByRole('button', { name: 'Match' }).click()
  await said('Nothing was captured at this address yet.')

  const tab = await rapport.context.newPage()
  expect(await readSamplePage(rapport, tab, live)).toBeNull()
  await tab.close()
  await said('Legal change')
  await page.locator('[aria-labelledby="live"] del').getByText('#ad').waitFor()
  await page.getByText('Drifted').first().waitFor()

  await page.getByRole('link', { name: 'Attention' }).first().click()
  await said(/The live post is not what was approved, in what the law or the agreement turns on/)
  await page.getByRole('link', { name: 'Open the draft' }).first().click()
  await said('Legal change')
})

it('a review goes to somebody without Rapport as a page that works offline, and comes back as a file; an altered one is refused', async () => {
  await paste(APPROVED.replace('THEO15', 'THEO20'))
  await press('a')
  await said('Review started.')
  await page.getByLabel('Their name').fill('Sven of legal')
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make a review sheet' }).click(),
  ])
  const sheetFile = join(folder, 'sheet.html')
  await sheet.saveAs(sheetFile)
  const html = readFileSync(sheetFile, 'utf8')
  expect(html).toContain("default-src 'none'")
  expect(html).not.toMatch(/(?:src|href)="https?:/)

  const outside = await rapport.context.newPage()
  await outside.context().setOffline(true)
  await outside.goto(pathToFileURL(sheetFile).href)
  await outside.getByText('THEO20').first().waitFor()
  await outside.getByRole('button', { name: 'Save the answer' }).click()
  await outside.getByText('Choose one of the two first.').waitFor()
  await outside.getByLabel('Approve it as it stands').check()
  await outside.getByLabel('Your name').fill('Sven Dahl')
  const [answer] = await Promise.all([
    outside.waitForEvent('download'),
    outside.getByRole('button', { name: 'Save the answer' }).click(),
  ])
  const answerFile = join(folder, 'answer.json')
  await answer.saveAs(answerFile)
  await outside.context().setOffline(false)
  await outside.close()

  const altered = join(folder, 'altered.json')
  writeFileSync(altered, readFileSync(answerFile, 'utf8').replace('Sven Dahl', 'Somebody else'))
  const take = page.locator('[aria-labelledby="hand-off"] input[type="file"]')
  await take.setInputFiles(altered)
  await said('This sign-off was altered after it was made')
  await take.setInputFiles(answerFile)
  await said('The answer of Sven Dahl was taken in.')
  await said('Creative review')
  await page.locator('.draft-history').getByText('Sven Dahl').waitFor()
  expect(rapport.requests).toEqual([])
  expect(rapport.complaints).toEqual([])
})
