import { describe, expect, it } from 'vitest'
import { dueItems } from '../../../lib/partnership/due.ts'
import { anniversaryOn, type Campaign, followerMilestones, occasionsOf } from '../../../lib/partnership/occasions.ts'
import type { OccasionRecord } from '../../../lib/partnership/occasions.ts'
import { programmeOf } from '../../../lib/partnership/programme.ts'
import { partnerReviewRow, ulid } from '../store/rows.ts'

const quiet: OccasionRecord = {
  partnerId: ulid(1),
  accounts: [],
  partnerSince: '2026-11-01',
  agreementsFrom: [],
  campaigns: [],
  today: '2026-11-20',
  days: 30,
}
/** Looks a day apart, the last one yesterday: each a figure and its step. */
const account = (...looks: (readonly [number, number] | null)[]) => ({
  platform: 'instagram',
  handle: 'mara.quill',
  key: 'instagram:mara.quill',
  looks: looks.map((look, n) => ({
    day: `2026-11-${String(20 - looks.length + n).padStart(2, '0')}`,
    followers: look && { value: look[0], step: look[1] },
  })),
})
const found = (...looks: Parameters<typeof account>) => occasionsOf({ ...quiet, accounts: [account(...looks)] })
const passed = (...looks: Parameters<typeof account>) =>
  found(...looks).map(({ values, on }) => [Number(values[0]), on])

describe('B9: follower milestones', () => {
  it('are 10k, 25k, 50k, 100k and so on', () => {
    expect(followerMilestones.slice(0, 7)).toEqual([10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000])
  })

  it('B9: are found where one look was below and a later one is at it, on the day of that look', () => {
    expect(passed([9_990, 1], [10_004, 1])).toEqual([[10_000, '2026-11-19']])
    expect(passed([9_990, 1], [9_999, 1])).toEqual([])
  })

  it('B9: respect the step of rounded figures: "9.9K" is below 10,000, "10K" may be all along', () => {
    expect(passed([9_900, 100], [10_000, 1_000])).toEqual([[10_000, '2026-11-19']])
    // "24K" to a thousand is below 25,000; "20K" to ten thousand may be 29,999.
    expect(passed([24_000, 1_000], [25_000, 1_000])).toEqual([[25_000, '2026-11-19']])
    expect(passed([20_000, 10_000], [25_300, 100])).toEqual([])
  })

  it('B9: are not found at the first look, nor in figures that were not captured', () => {
    expect(passed([12_000, 1])).toEqual([])
    expect(passed(null, [12_000, 1])).toEqual([])
    expect(passed([9_000, 1], null, [10_100, 1])).toEqual([[10_000, '2026-11-19']])
  })

  it('B9: tell the highest of several, and none that has been lost again', () => {
    expect(passed([9_000, 1], [26_000, 1])).toEqual([[25_000, '2026-11-19']])
    expect(passed([9_000, 1], [90_000, 1], [9_100, 1])).toEqual([])
  })

  it('B9: keep their day and their name however often the figure goes on', () => {
    const [first] = found([9_000, 1], [10_100, 1])
    const [later] = found([9_000, 1], [10_100, 1], [9_990, 1], [10_300, 1])
    expect(later?.id).toBe(first?.id)
    expect(later?.on).toBe('2026-11-17')
  })
})

const since = (partnerSince: string, today: string, agreementsFrom: string[] = []) =>
  occasionsOf({ ...quiet, partnerSince, agreementsFrom, today }).map(({ values, on }) => [...values, on].join(' '))

describe('B9: anniversaries', () => {
  it('B9: are of the day they became a partner, from that day on and for as long as set', () => {
    expect(since('2024-11-20', '2026-11-19')).toEqual([])
    expect(since('2024-11-20', '2026-11-20')).toEqual(['2 partner 2026-11-20'])
    expect(since('2024-11-20', '2026-12-20')).toEqual(['2 partner 2026-11-20'])
    expect(since('2024-11-20', '2026-12-21')).toEqual([])
    expect(since('2026-11-20', '2026-11-20')).toEqual([])
  })

  it('B9: are of the first agreement where that is older', () => {
    expect(since('2024-11-20', '2026-06-02', ['2025-01-01', '2022-06-01'])).toEqual(['4 agreement 2026-06-01'])
  })

  it('B9: go over the end of the year', () => {
    expect(since('2024-12-28', '2027-01-05')).toEqual(['2 partner 2026-12-28'])
  })

  it('B9: of 29 February are on the 28th in years without one', () => {
    expect([1, 2, 3, 4].map((years) => anniversaryOn('2024-02-29', years))).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
    expect(since('2024-02-29', '2025-02-27')).toEqual([])
    expect(since('2024-02-29', '2025-02-28')).toEqual(['1 partner 2025-02-28'])
    expect(since('2024-02-29', '2028-02-28')).toEqual([])
  })
})

