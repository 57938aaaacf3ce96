import { describe, expect, it } from 'vitest'
import { communicationOf } from '../../../lib/health/reply-times.ts'
import { at, contactOf, NOW } from './fixtures.ts'

/** `['out', 100]`: sent a hundred hours ago. */
const log = (...touches: ['in' | 'out', number][]) =>
  touches.map(([direction, hoursAgo], n) => contactOf(n, direction, hoursAgo / 24))
/** How the question asked `hours` ago stands, with three earlier ones answered after `usual` hours. */
const openAfter = (usual: number, hours: number) => communicationOf(log(...answers(usual), ['out', hours]), NOW).open
/** Three questions answered after `hours`, long ago. */
const answers = (hours: number) =>
  [900, 700, 500].flatMap((ago): ['in' | 'out', number][] => [
    ['out', ago],
    ['in', ago - hours],
  ])

describe('how a creator answers (B2)', () => {
  it('a median of 6 hours: overdue at 48 hours, the floor', () => {
    expect(openAfter(6, 48)).toMatchObject({ limitHours: 48, isOverdue: true })
    expect(openAfter(6, 47.98)).toMatchObject({ limitHours: 48, isOverdue: false })
  })

  it('a median of 40 hours: overdue at 80', () => {
    expect(openAfter(40, 79)).toMatchObject({ limitHours: 80, isOverdue: false })
    expect(openAfter(40, 80)).toMatchObject({ isOverdue: true })
  })

  it('an answer logged at 47:59 leaves nothing open', () => {
    const talk = communicationOf(log(...answers(6), ['out', 100], ['in', 100 - 47 - 59 / 60]), NOW)
    expect(talk.open).toBeNull()
    expect(talk).toMatchObject({ answered: 4, due: 4, replyRate: 1 })
  })

  it('median and p90 of the waits, and the share of questions answered', () => {
    const talk = communicationOf(log(...answers(10), ['out', 300], ['in', 250], ['out', 60]), NOW)
    expect(talk).toMatchObject({ medianHours: 10, answered: 4, due: 5, replyRate: 0.8 })
    expect(talk.p90Hours).toBeCloseTo(38)
  })

  it('several messages in a row are one question, asked at the first', () => {
    const talk = communicationOf(log(['out', 30], ['out', 20], ['out', 10], ['in', 6]), NOW)
    expect(talk).toMatchObject({ answered: 1, medianHours: 24 })
  })

  it('says who begins the threads, and whose turn it is', () => {
    const talk = communicationOf(log(['in', 900], ['out', 890], ['out', 500], ['in', 490], ['in', 100]), NOW)
    expect(talk.initiative).toBeCloseTo(2 / 3)
    expect(talk.owed).toMatchObject({ hours: 100 })
  })

  it('what lies in the future or was deleted does not count; nobody wrote: nothing is said', () => {
    const gone = { ...contactOf(9, 'out', 4), deletedAt: at(3) }
    expect(communicationOf([...log(['out', -5]), gone], NOW)).toMatchObject({
      medianHours: null,
      replyRate: null,
      initiative: null,
      open: null,
      owed: null,
      due: 0,
    })
  })
})
