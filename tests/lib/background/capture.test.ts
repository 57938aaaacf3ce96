import { beforeEach, describe, expect, it } from 'vitest'
import { startBackground } from '../../../lib/background/start.ts'
import type { Input, MessageName, Output, Reply } from '../../../lib/messages/protocol.ts'
import type { MessageSender } from '../../../lib/messages/serve.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { partnerRow, t, ulid } from '../store/rows.ts'
import { createFakeBrowser } from './fake-browser.ts'
import type { FakeBrowser } from './fake-browser.ts'
import { createTestJudge } from './judge.ts'
import { look, postSeen } from './seen.ts'
import { testWords } from './words.ts'

const ADDRESS = 'https://blog.example/p/1'
const page: MessageSender = { id: 'rapport', url: ADDRESS, frameId: 0, tab: { id: 7 } }
const own: MessageSender = { id: 'rapport', url: 'chrome-extension://rapport/dashboard.html' }

let fake: FakeBrowser
let store: Store
let now: Date

async function ask<N extends MessageName>(type: N, input: Input<N>, sender: MessageSender = own): Promise<Output<N>> {
  const [reply] = await Promise.all(fake.browser.runtime.onMessage.fire({ type, input }, sender))
  const told = reply as Reply<Output<N>>
  if (!told.ok) throw new Error(told.error.code)
  return told.value
}

beforeEach(async () => {
  fake = createFakeBrowser()
  fake.tabs.push({ id: 7, url: ADDRESS })
  store = createMemoryStore()
  now = new Date(t(1_000))
  let nextId = 0
  startBackground({
    browser: fake.port,
    openStore: async () => store,
    openJudge: async () => createTestJudge(),
    now: () => now,
    newId: () => ulid(100 + nextId++),
    words: testWords,
    onError: () => {},
  })
  await store.write((tx) => tx.put('partners', partnerRow(1)))
})

const pointedAt = (text: string) => ({
  observation: look(1, {
    platform: 'web',
    url: ADDRESS,
    page: 'post',
    posts: [postSeen('blog.example/p/1', { text, author: { handle: 'maya', name: 'Maya' }, url: ADDRESS })],
  }),
})
async function point(text: string) {
  await ask('capture.start', { tabId: 7 })
  await ask('capture.offer', pointedAt(text), page)
  const { observation } = (await ask('capture.read', {})) ?? {}
  return observation?.seenAt ?? ''
}
const keep = (seenAt: string, changes: Partial<Input<'capture.keep'>> = {}) =>
  ask('capture.keep', {
    seenAt,
    partnerId: partnerRow(1).id,
    author: 'maya',
    publishedAt: t(1),
    metrics: postSeen('1').metrics,
    paid: true,
    same: null,
    ...changes,
  })
const KEY = 'web:blog.example/p/1'

describe('a captured post', () => {
  it('is kept, judged and the partner’s once a person confirms it, and its author is known from then on', async () => {
    const seenAt = await point('bad #ad for @acme')
    expect(fake.browser.tabs.create).toHaveBeenCalledWith({ url: 'chrome-extension://rapport/dashboard.html#/capture' })
    expect(await store.posts.get(KEY)).toBeNull()
    expect(await keep(seenAt)).toEqual({ postId: KEY, stored: null })
    expect(await store.posts.get(KEY)).toMatchObject({
      account: 'web:maya@blog.example',
      labels: ['sponsored'],
      hashtags: ['ad'],
      mentions: ['acme'],
      publishedAt: t(1),
    })
    expect(await store.assessments.get(KEY)).toMatchObject({ verdict: 'fail' })
    expect(await ask('capture.read', {})).toBeNull()
    await point('another')
    expect(await ask('capture.read', {})).toMatchObject({ partnerId: partnerRow(1).id })
  })

  it('with other words than what is stored from its address is an edit only where a person says so', async () => {
    await keep(await point('one'))
    const again = await point('two')
    expect(await keep(again)).toEqual({ postId: null, stored: { text: 'one', firstSeenAt: expect.any(String) } })
    expect(await store.revisions.ofPost(KEY)).toHaveLength(1)
    expect(await keep(again, { same: false })).toEqual({ postId: `${KEY}#2`, stored: null })
    expect(await store.posts.get(KEY)).toMatchObject({ text: 'one' })
    now = new Date(t(2_000))
    expect(await keep(await point('three'), { same: true })).toEqual({ postId: KEY, stored: null })
    expect((await store.revisions.ofPost(KEY)).map(({ text }) => text)).toEqual(['one', 'three'])
  })

  it('is kept as it was when the tab shows something else by then, or refused where that was captured since', async () => {
    const seenAt = await point('one')
    now = new Date(t(2_000))
    await point('two')
    await expect(keep(seenAt)).rejects.toThrow('not-found')
    expect(await store.posts.get(KEY)).toBeNull()
  })

  it('is gone once it is discarded', async () => {
    const seenAt = await point('one')
    await ask('capture.discard', {})
    expect(await ask('capture.read', {})).toBeNull()
    await expect(keep(seenAt)).rejects.toThrow('not-found')
  })

  it('of an author who is another partner’s is refused, and that is said', async () => {
    await keep(await point('one'))
    await store.write((tx) => tx.put('partners', partnerRow(2)))
    await expect(keep(await point('two'), { partnerId: partnerRow(2).id, same: false })).rejects.toThrow('not-allowed')
  })
})

describe('a page', () => {
  it('can offer nothing in whose tab nobody points, and nothing twice', async () => {
    await expect(ask('capture.offer', pointedAt('one'), page)).rejects.toThrow('not-allowed')
    await point('one')
    await expect(ask('capture.offer', pointedAt('two'), page)).rejects.toThrow('not-allowed')
    expect(fake.browser.tabs.create).toHaveBeenCalledTimes(1)
  })

  it('can neither keep anything nor speak for another site', async () => {
    await expect(ask('capture.read', {}, page)).rejects.toThrow('not-allowed')
    await ask('capture.start', { tabId: 7 })
    const asX = { observation: { ...pointedAt('one').observation, platform: 'x' } }
    await expect(ask('capture.offer', asX, page)).rejects.toThrow('bad-message')
  })
})
