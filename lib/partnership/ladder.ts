import type { LadderStep } from '../domain/communication-protocol.ts'

export interface DueStep {
  readonly step: LadderStep
  /** From 0. */
  readonly index: number
}

/**
 * The step of the ladder that an unanswered question has come to (relationship.md B4); null before the first, and
 * while nothing waits. The steps before it are past, so each is due once. `hours`: how long the question has waited.
 */
export function dueStep(ladder: readonly LadderStep[], hours: number | null): DueStep | null {
  if (hours === null) return null
  const steps = ladder.toSorted((a, b) => a.afterHours - b.afterHours)
  const index = steps.findLastIndex(({ afterHours }) => hours >= afterHours)
  const step = steps[index]
  return step ? { step, index } : null
}
