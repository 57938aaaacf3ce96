import { beforeEach, describe, expect, it, vi } from 'vitest'
import { startBackground } from '../../../lib/background/start.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import type { Input, MessageName, Output, Reply } from '../../../lib/messages/protocol.ts'
import { onRescoring, readRescoring, setRescoring } from '../../../lib/messages/progress.ts'
import { onRevision } from '../../../lib/messages/revision.ts'
import type { MessageSender } from '../../../lib/messages/serve.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import type { Store, StoreWriter } from '../../../lib/store/interface.ts'
import { guidelineRow, noteRow, overrideRow, partnerRow, t, ulid } from '../store/rows.ts'
import { testWords } from './words.ts'
import { createFakeBrowser } from './fake-browser.ts'
import type { FakeBrowser } from './fake-browser.ts'
import { createTestJudge } from './judge.ts'
import { commentSeen, look, postSeen, profileSeen } from './seen.ts'

const page = (tabId: number, url = 'https://x.com/creator1'): MessageSender => ({
  id: 'rapport',
  url,
  frameId: 0,
  tab: { id: tabId },
})
const own: MessageSender = { id: 'rapport', url: 'chrome-extension://rapport/popup.html' }

let fake: FakeBrowser
let store: Store
let isFull: boolean
let now: Date
let errors: unknown[]

/** A worker starts, as it does after an installation and after each time the browser stopped it. */
function start(version = 'test-1'): void {
  startBackground({
    browser: fake.port,
    openStore: async () => store,
    openJudge: async () => createTestJudge(version),
    now: () => now,
    newId: () => ulid(100 + nextId++),
    words: testWords,
    onError: (error) => errors.push(error),
  })
}
let nextId = 0

async function ask<N extends MessageName>(type: N, input: Input<N>, sender: MessageSender = own): Promise<Output<N>> {
  const [reply] = await Promise.all(fake.browser.runtime.onMessage.fire({ type, input }, sender))
  const told = reply as Reply<Output<N>>
  if (!told.ok) throw new Error(told.error.code)
  return told.value
}

const see = (tabId: number, at: number, changes: Parameters<typeof look>[1] = {}, checkAll = false) =>
  ask('page.seen', { observation: look(at, changes), misses: [], fields: [], checkAll }, page(tabId))
const badgeTexts = () =>
  fake.browser.action.setBadgeText.mock.calls.flatMap(([{ tabId, text }]) => (tabId === undefined ? [] : [text]))
const bases = async () => (await store.assessments.ofAccount('x:creator1')).map((row) => row.basis)
/** The background's own errands end soon; on a busy machine a little later. */
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 10 })
const revision = () => fake.session.get('revision') ?? 0

beforeEach(() => {
  fake = createFakeBrowser()
  fake.tabs.push({ id: 7, url: 'https://x.com/creator1' })
  isFull = false
  store = createMemoryStore({ isFull: () => isFull })
  now = new Date(t(1_000))
  errors = []
  nextId = 0
  start()
})

