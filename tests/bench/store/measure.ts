// The six figures of a full record, each on the built extension as a person meets it.
import type { CDPSession, Page } from 'playwright-core'
import { buildExtension } from '../../harness/build.ts'
import type { Rapport } from '../../harness/launch.ts'
import { openBare, openSeeded } from './profile.ts'
import { handleOf } from './rows.ts'

export const OPENINGS = 9
export const LOOKS = 10
export const AFTER = 30
const SETTLE_MS = 600

/** By the clock, and of that the time that the page's main thread was at work; in milliseconds. */
export interface Opening {
  readonly ms: number
  readonly cpuMs: number
}

export interface Measured {
  readonly partners: number
  readonly dashboard: readonly Opening[]
  readonly partnerPage: readonly Opening[]
  readonly panelMs: readonly number[]
  readonly healthMs: readonly number[]
  readonly summaryMs: readonly number[]
  /** Of looks at `postsPerLook` new posts. */
  readonly lookMs: readonly number[]
  readonly postsPerLook: number
  /** Milliseconds per partner when everyone's summary is kept for the first time. */
  readonly summarizeMs: number
}

export async function measure(partners: number): Promise<Measured> {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  const seeded = await openSeeded(extensionDir, partners)
  const { rapport } = seeded
  const say = (what: string) => console.error(`store: ${partners} partners, ${what}`)
  try {
    const work = await openBare(rapport, 'in-page.ts', 'storeBench')
    await work.evaluate(() => storeBench.untilQuiet())
    say('first summaries')
    const summarizeMs = (await work.evaluate(() => storeBench.summarizeAll())) / partners
    say('pages')
    const dashboard = await openings(rapport)
    const partnerPage = await partnerPages(rapport)
    const panelMs = await tabSwitches(rapport)
    say('new posts')
    const after = await work.evaluate(([count, n]) => storeBench.afterOnePost(count, n), [partners, AFTER] as const)
    const lookMs = await work.evaluate((looks) => storeBench.take(looks), LOOKS)
    const postsPerLook = await work.evaluate(() => storeBench.postsPerLook())
    return { partners, ...after, dashboard, partnerPage, panelMs, summarizeMs, lookMs, postsPerLook }
  } finally {
    await seeded.close()
  }
}

/** Processor time that the page's main thread has used so far, in milliseconds. */
async function meter(page: Page): Promise<() => Promise<number>> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
}

/** Until the rows are drawn and a click on the button of the shortcuts has opened its dialog. */
export async function openings(rapport: Rapport, times = OPENINGS): Promise<Opening[]> {
  const found: Opening[] = []
  for (let i = 0; i < times; i++) {
    const page = await rapport.open('manifest.json')
    const cpu = await meter(page)
    const before = await cpu()
    await page.addInitScript(() => {
      if (!location.pathname.endsWith('dashboard.html')) return
      Object.assign(globalThis, {
        interactive: (async () => {
          while (!document.querySelector('.attention-who, main .columns .empty'))
            await new Promise((drawn) => requestAnimationFrame(drawn))
          await new Promise((later) => setTimeout(later))
          document.querySelector<HTMLElement>('nav button')?.click()
          while (!document.querySelector('dialog[open]')) await new Promise((drawn) => requestAnimationFrame(drawn))
          return performance.now()
        })(),
      })
    })
    await page.goto(page.url().replace('manifest.json', 'dashboard.html'))
    const ms = await page.evaluate(() => (globalThis as unknown as { interactive: Promise<number> }).interactive)
    found.push({ ms, cpuMs: (await cpu()) - before })
    await page.close()
  }
  return found
}

/** From a click on a row of the partners table until the partner's health and posts are drawn. */
export async function partnerPages(rapport: Rapport, times = OPENINGS): Promise<Opening[]> {
  const page = await rapport.open('dashboard.html#/partners')
  const cpu = await meter(page)
  const found: Opening[] = []
  for (let i = 0; i < times; i++) {
    const link = page.locator('main table tbody tr th a').nth(3 + i * 7)
    await link.waitFor()
    // What was read for the list and for the page before is no part of this one.
    await page.waitForTimeout(SETTLE_MS)
    const name = (await link.textContent()) ?? ''
    const before = await cpu()
    const ms = await link.evaluate(async (clicked, title) => {
      const start = performance.now()
      ;(clicked as HTMLElement).click()
      for (;;) {
        await new Promise((drawn) => requestAnimationFrame(drawn))
        const isShown = document.querySelector('main h1')?.textContent === title
        if (isShown && document.querySelector('main .health') && document.querySelector('main .post'))
          return performance.now() - start
        if (performance.now() - start > 30_000) throw new Error(`${title} is not shown`)
      }
    }, name)
    found.push({ ms, cpuMs: (await cpu()) - before })
    await page.locator('main a.back').click()
  }
  await page.close()
  return found
}

/**
 * The panel's page in a tab of its own is told of the switch and then asks for the active tab, as the real panel does.
 * Until its heading and its health are those of the other tab's partner.
 */
export async function tabSwitches(rapport: Rapport, times = OPENINGS): Promise<number[]> {
  const tabs: Page[] = []
  for (const p of [4, 8]) {
    const tab = await rapport.context.newPage()
    await tab.goto(`https://x.com/${handleOf(p)}`)
    tabs.push(tab)
  }
  const panel = await rapport.open('sidepanel.html')
  const found: number[] = []
  for (let i = 0; i < times; i++) {
    await panel.evaluate(
      (name) => {
        Object.assign(globalThis, {
          switched: new Promise<number>((done) => {
            chrome.tabs.onActivated.addListener(function heard() {
              chrome.tabs.onActivated.removeListener(heard)
              const start = performance.now()
              // A page behind another draws no frames, so its document is looked at as it changes.
              const observer = new MutationObserver(() => {
                if (document.querySelector('h1')?.textContent !== name || !document.querySelector('.health')) return
                observer.disconnect()
                done(performance.now() - start)
              })
              observer.observe(document.body, { subtree: true, childList: true, characterData: true })
            })
          }),
        })
      },
      `Creator ${[4, 8][i % 2]}`,
    )
    await tabs[i % 2]?.bringToFront()
    found.push(await panel.evaluate(() => (globalThis as unknown as { switched: Promise<number> }).switched))
    // What it reads after the partner itself is no part of the next switch.
    await panel.waitForTimeout(SETTLE_MS)
  }
  await panel.close()
  for (const tab of tabs) await tab.close()
  return found
}

declare global {
  var storeBench: typeof import('./in-page.ts')
}
