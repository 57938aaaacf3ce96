import { softmax } from './softmax.ts'
import type { Probabilities } from './softmax.ts'
import type { NetWeights } from './weights.ts'

/** Words the net reads; what comes after is left to the table. */
const LONGEST = 48

export interface Net {
  /** @param words rows of the vocabulary, in the text's order; below 0 for what the net does not read */
  says(words: readonly { readonly id: number }[], dense: Float64Array): Probabilities
  /** Of the text `says` read last, by word: adds how far it moved the text from negative to positive, in log-odds. */
  addMoved(moved: number[]): void
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
  /** The words read: their rows, and which of the text's they are. */
  const words: Float32Array[] = []
  const places: number[] = []

  const meet = (id: number): Float32Array => {
    const rows = new Float32Array(6 * filters)
    for (let i = 0; i < size; i++) {
      const value = (vectors[id * size + i] ?? 0) * (scale[i] ?? 0)
      for (let row = 0; row < 6; row++) {
        const from = (row * size + i) * filters
        const to = row * filters
        for (let f = 0; f < filters; f++) rows[to + f] = (rows[to + f] ?? 0) + value * (conv[from + f] ?? 0)
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
    says(text, dense) {
      words.length = 0
      places.length = 0
      for (let i = 0; i < text.length && words.length < LONGEST; i++) {
        const id = text[i]?.id ?? -1
        if (id < 0) continue
        words.push(known[id] ?? meet(id))
        places.push(i)
      }
      where.fill(-1)
      strongest.fill(Number.NEGATIVE_INFINITY)
      for (let p = 0; p < words.length; p++) {
        const one = words[p] ?? nothing
        const two = words[p + 1] ?? nothing
        const three = words[p + 2] ?? nothing
        for (let f = 0; f < filters; f++) {
          // Row by row, as in `conv`; the filters of one, two and three words in that order.
          const row1 = f + filters
          const row2 = row1 + filters
          const row3 = row2 + filters
          raise(f, p, one[f] ?? 0)
          raise(row1, p, (one[row1] ?? 0) + (two[row2] ?? 0))
          raise(row2, p, (one[row3] ?? 0) + (two[row3 + filters] ?? 0) + (three[row3 + 2 * filters] ?? 0))
        }
      }
      for (let f = 0; f < pooled; f++) {
        const own = bias[f] ?? 0
        const value = (strongest[f] ?? 0) + own
        // After the text stands padding, which leaves a filter its bias; a text that fills the room has none.
        const least = words.length < LONGEST ? Math.max(0, own) : 0
        if (value <= least) where[f] = -1
        strongest[f] = Math.max(value, least)
      }
      const [a = 0, b = 0, c = 0] = outBias
      return softmax(logit(negative, a, dense), logit(neutral, b, dense), logit(positive, c, dense))
    },

    addMoved(moved) {
      for (let f = 0; f < pooled; f++) {
        const at = where[f] ?? -1
        if (at < 0) continue
        const weight = (positive[f] ?? 0) - (negative[f] ?? 0)
        const width = f < filters ? 0 : f < 2 * filters ? 1 : 2
        const filter = f - width * filters
        // Width 1 has row 0; width 2 rows 1 and 2; width 3 rows 3 to 5.
        const firstRow = (width * (width + 1)) / 2
        for (let j = 0; j <= width && at + j < words.length; j++) {
          const place = places[at + j] ?? 0
          moved[place] = (moved[place] ?? 0) + weight * (words[at + j]?.[(firstRow + j) * filters + filter] ?? 0)
        }
      }
    },

    weightOf: (index) => (positive[pooled + index] ?? 0) - (negative[pooled + index] ?? 0),
  }
}