describe('a look at a page', () => {
  beforeEach(() => store.write((tx) => tx.put('partners', partnerRow(1))))

  it('gives a badge to each post of a partner, and with "check this page" to every post', async () => {
    const posts = [
      postSeen('1', { text: 'bad', comments: [commentSeen('hi')] }),
      postSeen('2', { author: { handle: 'stranger', name: null } }),
    ]
    const verdict = await see(7, 1, { page: 'feed', posts })
    expect(verdict.overlay).toBe(true)
    expect(verdict.badges).toMatchObject([{ externalId: '1', verdict: 'fail', mood: { n: 1 } }])
    const all = await see(7, 2, { page: 'feed', posts }, true)
    expect(all.badges.map((badge) => [badge.externalId, badge.verdict])).toEqual([
      ['1', 'fail'],
      ['2', 'pass'],
    ])
    expect(await store.posts.get('x:2')).toBeNull()
  })

  it('gives the profile its chip: to track, or with the partner’s health', async () => {
    const stranger = await see(7, 1, { profile: profileSeen({ handle: 'stranger' }) })
    expect(stranger.chip).toEqual({ platform: 'x', handle: 'stranger', partnerId: null, health: null })
    const known = await see(7, 2, { profile: profileSeen() })
    expect(known.chip).toMatchObject({ partnerId: ulid(1), health: { band: 'unknown' } })
  })

  it('puts the number of failing posts on the toolbar button, and takes it away with the page', async () => {
    await see(7, 1, { posts: [postSeen('1', { text: 'bad' }), postSeen('2', { text: 'bad' })] })
    await see(7, 2, { posts: [postSeen('3', { text: 'bad' }), postSeen('2', { text: 'fine now' })] })
    expect(badgeTexts()).toEqual(['2', '2'])
    fake.browser.tabs.onUpdated.fire(7, { status: 'loading' })
    await until(() => expect(badgeTexts().at(-1)).toBe(''))
    expect(fake.session.has('tab:7')).toBe(false)
  })

  it('says nothing where the user switched the overlay off, and still keeps what it saw', async () => {
    await ask('site.hide', { platform: 'x', hidden: true }, page(7))
    expect(await see(7, 1, { posts: [postSeen('1')] })).toEqual({ overlay: false, chip: null, badges: [] })
    expect(await store.posts.get('x:1')).not.toBeNull()
  })

  it.each([
    ['another site’s adapter', { platform: 'bluesky' }],
    ['an adapter that does not exist', { platform: 'nowhere' }],
  ])('with %s is refused', async (_what, changes) => {
    await expect(see(7, 1, changes)).rejects.toThrow('not-allowed')
  })

  it('read without the site’s overrides is not taken in: the page is told to read again with them', async () => {
    await store.write((tx) => tx.put('overrides', overrideRow(1)))
    const { repairs } = await see(7, 1, { posts: [postSeen('1')] })
    expect(repairs?.rules).toEqual([
      {
        field: 'post.likes',
        page: null,
        select: '[data-testid="like"]',
        attr: 'aria-label',
        saying: null,
        within: 'item',
      },
    ])
    expect(await store.posts.get('x:1')).toBeNull()
    const again = { observation: look(2, { posts: [postSeen('1')] }), misses: [], fields: [], checkAll: false }
    const answer = await ask('page.seen', { ...again, repairsKey: repairs?.key }, page(7))
    expect(answer.badges).toHaveLength(1)
    await store.write((tx) => tx.put('overrides', overrideRow(1, { enabled: false })))
    expect((await ask('page.seen', { ...again, repairsKey: repairs?.key }, page(7))).repairs).toEqual({
      key: '',
      rules: [],
    })
  })

  it('on a host of the user’s own is read with the adapter the user chose', async () => {
    await store.write((tx) =>
      tx.putSettings({ ...defaultSettings, ownHosts: [{ platform: 'mastodon', host: 'brand.example' }] }),
    )
    fake.allowed.add('https://brand.example/*')
    const observation = look(1, { platform: 'mastodon', url: 'https://brand.example/@creator1' })
    const input = { observation, misses: [], fields: [], checkAll: false }
    await expect(ask('page.seen', input, page(7, 'https://brand.example/@creator1'))).resolves.toMatchObject({
      overlay: true,
    })
  })

  it('from a page whose permission was taken back is refused, and what its tab showed is forgotten', async () => {
    fake.allowed.add('*://x.com/*')
    await see(7, 1, { posts: [postSeen('1', { text: 'bad' })] })
    fake.allowed.clear()
    // Without a permission the browser tells no address.
    fake.tabs.splice(0, 1, { id: 7 })
    await expect(see(7, 2, { posts: [postSeen('2')] })).rejects.toThrow('not-allowed')
    expect(await store.posts.get('x:2')).toBeNull()
    expect(fake.session.has('tab:7')).toBe(false)
    expect(badgeTexts().at(-1)).toBe('')
    const track = { platform: 'x', handle: 'stranger', name: null, url: null }
    await expect(ask('partner.track', track, page(7))).rejects.toThrow('not-allowed')
    await expect(ask('site.hide', { platform: 'x', hidden: true }, page(7))).rejects.toThrow('not-allowed')
    await expect(ask('post.card', { platform: 'x', post: postSeen('1') }, page(7))).rejects.toThrow('not-allowed')
  })

  it('from a page that "check this page" let us into is taken, without a lasting permission', async () => {
    expect(fake.allowed.size).toBe(0)
    await expect(see(7, 1, { posts: [postSeen('1')] })).resolves.toMatchObject({ overlay: true })
  })

  it('is asked for once more when permissions are taken back, so that a page that lost its own can leave', async () => {
    await see(7, 1, { posts: [postSeen('1')] })
    fake.browser.permissions.onRemoved.fire()
    await until(() =>
      expect(fake.browser.tabs.sendMessage).toHaveBeenCalledWith(7, { type: 'badges.refresh', input: {} }),
    )
  })

  it('tells open pages only when something they could show is new', async () => {
    const changes = vi.fn<() => void>()
    onRevision(fake.port, changes)
    await see(7, 1, { posts: [postSeen('1')] })
    const first = revision()
    await see(7, 2, { posts: [postSeen('1')] })
    expect(revision()).toBe(first)
    await see(7, 3, { posts: [postSeen('1', { text: 'bad' })] })
    expect(revision()).toBe(Number(first) + 1)
    expect(changes).toHaveBeenCalledTimes(2)
  })

  it('is refused as a whole when the disk is full', async () => {
    isFull = true
    await expect(see(7, 1, { posts: [postSeen('1')] })).rejects.toThrow('disk-full')
    expect(await store.stats()).toMatchObject({ posts: 0, partners: 1 })
  })

  it('survives that the worker is stopped after it: the next one goes on from there', async () => {
    await see(7, 1, { page: 'profile', profile: profileSeen(), posts: [postSeen('1', { text: 'bad' })] })
    fake = { ...fake, ...stopped(fake) }
    start()
    const context = await ask('tab.context', { tabId: 7 })
    expect(context).toMatchObject({
      state: 'ready',
      page: 'profile',
      partnerId: ulid(1),
      read: { posts: 1, comments: 0, commentsOf: null, isAbout: false, isBounded: false },
    })
    await see(7, 2, { posts: [postSeen('2', { text: 'bad' })] })
    expect(badgeTexts().at(-1)).toBe('2')
  })
})

