import { creators, figuresOf, urls } from '../sample-sites/index.ts'
import { buildExtension } from './build.ts'
import type { Rapport } from './launch.ts'
import { openSampleBrowser } from './sample-browser.ts'
import type { SampleServer } from './sample-server.ts'
import { readSamplePage } from './sample-visit.ts'
import { readRecord, summarise, tableOf, type SampleRow } from './sample-report.ts'

// npm start: Rapport in a browser of its own, on sample sites with invented creators.
// npm start -- --headless: the same without a window; reads every sample page and prints what it found.

const say = (words: string) => console.error(words)

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--headless')
  if (unknown !== undefined) {
    say(`Unknown option ${unknown}. Use: npm start, or npm start -- --headless`)
    return 2
  }
  const asked = args.includes('--headless')
  if (!asked && !hasDisplay()) say('There is no display here, so this runs as with --headless.')
  const headless = asked || !hasDisplay()

  say('Building the extension …')
  const extensionDir = await buildExtension({ browser: 'chrome' })
  say('Starting a browser with Rapport in it …')
  const { rapport, server } = await openSampleBrowser({
    extensionDir,
    headless,
    ...(headless ? {} : { viewport: null, ownsInterrupt: true }),
  })
  try {
    return headless ? await readEverything(rapport, server) : await stayOpen(rapport, server)
  } finally {
    await rapport.close()
  }
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

async function stayOpen(rapport: Rapport, server: SampleServer): Promise<number> {
  const { context } = rapport
  const closed = new Promise<void>((resolve) => context.on('close', () => resolve()))
  const interrupted = new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  await rapport.open('dashboard.html')
  // The browser opens with an empty tab.
  const page = context.pages().find((open) => open.url() === 'about:blank') ?? (await context.newPage())
  await page.goto(server.start)
  await page.bringToFront()
  say(`
Open now: the list of sample pages (${server.start}) and Rapport's dashboard.
Follow a link to see badges on posts; Rapport's button in the toolbar opens the popup and the side panel.
The sample sites exist only in this browser, and nothing in it reaches the network.
(The tab with manifest.json is this script's own: it talks to Rapport through it.)
To stop: Ctrl+C here, or close the browser.`)
  await Promise.race([closed, interrupted])
  return 0
}

async function readEverything(rapport: Rapport, server: SampleServer): Promise<number> {
  const pages = urls(server.now)
  const tab = await rapport.context.newPage()
  const problems: string[] = []
  // The pages whose caption changes once more at the end: the change is what the second look finds.
  const visits = [...pages, ...pages.filter((page) => page.edited)]
  for (const [index, page] of visits.entries()) {
    say(`Reading ${index + 1} of ${visits.length}: ${page.url}`)
    const problem = await readSamplePage(rapport, tab, page)
    if (problem === null) continue
    problems.push(`${page.url} was not read: ${problem}`)
    // More of the same would only take longer.
    if (problems.length === 3) break
  }
  const store = await readRecord(rapport)
  const rows = await summarise(store, new Date())
  console.log(tableOf(rows))
  problems.push(...differences(rows))
  if (rapport.requests.length > 0) problems.push(`Requests left the extension: ${rapport.requests.length}`)
  for (const problem of problems) say(problem)
  return problems.length === 0 ? 0 : 1
}

/** Where the record and the sample pages do not agree, in words. */
function differences(rows: readonly SampleRow[]): string[] {
  return creators.flatMap((creator) => {
    const wanted = figuresOf(creator)
    const row = rows.find(({ partner }) => partner === creator.name)
    if (!row) return [`${creator.name}: not in the record`]
    return (['posts', 'comments', 'edits'] as const).flatMap((what) =>
      row[what] === wanted[what] ? [] : [`${creator.name}: ${row[what]} ${what} read, ${wanted[what]} on the pages`],
    )
  })
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
