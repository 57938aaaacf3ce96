import { beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../../lib/domain/finding.ts'
import { createReview, type Review } from '../../../lib/state/review.ts'
import { createToasts, type Toasts } from '../../../lib/state/toasts.ts'
import { createTestSurface, type TestSurface } from './surface.ts'

const finding: Finding = {
  ruleId: 'r1',
  kind: 'banned-phrase',
  value: 'cheap',
  source: { type: 'guideline', guidelineId: 'g', name: 'Spring launch', version: 3 },
  status: 'fail',
  severity: 'high',
  weight: 'must',
  reason: 'bannedFound',
  values: ['cheap', 'Cheap'],
  evidence: [{ field: 'text', start: 0, end: 5, quote: 'Cheap' }],
}
const choice = { because: 'wrong', reason: 'A band’s name', everywhere: false } as const

let surface: TestSurface
let toasts: Toasts
let review: Review
beforeEach(() => {
  surface = createTestSurface()
  toasts = createToasts(surface.ports.later)
  review = createReview({ ...surface.ports, toasts, onChange: async () => {} })
})
const undo = () => toasts.shown.value.at(-1)?.undo?.()
const waivers = () => surface.store.waivers.all()

describe('waiving', () => {
  it('keeps the rule, its words and the reason, for the post or for every post', async () => {
    expect(await review.waive('x:1', finding, choice)).toBe(true)
    await review.waive('x:1', finding, { ...choice, everywhere: true })
    const same = { ruleId: 'r1', kind: 'banned-phrase', value: 'cheap', quote: 'Cheap', reason: 'A band’s name' }
    const kept = await waivers()
    expect(kept).toMatchObject([same, same])
    expect(new Set(kept.map(({ postId }) => postId))).toEqual(new Set([null, 'x:1']))
  })

  it('can be undone from the toast', async () => {
    await review.waive('x:1', finding, choice)
    await undo()
    expect(await waivers()).toEqual([])
  })

  it('says so when it is refused', async () => {
    surface.refuse['finding.waive'] = 'disk-full'
    expect(await review.waive('x:1', finding, choice)).toBe(false)
    expect(toasts.shown.value.at(-1)?.problem?.code).toBe('disk-full')
  })

  it('is taken back, and taking back can be undone: then it is a new waiver with the same reason', async () => {
    await review.waive('x:1', finding, choice)
    const [before] = await waivers()
    await review.takeBack(before?.id ?? '')
    expect(await waivers()).toEqual([])
    await undo()
    const [after] = await waivers()
    expect(after).toMatchObject({ postId: 'x:1', quote: 'Cheap', reason: 'A band’s name', deletedAt: null })
    expect(after?.id).not.toBe(before?.id)
  })
})
