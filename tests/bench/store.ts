// What a full record costs: 1,000 partners beside 100, in the built extension's own IndexedDB in a real Chromium.
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { buildExtension } from '../harness/build.ts'
import { bundleForPage } from '../harness/bundle.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'
import { COMMENTS, handleOf, partnerOf, POSTS } from './store/rows.ts'
import { round, type Row, type Table } from './table.ts'
import { median, percentile } from './timing.ts'

const SIZES = [100, 1_000] as const
const OPENINGS = 9
const TAKEN = 2_000
const AFTER = 30

interface Measured {
  readonly dashboardMs: number[]
  readonly partnerMs: number[]
  readonly panelMs: number[]
  readonly healthMs: number[]
  readonly summaryMs: number[]
  readonly postsPerSecond: number
  /** Milliseconds per partner when everyone's summary is kept for the first time. */
  readonly summarizeMs: number
}

export async function tables(): Promise<Table[]> {
  const [small, large] = [await measure(SIZES[0]), await measure(SIZES[1])]
  const times = (name: string, limit: number, figure: (one: Measured) => readonly number[]): Row => ({
    name,
    figures: {
      small: round(median(figure(small))),
      large: round(median(figure(large))),
      largeP95: round(percentile(figure(large), 95)),
      limit: `<= ${limit}`,
      met: median(figure(large)) <= limit ? 'yes' : 'no',
    },
  })
  const growth = large.summarizeMs / small.summarizeMs
  return [
    {
      title: 'the record',
      columns: ['small', 'large', 'largeP95', 'limit', 'met'],
      rows: [
        times('dashboard interactive, ms', 300, ({ dashboardMs }) => dashboardMs),
        times('partner page, ms', 150, ({ partnerMs }) => partnerMs),
        times('panel after tab switch, ms', 100, ({ panelMs }) => panelMs),
        {
          name: 'taking in new posts, posts/s',
          figures: {
            small: round(small.postsPerSecond),
            large: round(large.postsPerSecond),
            limit: '>= 1000',
            met: large.postsPerSecond >= 1_000 ? 'yes' : 'no',
          },
        },
        times('health of a partner after one new post, ms', 5, ({ healthMs }) => healthMs),
        times('its whole summary after one new post, ms', Infinity, ({ summaryMs }) => summaryMs),
        {
          name: 'first summary, ms per partner',
          figures: {
            small: round(small.summarizeMs),
            large: round(large.summarizeMs),
            limit: '<= 1.25 x small',
            met: growth <= 1.25 ? 'yes' : 'no',
          },
        },
      ].map(withoutEndless),
      note:
        `small: ${say(SIZES[0])}; large: ${say(SIZES[1])}. Medians of ${OPENINGS} openings (${AFTER} posts for health). ` +
        'Dashboard: from the start of the navigation to the first frame with the partners of the attention list, or of the ' +
        'partners table where nobody needs attention. Partner page: from the change of address to the frame with its health. ' +
        'Panel: its page beside the tabs, from the moment the browser tells of the switch to the frame with that partner.',
    },
  ]
}

const say = (partners: number) =>
  `${partners.toLocaleString('en')} partners, ${(partners * POSTS).toLocaleString('en')} posts, ` +
  `${(partners * POSTS * COMMENTS).toLocaleString('en')} comments`

/** A figure that is only told, beside those that have a limit. */
function withoutEndless(row: Row): Row {
  return row.figures['limit'] === '<= Infinity' ? { ...row, figures: { ...row.figures, limit: null, met: null } } : row
}

