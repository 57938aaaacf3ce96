import type { Finding } from '../domain/finding.ts'
import { isTrouble } from '../domain/open-finding.ts'
import type { Waiver } from '../domain/waiver.ts'
import { normalise } from '../text/normalise.ts'
import { wordsOf } from './waive.ts'

/** A finding that stays, and weighs otherwise. */
export interface Shifted {
  readonly finding: Finding
  readonly from: Pick<Finding, 'severity' | 'weight'>
}

/** What a changed guideline says of one post, beside what it says today. */
export interface PostDifference {
  /** Findings that are new and those that are gone, in the same words of the same place; those that pass are left out. */
  readonly gained: readonly Finding[]
  readonly lost: readonly Finding[]
  readonly shifted: readonly Shifted[]
}

export function differenceOf(before: readonly Finding[], after: readonly Finding[]): PostDifference {
  const old = new Map(before.filter(isTrouble).map((finding) => [keyOf(finding), finding]))
  const now = new Map(after.filter(isTrouble).map((finding) => [keyOf(finding), finding]))
  const gained = [...now].flatMap(([key, finding]) => (old.has(key) ? [] : finding))
  const lost = [...old].flatMap(([key, finding]) => (now.has(key) ? [] : finding))
  const shifted = [...now].flatMap(([key, finding]): Shifted[] => {
    const from = old.get(key)
    return from && (from.severity !== finding.severity || from.weight !== finding.weight) ? [{ finding, from }] : []
  })
  return { gained, lost, shifted }
}

function keyOf({ ruleId, value, status, reason, waived, evidence }: Finding): string {
  const quotes = evidence.map(({ start, quote }) => [start, quote])
  return JSON.stringify([ruleId, value, status, reason, waived === undefined, quotes])
}

/**
 * `words`: somebody said of these very words, under whatever rule, that the finding was wrong. `kind`: rules of this
 * kind were wrong before, with other words. Null: nothing of the past speaks against it.
 */
export type FalseAlarm = 'words' | 'kind' | null

/**
 * Judges new findings by what people waived as wrong before (relationship.md B1: false positives with their reason).
 * What was let pass though the rule was right says nothing against a rule. Made once for all the findings of a run.
 */
export function falseAlarms(waivers: readonly Waiver[]): (finding: Finding) => FalseAlarm {
  const wrong = waivers.filter(({ because, deletedAt }) => because === 'wrong' && deletedAt === null)
  const words = new Set(wrong.flatMap(({ quote }) => (quote === null ? [] : normalise(quote).text)))
  const kinds = new Set(wrong.map(({ kind }) => kind))
  return (finding) => {
    const own = wordsOf(finding)
    if (own !== null && words.has(normalise(own).text)) return 'words'
    return kinds.has(finding.kind) ? 'kind' : null
  }
}

/** Findings of other rules that stand on some of the same words of the same text. */
export function overlapping(finding: Finding, others: readonly Finding[]): Finding[] {
  return others.filter(
    (other) =>
      other.ruleId !== finding.ruleId &&
      isTrouble(other) &&
      other.evidence.some((there) =>
        finding.evidence.some((here) => here.field === there.field && here.start < there.end && there.start < here.end),
      ),
  )
}
