import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Read } from './read-fixture.ts'

/** A page as a site would serve it, and what it holds. */
export interface Fixture {
  site: string
  name: string
  html: string
  url: string
  expected: Read | null
}

const FOLDER = resolve(import.meta.dirname, '../../fixtures/sites')

export function fixtures(): Fixture[] {
  return folders(FOLDER).flatMap((site) =>
    readdirSync(join(FOLDER, site))
      .filter((file) => file.endsWith('.html'))
      .map((file) => load(site, file.slice(0, -'.html'.length))),
  )
}

function load(site: string, name: string): Fixture {
  const file = fileOf(site, name)
  const stored = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { url?: string; expected?: Read }) : {}
  if (stored.url === undefined)
    throw new Error(`${site}/${name}.json has to name the page's address: { "url": "https://…" }`)
  const html = readFileSync(join(FOLDER, site, `${name}.html`), 'utf8')
  return { site, name, html, url: stored.url, expected: stored.expected ?? null }
}

/** One test per fixture, wherever `read` reads it: the same expectations hold in happy-dom and in Chromium. */
export function describeFixtures(where: string, read: (fixture: Fixture) => Read | Promise<Read>): void {
  describe(`fixtures in ${where}`, () => {
    const all = fixtures()
    const update = process.env['UPDATE_FIXTURES'] ?? ''

    for (const fixture of all) {
      it(`${fixture.site}/${fixture.name} reads as expected`, async () => {
        const actual = await read(fixture)
        if (isDue(fixture, update)) return store(fixture, actual)
        if (fixture.expected === null)
          throw new Error('no expectation: run with UPDATE_FIXTURES=1, then read what was written')
        expect(actual).toEqual(fixture.expected)
      })
    }
  })
}

/** `UPDATE_FIXTURES=1` writes the expectations that are missing; `=x` or `=x/profile` writes those anew. */
function isDue({ site, name, expected }: Fixture, update: string): boolean {
  return (update === '1' && expected === null) || update === site || update === `${site}/${name}`
}

function store(fixture: Fixture, expected: Read): void {
  const { url } = fixture
  writeFileSync(fileOf(fixture.site, fixture.name), `${JSON.stringify({ url, expected }, null, 2)}\n`)
}

const fileOf = (site: string, name: string) => join(FOLDER, site, `${name}.json`)
const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
