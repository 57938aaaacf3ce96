import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { originsOf, siteMatches, siteOf, sites } from '../../../lib/sites/index.ts'
import { pageOf } from '../../../lib/sites/page.ts'
import { examplesOf } from './examples.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const own = [
  { platform: 'mastodon', host: 'brot.example' },
  { platform: 'bluesky', host: 'sky.example:8443' },
]

describe('the adapters', () => {
  it('are the files of their folder, each named after its id', () => {
    const folder = resolve(import.meta.dirname, '../../../lib/sites/adapters')
    // A part of an adapter is named after it: `youtube-tile.ts` belongs to `youtube.ts`.
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''))
    expect(files.filter((file) => !file.includes('-')).toSorted()).toEqual(sites.map(({ id }) => id).toSorted())
    for (const part of files.filter((file) => file.includes('-'))) expect(files).toContain(part.split('-')[0])
  })

  it.each(sites.flatMap((site) => examplesOf(site.id).map(({ url, kind }) => [site.id, url, kind] as const)))(
    '%s takes %s for a page of kind %s',
    (id, url, kind) => {
      const site = siteOf(url, [])
      expect(site?.id).toBe(id)
      expect(site && pageOf(site, document.implementation.createHTMLDocument(), url, { now }).kind).toBe(kind)
    },
  )

  it.each(sites.map((site) => site.id))('%s gives examples of a profile, a post and a page it cannot read', (id) => {
    const kinds = examplesOf(id).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['profile', 'post', 'other']))
  })
})

describe('siteOf', () => {
  it.each([
    ['https://mastodon.social/@maya', 'mastodon'],
    ['https://brot.example/@ben', 'mastodon'],
    ['https://sky.example:8443/profile/maya.example', 'bluesky'],
    ['https://sky.example/profile/maya.example', undefined],
    ['https://bsky.app.example.com/profile/x', undefined],
    ['https://notx.com/maya', undefined],
    ['ftp://x.com/maya', undefined],
    ['https://example.com/?https://x.com/', undefined],
    ['nonsense', undefined],
  ])('finds who reads %s', (url, id) => {
    expect(siteOf(url, own)?.id).toBe(id)
  })
})

describe('originsOf', () => {
  it("lists the site's patterns and the user's own hosts of it", () => {
    const mastodon = sites.find(({ id }) => id === 'mastodon')
    expect(mastodon && originsOf(mastodon, own)).toEqual([...(mastodon?.matches ?? []), 'https://brot.example/*'])
  })

  it('asks for whole hosts only, never for every site', () => {
    for (const pattern of siteMatches)
      expect(pattern).toMatch(/^(?:\*|https):\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$/)
  })
})

const detected = (html: string) =>
  sites.filter((site) => site.detect?.(new DOMParser().parseFromString(html, 'text/html'))).map(({ id }) => id)

describe('detect', () => {
  it('knows Mastodon and Bluesky on any host by their markup', () => {
    expect(detected('<div id="mastodon" class="app-holder"></div>')).toEqual(['mastodon'])
    expect(detected('<script id="initial-state" type="application/json">{}</script>')).toEqual(['mastodon'])
    expect(detected('<meta name="application-name" content="Bluesky"><div id="root"></div>')).toEqual(['bluesky'])
    expect(detected('<div data-testid="feedItem-by-maya.example"></div>')).toEqual(['bluesky'])
  })

  it('takes other pages for neither', () => {
    expect(detected('<div id="root"></div><article>mastodon</article>')).toEqual([])
  })
})
