import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import { findOrInstallChromium } from '../harness/browser.ts'
import { describeFixtures } from '../lib/sites/fixture-loop.ts'
import type { readFixture } from '../lib/sites/read-fixture.ts'

/** What the bundle leaves behind in the page. */
type Reader = typeof globalThis & { reader: { readFixture: typeof readFixture } }

let browser: Browser
let page: Page
let script: string
let served = ''

beforeAll(async () => {
  script = await bundle()
  browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  // The pages' clocks stand in local time; the expectations were written in UTC.
  const context = await browser.newContext({ timezoneId: 'UTC', bypassCSP: true })
  // Nothing leaves this machine: every address gets the fixture, and what it refers to gets nothing.
  await context.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ body: served, contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  )
  page = await context.newPage()
})

afterAll(async () => {
  await browser?.close()
})

describeFixtures('Chromium', async ({ site, html, url }) => {
  served = html
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  await page.evaluate(script)
  return page.evaluate(([id, address]) => (globalThis as Reader).reader.readFixture(document, id, address), [
    site,
    url,
  ] as const)
})

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: resolve(import.meta.dirname, '../lib/sites/read-fixture.ts'),
        formats: ['iife'],
        name: 'reader',
        fileName: 'reader',
      },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error('the bundle is empty')
  // A script's top-level `var` is not global when it is evaluated as a function's body.
  return `${chunk.code}\nglobalThis.reader = reader`
}