async function measure(partners: number): Promise<Measured> {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  const code = await bundleForPage(resolve(import.meta.dirname, 'store/in-page.ts'), 'storeBench')
  const rapport = await launchRapport({ extensionDir, granted: ['*://x.com/*'], serve: () => ({ body: '<p>x' }) })
  try {
    const at = Date.now()
    // Any question makes the background open, and so make, the database.
    await rapport.send('tab.context', { tabId: 0 }).catch(() => null)
    const work = await rapport.open('dashboard.html#/settings')
    await work.goto(work.url().replace(/dashboard.*/, 'manifest.json'))
    await work.evaluate(code)
    console.error(`store: filling ${say(partners)}`)
    await work.evaluate(([count, when]) => storeBench.fill(count, when), [partners, at] as const)
    console.error('store: first summaries')
    const summarizeMs = (await work.evaluate(() => storeBench.summarizeAll())) / partners
    console.error('store: pages')
    const dashboardMs = await openings(rapport)
    const partnerMs = await partnerPages(rapport, partners, at)
    const panelMs = await tabSwitches(rapport)
    console.error('store: new posts')
    const after = await work.evaluate(([count, n, when]) => storeBench.afterOnePost(count, n, when), [
      partners,
      AFTER,
      at,
    ] as const)
    const takeMs = await work.evaluate(([count, when]) => storeBench.take(count, when), [TAKEN, at] as const)
    return { ...after, dashboardMs, partnerMs, panelMs, summarizeMs, postsPerSecond: (TAKEN / takeMs) * 1_000 }
  } finally {
    await rapport.close()
  }
}

async function openings(rapport: Rapport): Promise<number[]> {
  const found: number[] = []
  for (let i = 0; i < OPENINGS; i++) {
    const page = await rapport.open('dashboard.html')
    const shown = await page.waitForFunction(
      () => document.querySelector('.attention-who, main .columns .list, main .empty') && performance.now(),
      null,
      { polling: 'raf' },
    )
    found.push(Number(await shown.jsonValue()))
    await page.close()
  }
  return found
}

async function partnerPages(rapport: Rapport, partners: number, at: number): Promise<number[]> {
  const page = await rapport.open('dashboard.html#/partners')
  await page.locator('main table tbody tr').first().waitFor()
  const found: number[] = []
  for (let i = 0; i < OPENINGS; i++) {
    const { id, name } = partnerOf((i * 53 + 7) % partners, at)
    found.push(await timed(page, `#/partners/${id}`, name))
  }
  await page.close()
  return found
}

/** Milliseconds from a change of address to the frame that shows this partner's name and health. */
function timed(page: Page, hash: string, name: string): Promise<number> {
  return page.evaluate(
    async ([to, title]) => {
      const start = performance.now()
      location.hash = to
      for (;;) {
        await new Promise((drawn) => requestAnimationFrame(drawn))
        const isShown = document.querySelector('main h1')?.textContent === title
        if (isShown && document.querySelector('main .health')) return performance.now() - start
        if (performance.now() - start > 30_000) throw new Error(`${title} is not shown`)
      }
    },
    [hash, name] as const,
  )
}

/** The panel's page in a tab of its own is told of the switch, and then asks for the active tab, as the real panel does. */
async function tabSwitches(rapport: Rapport): Promise<number[]> {
  const tabs: Page[] = []
  for (const p of [3, 4]) {
    const tab = await rapport.context.newPage()
    await tab.goto(`https://x.com/${handleOf(p)}`)
    tabs.push(tab)
  }
  const panel = await rapport.open('sidepanel.html')
  const found: number[] = []
  for (let i = 0; i < OPENINGS; i++) {
    const p = 3 + (i % 2)
    await panel.evaluate((name) => {
      Object.assign(globalThis, {
        switched: new Promise<number>((done) => {
          chrome.tabs.onActivated.addListener(function heard() {
            chrome.tabs.onActivated.removeListener(heard)
            const start = performance.now()
            // A page behind another draws no frames, so its document is looked at as it changes.
            const observer = new MutationObserver(() => {
              if (!document.body.textContent?.includes(name) || !document.querySelector('.health')) return
              observer.disconnect()
              done(performance.now() - start)
            })
            observer.observe(document.body, { subtree: true, childList: true, characterData: true })
          })
        }),
      })
    }, `Creator ${p}`)
    await tabs[i % 2]?.bringToFront()
    found.push(await panel.evaluate(() => (globalThis as unknown as { switched: Promise<number> }).switched))
  }
  await panel.close()
  for (const tab of tabs) await tab.close()
  return found
}

declare global {
  var storeBench: typeof import('./store/in-page.ts')
}
