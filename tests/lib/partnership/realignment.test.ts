import { describe, expect, it } from 'vitest'
import type { Realignment, SheetAction, SheetContent } from '../../../lib/domain/realignment.ts'
import { defaultPlanSettings } from '../../../lib/domain/settings.ts'
import { textPieces } from '../../../lib/guidelines/diff.ts'
import { dueItems } from '../../../lib/partnership/due.ts'
import {
  actOnSheet,
  contentProblem,
  defaultReview,
  isReviewOverdue,
  metricState,
  sheetProgress,
  writeSheet,
} from '../../../lib/partnership/realignment.ts'
import { contentOf, realignmentRow, ulid } from '../store/rows.ts'

const bounds = defaultPlanSettings
const sheet = realignmentRow(1, { timeZone: 'UTC' })
const content = (changes: Partial<SheetContent> = {}): SheetContent => ({
  ...contentOf(sheet),
  effectiveOn: '2026-11-01',
  reviewOn: '2026-12-31',
  ...changes,
})
const AT = '2026-11-02T10:00:00.000Z'

let last = 7_000
function does(of: Realignment, action: SheetAction, at = AT, by = 'Ines'): Realignment {
  const outcome = actOnSheet(of, { id: ulid(++last), at, by, action }, at.slice(0, 10), bounds)
  if ('refused' in outcome) throw new Error(outcome.refused.code)
  return outcome.sheet
}
function refusal(of: Realignment, action: SheetAction, today = '2026-11-02') {
  const outcome = actOnSheet(of, { id: ulid(++last), at: AT, by: 'Ines', action }, today, bounds)
  return 'refused' in outcome ? outcome.refused : null
}
function written(of: Realignment, changes: Partial<SheetContent>, at = AT): Realignment {
  const outcome = writeSheet(of, { title: of.title, content: content(changes), by: 'Ines', at }, bounds)
  if ('refused' in outcome) throw new Error(outcome.refused.code)
  return outcome.sheet
}
const acknowledge = (side: 'brand' | 'creator', version: number, name = 'Maya'): SheetAction => ({
  kind: 'acknowledge',
  side,
  name,
  on: '2026-11-02',
  version,
})
const agreed = (of: Realignment, version: number) =>
  does(does(of, acknowledge('brand', version, 'Ines')), acknowledge('creator', version))

describe('B6: the review date', () => {
  it('B6: 20 or 120 days out is refused with the 30-90 reason', () => {
    expect(contentProblem(content({ reviewOn: '2026-11-21' }), bounds)).toEqual({
      code: 'review-bounds',
      values: ['20', '30', '90'],
    })
    expect(contentProblem(content({ reviewOn: '2027-03-01' }), bounds)).toEqual({
      code: 'review-bounds',
      values: ['120', '30', '90'],
    })
  })

  it('B6: an override needs a note, and never lies before the effective date', () => {
    expect(contentProblem(content({ reviewOn: '2027-03-01', reviewNote: ' ' }), bounds)?.code).toBe('review-bounds')
    expect(contentProblem(content({ reviewOn: '2027-03-01', reviewNote: 'One campaign a quarter' }), bounds)).toBeNull()
    expect(contentProblem(content({ reviewOn: '2026-11-01', reviewNote: 'Now' }), bounds)?.code).toBe('review-bounds')
  })

  it.each([
    ['2026-11-30', 'review-bounds'],
    ['2026-12-01', undefined],
    ['2027-01-30', undefined],
    ['2027-01-31', 'review-bounds'],
  ])('B6: on %s, 29, 30, 90 and 91 days out', (reviewOn, code) => {
    expect(contentProblem(content({ reviewOn }), bounds)?.code).toBe(code)
  })

  it('B6: is 60 days out by default, also across a change of the clocks', () => {
    expect(defaultReview('2026-03-01', bounds)).toBe('2026-04-30')
    expect(defaultReview('2026-10-01', bounds)).toBe('2026-11-30')
  })
})

describe('B6: a change row', () => {
  it.each([
    [{ examples: [] }, 'no-example'],
    [{ examples: ['a story from May'] }, 'no-example'],
    [{ examples: ['javascript:alert(1)'] }, 'no-example'],
    [{ examples: ['https://x.com/1', 'in the chat'] }, 'no-example'],
    [{ reason: ' ' }, 'no-reason'],
    [{ from: '' }, 'empty-term'],
    [{ to: '' }, 'empty-term'],
  ])('B6: every one requires an example link, a reason and both terms: %j', (change, code) => {
    const [row] = content().rows
    const rows = row ? [row, { ...row, ...change }] : []
    expect(contentProblem(content({ rows }), bounds)).toEqual({ code, values: ['2'] })
  })

  it('has to be there', () => {
    expect(contentProblem(content({ rows: [] }), bounds)?.code).toBe('no-rows')
  })
})

