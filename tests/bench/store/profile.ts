// A browser profile with the seeded record in it, built once a day for each size and copied for each run.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bundleForPage } from '../../harness/bundle.ts'
import { launchRapport, type Rapport } from '../../harness/launch.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const HOME = resolve(ROOT, '.cache/store-bench')
/** All that decides what the rows are. */
const INPUTS = ['tests/bench/store/rows.ts', 'tests/bench/store/texts.ts', 'tests/bench/store/fill.ts'].concat([
  'lib/store/migrations.ts',
  'lib/domain',
  'lib/guidelines',
  'lib/sentiment',
  'lib/sample',
])

export interface Seeded {
  readonly rapport: Rapport
  /** The moment the record was made for, in milliseconds since the epoch. */
  readonly at: number
  close(): Promise<void>
}

/** Starts the extension on a copy of the seeded record: what is measured may change it. */
export async function openSeeded(extensionDir: string, partners: number): Promise<Seeded> {
  const kept = join(HOME, `${keyOf(extensionDir)}-${partners}`)
  if (!existsSync(join(kept, 'at'))) await build(kept, extensionDir, partners)
  const profile = mkdtempSync(join(tmpdir(), 'rapport-store-'))
  cpSync(join(kept, 'profile'), profile, { recursive: true })
  const clean = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  process.once('exit', clean)
  const rapport = await launch(extensionDir, profile).catch((error: unknown) => {
    clean()
    throw error
  })
  return {
    rapport,
    at: Number(readFileSync(join(kept, 'at'), 'utf8')),
    async close() {
      await rapport.close()
      process.off('exit', clean)
      clean()
    },
  }
}

/** An address of the extension's own where none of its code runs. */
export async function openBare(rapport: Rapport, script: string, name: string) {
  const page = await rapport.open('manifest.json')
  await page.evaluate(await bundleForPage(resolve(import.meta.dirname, script), name))
  return page
}

async function build(kept: string, extensionDir: string, partners: number): Promise<void> {
  mkdirSync(HOME, { recursive: true })
  // Yesterday's, and what another generator made.
  for (const name of readdirSync(HOME)) if (name.endsWith(`-${partners}`)) rmSync(join(HOME, name), { recursive: true })
  const at = Date.now()
  const rapport = await launch(extensionDir, join(kept, 'profile'))
  try {
    // Any question makes the background open, and so make, the database.
    await rapport.send('tab.context', { tabId: 0 }).catch(() => null)
    const page = await openBare(rapport, 'fill.ts', 'storeFill')
    console.error(`store: filling a record of ${partners} partners, kept under .cache for the day`)
    await page.evaluate(([count, when]) => storeFill.fill(count, when), [partners, at] as const)
  } finally {
    await rapport.close()
  }
  writeFileSync(join(kept, 'at'), String(at))
}

const launch = (extensionDir: string, userDataDir: string) =>
  launchRapport({ extensionDir, userDataDir, granted: ['*://x.com/*'], serve: () => ({ body: '<p>x' }) })

function keyOf(extensionDir: string): string {
  const hash = createHash('sha256').update(extensionDir).update(new Date().toISOString().slice(0, 10))
  const add = (path: string) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).toSorted()) add(join(path, name))
    else hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const path of INPUTS) add(join(ROOT, path))
  return hash.digest('hex').slice(0, 16)
}

declare global {
  var storeFill: typeof import('./fill.ts')
}
