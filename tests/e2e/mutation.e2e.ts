import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sites } from '../../lib/sites/index.ts'
import { findOrInstallChromium } from '../harness/browser.ts'
import { capturesIn } from '../lab/scrape.ts'
import type { mutate, Row } from './mutation/in-page.ts'

/** Third-party pages with hand-checked observations; they lie beside the repository, never in it. */
const CAPTURES = resolve(import.meta.dirname, '../../../shared/captures')
/** When every page is read, so that "3h" is the same moment each time. */
const NOW = '2026-11-22T12:00:00.000Z'
/** A saved page is shown as it was saved: its scripts do not run and it fetches nothing. */
const AS_SAVED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/** The least share of a site's values that has to be read after the changes. */
const LEAST = 0.9

type Runner = typeof globalThis & { runner: { mutate: typeof mutate } }
interface Tally {
  pages: number
  changes: number
  values: number
  kept: number
  reported: number
  watched: number
  aimed: number
  aimedKept: number
  /** What the changes that aim at a field took from it. */
  lost: string[]
  silent: string[]
  wrong: string[]
}

// In CI they have to be there; elsewhere these tests are skipped by name.
describe.runIf(existsSync(CAPTURES) || process.env['CI'])(
  'the real captures of ../shared/captures, changed as a redesign might change them',
  () => {
    let browser: Browser
    const tallies = new Map<string, Tally>()

    beforeAll(async () => {
      if (!existsSync(CAPTURES)) throw new Error(`${CAPTURES} is missing`)
      browser = await chromium.launch({
        executablePath: await findOrInstallChromium(),
        args: ['--no-sandbox', '--disable-gpu'],
      })
      const context = await browser.newContext({ timezoneId: 'UTC' })
      let served = ''
      // Nothing leaves this machine: every address gets the saved page, and what it refers to gets nothing.
      await context.route('**/*', (route) =>
        route.request().isNavigationRequest()
          ? route.fulfill({
              body: served,
              contentType: 'text/html; charset=utf-8',
              headers: { 'content-security-policy': AS_SAVED },
            })
          : route.abort(),
      )
      const page = await context.newPage()
      const script = await bundle()
      const ids = new Set(sites.map(({ id }) => id))
      for (const name of await capturesIn(CAPTURES)) {
        const site = dirname(name)
        if (!ids.has(site)) continue
        served = readFileSync(join(CAPTURES, `${name}.html`), 'utf8')
        add(site, name, await rowsOf(page, script, site, addressOf(name)))
      }
      print(tallies)
    }, 900_000)

    afterAll(() => browser?.close())

    function add(site: string, name: string, rows: readonly Row[]) {
      const tally = tallies.get(site) ?? {
        pages: 0,
        changes: 0,
        values: 0,
        kept: 0,
        reported: 0,
        watched: 0,
        aimed: 0,
        aimedKept: 0,
        lost: [],
        silent: [],
        wrong: [],
      }
      tallies.set(site, tally)
      tally.pages++
      for (const { change, outcome, aimed } of rows) {
        const { kept, reported, watched, silent, wrong } = outcome
        tally.changes++
        tally.kept += kept
        tally.reported += reported
        tally.watched += watched
        tally.values += kept + reported + watched + silent.length + wrong.length
        for (const { field, kept: still, of } of aimed) {
          tally.aimed += of
          tally.aimedKept += still
          if (still < of) tally.lost.push(`${name} | ${change} | ${of - still} of ${of} ${field}`)
        }
        tally.silent.push(...silent.map((what) => `${name} | ${change} | ${what}`))
        tally.wrong.push(...wrong.map((what) => `${name} | ${change} | ${what}`))
      }
    }

    it('are nearly all still read', () => {
      expect(below(({ kept, values }) => kept / values)).toEqual([])
    })

    it('are nearly all read by another strategy where the one that won has lost its hook', () => {
      expect(below(({ aimedKept, aimed }) => aimedKept / aimed)).toEqual([])
    })

    it('are never read wrongly', () => {
      expect([...tallies.values()].flatMap(({ wrong }) => wrong)).toEqual([])
    })

    it('lose nothing without saying so, on the page or, where many posts lack it, after some pages', () => {
      expect([...tallies.values()].flatMap(({ silent }) => silent)).toEqual([])
    })

    /** The sites of which less is read, and what they lose to changes that aim at a field. */
    const below = (share: (tally: Tally) => number) =>
      [...tallies].filter(([, tally]) => share(tally) < LEAST).map(([site, { lost }]) => ({ site, lost }))
  },
)

async function rowsOf(page: Page, script: string, site: string, address: string): Promise<Row[]> {
  await page.goto('about:blank')
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await page.evaluate(script)
  return page.evaluate(([id, url, now]) => (globalThis as Runner).runner.mutate(id, url, now), [
    site,
    address,
    NOW,
  ] as const)
}

function addressOf(name: string): string {
  const { url } = Object(JSON.parse(readFileSync(join(CAPTURES, `${name}.observation.json`), 'utf8'))) as {
    url?: unknown
  }
  if (typeof url !== 'string') throw new Error(`${name}.observation.json has no url`)
  return url
}

const percent = (part: number, whole: number) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`)

function print(tallies: ReadonlyMap<string, Tally>): void {
  for (const [site, tally] of tallies) {
    const { pages, changes, values, kept, reported, watched, aimed, aimedKept, silent, wrong } = tally
    console.log(
      [
        site,
        `${pages} pages`,
        `${changes} changes`,
        `${values} values`,
        `kept ${percent(kept, values)}`,
        `of those aimed at ${percent(aimedKept, aimed)}`,
      ]
        .concat([
          `reported ${reported}`,
          `told by the drift watch ${watched}`,
          `silent ${silent.length}`,
          `wrong ${wrong.length}`,
        ])
        .join('  '),
    )
  }
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: resolve(import.meta.dirname, 'mutation/in-page.ts'),
        formats: ['iife'],
        name: 'runner',
        fileName: 'runner',
      },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error('the bundle is empty')
  // A script's top-level `var` is not global when it is evaluated as a function's body.
  return `${chunk.code}\nglobalThis.runner = runner`
}
