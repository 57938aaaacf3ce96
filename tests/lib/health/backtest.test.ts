import { describe, expect, it } from 'vitest'
import { backtestOf, momentsBefore } from '../../../lib/health/backtest.ts'
import { bandOf } from '../../../lib/health/combine.ts'
import { at } from './fixtures.ts'

const incident = (id: string, daysAgo: number) => ({ id, title: `Incident ${id}`, createdAt: at(daysAgo) })
/** Scores of 30 and of 7 days before an incident. */
const said = (daysAgo: number, ...scores: (number | null)[]) =>
  momentsBefore({ createdAt: at(daysAgo) }).map(
    (moment, i) => [moment, { score: scores[i] ?? null, band: bandOf(scores[i] ?? null) }] as const,
  )
const one = (since: number, ...scores: (number | null)[]) =>
  backtestOf([incident('a', 10)], at(since), new Map(said(10, ...scores)))[0]

describe('what the score said before an incident', () => {
  it('is looked at 30 and 7 days before it was opened', () => {
    expect(momentsBefore({ createdAt: at(10) })).toEqual([at(40), at(17)])
    expect(one(200, 82, 75)).toMatchObject({
      moments: [
        { daysBefore: 30, at: at(40), score: 82, band: 'good', missing: null },
        { daysBefore: 7, at: at(17), score: 75, band: 'watch', missing: null },
      ],
      change: -7,
    })
  })

  it('was a warning where it was low, or had fallen by three points; else it was none', () => {
    expect(one(200, 50, 59.9)?.warning).toBe('low')
    expect(one(200, 85, 82)?.warning).toBe('falling')
    expect(one(200, 85, 82.5)?.warning).toBe('none')
    expect(one(200, null, 82)).toMatchObject({ warning: 'none', change: null })
  })

  it('says nothing where there was no score, and tells why', () => {
    expect(one(200, 70, null)).toMatchObject({
      moments: [{ missing: null }, { score: null, band: 'unknown', missing: 'not-enough' }],
      change: null,
      warning: 'unknown',
    })
    expect(one(20, 70, 70)).toMatchObject({
      moments: [
        { score: null, missing: 'not-tracked' },
        { score: 70, missing: null },
      ],
      warning: 'none',
    })
    expect(one(5, 70, 70)).toMatchObject({ moments: [{ missing: 'not-tracked' }, { missing: 'not-tracked' }] })
  })

  it('is told of the newest incident first', () => {
    const rows = backtestOf([incident('old', 90), incident('new', 10)], at(200), new Map())
    expect(rows.map((row) => row.incident.id)).toEqual(['new', 'old'])
  })
})
