import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import type * as z from 'zod/mini'
import { MessageError } from '../../../lib/messages/errors.ts'
import { limitOf, MAX_PAGE_SEEN } from '../../../lib/messages/limits.ts'
import type { Input, MessageName, Reply } from '../../../lib/messages/protocol.ts'
import { schemas } from '../../../lib/messages/schemas.ts'
import { serve } from '../../../lib/messages/serve.ts'
import type { Caller, Handlers, MessageSender } from '../../../lib/messages/serve.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import { QuotaError } from '../../../lib/store/interface.ts'
import { look, postSeen } from '../background/seen.ts'
import {
  briefRow,
  deliverableRow,
  guidelineRow,
  noteRow,
  overrideRow,
  partnerRow,
  partnerReviewRow,
  programmeUseRow,
  pulseRow,
  realignmentRow,
  contentOf,
  t,
  ulid,
  watchRow,
} from '../store/rows.ts'

const id = 'abcdefghijklmnop'
const base = `chrome-extension://${id}/`
const ownPage: MessageSender = { id, url: `${base}popup.html` }
const contentScript: MessageSender = { id, url: 'https://x.com/creator1', tab: { id: 7 }, frameId: 0 }

const note: Input<'note.save'> = { id: ulid(1), partnerId: null, postId: null, text: 'hi', followUpOn: null }
const seen: Input<'page.seen'> = { observation: look(1), misses: [], fields: [], checkAll: false }

/** Every handler answers with what it was asked, unless `answer` says otherwise. */
function setUp(answer: (name: string, input: unknown, caller: Caller) => unknown = (_name, input) => input) {
  const onError = vi.fn<(error: unknown, type: string) => void>()
  const handle = vi.fn<(name: string, input: unknown, caller: Caller) => unknown>(answer)
  const handlers = Object.fromEntries(
    Object.keys(schemas).map((name) => [name, (input: unknown, caller: Caller) => handle(name, input, caller)]),
  ) as unknown as Handlers
  const listen = serve(handlers, { id, base, onError })
  const ask = (type: unknown, input: unknown, sender: MessageSender = ownPage) => listen({ type, input }, sender)
  return { ask, listen, handle, onError }
}

async function codeOf(reply: Promise<Reply<unknown>>): Promise<string> {
  const told = await reply
  return told.ok ? 'ok' : told.error.code
}

