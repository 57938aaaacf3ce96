import { describe, expect, it, vi } from 'vitest'
import type { Rule } from '../../../lib/domain/guideline.ts'
import { createStoredTrial } from '../../../lib/state/stored-trial.ts'
import { partnerRow, postRow, ulid, waiverRow } from '../store/rows.ts'
import { createTestSurface, guideline } from './surface.ts'

const banned = (phrase: string): Rule => ({
  id: `ban-${phrase}`,
  kind: 'banned-phrase',
  params: { phrase },
  severity: 'medium',
  weight: 'must',
})
const everyone = { partnerId: null, limit: 50 }

async function setUp(texts: readonly string[]) {
  const surface = createTestSurface()
  await surface.store.write(async (tx) => {
    await tx.put('partners', partnerRow(1))
    for (const [index, text] of texts.entries()) await tx.put('posts', postRow(index + 1, { text }))
  })
  const trial = createStoredTrial(surface.ports)
  const finish = () =>
    vi.waitFor(() => {
      surface.runLater()
      expect(trial.running.value).toBe(false)
    })
  return { surface, trial, finish }
}

describe('a change of a guideline, tried on stored posts', () => {
  it('tells which would newly fail, with the words, and which would pass', async () => {
    const { trial, finish } = await setUp(['So cheap', 'What a bargain', 'Good morning'])
    const stored = guideline({ rules: [banned('cheap')] })
    void trial.run(stored, { ...stored, rules: [banned('bargain')] }, everyone)
    await finish()
    const { failing = [], passing = [], other, done, total } = trial.result.value ?? {}
    expect([done, total]).toEqual([3, 3])
    expect(failing.map(({ post, before, after }) => [post.text, before, after])).toEqual([
      ['What a bargain', 'pass', 'fail'],
    ])
    expect(failing[0]?.gained[0]?.evidence[0]?.quote).toBe('bargain')
    expect(passing.map(({ post, lost }) => [post.text, lost.length])).toEqual([['So cheap', 1]])
    expect(other).toEqual([])
  })

  it('tries a guideline that is switched off as if it were on', async () => {
    const { trial, finish } = await setUp(['So cheap'])
    const stored = guideline({ active: false, rules: [banned('cheap')] })
    void trial.run(stored, stored, everyone)
    await finish()
    expect(trial.result.value?.failing).toMatchObject([{ before: 'unknown', after: 'fail' }])
  })

  it('leaves alone what is not for the partner, and what a person let pass', async () => {
    const { surface, trial, finish } = await setUp(['So cheap'])
    const stored = guideline({ rules: [] })
    void trial.run(stored, { ...stored, partnerIds: [ulid(9)], rules: [banned('cheap')] }, everyone)
    await finish()
    expect(trial.result.value?.failing).toEqual([])

    await surface.store.write((tx) =>
      tx.put('waivers', waiverRow(5, { postId: null, ruleId: 'ban-cheap', value: 'cheap', quote: 'cheap' })),
    )
    void trial.run(stored, { ...stored, rules: [banned('cheap')] }, everyone)
    await finish()
    expect(trial.result.value?.failing).toEqual([])
  })

  it('can be cancelled, and keeps what it found so far', async () => {
    const { surface, trial } = await setUp(Array.from({ length: 25 }, () => 'So cheap'))
    const stored = guideline({ rules: [] })
    void trial.run(stored, { ...stored, rules: [banned('cheap')] }, everyone)
    await vi.waitFor(() => expect(trial.result.value?.done).toBe(10))
    trial.cancel()
    surface.runLater()
    expect(trial.running.value).toBe(false)
    await Promise.resolve()
    expect(trial.result.value).toMatchObject({ done: 10, total: 25 })
    expect(trial.result.value?.failing).toHaveLength(10)
  })

  it('looks at the newest posts first, as many as asked for', async () => {
    const { trial, finish } = await setUp(['one cheap', 'two cheap', 'three cheap'])
    const stored = guideline({ rules: [] })
    void trial.run(stored, { ...stored, rules: [banned('cheap')] }, { partnerId: ulid(1), limit: 2 })
    await finish()
    expect(trial.result.value?.failing.map(({ post }) => post.text)).toEqual(['three cheap', 'two cheap'])
  })
})
