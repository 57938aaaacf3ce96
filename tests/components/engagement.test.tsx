import { describe, expect, it } from 'vitest'
import { Engagement } from '../../components/Engagement.tsx'
import type { Post } from '../../lib/domain/post.ts'
import { readEngagement } from '../../lib/state/engagement.ts'
import { createMemoryStore } from '../../lib/store/memory.ts'
import { at, NOW, partner, postOf } from '../lib/health/fixtures.ts'
import { partnerRow, profileRow } from '../lib/store/rows.ts'
import { show, words } from './show.ts'

const ACCOUNT = 'instagram:mara.quill'
const profile = profileRow(ACCOUNT, 1, { followers: { value: 1_000, step: 1 }, at: at(3), lastSeenAt: at(0) })
const recent = (likes: readonly (number | null)[], over: Partial<Post> = {}) =>
  likes.map((value, i) => postOf(i, i + 3, value, over))
const earlier = (likes: number, n: number) => Array.from({ length: n }, (_, i) => postOf(100 + i, 70 + i, likes))

async function shown(posts: readonly Post[], { profiles = [profile], store = createMemoryStore() } = {}) {
  const account = { platform: 'instagram', posts, profiles }
  return words(
    show(<Engagement figure={await readEngagement(store, partner, account, new Map(), NOW)} platform="instagram" />),
  )
}

describe('the engagement rate', () => {
  it('stands beside its formula, its posts, its time and who publishes it', async () => {
    const text = await shown(recent([10, 20, 30, 40, 50, 60, 70, 80, 90]))
    expect(text).toContain('5%')
    expect(text).toContain('The middle post’s likes ÷ followers (Modash, influData)')
    expect(text).toContain('from 9 posts, Nov 11 – 19, 2026')
    expect(text).toContain('High confidence')
  })

  it('says how far a rounded figure may be off', async () => {
    const rounded = { ...profile, followers: { value: 1_000, step: 100 } }
    expect(await shown(recent([50, 50, 50]), { profiles: [rounded] })).toMatch(/between 4\.55% and 5%/)
  })

  it('leaves out pinned posts and hidden figures, and says how many', async () => {
    const posts = [...recent([50, 50, 50, null]), postOf(9, 9, 5_000, { labels: ['pinned'] })]
    const text = await shown(posts)
    expect(text).toContain('5%')
    expect(text).toContain('1 pinned post is left out')
    expect(text).toContain('1 post hides a figure and is left out')
  })

  it('is not captured where no post shows its figures, and never 0', async () => {
    const text = await shown(recent([null, null]))
    expect(text).toContain('Not captured')
    expect(text).not.toContain('0%')
  })

  it('is held against the account’s own earlier posts before all', async () => {
    const text = await shown([...recent([30, 30, 30]), ...earlier(60, 8)])
    expect(text).toContain('50% below what is usual for this account, by 8 earlier posts')
  })

  it('is held against other partners where the account has too few earlier posts', async () => {
    const store = createMemoryStore()
    await store.write(async (tx) => {
      for (let i = 1; i <= 5; i++) {
        const key = `instagram:peer${i}`
        await tx.put('partners', partnerRow(i, { accountKeys: [key], deletedAt: null }))
        await tx.put('profiles', { ...profileRow(key, 1), followers: { value: 1_000, step: 1 }, lastSeenAt: at(0) })
        for (let n = 0; n < 8; n++)
          await tx.put('posts', postOf(1_000 * i + n, n + 3, 10 * i, { account: key, labels: [] }))
      }
    })
    expect(await shown(recent([35, 35, 35]), { store })).toContain('Higher than 60% of 5 other partners of this size')
  })

  it('is held against published figures last, with their source and year', async () => {
    expect(await shown(recent([50, 50, 50]))).toContain('Published as good: 5% to 10% (Modash, 2024)')
  })
})
