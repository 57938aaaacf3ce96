import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import { readSamplePage } from '../harness/sample-visit.ts'
import { urls } from '../sample-sites/index.ts'

const LABEL = 'Every post shall carry the label "#ad" at the beginning of the caption.'
const SUSPENSION =
  'The Brand may suspend all posting immediately upon written notice while an investigation is pending.'
const CONTRACT = `INFLUENCER AGREEMENT

1. Disclosure
${LABEL}

2. Suspension
${SUSPENSION}

3. Governing law
This agreement is governed by the laws of Ireland.`

let rapport: Rapport
let page: Page
beforeAll(async () => {
  const opened = await openSampleBrowser({ extensionDir: await buildExtension({ browser: 'chrome' }) })
  ;({ rapport } = opened)
  page = await rapport.context.newPage()
  for (const one of urls(opened.server.now).filter(
    ({ creator, site }) => creator === 'Theo Marchetti' && site === 'tiktok',
  )) {
    const problem = await readSamplePage(rapport, page, one)
    if (problem !== null) throw new Error(`${one.url}: ${problem}`)
  }
  await page.close()
  page = await rapport.open('dashboard.html#/agreements')
})
afterAll(async () => rapport?.close())

const go = (view: string) => page.getByRole('navigation').getByRole('link', { name: view }).first().click()
const said = (words: string | RegExp) => page.getByText(words).first().waitFor()

it('a pasted contract gives its clauses in their exact words, and nothing is checked before a person confirms them', async () => {
  await page
    .getByRole('link', { name: 'Add an agreement' })
    .or(page.getByRole('button', { name: 'Add an agreement' }))
    .click()
  await page.getByLabel('The contract or brief').fill(CONTRACT)
  await page.getByLabel('Title').fill('Autumn')
  await page.getByLabel('Creator').selectOption({ label: 'Theo Marchetti' })
  await page.getByLabel('Your name').fill('Ines')
  await page.getByRole('button', { name: 'Keep it and find its clauses' }).click()
  await said('To be confirmed')
  const found = page.getByRole('region', { name: 'To be confirmed' }).locator('blockquote')
  expect(await found.allTextContents()).toEqual([LABEL, SUSPENSION])
  await said('Nothing is confirmed yet, so nothing is checked.')
  await page.getByLabel('Holds from').fill('2020-01-01')
  await page.getByRole('button', { name: 'Save dates and title' }).click()
  for (const clause of ['Disclosure label', 'Suspension of posting']) {
    await page.getByRole('button', { name: `Confirm: ${clause}` }).click()
    await page.getByRole('button', { name: `Remove from the checks: ${clause}` }).waitFor()
  }
  await said('Everything that was found is decided.')
})

it('an alert about a post without the label quotes the clause', async () => {
  await go('Attention')
  await said(/^Without the label that the agreement asks for: “Obsessed with these oat bars/)
  await page.getByRole('figure').getByText(LABEL).first().waitFor()
  expect(await page.getByRole('link', { name: 'Open the agreement' }).count()).toBeGreaterThan(0)
})

it('an open incident makes the suspension clause a task', async () => {
  await go('Incidents')
  await page
    .getByRole('link', { name: 'Open an incident' })
    .or(page.getByRole('button', { name: 'Open an incident' }))
    .first()
    .click()
  await page.getByLabel('Creator').selectOption({ label: 'Theo Marchetti' })
  await page.getByLabel('What happened').fill('Hidden advertising')
  await page.getByRole('button', { name: 'Open it' }).click()
  await page.getByRole('heading', { name: 'Risk matrix' }).waitFor()
  await go('Attention')
  await said('An incident is open, and the agreement says how posting is suspended. Decide whether it is.')
  await page.getByRole('figure').getByText(SUSPENSION).first().waitFor()
  expect(await page.getByRole('figure').getByText(SUSPENSION).count()).toBe(1)
})

it('exported, it is one page with its gaps and the banner that counsel should review it', async () => {
  await go('Agreements')
  await page.getByRole('link', { name: 'Autumn' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as a page to print' }).click(),
  ])
  const html = readFileSync(await file.path(), 'utf8')
  expect(html).toContain('Have counsel review this.')
  expect(html).toContain('Definition of a crisis')
  expect(html).toContain('Response time')
  expect(html).not.toMatch(/(?:src|href)="https?:/)
  expect(rapport.requests).toEqual([])
  expect(rapport.complaints).toEqual([])
})
