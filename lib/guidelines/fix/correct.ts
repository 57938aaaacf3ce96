import type { Finding } from '../../domain/finding.ts'
import type { Guideline, Rule } from '../../domain/guideline.ts'
import { isOpen, wantsWording } from '../../domain/open-finding.ts'
import { normalise } from '../../text/normalise.ts'
import { findHashtags, findMentions } from '../../text/tokens.ts'
import { appliesTo, assess } from '../assess.ts'
import type { AssessContext, PostInput } from '../assess.ts'
import type { Edit } from '../define.ts'
import { kindOf } from '../kinds/index.ts'
import { viewOf } from '../view.ts'
import { fits } from './limits.ts'
import { beginRework, editsOf, rework } from './rework.ts'
import type { CaptionEdit, Rework } from './rework.ts'

export type { CaptionEdit } from './rework.ts'

/** Which finding of a post. */
export type FindingRef = Pick<Finding, 'ruleId' | 'kind' | 'value' | 'reason'>

/**
 * Why a finding is not fixed. `no-wording`: other words do not change it. `not-clean`: nothing that was tried
 * comes out clean. `too-long`: the site takes no longer caption. `caption-cut`: the page showed only a part of
 * it. `too-many`: the work ended before its turn.
 */
export type LeftBecause = 'no-wording' | 'not-clean' | 'too-long' | 'caption-cut' | 'too-many'

export interface CorrectedCaption {
  /** The caption to paste. The original when nothing could be fixed. */
  readonly text: string
  /** From the original to `text`, in order, in UTF-16 units of the original; `by` are indices into `fixed`. */
  readonly edits: readonly CaptionEdit[]
  readonly fixed: readonly FindingRef[]
  /** What is still open in `text`, except what could not be checked. */
  readonly left: readonly (FindingRef & { readonly why: LeftBecause })[]
}

/** Most times the whole caption is scored for one correction; fewer where it is long, but never under `FEWEST`. */
const SCORINGS = 30
const FEWEST = 6
/** UTF-16 units scored in all before scorings are saved. */
const SCORED = 400_000
/** Most wordings tried for one finding. */
const WORDINGS = 6
/** A caption that said something is not corrected to nothing but marks. */
const isSaying = /[\p{L}\p{N}…]/u

/**
 * Rewords a caption so that as many of its findings as possible go away, the musts first, in one text. Each rule
 * kind proposes its smallest changes (`fix`); a proposal is kept only if the whole caption, scored again, no
 * longer has that finding and has no new one. What people waived stays as it is.
 *
 * Pure and bounded: at most `SCORINGS` scorings, each linear in the caption.
 */
export function correct(post: PostInput, guidelines: readonly Guideline[], context: AssessContext): CorrectedCaption {
  const score = (text: string): Finding[] => assess(withText(post, text), guidelines, context).findings
  let findings = score(post.text)
  if (!post.textComplete)
    return { text: post.text, edits: [], fixed: [], left: leftOver(findings, () => 'caption-cut') }

  const propose = proposer(guidelines, context)
  const fit = fits(post.platform, post.text)
  const tried = new Set([post.text])
  const gaveUp = new Map<string, LeftBecause>()
  const fixed: FindingRef[] = []
  let current = beginRework(post.text)
  const most = Math.min(SCORINGS, Math.max(FEWEST, Math.floor(SCORED / (post.text.length + 1))))
  let scorings = 1
  let retry = false

  for (;;) {
    const target = findings.find((finding) => isOpen(finding) && !gaveUp.has(keyOf(finding)))
    if (!target) {
      // A wording that did not come out clean may do so now that others are gone.
      if (!retry) break
      retry = false
      for (const [key, why] of gaveUp) if (why !== 'no-wording') gaveUp.delete(key)
      continue
    }
    let better: { text: Rework; findings: Finding[] } | null = null
    let why: LeftBecause = 'no-wording'
    for (const edits of propose(withText(post, current.text), target)) {
      const next = rework(current, edits, fixed.length)
      if (!next || (isSaying.test(post.text) && !isSaying.test(next.text))) continue
      if (!fit(next.text)) {
        why = why === 'not-clean' ? why : 'too-long'
        continue
      }
      if (tried.has(next.text)) {
        why = 'not-clean'
        continue
      }
      if (scorings >= most) {
        why = 'too-many'
        break
      }
      scorings++
      const after = score(next.text)
      if (isClean(target, findings, after)) {
        better = { text: next, findings: after }
        break
      }
      tried.add(next.text)
      why = 'not-clean'
    }
    if (better) {
      fixed.push(refOf(target))
      current = better.text
      findings = better.findings
      // The same words may be a step of another way.
      tried.clear()
      tried.add(current.text)
      retry = gaveUp.size > 0
    } else gaveUp.set(keyOf(target), why)
  }
  const left = leftOver(findings, (finding) => gaveUp.get(keyOf(finding)) ?? 'not-clean')
  return { text: current.text, edits: editsOf(current), fixed, left }
}

