import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combine } from '../../../lib/health/combine.ts'
import { raisesOf } from '../../../lib/health/raise.ts'
import type { Health, HealthPart } from '../../../lib/health/types.ts'

const names: readonly HealthPart[] = ['compliance', 'delivery', 'communication', 'engagement', 'mood', 'pulse']
const weights = [25, 20, 20, 15, 10, 10]

function healthOf(scores: readonly (number | null)[], rest: Partial<Health> = {}): Health {
  const parts = names.map((part, i) => ({
    part,
    score: scores[i] ?? null,
    weight: weights[i] ?? 0,
    n: 1,
    need: null,
    needValues: [],
  }))
  const caps = rest.caps ?? []
  const taken = (rest.penalties ?? []).reduce((sum, { points }) => sum + points, 0)
  const { score, coverage } = combine(parts, caps, taken)
  return { score, coverage, band: 'watch', confidence: 'medium', parts, reasons: [], ...rest, caps }
}
const cap = { code: 'missingDisclosure', limit: 59, evidence: ['instagram:1'] }

describe('what would raise the score', () => {
  it('B10: names the parts that would add most, by the formula of the score itself', () => {
    // (25 x 60 + 20 x 50 + 20 x 100) / 65 = 69.2; with compliance at 100 it is 84.6, with delivery 84.6.
    expect(raisesOf(healthOf([60, 50, 100]))).toEqual([
      { code: 'part.compliance', score: 84.6, gain: expect.closeTo(15.4) },
      { code: 'part.delivery', score: 84.6, gain: expect.closeTo(15.4) },
    ])
  })

  it('B10: while a cap holds the score, only lifting it raises anything', () => {
    expect(raisesOf(healthOf([80, 90, 90], { caps: [cap] }))).toEqual([
      { code: 'cap.missingDisclosure', score: 86.2, gain: expect.closeTo(27.2) },
    ])
  })

  it('takes a penalty back, and never advises to rate oneself better', () => {
    const penalties = [{ code: 'reviewOverdue', points: 10, values: [], evidence: [] }]
    const codes = raisesOf(healthOf([100, 100, 100, 100, 100, 20], { penalties })).map(({ code }) => code)
    expect(codes).toEqual(['penalty.reviewOverdue'])
  })

  it('says nothing without a score', () => {
    expect(raisesOf(healthOf([null, null, 50]))).toEqual([])
  })

  it('never promises less than a point, more than 100, or anything that would not come true', () => {
    const scores = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 6, maxLength: 6 })
    const property = fc.property(scores, fc.boolean(), (given, isHeld) => {
      const health = healthOf(given, { caps: isHeld ? [cap] : [] })
      return raisesOf(health).every(({ code, score, gain }) => {
        const part = names.indexOf(code.replace('part.', '') as HealthPart)
        const better = code.startsWith('part.') ? given.with(part, 100) : given
        const then = healthOf(better, { caps: isHeld && !code.startsWith('cap.') ? [cap] : [] }).score
        return gain >= 1 && score <= 100 && score === then
      })
    })
    expect(() => fc.assert(property)).not.toThrow()
  })
})