describe('a card', () => {
  it('of a stored post shows the stored text with its findings, and how often it was edited', async () => {
    await store.write((tx) => tx.put('partners', partnerRow(1)))
    await see(7, 1, { page: 'post', posts: [postSeen('1', { text: 'good soup' })] })
    await see(7, 2, { page: 'post', posts: [postSeen('1', { text: 'bad soup' })] })
    const cut = postSeen('1', { text: 'bad', textComplete: false })
    const card = await ask('post.card', { platform: 'x', post: cut }, page(7))
    expect(card).toMatchObject({
      text: 'bad soup',
      verdict: 'fail',
      tracked: true,
      partner: { id: ulid(1) },
      revisions: 2,
      firstSeenAt: t(1),
    })
  })

  it('of any other post is judged as it stands on the page, and nothing of it is kept', async () => {
    const card = await ask('post.card', { platform: 'x', post: postSeen('9', { text: 'bad' }) }, page(7))
    expect(card).toMatchObject({ verdict: 'fail', tracked: false, partner: null, revisions: 0, firstSeenAt: null })
    expect(await store.stats()).toMatchObject({ posts: 0 })
  })

  it('gets its script into the tab that asked, and says so when the browser refuses', async () => {
    await ask('card.inject', {}, page(7))
    expect(fake.browser.scripting.executeScript).toHaveBeenCalledWith({
      target: { tabId: 7, frameIds: [0] },
      files: ['/content-scripts/card.js'],
    })
    fake.browser.scripting.executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page'))
    await expect(ask('card.inject', {}, page(7))).rejects.toThrow('not-allowed')
  })
})

describe('the panel', () => {
  it('is opened while the click still counts', () => {
    void fake.browser.runtime.onMessage.fire({ type: 'panel.open', input: {} }, page(7))
    expect(fake.browser.sidePanel.open).toHaveBeenCalledExactlyOnceWith({ tabId: 7 })
  })

  it('that the browser does not open is told, not thrown', async () => {
    fake.browser.sidePanel.open.mockRejectedValueOnce(new Error('may only be called in response to a user gesture'))
    expect(await ask('panel.open', {}, page(7))).toEqual({ opened: false })
  })

  it('opens by keyboard in the window it was asked for', () => {
    fake.browser.commands.onCommand.fire('toggle-panel', { id: 7, windowId: 3 })
    expect(fake.browser.sidePanel.open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 })
  })
})

