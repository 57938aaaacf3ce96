import { softmax } from './softmax.ts'
import type { Probabilities } from './softmax.ts'
import type { NetWeights } from './weights.ts'

/** Words the net reads; what comes after is left to the table. */
const LONGEST = 48

export interface Net {
  /** @param ids rows of the vocabulary, in the text's order */
  says(ids: readonly number[], dense: Float64Array): Probabilities
  /** Of the text `says` read last, by word: how far it moved the text from negative to positive, in log-odds. */
  moved(): number[]
  /** What one of the dense numbers weighs between positive and negative. */
  readonly weightOf: (index: number) => number
}

/**
 * The net at work. What a word gives to each filter at each place is computed when the word is first met and
 * kept: after that a text costs additions only.
 */
export function createNet({ size, filters, vectors, scale, conv, convBias, out, outBias }: NetWeights): Net {
  /** By word: six rows of `filters`, in the order of `conv`. */
  const known: (Float32Array | undefined)[] = []
  const nothing = new Float32Array(6 * filters)
  const bias = Float64Array.from(convBias)
  const [negative = nothing, neutral = nothing, positive = nothing] = out.map((row) => Float32Array.from(row))
  const pooled = 3 * filters
  const strongest = new Float64Array(pooled)
  /** By filter: the word it was strongest at, -1 for none. */
  const where = new Int16Array(pooled)
  let words: Float32Array[] = []

  const meet = (id: number): Float32Array => {
    const rows = new Float32Array(6 * filters)
    for (let i = 0; i < size; i++) {
      const value = (vectors[id * size + i] ?? 0) * (scale[i] ?? 0)
      for (let at = 0; at < rows.length; at++) {
        const row = Math.floor(at / filters)
        rows[at] = (rows[at] ?? 0) + value * (conv[(row * size + i) * filters + (at % filters)] ?? 0)
      }
    }
    known[id] = rows
    return rows
  }

  const raise = (filter: number, at: number, value: number): void => {
    if (value <= (strongest[filter] ?? 0)) return
    strongest[filter] = value
    where[filter] = at
  }

  const logit = (row: Float32Array, start: number, dense: Float64Array): number => {
    let total = start
    for (let f = 0; f < pooled; f++) total += (strongest[f] ?? 0) * (row[f] ?? 0)
    for (let i = pooled; i < row.length; i++) total += (dense[i - pooled] ?? 0) * (row[i] ?? 0)
    return total
  }

  return {
    says(ids, dense) {
      words = ids.slice(0, LONGEST).map((id) => known[id] ?? meet(id))
      where.fill(-1)
      // After the text stands padding, which leaves a filter its bias; a text that fills the room has none.
      for (let f = 0; f < pooled; f++) strongest[f] = words.length < LONGEST ? Math.max(0, bias[f] ?? 0) : 0
      for (let p = 0; p < words.length; p++) {
        const one = words[p] ?? nothing
        const two = words[p + 1] ?? nothing
        const three = words[p + 2] ?? nothing
        for (let f = 0; f < filters; f++) {
          const pair = filters + f
          const triple = pair + filters
          raise(f, p, (bias[f] ?? 0) + (one[f] ?? 0))
          raise(pair, p, (bias[pair] ?? 0) + (one[pair] ?? 0) + (two[triple] ?? 0))
          raise(
            triple,
            p,
            (bias[triple] ?? 0) +
              (one[3 * filters + f] ?? 0) +
              (two[4 * filters + f] ?? 0) +
              (three[5 * filters + f] ?? 0),
          )
        }
      }
      const [a = 0, b = 0, c = 0] = outBias
      return softmax(logit(negative, a, dense), logit(neutral, b, dense), logit(positive, c, dense))
    },

    moved() {
      const moved = words.map(() => 0)
      for (let f = 0; f < pooled; f++) {
        const at = where[f] ?? -1
        if (at < 0) continue
        const weight = (positive[f] ?? 0) - (negative[f] ?? 0)
        const width = Math.floor(f / filters)
        // Width 1 has row 0; width 2 rows 1 and 2; width 3 rows 3 to 5.
        const firstRow = (width * (width + 1)) / 2
        for (let j = 0; j <= width && at + j < words.length; j++)
          moved[at + j] =
            (moved[at + j] ?? 0) + weight * (words[at + j]?.[(firstRow + j) * filters + (f % filters)] ?? 0)
      }
      return moved
    },

    weightOf: (index) => (positive[pooled + index] ?? 0) - (negative[pooled + index] ?? 0),
  }
}
