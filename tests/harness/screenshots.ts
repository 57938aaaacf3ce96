import { mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { urls, type SamplePage } from '../sample-sites/index.ts'
import { buildExtension } from './build.ts'
import { takeCasePictures } from './case-pictures.ts'
import { openSampleBrowser } from './sample-browser.ts'
import type { Rapport } from './launch.ts'
import { readSamplePage } from './sample-visit.ts'

// npm run screenshots [NAME…]: the README's pictures of every surface, light and dark, from the sample sites.
// npm run screenshots -- --cases FILE.jsonl --out FOLDER [--only ID,ID] [--theme dark] [--width 320]: the side
// panel's card of labelled cases (repeat --cases for several files), into a folder outside the repository.

const FOLDER = resolve(import.meta.dirname, '../../.github/screenshots')
/** Larger pictures make the README slow to open. */
const HEAVY = 150_000

interface Stage {
  readonly rapport: Rapport
  readonly find: (
    creator: string,
    site: SamplePage['site'],
    kind: SamplePage['kind'],
    containing?: string,
  ) => SamplePage
  /** A tab on one of the pages, read and badged. */
  readonly visit: (page: SamplePage) => Promise<{ tab: Page; tabId: number }>
  readonly open: (path: string, size: { width: number; height: number }) => Promise<Page>
}

type Shot = (stage: Stage) => Promise<{ page: Page; until: Locator; clip?: Clip }>
interface Clip {
  x: number
  y: number
  width: number
  height: number
}

/** Each picture by the name of its file. */
const shots: Readonly<Record<string, Shot>> = {
  'overlay-feed': async ({ find, visit }) => {
    const { tab } = await visit(find('Priya Raman', 'mastodon', 'profile'))
    await tab.setViewportSize({ width: 1_000, height: 760 })
    await tab.locator('[role="feed"]').evaluate((feed) => feed.scrollIntoView({ block: 'start' }))
    return { page: tab, until: tab.locator('rapport-badge button').nth(1) }
  },
  'overlay-card': async ({ find, visit }) => {
    const { tab } = await visit(find('Theo Marchetti', 'tiktok', 'post', 'superfood'))
    await tab.setViewportSize({ width: 1_000, height: 680 })
    await tab.locator('rapport-badge button').first().click()
    return { page: tab, until: tab.locator('rapport-card mark').first() }
  },
  'overlay-chip': async ({ find, visit }) => {
    const { tab } = await visit(find('Maya Lindqvist', 'instagram', 'profile'))
    await tab.setViewportSize({ width: 900, height: 460 })
    return { page: tab, until: tab.locator('rapport-chip button').first() }
  },
  popup: async ({ find, visit, open }) => {
    const { tabId } = await visit(find('Theo Marchetti', 'tiktok', 'profile'))
    const page = await open(`popup.html?tab=${tabId}`, { width: 380, height: 600 })
    return { page, until: page.locator('select:has(option:checked:text("Theo Marchetti"))') }
  },
  'side-panel': async ({ find, visit, open }) => {
    const { tabId } = await visit(find('Theo Marchetti', 'tiktok', 'post'))
    const page = await open(`sidepanel.html?tab=${tabId}`, { width: 400, height: 900 })
    return { page, until: page.getByText('Theo Marchetti').first() }
  },
  'dashboard-attention': async ({ open }) => {
    const page = await open('dashboard.html#/attention', { width: 1_080, height: 760 })
    return { page, until: page.getByText('Priya Raman').first() }
  },
  'dashboard-review': async ({ rapport, open }) => {
    await rapport.send('draft.make', {
      id: '01JTSAMP00000000000000DRA1',
      partnerId: '01JTSAMP00000000PARTNER001',
      title: 'Autumn reel',
      platform: 'instagram',
      kind: 'reel',
      deliverableId: null,
      content: {
        caption: 'A guilt-free superfood snack for the last hill. Thanks @tarnwell! #TarnwelTrail',
        media: ['hill.mp4'],
      },
      by: 'Ines Falk',
      submit: '01JTSAMP00000000000000DRA2',
    })
    const page = await open('dashboard.html#/review/01JTSAMP00000000000000DRA1', { width: 1_080, height: 760 })
    return { page, until: page.getByText('Copy corrected caption') }
  },
  'dashboard-partners': async ({ open }) => {
    const page = await open('dashboard.html#/partners', { width: 1_080, height: 620 })
    return { page, until: page.getByText('Priya Raman').first() }
  },
  'dashboard-guideline': async ({ open }) => {
    const page = await open('dashboard.html#/guidelines/01JTSAMP000000STANDARD0001', { width: 1_080, height: 760 })
    await page
      .getByLabel('A caption to try')
      .fill('A guilt-free snack for the last hill. Thanks @tarnwell! #TarnwelTrail')
    await page.locator('.try').getByText('Does not say “guilt-free”').click()
    return { page, until: page.locator('mark').first() }
  },
}

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', multiple: true },
    out: { type: 'string', default: join(tmpdir(), 'rapport-cases') },
    only: { type: 'string', default: '' },
    theme: { type: 'string', default: 'light' },
    width: { type: 'string', default: '400' },
  },
})
if (options.cases) {
  await takeCasePictures({
    files: options.cases,
    only: options.only.split(',').filter(Boolean),
    out: options.out,
    theme: options.theme === 'dark' ? 'dark' : 'light',
    width: Number(options.width),
  })
  process.exit()
}
const extensionDir = await buildExtension({ browser: 'chrome' })
mkdirSync(FOLDER, { recursive: true })
for (const theme of ['light', 'dark'] as const) {
  const { rapport, server } = await openSampleBrowser({ extensionDir, colorScheme: theme })
  try {
    const pages = urls(server.now)
    const reader = await rapport.context.newPage()
    // The dashboard shows what was read, so everything is.
    for (const page of [...pages, ...pages.filter(({ edited }) => edited)]) {
      const problem = await readSamplePage(rapport, reader, page)
      if (problem !== null) throw new Error(`${page.url} was not read: ${problem}`)
    }
    await reader.close()
    const stage = stageOf(rapport, pages)
    for (const [name, shot] of Object.entries(shots)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      await shoot(`${name}-${theme}`, await shot(stage))
    }
  } finally {
    await rapport.close()
  }
}

async function shoot(name: string, { page, until, clip }: Awaited<ReturnType<Shot>>) {
  await until.waitFor()
  const path = join(FOLDER, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', ...(clip ? { clip } : {}) })
  const { size } = statSync(path)
  console.error(`${name}.png ${Math.round(size / 1_000)} kB${size > HEAVY ? ' (heavy)' : ''}`)
  await page.close()
}

function stageOf(rapport: Rapport, pages: readonly SamplePage[]): Stage {
  return {
    rapport,
    find(creator, site, kind, containing = '') {
      const found = pages.find(
        (page) =>
          page.creator === creator && page.site === site && page.kind === kind && page.title.includes(containing),
      )
      if (!found) throw new Error(`No sample page: ${creator}, ${site}, ${kind} ${containing}`)
      return found
    },
    async visit(page) {
      const tab = await rapport.context.newPage()
      const problem = await readSamplePage(rapport, tab, page)
      if (problem !== null) throw new Error(`${page.url}: ${problem}`)
      return { tab, tabId: await rapport.tabId(tab) }
    },
    async open(path, size) {
      const page = await rapport.open('manifest.json')
      await page.setViewportSize(size)
      await page.goto(new URL(path, page.url()).href)
      return page
    },
  }
}