describe('tracking', () => {
  const track = { platform: 'x', handle: '@Creator1', name: 'Creator One', url: 'https://x.com/creator1' }

  it('makes one partner, however often it is asked', async () => {
    const [first, second] = await Promise.all([
      ask('partner.track', track, page(7)),
      ask('partner.track', track, page(7)),
    ])
    expect(second).toEqual(first)
    expect(await store.partners.all()).toMatchObject([
      { name: 'Creator One', accountKeys: ['x:creator1'], accounts: [{ platform: 'x', handle: 'Creator1' }] },
    ])
  })

  it('again after a deletion brings the same partner back', async () => {
    const { id } = await ask('partner.track', track)
    await ask('partner.delete', { id })
    expect(await ask('partner.track', track)).toMatchObject({ id, deletedAt: null })
  })

  it('asks the open pages to send what they see', async () => {
    fake.answers.set(7, () => ({ ok: true }))
    await see(7, 1, { profile: profileSeen() })
    await ask('partner.track', track, page(7))
    expect(fake.browser.tabs.sendMessage).toHaveBeenCalledWith(7, { type: 'badges.refresh', input: {} })
  })

  it('for another site than the page’s is refused', async () => {
    await expect(ask('partner.track', { ...track, platform: 'bluesky' }, page(7))).rejects.toThrow('not-allowed')
  })

  it('an account that another partner has is refused when saved or restored', async () => {
    await ask('partner.track', track)
    const other = partnerRow(2, { accounts: [{ platform: 'x', handle: 'CREATOR1', url: null }] })
    await expect(ask('partner.save', other)).rejects.toThrow('not-allowed')
    await store.write((tx) => tx.put('partners', { ...other, accountKeys: ['x:creator1'], deletedAt: t(1) }))
    await expect(ask('partner.restore', { id: ulid(2) })).rejects.toThrow('not-allowed')
  })

  it('saving a partner works out its account keys and keeps what only the background may set', async () => {
    const saved = await ask(
      'partner.save',
      partnerRow(3, { accounts: [{ platform: 'x', handle: '@New.Name', url: null }], accountKeys: ['x:lie'] }),
    )
    expect(saved.accountKeys).toEqual(['x:new.name'])
    const again = await ask('partner.save', { ...saved, createdAt: t(999), deletedAt: t(5), name: 'Renamed' })
    expect(again).toMatchObject({ name: 'Renamed', createdAt: saved.createdAt, deletedAt: null })
  })

  it('several partners are saved together or not at all, and an undo takes them all back', async () => {
    const two = [1, 2].map((n) => partnerRow(n, { accounts: [{ platform: 'x', handle: `creator${n}`, url: null }] }))
    const { partners } = await ask('partner.import', { partners: two })
    expect(partners).toHaveLength(2)
    const clash = partnerRow(4, { accounts: [{ platform: 'x', handle: 'creator2', url: null }] })
    await expect(ask('partner.import', { partners: [partnerRow(3), clash] })).rejects.toThrow('not-allowed')
    expect((await store.partners.all()).map(({ id }) => id)).toEqual([ulid(1), ulid(2)])
    const [one, other] = partners
    if (one && other)
      await ask('partner.import', {
        partners: [
          { ...one, deletedAt: t(9) },
          { ...other, deletedAt: t(9) },
        ],
      })
    expect(await store.partners.all()).toEqual([])
  })
})

describe('what people type', () => {
  const note: Input<'note.save'> = { id: ulid(1), partnerId: null, postId: null, text: 'a', followUpOn: null }

  it('is kept on every keystroke, as one note', async () => {
    for (const text of ['a', 'ab', 'abc', 'abc']) await ask('note.save', { ...note, text })
    expect(await store.notes.all()).toMatchObject([{ id: ulid(1), text: 'abc' }])
  })

  it('does not come back by a keystroke that arrives after the deletion', async () => {
    await ask('note.save', note)
    await ask('note.delete', { id: note.id })
    await ask('note.save', { ...note, text: 'late' })
    expect(await store.notes.all()).toEqual([])
    expect(await ask('note.restore', { id: note.id })).toMatchObject({ text: 'late', deletedAt: null })
  })

  it('stays pinned while it is typed on, and its follow-up is moved without its words', async () => {
    await ask('note.save', { ...note, text: 'a' })
    await ask('note.mark', { id: note.id, pinned: true })
    expect(await ask('note.save', { ...note, text: 'ab' })).toMatchObject({ text: 'ab', pinned: true })
    expect(await ask('note.mark', { id: note.id, followUpOn: '2026-11-30' })).toMatchObject({
      text: 'ab',
      pinned: true,
      followUpOn: '2026-11-30',
    })
    expect(await ask('note.mark', { id: note.id, pinned: false, followUpOn: null })).toMatchObject({
      pinned: false,
      followUpOn: null,
    })
  })

  it('a repeated message writes nothing and tells nobody', async () => {
    const first = await ask('note.save', note)
    const count = revision()
    now = new Date(t(2_000))
    expect(await ask('note.save', note)).toEqual(first)
    expect(revision()).toBe(count)
  })

  it('that is not there is "not found"', async () => {
    for (const type of ['note.delete', 'note.restore', 'contact.delete', 'guideline.delete', 'partner.delete'] as const)
      await expect(ask(type, { id: ulid(9) })).rejects.toThrow('not-found')
  })

  it('logs a contact once', async () => {
    const contact = { id: ulid(5), partnerId: ulid(1), direction: 'out', channel: 'dm', at: t(3), note: '' } as const
    await ask('contact.log', contact)
    await ask('contact.log', contact)
    expect(await store.contacts.ofPartner(ulid(1))).toHaveLength(1)
  })

  it('counts a guideline’s versions by its changes, not by its messages', async () => {
    const first = await ask('guideline.save', guidelineRow(1, { version: 40 }))
    expect(first.version).toBe(1)
    await ask('guideline.save', first)
    const second = await ask('guideline.save', { ...first, name: 'Renamed' })
    expect(second.version).toBe(2)
    expect((await ask('guideline.save', { ...first, name: 'Renamed' })).version).toBe(2)
    const versions = await store.guidelineVersions.ofGuideline(first.id)
    expect(versions.map(({ version, guideline }) => [version, guideline.name])).toEqual([
      [1, first.name],
      [2, 'Renamed'],
    ])
  })

  it('keeps the version that stood before versions were kept, once it changes', async () => {
    await store.write((tx) => tx.put('guidelines', guidelineRow(1, { version: 4 })))
    await ask('guideline.save', guidelineRow(1, { name: 'Renamed' }))
    const versions = await store.guidelineVersions.ofGuideline(ulid(1))
    expect(versions.map(({ version, savedAt }) => [version, savedAt])).toEqual([
      [4, guidelineRow(1).updatedAt],
      [5, now.toISOString()],
    ])
  })

  it('imports several guidelines or none, and brings a deleted one back without a new version', async () => {
    await ask('guideline.save', guidelineRow(1))
    await ask('guideline.delete', { id: ulid(1) })
    const { guidelines } = await ask('guideline.import', { guidelines: [guidelineRow(1), guidelineRow(2)] })
    expect(guidelines.map(({ id, version, deletedAt }) => [id, version, deletedAt])).toEqual([
      [ulid(1), 1, null],
      [ulid(2), 1, null],
    ])
    const inner = store
    store = { ...store, write: (work) => inner.write((tx) => work(failing(tx))) }
    fake = { ...fake, ...stopped(fake) }
    start()
    await expect(ask('guideline.import', { guidelines: [guidelineRow(3), guidelineRow(4)] })).rejects.toThrow('failed')
    expect((await store.guidelines.all()).map(({ id }) => id)).toEqual([ulid(1), ulid(2)])
  })
})

