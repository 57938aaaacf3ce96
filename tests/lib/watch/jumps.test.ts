import { describe, expect, it } from 'vitest'
import type { Metrics } from '../../../lib/domain/observation.ts'
import { isHeld, seeJumps } from '../../../lib/watch/jumps.ts'
import type { Sighted } from '../../../lib/watch/jumps.ts'
import { noMetrics, postSeen } from '../background/seen.ts'

const DAY = 86_400_000
const now = Date.parse('2026-11-20T12:00:00.000Z')
const at = new Date(now).toISOString()
const ago = (days: number) => new Date(now - days * DAY).toISOString()

interface Pair {
  before: number
  after: number
  step?: number
  age?: number
  last?: number
  name?: keyof Metrics
}

/** A post published `age` days before it was last seen, which was `last` days ago. */
function pair({ before, after, step = 1, age = 90, last = 1, name = 'likes' }: Pair): Sighted {
  const seen = postSeen('1', { metrics: { ...noMetrics, [name]: { value: after, step } } })
  const metrics = { ...noMetrics, [name]: { value: before, step: 1 } }
  return {
    known: { metrics, text: 'Post', textComplete: true, sortAt: ago(age + last), lastSeenAt: ago(last) },
    seen,
  }
}

const jumps = (...pairs: Pair[]) => seeJumps({}, pairs.map(pair), at)
const tenth = { before: 4_000, after: 40 }
const tenfold = { before: 4_000, after: 44_000 }
const steady = { before: 4_000, after: 4_200 }

const cut = (text: string, textComplete = true): Sighted => ({
  known: { ...pair(steady).known, text: 'A caption of some length. '.repeat(6) },
  seen: postSeen('1', { text, textComplete }),
})

describe('a jump', () => {
  it('is one when several posts have a tenth, or ten times, of what they had', () => {
    expect(jumps(tenth, tenth, tenth, steady)).toEqual({ 'post.likes': { since: at, lastAt: at, jumped: 3, of: 4 } })
    expect(jumps(tenfold, tenfold, tenfold)).toHaveProperty(['post.likes'])
  })

  it('is none when one post goes viral and the others gain a little', () => {
    expect(jumps({ before: 900, after: 2_000_000 }, { before: 900, after: 5_000 }, steady, steady)).toEqual({})
  })

  it('is none where posts are young, or were last seen long ago', () => {
    const young = { ...tenfold, age: 2 }
    const old = { ...tenfold, last: 200 }
    expect(jumps(young, young, young)).toEqual({})
    expect(jumps(old, old, old)).toEqual({})
  })

  it('is none where a rounded figure may be the same', () => {
    const rounded = { before: 1_049_000, after: 100_000, step: 5_000 }
    expect(jumps(rounded, rounded, rounded)).toEqual({})
    const dropped = { before: 9, after: 0 }
    expect(jumps(dropped, dropped, dropped)).toEqual({})
  })

  it('keeps the time it began, and ends when figures are as before', () => {
    const began = { 'post.likes': { since: ago(3), lastAt: ago(3), jumped: 3, of: 3 } }
    expect(seeJumps(began, [tenth, tenth, tenth].map(pair), at)).toEqual({
      'post.likes': { since: ago(3), lastAt: at, jumped: 3, of: 3 },
    })
    expect(seeJumps(began, [], at)).toEqual(began)
    expect(seeJumps(began, [steady, steady].map(pair), at)).toEqual({})
  })

  it('is believed after two weeks: the site counts in another way now', () => {
    expect(isHeld({ since: ago(13), lastAt: at, jumped: 3, of: 3 }, now)).toBe(true)
    expect(isHeld({ since: ago(15), lastAt: at, jumped: 3, of: 3 }, now)).toBe(false)
  })

  it('is also a caption that has lost nearly all of its words on several posts at once', () => {
    expect(seeJumps({}, [cut('A cap…'), cut('A cap…'), cut('…')], at)).toHaveProperty(['post.text'])
    expect(seeJumps({}, [cut('A cap…', false), cut('A cap…', false), cut('…', false)], at)).toEqual({})
    expect(seeJumps({}, [cut('Sold out.'), cut('A caption of some length. '.repeat(5))], at)).toEqual({})
  })
})
