import { describe, expect, it } from 'vitest'
import type { Observation, PostSeen } from '../../../lib/domain/observation.ts'
import { limitOf } from '../../../lib/messages/limits.ts'
import { createOutbox } from '../../../lib/sites/outbox.ts'

const none = { likes: null, comments: null, shares: null, views: null, saves: null }

function post(id: string, changes: Partial<PostSeen>): PostSeen {
  const author = { handle: 'maya', name: null }
  const text = { text: '', textComplete: true, visibleText: null, publishedAt: null, publishedText: null }
  const lists = { labels: [], hashtags: [], mentions: [], links: [], comments: [] }
  return { id, url: null, author, ...text, metrics: none, ...lists, ...changes }
}

function observation(posts: PostSeen[]): Observation {
  const seenAt = '2026-11-20T12:00:00.000Z'
  return { platform: 'mock', url: 'https://mock.example/', page: 'feed', lang: null, seenAt, profile: null, posts }
}

/** How often likes were looked for, and how often each strategy found them. */
const likes = (of: number, ...won: number[]) => [{ field: 'post.likes', of, won }]

describe('what is sent', () => {
  it.each([
    ['links', { links: Array.from({ length: 200 }, (_, i) => `https://shop.example/${i}/${'a'.repeat(1_900)}`) }],
    ['characters that JSON makes six times longer', { text: '\u0001'.repeat(100_000) }],
    [
      'commenters’ names',
      {
        comments: Array.from({ length: 20 }, (_, i) => ({
          id: `${i}`,
          author: { handle: '\u0001'.repeat(2_000), name: '\u0001'.repeat(2_000) },
          text: '!',
          likes: null,
          publishedAt: null,
          publishedText: null,
          depth: 0,
          pinned: false,
          byAuthor: false,
        })),
      },
    ],
  ])('is never so large that it is refused, however heavy a page makes its %s', (_what, changes) => {
    const outbox = createOutbox()
    const posts = Array.from({ length: 40 }, (_, i) => post(`p${i}`, changes))
    outbox.add({ observation: observation(posts), misses: [], fields: [] })
    const sent = new Set<string | null>()
    for (let look = outbox.take(); look; look = outbox.take()) {
      expect(JSON.stringify(look).length).toBeLessThan(limitOf('page.seen'))
      for (const { id } of look.observation.posts) sent.add(id)
    }
    expect(sent.size).toBe(40)
  })

  it('adds up what each strategy found, also in a portion that could not be sent', () => {
    const outbox = createOutbox()
    outbox.add({ observation: observation([post('1', {})]), misses: [], fields: likes(3, 2, 1) })
    const look = outbox.take()
    expect(look?.fields).toEqual(likes(3, 2, 1))
    outbox.add({ observation: observation([post('2', {})]), misses: [], fields: likes(2, 0, 1) })
    if (look) outbox.putBack(look)
    expect(outbox.take()?.fields).toEqual(likes(5, 2, 2))
  })
})
