// The seeded record, row by row: the same rows for the same numbers and the same moment, whoever asks.
import { accountKey, postKey } from '../../../lib/domain/ids.ts'
import type { PostSeen } from '../../../lib/domain/observation.ts'
import type { Partner } from '../../../lib/domain/partner.ts'
import type { Post } from '../../../lib/domain/post.ts'
import type { Rows, TableName } from '../../../lib/store/interface.ts'
import { captionOf, COMMENT_TEXTS } from './texts.ts'

/** Posts of a partner, and comments under a post, on average; two neighbours together have exactly twice as many. */
export const POSTS = 100
export const COMMENTS = 10
/** How far one of them may be from that. */
const POSTS_OFF = 60
const COMMENTS_OFF = 10

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A partner's posts reach back half a year, however many they are. */
const BACK_DAYS = 180
const PLATFORMS = ['x', 'instagram', 'tiktok', 'youtube'] as const
const RELATIONSHIPS = ['paid', 'paid', 'gift', 'affiliate'] as const

/** A number of its own for each two numbers, from 0 to below `below`. */
export function pick(a: number, b: number, below: number): number {
  let mixed = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % below
}

/** Even numbers get as much more as the odd one after them gets less. */
const around = (n: number, seed: number, middle: number, off: number) =>
  middle + (n % 2 === 0 ? 1 : -1) * 2 * pick(n >> 1, seed, off / 2)
export const postsOf = (p: number): number => around(p, 1, POSTS, POSTS_OFF)
export const commentsOf = (p: number, n: number): number => around(n, 1_000 + p, COMMENTS, COMMENTS_OFF)

export const handleOf = (p: number): string => `bench${p}`
/** Every fourth partner's first account is on X: those are the ones whose pages are opened. */
export const platformOf = (p: number) => PLATFORMS[p % PLATFORMS.length] ?? 'x'
const ulidOf = (kind: string, p: number, n: number): string => `01JB${kind}${String(p * 1_000 + n).padStart(21, '0')}`
const iso = (time: number) => new Date(time).toISOString()

export function partnerOf(p: number, at: number): Partner {
  const [platform, handle] = [platformOf(p), handleOf(p)]
  const since = iso(at - 400 * DAY)
  return {
    id: ulidOf('P', p, 0),
    name: `Creator ${p}`,
    accounts: [{ platform, handle, url: null }],
    accountKeys: [accountKey(platform, handle)],
    relationship: RELATIONSHIPS[pick(p, 2, RELATIONSHIPS.length)] ?? 'paid',
    tags: [`group-${p % 10}`],
    createdAt: since,
    updatedAt: since,
    deletedAt: null,
  }
}

export type AnyRow = { [T in TableName]: readonly [T, Rows[T]] }[TableName]

/** Which of the captions a post has. */
export const captionAt = (p: number, n: number): string => captionOf(pick(p, 5_000 + n, 1_000_000))

