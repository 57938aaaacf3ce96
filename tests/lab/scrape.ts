import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { BadInput, readInput } from './bad-input.ts'
import { openPageReader, platformOf, type SavedPage } from './page-reader.ts'

const USAGE = 'usage: lab scrape URL FILE.html'
const USAGE_ALL = 'usage: lab scrape-all DIR --out OUT'

/** `lab scrape URL FILE.html`: prints what the built extension reads of a saved page shown under URL. */
export async function scrape(args: string[]): Promise<void> {
  const { positionals } = parse(args, USAGE)
  const [url, file, ...rest] = positionals
  if (url === undefined || file === undefined || rest.length > 0) throw new BadInput(USAGE)
  const page: SavedPage = { url: checkUrl(url, 'URL'), html: await readInput(file), platform: null }
  const platform = platformOf(page)
  if (platform === null) throw new BadInput(`${file}: no adapter reads ${new URL(url).host}`)
  const reader = await openPageReader([page])
  try {
    const reading = await reader.read(page).catch((error: unknown) => {
      throw new BadInput(`${file}: ${reasonOf(error)}`)
    })
    process.stdout.write(`${JSON.stringify(reading)}\n`)
  } finally {
    await reader.close()
  }
}

/** `lab scrape-all DIR --out OUT`: every capture of DIR; prints how many were written, failed and skipped. */
export async function scrapeAll(args: string[]): Promise<void> {
  const { positionals, values } = parse(args, USAGE_ALL)
  const [dir, ...rest] = positionals
  if (dir === undefined || values.out === undefined || rest.length > 0) throw new BadInput(USAGE_ALL)
  const summary = await scrapeFolder(dir, values.out)
  process.stdout.write(`${JSON.stringify(summary)}\n`)
  if (summary.failed.length > 0) process.exitCode = 2
}

export interface Summary {
  pages: number
  written: number
  /** `<site>/<name>` of pages that could not be read; why is on stderr. */
  failed: string[]
  /** Pages of sites that no adapter reads. */
  skipped: string[]
}

/**
 * Reads `DIR/<site>/<name>.html` for every `<name>.observation.json` (of which only `url` and `platform` are
 * used) and writes `OUT/<site>/<name>.actual.json`. `only` narrows it to some sites' folders.
 * @throws BadInput when the folder as a whole is unusable; one bad page only fails itself
 */
export async function scrapeFolder(dir: string, out: string, only?: readonly string[]): Promise<Summary> {
  const names = (await capturesIn(dir)).filter((name) => !only || only.includes(dirname(name)))
  if (names.length === 0) throw new BadInput(`${dir}: holds no <site>/<name>.observation.json`)
  const summary: Summary = { pages: names.length, written: 0, failed: [], skipped: [] }
  const fail = (name: string, error: unknown) => {
    summary.failed.push(name)
    console.error(error instanceof BadInput ? error.message : `${join(dir, name)}.html: ${reasonOf(error)}`)
  }
  const pages = new Map<string, SavedPage>()
  for (const name of names) {
    try {
      const page = await readCapture(join(dir, name))
      if (platformOf(page) === null) {
        summary.skipped.push(name)
        console.error(`${join(dir, name)}.html: skipped, no adapter reads ${page.platform}`)
      } else pages.set(name, page)
    } catch (error) {
      fail(name, error)
    }
  }
  if (pages.size === 0) return summary
  const reader = await openPageReader([...pages.values()])
  try {
    for (const [name, page] of pages) {
      try {
        const reading = await reader.read(page)
        await write(join(out, `${name}.actual.json`), `${JSON.stringify(reading, null, 1)}\n`)
        summary.written++
      } catch (error) {
        fail(name, error)
      }
    }
  } finally {
    await reader.close()
  }
  return summary
}

/** `<site>/<name>` of every capture in a folder. @throws BadInput when there is no such folder */
export async function capturesIn(dir: string): Promise<string[]> {
  const files = await readdir(dir, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new BadInput(`${dir}: ${error.code === 'ENOENT' ? 'no such folder' : error.message}`)
  })
  const captures = files.map((file) => file.replaceAll('\\', '/')).filter((file) => /^[^/]+\/[^/]+$/.test(file))
  return captures.flatMap((file) => (file.endsWith(SUFFIX) ? file.slice(0, -SUFFIX.length) : [])).toSorted()
}
const SUFFIX = '.observation.json'

async function readCapture(path: string): Promise<SavedPage> {
  const file = path + SUFFIX
  let expected: unknown
  try {
    expected = JSON.parse(await readInput(file))
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput(`${file}: not JSON: ${reasonOf(error)}`)
  }
  const { url, platform } = Object(expected) as { url?: unknown; platform?: unknown }
  if (typeof url !== 'string' || typeof platform !== 'string') throw new BadInput(`${file}: has no url and platform`)
  return { url: checkUrl(url, file), platform, html: await readInput(`${path}.html`) }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  } catch (error) {
    throw new BadInput(`${file}: cannot be written: ${reasonOf(error)}`)
  }
}

function checkUrl(url: string, where: string): string {
  if (URL.parse(url)?.protocol !== 'https:') throw new BadInput(`${where}: ${JSON.stringify(url)} is no https address`)
  return url
}

function parse(args: string[], usage: string) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } })
  } catch (error) {
    throw new BadInput(`${reasonOf(error)}; ${usage}`)
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
