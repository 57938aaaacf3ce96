import { describe, expect, it } from 'vitest'
import type { ProfileSnapshot } from '../../../lib/domain/post.ts'
import type { Heard } from '../../../lib/health/comment-mood.ts'
import { engagementSeries, followersSeries, moodSeries, needsForBand } from '../../../lib/health/series.ts'
import { at, DAY, NOW, postOf } from './fixtures.ts'

const profile = (from: number, to: number, value: number | null, step = 1): ProfileSnapshot => ({
  id: `instagram:mara.quill@${at(from)}`,
  account: 'instagram:mara.quill',
  at: at(from),
  lastSeenAt: at(to),
  name: null,
  bio: null,
  followers: value === null ? null : { value, step },
  following: null,
  posts: null,
  verified: null,
})

const heard = (n: number, daysAgo: number, label: Heard['label'], isSpam = false): Heard => ({
  id: `c${n}`,
  postId: 'instagram:1',
  at: NOW - daysAgo * DAY,
  label,
  isSpam,
})

const day = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => heard(i, from, i % 2 === 0 ? 'negative' : 'positive'))

describe('followers over time', () => {
  it('run from the first to the last look that showed a figure, and know how the page rounded it', () => {
    const { points, needs } = followersSeries([profile(9, 3, 1_200, 100), profile(2, 2, 1_300, 100)])
    expect(points.map(({ at: when, value, high }) => [(NOW - when) / DAY, value, high])).toEqual([
      [9, 1_200, 1_299],
      [3, 1_200, 1_299],
      [2, 1_300, 1_399],
    ])
    expect(needs).toBe(0)
  })

  it('are not drawn from one look or one day, nor from looks that showed no figure', () => {
    expect(followersSeries([profile(4, 4, 900), profile(2, 2, null)]).needs).toBe(1)
    expect(followersSeries([profile(4, 3.5, 900)]).needs).toBe(1)
    expect(followersSeries([]).needs).toBe(2)
  })
})

describe('engagement over time', () => {
  const posts = [10, 20, 30, 40, 50, 60, 70, 80].map((likes, n) => postOf(n, 40 - n, likes))

  it('stands against the middle half of the earlier posts, without the newest three', () => {
    const { points, band } = engagementSeries('instagram', posts)
    expect(points.map(({ value }) => value)).toEqual([10, 20, 30, 40, 50, 60, 70, 80])
    expect(band).toEqual({ low: 20, middle: 30, high: 40, n: 5 })
  })

  it('has a usual range that one viral post does not move', () => {
    const viral = posts.map((post, n) => (n === 2 ? postOf(n, 38, 90_000) : post))
    expect(engagementSeries('instagram', viral).band?.high).toBeLessThan(100)
  })

  it('says how many posts the usual range still needs, hidden and pinned ones left out', () => {
    const few = [...posts.slice(0, 6), postOf(8, 5, null), postOf(9, 4, 7_000, { labels: ['pinned'] })]
    const series = engagementSeries('instagram', few)
    expect(series.band).toBeNull()
    expect(needsForBand(series)).toBe(2)
  })
})

describe('the mood of comments over time', () => {
  it('has a point with its interval for each day with comments, and a gap for each without', () => {
    const { negative, n, spam } = moodSeries(
      [
        heard(1, 0.5, 'negative'),
        heard(2, 0.6, 'positive'),
        heard(3, 10.5, 'positive'),
        heard(4, 0.4, 'negative', true),
      ],
      NOW,
    )
    expect(negative.points.map(({ value, n: of }) => [value, of])).toEqual([
      [0, 1],
      [0.5, 2],
    ])
    expect(negative.points[1]?.low).toBeGreaterThan(0)
    expect(negative.points[1]?.high).toBeLessThan(1)
    expect([n, spam]).toEqual([4, 1])
  })

  it('marks the day on which half of ten comments were negative, and no day with nine', () => {
    expect(moodSeries(day(3.5, 10), NOW).spikes.map(({ at: when }) => (NOW - when) / DAY)).toEqual([3.5])
    expect(moodSeries(day(3.5, 9), NOW).spikes).toEqual([])
  })
})
