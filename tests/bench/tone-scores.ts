/** 0 negative, 1 neutral, 2 positive. */
export type Label = 0 | 1 | 2

/** Where a peer's score stops being negative and begins to be positive: `score < low`, `score > high`. */
export interface Thresholds {
  readonly low: number
  readonly high: number
}

type Metric = (truth: readonly Label[], said: readonly Label[]) => number

/** Mean over the three labels of the share of its texts that were given it (SemEval's main measure). */
export function macroRecall(truth: readonly Label[], said: readonly Label[]): number {
  return meanOf((label) => {
    const { hits, wanted } = countsOf(label, truth, said)
    return wanted === 0 ? 0 : hits / wanted
  })
}

/** Mean over the three labels of F1, the harmonic mean of precision and recall (XLM-T's measure). */
export function macroF1(truth: readonly Label[], said: readonly Label[]): number {
  return meanOf((label) => {
    const { hits, wanted, given } = countsOf(label, truth, said)
    return hits === 0 ? 0 : (2 * hits) / (wanted + given)
  })
}

function meanOf(measure: (label: Label) => number): number {
  return (measure(0) + measure(1) + measure(2)) / 3
}

function countsOf(label: Label, truth: readonly Label[], said: readonly Label[]) {
  const counts = { hits: 0, wanted: 0, given: 0 }
  for (const [at, right] of truth.entries()) {
    if (right === label) counts.wanted++
    if (said[at] === label) counts.given++
    if (right === label && said[at] === label) counts.hits++
  }
  return counts
}

export function labelOf(score: number, { low, high }: Thresholds): Label {
  return score < low ? 0 : score > high ? 2 : 1
}

/** Quantiles of the scores that are tried as thresholds, besides those around zero. */
const STEPS = 40
const NEAR_ZERO = [-0.05, -1e-9, 0, 1e-9, 0.05]

/** The pair of thresholds that measures best on these texts. */
export function tune(scores: readonly number[], truth: readonly Label[], metric: Metric): Thresholds {
  const values = [...new Set(scores)].toSorted((a, b) => a - b)
  const quantiles = Array.from(
    { length: STEPS + 1 },
    (_, step) => values[Math.floor((step * (values.length - 1)) / STEPS)],
  )
  const tried = [...new Set([...quantiles.map((value) => value ?? 0), ...NEAR_ZERO])]
  let best: Thresholds = { low: 0, high: 0 }
  let most = -1
  for (const low of tried)
    for (const high of tried) {
      if (high < low) continue
      const measured = metric(
        truth,
        scores.map((score) => labelOf(score, { low, high })),
      )
      if (measured > most) [most, best] = [measured, { low, high }]
    }
  return best
}

export interface Bin {
  /** Confidences from `from` up to, but for the last bin, not including `from` + 0.1. */
  readonly from: number
  readonly n: number
  /** Means over the bin; null of nothing. */
  readonly confidence: number | null
  readonly accuracy: number | null
}

/** How often an engine is right, by how sure it was: ten bins. */
export function calibration(answers: readonly { confidence: number; right: boolean }[]): Bin[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const inside = answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
    const mean = (of: (answer: { confidence: number; right: boolean }) => number) =>
      inside.length === 0 ? null : inside.reduce((sum, answer) => sum + of(answer), 0) / inside.length
    return {
      from: bin / 10,
      n: inside.length,
      confidence: mean(({ confidence }) => confidence),
      accuracy: mean(({ right }) => (right ? 1 : 0)),
    }
  })
}
