import { describe, expect, it } from 'vitest'
import { smallWins, type WinRecord } from '../../../lib/partnership/small-wins.ts'
import { assessmentRow, deliverableRow, planRow, postRow, ulid } from '../store/rows.ts'

const day = (n: number) => new Date(Date.parse('2026-11-01T12:00:00.000Z') + n * 86_400_000).toISOString()
const plan = planRow(1, { createdAt: day(0) })
const nothing: WinRecord = {
  deliveries: [],
  posts: [],
  assessments: [],
  exchanges: [],
  replyLimitHours: 48,
  now: Date.parse(day(20)),
}
const delivery = (n: number, at: string, state: 'on-time' | 'late') => ({
  deliverable: deliverableRow(n, { title: `Reel ${n}` }),
  state,
  liveAt: at,
  lateHours: 0,
})
const exchange = (n: number, hours: number | null) => ({
  askedId: ulid(n),
  askedAt: Date.parse(day(n)),
  answerId: hours === null ? null : ulid(n + 100),
  hours,
})

const kept = (n: number, at: string) => ({
  id: ulid(n + 10),
  at,
  by: 'Ines',
  action: { kind: 'outcome' as const, promiseId: ulid(n + 50), outcome: 'kept' as const },
})

describe('B5: small wins', () => {
  it('B5: are the first on-time post, the first clean check and the first reply within target since the plan began', () => {
    const found = smallWins(plan, {
      ...nothing,
      deliveries: [
        delivery(1, day(-2), 'on-time'),
        delivery(2, day(3), 'late'),
        delivery(3, day(6), 'on-time'),
        delivery(4, day(4), 'on-time'),
      ],
      posts: [
        postRow(1, { sortAt: day(-1) }),
        postRow(2, { sortAt: day(2), text: 'Fine #ad' }),
        postRow(3, { sortAt: day(1) }),
      ],
      assessments: [
        assessmentRow('x:1', 'b'),
        assessmentRow('x:2', 'b'),
        assessmentRow('x:3', 'b', { verdict: 'fail' }),
      ],
      exchanges: [exchange(-3, 1), exchange(1, 60), exchange(5, 47), exchange(7, 2), exchange(8, null)],
    })
    expect(found.map(({ kind, about, evidence }) => [kind, about, evidence])).toEqual([
      ['clean-check', 'Fine #ad', ['x:2']],
      ['on-time', 'Reel 4', [ulid(4)]],
      ['reply-in-target', '47', [ulid(105)]],
    ])
  })

  it('B5: are the first kept promise of each side, and a better rating', () => {
    const promise = (n: number, side: 'brand' | 'creator') => ({
      id: ulid(n),
      at: day(0),
      by: 'Ines',
      action: {
        kind: 'promise' as const,
        promise: { id: ulid(n + 50), side, text: `Promise ${n}`, due: '2026-11-10' },
      },
    })
    const rated = (n: number, overall: number) => ({
      id: ulid(n + 20),
      at: day(n),
      by: 'Maya',
      action: {
        kind: 'rate' as const,
        side: 'creator' as const,
        scores: { overall, communication: 5, clarity: 5, freedom: 5, payment: 5 },
        comment: '',
        sheetId: null,
      },
    })
    const events = [promise(1, 'brand'), promise(2, 'creator'), kept(1, day(9)), rated(10, 3), rated(11, 6)]
    const found = smallWins({ ...plan, events }, nothing)
    expect(found.map(({ kind, about }) => [kind, about])).toEqual([
      ['brand-promise', 'Promise 1'],
      ['better-rating', '3 → 6'],
    ])
  })

  it('are nothing while nothing went well, and never from the future', () => {
    expect(smallWins(plan, nothing)).toEqual([])
    expect(smallWins(plan, { ...nothing, deliveries: [delivery(1, day(30), 'on-time')] })).toEqual([])
  })
})
