import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import type { SampleServer } from '../harness/sample-server.ts'
import { readSamplePage } from '../harness/sample-visit.ts'
import { urls } from '../sample-sites/index.ts'

// One partnership from the brief to the monthly report, as a team would live through it; each chapter goes on where the
// one before ended.

const run = promisify(execFile)
const LAB = resolve(import.meta.dirname, '../lab/main.ts')
// The live post says this without "#ad".
const LIVE =
  'Obsessed with these oat bars from @tarnwell, you all need them before your next long run. Code THEO15 saves you 15 percent #TarnwellTrail #trailrunning'
const APPROVED = `#ad ${LIVE}`

let rapport: Rapport
let server: SampleServer
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'rapport-story-'))
beforeAll(async () => {
  ;({ rapport, server } = await openSampleBrowser({ extensionDir: await buildExtension({ browser: 'chrome' }) }))
  page = await rapport.open('dashboard.html#/guidelines')
})
afterAll(async () => {
  await rapport?.close()
  rmSync(folder, { recursive: true, force: true })
})

const said = (words: string | RegExp) => page.getByText(words).first().waitFor()
const go = (view: string) => page.getByRole('navigation').getByRole('link', { name: view }).first().click()
const part = (name: string) => page.getByRole('region', { name, exact: true })
/** Nothing is in focus: keys are for the page, as after reading. */
const press = async (key: string) => {
  await page.locator('main').focus()
  await page.keyboard.press(key)
}
async function download(from: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    from.waitForEvent('download'),
    from.getByRole('button', { name, exact: true }).click(),
  ])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

it('begins with a brief, whose rules are the guideline that posts are checked against', async () => {
  await page.getByRole('link', { name: 'Tarnwell house rules' }).first().click()
  await page.getByRole('link', { name: 'Briefs' }).click()
  await page.getByRole('button', { name: 'New brief' }).click()
  await page.getByLabel('Title', { exact: true }).fill('Oat bars on the trail')
  const html = readFileSync(await download(page, 'Save as HTML'), 'utf8')
  expect(html).toContain('Oat bars on the trail')
  expect(html).toContain('superfood')
})

it('a draft is sent back, comes again, and is approved with its words frozen', async () => {
  await go('Review queue')
  await page.getByRole('button', { name: 'New draft' }).click()
  await page.getByLabel('Partner').selectOption({ label: 'Theo Marchetti' })
  await page.getByLabel('Caption', { exact: true }).fill(APPROVED.replace('oat bars', 'superfood oat bars'))
  await page.getByLabel('Your name').fill('Ines')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await said('1 finding to settle')
  await press('a')
  await said('Review started.')
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
  expect(await page.locator('main').innerText()).toContain('Approved')
})

it('the post goes live without its label: a legal drift, told with the words that are gone', async () => {
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
})

it('an incident is proposed from the alert, its matrix filled from the record, one cell left unknown', async () => {
  await go('Attention')
  await page
    .getByRole('link', { name: /^Open an incident: The live post is not what was approved/ })
    .first()
    .click()
  await said(/^Proposed from the alert: The live post is not what was approved/)
  expect(await page.getByLabel('Your name').inputValue()).toBe('Ines')
  await page.getByRole('button', { name: 'Open it' }).click()
  await page.getByRole('heading', { name: 'Risk matrix' }).waitFor()
  const matrix = part('Risk matrix')
  await matrix.getByText('Undisclosed, or a finding of high severity is open').waitFor()
  await matrix.getByLabel('Gravity of the matter', { exact: true }).selectOption('3')
  await matrix.getByLabel('Intended', { exact: true }).selectOption('1')
  await matrix.getByText(/^Unknown: .*Press is asking/).waitFor()
  await matrix.getByRole('button', { name: 'Confirm this level' }).click()
  await page.getByText('High', { exact: true }).first().waitFor()
})

it('follows its protocol, refuses to close without a post-mortem, and closes with one', async () => {
  const protocol = part('Protocol')
  await protocol.getByLabel('Ask the creator, kindly, what happened').check()
  await protocol.getByLabel(/^Suspend deliverables/).check()
  await page.getByRole('button', { name: 'Mark as told: Customer care' }).click()
  await page.getByRole('button', { name: 'Keep this draft' }).click()
  await part('Timeline').getByText('Holding statement drafted').waitFor()
  await page.getByRole('button', { name: 'Work on it' }).click()
  await page.getByRole('button', { name: 'Close it' }).click()
  await said(/It is not closed yet\. The post-mortem lacks: root cause, action, owner, date/)
  const mortem = part('Post-mortem')
  await mortem.getByLabel('Root cause').fill('The caption was retyped by hand')
  await mortem.getByLabel('What is done about it').fill('Captions are copied from the approved version')
  await mortem.getByLabel('Owner of it').fill('Ines')
  await mortem.getByLabel('Done by').fill('2030-01-15')
  await mortem.getByRole('button', { name: 'Save' }).click()
  await part('Timeline').getByText('Post-mortem: The caption was retyped by hand').waitFor()
  await page.getByRole('button', { name: 'Close it' }).click()
  await page.getByText('Completed', { exact: true }).first().waitFor()
  expect(await part('Timeline').innerText()).toContain('Deliverables suspended')
})