describe('judging again', () => {
  beforeEach(async () => {
    await store.write((tx) => tx.put('partners', partnerRow(1)))
    const posts = Array.from({ length: 60 }, (_, n) =>
      postSeen(String(n), { comments: [commentSeen('hi', { id: 'c' })] }),
    )
    await see(7, 1, { page: 'feed', posts })
  })

  it('follows a changed guideline for every stored post, and says how far it is', async () => {
    const steps: unknown[] = []
    onRescoring(fake.port, (progress) => steps.push(progress))
    await ask('guideline.save', guidelineRow(1))
    await until(async () => expect(await readRescoring(fake.port)).toBeNull())
    await until(async () => expect(new Set(await bases())).toEqual(new Set([`test-1|US|paid|${ulid(1)}@1`])))
    await until(() =>
      expect(steps).toEqual([
        { done: 25, total: 60, stopped: false },
        { done: 50, total: 60, stopped: false },
        { done: 60, total: 60, stopped: false },
        null,
      ]),
    )
    expect(fake.alarms.has('rescore')).toBe(false)
  })

  it('that was stopped half-way goes on when the alarm wakes the next worker, without doing anything twice', async () => {
    let writes = 0
    const inner = store
    store = {
      ...inner,
      write: (work) => (++writes > 2 ? Promise.reject(new Error('the worker was stopped')) : inner.write(work)),
    }
    fake = { ...fake, ...stopped(fake) }
    start('test-2')
    fake.browser.runtime.onStartup.fire()
    await until(() => expect(errors).toHaveLength(1))
    expect(fake.alarms.has('rescore')).toBe(true)
    expect(await inner.assessments.postIdsOnBasis('x:creator1', 'test-2|US|paid')).toHaveLength(50)

    store = inner
    fake = { ...fake, ...stopped(fake) }
    start('test-2')
    const steps: unknown[] = []
    onRescoring(fake.port, (progress) => steps.push(progress))
    fake.browser.alarms.onAlarm.fire({ name: 'rescore' })
    await until(() => expect(steps).toEqual([{ done: 10, total: 10, stopped: false }, null]))
    expect(await inner.assessments.postIdsOnBasis('x:creator1', 'test-2|US|paid')).toHaveLength(60)
    const comments = await inner.comments.ofPost('x:0')
    expect(comments.map((comment) => comment.toneEngine)).toEqual(['test-2'])
  })

  it('ends when it is told to; what was not reached keeps its findings until it is resumed', async () => {
    const listening = onRescoring(fake.port, () => void ask('rescoring.stop', {}))
    await ask('guideline.save', guidelineRow(1))
    const basis = `test-1|US|paid|${ulid(1)}@1`
    await until(async () => expect(await readRescoring(fake.port)).toEqual({ done: 25, total: 60, stopped: true }))
    expect(await store.assessments.postIdsOnBasis('x:creator1', basis)).toHaveLength(25)
    await until(() => expect(fake.alarms.has('rescore')).toBe(false))
    listening()

    // Neither the alarm of a stopped worker nor the next start of the browser takes that back.
    fake = { ...fake, ...stopped(fake) }
    start()
    fake.browser.alarms.onAlarm.fire({ name: 'rescore' })
    fake.browser.runtime.onStartup.fire()
    await ask('rescoring.stop', {})
    expect(await store.assessments.postIdsOnBasis('x:creator1', basis)).toHaveLength(25)

    await ask('rescoring.resume', {})
    await until(async () => expect(await readRescoring(fake.port)).toBeNull())
    expect(await store.assessments.postIdsOnBasis('x:creator1', basis)).toHaveLength(60)
  })

  it('is stopped also when the worker that began it is gone', async () => {
    await setRescoring(fake.port, { done: 25, total: 60, stopped: false })
    await ask('rescoring.stop', {})
    expect(await readRescoring(fake.port)).toEqual({ done: 25, total: 60, stopped: true })
  })

  it('follows a correction of a tone wherever that text stands, and its taking back', async () => {
    const tones = async () => {
      const all = await Promise.all([0, 59].map((n) => store.comments.ofPost(`x:${n}`)))
      return all.flat().map(({ tone }) => [tone.label, tone.corrected === 'text'])
    }
    const input = { id: ulid(1), text: 'HI ', lang: 'en', label: 'positive', was: 'neutral' } as const
    await ask('tone.correct', input)
    await until(async () =>
      expect(await tones()).toEqual([
        ['positive', true],
        ['positive', true],
      ]),
    )
    await until(async () => expect(await readRescoring(fake.port)).toBeNull())
    await ask('correction.delete', { id: ulid(1) })
    await until(async () =>
      expect(await tones()).toEqual([
        ['neutral', false],
        ['neutral', false],
      ]),
    )
    expect(await store.corrections.all()).toEqual([])
    await ask('correction.restore', { id: ulid(1) })
    await until(async () => expect((await tones())[0]).toEqual(['positive', true]))
  })

  it('keeps one correction for one text: the last word counts, and comes back as the same', async () => {
    const input = { id: ulid(1), text: 'so sick', lang: 'en', label: 'positive', was: 'negative' } as const
    await ask('tone.correct', input)
    const before = revision()
    await ask('tone.correct', { ...input, id: ulid(2) })
    expect(revision()).toBe(before)
    const changed = await ask('tone.correct', { ...input, id: ulid(3), text: 'So  sick', label: 'neutral' })
    expect(changed).toMatchObject({ id: ulid(1), label: 'neutral', was: 'negative' })
    await ask('correction.delete', { id: ulid(1) })
    expect(await ask('tone.correct', { ...input, id: ulid(4) })).toMatchObject({ id: ulid(1), deletedAt: null })
    expect(await store.corrections.all({ deleted: true })).toHaveLength(1)
    await expect(ask('correction.delete', { id: ulid(9) })).rejects.toThrow('not-found')
    await expect(ask('tone.correct', input, page(7))).rejects.toThrow('not-allowed')
  })

  it('hears comments that are out of view as it hears those in view', async () => {
    const input = { id: ulid(1), text: 'hi', lang: 'en', label: 'positive', was: 'neutral' } as const
    await store.write((tx) => tx.put('corrections', { ...input, createdAt: t(1), updatedAt: t(1), deletedAt: null }))
    await see(7, 2, { page: 'post', posts: [postSeen('1', { comments: [commentSeen('new', { id: 'd' })] })] })
    const comments = await store.comments.ofPost('x:1')
    expect(comments.map(({ text, tone }) => [text, tone.label])).toEqual([
      ['hi', 'positive'],
      ['new', 'neutral'],
    ])
  })

  it('follows the relationship and the jurisdiction', async () => {
    const partner = await ask('partner.save', { ...partnerRow(1), relationship: 'gift' })
    await until(async () => expect(new Set(await bases())).toEqual(new Set(['test-1|US|gift'])))
    await ask('settings.save', { ...defaultSettings, jurisdiction: 'DE' })
    await until(async () => expect(new Set(await bases())).toEqual(new Set(['test-1|DE|gift'])))
    expect(partner.relationship).toBe('gift')
  })
})

