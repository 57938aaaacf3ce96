import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import type { PostInput } from '../../../lib/guidelines/assess.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const check = (params: Record<string, unknown>, over: Partial<PostInput>) =>
  assess(postOf('Out now', over), [guidelineOf([ruleOf('posting-window', params)])], paid).findings[0]

const berlin = (start: string, end: string) => ({ start, end, timeZone: 'Europe/Berlin' })

describe('a posting window', () => {
  it.each([
    // Both ends are included, to the minute.
    [berlin('2026-03-02T09:00', '2026-03-02T18:00'), '2026-03-02T08:00:00Z', 'pass'],
    [berlin('2026-03-02T09:00', '2026-03-02T18:00'), '2026-03-02T07:59:59.999Z', 'fail'],
    [berlin('2026-03-02T09:00', '2026-03-02T18:00'), '2026-03-02T17:00:59.999Z', 'pass'],
    [berlin('2026-03-02T09:00', '2026-03-02T18:00'), '2026-03-02T17:01:00Z', 'fail'],
    [berlin('2026-03-02T09:00', '2026-03-02T18:00'), '2026-03-02T18:00:00+01:00', 'pass'],
    // An instant without a zone is UTC.
    [berlin('2026-03-02T09:00', '2026-03-02T18:00'), '2026-03-02T17:30:00', 'fail'],
    // Whole days.
    [berlin('2026-03-02', '2026-03-03'), '2026-03-01T23:00:00Z', 'pass'],
    [berlin('2026-03-02', '2026-03-03'), '2026-03-03T22:59:59Z', 'pass'],
    [berlin('2026-03-02', '2026-03-03'), '2026-03-03T23:00:00Z', 'fail'],
    // Clocks went forward on 29 March 2026: 02:30 does not exist, 18:00 is 16:00 UTC.
    [berlin('2026-03-28T09:00', '2026-03-29T18:00'), '2026-03-29T16:00:59Z', 'pass'],
    [berlin('2026-03-28T09:00', '2026-03-29T18:00'), '2026-03-29T16:01:00Z', 'fail'],
    [berlin('2026-03-29T02:30', '2026-03-29T18:00'), '2026-03-29T01:00:00Z', 'pass'],
    [berlin('2026-03-29T02:30', '2026-03-29T18:00'), '2026-03-29T00:59:59Z', 'fail'],
    [berlin('2026-03-28T09:00', '2026-03-29T02:30'), '2026-03-29T00:59:59Z', 'pass'],
    [berlin('2026-03-28T09:00', '2026-03-29T02:30'), '2026-03-29T01:00:00Z', 'fail'],
    // Clocks went back on 25 October 2026: 02:30 is there twice, and both times count.
    [berlin('2026-10-25T02:30', '2026-10-25T12:00'), '2026-10-25T00:30:00Z', 'pass'],
    [berlin('2026-10-24T12:00', '2026-10-25T02:30'), '2026-10-25T01:30:59Z', 'pass'],
    [berlin('2026-10-24T12:00', '2026-10-25T02:30'), '2026-10-25T01:31:00Z', 'fail'],
    // Other zones: Kolkata is half an hour off, Lord Howe's summer time is half an hour.
    [{ start: '2026-03-02T09:00', timeZone: 'Asia/Kolkata' }, '2026-03-02T03:30:00Z', 'pass'],
    [{ start: '2026-03-02T09:00', timeZone: 'Asia/Kolkata' }, '2026-03-02T03:29:00Z', 'fail'],
    [{ end: '2026-03-02T09:00', timeZone: 'UTC' }, '2026-03-02T09:00:30Z', 'pass'],
  ])('%j with a post at %s: %s', (params, publishedAt, status) => {
    expect(check(params, { publishedAt })).toMatchObject({
      status,
      evidence: [{ field: 'published-at', quote: publishedAt }],
    })
  })

  it.each([
    [{ publishedAt: '2026-03-02T17:01:30Z' }, '2026-03-02 18:01'],
    [{ publishedAt: '2026-03-02T12:00:00.000Z', publishedText: 'Mar 2, 2026' }, '2026-03-02'],
    [{ publishedText: '2d', capturedAt: '2026-03-05T12:00:00Z' }, '2d'],
  ])('says of %j that it was published %s: on the clock the window is on, or as the page does', (over, said) => {
    const value = '2026-03-02 09:00 – 2026-03-02 18:00 Europe/Berlin'
    expect(check(berlin('2026-03-02T09:00', '2026-03-02T18:00'), over)?.values).toEqual([value, said])
  })

  it.each([
    ['2d', '2026-03-01', '2026-03-03', 'pass'],
    ['2d', '2026-03-03T12:01', '2026-03-04', 'fail'],
    ['2d', '2026-02-01', '2026-02-28', 'fail'],
    ['2d', '2026-03-03', '2026-03-04', 'review'],
    ['3 Std.', '2026-03-05T08:00', '2026-03-05T09:00', 'pass'],
    ['3 Std.', '2026-03-05T08:30', '2026-03-05T18:00', 'review'],
    ['vor 3 Stunden', '2026-03-05T10:00', '2026-03-05T18:00', 'fail'],
    ['il y a 2 semaines', '2026-02-10', '2026-02-20', 'pass'],
    ['3時間前', '2026-03-05T08:00', '2026-03-05T09:00', 'pass'],
    ['just now', '2026-03-05T11:59', '2026-03-05T12:00', 'pass'],
    ['Yesterday', '2026-03-01', '2026-03-05', 'pass'],
    ['Yesterday', '2026-03-05', '2026-03-06', 'review'],
  ])('%j, read at noon on 5 March, against %s to %s: %s', (publishedText, start, end, status) => {
    const lang = /Std|Stunden/.test(publishedText) ? 'de' : /il y/.test(publishedText) ? 'fr' : null
    const over = { publishedText, capturedAt: '2026-03-05T12:00:00Z', lang }
    expect(check({ start, end, timeZone: 'UTC' }, over)).toMatchObject({
      status,
      evidence: [{ field: 'published-text', quote: publishedText }],
    })
  })

  it('takes a date without a time of day as all of that day', () => {
    const over = { publishedAt: '2026-03-02T12:00:00.000Z', publishedText: 'Mar 2, 2026' }
    expect(check({ start: '2026-03-02T09:00', end: '2026-03-02T18:00', timeZone: 'UTC' }, over)?.status).toBe('review')
    expect(check({ start: '2026-03-02', end: '2026-03-02', timeZone: 'UTC' }, over)?.status).toBe('pass')
    const exact = { ...over, publishedText: 'Mar 2, 2026, 12:00 PM' }
    expect(check({ start: '2026-03-02T09:00', end: '2026-03-02T18:00', timeZone: 'UTC' }, exact)?.status).toBe('pass')
  })

  it('knows the days of the week and the days left out on the clock of the campaign', () => {
    const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
    // Sunday 23:30 in Berlin, Monday 00:30 a moment later.
    expect(check({ timeZone: 'Europe/Berlin', weekdays }, { publishedAt: '2026-03-01T22:30:00Z' })).toMatchObject({
      status: 'fail',
      reason: 'windowWeekday',
    })
    expect(check({ timeZone: 'Europe/Berlin', weekdays }, { publishedAt: '2026-03-01T23:30:00Z' })?.status).toBe('pass')
    const blackout = ['2026-12-24']
    expect(check({ timeZone: 'Asia/Tokyo', blackout }, { publishedAt: '2026-12-23T15:00:00Z' })).toMatchObject({
      status: 'fail',
      reason: 'windowBlackout',
    })
    expect(check({ timeZone: 'Asia/Tokyo', blackout }, { publishedAt: '2026-12-23T14:59:59Z' })?.status).toBe('pass')
    const ago = { publishedText: '2d', capturedAt: '2026-03-05T12:00:00Z' }
    expect(check({ timeZone: 'UTC', blackout: ['2026-03-03'] }, ago)?.status).toBe('review')
    expect(check({ timeZone: 'UTC', blackout: ['2026-03-02', '2026-03-03'] }, ago)?.status).toBe('fail')
  })

  it('is not decided where the page shows no time, or one that nobody can read', () => {
    const params = { start: '2026-03-02', timeZone: 'UTC' }
    expect(check(params, {})).toMatchObject({ status: 'not-checkable', reason: 'publishedUnknown' })
    expect(check(params, { publishedText: '2d' })?.status).toBe('not-checkable')
    expect(check(params, { publishedText: 'soon', capturedAt: '2026-03-05T12:00:00Z' })?.status).toBe('not-checkable')
    expect(check(params, { publishedAt: 'whenever' })?.status).toBe('not-checkable')
  })

  it.each([
    [{ start: '2026-02-30', timeZone: 'UTC' }, 'start'],
    [{ start: 'Monday', timeZone: 'UTC' }, 'start'],
    [{ start: '2026-03-02', timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ start: '2026-03-05', end: '2026-03-02', timeZone: 'UTC' }, 'end'],
  ])('%j names what is wrong', (params, field) => {
    const finding = check(params, { publishedAt: '2026-03-02T00:00:00Z' })
    expect(finding).toMatchObject({ reason: 'ruleIncomplete', values: [field] })
  })
})

