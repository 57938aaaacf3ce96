import type { Finding, FindingStatus } from '../../domain/finding.ts'
import type { CheckContext, Draft } from '../define.ts'
import { quoteOther, quoteText, viewOf } from '../view.ts'
import type { PostView } from '../view.ts'
import { findCandidates } from './candidates.ts'
import type { Candidate, Found } from './candidates.ts'
import { placer } from './placement.ts'
import type { Placement } from './placement.ts'
import { isVideo } from './platforms.ts'
import type { Authority, DisclosurePack } from './types.ts'

/** Every reason the disclosure check gives. */
export const disclosureReasons = [
  'disclosureClear',
  'disclosureClearByLabel',
  'disclosureBuriedFold',
  'disclosureBuriedBlock',
  'disclosureVague',
  'disclosureOtherLanguage',
  'disclosureIllegible',
  'disclosureRunTogether',
  'disclosureLabelOnly',
  'disclosureMissing',
  'disclosureCommentOnly',
  'disclosureNotNeeded',
  'disclosureUnexpected',
  'disclosureDenied',
  'disclosureVagueToo',
  'disclosureLookAlike',
  'disclosureOnScreen',
  'disclosureOtherBrand',
  'relationshipUnknown',
  'captionCut',
] as const

export interface DisclosurePolicy {
  /** The brand's own policy accepts the platform's label alone. */
  readonly acceptPlatformLabel: boolean
}

type Main = Omit<Draft, 'value'>
interface Placed {
  readonly candidate: Candidate
  readonly placement: Placement
}

/**
 * Is the advertising disclosed? Compliance.md 7.3: the main result first (clear, buried, ambiguous, missing,
 * not-needed, not-checkable), then what else the reviewer should know, as advice.
 */
export function checkDisclosure(
  view: PostView,
  pack: DisclosurePack,
  policy: DisclosurePolicy,
  context: CheckContext,
): Draft[] {
  const asked = { pack, relationship: context.relationship, brand: context.brand }
  const found = findCandidates(view, asked)
  const place = placer(view, pack)
  const placed = found.candidates.map((candidate) => ({ candidate, placement: place(candidate) }))
  const plain = placed.filter(({ candidate }) => candidate.worth === 'accepted' && candidate.problem === null)

  if (context.relationship === 'none') return unneeded(view, pack, plain)
  const main = decide(view, pack, policy, context, placed)
  if (context.relationship === null && main.status !== 'clear') {
    return [{ ...searched(view, pack, 'relationshipUnknown'), value: null, status: 'not-checkable', weight: 'prefer' }]
  }
  return [main, ...beside(view, pack, found, placed, main)].map(withValue)
}

/** A disclosure rule asks for no one value. */
function withValue(draft: Main): Draft {
  return Object.assign({ value: null }, draft)
}

/** Step 7: what the candidates amount to. */
function decide(
  view: PostView,
  pack: DisclosurePack,
  policy: DisclosurePolicy,
  context: CheckContext,
  placed: readonly Placed[],
): Main {
  const plain = placed.filter(({ candidate }) => candidate.worth === 'accepted' && candidate.problem === null)
  const seen = plain.find(({ placement }) => placement === 'ok')
  if (seen) return quoting(view, pack, 'clear', 'disclosureClear', seen.candidate)
  const buried = plain[0]
  if (buried) {
    const reason = buried.placement === 'fold' ? 'disclosureBuriedFold' : 'disclosureBuriedBlock'
    return { ...quoting(view, pack, 'buried', reason, buried.candidate), severity: 'medium' }
  }
  const label = view.post.labelText ?? platformLabelOf(view)
  const labelCounts = pack.platformLabel === 'sufficient' || policy.acceptPlatformLabel
  if (label !== null && labelCounts) return byLabel(pack, 'clear', 'disclosureClearByLabel', label)

  const unclear = placed.find(({ candidate }) => candidate.worth === 'accepted') ?? placed[0]
  if (unclear) {
    const reason = unclear.candidate.problem === null ? 'disclosureVague' : REASON_OF[unclear.candidate.problem]
    return { ...quoting(view, pack, 'ambiguous', reason, unclear.candidate), severity: 'medium' }
  }
  // What is not shown cannot be called missing.
  if (!view.post.textComplete) return { ...searched(view, pack, 'captionCut'), status: 'not-checkable' }
  if (label !== null) return { ...byLabel(pack, 'ambiguous', 'disclosureLabelOnly', label), severity: 'medium' }
  return commentOnly(view, pack, context) ?? { ...searched(view, pack, 'disclosureMissing'), status: 'missing' }
}

const REASON_OF = {
  illegible: 'disclosureIllegible',
  'run-together': 'disclosureRunTogether',
  'other-language': 'disclosureOtherLanguage',
} as const