describe('time', () => {
  it('removes what was not seen for longer than the user keeps it, and nothing that people made', async () => {
    await store.write(async (tx) => {
      await tx.put('partners', partnerRow(1))
      await tx.put('notes', noteRow(1, { postId: 'x:1', createdAt: '2020-01-01T00:00:00.000Z' }))
      await tx.putSettings({ ...defaultSettings, retentionDays: 30 })
    })
    await see(7, 1, {
      posts: [
        postSeen('1', { comments: [commentSeen('a')] }),
        postSeen('2', { comments: [commentSeen('old', { id: 'o' })] }),
      ],
    })
    now = new Date(Date.parse(t(1)) + 25 * 86_400_000)
    await ask(
      'page.seen',
      {
        observation: { ...look(0, { page: 'post', posts: [postSeen('2')] }), seenAt: now.toISOString() },
        misses: [],
        fields: [],
        checkAll: false,
      },
      page(7),
    )
    now = new Date(Date.parse(t(1)) + 31 * 86_400_000)
    fake.browser.alarms.onAlarm.fire({ name: 'retention' })
    await until(async () => expect(await store.posts.get('x:1')).toBeNull())
    await until(async () => expect(await store.assessments.get('x:2')).toMatchObject({ mood: { n: 0 } }))
    expect(await store.comments.ofPost('x:1')).toEqual([])
    expect(await store.posts.get('x:2')).not.toBeNull()
    expect(await store.revisions.ofPost('x:2')).toHaveLength(1)
    expect(await store.notes.all()).toHaveLength(1)
    expect(await store.partners.all()).toHaveLength(1)
  })

  it('removes nothing where the user keeps everything', async () => {
    await store.write(async (tx) => {
      await tx.put('partners', partnerRow(1))
      await tx.putSettings({ ...defaultSettings, retentionDays: null })
    })
    await see(7, 1, { posts: [postSeen('1')] })
    now = new Date('2050-01-01T00:00:00Z')
    const before = revision()
    fake.browser.alarms.onAlarm.fire({ name: 'retention' })
    fake.browser.runtime.onInstalled.fire()
    await until(() => expect(fake.alarms.has('retention')).toBe(true))
    expect(await store.posts.get('x:1')).not.toBeNull()
    expect(revision()).toBe(before)
  })
})

