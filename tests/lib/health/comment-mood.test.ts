import { describe, expect, it } from 'vitest'
import { defaultWatchSettings } from '../../../lib/domain/settings.ts'
import { MOOD_SETTINGS, moodByDay, moodOf, moodSettingsOf, moodTriggers } from '../../../lib/health/comment-mood.ts'
import type { Heard } from '../../../lib/health/comment-mood.ts'
import { DAY, NOW } from './fixtures.ts'

const HOUR = 3_600_000
let made = 0
const heard = (count: number, hoursAgo: number, over: Partial<Heard> = {}): Heard[] =>
  Array.from({ length: count }, () => ({
    id: `c${made++}`,
    postId: 'p',
    at: NOW - hoursAgo * HOUR,
    label: 'neutral' as const,
    isSpam: false,
    ...over,
  }))
/** Seven days before the last one, with so many comments on each. */
const week = (...counts: number[]) => counts.flatMap((count, day) => heard(count, 24 * (day + 1) + 12))
const codes = (comments: readonly Heard[], sigmas = 2) =>
  moodTriggers(comments, NOW, { ...MOOD_SETTINGS, sigmas }).map(({ code }) => code)
/** Ten comments of the last hour, `n` of them negative. */
const fresh = (n: number) => [...heard(n, 1, { label: 'negative' }), ...heard(10 - n, 1)]

describe('comment triggers (B3)', () => {
  const usual = week(8, 12, 8, 12, 10, 8, 12)

  it('seven days of 10 a day with sigma 2, today 15: an alert at k = 2, none at k = 3', () => {
    const today = heard(15, 3)
    expect(codes([...usual, ...today], 2)).toEqual(['volumeSigma'])
    expect(codes([...usual, ...today], 3)).toEqual([])
  })

  it('more than half as many again as on an average day', () => {
    expect(codes([...usual, ...heard(15, 3)], 9)).toEqual([])
    expect(codes([...usual, ...heard(16, 3)], 9)).toEqual(['volumeWeek'])
  })

  it('4 negative of 9 are no alert, 5 of 10 are', () => {
    const negative = (n: number) => heard(n, 5, { label: 'negative' })
    expect(codes([...negative(4), ...heard(5, 5)])).toEqual([])
    expect(codes([...negative(5), ...heard(5, 5)])).toEqual(['negativeIn24h'])
  })

  it('in two hours more than 40 % alert, 40 % do not', () => {
    expect(codes(fresh(4))).toEqual(['negativeIn24h'])
    expect(codes(fresh(5))).toEqual(['negativeIn2h', 'negativeIn24h'])
  })

  it('spam and comments of the future trigger nothing', () => {
    expect(codes([...usual, ...heard(40, 3, { isSpam: true, label: 'negative' })])).toEqual([])
    expect(codes([...usual, ...heard(40, -3, { label: 'negative' })])).toEqual([])
  })

  it('a first visit, with no week before it, is no rise', () => {
    expect(codes(heard(60, 3))).toEqual([])
  })
})

describe('the settings of the user', () => {
  it('are the defaults of B3 where nothing was changed, and each moves its trigger', () => {
    expect(moodSettingsOf(defaultWatchSettings)).toEqual(MOOD_SETTINGS)
    const watch = { ...defaultWatchSettings, moodComments: 4, negative24hPercent: 60 }
    expect(moodTriggers(heard(4, 5, { label: 'negative' }), NOW, moodSettingsOf(watch))).toMatchObject([
      { code: 'negativeIn24h' },
    ])
    expect(moodTriggers(heard(4, 5, { label: 'negative' }), NOW)).toEqual([])
  })
})

describe('mood of a visible sample', () => {
  it('counts spam and unclear comments, and leaves them out', () => {
    const sample = [
      ...heard(3, 1, { label: 'negative' }),
      ...heard(7, 1, { label: 'positive' }),
      ...heard(2, 1, { label: 'unclear' }),
      ...heard(4, 1, { isSpam: true }),
    ]
    const mood = moodOf(sample)
    expect(mood).toMatchObject({ spam: 4, unclear: 2 })
    expect(mood.negative).toMatchObject({ hits: 3, n: 10, share: 0.3 })
    expect(mood.negative.low).toBeLessThan(0.12)
    expect(mood.negative.high).toBeGreaterThan(0.6)
    expect(moodOf([]).negative.share).toBeNull()
  })

  it('by day, oldest first, up to now', () => {
    const days = moodByDay([...heard(2, 1), ...heard(3, 25), ...heard(9, 24 * 9)], NOW, 3)
    expect(days.map(({ mood }) => mood.negative.n)).toEqual([0, 3, 2])
    expect(days.map(({ from }) => (NOW - from) / DAY)).toEqual([3, 2, 1])
  })
})
