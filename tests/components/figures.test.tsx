import { describe, expect, it } from 'vitest'
import { Count } from '../../components/Count.tsx'
import { HealthParts, HealthScore } from '../../components/HealthScore.tsx'
import { MoodBar } from '../../components/MoodBar.tsx'
import { ago, Day, TimeAgo } from '../../components/TimeAgo.tsx'
import type { Health } from '../../lib/health/types.ts'
import { show, words } from './show.ts'

const health: Health = {
  score: 72.4,
  band: 'watch',
  coverage: 0.7,
  confidence: 'medium',
  parts: [
    { part: 'compliance', score: 80, weight: 25, n: 12, need: null, needValues: [] },
    { part: 'delivery', score: null, weight: 20, n: 0, need: 'deliverables', needValues: [] },
  ],
  caps: [],
  reasons: [
    { part: 'mood', code: 'moodPositive', values: ['12', '3'], delta: 2, evidence: [] },
    { part: 'compliance', code: 'complianceBroken', values: ['2', '9'], delta: -9, evidence: [] },
  ],
}

/** With so many posts still to be checked. */
const lacking = (count: string): Health => ({
  ...health,
  parts: [{ part: 'compliance', score: null, weight: 25, n: 0, need: 'morePostsChecked', needValues: [count] }],
})

describe('a figure', () => {
  it('says its band in words and begins with the reason that moves it most', () => {
    const place = show(<HealthScore health={health} />)
    expect(words(place)).toContain('72')
    expect(words(place)).toContain('Watch')
    expect(words(place.querySelector('p:last-child'))).not.toBe('')
    expect(words(place)).toContain('Medium confidence')
  })

  it('says how much of the score is known and what each part was scored from, without a pointer', () => {
    const place = show(<HealthParts health={health} posts={[]} />)
    expect(words(place)).toContain('70% of the score is known')
    expect(words(place.querySelector('tbody tr'))).toContain('Compliance from 12 posts')
    expect(place.querySelector('[title]')).toBeNull()
  })

  it('says in so many words what a part still needs', () => {
    expect(words(show(<HealthParts health={lacking('1')} posts={[]} />))).toContain(
      'Needs 1 more checked postNot captured',
    )
    expect(words(show(<HealthParts health={lacking('3')} posts={[]} />))).toContain('Needs 3 more checked posts')
  })

  it('is not a number when too little is known: it says what is missing', () => {
    const parts: Health['parts'] = [
      ...health.parts,
      { part: 'mood', score: null, weight: 10, n: 8, need: 'moreComments', needValues: ['2'] },
    ]
    const place = show(<HealthScore health={{ ...health, parts, score: null, band: 'unknown', coverage: 0.25 }} />)
    expect(words(place)).toContain('Not enough data')
    expect(words(place)).toContain('25% of the score is known')
    // Only what use can bring: this version cannot record deliverables.
    expect(words(place.querySelector('p:last-child'))).toBe('Needs 2 more comments with a clear tone')
    expect(place.querySelector('.health-number')).toBeNull()
  })

  it('shows a part that was not captured as not captured, never as 0', () => {
    const place = show(<HealthParts health={health} posts={[]} />)
    const row = [...place.querySelectorAll('tbody tr')].find((one) => words(one).includes('Not captured'))
    expect(row).toBeDefined()
    expect(words(row?.querySelector('td'))).toBe('Not captured')
  })

  it.each([
    [{ value: 1_200, step: 100 }, '1.2K', 'between 1,200 and 1,299'],
    [{ value: 12_000, step: 1_000 }, '12K', 'between 12,000 and 12,999'],
    [{ value: 1_000_000, step: 100_000 }, '1.0M', 'between 1,000,000 and 1,099,999'],
  ])('keeps the precision the page gave it: %j', (count, shown, range) => {
    const place = show(<Count count={count} />)
    expect(words(place)).toBe(shown)
    expect(place.querySelector('[title]')?.getAttribute('title')).toContain(range)
  })

  it('tells 0 from not captured', () => {
    expect(words(show(<Count count={{ value: 0, step: 1 }} />))).toBe('0')
    expect(words(show(<Count count={null} />))).toBe('Not captured')
  })

  it('gives the mood of a visible sample, or says that nothing was read', () => {
    const place = show(<MoodBar mood={{ n: 4, positive: 2, neutral: 1, negative: 1, unclear: 0 }} />)
    expect(words(place)).toContain('50% positive')
    expect(words(place)).toContain('In a visible sample of 4 comments')
    expect(words(show(<MoodBar mood={{ n: 0, positive: 0, neutral: 0, negative: 0, unclear: 0 }} />))).toBe(
      'No comments read yet',
    )
  })
})

describe('a time', () => {
  const now = Date.parse('2026-11-20T12:00:00Z')

  it.each([
    ['2026-11-20T11:59:40Z', 'just now'],
    ['2026-11-20T11:58:00Z', '2 minutes ago'],
    ['2026-11-19T11:00:00Z', 'yesterday'],
    ['2026-10-01T12:00:00Z', '2 months ago'],
    ['2026-11-22T12:00:00Z', 'in 2 days'],
  ])('%s is %s', (at, said) => {
    expect(ago(Date.parse(at), now)).toBe(said)
  })

  it('carries the exact time beside the relative one', () => {
    const time = show(<TimeAgo at="2026-11-18T12:00:00.000Z" now={now} />).querySelector('time')
    expect(time?.dateTime).toBe('2026-11-18T12:00:00.000Z')
    expect(time?.title).toContain('2026')
  })

  it('that the page did not show is not made up', () => {
    expect(words(show(<TimeAgo at={null} now={now} />))).toBe('Date not shown')
  })

  it('to follow up says so once it has come', () => {
    expect(words(show(<Day day="2026-11-19" now={now} />))).toMatch(/^Due:/)
    expect(words(show(<Day day="2026-11-25" now={now} />))).not.toMatch(/^Due:/)
  })
})