describe('a message', () => {
  it('reaches its handler parsed, without what it should not carry', async () => {
    const { ask, handle } = setUp()
    const reply = await ask('note.save', { ...note, surprise: 1 })
    expect(reply).toEqual({ ok: true, value: note })
    expect(handle).toHaveBeenCalledExactlyOnceWith('note.save', note, { kind: 'extension' })
  })

  it('reaches its handler before anything is awaited, so that a click still counts', () => {
    const { ask, handle } = setUp()
    void ask('panel.open', {}, contentScript)
    expect(handle).toHaveBeenCalledOnce()
  })

  it.each([
    ['no message', undefined],
    ['a string', 'note.save'],
    ['no type', {}],
    ['an unknown type', { type: 'note.burn', input: {} }],
    ['a type that every object has', { type: 'constructor', input: {} }],
    ['__proto__', { type: '__proto__', input: {} }],
    ['no input', { type: 'note.save' }],
    ['an input of another shape', { type: 'note.save', input: { ...note, text: 7 } }],
    ['an id that is none', { type: 'note.save', input: { ...note, id: '../../etc' } }],
    ['input where none belongs', { type: 'card.inject', input: { tabId: 3 } }],
  ])('that is %s is refused', async (_what, message) => {
    const { listen, handle } = setUp()
    expect(await codeOf(listen(message, ownPage))).toBe('bad-message')
    expect(handle).not.toHaveBeenCalled()
  })

  it('that is cyclic, or holds what JSON cannot, is refused', async () => {
    const { ask } = setUp()
    const cyclic: Record<string, unknown> = { ...note }
    cyclic['self'] = cyclic
    expect(await codeOf(ask('note.save', cyclic))).toBe('bad-message')
    expect(await codeOf(ask('note.save', { ...note, text: 1n }))).toBe('bad-message')
    let deep: unknown = []
    for (let n = 0; n < 100_000; n++) deep = [deep]
    expect(await codeOf(ask('guideline.save', { ...guidelineRow(1), rules: deep }))).toBe('bad-message')
  })

  it('that is too large is refused unread', async () => {
    const { ask, handle } = setUp()
    expect(await codeOf(ask('note.delete', { id: ulid(1), rest: 'x'.repeat(limitOf('note.delete')) }))).toBe(
      'too-large',
    )
    const posts = Array.from({ length: 60 }, (_, n) => postSeen(String(n), { text: 'x'.repeat(90_000) }))
    expect(await codeOf(ask('page.seen', { ...seen, observation: look(1, { posts }) }))).toBe('too-large')
    expect(handle).not.toHaveBeenCalled()
  })

  it('as large as the content script makes them is not', async () => {
    const { ask } = setUp()
    const posts = Array.from({ length: 40 }, (_, n) => postSeen(String(n), { text: '\u0000'.repeat(10_000) }))
    const input = { ...seen, observation: look(1, { posts }) }
    expect(JSON.stringify(input).length).toBeLessThan(MAX_PAGE_SEEN)
    expect(await codeOf(ask('page.seen', input, contentScript))).toBe('ok')
  })

  it('with the longest note, of characters that JSON makes six times longer, is not too large', async () => {
    const { ask } = setUp()
    expect(await codeOf(ask('note.save', { ...note, text: '\u0001'.repeat(50_000) }))).toBe('ok')
    expect(await codeOf(ask('note.save', { ...note, text: 'x'.repeat(50_001) }))).toBe('bad-message')
  })

  it('with the longest text to tell the tone of is not too large', async () => {
    const { ask } = setUp()
    expect(await codeOf(ask('tone.read', { text: '\u0001'.repeat(100_000), lang: null }))).toBe('ok')
    expect(await codeOf(ask('tone.read', { text: 'x'.repeat(100_001), lang: null }))).toBe('bad-message')
  })

  it('does not change anyone’s prototype', async () => {
    const { ask } = setUp()
    const rules = JSON.parse(
      '[{"id":"r","kind":"k","params":{"__proto__":{"bad":1}},"severity":"low","weight":"must"}]',
    )
    const reply = await ask('guideline.save', { ...guidelineRow(1), rules })
    expect(reply.ok).toBe(true)
    expect(({} as Record<string, unknown>)['bad']).toBeUndefined()
    expect(JSON.stringify(reply)).not.toContain('bad')
  })
})

describe('who asks', () => {
  const contentMay = new Set<MessageName>([
    'page.seen',
    'post.card',
    'card.inject',
    'panel.open',
    'site.hide',
    'override.save',
    'partner.track',
    'capture.offer',
  ])

  it('may be a content script for what pages need, and for nothing else', async () => {
    for (const name of Object.keys(schemas) as MessageName[]) {
      const { ask, handle } = setUp()
      const code = await codeOf(ask(name, inputs[name], contentScript))
      expect([name, code]).toEqual([name, contentMay.has(name) ? 'ok' : 'not-allowed'])
      expect(handle).toHaveBeenCalledTimes(contentMay.has(name) ? 1 : 0)
    }
  })

  it('may be any page of the extension, also one that is open in a tab', async () => {
    for (const name of Object.keys(schemas) as MessageName[]) {
      const { ask } = setUp()
      const sender = { id, url: `${base}dashboard.html#/notes`, tab: { id: 3 } }
      expect([name, await codeOf(ask(name, inputs[name], sender))]).toEqual([name, 'ok'])
    }
  })

  it.each([
    ['another extension', { ...ownPage, id: 'ponmlkjihgfedcba' }],
    ['another extension that names our page', { id: 'ponmlkjihgfedcba', url: ownPage.url }],
    ['nobody', {}],
    [
      'a page whose address only begins like ours',
      { ...contentScript, url: `chrome-extension://${id}.evil/popup.html` },
    ],
    ['a script in a frame', { ...contentScript, frameId: 4 }],
    ['a local file', { ...contentScript, url: 'file:///etc/passwd' }],
    ['an opaque page', { ...contentScript, url: 'about:blank' }],
    ['a script outside of any tab', { id, url: 'https://x.com/' }],
  ])('may not be %s', async (_who, sender) => {
    const { ask, handle } = setUp()
    expect(await codeOf(ask('page.seen', seen, sender))).toBe('not-allowed')
    expect(handle).not.toHaveBeenCalled()
  })

  it.each(['https://x.com.evil.example/creator1', 'https://evil.example/x.com', 'https://X.COM:8443/', 'nowhere'])(
    'is a page that may not report about %s',
    async (url) => {
      const { ask } = setUp()
      const input = { ...seen, observation: { ...look(1), url } }
      expect(await codeOf(ask('page.seen', input, contentScript))).toBe('not-allowed')
    },
  )

  it('is told to the handler', async () => {
    const { ask, handle } = setUp()
    await ask('card.inject', {}, contentScript)
    expect(handle.mock.calls[0]?.[2]).toEqual({
      kind: 'content',
      tabId: 7,
      frameId: 0,
      url: new URL('https://x.com/creator1'),
    })
  })
})