describe('exclusivity', () => {
  const params = {
    competitors: ['GlowLab', 'Apple'],
    start: '2026-03-01',
    end: '2026-03-31',
    timeZone: 'Europe/Berlin',
  }
  const named = (text: string, over: Partial<PostInput>) =>
    assess(postOf(text, over), [guidelineOf([ruleOf('exclusivity-window', params)])], paid).findings[0]

  it.each([
    ['My glow lab serum', { publishedAt: '2026-03-31T21:59:00Z' }, 'fail'],
    ['My glow lab serum', { publishedAt: '2026-03-31T22:00:00Z' }, 'pass'],
    ['My glow lab serum', {}, 'review'],
    ['My glow lab serum', { publishedText: '2d', capturedAt: '2026-04-03T12:00:00Z' }, 'review'],
    ['My glow lab serum', { publishedText: '2h', capturedAt: '2026-03-12T12:00:00Z' }, 'fail'],
    ['Moved here from Apple #glowlab', { publishedAt: '2026-03-15T12:00:00Z' }, 'fail'],
    ['Apple crumble season', { publishedAt: '2026-03-15T12:00:00Z' }, 'pass'],
    ['So soft', {}, 'pass'],
  ])('%j published %j: %s', (text, over, status) => {
    expect(named(text, over)?.status).toBe(status)
  })

  it('shows the name and the time of posting', () => {
    expect(named('My glow lab serum', { publishedAt: '2026-03-15T12:00:00Z' })?.evidence).toMatchObject([
      { field: 'text', quote: 'glow lab' },
      { field: 'published-at', quote: '2026-03-15T12:00:00Z' },
    ])
  })
})
