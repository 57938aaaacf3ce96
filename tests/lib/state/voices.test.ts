import { beforeEach, expect, it } from 'vitest'
import { loadVoices } from '../../../lib/state/voices.ts'
import { commentRow, neutral, postRow } from '../store/rows.ts'
import { createTestSurface } from './surface.ts'

const negative = { ...neutral, label: 'negative', score: -0.8 } as const
let store: ReturnType<typeof createTestSurface>['store']
beforeEach(() => {
  store = createTestSurface().store
})

it('the clearest voices are those that say something, not those that ask; what asks is counted as asking', async () => {
  await store.write(async (tx) => {
    await tx.put('posts', postRow(1))
    await tx.put('comments', commentRow('x:1', 1, { text: 'Do these really taste that good?', tone: negative }))
    await tx.put('comments', commentRow('x:1', 2, { text: 'These taste of cardboard', tone: negative }))
  })
  const voices = await loadVoices(store, [postRow(1)], [])
  expect(voices.negative.map(({ comment }) => comment.text)).toEqual(['These taste of cardboard'])
  expect(voices.matters.map(({ kind, count }) => [kind, count])).toContainEqual(['question', 1])
})
