import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capturesIn, scrapeFolder, type Summary } from '../lab/scrape.ts'

/** Third-party pages with hand-checked observations; they lie beside the repository, never in it. */
const CAPTURES = resolve(import.meta.dirname, '../../../shared/captures')
const SITES = [
  'bluesky',
  'facebook',
  'instagram',
  'linkedin',
  'mastodon',
  'reddit',
  'threads',
  'tiktok',
  'twitch',
  'x',
  'youtube',
]
/** The sites whose markup is open or stable enough to promise every post. */
const PROMISED = ['bluesky', 'mastodon', 'reddit', 'x']

interface Counts {
  /** Posts and comments: expected, actual, matched. */
  pe: number
  pa: number
  pm: number
  ce: number
  ca: number
  cm: number
}
/** Expected, correct, wrongly reported, rounder than the page. */
type Fields = Record<'e' | 'c' | 'w' | 'r', number>
interface Scorer {
  compare(expected: unknown, actual: unknown): { n: Counts; s: Fields }
  overall(fields: Fields): number
}

const read = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)
/** Nothing found where there is nothing (X has no capture with comments) is all of it. */
const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

// In CI they have to be there; elsewhere these tests are skipped by name.
describe.runIf(existsSync(CAPTURES) || process.env['CI'])(
  'the real captures of ../shared/captures, read through the built extension',
  () => {
    let out = ''
    let summary: Summary
    let names: string[]
    let scorer: Scorer
    beforeAll(async () => {
      if (!existsSync(CAPTURES)) throw new Error(`${CAPTURES} is missing`)
      out = mkdtempSync(join(tmpdir(), 'rapport-captures-'))
      scorer = (await import(pathToFileURL(join(CAPTURES, 'score.mjs')).href)) as Scorer
      names = await capturesIn(CAPTURES)
      summary = await scrapeFolder(CAPTURES, out, SITES)
    })
    afterAll(() => {
      if (out) rmSync(out, { recursive: true, force: true })
    })

    function score(sites: readonly string[]): { overall: number; n: Counts } {
      const n: Counts = { pe: 0, pa: 0, pm: 0, ce: 0, ca: 0, cm: 0 }
      const fields: Fields = { e: 0, c: 0, w: 0, r: 0 }
      for (const name of names.filter((file) => sites.includes(dirname(file)))) {
        const expected = read(join(CAPTURES, `${name}.observation.json`))
        const result = scorer.compare(expected, read(join(out, `${name}.actual.json`)))
        for (const key of ['pe', 'pa', 'pm', 'ce', 'ca', 'cm'] as const) n[key] += result.n[key]
        for (const key of ['e', 'c', 'w', 'r'] as const) fields[key] += result.s[key]
      }
      return { overall: scorer.overall(fields), n }
    }

    it('are all read', () => {
      expect(summary.failed).toEqual([])
      expect(summary.skipped).toEqual([])
      expect(summary.written).toBe(summary.pages)
    })

    it('give at least nine of ten fields right over all sites', () => {
      expect(score(SITES).overall).toBeGreaterThanOrEqual(0.9)
    })

    it.each(PROMISED)('give nearly every post and comment of %s, and nearly none that is not there', (site) => {
      const { n } = score([site])
      expect(share(n.pm, n.pe)).toBeGreaterThanOrEqual(0.95)
      expect(share(n.pm, n.pa)).toBeGreaterThanOrEqual(0.97)
      expect(share(n.cm, n.ce)).toBeGreaterThanOrEqual(0.95)
      expect(share(n.cm, n.ca)).toBeGreaterThanOrEqual(0.97)
    })
  },
)