it('its evidence verifies offline in a page of its own, which names a flipped byte', async () => {
  const verifier = await download(page, 'Save verifier page')
  const evidence = await download(page, 'Save evidence')
  const outside = await rapport.context.newPage()
  await rapport.context.setOffline(true)
  await outside.goto(pathToFileURL(verifier).href)
  await outside.getByLabel('Evidence file').setInputFiles(evidence)
  await outside.getByText(/^All \d+ links are whole\./).waitFor()
  const bytes = readFileSync(evidence)
  const at = bytes.indexOf('retyped')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const flipped = join(folder, 'flipped.jsonl')
  writeFileSync(flipped, bytes)
  await outside.getByLabel('Evidence file').setInputFiles(flipped)
  await outside.getByText(/^Link \d+ is broken/).waitFor()
  expect(await outside.locator('body').innerText()).toMatch(
    /Link \d+ is broken: what it holds is not what was recorded\./,
  )
  await rapport.context.setOffline(false)
  await outside.close()
})

it('goes on with a recovery plan from the incident, whose gate is not passed before its measures are', async () => {
  await page.getByRole('link', { name: 'Start recovery plan' }).click()
  await page.getByRole('button', { name: 'Make the plan' }).click()
  await said('Captions are copied from the approved version')
  expect(await page.getByLabel('Findings').inputValue()).toBe('The caption was retyped by hand')
  await page.getByLabel('Our own mistakes').fill('Nobody looked on the day')
  await part('What went wrong').getByRole('button', { name: 'Save' }).click()
  await said('Own mistakes written')
  await page.getByRole('button', { name: 'Shared with the creator' }).click()
  await said(/Shared with the creator on/)
  for (const gate of [1, 2, 3]) {
    for (const [n, name, target] of [
      [1, 'Labels', 'on every post'],
      [2, 'Replies', 'within a day'],
    ] as const) {
      await page.getByLabel(`Gate ${gate}: measure ${n}`).fill(name)
      await page.getByLabel(`Gate ${gate}: target of measure ${n}`).fill(target)
    }
    await page.getByRole('button', { name: `Save measures of gate ${gate}` }).click()
    await said(`Measures of gate ${gate} written`)
  }
  await page.getByLabel('First day').fill(new Date(Date.now() - 31 * 86_400_000).toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Start the plan' }).click()
  await said(/Started, first day/)
  await page.getByRole('button', { name: 'Pass the gate' }).click()
  await said('The gate cannot be passed while something is not measured: Labels, Replies.')
  const gate = page.locator('[aria-labelledby="gate-0"]')
  for (const name of ['Labels', 'Replies']) {
    await gate.getByLabel(`What was measured: ${name}`).fill('4 of 4')
    await gate.getByRole('button', { name: `Met: ${name}` }).click()
    await gate.locator('.plan-measure', { hasText: name }).locator('.badge').getByText('Met').waitFor()
  }
  await page.getByRole('button', { name: 'Pass the gate' }).click()
  await said('Gate 1: Passed')
  expect(await gate.innerText()).toContain('4 of 4')
})

it('and changed terms stand on a sheet that both sides acknowledge', async () => {
  await page.getByRole('link', { name: 'New change sheet' }).click()
  await page.getByLabel('What is realigned').fill('Labels first')
  await page.getByLabel('Change 1: old term').fill('The creator writes the caption')
  await page.getByLabel('Change 1: new term').fill('The approved caption is pasted')
  await page.getByLabel('Change 1: reason').fill('The label was lost')
  await page.getByLabel('Change 1: links to examples').fill('https://www.tiktok.com/@theo/video/1')
  await page.getByRole('button', { name: 'Save sheet' }).click()
  await page.getByRole('heading', { name: 'Labels first' }).waitFor()
  for (const [side, name] of [
    ['Us', 'Ines'],
    ['The creator', 'Theo'],
  ] as const) {
    await page.getByLabel(`${side}: name`).fill(name)
    await page.getByRole('button', { name: `${side}: acknowledge` }).click()
    await said(`${side}: agreed by ${name}`)
  }
  await said('Acknowledged by both')
  expect(await page.locator('main').innerText()).toContain('The approved caption is pasted')
})

it('ends with the monthly report, whose figures lab report gives of the exported record, the incident’s too', async () => {
  let last = ''
  for (const [kind, heading] of [
    ['monthly', 'Monthly report'],
    ['incident', 'Incident report'],
  ] as const) {
    await go('Reports')
    await page.getByLabel('Which report').selectOption(kind)
    await page.getByRole('button', { name: 'Make report' }).click()
    await page.getByRole('heading', { name: heading }).waitFor()
    const made = readFileSync(await download(page, 'JSON'), 'utf8')
    const { at } = JSON.parse(made) as { at: string }
    await go('Data and settings')
    const record = await download(page, 'Export everything')
    const args = ['report', record, '--kind', kind, '--at', at, '--format', 'json']
    const { stdout } = await run(process.execPath, [LAB, ...args], { maxBuffer: 50_000_000 })
    expect(stdout).toBe(made)
    last = made
  }
  expect(last).toContain('The caption was retyped by hand')
})

it('asked the network for nothing, and complained of nothing', () => {
  expect(rapport.requests).toEqual([])
  expect(rapport.complaints).toEqual([])
})
