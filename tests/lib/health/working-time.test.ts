import { describe, expect, it } from 'vitest'
import { healthOf } from '../../../lib/health/health-of.ts'
import { communicationOf, replySettingsOf } from '../../../lib/health/reply-times.ts'
import { hoursOfDay, workingHoursBetween } from '../../../lib/health/working-time.ts'
import { defaultHealthSettings } from '../../../lib/domain/settings.ts'
import { contactOf, NOW, partner, recordOf } from './fixtures.ts'

const berlin = { timeZone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
const between = (from: string, to: string, hours = berlin) =>
  workingHoursBetween(hours, Date.parse(from), Date.parse(to))
const protocolOf = (hours: typeof berlin | null, replyHours: number | null = null) => ({
  channel: null,
  address: '',
  hours,
  replyHours,
  ladder: [],
})

describe('working hours', () => {
  it('pass only while somebody works, on the clocks of their zone', () => {
    // Friday 16:00 to Monday 10:00 in Berlin.
    expect(between('2026-11-20T15:00:00Z', '2026-11-23T09:00:00Z')).toBe(2)
    expect(between('2026-11-21T08:00:00Z', '2026-11-22T20:00:00Z')).toBe(0)
    expect(between('2026-11-23T09:00:00Z', '2026-11-20T15:00:00Z')).toBe(0)
    expect(hoursOfDay(berlin)).toBe(8)
  })

  it('are the same hours on the clock before and after it changes', () => {
    // 25 October 2026 and 28 March 2027 are Sundays: clocks in Berlin go back, and forward.
    expect(between('2026-10-23T07:00:00Z', '2026-10-26T16:00:00Z')).toBe(16)
    expect(between('2027-03-26T08:00:00Z', '2027-03-29T15:00:00Z')).toBe(16)
    const night = { ...berlin, days: [7], from: '01:00', to: '05:00' }
    expect(between('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z', night)).toBe(5)
    expect(between('2027-03-27T12:00:00Z', '2027-03-28T12:00:00Z', night)).toBe(3)
  })

  it('of long spans are the days’ sum, and of an unknown zone all hours', () => {
    const year = between('2025-11-24T00:00:00Z', '2026-11-23T00:00:00Z')
    expect(year).toBe(52 * 40)
    expect(between('2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', { ...berlin, timeZone: 'Nowhere/None' })).toBe(24)
  })
})

describe('the reply clock', () => {
  const asked = [contactOf(1, 'out', 2.75)]
  const of = (protocol?: ReturnType<typeof protocolOf>, now = NOW) =>
    communicationOf(asked, now, replySettingsOf(protocol ? { ...partner, protocol } : partner, defaultHealthSettings))

  it('counts every hour where no working hours were agreed', () => {
    expect(of().open).toMatchObject({ hours: 66, limitHours: 48, isOverdue: true })
  })

  it('counts the partner’s working hours when set: a weekend is no wait, and two days are two working days', () => {
    // Asked on Thursday at 19:00 in Berlin; now it is Sunday 13:00.
    expect(of(protocolOf(berlin)).open).toMatchObject({ hours: 8, limitHours: 16, isOverdue: false })
    const tuesday = Date.parse('2026-11-24T08:00:00Z')
    expect(of(protocolOf(berlin), tuesday).open).toMatchObject({ hours: 16, isOverdue: true })
  })

  it('holds against the reply target of the partner', () => {
    expect(of(protocolOf(berlin, 8)).open).toMatchObject({ limitHours: 8, isOverdue: true })
    expect(of(protocolOf(null, 100)).open).toMatchObject({ hours: 66, limitHours: 100, isOverdue: false })
  })

  it('gives the same points for an answer on the next working day as for one on the next day', () => {
    const contacts = [20, 13, 6].flatMap((daysAgo, i) => [
      contactOf(10 + i, 'out', daysAgo + 2.75),
      contactOf(20 + i, 'in', daysAgo),
    ])
    const scoreOf = (one: typeof partner) =>
      healthOf(recordOf({ partner: one, contacts })).parts.find(({ part }) => part === 'communication')?.score
    expect(scoreOf(partner)).toBe(50)
    expect(scoreOf({ ...partner, protocol: protocolOf(berlin) })).toBeGreaterThan(50)
  })
})
