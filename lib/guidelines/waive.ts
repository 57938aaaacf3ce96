import type { Finding } from '../domain/finding.ts'
import { isTrouble } from '../domain/open-finding.ts'
import type { Waiver } from '../domain/waiver.ts'
import { normalise } from '../text/normalise.ts'

/** Most characters of a finding's words that are kept and compared. */
const LONGEST = 2_000

/**
 * The words a finding stands on: its different quotes in order, one a line; null when it has none. A waiver is
 * for exactly these, so that a caption that later says something else under the same rule is found again.
 */
export function wordsOf({ evidence }: Pick<Finding, 'evidence'>): string | null {
  const quotes = new Set(evidence.map(({ quote }) => quote))
  return quotes.size === 0 ? null : [...quotes].join('\n').slice(0, LONGEST)
}

/**
 * Marks the findings that a person decided do not count (compliance.md 7.9, relationship.md B1): the same rule,
 * the same value, the same words but for capitals and invisible characters; on this post, or with a waiver for
 * every post wherever. What passes is never waived. `postId` null: the post is not stored, so it has no
 * waivers of its own.
 */
export function waive(findings: readonly Finding[], waivers: readonly Waiver[], postId: string | null): Finding[] {
  const ofRule = Map.groupBy(waivers, ({ ruleId }) => ruleId)
  return findings.map((finding) => {
    const waiver = isTrouble(finding)
      ? ofRule.get(finding.ruleId)?.find((one) => covers(one, finding, postId))
      : undefined
    if (!waiver) return finding
    const { id, because, reason, createdAt } = waiver
    return { ...finding, waived: { id, because, reason, at: createdAt } }
  })
}

function covers(waiver: Waiver, finding: Finding, postId: string | null): boolean {
  if (waiver.deletedAt !== null || waiver.kind !== finding.kind || waiver.value !== finding.value) return false
  if (waiver.postId !== null && waiver.postId !== postId) return false
  return keyOf(waiver.quote) === keyOf(wordsOf(finding))
}

function keyOf(words: string | null): string | null {
  return words === null ? null : normalise(words).text
}
