import { expect, it } from 'vitest'
import type { Observation, PostSeen } from '../../../lib/domain/observation.ts'
import { verdictsOf } from '../../../lib/state/check-page.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { at, guideline } from './surface.ts'

const post = (id: string | null, text: string, textComplete: boolean): PostSeen => ({
  id,
  url: null,
  author: { handle: 'maya.bakes', name: null },
  text,
  textComplete,
  visibleText: null,
  publishedAt: null,
  publishedText: null,
  metrics: { likes: null, comments: null, shares: null, views: null, saves: null },
  labels: [],
  hashtags: [],
  mentions: [],
  links: [],
  comments: [],
})

it('takes a stored post’s verdict from the record, because a page may cut the caption', async () => {
  const store = createMemoryStore()
  await store.write(async (tx) => {
    const rule = { id: 'r1', kind: 'banned-phrase', params: { phrases: ['miracle'] } }
    await tx.put('guidelines', guideline({ rules: [{ ...rule, severity: 'high', weight: 'must' }] }))
    await tx.put('assessments', {
      postId: 'tiktok:known',
      account: 'tiktok:maya.bakes',
      basis: 'b',
      verdict: 'pass',
      findings: [],
      tone: { label: 'unclear', score: 0, confidence: 0, lang: null, words: [] },
      mood: { n: 0, positive: 0, neutral: 0, negative: 0, unclear: 0 },
      at: at(0),
    })
  })
  const posts = [
    post('known', 'Cut after this', false),
    post('new', 'Cut after this', false),
    post(null, 'A miracle', true),
  ]
  const url = 'https://www.tiktok.com/@maya.bakes'
  const seen: Observation = {
    platform: 'tiktok',
    url,
    page: 'profile',
    lang: 'en',
    seenAt: at(0),
    profile: null,
    posts,
  }
  expect(await verdictsOf(store, seen)).toEqual({ pass: 1, review: 1, fail: 1, unknown: 0 })
})
