import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findOrInstallChromium } from '../harness/browser.ts'
import { bundleForPage } from '../harness/bundle.ts'
import { contract } from '../lib/store/contract.ts'

/** Bytes that each origin may use: more than a case needs, less than the case of the full disk asks for. */
const QUOTA = 2_000_000

let browser: Browser
let page: Page
let devtools: CDPSession
let script: string

beforeAll(async () => {
  script = await bundleForPage(resolve(import.meta.dirname, 'store-in-page.ts'), 'storeInPage')
  browser = await chromium.launch({ executablePath: await findOrInstallChromium() })
  page = await browser.newPage()
  await page.route(/store\.test\//, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Store</title>' }),
  )
  devtools = await page.context().newCDPSession(page)
})

afterAll(() => browser?.close())

/** An empty page of an origin of its own. The browser remembers for a while how much room an origin had. */
async function visit(name: string): Promise<void> {
  const origin = `https://${name}.store.test`
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: QUOTA })
  await page.goto(`${origin}/`)
  await page.addScriptTag({ content: script })
}

it.each(contract.map(({ name }, index) => [name, index] as const))('real IndexedDB: %s', async (_name, index) => {
  await visit(`case-${index}`)
  const failure = await page.evaluate((n) => window.runContractCase(n), index)
  expect(failure).toBeNull()
})

it('real IndexedDB: what was acknowledged is there after the page is killed, and nothing half done', async () => {
  await visit('endless')
  await page.evaluate(() => window.startEndlessWrites())
  const acknowledged = await page.evaluate(() => window.acknowledgedWrites(25))
  // As the browser ends a worker: between two instructions, in the middle of a unit of work.
  await visit('endless')
  const { notes, pairs } = await page.evaluate(() => window.countWrites())
  expect(notes).toBeGreaterThanOrEqual(acknowledged)
  expect(pairs).toBe(notes)
})
