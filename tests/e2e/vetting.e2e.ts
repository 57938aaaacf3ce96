import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'
import { createSampleServer, type SampleServer } from '../harness/sample-server.ts'
import { urls } from '../sample-sites/index.ts'

// A creator whom nobody works with yet: browsed, vetted from the popup, rejected with a reason, and said so wherever
// they are seen.

let rapport: Rapport
let server: SampleServer
let tab: Page
let dashboard: Page
let profile = ''
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-vetting-'))
  server = createSampleServer()
  const extensionDir = await buildExtension({ browser: 'chrome' })
  rapport = await launchRapport({ extensionDir, serve: server.serve, granted: server.origins })
  await rapport.send('sites.sync', {})
  const found = urls(server.now).find(({ site, kind }) => site === 'instagram' && kind === 'profile')
  if (!found) throw new Error('The sample has no such profile')
  profile = found.url
  tab = await rapport.context.newPage()
})
afterAll(async () => {
  await rapport?.close()
  rmSync(folder, { recursive: true, force: true })
})

const chip = () => tab.locator('rapport-chip')

it('begins a sheet from the popup; what is opened from then on goes into it', async () => {
  await tab.goto(profile)
  await chip().getByRole('button', { name: 'Track' }).waitFor()
  const tabId = await rapport.tabId(tab)
  const popup = await rapport.open(`popup.html?tab=${tabId}`)
  const opened = rapport.context.waitForEvent('page')
  await popup.getByRole('button', { name: 'Vet this creator' }).click()
  dashboard = await opened
  await dashboard.getByRole('heading', { name: 'What was visible' }).waitFor()
  await tab.bringToFront()
  await tab.reload()
  await dashboard.bringToFront()
  const sample = dashboard.getByText(/^Visible sample of [1-9]\d* posts, published from/)
  await sample.waitFor()
  expect(await sample.count()).toBe(1)
})

it('B12: a rejected creator shows reason, date and decider on the chip, in the popup, in the panel and on the sheet', async () => {
  await dashboard.getByLabel('Reject').check()
  await dashboard.getByRole('button', { name: 'Save the decision' }).click()
  await dashboard.getByText('Say why. The reason is shown wherever the creator is seen.').waitFor()
  await dashboard.getByLabel('Why', { exact: true }).fill('Mocks a customer')
  await dashboard.getByLabel('Your name').fill('Ines')
  await dashboard.getByRole('button', { name: 'Save the decision' }).click()
  await dashboard
    .getByText(/“Mocks a customer”, Ines, \w+ \d+, \d{4}/)
    .first()
    .waitFor()
  await tab.bringToFront()
  await chip()
    .getByText(/^Rejected on \w+ \d+, \d{4} by Ines: Mocks a customer$/)
    .waitFor()
  const tabId = await rapport.tabId(tab)
  for (const page of ['popup.html', 'sidepanel.html']) {
    const surface = await rapport.open(`${page}?tab=${tabId}`)
    const said = surface.getByText(/“Mocks a customer”, Ines, \w+ \d+, \d{4}/)
    await said.waitFor()
    expect(await said.count()).toBe(1)
    await surface.close()
  }
})

it('the sheet as a file has its dates, its sample and the decision', async () => {
  await dashboard.bringToFront()
  const [file] = await Promise.all([
    dashboard.waitForEvent('download'),
    dashboard.getByRole('button', { name: 'HTML', exact: true }).click(),
  ])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  const html = readFileSync(path, 'utf8')
  expect(html).toMatch(/Rests on pages captured from \d{4}-\d\d-\d\d \d\d:\d\d UTC/)
  expect(html).toMatch(/visible sample of [1-9]\d*/)
  expect(html).toContain('Rejected by Ines')
  expect(html).toContain('Mocks a customer')
  expect(html).not.toContain('<script')
})

it('a draft rule is tried on the stored posts, and switched on from there', async () => {
  const { pathname } = new URL(profile)
  await rapport.send('partner.track', {
    platform: 'instagram',
    handle: pathname.replaceAll('/', ''),
    name: null,
    url: profile,
  })
  await tab.bringToFront()
  await tab.reload()
  await tab.locator('rapport-badge button').first().waitFor()
  const word = (await tab.locator('article, main').first().innerText()).match(/\b[a-z]{6,}\b/)?.[0] ?? 'the'
  const at = new Date().toISOString()
  const rule = {
    id: 'draft-rule',
    kind: 'banned-phrase',
    params: { phrases: [word, 'the', 'and'] },
    severity: 'high',
    weight: 'must',
  } as const
  const saved = await rapport.send('guideline.save', {
    id: '01M7WD7TG0D4R6AAFMRCQD7KRV',
    name: 'Draft',
    brand: '',
    active: false,
    partnerIds: null,
    rules: [rule],
    version: 1,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  })
  const page = await rapport.open(`dashboard.html#/guidelines/${saved.id}?try=stored`)
  const found = page.locator('dl.figures div', { hasText: 'New' }).locator('dd')
  await found.waitFor()
  expect(Number(await found.innerText())).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Save and switch on' }).click()
  await page.getByRole('button', { name: 'Save and switch on' }).waitFor({ state: 'detached' })
  expect(await page.getByLabel(/^Active/).isChecked()).toBe(true)
})

it('asked the network for nothing', () => {
  expect(rapport.requests).toEqual([])
  expect(rapport.complaints).toEqual([])
})
