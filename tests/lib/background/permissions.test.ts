import { beforeEach, describe, expect, it } from 'vitest'
import { createSync, syncSites } from '../../../lib/background/permissions.ts'
import { createFakeBrowser } from './fake-browser.ts'
import type { FakeBrowser } from './fake-browser.ts'

const none = { ownHosts: [] }
const brand = { ownHosts: [{ platform: 'mastodon', host: 'brand.example' }] }

let fake: FakeBrowser
const matches = () => Object.fromEntries([...fake.scripts.values()].map(({ id, matches: of }) => [id, of]))
const injected = () =>
  fake.browser.scripting.executeScript.mock.calls.map(([{ target, files }]) => [target.tabId, files?.[0]])

beforeEach(() => {
  fake = createFakeBrowser()
})

describe('content scripts', () => {
  it('are registered for exactly the sites that are allowed', async () => {
    expect(await syncSites(fake.port, none, 'new')).toEqual([])
    expect(matches()).toEqual({})
    fake.allowed.add('*://x.com/*').add('*://bsky.app/*')
    const allowed = await syncSites(fake.port, none, 'new')
    expect(allowed).toEqual(expect.arrayContaining(['*://x.com/*', '*://bsky.app/*']))
    expect(Object.keys(matches()).toSorted()).toEqual(['bluesky', 'x'])
    expect(fake.scripts.get('x')).toMatchObject({ js: ['/x.js'], persistAcrossSessions: true })
  })

  it('are registered for as much of a site as is allowed', async () => {
    fake.allowed.add('https://x.com/*').add('https://www.instagram.com/*').add('https://example.com/*')
    await syncSites(fake.port, none, 'new')
    expect(matches()).toEqual({ x: ['https://x.com/*'], instagram: ['https://www.instagram.com/*'] })
    fake.allowed.add('*://x.com/*')
    await syncSites(fake.port, none, 'new')
    expect(matches()).toMatchObject({ x: ['*://x.com/*'] })
  })

  it('go when the permission goes', async () => {
    fake.allowed.add('*://x.com/*')
    await syncSites(fake.port, none, 'new')
    fake.allowed.clear()
    await syncSites(fake.port, none, 'new')
    expect(matches()).toEqual({})
  })

  it('are left alone when nothing has changed', async () => {
    fake.allowed.add('*://x.com/*')
    await syncSites(fake.port, none, 'new')
    await syncSites(fake.port, none, 'new')
    expect(fake.browser.scripting.registerContentScripts).toHaveBeenCalledTimes(1)
    expect(fake.browser.scripting.updateContentScripts).not.toHaveBeenCalled()
  })

  it('of a site that an earlier version knew are removed', async () => {
    fake.scripts.set('oldsite', { id: 'oldsite', matches: ['https://old.example/*'] })
    await syncSites(fake.port, none, 'new')
    expect(matches()).toEqual({})
  })

  it('also run on the user’s own hosts, with the adapter the user chose', async () => {
    fake.allowed.add('https://brand.example/*')
    await syncSites(fake.port, brand, 'new')
    expect(matches()).toEqual({ mastodon: ['https://brand.example/*'] })
  })

  it.each(['*', 'a b', 'brand.example/path', 'brand.example:8443', '<all_urls>', '', '*.example'])(
    'are registered all the same when an own host is %j',
    async (host) => {
      fake.allowed.add('*://x.com/*').add(`https://${host}/*`)
      expect(await syncSites(fake.port, { ownHosts: [{ platform: 'mastodon', host }] }, 'new')).toEqual(['*://x.com/*'])
    },
  )

  it('two syncs at once register once', async () => {
    fake.allowed.add('*://x.com/*')
    const sync = createSync((inject) => syncSites(fake.port, none, inject))
    await Promise.all([sync('new'), sync('new')])
    expect(fake.browser.scripting.registerContentScripts).toHaveBeenCalledTimes(1)
  })
})

describe('tabs that are open already', () => {
  beforeEach(() => {
    fake.tabs.push(
      { id: 1, url: 'https://x.com/a' },
      { id: 2, url: 'https://bsky.app/' },
      { id: 3, url: 'https://example.com/' },
    )
  })

  it('get the script right after a grant, and only those of the new site', async () => {
    fake.allowed.add('*://x.com/*')
    await syncSites(fake.port, none, 'new')
    expect(injected()).toEqual([[1, '/x.js']])
    fake.allowed.add('*://bsky.app/*')
    await syncSites(fake.port, none, 'new')
    expect(injected()).toEqual([
      [1, '/x.js'],
      [2, '/bluesky.js'],
    ])
  })

  it('all get it again after an update', async () => {
    fake.allowed.add('*://x.com/*').add('*://bsky.app/*')
    await syncSites(fake.port, none, 'new')
    fake.browser.scripting.executeScript.mockClear()
    await syncSites(fake.port, none, 'all')
    expect(injected()).toHaveLength(2)
  })

  it('that let no script in do not stop the others', async () => {
    fake.tabs.push({ id: 4, url: 'https://x.com/b' })
    fake.browser.scripting.executeScript.mockRejectedValueOnce(new Error('The tab was discarded'))
    fake.allowed.add('*://x.com/*')
    expect(await syncSites(fake.port, none, 'new')).toContain('*://x.com/*')
    expect(injected()).toHaveLength(2)
  })
})
