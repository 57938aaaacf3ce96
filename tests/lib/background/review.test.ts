import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pageHandlers } from '../../../lib/background/handlers/page.ts'
import { reviewHandlers } from '../../../lib/background/handlers/review.ts'
import type { Deps } from '../../../lib/background/handlers/deps.ts'
import { createJudge, readStandards } from '../../../lib/background/judge.ts'
import { createTone } from '../../../lib/sentiment/tone.ts'
import { ingest } from '../../../lib/background/ingest.ts'
import { rescore } from '../../../lib/background/rescore.ts'
import type { Input } from '../../../lib/messages/protocol.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { guidelineRow, partnerRow, t, ulid } from '../store/rows.ts'
import { createFakeBrowser } from './fake-browser.ts'
import { look, postSeen } from './seen.ts'

const judge = createJudge(createTone(null))
const nothing = async () => {}
const now = () => new Date(t(1_000))
let store: Store
let deps: Deps
const bump = vi.fn<() => Promise<void>>(async () => {})
const rescored = vi.fn<() => Promise<void>>(async () => {})

const rule = {
  id: 'r1',
  kind: 'banned-phrase',
  params: { phrases: ['cheap'] },
  severity: 'high',
  weight: 'must',
} as const
const waiver: Input<'finding.waive'> = {
  id: ulid(50),
  postId: 'x:1',
  ruleId: 'r1',
  kind: 'banned-phrase',
  value: 'cheap',
  quote: 'Cheap',
  because: 'wrong',
  reason: 'Their name is Cheap Trick',
}

async function see(id: string, text: string): Promise<void> {
  const sighting = {
    observation: look(1, { posts: [postSeen(id, { text })] }),
    misses: [],
    fields: [],
    checkAll: false,
  }
  await ingest(store, judge, sighting, now())
}
const verdict = async (id: string) => (await store.assessments.get(id))?.verdict
const handlers = () => reviewHandlers(deps)
const own = { kind: 'extension' } as const

beforeEach(async () => {
  store = createMemoryStore()
  bump.mockClear()
  rescored.mockClear()
  deps = {
    browser: createFakeBrowser().port,
    judge: async () => judge,
    now,
    newId: () => ulid(99),
    store: async () => store,
    healthOf: () => Promise.reject(new Error('not asked')),
    syncSites: async () => [],
    bump,
    rescore: rescored,
    stopRescoring: nothing,
    testWebhook: async () => {
      throw new Error('not asked for')
    },
    lookAt: () => {},
    lookSoon: () => {},
    summarize: async () => 0,
    refreshBadges: nothing,
    pageData: { complete: (_tab, sighting) => sighting, read: () => {} },
  }
  await store.write(async (tx) => {
    await tx.put('partners', partnerRow(1))
    await tx.put('guidelines', guidelineRow(1, { rules: [rule] }))
  })
  await see('1', 'Cheap Trick on repeat')
  await see('2', 'So cheap')
})

describe('a corrected caption', () => {
  it('is worked out for a stored post of a partner, leaving what is waived, and for no other', async () => {
    expect(await handlers()['post.correct']({ postId: 'x:2' }, own)).toMatchObject({
      text: 'So affordable',
      fixed: [{ ruleId: 'r1', value: 'cheap' }],
    })
    await handlers()['finding.waive'](waiver, own)
    expect(await handlers()['post.correct']({ postId: 'x:1' }, own)).toMatchObject({ text: 'Cheap Trick on repeat' })
    expect(await handlers()['post.correct']({ postId: 'x:9' }, own)).toBeNull()
  })

  it('comes with the card of a post that somebody else wrote, too, where a rule asks for other words', async () => {
    const page = pageHandlers(deps)
    const stranger = { handle: 'stranger', name: null }
    const post = postSeen('7', { text: 'So cheap', author: stranger })
    expect(await page['post.card']({ platform: 'x', post }, own)).toMatchObject({
      verdict: 'fail',
      correction: { text: 'So affordable' },
    })
    const fine = postSeen('8', { text: 'So soft', author: stranger })
    expect(await page['post.card']({ platform: 'x', post: fine }, own)).toMatchObject({ correction: null })
  })
})

describe('waiving a finding', () => {
  it('changes the verdict of its post at once, and of no other', async () => {
    expect(await verdict('x:1')).toBe('fail')
    await handlers()['finding.waive'](waiver, own)
    expect(await verdict('x:1')).toBe('pass')
    expect(await verdict('x:2')).toBe('fail')
    expect(bump).toHaveBeenCalledOnce()
    expect(rescored).not.toHaveBeenCalled()
    // The other posts are not judged again for it.
    expect(await rescore(store, judge, now, async () => true)).toBe(0)
  })

  it('for every post judges all of them again', async () => {
    await handlers()['finding.waive']({ ...waiver, postId: null }, own)
    expect(rescored).toHaveBeenCalledOnce()
    expect(await rescore(store, judge, now, async () => true)).toBeGreaterThan(0)
    expect(await verdict('x:1')).toBe('pass')
    expect(await verdict('x:2')).toBe('pass')
  })

  it('outlives a new look at the page', async () => {
    await handlers()['finding.waive'](waiver, own)
    await see('1', 'Cheap Trick on repeat, all day')
    expect(await verdict('x:1')).toBe('pass')
  })

  it('can be taken back, once; what arrives late does not waive again', async () => {
    await handlers()['finding.waive'](waiver, own)
    await handlers()['finding.unwaive']({ id: waiver.id }, own)
    await handlers()['finding.unwaive']({ id: waiver.id }, own)
    await handlers()['finding.waive'](waiver, own)
    expect(await verdict('x:1')).toBe('fail')
    expect((await readStandards(store)).waivers).toEqual([])
    expect(await store.waivers.all({ deleted: true })).toHaveLength(1)
    expect(bump).toHaveBeenCalledTimes(2)
  })

  it('of a post that is gone, or everywhere without words, is refused and changes nothing', async () => {
    await expect(handlers()['finding.waive']({ ...waiver, postId: 'x:9' }, own)).rejects.toThrow('not there')
    const wordless = { ...waiver, quote: null, postId: null }
    await expect(handlers()['finding.waive'](wordless, own)).rejects.toThrow('without words')
    expect(await store.waivers.all({ deleted: true })).toEqual([])
  })
})
