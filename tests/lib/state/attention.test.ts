import { describe, expect, it } from 'vitest'
import { type Attention, neediestFirst } from '../../../lib/state/attention.ts'
import type { Alert } from '../../../lib/watch/alerts.ts'
import { healthOf } from '../../../lib/health/health-of.ts'
import { pinnedFirst } from '../../../lib/state/notes.ts'
import { at, partner, recordOf } from '../health/fixtures.ts'
import { noteRow } from '../store/rows.ts'

const alert = (severity: Alert['severity']): Alert => ({
  id: `mood|${severity}`,
  kind: 'mood',
  partnerId: partner.id,
  severity,
  count: 1,
  code: 'moodNegative',
  values: [],
  evidence: [],
  since: at(1),
  lastAt: at(1),
})
const one = (name: string, score: number | null, change: number | null, severity: Alert['severity']): Attention => ({
  partner: { ...partner, name },
  health: { ...healthOf(recordOf()), score },
  change,
  alerts: [alert(severity)],
})
const order = (...all: Attention[]) => all.toSorted(neediestFirst).map(({ partner: { name } }) => name)

describe('B10: the attention list', () => {
  it('B10: "70 falling" ranks above "50 rising"', () => {
    const [falling, rising] = [one('70 falling', 70, -8, 'medium'), one('50 rising', 50, 6, 'medium')]
    expect(order(rising, falling)).toEqual(['70 falling', '50 rising'])
  })

  it('of those who fall, and of those who do not, the lower score comes first, and no score last', () => {
    expect(
      order(
        one('unknown', null, null, 'low'),
        one('60', 60, 0, 'low'),
        one('40', 40, 1, 'low'),
        one('down', 85, -3, 'low'),
      ),
    ).toEqual(['down', '40', '60', 'unknown'])
  })

  it('a graver alert comes before both', () => {
    expect(order(one('70 falling', 70, -8, 'medium'), one('90', 90, 0, 'high'))).toEqual(['90', '70 falling'])
  })
})

describe('notes', () => {
  it('that are pinned come before the newest, each in the order they had', () => {
    const notes = [
      noteRow(4),
      noteRow(3, { pinned: true }),
      noteRow(2, { pinned: false }),
      noteRow(1, { pinned: true }),
    ]
    expect(pinnedFirst(notes).map(({ id }) => id)).toEqual([3, 1, 4, 2].map((n) => noteRow(n).id))
  })
})
