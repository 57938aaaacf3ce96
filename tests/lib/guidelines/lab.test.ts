import { describe, expect, it } from 'vitest'
import { differenceOf, falseAlarms, overlapping } from '../../../lib/guidelines/lab.ts'
import { findingOf } from '../health/fixtures.ts'
import { waiverRow } from '../store/rows.ts'

const quote = (text: string, start = 0) => [{ field: 'text' as const, start, end: start + text.length, quote: text }]
const cheap = findingOf({
  ruleId: 'a',
  kind: 'banned-phrase',
  value: 'cheap',
  status: 'fail',
  severity: 'low',
  evidence: quote('cheap'),
})

describe('what a changed guideline would change', () => {
  it('tells new, gone and otherwise weighed findings apart', () => {
    const bargain = { ...cheap, value: 'bargain', evidence: quote('bargain', 10) }
    const heavier = { ...cheap, severity: 'high' as const }
    expect(differenceOf([cheap], [heavier, bargain])).toEqual({
      gained: [bargain],
      lost: [],
      shifted: [{ finding: heavier, from: cheap }],
    })
    expect(differenceOf([cheap], [])).toMatchObject({ lost: [cheap], gained: [], shifted: [] })
    expect(differenceOf([cheap], [cheap])).toEqual({ gained: [], lost: [], shifted: [] })
  })

  it('what passes is neither new nor gone', () => {
    expect(differenceOf([{ ...cheap, status: 'pass' }], [])).toEqual({ gained: [], lost: [], shifted: [] })
  })
})

describe('likely false alarms', () => {
  const waiver = { kind: 'banned-phrase', ruleId: 'another', value: 'x', quote: 'CHEAP', because: 'wrong' as const }

  it('are words that somebody waived as wrong before, under whatever rule, in whatever case', () => {
    expect(falseAlarms([waiverRow(1, { ...waiver, kind: 'competitor' })])(cheap)).toBe('words')
  })

  it('and, less surely, rules of a kind that was wrong before', () => {
    expect(falseAlarms([waiverRow(1, { ...waiver, quote: 'bargain' })])(cheap)).toBe('kind')
  })

  it('are not what was right and let pass, nor what was taken back', () => {
    expect(falseAlarms([waiverRow(1, { ...waiver, because: 'accepted' })])(cheap)).toBeNull()
    expect(falseAlarms([waiverRow(1, { ...waiver, deletedAt: '2026-11-20T12:00:00.000Z' })])(cheap)).toBeNull()
  })
})

describe('overlap with other rules', () => {
  it('is on the same words only', () => {
    const other = { ...cheap, ruleId: 'b', evidence: quote('so cheap a', 0) }
    expect(overlapping(cheap, [other])).toEqual([other])
    expect(overlapping(cheap, [{ ...other, evidence: quote('later', 40) }])).toEqual([])
    expect(overlapping(cheap, [cheap])).toEqual([])
    expect(overlapping(cheap, [{ ...other, status: 'pass' }])).toEqual([])
  })
})