/** A stored post, its caption and its figures; its comments and its check are made by what judges. */
export function postOf(p: number, n: number, at: number): Post {
  const [platform, handle] = [platformOf(p), handleOf(p)]
  const when = iso(at - ((n + 0.5) / postsOf(p)) * BACK_DAYS * DAY)
  const text = captionAt(p, n)
  return {
    id: postKey(platform, `${handle}-${n}`),
    platform,
    externalId: `${handle}-${n}`,
    account: accountKey(platform, handle),
    url: null,
    author: { handle, name: `Creator ${p}` },
    text,
    textComplete: true,
    visibleText: null,
    publishedAt: when,
    publishedText: null,
    sortAt: when,
    metrics: {
      likes: { value: 400 + pick(p, n, 300), step: 1 },
      comments: { value: commentsOf(p, n), step: 1 },
      shares: null,
      views: { value: 9_000 + pick(p, n + 7, 4_000), step: 1 },
      saves: null,
    },
    labels: [],
    hashtags: [...text.matchAll(/#(\w+)/g)].map(([, tag]) => tag ?? ''),
    mentions: [...text.matchAll(/@(\w+)/g)].map(([, name]) => name ?? ''),
    links: [],
    lang: 'en',
    firstSeenAt: when,
    lastSeenAt: when,
  }
}

/** What is stored with a post besides: the caption it had, and the figures it showed. */
export function tracesOf(post: Post): [Rows['revisions'], Rows['metrics']] {
  const { id, text, sortAt, metrics } = post
  const seen = { firstSeenAt: sortAt, lastSeenAt: sortAt }
  return [
    { id: `${id}#1`, postId: id, text, textComplete: true, ...seen },
    { id: `${id}@${sortAt}`, postId: id, at: sortAt, lastSeenAt: sortAt, metrics },
  ]
}

/** Which of the comments' texts the `c`-th comment under a post has. */
export const commentTextAt = (p: number, n: number, c: number): string =>
  COMMENT_TEXTS[pick(p * 1_000 + n, 100 + c, COMMENT_TEXTS.length)] ?? ''

/** What people have written about a partner, and what its profile showed. */
export function rowsOfPartner(p: number, at: number): AnyRow[] {
  const partnerId = ulidOf('P', p, 0)
  const [account] = partnerOf(p, at).accountKeys
  const made = (time: number) => ({ createdAt: iso(time), updatedAt: iso(time), deletedAt: null })
  const contacts = Array.from({ length: 4 + pick(p, 3, 5) }, (_, n): AnyRow => {
    const time = at - (n * 17 + pick(p, 10 + n, 15)) * DAY - (1 + pick(p, n, 20)) * HOUR
    const direction = n % 2 === 0 ? 'in' : 'out'
    const note = `Talked about delivery ${n} and what comes next.`
    return [
      'contacts',
      { id: ulidOf('C', p, n), partnerId, direction, channel: 'email', at: iso(time), note, ...made(time) },
    ]
  })
  const deliverables = Array.from({ length: 4 }, (_, n): AnyRow => {
    // One is to come, in the next weeks; the others were delivered a day before they were due.
    const post = n === 0 ? null : postOf(p, n * 6, at)
    const dueAt = post ? iso(Date.parse(post.sortAt) + DAY) : iso(at + (1 + pick(p, 40, 30)) * DAY)
    const time = Date.parse(dueAt) - 40 * DAY
    return [
      'deliverables',
      {
        id: ulidOf('D', p, n),
        partnerId,
        title: `Reel ${n} of the season`,
        kind: 'reel',
        platform: null,
        brief: 'Show the oven at work.',
        guidelineId: null,
        hashtags: ['sourdough'],
        mentions: ['crumbandco'],
        dueAt,
        timeZone: 'Europe/Dublin',
        postId: post?.id ?? null,
        postUrl: null,
        doneAt: null,
        cancelledAt: null,
        ...made(time),
      },
    ]
  })
  const pulse = at - pick(p, 60, 25) * DAY - HOUR
  const seen = at - (pick(p, 61, 5) + 0.1) * DAY
  return [
    ...contacts,
    ...deliverables,
    [
      'pulses',
      { id: ulidOf('R', p, 0), partnerId, rating: 4 + pick(p, 62, 7), note: '', at: iso(pulse), ...made(pulse) },
    ],
    [
      'profiles',
      {
        id: `${account}@${iso(seen)}`,
        account: account ?? '',
        at: iso(seen),
        lastSeenAt: iso(seen),
        name: `Creator ${p}`,
        bio: 'Bread, ovens and long mornings.',
        following: null,
        posts: null,
        followers: { value: 10_000 + pick(p, 63, 50_000), step: 1 },
        verified: null,
      },
    ],
  ]
}

/** A post that no page has shown before. */
export function seenPost(p: number, n: number, at: number): PostSeen {
  const text = captionAt(p, 10_000 + n)
  return {
    id: `new-${p}-${n}`,
    url: null,
    author: { handle: handleOf(p), name: null },
    text,
    textComplete: true,
    visibleText: null,
    publishedAt: iso(at - HOUR - (n % 1_000) * 60_000),
    publishedText: null,
    metrics: { likes: { value: 500 + (n % 50), step: 1 }, comments: null, shares: null, views: null, saves: null },
    labels: [],
    hashtags: ['sourdough'],
    mentions: ['crumbandco'],
    links: [],
    comments: [],
  }
}
