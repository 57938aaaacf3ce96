import { describe, expect, it } from 'vitest'
import { asOf } from '../../../lib/background/as-of.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import type { Rows, TableName } from '../../../lib/store/interface.ts'
import { assessmentOf, at, findingOf, NOW, postOf } from '../health/fixtures.ts'
import { commentRow } from '../store/rows.ts'

const DAY = 86_400_000
const post = postOf(1, 20, 500)
const likes = (value: number) => ({ ...post.metrics, likes: { value, step: 1 } })

const revision = (n: number, daysAgo: number) => ({
  id: `${post.id}#${n}`,
  postId: post.id,
  text: `text ${n}`,
  textComplete: true,
  firstSeenAt: at(daysAgo),
  lastSeenAt: at(daysAgo),
})
const snapshot = (daysAgo: number, value: number) => ({
  id: `${post.id}@${at(daysAgo)}`,
  postId: post.id,
  at: at(daysAgo),
  lastSeenAt: at(daysAgo),
  metrics: likes(value),
})

async function known(rows: { [T in TableName]?: Rows[T][] }, daysAgo: number, findings = [findingOf({})]) {
  const store = createMemoryStore()
  await store.write(async (tx) => {
    for (const [table, list] of Object.entries(rows)) for (const row of list) await tx.put(table as TableName, row)
  })
  return asOf(store, [post], [assessmentOf(1, 'fail', { findings })], NOW - daysAgo * DAY)
}

describe('what was known at a moment', () => {
  it('has the figures of then, not those of today', async () => {
    const metrics = [snapshot(19, 100), snapshot(10, 300), snapshot(1, 500)]
    expect((await known({ metrics }, 5)).posts[0]).toMatchObject({ metrics: likes(300), lastSeenAt: at(5) })
    expect((await known({ metrics }, 19.5)).posts[0]?.metrics.likes).toBeNull()
    expect((await known({ metrics }, 0)).posts).toEqual([post])
  })

  it('has no waiver that was given later', async () => {
    const waived = { id: 'w', because: 'accepted', reason: 'Agreed', at: at(4) } as const
    const findings = [findingOf({ status: 'missing', waived })]
    const verdictAt = async (daysAgo: number) => (await known({}, daysAgo, findings)).assessments[0]?.verdict
    expect([await verdictAt(5), await verdictAt(3)]).toEqual(['fail', 'pass'])
  })

  it('has no check of a caption that was changed later', async () => {
    const revisions = [revision(1, 20), revision(2, 4)]
    expect((await known({ revisions }, 5)).assessments).toEqual([])
    expect((await known({ revisions }, 3)).assessments).toHaveLength(1)
  })

  it('hears only the comments that were seen until then', async () => {
    const comments = [12, 6, 2].map((daysAgo, n) => commentRow(post.id, n + 1, { firstSeenAt: at(daysAgo) }))
    const heardAt = async (daysAgo: number) => (await known({ comments }, daysAgo)).assessments[0]?.mood.n
    expect([await heardAt(13), await heardAt(5), await heardAt(1)]).toEqual([0, 2, 3])
  })
})
