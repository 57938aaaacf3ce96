import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import { readSamplePage } from '../harness/sample-visit.ts'
import { ring, webhooksLater } from '../harness/worker-clock.ts'
import { urls } from '../sample-sites/index.ts'

// A partner's caption changes silently; the team's channel hears of it once, although its server fails twice.

const HOOK = 'https://hooks.example/services/T0/secret'
let rapport: Rapport
let reader: Page
let dashboard: Page
/** What arrived at the team's server, and what it answers; 200 when there is nothing left to say. */
const arrived: string[] = []
const answers: number[] = []
let post: ReturnType<typeof urls>[number]
/** A post that breaks the guideline. */
let failing: typeof post

beforeAll(async () => {
  const opened = await openSampleBrowser({ extensionDir: await buildExtension({ browser: 'chrome' }) })
  rapport = opened.rapport
  rapport.serve(async (url, asked) => {
    if (url.href !== HOOK) return opened.server.serve(url)
    arrived.push(asked?.body ?? '')
    return { body: 'ok', type: 'text/plain', status: answers.shift() ?? 200 }
  })
  const pages = urls(opened.server.now)
  const [edited, bad] = [pages.find((page) => page.edited), pages.find(({ title }) => title.includes('superfood'))]
  if (!edited || !bad) throw new Error('The sample has no edited or no failing post')
  post = edited
  failing = bad
  reader = await rapport.context.newPage()
})
afterAll(async () => rapport?.close())

const read = async () => expect(await readSamplePage(rapport, reader, post)).toBeNull()
const words = () => dashboard.locator('#network').locator('..').innerText()
const toolbarNumber = () => dashboard.evaluate(() => chrome.action.getBadgeText({}))

it('sends nothing before somebody adds a webhook, and shows the number of open alerts on the toolbar', async () => {
  await read()
  expect(await readSamplePage(rapport, reader, failing)).toBeNull()
  dashboard = await rapport.open('dashboard.html#/settings')
  await expect.poll(toolbarNumber).toMatch(/^\d+$/)
  await expect.poll(words).toContain('Requests made: 0')
  expect(rapport.requests).toEqual([])
})

it('refuses an address that is none, then asks for that host alone, and tries it', async () => {
  await dashboard.getByRole('button', { name: 'Add a webhook' }).click()
  await dashboard.getByLabel('Address of the webhook').fill('http://hooks.example/plain')
  await dashboard.getByRole('button', { name: 'Save and allow' }).click()
  await dashboard.getByText('An address that begins with https://').waitFor()
  await dashboard.getByLabel('Address of the webhook').fill(HOOK)
  await rapport.preapprove('https://hooks.example/*')
  await dashboard.getByRole('button', { name: 'Save and allow' }).click()
  await dashboard.getByRole('button', { name: 'Send a test' }).click()
  await dashboard.getByText('Arrived (200)').first().waitFor()
  expect(arrived).toHaveLength(1)
  expect(arrived[0]).toContain('this is a test')
  expect(await dashboard.locator('body').innerText()).not.toContain('secret')
})

it('tells the team of a silent edit once, after two failures', async () => {
  answers.push(500, 503)
  arrived.length = 0
  await read()
  // Alerts are worked out when the page pauses.
  await expect.poll(words, { timeout: 10_000 }).toContain('Not yet (500), again at')
  expect(arrived).toHaveLength(1)
  await rapport.killWorker()
  await webhooksLater(rapport, 2)
  await expect.poll(words).toContain('Not yet (503), again at')
  expect(arrived).toHaveLength(2)
  await webhooksLater(rapport, 6)
  await expect.poll(() => arrived.length).toBe(3)
  await webhooksLater(rapport, 10_000)
  await read()
  await ring(rapport, 'alerts')
  await dashboard.bringToFront()
  await expect.poll(words).toContain('Requests made: 4')
  await expect.poll(words).toMatch(/hooks\.example\s+Alerts\s+3\s+[\d,]+\s+Arrived \(200\)/)
  expect(arrived).toHaveLength(3)
  expect(new Set(arrived).size).toBe(1)
  expect(arrived[0]).toContain('Caption changed silently')
})

it('has asked nobody else', () => {
  expect([...new Set(rapport.requests.map(({ from, url }) => `${from} ${url}`))]).toEqual([`background ${HOOK}`])
})

it('sends nothing any more once the webhook is removed, and undo brings it back', async () => {
  await dashboard.getByRole('button', { name: 'Remove the webhook to hooks.example' }).click()
  await expect.poll(() => dashboard.getByRole('button', { name: 'Send a test' }).count()).toBe(0)
  await dashboard.getByRole('button', { name: 'Undo' }).click()
  await dashboard.getByRole('button', { name: 'Send a test' }).waitFor()
})