describe('what goes wrong', () => {
  it('in a handler on purpose is told with its code and words', async () => {
    const { ask, onError } = setUp(() => {
      throw new MessageError('not-found', 'This note is not there any more.')
    })
    const error = { code: 'not-found', message: 'This note is not there any more.' }
    expect(await ask('note.delete', { id: ulid(1) })).toEqual({ ok: false, error })
    expect(onError).not.toHaveBeenCalled()
  })

  it('on the disk is told as a full disk', async () => {
    const { ask } = setUp(() => Promise.reject(new QuotaError('QuotaExceededError at 0x7f')))
    const reply = await ask('note.save', note)
    expect(reply).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(JSON.stringify(reply)).not.toContain('0x7f')
  })

  it.each([
    [
      'at once',
      () => {
        throw new Error('secret path /home/me')
      },
    ],
    ['later', () => Promise.reject(new Error('secret path /home/me'))],
    ['with something that is no error', () => Promise.reject('secret path /home/me')],
  ])('by accident, %s, is reported inside and told without details', async (_when, answer) => {
    const { ask, onError } = setUp(answer)
    const reply = await ask('note.save', note)
    expect(reply).toMatchObject({ ok: false, error: { code: 'failed' } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'note.save')
  })
})

describe('the schemas', () => {
  it('accept exactly what the protocol says', () => {
    type Parsed = { [N in MessageName]: z.infer<(typeof schemas)[N]> }
    type Said = { [N in MessageName]: Input<N> }
    expectTypeOf<Parsed>().toEqualTypeOf<Said>()
    for (const name of Object.keys(schemas) as MessageName[])
      expect([name, schemas[name].safeParse(inputs[name]).success]).toEqual([name, true])
  })
})

const plain = <T extends { createdAt: string; updatedAt: string; deletedAt: string | null }>(row: T) => {
  const { createdAt: _c, updatedAt: _u, deletedAt: _d, ...rest } = row
  return rest
}
/** One good input for each message. */
const inputs: { [N in MessageName]: Input<N> } = {
  'page.seen': seen,
  'post.card': { platform: 'x', post: postSeen('1') },
  'card.inject': {},
  'panel.open': {},
  'site.hide': { platform: 'x', hidden: true },
  'partner.track': { platform: 'x', handle: 'creator1', name: null, url: null },
  'tab.context': { tabId: null },
  'tone.read': { text: 'so soft', lang: 'en' },
  'page.check': { tabId: 7 },
  'summaries.refresh': {},
  'point.start': { tabId: 7, field: 'profile.followers' },
  'capture.start': { tabId: 7 },
  'capture.offer': { observation: seen.observation },
  'capture.read': {},
  'capture.keep': {
    seenAt: t(1),
    partnerId: ulid(1),
    author: 'Maya',
    publishedAt: null,
    metrics: postSeen('1').metrics,
    paid: false,
    same: null,
  },
  'capture.discard': {},
  'partner.save': partnerRow(1),
  'partner.import': { partners: [partnerRow(1)] },
  'partner.delete': { id: ulid(1) },
  'partner.restore': { id: ulid(1) },
  'note.save': { ...note, partnerId: noteRow(1).partnerId, followUpOn: '2026-11-30' },
  'note.mark': { id: ulid(1), pinned: true, followUpOn: '2026-11-30' },
  'note.delete': { id: ulid(1) },
  'note.restore': { id: ulid(1) },
  'contact.log': { id: ulid(1), partnerId: ulid(2), direction: 'out', channel: 'email', at: t(1), note: '' },
  'contact.delete': { id: ulid(1) },
  'alert.snooze': { id: 'reply-overdue|p|c', until: null },
  'alert.wake': { id: 'reply-overdue|p|c' },
  'watch.save': plain(watchRow(1)),
  'watch.delete': { id: ulid(1) },
  'watch.restore': { id: ulid(1) },
  'webhook.save': { id: ulid(1), url: 'https://hooks.example/x', shape: 'slack', severities: ['high'], digest: true },
  'webhook.delete': { id: ulid(1) },
  'webhook.restore': { id: ulid(1) },
  'webhook.test': { id: ulid(1) },
  'deliverable.save': plain(deliverableRow(1)),
  'deliverable.delete': { id: ulid(1) },
  'deliverable.restore': { id: ulid(1) },
  'brief.save': plain(briefRow(1)),
  'brief.delete': { id: ulid(1) },
  'brief.restore': { id: ulid(1) },
  'draft.make': {
    id: ulid(1),
    partnerId: ulid(2),
    title: '',
    platform: 'x',
    kind: 'post',
    deliverableId: null,
    content: { caption: 'Soon #ad', media: ['clip.mp4'] },
    by: 'Ines',
    submit: ulid(3),
  },
  'draft.act': {
    id: ulid(1),
    seen: 0,
    action: { id: ulid(3), kind: 'submit', by: 'Ines', comment: '', post: null, of: null, content: null },
  },
  'draft.handoff': { id: ulid(1), seen: 2, eventId: ulid(4), by: 'Ines', to: 'Legal' },
  'draft.answer': {
    eventId: ulid(5),
    signOff: {
      draft: ulid(1),
      sheet: ulid(6),
      draftVersion: 1,
      hash: 'a'.repeat(64),
      answer: 'approve',
      comment: '',
      name: 'Sven',
      at: t(1),
      mac: 'b'.repeat(64),
    },
  },
  'incident.open': {
    id: ulid(1),
    partnerId: ulid(2),
    title: 'Misleading claim',
    alert: { id: 'mood|p|negative', words: '60% are negative' },
    evidence: ['x:1'],
    by: 'Ines',
  },
  'incident.act': { id: ulid(1), seen: 1, eventId: ulid(3), by: 'Ines', action: { kind: 'classify' } },
  'incident.reported': { id: ulid(1), file: 'incident.html', sha256: 'a'.repeat(64) },
  'vetting.start': { id: ulid(1), platform: 'x', handle: 'ana', name: null, url: null },
  'vetting.change': { id: ulid(1), base: '2026-11-20T12:00:00.000Z', lookBack: { months: 36, highRisk: true } },
  'vetting.decide': { id: ulid(1), seen: 0, verdictId: ulid(2), by: 'Ines', decision: 'reject', reason: 'Slurs' },
  'vetting.delete': { id: ulid(1) },
  'vetting.restore': { id: ulid(1) },
  'incident.delete': { id: ulid(1) },
  'incident.restore': { id: ulid(1) },
  'agreement.make': {
    id: ulid(1),
    partnerId: ulid(2),
    title: 'Spring campaign',
    timeZone: 'Europe/Dublin',
    text: 'Each post must remain live for 45 days.',
    by: 'Ines',
  },
  'agreement.act': {
    id: ulid(1),
    seen: '2027-02-01T10:00:00.000Z',
    by: 'Ines',
    action: { kind: 'revise', text: 'Each post must remain live for 60 days.' },
  },
  'agreement.delete': { id: ulid(1) },
  'agreement.restore': { id: ulid(1) },
  'plan.make': {
    id: ulid(1),
    partnerId: ulid(2),
    title: 'Trust after the claim',
    incidentId: null,
    timeZone: 'Europe/Oslo',
    by: 'Ines',
  },
  'plan.act': { id: ulid(1), seen: 0, eventId: ulid(3), by: 'Ines', action: { kind: 'share' } },
  'plan.sheet': { id: ulid(1), seen: 0, eventId: ulid(3), by: 'Ines' },
  'plan.rating': {
    eventId: ulid(5),
    rating: {
      plan: ulid(1),
      sheet: ulid(6),
      scores: { overall: 8, communication: 7, clarity: 6, freedom: 9, payment: 10 },
      comment: '',
      name: 'Maya',
      at: t(1),
      mac: 'b'.repeat(64),
    },
  },
  'plan.delete': { id: ulid(1) },
  'plan.restore': { id: ulid(1) },
  'realignment.save': {
    id: ulid(1),
    partnerId: ulid(2),
    title: 'Two reels a month',
    planId: null,
    timeZone: 'Europe/Oslo',
    content: contentOf(realignmentRow(1)),
    by: 'Ines',
    seen: null,
  },
  'realignment.act': {
    id: ulid(1),
    seen: t(1),
    eventId: ulid(3),
    by: 'Ines',
    action: { kind: 'acknowledge', side: 'brand', name: 'Ines', on: '2026-11-02', version: 1 },
  },
  'realignment.delete': { id: ulid(1) },
  'realignment.restore': { id: ulid(1) },
  'draft.delete': { id: ulid(1) },
  'draft.restore': { id: ulid(1) },
  'lookback.save': { ...plain(partnerReviewRow(1)), seen: null },
  'lookback.delete': { id: ulid(1) },
  'lookback.restore': { id: ulid(1) },
  'programme.save': plain(programmeUseRow(1)),
  'programme.delete': { id: ulid(1) },
  'programme.restore': { id: ulid(1) },
  'pulse.save': plain(pulseRow(1)),
  'pulse.delete': { id: ulid(1) },
  'pulse.restore': { id: ulid(1) },
  'guideline.save': guidelineRow(1),
  'guideline.import': { guidelines: [guidelineRow(1)] },
  'guideline.delete': { id: ulid(1) },
  'guideline.restore': { id: ulid(1) },
  'finding.waive': {
    id: ulid(1),
    postId: 'x:1',
    ruleId: 'r1',
    kind: 'banned-phrase',
    value: 'cheap',
    quote: 'cheap',
    because: 'wrong',
    reason: 'A song title',
  },
  'finding.unwaive': { id: ulid(1) },
  'post.correct': { postId: 'x:1' },
  'tone.correct': { id: ulid(1), text: 'Sick!', lang: 'en', label: 'positive', was: 'negative' },
  'correction.delete': { id: ulid(1) },
  'correction.restore': { id: ulid(1) },
  'override.save': plain(overrideRow(1)),
  'override.delete': { id: ulid(1) },
  'override.restore': { id: ulid(1) },
  'override.import': { overrides: [overrideRow(1)] },
  'record.changed': {},
  'settings.save': { ...defaultSettings, theme: 'dark', retentionDays: null },
  'rescoring.stop': {},
  'rescoring.resume': {},
  'report.make': { id: ulid(1), kind: 'weekly', partnerId: null },
  'report.delete': { id: ulid(1) },
  'report.restore': { id: ulid(1) },
  'letter.save': { id: ulid(1), base: 'reminder1', name: 'Ours', subject: 'Hello', body: 'Hi {{name}}' },
  'letter.delete': { id: ulid(1) },
  'letter.restore': { id: ulid(1) },
  'sites.sync': {},
  'sample.load': {},
}
