import type { Features } from './features.ts'
import { softmax } from './softmax.ts'
import type { Probabilities } from './softmax.ts'
import type { Table } from './weights.ts'

/** Sums of a table's two columns: negative and positive, each against neutral. */
export interface Pull {
  readonly negative: number
  readonly positive: number
}

export const NO_PULL: Pull = { negative: 0, positive: 0 }

export function sumOf(table: Int8Array, hashes: ArrayLike<number>, from: number, to: number): number {
  const mask = table.length - 1
  let sum = 0
  for (let i = from; i < to; i++) sum += table[(hashes[i] ?? 0) & mask] ?? 0
  return sum
}

export function pullOf({ negative, positive }: Table, hashes: ArrayLike<number>, from: number, to: number): Pull {
  return { negative: sumOf(negative, hashes, from, to), positive: sumOf(positive, hashes, from, to) }
}

/** A text's hashes by kind: each weighs by the root of its kind's number, so that long texts are no surer than short ones. */
export interface Roots {
  readonly hashes: number
  readonly pieces: number
}

export function rootsOf(forms: readonly { readonly pieces: number }[], { count }: Features): Roots {
  let pieces = 0
  for (const form of forms) pieces += form.pieces
  return { hashes: 1 / Math.sqrt(Math.max(1, count)), pieces: 1 / Math.sqrt(Math.max(1, pieces)) }
}

/** What a table makes of a text whose words' pieces sum up to `pulls`. */
export function tableSays(table: Table, pulls: readonly Pull[], roots: Roots, features: Features): Probabilities {
  const words = pullOf(table, features.hashes, 0, features.count)
  let negative = words.negative * roots.hashes
  let positive = words.positive * roots.hashes
  for (const pull of pulls) {
    negative += pull.negative * roots.pieces
    positive += pull.positive * roots.pieces
  }
  return softmax(logit(table, 0, negative, features), 0, logit(table, 1, positive, features))
}

function logit({ scale, bias, dense }: Table, column: 0 | 1, sum: number, features: Features): number {
  const weights = dense[column] ?? []
  let total = sum * (scale[column] ?? 0) + (bias[column] ?? 0)
  for (let i = 0; i < weights.length; i++) total += (weights[i] ?? 0) * (features.dense[i] ?? 0)
  return total
}

/** By form: how far it moved the text from negative to positive, in log-odds; the lexicons' part is left out. */
export function tableMoved(table: Table, pulls: readonly Pull[], roots: Roots, { hashes, ends }: Features): number[] {
  const [negative = 0, positive = 0] = table.scale
  return pulls.map((pull, i) => {
    const own = pullOf(table, hashes, i === 0 ? 0 : (ends[i - 1] ?? 0), ends[i] ?? 0)
    return (
      positive * (own.positive * roots.hashes + pull.positive * roots.pieces) -
      negative * (own.negative * roots.hashes + pull.negative * roots.pieces)
    )
  })
}

/** What one of the dense numbers weighs between positive and negative. */
export function weightOf({ dense }: Table, index: number): number {
  return (dense[1]?.[index] ?? 0) - (dense[0]?.[index] ?? 0)
}
