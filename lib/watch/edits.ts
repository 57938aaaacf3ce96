import type { Evidence, Finding } from '../domain/finding.ts'
import { type Label, paidLabels } from '../domain/observation.ts'
import { findEmoji } from '../text/emoji.ts'
import { normalise } from '../text/normalise.ts'

/** What a post said at one time, and what its guidelines said of it. */
export interface Version {
  readonly text: string
  readonly labels: readonly Label[]
  readonly links: readonly string[]
  readonly findings: readonly Finding[]
}

/** How much an edit matters: none but spacing, looks only, words, or what the law or the contract turns on. */
export type EditRank = 'same' | 'cosmetic' | 'material' | 'legal'

/** Why an edit ranks as it does; words under `edit.<code>` with `values`. */
export interface EditReason {
  readonly code:
    | 'disclosureWorse'
    | 'labelGone'
    | 'claimAdded'
    | 'tagGone'
    | 'ruleBroken'
    | 'codeChanged'
    | 'numberChanged'
    | 'linkChanged'
    | 'wordsChanged'
    | 'looksChanged'
  readonly values: readonly string[]
  /** Where it shows, in the new text where `in` is `after`, else in the old one. */
  readonly evidence: readonly Evidence[]
  readonly in: 'before' | 'after'
}

export interface RankedEdit {
  readonly rank: EditRank
  /** The gravest first; only reasons of the edit's own rank. */
  readonly reasons: readonly EditReason[]
}

/**
 * Ranks a silent edit (relationship.md B8 and B11, product.md). `legal`: the disclosure got worse (also: moved below the
 * visible cut), the site's own label is gone, a claim was added, a required tag or a discount code changed. `material`:
 * words, numbers or links changed. `cosmetic`: emoji, punctuation and case only. `same`: equal but for Unicode form and
 * spacing. Both versions' findings must come from the same guidelines; else a new rule would look like an edit.
 */
export function rankEdit(before: Version, after: Version): RankedEdit {
  const legal = legalReasons(before, after)
  if (legal.length > 0) return { rank: 'legal', reasons: legal }
  const material = materialReasons(before, after)
  if (material.length > 0) return { rank: 'material', reasons: material }
  const looks = spaced(before.text) !== spaced(after.text)
  return looks ? { rank: 'cosmetic', reasons: [reason('looksChanged')] } : { rank: 'same', reasons: [] }
}

function reason(
  code: EditReason['code'],
  values: readonly string[] = [],
  evidence: readonly Evidence[] = [],
  side: EditReason['in'] = 'after',
): EditReason {
  return { code, values, evidence, in: side }
}

// ---------------------------------------------------------------- legal

/** The better a disclosure, the lower; null where none is asked for or it could not be checked. */
const DISCLOSURE: Partial<Record<Finding['status'], number>> = { clear: 0, ambiguous: 1, buried: 1, missing: 2 }
const TAG_KINDS = new Set(['required-hashtag', 'required-mention', 'required-link', 'required-phrase'])
const CLAIM_KINDS = new Set(['banned-claim', 'product-fact'])

function legalReasons(before: Version, after: Version): EditReason[] {
  const found: EditReason[] = []
  const [was, is] = [disclosureOf(before), disclosureOf(after)]
  if (was && is && is.rank > was.rank) {
    const evidence = is.finding.evidence.length > 0 ? is.finding.evidence : was.finding.evidence
    const side = is.finding.evidence.length > 0 ? 'after' : 'before'
    found.push(reason('disclosureWorse', [was.finding.status, is.finding.status], evidence, side))
  }
  const gone = paidLabels.filter((label) => before.labels.includes(label) && !after.labels.includes(label))
  if (gone.length > 0) found.push(reason('labelGone', gone))
  const broke = newlyBroken(before, after)
  for (const finding of broke) {
    const value = finding.value ?? finding.kind
    if (CLAIM_KINDS.has(finding.kind)) found.push(reason('claimAdded', [value], finding.evidence))
    else if (TAG_KINDS.has(finding.kind))
      found.push(reason('tagGone', [value], keptEvidence(before, finding), 'before'))
    else found.push(reason('ruleBroken', [value], finding.evidence))
  }
  const [old, fresh] = [codesIn(before.text), codesIn(after.text)]
  const lost = old.filter((code) => !fresh.includes(code))
  const added = fresh.filter((code) => !old.includes(code))
  if (lost.length > 0) found.push(reason('codeChanged', [lost.join(', '), added.join(', ')]))
  return found
}

