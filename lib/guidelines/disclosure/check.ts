import type { Finding, FindingStatus } from '../../domain/finding.ts'
import type { Span } from '../../text/normalise.ts'
import type { CheckContext, Draft } from '../define.ts'
import { quoteOther, quoteText, viewOf } from '../view.ts'
import type { PostView } from '../view.ts'
import { findCandidates } from './candidates.ts'
import type { Candidate, Found } from './candidates.ts'
import { placer } from './placement.ts'
import type { Placement } from './placement.ts'
import { dutyReasons, unmetDuties } from './duties.ts'
import { nobodyPaid } from './denials.ts'
import { PLAIN_WORDS } from './plain-words.ts'
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
  'disclosureBioOnly',
  'disclosureNotNeeded',
  'disclosureUnexpected',
  'disclosureDenied',
  'disclosureUnpaidSaid',
  'disclosureDenialFits',
  'disclosureVagueToo',
  'disclosureNotFirst',
  'disclosureLookAlike',
  'disclosureOnScreen',
  'disclosureOtherBrand',
  'relationshipUnknown',
  'captionCut',
  ...dutyReasons,
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

  if (context.relationship === 'none') return unneeded(view, pack, plain, found)
  const main = decide(view, pack, policy, context, placed)
  if (context.relationship === null && main.status !== 'clear') {
    return [{ ...searched(view, pack, 'relationshipUnknown'), value: null, status: 'not-checkable', weight: 'prefer' }]
  }
  return [main, ...beside(view, pack, context, found, placed, main)].map(withValue)
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
  const labelCounts = policy.acceptPlatformLabel || isSufficient(pack, label)
  if (label !== null && labelCounts) return byLabel(pack, 'clear', 'disclosureClearByLabel', label)

  const unclear = placed.find(({ candidate }) => candidate.worth === 'accepted') ?? placed[0]
  if (unclear) {
    const reason = unclear.candidate.problem === null ? 'disclosureVague' : REASON_OF[unclear.candidate.problem]
    return { ...quoting(view, pack, 'ambiguous', reason, unclear.candidate), severity: 'medium' }
  }
  // What is not shown cannot be called missing.
  if (!view.post.textComplete) return { ...searched(view, pack, 'captionCut'), status: 'not-checkable' }
  if (label !== null) return { ...byLabel(pack, 'ambiguous', 'disclosureLabelOnly', label), severity: 'medium' }
  return elsewhereOnly(view, pack, context) ?? { ...searched(view, pack, 'disclosureMissing'), status: 'missing' }
}

const REASON_OF = {
  illegible: 'disclosureIllegible',
  'run-together': 'disclosureRunTogether',
  'other-language': 'disclosureOtherLanguage',
} as const

/** Step 8 and 9: advice beside the main result. Only a contradiction can fail the post. */
function beside(
  view: PostView,
  pack: DisclosurePack,
  context: CheckContext,
  found: Found,
  placed: readonly Placed[],
  main: Main,
): Main[] {
  const { relationship } = context
  const advice: Main[] = []
  const denial = found.denials.find(({ denies }) => denies === 'advertising') ?? found.denials[0]
  if (denial) {
    const quote = quoteText(view, denial.start, denial.end)
    const shown = {
      values: [quote.quote],
      evidence: [quote],
      source: sourceOf(pack, ruleOf(pack)),
      note: 'contradiction',
    }
    // "Not sponsored" is true of a gift, and still hides that it was one.
    const honest = denial.denies === 'payment' && nobodyPaid(relationship)
    advice.push(
      honest
        ? { status: 'review', reason: 'disclosureUnpaidSaid', weight: 'prefer', severity: 'medium', ...shown }
        : { status: 'fail', reason: 'disclosureDenied', severity: 'high', ...shown },
    )
  }
  // Of a gift or a job, "gifted" beside "ad" tells more, as regulators advise.
  if (main.status === 'clear' && main.reason === 'disclosureClear' && relationship === 'paid') {
    const vague = placed.find(({ candidate }) => candidate.worth === 'vague' || candidate.problem !== null)
    const clear = main.evidence[0]
    if (vague && clear && isApart(vague.candidate, clear)) {
      advice.push(asAdvice(quoting(view, pack, 'review', 'disclosureVagueToo', vague.candidate), 'vague-too'))
    }
  }
  const main0 = main.evidence[0]
  if (pack.atStart === true && main.status === 'clear' && main0?.field === 'text') {
    const before = view.post.text.slice(0, main0.start)
    if (/[\p{L}\p{N}]/u.test(before)) {
      advice.push(asAdvice({ ...main, status: 'review', reason: 'disclosureNotFirst' }, 'not-first'))
    }
  }
  const disguised = placed.find(({ candidate }) => candidate.lookAlike && candidate.start === main0?.start)
  if (disguised && main0?.field === 'text') {
    advice.push(asAdvice(quoting(view, pack, 'review', 'disclosureLookAlike', disguised.candidate), 'look-alike'))
  }
  const other = otherBrand(view, placed)
  if (other) advice.push(asAdvice(quoting(view, pack, 'review', 'disclosureOtherBrand', other), 'other-brand'))
  const source = sourceOf(pack, ruleOf(pack))
  // A caption is only part of the answer of a story, reel or stream, in every country.
  if (main.status === 'clear' && isVideo(view.post)) {
    const unseen: Main = { status: 'not-checkable', reason: 'disclosureOnScreen', values: [], evidence: [], source }
    advice.push(asAdvice(unseen, 'on-screen'))
  }
  for (const { duty, ...draft } of unmetDuties(view, pack, { brand: context.brand, disclosed: main })) {
    advice.push(asAdvice({ ...draft, source: sourceOf(pack, pack.authorities[duty.source]) }, duty.kind))
  }
  return advice
}

