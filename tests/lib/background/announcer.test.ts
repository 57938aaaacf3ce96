import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnnouncer } from '../../../lib/background/announcer.ts'
import type { Announcer } from '../../../lib/background/announcer.ts'
import { defaultNotifySettings, webhookUrl } from '../../../lib/domain/notify.ts'
import type { Webhook } from '../../../lib/domain/notify.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { deliverableRow, partnerRow, ulid } from '../store/rows.ts'
import { createFakeBrowser } from './fake-browser.ts'
import type { FakeBrowser } from './fake-browser.ts'
import { testWords } from './words.ts'

let store: Store
let fake: FakeBrowser
let now: Date
let announcer: Announcer
let next: number
const asked: { url: string; body: string; init: RequestInit }[] = []
let answers: (number | 'nothing')[]

const webhook: Webhook = {
  id: ulid(70),
  url: 'https://hooks.example/services/secret',
  shape: 'slack',
  severities: ['high', 'medium'],
  digest: true,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  deletedAt: null,
}
/** Missed, which is a high alert: due two days before. */
const late = deliverableRow(1, { partnerId: ulid(1), dueAt: '2026-11-22T10:00:00.000Z', title: 'Reel' })
const put = (...rows: (typeof late)[]) =>
  store.write(async (tx) => {
    for (const row of rows) await tx.put('deliverables', row)
  })
const keep = (hook: Webhook) => store.write((tx) => tx.put('webhooks', hook))
const notifyBy = (notify: Partial<typeof defaultNotifySettings>) =>
  store.write((tx) => tx.putSettings({ ...defaultSettings, notify: { ...defaultNotifySettings, ...notify } }))
const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))

/** As after each time the browser stopped the worker. */
function start() {
  announcer = createAnnouncer({
    browser: fake.port,
    store: async () => store,
    now: () => now,
    newId: () => ulid(next++),
    zone: () => 'Europe/Berlin',
    words: testWords,
    bump: async () => {},
  })
}

beforeEach(async () => {
  store = createMemoryStore()
  fake = createFakeBrowser()
  fake.allowed.add('https://hooks.example/*')
  now = new Date('2026-11-24T11:00:00Z')
  next = 200
  answers = []
  asked.length = 0
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit & { body: string }) => {
    asked.push({ url: url.href, body: init.body, init })
    const answer = answers.shift() ?? 200
    if (answer === 'nothing') throw new TypeError('Failed to fetch')
    return new Response(null, { status: answer })
  })
  await store.write((tx) => tx.put('partners', partnerRow(1)))
  start()
})
afterEach(() => vi.unstubAllGlobals())