/** The worst disclosure of a version: a post for two countries is as good as its worse one. */
function disclosureOf({ findings }: Version): { rank: number; finding: Finding } | null {
  let worst: { rank: number; finding: Finding } | null = null
  for (const finding of findings) {
    const rank = finding.kind === 'disclosure' && counts(finding) ? DISCLOSURE[finding.status] : undefined
    if (rank !== undefined && (worst === null || rank > worst.rank)) worst = { rank, finding }
  }
  return worst
}

const counts = ({ weight, waived }: Finding): boolean => weight === 'must' && waived === undefined

/** What fails now and did not: by rule and value, and for claims by their words, too. */
function newlyBroken(before: Version, after: Version): Finding[] {
  const failing = ({ findings }: Version) =>
    findings.filter((one) => one.kind !== 'disclosure' && one.status === 'fail' && counts(one))
  const known = new Set(failing(before).map(keyOf))
  return failing(after).filter((finding) => !known.has(keyOf(finding)))
}

const keyOf = (finding: Finding): string =>
  JSON.stringify([finding.ruleId, finding.value, CLAIM_KINDS.has(finding.kind) && finding.evidence.map(wordsOf)])

const wordsOf = ({ quote }: Evidence): string => letters(quote)

/** Where the rule was kept before. */
const keptEvidence = ({ findings }: Version, broken: Finding): readonly Evidence[] =>
  findings.find((one) => one.ruleId === broken.ruleId && one.value === broken.value)?.evidence ?? []

/** Discount codes: capitals and digits in one word, `MARA20`, `SAVE15NOW`; years, sizes and plain numbers are none. */
function codesIn(text: string): string[] {
  return [
    ...new Set(text.match(/(?<![\p{L}\p{N}#@/])(?=[A-Z0-9]*\d)(?=\d{0,3}[A-Z]{3})[A-Z0-9]{4,20}(?![\p{L}\p{N}])/gu)),
  ]
}

// ---------------------------------------------------------------- material

function materialReasons(before: Version, after: Version): EditReason[] {
  const found: EditReason[] = []
  const [old, fresh] = [numbersIn(before.text), numbersIn(after.text)]
  if (old.join() !== fresh.join()) {
    const lost = old.filter((number) => !fresh.includes(number))
    const added = fresh.filter((number) => !old.includes(number))
    found.push(reason('numberChanged', [lost.join(', '), added.join(', ')]))
  }
  const links = (one: Version) => [...new Set(one.links)].toSorted().join('\n')
  if (links(before) !== links(after)) found.push(reason('linkChanged'))
  if (letters(before.text) !== letters(after.text)) found.push(reason('wordsChanged'))
  return found
}

const numbersIn = (text: string): string[] => text.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? []

/** Letters and digits only, folded: what is left when looks do not count. */
const letters = (text: string): string =>
  normalise(withoutEmoji(text))
    .text.toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}#@]+/gu, '')

/** Keycaps hold digits, flags letters: emoji go whole. */
function withoutEmoji(text: string): string {
  let kept = ''
  let at = 0
  for (const { start, end } of findEmoji(text)) {
    kept += text.slice(at, start)
    at = end
  }
  return kept + text.slice(at)
}

/** One Unicode form, one kind of space. */
const spaced = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