const live = (
  state: Campaign['deliveries'][number]['state'],
  liveOn: string | null,
  isClean: boolean | null = true,
) => ({
  state,
  liveOn,
  isClean,
})
const clean = (...campaigns: Campaign['deliveries'][]) =>
  occasionsOf({
    ...quiet,
    campaigns: campaigns.map((deliveries, n) => ({ id: String(n), name: `Campaign ${n}`, deliveries })),
  }).map(({ values, on }) => [values[0], on])

describe('B9: the first clean campaign', () => {
  it('B9: is one of which everything was on time and every post passed', () => {
    expect(clean([live('on-time', '2026-11-10'), live('on-time', '2026-11-12')])).toEqual([
      ['Campaign 0', '2026-11-12'],
    ])
    expect(clean([live('on-time', '2026-11-10'), live('cancelled', null, null)])).toHaveLength(1)
  })

  it('B9: is none while something is open, late, failing, or was never checked', () => {
    expect(clean([live('on-time', '2026-11-10'), live('upcoming', null, null)])).toEqual([])
    expect(clean([live('late', '2026-11-10')])).toEqual([])
    expect(clean([live('on-time', '2026-11-10', false)])).toEqual([])
    expect(clean([live('on-time', '2026-11-10', null)])).toEqual([])
    expect(clean([])).toEqual([])
  })

  it('B9: is only the first', () => {
    expect(clean([live('on-time', '2026-11-12')], [live('on-time', '2026-11-10')])).toEqual([
      ['Campaign 1', '2026-11-10'],
    ])
    // The first was long ago: the second is none.
    expect(clean([live('on-time', '2026-09-12')], [live('on-time', '2026-11-10')])).toEqual([])
  })
})

describe('B9: the programme', () => {
  const about = { since: '2026-01-01', today: '2026-11-20', quietDays: 60 }

  it('B9: says when each was last used, and leaves out days to come', () => {
    const uses = [
      { kind: 'rewards' as const, on: '2026-10-01' },
      { kind: 'rewards' as const, on: '2026-11-01' },
      { kind: 'previews' as const, on: '2027-01-01' },
    ]
    const { last, quietFor } = programmeOf(uses, about)
    expect(last.filter(({ on }) => on !== null)).toEqual([{ kind: 'rewards', on: '2026-11-01' }])
    expect(last).toHaveLength(5)
    expect(quietFor).toBeNull()
  })

  it('B9: hints when none was used for longer than set, from the first day together on', () => {
    expect(programmeOf([], { ...about, since: '2026-10-01' }).quietFor).toBeNull()
    expect(programmeOf([], about).quietFor).toBe(323)
    expect(programmeOf([{ kind: 'personal', on: '2026-09-21' }], about).quietFor).toBeNull()
    expect(programmeOf([{ kind: 'personal', on: '2026-09-20' }], about).quietFor).toBe(61)
  })
})

const review = (n: number, createdAt: string, nextOn: string | null) =>
  partnerReviewRow(n, { createdAt, nextOn, timeZone: 'Asia/Tokyo' })

const due = (reviews: ReturnType<typeof review>[], now: string) =>
  dueItems([], [], Date.parse(now), reviews).map(({ kind, of, on, inDays }) => [kind, of.id, on, inDays])

describe('B9: the next review', () => {
  it('B9: is due on its day, on the clocks of the review', () => {
    const one = review(1, '2026-11-01T10:00:00.000Z', '2026-12-01')
    // 15:00 in London is the next day in Tokyo.
    expect(due([one], '2026-11-30T14:59:00.000Z')).toEqual([['partner-review', ulid(1), '2026-12-01', 1]])
    expect(due([one], '2026-11-30T15:00:00.000Z')).toEqual([['partner-review', ulid(1), '2026-12-01', 0]])
  })

  it('B9: is asked for by the newest review only, and by none that is deleted', () => {
    const old = review(1, '2026-08-01T10:00:00.000Z', '2026-11-01')
    const newer = review(2, '2026-11-02T10:00:00.000Z', null)
    expect(due([newer, old], '2026-11-20T10:00:00.000Z')).toEqual([])
    const deleted = { ...newer, deletedAt: '2026-11-03T10:00:00.000Z' }
    expect(due([deleted, old], '2026-11-20T10:00:00.000Z')).toHaveLength(1)
  })
})