describe('B6: versions', () => {
  it('B6: editing an acknowledged sheet makes version n+1, and the older one stays as it was agreed', () => {
    const acknowledged = does(sheet, acknowledge('creator', 1))
    const next = written(acknowledged, { acknowledgement: 'We agree to three reels.' })
    expect(next.versions.map(({ n }) => n)).toEqual([1, 2])
    expect(next.versions[0]).toEqual(sheet.versions[0])
    expect(sheetProgress(next).state).toBe('draft')
  })

  it('B6: editing one that nobody acknowledged changes it in its place', () => {
    const next = written(sheet, { acknowledgement: 'We agree to three reels.' })
    expect(next.versions).toHaveLength(1)
    expect(next.versions[0]).toMatchObject({ n: 1, acknowledgement: 'We agree to three reels.' })
  })

  it('B6: tell word by word what changed', () => {
    expect(textPieces('Two reels a month', 'Three reels a month').filter(({ is }) => is !== 'same')).toEqual([
      { is: 'removed', text: 'Two' },
      { is: 'added', text: 'Three' },
    ])
  })

  it('saving the same again makes no version', () => {
    const acknowledged = agreed(sheet, 1)
    expect(written(acknowledged, {}).versions).toHaveLength(1)
  })

  it('the version that both agreed to is in force until both agree to the next', () => {
    const next = does(written(agreed(sheet, 1), { acknowledgement: 'New' }), acknowledge('brand', 2, 'Ines'))
    expect(sheetProgress(next)).toMatchObject({ state: 'partly', inForce: { n: 1 }, version: { n: 2 } })
    expect(sheetProgress(does(next, acknowledge('creator', 2))).inForce?.n).toBe(2)
  })

  it('only the newest can be acknowledged, by each side once, with a name', () => {
    const one = does(sheet, acknowledge('creator', 1))
    expect(refusal(one, acknowledge('creator', 1))).toEqual({ code: 'acknowledged', values: ['creator'] })
    expect(refusal(written(one, { acknowledgement: 'New' }), acknowledge('brand', 1))?.code).toBe('other-version')
    expect(refusal(sheet, acknowledge('brand', 1, ' '))?.code).toBe('no-name')
  })
})

const metric = { id: ulid(50), name: 'Views', source: 'person' as const, checkInOn: '2026-11-15' }

const due = (of: Realignment, now: string) =>
  dueItems([], [of], Date.parse(now))
    .filter(({ inDays }) => inDays <= 0)
    .map(({ kind }) => kind)

const of = (change: object) =>
  contentProblem(content({ metrics: [{ ...metric, baseline: 1, target: 2, ...change }] }), bounds)?.code

describe('B6: metrics', () => {
  it.each([
    [100, 200, null, 'not-measured'],
    [100, 200, 200, 'met'],
    [100, 200, 150, 'closer'],
    [100, 200, 100, 'unchanged'],
    [100, 200, 90, 'worse'],
    // Fewer is better: hours to a reply.
    [48, 24, 20, 'met'],
    [48, 24, 30, 'closer'],
    [48, 24, 60, 'worse'],
  ])('B6: from %d to %d, a value of %s is %s', (baseline, target, value, state) => {
    expect(metricState({ baseline, target }, value)).toBe(state)
  })

  it('B6: need a baseline, a target that differs, and a check-in that is not before the change', () => {
    expect(of({})).toBeUndefined()
    expect(of({ target: 1 })).toBe('metric-same')
    expect(of({ checkInOn: '2026-10-31' })).toBe('metric-day')
    expect(of({ name: '' })).toBe('metric-name')
  })

  it('B6: are due from their check-in on until a value is given', () => {
    const with1 = written(sheet, { metrics: [{ ...metric, baseline: 1, target: 2 }] })
    expect(due(with1, '2026-11-14T23:59:00.000Z')).toEqual([])
    expect(due(with1, '2026-11-15T00:00:00.000Z')).toEqual(['metric'])
    const early = does(with1, { kind: 'value', metricId: ulid(50), value: 1 }, '2026-11-10T10:00:00.000Z')
    expect(due(early, '2026-11-16T00:00:00.000Z')).toEqual(['metric'])
    const looked = does(with1, { kind: 'value', metricId: ulid(50), value: 1 }, '2026-11-15T10:00:00.000Z')
    expect(due(looked, '2026-11-16T00:00:00.000Z')).toEqual([])
  })
})

describe('B6: the review', () => {
  it('is overdue from the day after, on the sheet’s clocks, and not once it was held', () => {
    expect(isReviewOverdue(sheet, '2026-12-31')).toBe(false)
    expect(isReviewOverdue(sheet, '2027-01-01')).toBe(true)
    const both = agreed(sheet, 1)
    const held = does(
      both,
      { kind: 'review', outcome: 'met', comment: 'They hold', nextOn: null },
      '2027-01-02T10:00:00.000Z',
    )
    expect(isReviewOverdue(held, '2027-02-01')).toBe(false)
    expect(sheetProgress(held).state).toBe('ended')
  })

  it('needs an agreed version, a word, and where it is to be held again a day 30 to 90 days out', () => {
    const review = { kind: 'review', outcome: 'again', comment: 'Too early', nextOn: '2027-02-10' } as const
    expect(refusal(sheet, review)?.code).toBe('not-agreed')
    const both = agreed(sheet, 1)
    expect(refusal(both, { ...review, comment: '' }, '2027-01-02')?.code).toBe('no-comment')
    expect(refusal(both, { ...review, nextOn: null }, '2027-01-02')?.code).toBe('no-next')
    expect(refusal(both, { ...review, nextOn: '2027-01-12' }, '2027-01-02')?.code).toBe('review-bounds')
    const again = does(both, review, '2027-01-02T10:00:00.000Z')
    expect(sheetProgress(again)).toMatchObject({ state: 'agreed', reviewOn: '2027-02-10' })
  })

  it('a later version that both agreed to sets its own review', () => {
    const again = does(
      agreed(sheet, 1),
      { kind: 'review', outcome: 'again', comment: 'Too early', nextOn: '2027-02-10' },
      '2027-01-02T10:00:00.000Z',
    )
    const next = written(again, { effectiveOn: '2027-01-10', reviewOn: '2027-03-10' }, '2027-01-05T10:00:00.000Z')
    expect(sheetProgress(next).reviewOn).toBe('2027-02-10')
    expect(sheetProgress(agreed(next, 2)).reviewOn).toBe('2027-03-10')
  })
})
