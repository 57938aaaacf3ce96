import type { PostSeen } from '../../../lib/domain/observation.ts'
import type { Partner } from '../../../lib/domain/partner.ts'
import type { Rows, TableName } from '../../../lib/store/interface.ts'

/** Posts of one partner, and comments under one post. */
export const POSTS = 100
export const COMMENTS = 10

const DAY = 86_400_000
/** Days between two posts of a partner: its hundred posts reach back half a year. */
const GAP_DAYS = 1.8

export const handleOf = (p: number): string => `bench${p}`
const idOf = (p: number): string => `01JBENCH${String(p).padStart(18, '0')}`

/** The same number for the same two, from 0 to below `below`. */
function pick(a: number, b: number, below: number): number {
  let mixed = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % below
}

export function partnerOf(p: number, at: number): Partner {
  const handle = handleOf(p)
  const since = new Date(at - 400 * DAY).toISOString()
  return {
    id: idOf(p),
    name: `Creator ${p}`,
    accounts: [{ platform: 'x', handle, url: null }],
    accountKeys: [`x:${handle}`],
    relationship: 'paid',
    tags: [`group-${p % 10}`],
    createdAt: since,
    updatedAt: since,
    deletedAt: null,
  }
}

type AnyRow = { [T in TableName]: readonly [T, Rows[T]] }[TableName]

/** One stored post with everything that belongs to it: its caption, figures, check and comments. */
export function rowsOfPost(p: number, n: number, at: number): AnyRow[] {
  const handle = handleOf(p)
  const id = `x:${handle}-${n}`
  const when = new Date(at - (n + 0.5) * GAP_DAYS * DAY).toISOString()
  const text = `Day ${n} with the new oven: crumb like a cloud, crust like a drum! #ad @crumbandco #sourdough`
  const metrics = {
    likes: { value: 400 + pick(p, n, 300), step: 1 },
    comments: { value: COMMENTS, step: 1 },
    shares: null,
    views: null,
    saves: null,
  }
  const heard = Array.from({ length: COMMENTS }, (_, c) => labels[pick(p * POSTS + n, c, labels.length)] ?? 'neutral')
  const of = (label: (typeof labels)[number]) => heard.filter((one) => one === label).length
  const seen = { firstSeenAt: when, lastSeenAt: when }
  return [
    [
      'posts',
      {
        id,
        platform: 'x',
        externalId: `${handle}-${n}`,
        account: `x:${handle}`,
        url: `https://x.com/${handle}/status/${n}`,
        author: { handle, name: `Creator ${p}` },
        text,
        textComplete: true,
        visibleText: null,
        publishedAt: when,
        publishedText: null,
        sortAt: when,
        metrics,
        labels: [],
        hashtags: ['ad', 'sourdough'],
        mentions: ['crumbandco'],
        links: [],
        lang: 'en',
        ...seen,
      },
    ],
    ['revisions', { id: `${id}#1`, postId: id, text, textComplete: true, ...seen }],
    ['metrics', { id: `${id}@${when}`, postId: id, at: when, lastSeenAt: when, metrics }],
    [
      'assessments',
      {
        postId: id,
        account: `x:${handle}`,
        basis: 'bench',
        verdict: 'pass',
        findings: [],
        tone: toneOf('positive'),
        mood: { n: COMMENTS, positive: of('positive'), neutral: of('neutral'), negative: of('negative'), unclear: 0 },
        at: when,
      },
    ],
    ...heard.map((label, c): AnyRow => [
      'comments',
      {
        id: `${id}/${c}`,
        postId: id,
        authorHash: `${p}`.padStart(16, '0') + `${c}`.padStart(16, '0'),
        text: `${words[label]} No. ${n}-${c}`,
        likes: null,
        publishedAt: when,
        publishedText: null,
        depth: 0,
        pinned: false,
        byAuthor: false,
        tone: toneOf(label),
        toneEngine: 'bench',
        ...seen,
      },
    ]),
  ]
}

const labels = ['positive', 'positive', 'neutral', 'neutral', 'negative'] as const
const words = {
  positive: 'This looks so good, love the crust!',
  neutral: 'Which flour did you use for it?',
  negative: 'Mine arrived broken, what a bad oven.',
}
const toneOf = (label: (typeof labels)[number]) => ({ label, score: 0, confidence: 0.8, lang: 'en', words: [] })

/** A post that no page has shown before. */
export function seenPost(p: number, n: number, at: number): PostSeen {
  return {
    id: `new-${p}-${n}`,
    url: null,
    author: { handle: handleOf(p), name: null },
    text: `Fresh loaf number ${n} from the new oven, and it sings! #ad @crumbandco #sourdough`,
    textComplete: true,
    visibleText: null,
    publishedAt: new Date(at - 3_600_000 - (n % 1_000) * 60_000).toISOString(),
    publishedText: null,
    metrics: { likes: { value: 500 + (n % 50), step: 1 }, comments: null, shares: null, views: null, saves: null },
    labels: [],
    hashtags: ['ad', 'sourdough'],
    mentions: ['crumbandco'],
    links: [],
    comments: [],
  }
}
