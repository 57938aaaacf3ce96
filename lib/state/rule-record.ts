import type { Assessment } from '../domain/assessment.ts'
import { isTrouble } from '../domain/open-finding.ts'
import type { Post } from '../domain/post.ts'
import type { Waiver } from '../domain/waiver.ts'
import { progressOf, versionNow } from '../partnership/approval.ts'
import { assessDraft } from '../partnership/check-draft.ts'
import type { StoreReader } from '../store/interface.ts'

/** Findings below which a share says nothing. */
const ENOUGH = 5

/** How often a rule found something on stored posts, and how often a person said that it was mistaken. */
export interface RulePrecision {
  found: number
  wrong: number
  /** (found - wrong) / found; null below five findings (relationship.md B1: precision per rule). */
  right: number | null
  /** Findings still needed before `right` is given. */
  needs: number
}

/** What people decided about findings, and what that says of the rules. */
export interface RuleRecord {
  /** Newest first. */
  waivers: readonly Waiver[]
  /** By rule id; a rule that never found anything is not in it. */
  precision: ReadonlyMap<string, RulePrecision>
  /** The posts that waivers name, as far as they are still stored. */
  posts: ReadonlyMap<string, Post>
}

export async function loadRuleRecord(store: StoreReader): Promise<RuleRecord> {
  const [waivers, partners, drafts, guidelines, settings] = await Promise.all([
    store.waivers.all(),
    store.partners.all(),
    store.drafts.all(),
    store.guidelines.all(),
    store.settings.get(),
  ])
  const relationships = new Map(partners.map(({ id, relationship }) => [id, relationship]))
  // A draft's checklist is no less a finding than a post's: its waivers are as good a witness of the rules.
  const checked = drafts.flatMap((draft) => {
    const relationship = relationships.get(draft.partnerId) ?? null
    const standards = { guidelines, waivers, jurisdiction: settings.jurisdiction, relationship }
    return relationship === null ? [] : [assessDraft(draft, versionNow(draft, progressOf(draft)), standards)]
  })
  const accounts = new Set(partners.flatMap(({ accountKeys }) => accountKeys))
  const assessments = await Promise.all([...accounts].map((account) => store.assessments.ofAccount(account)))
  const posts = await store.posts.getMany([...new Set(waivers.flatMap(({ postId }) => postId ?? []))])
  return {
    waivers,
    precision: precisionOf([...assessments.flat(), ...checked]),
    posts: new Map(posts.map((post) => [post.id, post])),
  }
}

/** Every finding that asked for something counts, waived or not: a waived one was found all the same. */
export function precisionOf(assessments: readonly Pick<Assessment, 'findings'>[]): Map<string, RulePrecision> {
  const byRule = new Map<string, RulePrecision>()
  for (const finding of assessments.flatMap(({ findings }) => findings)) {
    if (!isTrouble(finding) || finding.status === 'not-checkable') continue
    const before = byRule.get(finding.ruleId)
    const found = (before?.found ?? 0) + 1
    const wrong = (before?.wrong ?? 0) + (finding.waived?.because === 'wrong' ? 1 : 0)
    const right = found < ENOUGH ? null : (found - wrong) / found
    byRule.set(finding.ruleId, { found, wrong, right, needs: Math.max(0, ENOUGH - found) })
  }
  return byRule
}
