import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Deps } from '../../../lib/background/handlers/deps.ts'
import { draftHandlers } from '../../../lib/background/handlers/drafts.ts'
import { reviewHandlers } from '../../../lib/background/handlers/review.ts'
import { createJudge } from '../../../lib/background/judge.ts'
import { draftPostId } from '../../../lib/domain/draft.ts'
import type { DraftActionInput } from '../../../lib/domain/draft.ts'
import { signedText, type SignOff } from '../../../lib/domain/sign-off.ts'
import { progressOf } from '../../../lib/partnership/approval.ts'
import { readSignOff } from '../../../lib/partnership/sign-off.ts'
import { createTone } from '../../../lib/sentiment/tone.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { bytesOf, hmacOf } from '../../../lib/text/sha256.ts'
import { guidelineRow, partnerRow, t, ulid } from '../store/rows.ts'
import { createFakeBrowser } from './fake-browser.ts'

const own = { kind: 'extension' } as const
const nothing = async () => {}
const bump = vi.fn<() => Promise<void>>(nothing)
let store: Store
let deps: Deps
let now = 1_000
let made = 500
const judge = createJudge(createTone(null))
const rule = {
  id: 'r1',
  kind: 'banned-phrase',
  params: { phrases: ['cheap'] },
  severity: 'high',
  weight: 'must',
} as const
const id = ulid(30)

beforeEach(async () => {
  store = createMemoryStore()
  bump.mockClear()
  now = 1_000
  deps = {
    browser: createFakeBrowser().port,
    judge: async () => judge,
    now: () => new Date(t(now)),
    newId: () => ulid(++made),
    store: async () => store,
    healthOf: () => Promise.reject(new Error('unused')),
    syncSites: async () => [],
    bump,
    rescore: nothing,
    stopRescoring: nothing,
    summarize: async () => 0,
    pageData: { complete: (_tabId, sighting) => sighting, read: () => {} },
    testWebhook: async () => {
      throw new Error('not asked for')
    },
    lookAt: () => {},
    lookSoon: () => {},
    refreshBadges: nothing,
  }
  await store.write(async (tx) => {
    await tx.put('partners', partnerRow(1))
    await tx.put('guidelines', guidelineRow(2, { rules: [rule] }))
  })
})

const handlers = () => draftHandlers(deps)
const make = (caption: string) =>
  handlers()['draft.make'](
    {
      id,
      partnerId: ulid(1),
      title: '',
      platform: 'instagram',
      kind: 'post',
      deliverableId: null,
      content: { caption, media: [] },
      by: 'Ines',
      submit: ulid(40),
    },
    own,
  )
async function act(kind: DraftActionInput['kind'], more: Partial<DraftActionInput> = {}, seen?: number) {
  const stored = await store.drafts.get(id)
  const action = { id: ulid(++made), kind, by: 'Ines', comment: '', post: null, of: null, content: null, ...more }
  return handlers()['draft.act']({ id, seen: seen ?? stored?.events.length ?? 0, action }, own)
}
const stateNow = async () => {
  const draft = await store.drafts.get(id)
  return draft && progressOf(draft).state
}
async function handOff(to = 'Sven of legal') {
  const seen = (await store.drafts.get(id))?.events.length ?? 0
  const { draft } = await handlers()['draft.handoff']({ id, seen, eventId: ulid(++made), by: 'Ines', to }, own)
  return draft
}
async function answered(change: Partial<SignOff> = {}, sign = true): Promise<SignOff> {
  const draft = await store.drafts.get(id)
  const sheet = draft?.sheets.at(-1)
  if (!draft || !sheet) throw new Error('no sheet')
  const said: SignOff = {
    draft: id,
    sheet: sheet.id,
    draftVersion: sheet.version,
    hash: sheet.hash,
    answer: 'approve',
    comment: '',
    name: 'Sven',
    at: t(2_000),
    mac: '0'.repeat(64),
    ...change,
  }
  return sign ? { ...said, mac: hmacOf(bytesOf(sheet.secret), signedText(said)) } : said
}
const take = async (signOff: SignOff) => handlers()['draft.answer']({ eventId: ulid(++made), signOff }, own)

