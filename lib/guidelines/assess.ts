import type { Finding, FindingStatus, Source, Verdict } from '../domain/finding.ts'
import type { Guideline, Rule } from '../domain/guideline.ts'
import { isOpen } from '../domain/open-finding.ts'
import type { Relationship } from '../domain/partner.ts'
import type { Waiver } from '../domain/waiver.ts'
import type { CheckContext, CreatorHistory, Draft, Need } from './define.ts'
import { kindOf, kinds } from './kinds/index.ts'
import { textsOf, viewOf } from './view.ts'
import type { PostInput, PostView } from './view.ts'
import { waive } from './waive.ts'

export type { PostInput } from './view.ts'

/** Changes whenever the checks would say something else; part of an assessment's basis. */
export const engine = 'guidelines-10'

export interface AssessContext {
  /** Jurisdiction for disclosure rules that name none: `settings.jurisdiction`. */
  readonly jurisdiction: string
  /** The partner's; null for a creator who is none, whose posts are checked on request. */
  readonly relationship: Relationship | null
  /** Guidelines for named partners apply to these only. */
  readonly partnerId: string | null
  /** Posts around this one, for rules that look at more than one. */
  readonly history?: CreatorHistory | null
  /** What people decided does not count, of this post (`postKey`, null when it is not stored) or of every post. */
  readonly waivers?: readonly Waiver[]
  readonly postId?: string | null
}

export interface Assessed {
  readonly verdict: Verdict
  /** Worst first. */
  readonly findings: Finding[]
}

/** Whether a guideline is in force for a partner (null: for a creator who is none). */
export function appliesTo(guideline: Guideline, partnerId: string | null): boolean {
  if (!guideline.active || guideline.deletedAt !== null) return false
  return guideline.partnerIds === null || (partnerId !== null && guideline.partnerIds.includes(partnerId))
}

/** What the rules in force for a partner look at beside the post itself. */
export function needsOf(guidelines: readonly Guideline[], partnerId: string | null): ReadonlySet<Need> {
  const inForce = guidelines.filter((guideline) => appliesTo(guideline, partnerId))
  return new Set(inForce.flatMap(({ rules }) => rules.flatMap(({ kind, params }) => kindOf(kind)?.needs(params) ?? [])))
}

/**
 * Checks one post against every guideline in force. Pure, and never throws: a rule of an unknown kind, or one
 * whose parameters do not parse, gives a `not-checkable` finding that says so.
 */
export function assess(post: PostInput, guidelines: readonly Guideline[], context: AssessContext): Assessed {
  const view = viewOf(post)
  const findings: Finding[] = []
  for (const guideline of guidelines) {
    if (!appliesTo(guideline, context.partnerId)) continue
    const { jurisdiction, relationship, history = null } = context
    const within = { jurisdiction, relationship, brand: guideline.brand, history }
    for (const rule of guideline.rules) findings.push(...checkRule(view, guideline, rule, within))
  }
  const judged = waive(findings, context.waivers ?? [], context.postId ?? null)
  return { verdict: verdictOf(judged), findings: judged.toSorted(worstFirst) }
}

/**
 * The post's verdict. `prefer` never blocks. By compliance.md 7.9 missing and contradicted disclosure rank
 * above buried and ambiguous: the first two fail; the other two need a person, because folds differ between
 * devices and vague words depend on context. What a `must` could not check needs a person too. `unknown`
 * only when no rule applies. What a person waived does not count.
 */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.length === 0) return 'unknown'
  const open = findings.filter((finding) => finding.weight === 'must' && isOpen(finding))
  if (open.some(({ status }) => status === 'fail' || status === 'missing')) return 'fail'
  return open.length > 0 ? 'review' : 'pass'
}

function checkRule(view: PostView, guideline: Guideline, rule: Rule, context: CheckContext): Finding[] {
  const source: Source = {
    type: 'guideline',
    guidelineId: guideline.id,
    name: guideline.name,
    version: guideline.version,
  }
  const complete = (draft: Draft): Finding => ({
    source,
    severity: rule.severity,
    ...draft,
    ruleId: rule.id,
    kind: rule.kind,
    // Advice stays advice whatever the rule's weight.
    weight: rule.weight === 'prefer' ? 'prefer' : (draft.weight ?? rule.weight),
  })
  const unchecked = (reason: string, values: string[], value: string | null): Finding =>
    complete({ value, status: 'not-checkable', reason, values, evidence: [] })

  const kind = kindOf(rule.kind)
  if (!kind) return [unchecked('ruleNotUnderstood', [rule.kind], null)]
  const drafts = kind.check(view, rule.params, context)
  if ('problem' in drafts) return [unchecked('ruleIncomplete', [drafts.problem], null)]
  return drafts
    .map(complete)
    .map((finding) =>
      isProven(view.post, finding, context.history)
        ? finding
        : unchecked('quoteLost', [finding.value ?? rule.kind], finding.value),
    )
}

/**
 * The guard every finding passes: each quote is exactly the slice it claims to be, and a finding that says
 * something of the post shows its words or where it looked. What fails here is not shown as a finding; the
 * rule counts as not checked, so that losing a quote never reads as a pass.
 */
export function isProven(post: PostInput, finding: Finding, history: CreatorHistory | null = null): boolean {
  const exact = finding.evidence.every(
    ({ field, start, end, quote, postId }) =>
      quote !== '' &&
      (field === 'other-post' ? captionsOf(history, postId) : textsOf(post, field)).some(
        (text) => text.slice(start, end) === quote,
      ),
  )
  const silent = finding.status === 'not-checkable' || finding.status === 'not-needed'
  if (!exact) return false
  if (finding.status === 'review' || finding.status === 'buried') return finding.evidence.length > 0
  return silent || finding.evidence.length > 0 || finding.searched !== undefined
}

/** The caption of another post that a finding quotes. */
function captionsOf(history: CreatorHistory | null, postId: string | undefined): readonly string[] {
  return [...(history?.earlier ?? []), ...(history?.others ?? [])]
    .filter(({ id }) => id === postId)
    .map((post) => post.text)
}

const RANK: Readonly<Record<FindingStatus, number>> = {
  missing: 0,
  fail: 0,
  buried: 1,
  ambiguous: 2,
  review: 2,
  'not-checkable': 3,
  pass: 4,
  clear: 4,
  'not-needed': 5,
}
const SEVERITY = { high: 0, medium: 1, low: 2 } as const

/**
 * What counts before what was waived, musts before advice, then the worst status, the severity, and the order
 * of kinds (compliance.md 7.9).
 */
function worstFirst(a: Finding, b: Finding): number {
  return (
    waivedOf(a) - waivedOf(b) ||
    adviceOf(a) - adviceOf(b) ||
    RANK[a.status] - RANK[b.status] ||
    SEVERITY[a.severity] - SEVERITY[b.severity] ||
    orderOf(a) - orderOf(b)
  )
}

function waivedOf({ waived }: Finding): number {
  return waived === undefined ? 0 : 1
}

function adviceOf({ weight }: Finding): number {
  return weight === 'prefer' ? 1 : 0
}

function orderOf(finding: Finding): number {
  return kinds.findIndex(({ kind }) => kind === finding.kind)
}
