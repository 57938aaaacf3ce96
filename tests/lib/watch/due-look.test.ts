import { describe, expect, it } from 'vitest'
import { defaultWatchSettings } from '../../../lib/domain/settings.ts'
import { dueLooksOf } from '../../../lib/watch/due-look.ts'
import type { LookRecord } from '../../../lib/watch/due-look.ts'
import { at, NOW, partner, postOf } from '../health/fixtures.ts'

const seen = new Map([['instagram:mara.quill', at(1)]])
const quiet: LookRecord = { partner, posts: [], sponsored: new Set(), agreed: [], accounts: seen, now: NOW }
const due = (record: Partial<LookRecord>) => dueLooksOf({ ...quiet, ...record }, defaultWatchSettings)
const unseen = (n: number, published: number, days: number) => postOf(n, published, 1, { lastSeenAt: at(days) })
const sponsored = new Set(['instagram:1', 'instagram:2', 'instagram:3', 'instagram:4', 'instagram:5', 'instagram:6'])

describe('B8: the "due for a look" queue', () => {
  it('holds agreed posts after a week, paid ones and accounts after two, with when they were seen last', () => {
    const agreed = [{ post: unseen(1, 20, 7), liveAt: at(20) }]
    expect(due({ agreed })).toMatchObject([{ why: 'agreed', id: 'instagram:1', days: 7, lastSeenAt: at(7) }])
    expect(due({ agreed: [{ post: unseen(1, 20, 6.9), liveAt: at(20) }] })).toEqual([])
    expect(due({ posts: [unseen(1, 20, 14)], sponsored })).toMatchObject([{ why: 'sponsored', days: 14 }])
    expect(due({ posts: [unseen(1, 20, 13)], sponsored })).toEqual([])
    expect(due({ accounts: new Map([['instagram:mara.quill', at(14)]]) })).toMatchObject([
      { why: 'account', id: 'instagram:mara.quill', title: '@mara.quill' },
    ])
    expect(due({ accounts: new Map() })).toMatchObject([{ why: 'account', lastSeenAt: null, days: null }])
  })

  it('leaves out what is not paid, too old, or gone by its own page', () => {
    expect(due({ posts: [unseen(9, 20, 15)], sponsored })).toEqual([])
    expect(due({ posts: [unseen(1, 61, 15)], sponsored })).toEqual([])
    expect(due({ agreed: [{ post: unseen(1, 99, 15), liveAt: at(91) }] })).toEqual([])
    const absences = [{ says: 'removed' as const, at: at(3), lastAt: at(3) }]
    expect(due({ agreed: [{ post: { ...unseen(1, 20, 9), absences }, liveAt: at(20) }] })).toEqual([])
  })

  it('names a post once, and of paid posts the five newest', () => {
    const posts = [1, 2, 3, 4, 5, 6].map((n) => unseen(n, 20 + n, 15))
    expect(due({ posts, sponsored }).map(({ id }) => id)).not.toContain('instagram:6')
    const [first] = posts
    expect(
      due({ posts: first ? [first] : [], sponsored, agreed: first ? [{ post: first, liveAt: at(21) }] : [] }),
    ).toMatchObject([{ why: 'agreed' }])
  })

  it('is in order: agreed posts first, then paid ones, then accounts, the longest unseen first', () => {
    const posts = [unseen(1, 20, 15), unseen(2, 21, 18)]
    const agreed = [
      { post: unseen(3, 30, 8), liveAt: at(30) },
      { post: unseen(4, 30, 9), liveAt: at(30) },
    ]
    expect(due({ posts, sponsored, agreed, accounts: new Map() }).map(({ id }) => id)).toEqual([
      'instagram:4',
      'instagram:3',
      'instagram:2',
      'instagram:1',
      'instagram:mara.quill',
    ])
  })
})
