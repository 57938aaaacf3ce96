import { array, assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changePoints, deviation, mean, median, quantile, shareOf, spread } from '../../../lib/health/robust.ts'

describe('robust statistics', () => {
  it('nothing gives nothing', () => {
    expect([median([]), quantile([], 0.9), mean([]), spread([]), deviation([])]).toEqual([null, null, null, null, null])
    expect(shareOf(0, 0)).toMatchObject({ share: null, low: 0, high: 1 })
  })

  it('the middle value, or the mean of the two middle ones', () => {
    expect([median([3, 1, 2]), median([1, 2]), quantile([1, 2, 3, 4, 5], 0.9)]).toEqual([2, 1.5, 4.6])
  })

  it('one viral post moves neither the median nor the spread much', () => {
    const usual = [9, 10, 11, 10, 9, 11, 10]
    expect(median([...usual, 5_000])).toBe(10)
    expect(spread([...usual, 5_000])).toBeLessThan(3)
  })

  it('a share of few comments has a wide interval, of many a narrow one', () => {
    const few = shareOf(4, 10)
    const many = shareOf(400, 1_000)
    expect(few.low).toBeCloseTo(0.168, 3)
    expect(few.high).toBeCloseTo(0.687, 3)
    expect(many.high - many.low).toBeLessThan(0.07)
  })

  it('the interval always holds the share, and stays within 0 and 1', () => {
    assert(
      property(nat(500), nat(500), (a, b) => {
        const { share, low, high } = shareOf(Math.min(a, b), Math.max(a, b, 1))
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual((share ?? 0) + 1e-9)
        expect(high).toBeGreaterThanOrEqual((share ?? 0) - 1e-9)
      }),
    )
  })
})

/** Values around a level that repeat every five. */
const noise = (n: number, around: number) => Array.from({ length: n }, (_, i) => around + ((i * 7) % 5) - 2)

describe('change points', () => {
  it('finds the day on which likes fell, and what they were before and after', () => {
    const [change, ...more] = changePoints([...noise(20, 100), ...noise(15, 50)])
    expect(more).toEqual([])
    expect(change).toMatchObject({ at: 20, before: 100, after: 50 })
  })

  it('finds a rise and a later fall', () => {
    const found = changePoints([...noise(20, 50), ...noise(20, 100), ...noise(20, 40)])
    expect(found.map(({ at }) => at)).toEqual([20, 40])
  })

  it('a steady series, one viral post and a handful of posts have none', () => {
    expect(changePoints(noise(60, 100))).toEqual([])
    expect(changePoints([...noise(30, 100), 90_000, ...noise(30, 100)])).toEqual([])
    expect(changePoints([100, 100, 100, 1, 1, 1])).toEqual([])
    expect(changePoints([])).toEqual([])
  })

  it('reads the newest 500 of a ten-year history, and counts from its start', () => {
    const long = [...noise(3_000, 100), ...noise(200, 30)]
    expect(changePoints(long).map(({ at }) => at)).toEqual([3_000])
  })

  it('shuffled noise raises a false alarm in few of a hundred series', () => {
    let alarms = 0
    assert(
      property(array(integer({ min: 90, max: 110 }), { minLength: 40, maxLength: 40 }), (values) => {
        if (changePoints(values).length > 0) alarms++
      }),
      { numRuns: 200, seed: 7 },
    )
    expect(alarms).toBeLessThan(10)
  })
})
