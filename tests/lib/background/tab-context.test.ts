import { beforeEach, describe, expect, it } from 'vitest'
import { tabContext } from '../../../lib/background/tab-context.ts'
import { rememberLook, writeTab } from '../../../lib/background/tab-memory.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { partnerRow, ulid } from '../store/rows.ts'
import { createFakeBrowser } from './fake-browser.ts'
import type { FakeBrowser } from './fake-browser.ts'
import { commentSeen, look, postSeen, profileSeen } from './seen.ts'

let fake: FakeBrowser
let store: Store
const show = (url?: string) => fake.tabs.splice(0, 1, { id: 7, ...(url && { url }) })
const context = (tabId: number | null = 7) => tabContext(fake.port, store, tabId)

beforeEach(() => {
  fake = createFakeBrowser()
  store = createMemoryStore()
})

describe('what is known of a tab', () => {
  it.each([
    ['a page of no supported site', 'https://example.com/'],
    ['a page whose address the browser does not tell', undefined],
    ['a page of the browser itself', 'chrome://extensions/'],
  ])('is that it is unsupported: %s', async (_what, url) => {
    show(url)
    expect(await context()).toMatchObject({ state: 'unsupported', site: null, account: null })
  })

  it('is nothing when it was closed', async () => {
    expect(await context(99)).toMatchObject({ tabId: null, state: 'unsupported' })
  })

  it('names the site and what to ask for where the permission is missing', async () => {
    show('https://x.com/creator1')
    expect(await context()).toMatchObject({
      state: 'no-permission',
      site: { id: 'x', origins: expect.arrayContaining(['*://x.com/*']) },
    })
  })

  it('tells a page that must be reloaded from one that is being read', async () => {
    show('https://x.com/creator1')
    fake.allowed.add('https://x.com/*')
    expect(await context()).toMatchObject({ state: 'reload' })
    fake.answers.set(7, () => ({ ok: true }))
    expect(await context()).toMatchObject({ state: 'ready', read: null })
  })

  it('knows whose profile it is by the address, before anything was read', async () => {
    await store.write((tx) => tx.put('partners', partnerRow(1)))
    show('https://x.com/Creator1')
    fake.allowed.add('https://x.com/*')
    expect(await context(null)).toMatchObject({
      page: 'profile',
      account: { platform: 'x', handle: 'Creator1' },
      partnerId: ulid(1),
    })
  })

  it('adds up what the looks at this page read, and forgets it with the address', async () => {
    show('https://x.com/creator1#top')
    fake.allowed.add('https://x.com/*')
    const miss = { field: 'post.likes', of: 2, missing: 2, tried: ['.a'] }
    const looks = [
      look(1, { profile: profileSeen(), posts: [postSeen('1', { comments: [commentSeen('a'), commentSeen('b')] })] }),
      look(1, { posts: [postSeen('1', { comments: [commentSeen('c')] })] }),
      look(2, { posts: [postSeen('1', { comments: [commentSeen('a')] }), postSeen('2')] }),
    ]
    let memory = null
    for (const seen of looks) memory = rememberLook(memory, seen, [miss], new Map())
    if (memory) await writeTab(fake.port.storage.session, 7, memory)
    expect(await context()).toMatchObject({
      state: 'ready',
      read: { posts: 2, comments: 3, commentsOf: null, isAbout: false, isBounded: false },
      misses: [miss],
      account: { name: 'Creator 1' },
    })
    show('https://x.com/somebody.else')
    expect(await context()).toMatchObject({ read: null, misses: [] })
  })
})

describe('the memory of a tab', () => {
  it('knows the author of the post that the page is about', () => {
    const posts = [postSeen('11', { author: { handle: 'other', name: null } }), postSeen('22')]
    const memory = rememberLook(
      null,
      look(1, { page: 'post', url: 'https://x.com/creator1/status/22', posts }),
      [],
      new Map(),
    )
    expect(memory.account).toMatchObject({ handle: 'creator1' })
  })

  it('stays small however much a page shows, and takes any id', () => {
    const posts = Array.from({ length: 200 }, (_, n) => postSeen(`__proto__${n}`))
    let memory = null
    for (let at = 0; at < 10; at++)
      memory = rememberLook(
        memory,
        look(at, { posts: posts.map((post) => ({ ...post, id: `${post.id}-${at}` })) }),
        [],
        new Map(posts.map((post) => [`${post.id}-${at}`, 'fail'])),
      )
    expect(memory?.posts).toHaveLength(1_000)
    expect(memory?.fails).toHaveLength(1_000)
  })
})
