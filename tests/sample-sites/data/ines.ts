import type { SampleAccount } from '../types.ts'

/** Just started: two posts, no answers yet. Too little to say anything about. */
export const inesOnBluesky: SampleAccount = {
  site: 'bluesky',
  handle: 'inesduarte.bsky.social',
  name: 'Inês Duarte',
  bio: 'Kayak, tide tables, tinned fish.',
  followers: 431,
  following: 298,
  postCount: 38,
  posts: [
    {
      daysAgo: 4,
      at: '15:25',
      text: '#ad First pouch from @tarnwell.bsky.social came with me to the estuary. The gulls were more interested than I was hungry. #TarnwellTrail',
      likes: 24,
      commentCount: 0,
      shares: 2,
      views: 0,
      saves: 0,
      picture: 'a kayak on mud',
      comments: [],
    },
    {
      daysAgo: 9,
      at: '08:50',
      text: '#ad Starting something small with @tarnwell.bsky.social this winter: one tide, one lunch, once a month. #TarnwellTrail',
      likes: 31,
      commentCount: 0,
      shares: 3,
      views: 0,
      saves: 1,
      picture: 'low tide',
      comments: [],
    },
  ],
}
