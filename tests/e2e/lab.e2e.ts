import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../lab/page-reader.ts'
import { servePage, urls, type SamplePage, type SiteId } from '../sample-sites/index.ts'

const run = promisify(execFile)
const MAIN = resolve(import.meta.dirname, '../lab/main.ts')
const NOW = new Date('2026-11-20T12:00:00Z')

interface Result {
  code: number
  stdout: string
  stderr: string
}

function lab(...args: string[]): Promise<Result> {
  return run(process.execPath, [MAIN, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as Result,
  )
}

function samplePost(site: SiteId): SamplePage {
  const page = urls(NOW).find((one) => one.site === site && one.kind === 'post')
  if (!page) throw new Error(`the sample has no ${site} post`)
  return page
}

describe('npm run lab, on saved pages', () => {
  let folder = ''
  const file = (...parts: string[]) => join(folder, ...parts)
  const save = (site: string, name: string, url: string, html: string | null) => {
    mkdirSync(file('captures', site), { recursive: true })
    writeFileSync(file('captures', site, `${name}.observation.json`), JSON.stringify({ url, platform: site }))
    if (html !== null) writeFileSync(file('captures', site, `${name}.html`), html)
  }
  const actual = (site: string, name: string) =>
    JSON.parse(readFileSync(file('out', site, `${name}.actual.json`), 'utf8')) as Reading

  const toot = samplePost('mastodon')
  const ownUrl = `https://toots.brand.example${new URL(toot.url).pathname}`
  const bluesky = samplePost('bluesky')

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapport-lab-'))
    const tootHtml = servePage(toot.url, NOW) ?? ''
    save('mastodon', 'own-host', ownUrl, tootHtml)
    save('bluesky', 'post', bluesky.url, servePage(bluesky.url, NOW))
    save('bluesky', 'without-page', 'https://bsky.app/profile/nobody.example', null)
    save('nosuchsite', 'page', 'https://nosuchsite.example/', '<p>Hello</p>')
    writeFileSync(file('toot.html'), tootHtml)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('scrape-all writes every page it can read and says which it could not', async () => {
    const { code, stdout, stderr } = await lab('scrape-all', file('captures'), '--out', file('out'))
    expect(JSON.parse(stdout)).toEqual({
      pages: 4,
      written: 2,
      failed: ['bluesky/without-page'],
      skipped: ['nosuchsite/page'],
    })
    expect(stderr).toContain('without-page.html: no such file')
    expect(code).toBe(2)
    const post = actual('bluesky', 'post')
    expect(post).toMatchObject({ platform: 'bluesky', url: bluesky.url, page: 'post', profile: null, absent: [] })
    expect(post.posts[0]?.comments).toHaveLength(bluesky.comments)
    expect(actual('mastodon', 'own-host')).toMatchObject({ platform: 'mastodon', url: ownUrl, page: 'post' })
  })

  it('scrape finds out from the page itself which software an unknown host runs', async () => {
    const { code, stdout, stderr } = await lab('scrape', ownUrl, file('toot.html'))
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const reading = JSON.parse(stdout) as Reading
    expect(Object.keys(reading)).toEqual(['platform', 'url', 'page', 'profile', 'posts', 'absent'])
    expect(reading).toEqual(actual('mastodon', 'own-host'))
  })
})
