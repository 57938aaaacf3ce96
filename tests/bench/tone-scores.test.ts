import { describe, expect, it } from 'vitest'
import { calibration, type Label, labelOf, macroF1, macroRecall, tune } from './tone-scores.ts'

const truth: Label[] = [0, 0, 1, 1, 1, 1, 2, 2]

describe("the benchmark's measures", () => {
  it('weigh the three labels alike, however many texts have each', () => {
    expect(macroRecall(truth, [0, 1, 1, 1, 1, 1, 2, 2])).toBeCloseTo((0.5 + 1 + 1) / 3)
    expect(macroF1(truth, [0, 1, 1, 1, 1, 1, 2, 2])).toBeCloseTo((2 / 3 + 8 / 9 + 1) / 3)
  })

  it('give an engine that always says the same a third at most', () => {
    const always = truth.map(() => 1 as const)
    expect(macroRecall(truth, always)).toBeCloseTo(1 / 3)
    expect(macroF1(truth, always)).toBeCloseTo(2 / 3 / 3)
  })
})

it('tuning finds the thresholds that part the labels, wherever a scale has its zero', () => {
  const scores = [101, 102, 110, 111, 112, 113, 120, 121]
  const thresholds = tune(scores, truth, macroRecall)
  expect(scores.map((score) => labelOf(score, thresholds))).toEqual(truth)
})

it('calibration sets how often an engine was right beside how sure it was, and says nothing of empty bins', () => {
  const bins = calibration([
    { confidence: 0.92, right: true },
    { confidence: 0.98, right: false },
    { confidence: 1, right: true },
    { confidence: 0.3, right: false },
  ])
  expect(bins.map(({ n }) => n)).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 3])
  expect(bins[9]?.confidence).toBeCloseTo(2.9 / 3)
  expect(bins[9]?.accuracy).toBeCloseTo(2 / 3)
  expect(bins[0]).toEqual({ from: 0, n: 0, confidence: null, accuracy: null })
})
