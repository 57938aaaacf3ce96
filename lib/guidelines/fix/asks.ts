import type { Finding } from '../../domain/finding.ts'
import { wantsWording } from '../../domain/open-finding.ts'
import type { CaptionEdit, CorrectedCaption, FindingRef } from './correct.ts'

/** Most things asked in one message (relationship.md B4). */
const MOST = 3

export interface Asks {
  /** At most three, what must change first. */
  readonly asked: readonly Finding[]
  /** How many more there are. */
  readonly more: number
  /** Everything asked, and everything more, is done in the corrected caption. */
  readonly allDone: boolean
}

/**
 * What to ask the creator for: everything that is open and has to change, then what is only preferred where the
 * corrected caption already has it. What could not be checked, or only needs a look, is a question for the team,
 * unless the corrected caption settles it. `first` is asked before all else.
 */
export function asksOf(findings: readonly Finding[], correction: CorrectedCaption, first: FindingRef | null): Asks {
  const isFixed = (finding: Finding) => correction.fixed.some((ref) => isSame(ref, finding))
  const isFirst = (finding: Finding) => first !== null && isSame(first, finding)
  const wanted = findings
    .filter(wantsWording)
    .filter(
      (finding) => isFixed(finding) || isFirst(finding) || (finding.weight === 'must' && finding.status !== 'review'),
    )
    .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || Number(isAdvice(a)) - Number(isAdvice(b)))
  return { asked: wanted.slice(0, MOST), more: Math.max(0, wanted.length - MOST), allDone: wanted.every(isFixed) }
}

const isAdvice = ({ weight }: Finding) => weight === 'prefer'

/** What of the corrected caption's changes is for this finding. */
export function editsFor({ fixed, edits }: CorrectedCaption, finding: FindingRef): readonly CaptionEdit[] {
  const index = fixed.findIndex((ref) => isSame(ref, finding))
  return edits.filter(({ by }) => by.includes(index))
}

/** Whether this is the finding that is meant. */
export function isSame(ref: FindingRef, finding: FindingRef): boolean {
  return ref.ruleId === finding.ruleId && ref.value === finding.value && ref.reason === finding.reason
}
