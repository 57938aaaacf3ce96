import { combine } from './combine.ts'
import type { Health } from './types.ts'

/** Something that would raise the score, and what the score would then be; words under `health.raise.<code>`. */
export interface Raise {
  readonly code: string
  readonly score: number
  readonly gain: number
}

/** Raises that are told; smaller gains than this, in points, are not worth a line. */
const MOST = 3
const LEAST = 1
/** One's own rating of the partnership is no advice. */
const OWN = 'pulse'

/**
 * What would raise the score (relationship.md B10): each cap lifted, each penalty undone, each known part at 100, one at
 * a time and all else as it is, by the formula the score itself is made by. While a cap holds the score, a better part
 * raises nothing, and is not told. The greatest gain first; empty without a score.
 */
export function raisesOf({ score, parts, caps, penalties = [] }: Health): Raise[] {
  if (score === null) return []
  const taken = penalties.reduce((sum, { points }) => sum + points, 0)
  const raised = (code: string, then: number | null): Raise[] => {
    const gain = (then ?? score) - score
    return gain >= LEAST ? [{ code, score: then ?? score, gain }] : []
  }
  return [
    ...caps.flatMap((cap) => {
      const others = caps.filter((one) => one !== cap)
      return raised(`cap.${cap.code}`, combine(parts, others, taken).score)
    }),
    ...penalties.flatMap(({ code, points }) => raised(`penalty.${code}`, combine(parts, caps, taken - points).score)),
    ...parts
      .filter((part) => part.score !== null && part.part !== OWN)
      .flatMap(({ part }) => {
        const better = parts.map((one) => (one.part === part ? { score: 100, weight: one.weight } : one))
        return raised(`part.${part}`, combine(better, caps, taken).score)
      }),
  ]
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, MOST)
}
