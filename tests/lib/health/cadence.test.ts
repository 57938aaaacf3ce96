import { describe, expect, it } from 'vitest'
import { cadenceOf } from '../../../lib/health/cadence.ts'
import { at, DAY, NOW } from './fixtures.ts'

const monthly = { idealDays: 28, maximumDays: 42 }
const none = { partner: null, tags: {}, default: null }
const own = { ...none, partner: monthly }
const on = (day: number) => NOW + day * DAY
const iso = (day: number) => new Date(on(day)).toISOString()

describe('staying in touch (B9)', () => {
  it('28 and 42 days, touched on day 26: amber again on day 54', () => {
    const days = [53.9, 54, 67.9, 68]
    expect(days.map((day) => cadenceOf(own, [], [iso(26)], iso(0), on(day))?.state)).toEqual([
      'good',
      'due',
      'due',
      'overdue',
    ])
  })

  it('counts from the start where nobody was in touch yet', () => {
    expect(cadenceOf(own, [], [], iso(0), on(28))).toMatchObject({ state: 'due', lastTouchAt: iso(0) })
  })

  it('an old note written down today does not move the clock forward', () => {
    const before = cadenceOf(own, [], [at(10)], at(90), NOW)
    expect(cadenceOf(own, [], [at(10), at(60)], at(90), NOW)).toEqual(before)
  })

  it('a tag counts for every partner who carries it, the tightest of several; the partner’s own wins', () => {
    const rules = { ...none, tags: { vip: { idealDays: 7, maximumDays: 14 }, all: monthly } }
    expect(cadenceOf(rules, ['all', 'vip'], [], iso(0), on(1))).toMatchObject({
      from: { type: 'tag', tag: 'vip' },
      dueAt: iso(7),
    })
    expect(cadenceOf({ ...rules, partner: monthly }, ['vip'], [], iso(0), on(1))).toMatchObject({
      from: { type: 'partner' },
      dueAt: iso(28),
    })
  })

  it('no rule, no clock; a tag named like a built-in property is none', () => {
    expect(cadenceOf(none, ['vip'], [], iso(0), NOW)).toBeNull()
    expect(cadenceOf(none, ['constructor', '__proto__'], [], iso(0), NOW)).toBeNull()
  })

  it('a touch dated in the future does not count yet', () => {
    expect(cadenceOf(own, [], [iso(20)], iso(0), on(10))?.lastTouchAt).toBe(iso(0))
  })
})