/** Not inside the other, and not its continuation: "Annons i samarbete med @acme" is one statement. */
function isApart(vague: Span, clear: Span): boolean {
  return vague.end <= clear.start || vague.start - clear.end > 3
}

function asAdvice(draft: Main, note: string): Main {
  return { ...draft, weight: 'prefer', severity: 'low', note }
}

/** The relationship asks for nothing; a caption that says "ad" all the same is worth a look, a denial fits. */
function unneeded(view: PostView, pack: DisclosurePack, plain: readonly Placed[], found: Found): Draft[] {
  const source = sourceOf(pack, ruleOf(pack))
  const main: Main = { status: 'not-needed', reason: 'disclosureNotNeeded', values: [], evidence: [], source }
  const ad = plain[0]
  const signals: Main[] = []
  if (ad) signals.push(asAdvice(quoting(view, pack, 'review', 'disclosureUnexpected', ad.candidate), 'unexpected'))
  const denial = found.denials[0]
  if (denial) {
    const quote = quoteText(view, denial.start, denial.end)
    const values = [quote.quote]
    signals.push(
      asAdvice({ status: 'pass', reason: 'disclosureDenialFits', values, evidence: [quote], source }, 'denial'),
    )
  }
  return [main, ...signals].map(withValue)
}

/** A disclosure in the first comment or on the profile is quoted there, and is still missing where the ad is. */
function elsewhereOnly(view: PostView, pack: DisclosurePack, context: CheckContext): Main | null {
  const places = [
    { field: 'comment', text: view.post.firstComment ?? '', reason: 'disclosureCommentOnly', note: 'comment-only' },
    { field: 'bio', text: view.post.bio ?? '', reason: 'disclosureBioOnly', note: 'bio-only' },
  ] as const
  for (const { field, text, reason, note } of places) {
    if (text === '') continue
    const there = viewOf({ ...view.post, text, lang: view.lang, visibleText: null, hashtags: [], mentions: [] })
    const { candidates } = findCandidates(there, { pack, relationship: context.relationship, brand: context.brand })
    const said = candidates.find(({ worth, problem }) => worth === 'accepted' && problem === null)
    if (!said) continue
    const evidence = quoteOther(field, text, said.start, said.end)
    const source = sourceOf(pack, ruleOf(pack))
    return { status: 'missing', reason, values: [evidence.quote], evidence: [evidence], source, note }
  }
  return null
}

/** Words before the brand in platform labels and in captions. */
const NAMED_BY = /(?<!\p{L})(?:by|with|mit|von|avec|par|con|da|por|com|met|door|z marką|med|för|for|af|av)\s+(\S.*)$/isu

/** The platform's label names one brand and the text another. */
function otherBrand(view: PostView, placed: readonly Placed[]): Candidate | null {
  const labelled = nameIn(NAMED_BY.exec(view.post.labelText ?? '')?.[1])
  if (labelled === null) return null
  for (const { candidate } of placed) {
    if (candidate.form !== 'phrase') continue
    const named = nameIn(NAMED_BY.exec(view.post.text.slice(candidate.at, candidate.end))?.[1])
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

/** Whether the label alone is enough here. Where only its words in one script are, a label without words is not. */
function isSufficient(pack: DisclosurePack, label: string | null): boolean {
  if (pack.platformLabel !== 'sufficient' || label === null) return false
  return pack.labelScript === undefined || pack.labelScript.test(label)
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
  const ours = pack.accepted.filter(({ form }) => form === 'label' || form === 'hashtag' || form === 'notice')
  const listed = ours.flatMap(({ form, terms }) => terms.map((term) => (form === 'hashtag' ? `#${term}` : term)))
  const terms = (listed.length > 0 ? listed : (PLAIN_WORDS[view.lang ?? ''] ?? [])).slice(0, 5)
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
