import type { Draft, DraftVersion } from '../domain/draft.ts'
import { draftPostId } from '../domain/draft.ts'
import type { Finding } from '../domain/finding.ts'
import { wantsWording } from '../domain/open-finding.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Relationship } from '../domain/partner.ts'
import type { Waiver } from '../domain/waiver.ts'
import { assess } from '../guidelines/assess.ts'
import type { AssessContext, Assessed, PostInput } from '../guidelines/assess.ts'
import { correct } from '../guidelines/fix/correct.ts'
import type { CorrectedCaption } from '../guidelines/fix/correct.ts'

/** What drafts are held against: the same as posts. */
export interface DraftStandards {
  readonly guidelines: readonly Guideline[]
  readonly waivers: readonly Waiver[]
  /** Jurisdiction for disclosure rules that name none. */
  readonly jurisdiction: string
  /** The partner's; null where it is not known any more. */
  readonly relationship: Relationship | null
}

type Subject = Pick<Draft, 'id' | 'partnerId' | 'platform'>

/** A draft's version as the checks take a post: nothing of it is cut, and no page has linked or labelled anything yet. */
export function inputOfDraft(
  { platform }: Pick<Draft, 'platform'>,
  { caption }: Pick<DraftVersion, 'caption'>,
): PostInput {
  const none = { labels: [], hashtags: [], mentions: [] }
  return { platform, lang: null, text: caption, textComplete: true, visibleText: null, url: null, ...none }
}

/** The guidelines' checklist of one version, by the same checks as a post's (relationship.md B11). */
export function assessDraft(
  draft: Subject,
  version: Pick<DraftVersion, 'caption'>,
  standards: DraftStandards,
): Assessed {
  return assess(inputOfDraft(draft, version), standards.guidelines, contextOf(draft, standards))
}

/** The version's caption reworded so that its findings go away; null when none asks for other words. */
export function correctDraft(
  draft: Subject,
  version: Pick<DraftVersion, 'caption'>,
  findings: readonly Finding[],
  standards: DraftStandards,
): CorrectedCaption | null {
  if (!findings.some(wantsWording)) return null
  return correct(inputOfDraft(draft, version), standards.guidelines, contextOf(draft, standards))
}

function contextOf({ id, partnerId }: Subject, { waivers, jurisdiction, relationship }: DraftStandards): AssessContext {
  return { jurisdiction, relationship, partnerId, waivers, postId: draftPostId(id) }
}

/** How many findings keep a version from being approved: a `must` that fails or is missing, and was not waived. */
export function openFindings(findings: readonly Finding[]): number {
  return findings.filter(
    ({ weight, status, waived }) =>
      weight === 'must' && waived === undefined && (status === 'fail' || status === 'missing'),
  ).length
}
