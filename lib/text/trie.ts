/** Paths of numbers with values at their ends, walked step by step from node 0. */
export interface Trie {
  add(path: Iterable<number>, value: number): void
  /** The node that `symbol` leads to, if any path goes on so. */
  step(node: number, symbol: number): number | undefined
  /** Values of the paths that end here. */
  ends(node: number): readonly number[]
}

/** More symbols than any set of terms has; node x symbol stays a safe integer. */
const SYMBOLS = 2 ** 24
const NONE: readonly number[] = []

/** One map holds all steps: a map per node would cost ten times the memory. Symbols are below 2^24. */
export function createTrie(): Trie {
  const steps = new Map<number, number>()
  const ends = new Map<number, number[]>()
  let last = 0
  return {
    add(path, value) {
      let node = 0
      for (const symbol of path) {
        const key = node * SYMBOLS + symbol
        let next = steps.get(key)
        if (next === undefined) steps.set(key, (next = ++last))
        node = next
      }
      const values = ends.get(node)
      if (values) values.push(value)
      else ends.set(node, [value])
    },
    step: (node, symbol) => steps.get(node * SYMBOLS + symbol),
    ends: (node) => ends.get(node) ?? NONE,
  }
}