describe('the menu and the keyboard', () => {
  it('takes selected text to the check, whatever it holds', async () => {
    fake.browser.contextMenus.onClicked.fire({ menuItemId: 'check-selection', selectionText: 'a&b #ad \uD800 100%' })
    await until(() => expect(fake.browser.tabs.create).toHaveBeenCalled())
    const url = fake.browser.tabs.create.mock.calls[0]?.[0].url ?? ''
    expect(url.startsWith('chrome-extension://rapport/dashboard.html#/check?')).toBe(true)
    expect(new URLSearchParams(url.split('?')[1]).get('text')).toBe('a&b #ad \uFFFD 100%')
  })

  it('opens the popup for a note, or the notes where the browser does not open it', async () => {
    fake.browser.contextMenus.onClicked.fire({ menuItemId: 'note' })
    await until(() => expect(fake.browser.action.openPopup).toHaveBeenCalledOnce())
    expect(fake.browser.tabs.create).not.toHaveBeenCalled()
    fake.browser.action.openPopup.mockRejectedValueOnce(new Error('no window'))
    fake.browser.contextMenus.onClicked.fire({ menuItemId: 'note' })
    await until(() =>
      expect(fake.browser.tabs.create).toHaveBeenCalledWith({
        url: 'chrome-extension://rapport/dashboard.html#/notes',
      }),
    )
  })

  it('sends the reviewer to the next flagged post of this tab', () => {
    fake.browser.commands.onCommand.fire('next-flagged', { id: 7, windowId: 1 })
    expect(fake.browser.tabs.sendMessage).toHaveBeenCalledWith(7, { type: 'flagged.next', input: {} })
  })
})

describe('the sample', () => {
  it('is there after loading it twice, once, and readable', async () => {
    const first = await ask('sample.load', {})
    const partners = await store.partners.all()
    await ask('sample.load', {})
    expect(partners).toHaveLength(first.partners)
    expect(await store.partners.all()).toEqual(partners)
    expect((await store.guidelines.all()).length).toBeGreaterThan(0)
    expect((await store.stats()).setAside).toEqual({})
    for (const { id } of await store.guidelines.all())
      expect(await store.guidelineVersions.ofGuideline(id)).toHaveLength(1)
  })
})