describe('the webhook', () => {
  it('is told of an alert once, after two failures, also when the worker was stopped between', async () => {
    await keep(webhook)
    await put(late)
    answers = [500, 'nothing', 200]
    await announcer.look()
    expect(asked).toHaveLength(1)
    start()
    await announcer.onAlarm('webhooks')
    expect(asked).toHaveLength(1)
    pass(2)
    await announcer.onAlarm('webhooks')
    start()
    pass(6)
    await announcer.onAlarm('webhooks')
    expect(asked).toHaveLength(3)
    pass(10_000)
    await announcer.look()
    await announcer.onAlarm('webhooks')
    expect(asked).toHaveLength(3)
    expect(new Set(asked.map(({ body }) => body)).size).toBe(1)
    expect(asked[0]?.body).toContain('Reel')
    const [sending] = await store.sendings.all()
    expect(sending).toMatchObject({ state: 'sent', host: 'hooks.example', nextAt: null })
    expect(sending?.tries.map(({ status }) => status)).toEqual([500, null, 200])
  })

  it('takes nothing along, follows nothing, and the ledger does not know its secret', async () => {
    await keep(webhook)
    await put(late)
    await announcer.look()
    expect(asked[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' })
    expect(JSON.stringify(await store.sendings.all())).not.toContain('secret')
  })

  it('is given up in the end, and says so', async () => {
    await keep(webhook)
    await put(late)
    answers = Array.from({ length: 20 }, () => 404)
    await announcer.look()
    for (let i = 0; i < 12; i++) {
      pass(1_000)
      await announcer.onAlarm('webhooks')
    }
    expect(asked).toHaveLength(7)
    expect(await store.sendings.all()).toMatchObject([{ state: 'failed', nextAt: null }])
  })

  it('is asked nothing without the permission, which is no request', async () => {
    fake.allowed.clear()
    await keep(webhook)
    await put(late)
    await announcer.look()
    expect(asked).toEqual([])
    expect(await store.sendings.all()).toMatchObject([{ state: 'waiting', tries: [] }])
  })

  it('gets nothing more once it was removed', async () => {
    await keep(webhook)
    await put(late)
    answers = [500]
    await announcer.look()
    await keep({ ...webhook, deletedAt: now.toISOString() })
    pass(60)
    await announcer.onAlarm('webhooks')
    expect(asked).toHaveLength(1)
  })

  it('that is added later is not told of what was known before', async () => {
    await put(late)
    await announcer.look()
    await keep(webhook)
    await announcer.look()
    expect(asked).toEqual([])
  })

  it('can be tried, and says what came back', async () => {
    await keep(webhook)
    answers = [403]
    expect(await announcer.test(webhook)).toMatchObject({ state: 'failed', tries: [{ status: 403 }] })
  })

  it('waits for the end of quiet hours', async () => {
    await keep(webhook)
    await notifyBy({ quiet: { from: '11:00', to: '13:00', days: [] } })
    await put(late)
    await announcer.look()
    expect(asked).toEqual([])
    pass(70)
    await announcer.look()
    expect(asked).toHaveLength(1)
  })

  it('gets the digest once a day', async () => {
    await keep({ ...webhook, severities: ['low'] })
    await notifyBy({ digestAt: '13:00' })
    await put(late)
    await announcer.look()
    pass(90)
    await announcer.look()
    await announcer.look()
    expect(asked.map(({ body }) => (JSON.parse(body) as { text: string }).text.split('\n')[0])).toEqual([
      '*Rapport: 1 open*',
    ])
    pass(24 * 60)
    await announcer.look()
    expect(asked).toHaveLength(2)
  })

  it.each([
    ['http://hooks.example/x'],
    ['https://me:secret@hooks.example/x'],
    ['ftp://hooks.example/x'],
    ['javascript:alert(1)'],
    ['hooks.example/x'],
  ])('is no address such as %s', (typed) => {
    expect(webhookUrl(typed)).toBeNull()
  })
})

describe('the toolbar button and the browser’s notifications', () => {
  it('count what is open, without what somebody put off', async () => {
    await put(late, deliverableRow(2, { ...late, id: ulid(2), title: 'Story' }))
    await announcer.look()
    const [first] = await store.news.all()
    await store.write((tx) => tx.put('alertStates', { id: first?.id ?? '', until: null, at: now.toISOString() }))
    await announcer.look([ulid(1)])
    // Both are missing, and so much at once is an alert of its own.
    expect(fake.browser.action.setBadgeText.mock.calls.map(([{ text }]) => text)).toEqual(['3', '2'])
  })

  it('name one alert each, and lead to its partner', async () => {
    await notifyBy({ notification: 'high' })
    await put(late)
    await announcer.look()
    await announcer.look()
    const calls = fake.browser.notifications.create.mock.calls
    expect(calls).toHaveLength(1)
    expect(calls[0]?.[0]).toContain(ulid(1))
    expect(calls[0]?.[1].message).toContain('Reel')
  })

  it('forget the news of a partner who is none any more', async () => {
    await put(late)
    await announcer.look()
    await store.write((tx) => tx.put('partners', { ...partnerRow(1), deletedAt: now.toISOString() }))
    await announcer.look()
    expect(await store.news.all()).toEqual([])
  })
})