/** Step 8 and 9: advice beside the main result. Only a contradiction can fail the post. */
function beside(view: PostView, pack: DisclosurePack, found: Found, placed: readonly Placed[], main: Main): Main[] {
  const advice: Main[] = []
  const denial = found.denials[0]
  if (denial) {
    const quote = quoteText(view, denial.start, denial.end)
    const source = sourceOf(pack, ruleOf(pack))
    advice.push({
      status: 'fail',
      reason: 'disclosureDenied',
      values: [quote.quote],
      evidence: [quote],
      source,
      note: 'contradiction',
    })
  }
  if (main.status === 'clear' && main.reason === 'disclosureClear') {
    const vague = placed.find(({ candidate }) => candidate.worth === 'vague' || candidate.problem !== null)
    const clear = main.evidence[0]
    if (vague && clear && (vague.candidate.end <= clear.start || clear.end <= vague.candidate.start)) {
      advice.push(asAdvice(quoting(view, pack, 'review', 'disclosureVagueToo', vague.candidate), 'vague-too'))
    }
  }
  const main0 = main.evidence[0]
  const disguised = placed.find(({ candidate }) => candidate.lookAlike && candidate.start === main0?.start)
  if (disguised && main0?.field === 'text') {
    advice.push(asAdvice(quoting(view, pack, 'review', 'disclosureLookAlike', disguised.candidate), 'look-alike'))
  }
  const other = otherBrand(view, placed)
  if (other) advice.push(asAdvice(quoting(view, pack, 'review', 'disclosureOtherBrand', other), 'other-brand'))
  if (pack.inVideo && main.status === 'clear' && isVideo(view.post)) {
    const source = sourceOf(pack, ruleOf(pack))
    advice.push(
      asAdvice(
        { status: 'not-checkable', reason: 'disclosureOnScreen', values: [], evidence: [], source },
        'on-screen',
      ),
    )
  }
  return advice
}

function asAdvice(draft: Main, note: string): Main {
  return { ...draft, weight: 'prefer', severity: 'low', note }
}

/** The relationship asks for nothing; a caption that says "ad" all the same is worth a look. */
function unneeded(view: PostView, pack: DisclosurePack, plain: readonly Placed[]): Draft[] {
  const source = sourceOf(pack, ruleOf(pack))
  const main: Main = { status: 'not-needed', reason: 'disclosureNotNeeded', values: [], evidence: [], source }
  const ad = plain[0]
  const look = ad && asAdvice(quoting(view, pack, 'review', 'disclosureUnexpected', ad.candidate), 'unexpected')
  return (look ? [main, look] : [main]).map(withValue)
}

/** A disclosure in the first comment is quoted there, and is still missing where the ad is. */
function commentOnly(view: PostView, pack: DisclosurePack, context: CheckContext): Main | null {
  const comment = view.post.firstComment ?? ''
  if (comment === '') return null
  const inComment = viewOf({ ...view.post, text: comment, visibleText: null, hashtags: [], mentions: [] })
  const { candidates } = findCandidates(inComment, { pack, relationship: context.relationship, brand: context.brand })
  const said = candidates.find(({ worth, problem }) => worth === 'accepted' && problem === null)
  if (!said) return null
  return {
    status: 'missing',
    reason: 'disclosureCommentOnly',
    values: [comment.slice(said.start, said.end)],
    evidence: [quoteOther('comment', comment, said.start, said.end)],
    source: sourceOf(pack, ruleOf(pack)),
    note: 'comment-only',
  }
}

/** The platform's label names one brand and the text another. */
function otherBrand(view: PostView, placed: readonly Placed[]): Candidate | null {
  const labelled = nameIn(/\bwith\s+(.+)$/iu.exec(view.post.labelText ?? '')?.[1])
  if (labelled === null) return null
  for (const { candidate } of placed) {
    const text = view.post.text.slice(candidate.at, candidate.end)
    const named = nameIn(/\b(?:by|with)\s+(.+)$/isu.exec(text)?.[1])
    if (named !== null && !named.includes(labelled) && !labelled.includes(named)) return candidate
  }
  return null
}

function nameIn(text: string | undefined): string | null {
  const name = text?.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '') ?? ''
  return name === '' ? null : name
}

const PAID: ReadonlySet<string> = new Set(['paid-partnership', 'paid-promotion', 'sponsored'])

function platformLabelOf(view: PostView): string | null {
  return view.post.labels.find((label) => PAID.has(label)) ?? null
}

function quoting(
  view: PostView,
  pack: DisclosurePack,
  status: FindingStatus,
  reason: string,
  candidate: Candidate,
): Main {
  const evidence = quoteText(view, candidate.start, candidate.end)
  const source = sourceOf(pack, candidate.authority)
  return { status, reason, values: [evidence.quote], evidence: [evidence], source }
}

function byLabel(pack: DisclosurePack, status: FindingStatus, reason: string, label: string): Main {
  const source = sourceOf(pack, ruleOf(pack))
  const note = reason === 'disclosureLabelOnly' ? { note: 'label-only' } : {}
  return { status, reason, values: [label], evidence: [quoteOther('label', label)], source, ...note }
}

/** Looked, and found nothing. */
function searched(view: PostView, pack: DisclosurePack, reason: string): Omit<Main, 'status'> {
  const terms = pack.accepted
    .filter((group) => group.form === 'label')
    .flatMap((group) => group.terms)
    .slice(0, 5)
  return {
    reason,
    values: [pack.name],
    evidence: [],
    source: sourceOf(pack, ruleOf(pack)),
    searched: { field: 'text', chars: view.post.text.length, terms },
  }
}

function ruleOf(pack: DisclosurePack): Authority | undefined {
  return pack.authorities[pack.rule]
}

function sourceOf(pack: DisclosurePack, authority: Authority | undefined): Finding['source'] {
  const {
    authority: name,
    document,
    since,
    confidence,
    url,
  } = authority ?? {
    authority: pack.name,
    document: pack.jurisdiction,
    since: '',
    confidence: 'L',
    url: null,
  }
  return { type: 'law', jurisdiction: pack.jurisdiction, authority: name, document, since, confidence, url }
}