describe('a store that cannot be opened', () => {
  it('fails the message, and is opened again for the next', async () => {
    const good = store
    const open = vi.fn<() => Promise<Store>>(async () => good).mockRejectedValueOnce(new Error('disk trouble'))
    fake = createFakeBrowser()
    startBackground({
      browser: fake.port,
      openStore: open,
      openJudge: async () => createTestJudge(),
      now: () => now,
      newId: () => ulid(1),
      words: testWords,
      onError: (error) => errors.push(error),
    })
    await expect(ask('sites.sync', {})).rejects.toThrow('failed')
    expect(await ask('sites.sync', {})).toEqual({ origins: [] })
    expect(open).toHaveBeenCalledTimes(2)
  })
})

/** Writes the first guideline and fails at the second. */
function failing(tx: StoreWriter): StoreWriter {
  let guidelines = 0
  return {
    ...tx,
    put: async (table, row) => {
      if (table === 'guidelines' && ++guidelines > 1) throw new Error('disk trouble')
      return tx.put(table, row)
    },
  }
}

/** The worker is gone: its listeners with it, the browser's own memory not. */
function stopped(before: FakeBrowser): Pick<FakeBrowser, 'browser' | 'port'> {
  const fresh = createFakeBrowser()
  const browser = {
    ...fresh.browser,
    storage: before.browser.storage,
    action: before.browser.action,
    tabs: { ...fresh.browser.tabs, get: before.browser.tabs.get, query: before.browser.tabs.query },
    alarms: { ...before.browser.alarms, onAlarm: fresh.browser.alarms.onAlarm },
  }
  return { browser, port: browser }
}

describe('an override', () => {
  const { createdAt: _c, updatedAt: _u, deletedAt: _d, ...made } = overrideRow(1)

  it('is saved, switched off, removed and brought back, and open pages hear of each', async () => {
    fake.answers.set(7, () => ({ ok: true }))
    await see(7, 1, { posts: [postSeen('1')] })
    const steps = [
      () => ask('override.save', made, page(7)),
      () => ask('override.save', { ...made, enabled: false }),
      () => ask('override.delete', { id: made.id }),
      () => ask('override.restore', { id: made.id }),
    ]
    for (const step of steps) await step()
    await ask('override.restore', { id: made.id })
    expect(await store.overrides.get(made.id)).toMatchObject({ enabled: false, deletedAt: null })
    expect(fake.browser.tabs.sendMessage).toHaveBeenCalledTimes(steps.length)
  })

  it.each([
    ['of another site', { ...made, platform: 'bluesky' }, page(7)],
    ['whose selector is none', { ...made, select: 'a,b' }, own],
    ['whose selector matches anything', { ...made, select: '*' }, own],
  ])('%s is refused', async (_what, override, sender) => {
    await expect(ask('override.save', override, sender)).rejects.toThrow(/not-allowed|bad-message/)
  })

  it('made for one site cannot be turned into another’s by a page', async () => {
    await ask('override.save', { ...made, platform: 'bluesky' })
    await expect(ask('override.save', made, page(7))).rejects.toThrow('not-allowed')
  })

  it('of a file is refused with all the others when one of them could not be used', async () => {
    const bad = overrideRow(3, { select: ':has(*)' })
    await expect(ask('override.import', { overrides: [overrideRow(2), bad] })).rejects.toThrow('bad-message')
    expect(await store.overrides.all()).toEqual([])
    await ask('override.import', { overrides: [overrideRow(2), overrideRow(3)] })
    expect(await store.overrides.all()).toHaveLength(2)
  })
})

const point = () => ask('point.start', { tabId: 7, field: 'profile.followers' })
const injected = () => fake.browser.scripting.executeScript.mock.calls.map(([{ files }]) => files?.[0])

describe('pointing at a field', () => {
  it('begins once the page has the script for it, and its site’s where that was missing', async () => {
    fake.answers.set(7, ({ type }) => (type === 'point.start' ? { ok: true } : undefined))
    expect(await point()).toEqual({ started: true })
    expect(injected()).toEqual(['/x.js', '/content-scripts/point.js'])
  })

  it('does not begin where no adapter reads the page, or the browser lets no script in', async () => {
    fake.tabs.splice(0, fake.tabs.length, { id: 7, url: 'https://shop.example/' })
    expect(await point()).toEqual({ started: false })
    expect(injected()).toEqual([])
    fake.tabs.splice(0, 1, { id: 7, url: 'https://x.com/creator1' })
    fake.browser.scripting.executeScript.mockRejectedValue(new Error('Cannot access contents of the page'))
    expect(await point()).toEqual({ started: false })
  })
})