describe('a draft', () => {
  it('is made once however often the message comes, and its reviewer’s name is remembered', async () => {
    await make('Tea time #ad')
    await make('Tea time #ad')
    expect(await store.drafts.all()).toHaveLength(1)
    expect(await stateNow()).toBe('submitted')
    expect((await store.settings.get()).approval.reviewer).toBe('Ines')
  })

  it('is not approved while a guideline fails, and is once the finding was waived', async () => {
    await make('A cheap thrill #ad')
    await act('begin')
    expect((await act('pass-compliance')).refused).toEqual({ code: 'openFindings', values: ['1'] })
    expect(await stateNow()).toBe('compliance-review')
    await reviewHandlers(deps)['finding.waive'](
      {
        id: ulid(60),
        postId: draftPostId(id),
        ruleId: 'r1',
        kind: 'banned-phrase',
        value: 'cheap',
        quote: 'cheap',
        because: 'accepted',
        reason: 'Name of a song',
      },
      own,
    )
    expect((await act('pass-compliance')).refused).toBeNull()
    expect((await act('approve')).refused).toBeNull()
    expect(await stateNow()).toBe('approved')
  })

  it('edited in two windows: the second decision about an old state is refused, and nothing is changed', async () => {
    await make('Tea time #ad')
    await act('begin')
    await act('request-changes', { by: 'Kofi', comment: 'Softer, please' })
    const before = await store.drafts.get(id)
    bump.mockClear()
    const late = await act('revise', { content: { caption: 'My long rewrite #ad', media: [] } }, 2)
    expect(late).toEqual({ draft: before, refused: { code: 'changed', values: ['Kofi', 'request-changes'] } })
    expect(await store.drafts.get(id)).toEqual(before)
    expect(bump).not.toHaveBeenCalled()
  })

  it('takes a repeated decision once, also where the first answer was lost', async () => {
    await make('Tea time #ad')
    const action = {
      id: ulid(70),
      kind: 'begin',
      by: 'Ines',
      comment: '',
      post: null,
      of: null,
      content: null,
    } as const
    await handlers()['draft.act']({ id, seen: 1, action }, own)
    const again = await handlers()['draft.act']({ id, seen: 1, action }, own)
    expect(again).toMatchObject({ refused: null, draft: { events: [{}, { id: ulid(70) }] } })
    expect(again.draft.events).toHaveLength(2)
  })

  it('that was deleted takes no decision until it is restored', async () => {
    await make('Tea time #ad')
    await handlers()['draft.delete']({ id }, own)
    expect((await act('begin')).refused?.code).toBe('deleted')
    await handlers()['draft.restore']({ id }, own)
    expect((await act('begin')).refused).toBeNull()
  })

  it('without words or a file is refused with a reason', async () => {
    await expect(make('  ')).rejects.toThrow('something to be looked at')
  })
})

describe('a review that was handed to somebody outside', () => {
  beforeEach(async () => {
    await make('Tea time #ad')
    await act('begin')
    await handOff()
  })

  it('goes on with what they answered, in their name', async () => {
    expect((await take(await answered())).refused).toBeNull()
    expect(await stateNow()).toBe('creative-review')
    expect((await store.drafts.get(id))?.events.at(-1)).toMatchObject({ kind: 'pass-compliance', by: 'Sven' })
    // Their name is not the name of whoever sits here.
    expect((await store.settings.get()).approval.reviewer).toBe('Ines')
  })

  it('asks for changes with their comment, and refuses an answer without one', async () => {
    const silent = await answered({ answer: 'changes' })
    expect((await take(silent)).refused?.code).toBe('commentMissing')
    await take(await answered({ answer: 'changes', comment: 'Not in winter' }))
    expect(await stateNow()).toBe('changes-requested')
  })

  it('refuses a file that was altered, for another version, of another draft, or taken in before', async () => {
    const good = await answered()
    const codes = async (signOff: SignOff) => (await take(signOff)).refused?.code
    expect(await codes({ ...good, name: 'Somebody else' })).toBe('altered')
    expect(await codes({ ...good, answer: 'changes', comment: 'Not in winter' })).toBe('altered')
    expect(await codes(await answered({ sheet: ulid(99) }))).toBe('unknownSheet')
    const old = await answered()
    await act('revise', { content: { caption: 'Another text #ad', media: [] } })
    await act('submit')
    await act('begin')
    expect((await take(old)).refused).toEqual({ code: 'otherVersion', values: ['1', '2'] })
    await handOff()
    await take(await answered())
    expect(await codes(await answered())).toBe('answered')
    await expect(take(await answered({ draft: ulid(98) }))).rejects.toThrow('not there any more')
  })

  it('does not take an answer for a review that is not waiting any more', async () => {
    const late = await answered()
    await act('pass-compliance')
    expect((await take(late)).refused?.code).toBe('notWaiting')
  })
})

describe('a sign-off file', () => {
  const file = {
    format: 'rapport-sign-off',
    version: 1,
    draft: ulid(1),
    sheet: ulid(2),
    draftVersion: 1,
    hash: 'a'.repeat(64),
    answer: 'approve',
    comment: '',
    name: 'Sven',
    at: t(1),
    mac: 'b'.repeat(64),
  }

  it.each([
    ['{', 'notJson'],
    ['[]', 'notOurs'],
    ['{"format":"rapport-record"}', 'notOurs'],
    [JSON.stringify({ ...file, version: 2 }), 'newer'],
    [JSON.stringify({ ...file, hash: 'short', name: '' }), 'badField'],
    [JSON.stringify({ ...file, comment: 'x'.repeat(70_000) }), 'tooLarge'],
  ])('%.40s is refused as %s', (text, code) => {
    expect(readSignOff(text)).toMatchObject({ problem: { code } })
  })

  it('is read with the place of what is wrong, whatever else stands in it', () => {
    expect(readSignOff(JSON.stringify({ ...file, hash: 1 }))).toMatchObject({ problem: { detail: 'hash' } })
    expect(readSignOff(`\uFEFF${JSON.stringify({ ...file, more: '<script>' })}`)).toEqual({
      signOff: expect.not.objectContaining({ more: '<script>' }) as unknown,
    })
  })
})
