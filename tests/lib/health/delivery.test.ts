import { describe, expect, it } from 'vitest'
import type { Deliverable } from '../../../lib/domain/deliverable.ts'
import { deliveriesOf, matchesOf, postingRhythm } from '../../../lib/health/delivery.ts'
import { at, DAY, NOW, partner, postOf } from './fixtures.ts'

const HOUR = 3_600_000
const DUE = '2026-11-20T10:00:00.000Z'
const after = (hours: number) => Date.parse(DUE) + hours * HOUR

function dueAt(over: Partial<Deliverable> = {}): Deliverable {
  return {
    id: '01K9DDDDDDDDDDDDDDDDDDDDDD',
    partnerId: partner.id,
    title: 'Reel for the autumn roast',
    kind: 'reel',
    platform: 'instagram',
    brief: '',
    guidelineId: null,
    hashtags: ['AutumnRoast'],
    mentions: ['crumbandco'],
    dueAt: DUE,
    timeZone: 'Europe/Berlin',
    postId: null,
    postUrl: null,
    doneAt: null,
    cancelledAt: null,
    createdAt: at(40),
    updatedAt: at(40),
    deletedAt: null,
    ...over,
  }
}
const earlier = dueAt({ id: '01K9CCCCCCCCCCCCCCCCCCCCCC', dueAt: at(30), doneAt: at(29.9) })
const stateAt = (hours: number, over: Partial<Deliverable> = {}, before: Deliverable[] = []) =>
  deliveriesOf([dueAt(over), ...before], new Map(), after(hours)).at(-1)?.state
const liveAfter = (hours: number, before: Deliverable[] = []) =>
  stateAt(200, { doneAt: new Date(after(hours)).toISOString() }, before)
const near = (n: number, over = {}) => postOf(n, 2, 5, over)
const every = (days: number, n: number, last: number) => Array.from({ length: n }, (_, i) => at(last + i * days))

describe('deliverables (B2)', () => {
  it('due at 10:00 and live at 21:59, the first offence: late, in grace', () => {
    expect([liveAfter(-1), liveAfter(0), liveAfter(11.99), liveAfter(12.01)]).toEqual([
      'on-time',
      'on-time',
      'late-in-grace',
      'late',
    ])
  })

  it('a second offence has no grace', () => {
    expect(liveAfter(1, [earlier])).toBe('late')
  })

  it('not seen: in grace for 12 hours, overdue, and escalated at 10:00 the next day', () => {
    const hours = [-1, 0, 1, 12, 12.1, 23.9, 24]
    expect(hours.map((one) => stateAt(one))).toEqual([
      'upcoming',
      'upcoming',
      'in-grace',
      'in-grace',
      'overdue',
      'overdue',
      'missed',
    ])
    expect(stateAt(1, {}, [earlier])).toBe('overdue')
  })

  it('a linked post says when it went live; without a date, when it was first seen', () => {
    const post = postOf(1, 0, 5, { publishedAt: null, firstSeenAt: new Date(after(-2)).toISOString() })
    const [delivery] = deliveriesOf([dueAt({ postId: post.id })], new Map([[post.id, post]]), after(50))
    expect(delivery).toMatchObject({ state: 'on-time', liveAt: post.firstSeenAt, lateHours: 0 })
  })

  it('what was called off counts for nothing, not even as an offence', () => {
    const off = dueAt({ id: '01K9BBBBBBBBBBBBBBBBBBBBBB', dueAt: at(30), cancelledAt: at(31) })
    expect(deliveriesOf([off], new Map(), NOW)[0]).toMatchObject({ state: 'cancelled', lateHours: 0 })
    expect(liveAfter(1, [off])).toBe('late-in-grace')
  })

  it('a clock that was set back does not make a delivery of the future', () => {
    expect(stateAt(-30, { doneAt: new Date(after(-1)).toISOString() })).toBe('upcoming')
  })
})

describe('which post may be the deliverable', () => {
  it('the address that was agreed is the post, whatever the host is called', () => {
    const url = 'https://instagram.com/reel/C1/'
    const post = near(1, { url: 'https://www.instagram.com/reel/C1' })
    expect(matchesOf(dueAt({ postUrl: url }), [post])).toEqual([{ postId: post.id, reasons: ['url'], strength: 1 }])
  })

  it('offers what shows the hashtag and the mention before what shows one of them', () => {
    const both = near(1, { hashtags: ['autumnroast'], mentions: ['CrumbAndCo'] })
    const one = near(2, { hashtags: ['autumnroast'] })
    const found = matchesOf(dueAt(), [one, both, near(3)])
    expect(found.map(({ postId }) => postId)).toEqual([both.id, one.id])
    expect(found[0]?.reasons).toEqual(['hashtag', 'mention', 'date', 'platform'])
  })

  it('offers nothing on a date alone, of another site, long before, or once it is linked', () => {
    const right = near(1, { hashtags: ['autumnroast'] })
    expect(matchesOf(dueAt({ hashtags: [], mentions: [] }), [right])).toEqual([])
    expect(matchesOf(dueAt({ platform: 'tiktok' }), [right])).toEqual([])
    expect(matchesOf(dueAt(), [postOf(2, 60, 5, { hashtags: ['autumnroast'] })])).toEqual([])
    expect(matchesOf(dueAt({ postId: 'instagram:9' }), [right])).toEqual([])
  })
})

describe('posting rhythm', () => {
  it('a creator of a post a week is silent after two', () => {
    expect(postingRhythm(every(7, 8, 13), NOW)).toEqual({ usualDays: 7, sinceLastDays: 13, isGap: false })
    expect(postingRhythm(every(7, 8, 15), NOW).isGap).toBe(true)
  })

  it('a creator of a post a day is not silent after three; three posts tell nothing', () => {
    expect(postingRhythm(every(1, 30, 3), NOW).isGap).toBe(false)
    expect(postingRhythm(every(7, 3, 90), NOW)).toEqual({ usualDays: null, sinceLastDays: 90, isGap: false })
    expect(postingRhythm([], NOW).sinceLastDays).toBeNull()
  })

  it('posts of the future are not read', () => {
    expect(postingRhythm([...every(7, 8, 2), new Date(NOW + DAY).toISOString()], NOW).sinceLastDays).toBe(2)
  })
})