/** Asks the finding's own rule for wordings; rules of several guidelines may have the same id. */
function proposer(guidelines: readonly Guideline[], context: AssessContext) {
  const rules = new Map<string, { rule: Rule; brand: string }[]>()
  for (const guideline of guidelines) {
    if (!appliesTo(guideline, context.partnerId)) continue
    for (const rule of guideline.rules) {
      const same = rules.get(rule.id)
      if (same) same.push({ rule, brand: guideline.brand })
      else rules.set(rule.id, [{ rule, brand: guideline.brand }])
    }
  }
  const { jurisdiction, relationship, history = null } = context
  return (post: PostInput, finding: Finding): readonly (readonly Edit[])[] => {
    const view = viewOf(post)
    const proposals = (rules.get(finding.ruleId) ?? []).flatMap(({ rule, brand }) =>
      rule.kind === finding.kind
        ? (kindOf(rule.kind)?.fix(view, rule.params, finding, { jurisdiction, relationship, brand, history }) ?? [])
        : [],
    )
    return proposals.slice(0, WORDINGS)
  }
}

/**
 * Whether `target` is gone and nothing came in its place: no other trouble of the same rule and value, and no
 * new trouble elsewhere; new advice only where a must was fixed.
 */
function isClean(target: Finding, before: readonly Finding[], after: readonly Finding[]): boolean {
  const known = new Set(before.filter(isOpen).map(keyOf))
  return after.filter(isOpen).every((finding) => {
    if (keyOf(finding) === keyOf(target)) return false
    if (known.has(keyOf(finding))) return true
    const sameRule = finding.ruleId === target.ruleId && finding.value === target.value
    return finding.weight === 'prefer' && target.weight === 'must' && !(sameRule && finding.status === 'fail')
  })
}

function leftOver(findings: readonly Finding[], why: (finding: Finding) => LeftBecause): CorrectedCaption['left'] {
  return findings.filter(wantsWording).map((finding) => Object.assign(refOf(finding), { why: why(finding) }))
}

function refOf({ ruleId, kind, value, reason }: Finding): FindingRef {
  return { ruleId, kind, value, reason }
}

function keyOf({ ruleId, value, reason }: FindingRef): string {
  return `${ruleId}\n${value}\n${reason}`
}

/** The post with another caption: what the page said of the old one holds for the new one as far as it can. */
function withText(post: PostInput, text: string): PostInput {
  if (text === post.text) return post
  const tags = new Set(findHashtags(text).map(({ name }) => normalise(name).text))
  const names = new Set(findMentions(text, post.platform).map(({ handle }) => userOf(handle)))
  return {
    ...post,
    text,
    visibleText: shownOf(post, text),
    hashtags: post.hashtags.filter((name) => tags.has(normalise(name).text)),
    mentions: post.mentions.filter((name) => names.has(userOf(name.replace(/^@/, '')))),
  }
}

/** The site cuts the new caption after as many characters as the old one; one it showed whole it shows whole. */
function shownOf({ text: before, visibleText }: PostInput, text: string): string | null {
  if (visibleText === null) return null
  return visibleText.length >= before.length ? text : text.slice(0, visibleText.length)
}

/** The part before the host of `user@host`. */
function userOf(handle: string): string {
  return normalise(handle).text.split('@')[0] ?? ''
}
