import { expect, it } from 'vitest'
import { ingest } from '../../../lib/background/ingest.ts'
import { createJudge } from '../../../lib/background/judge.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { guidelineRow, neutral, partnerRow, t } from '../store/rows.ts'
import { look, postSeen } from './seen.ts'

const judge = createJudge({ engine: 'test', toneOf: () => neutral, spamOf: () => null })
const now = new Date(t(1_000))

it('gives no verdict on captions that the page is not read for any more', async () => {
  const store = createMemoryStore()
  const tag = {
    id: 'tag',
    kind: 'required-hashtag',
    params: { tag: 'Acme' },
    severity: 'high',
    weight: 'must',
  } as const
  await store.write(async (tx) => {
    await tx.put('partners', partnerRow(1))
    await tx.put('guidelines', guidelineRow(1, { rules: [tag] }))
  })
  const see = (at: number, name: string, text: string) => {
    const of = 8
    const posts = Array.from({ length: of }, (_, n) => postSeen(`${name}${n}`, { text }))
    const isFound = text !== ''
    const misses = isFound ? [] : [{ field: 'post.text', of, missing: of, tried: ['p'] }]
    const fields = [{ field: 'post.text', of, won: [isFound ? of : 0] }]
    return ingest(store, judge, { observation: look(at, { posts }), misses, fields }, now)
  }
  const said = async (at: number, name: string, text: string) => {
    const assessments = [...(await see(at, name, text)).assessments.values()]
    return [...new Set(assessments.flatMap(({ findings }) => findings.map(({ status }) => status)))]
  }
  expect(await said(1, 'a', 'Without the tag')).toEqual(['fail'])
  expect(await said(2, 'b', '')).toEqual(['not-checkable'])
  expect(await said(3, 'c', 'Without the tag')).toEqual(['fail'])
})
