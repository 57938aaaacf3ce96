// How much reading and keeping cost, as a multiple of the least the browser could do for the same work.
// Ratios, because they can be compared between machines; each pair is measured in one run, in one page.
import { resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findOrInstallChromium } from '../harness/browser.ts'
import { bundleForPage } from '../harness/bundle.ts'
import { servePage, urls } from '../sample-sites/index.ts'
import { round, type Row, type Table } from './table.ts'
import { median } from './timing.ts'

const POSTS = 1_000
const INGEST_RUNS = 3

export async function tables(): Promise<Table[]> {
  return [
    {
      title: 'pages',
      columns: ['ms', 'baseMs', 'ratio'],
      rows: await measure(),
      note: 'baseMs: visit every element once (read); put as many rows into a bare table (keep).',
    },
  ]
}

async function measure(): Promise<Row[]> {
  const code = await bundleForPage(resolve(import.meta.dirname, 'in-page.ts'), 'bench')
  const browser = await chromium.launch({ executablePath: await findOrInstallChromium() })
  try {
    const now = new Date()
    const context = await browser.newContext()
    await context.route('**/*', (route, request) => {
      const body = servePage(request.url(), now)
      return body === null ? route.abort() : route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
    })
    const page = await context.newPage()
    const results: Row[] = []
    for (const { url, site, kind } of onePerKind(now)) {
      await page.goto(url)
      await page.evaluate(code)
      const { posts, elements, ms, baseMs } = await page.evaluate(() => bench.readThisPage())
      results.push(rowOf(`read ${site} ${kind} (${posts} posts, ${elements} elements)`, ms, baseMs))
    }
    results.push(await ingestRow(page))
    return results
  } finally {
    await browser.close()
  }
}

async function ingestRow(page: Page): Promise<Row> {
  const runs: { ms: number; baseMs: number }[] = []
  for (let run = 0; run < INGEST_RUNS; run++) runs.push(await page.evaluate((count) => bench.keepPosts(count), POSTS))
  const middle = (key: 'ms' | 'baseMs') => median(runs.map((run) => run[key]))
  return rowOf(`keep ${POSTS} posts`, middle('ms'), middle('baseMs'))
}

function onePerKind(now: Date) {
  const seen = new Set<string>()
  return urls(now).filter(({ site, kind }) => {
    const key = `${site} ${kind}`
    return !seen.has(key) && seen.add(key)
  })
}

function rowOf(name: string, ms: number, baseMs: number): Row {
  return { name, figures: { ms: round(ms), baseMs: round(baseMs), ratio: round(ms / baseMs) } }
}

declare global {
  var bench: typeof import('./in-page.ts')
}
