import type { CommentSeen, Metrics, Observation, PostSeen, ProfileSeen } from '../../../lib/domain/observation.ts'
import { t } from '../store/rows.ts'

export const noMetrics: Metrics = { likes: null, comments: null, shares: null, views: null, saves: null }

export function postSeen(id: string, changes: Partial<PostSeen> = {}): PostSeen {
  return {
    id,
    url: `https://x.com/creator1/status/${id}`,
    author: { handle: 'creator1', name: 'Creator 1' },
    text: `Post ${id}`,
    textComplete: true,
    visibleText: null,
    publishedAt: t(0),
    publishedText: null,
    metrics: noMetrics,
    labels: [],
    hashtags: [],
    mentions: [],
    links: [],
    comments: [],
    ...changes,
  }
}

export function commentSeen(text: string, changes: Partial<CommentSeen> = {}): CommentSeen {
  return {
    id: null,
    author: { handle: 'a.follower', name: null },
    text,
    likes: null,
    publishedAt: null,
    publishedText: null,
    depth: 0,
    pinned: false,
    byAuthor: false,
    ...changes,
  }
}

export function profileSeen(changes: Partial<ProfileSeen> = {}): ProfileSeen {
  return {
    handle: 'creator1',
    name: 'Creator 1',
    bio: null,
    followers: null,
    following: null,
    posts: null,
    verified: null,
    ...changes,
  }
}

export function look(at: number, changes: Partial<Observation> = {}): Observation {
  return {
    platform: 'x',
    url: 'https://x.com/creator1',
    page: 'profile',
    lang: 'en',
    seenAt: t(at),
    profile: null,
    posts: [],
    ...changes,
  }
}

export function likes(value: number, step = 1): Metrics {
  return { ...noMetrics, likes: { value, step } }
}
