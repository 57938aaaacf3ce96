import { describe, expect, it } from 'vitest'
import { loadRuleRecord, precisionOf } from '../../../lib/state/rule-record.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { assessmentOf, findingOf, partner, postOf } from '../health/fixtures.ts'
import { waiverRow } from '../store/rows.ts'

const waived = { id: 'w', because: 'wrong', reason: 'A band’s name', at: '2026-11-12T09:00:00.000Z' } as const
const found = (n: number, over: Parameters<typeof findingOf>[0] = {}) =>
  assessmentOf(n, 'fail', { findings: [findingOf({ ruleId: 'r', status: 'fail', ...over })] })

describe('a rule’s precision', () => {
  it('has no figure below five findings, and says how many it needs', () => {
    const four = [1, 2, 3, 4].map((n) => found(n))
    expect(precisionOf(four).get('r')).toEqual({ found: 4, wrong: 0, right: null, needs: 1 })
    expect(precisionOf([...four, found(5)]).get('r')).toEqual({ found: 5, wrong: 0, right: 1, needs: 0 })
  })

  it('counts against it what a person called mistaken, not what was only let pass', () => {
    const all = [1, 2, 3].map((n) => found(n))
    const accepted = found(4, { waived: { ...waived, because: 'accepted' } })
    expect(precisionOf([...all, accepted, found(5, { waived })]).get('r')).toMatchObject({ wrong: 1, right: 0.8 })
  })

  it('counts neither what passed nor what could not be checked', () => {
    const none = [found(1, { status: 'pass' }), found(2, { status: 'not-checkable' })]
    expect(precisionOf(none).has('r')).toBe(false)
  })
})

it('the record names the waivers that hold, with the posts they are about', async () => {
  const store = createMemoryStore()
  const post = postOf(1, 3, null)
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    await tx.put('posts', post)
    await tx.put('assessments', found(1, { waived }))
    await tx.put('waivers', waiverRow(1, { postId: post.id }))
    await tx.put('waivers', waiverRow(2, { postId: 'instagram:gone' }))
    await tx.put('waivers', waiverRow(3, { deletedAt: '2026-11-13T09:00:00.000Z' }))
  })
  const { waivers, precision, posts } = await loadRuleRecord(store)
  expect(waivers).toHaveLength(2)
  expect([...posts.keys()]).toEqual([post.id])
  expect(precision.get('r')).toMatchObject({ found: 1, wrong: 1 })
})
