import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import { readSamplePage } from '../harness/sample-visit.ts'
import { urls, type SamplePage } from '../sample-sites/index.ts'

// A guest on someone else's page: what Rapport shows may not push the site about or lie on its controls.

let rapport: Rapport
let tab: Page
let pages: SamplePage[]
beforeAll(async () => {
  const sample = await openSampleBrowser({ extensionDir: await buildExtension({ browser: 'chrome' }) })
  rapport = sample.rapport
  pages = urls(sample.server.now)
  tab = await rapport.context.newPage()
})
afterAll(async () => rapport?.close())

/** Runs in the page: how far the site's own text and controls stand lower with our elements than without. */
function pushedDown(): number {
  const ours = [...document.querySelectorAll<HTMLElement>('rapport-badge, rapport-chip')]
  const theirs = [...document.querySelectorAll('a, button, p, span, h1, h2, img')].filter(
    (one) => !ours.includes(one as HTMLElement),
  )
  const tops = () => theirs.map((one) => one.getBoundingClientRect().top)
  const withUs = tops()
  // Their own styles are out of the page's reach, so for a moment they leave it.
  const marks = ours.map((host) => {
    const mark = document.createComment('')
    host.replaceWith(mark)
    return mark
  })
  const withoutUs = tops()
  marks.forEach((mark, i) => mark.replaceWith(ours[i] ?? ''))
  return Math.max(0, ...withUs.map((top, i) => Math.abs(top - (withoutUs[i] ?? top))))
}

/** Runs in the page: the site's buttons of which one of our pills hides a tenth or more; TikTok's whole video is one. */
function coveredButtons(): string[] {
  const hosts = [...document.querySelectorAll('rapport-badge, rapport-chip')]
  const pills = hosts.flatMap((host) => Array.from(host.shadowRoot?.querySelectorAll('.pill, .chip') ?? []))
  const buttons = [...document.querySelectorAll('button, [role="button"]')]
  return pills.flatMap((pill) => {
    const a = pill.getBoundingClientRect()
    return buttons
      .filter((button) => {
        const b = button.getBoundingClientRect()
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        return width > 0 && height > 0 && width * height >= 0.1 * b.width * b.height
      })
      .map((button) => `${pill.textContent} on ${button.getAttribute('aria-label') ?? button.textContent}`)
  })
}

describe.each(['feed', 'profile', 'post'] as const)('on every sample site’s %s', (kind) => {
  it('badges and chip push nothing up or down and lie on no button', async () => {
    const chosen = ['instagram', 'tiktok', 'youtube', 'x', 'bluesky', 'mastodon'].map((site) =>
      pages.find((page) => page.site === site && page.kind === kind),
    )
    for (const page of chosen) {
      if (!page) throw new Error(`A sample site has no ${kind}`)
      expect(await readSamplePage(rapport, tab, page)).toBeNull()
      await tab.locator('rapport-badge button, rapport-chip button').first().waitFor()
      expect({ url: page.url, moved: Math.round(await tab.evaluate(pushedDown)) }).toEqual({ url: page.url, moved: 0 })
      expect({ url: page.url, covered: await tab.evaluate(coveredButtons) }).toEqual({ url: page.url, covered: [] })
    }
  })
})
