import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import type { SampleServer } from '../harness/sample-server.ts'
import { readSamplePage } from '../harness/sample-visit.ts'
import { urls } from '../sample-sites/index.ts'

const run = promisify(execFile)
const LAB = resolve(import.meta.dirname, '../lab/main.ts')

let rapport: Rapport
let server: SampleServer
let page: Page
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-report-'))
  const extensionDir = await buildExtension({ browser: 'chrome' })
  ;({ rapport, server } = await openSampleBrowser({ extensionDir }))
  page = await rapport.context.newPage()
  for (const one of urls(server.now).filter(({ creator }) => creator === 'Theo Marchetti')) {
    const problem = await readSamplePage(rapport, page, one)
    if (problem !== null) throw new Error(`${one.url}: ${problem}`)
  }
})
afterAll(async () => {
  await rapport?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What a press of the button gives, as text. */
async function download(name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return readFileSync(path, 'utf8')
}

it('a monthly report has the figures that lab report gives of the exported record, byte for byte', async () => {
  page = await rapport.open('dashboard.html#/reports')
  await page.getByLabel('Which report').selectOption('monthly')
  await page.getByRole('button', { name: 'Make report' }).click()
  await page.getByRole('heading', { name: 'Monthly report' }).waitFor()
  const files = { json: await download('JSON'), md: await download('Markdown'), csv: await download('CSV') }
  const html = await download('HTML')
  const report = JSON.parse(files.json) as { at: string; captured: unknown; sections: { figures: unknown[] }[] }
  expect(report.captured).not.toBeNull()
  expect(report.sections.flatMap(({ figures }) => figures).length).toBeGreaterThan(20)
  // The very same figures stand on the page.
  const score = page.getByRole('row', { name: /^Health score \d/ }).first()
  expect(await score.textContent()).toContain(/Health score<\/th><td class="value"><b>(\d+)</.exec(html)?.[1] ?? '?')

  await page.goto(page.url().replace(/#.*/, '#/settings'))
  writeFileSync(join(folder, 'export.json'), await download('Export everything'))
  const args = ['report', join(folder, 'export.json'), '--kind', 'monthly', '--at', report.at, '--format']
  for (const [format, text] of Object.entries({ ...files, html })) {
    const { stdout } = await run(process.execPath, [LAB, ...args, format], { maxBuffer: 50_000_000 })
    expect(stdout).toBe(text)
  }
})

it('a message with an unresolved variable cannot be copied; copied, it is one logged contact, and undo removes it', async () => {
  await rapport.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(page.url().replace(/#.*/, '#/partners'))
  await page.getByRole('link', { name: 'Theo Marchetti' }).first().click()
  const composer = page.getByRole('region', { name: 'Write to them' })
  await composer.getByLabel('Message', { exact: true }).selectOption('congratulation')
  const copy = composer.getByRole('button', { name: 'Copy message' })
  expect(await copy.isDisabled()).toBe(true)
  expect(await composer.textContent()).toContain('“milestone” has no value')
  await composer.getByLabel('Milestone').fill('100,000 followers')
  await composer.getByLabel('Your name').fill('Ida')
  // The timeline tells of it, too.
  const logged = page.getByRole('region', { name: 'Log a contact' }).getByText('Message: Congratulation')
  await copy.click()
  await logged.waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('100,000 followers: congratulations!')
  expect(await logged.count()).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await logged.waitFor({ state: 'detached' })
})

it('asked the network for nothing', () => {
  expect(rapport.requests).toEqual([])
  expect(rapport.complaints).toEqual([])
})
