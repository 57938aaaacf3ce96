import { withoutAccents } from '../../text/accents.ts'
import { sourceSpan } from '../../text/normalise.ts'
import type { Draft } from '../define.ts'
import { quoteOther, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'
import { plainOf } from './terms.ts'
import type { DisclosurePack, Duty } from './types.ts'

export const dutyReasons = [
  'dutyRetouched',
  'dutyRetouchedMark',
  'dutyVirtual',
  'dutyProfile',
  'dutyProfileUnseen',
  'dutySponsor',
] as const

type Said = Pick<Draft, 'status' | 'reason' | 'values' | 'evidence' | 'searched'>
interface Unmet extends Said {
  readonly duty: Duty
}
interface Known {
  readonly brand: string
  readonly disclosed: Pick<Draft, 'status' | 'evidence'>
}

/**
 * Duties beside the advertising label (compliance.md 7.3 step 10) that the post, or what was captured of the
 * profile, does not show to be met. Advice only: whether a picture was retouched, or a creator is large enough
 * for a register, is not in the text.
 */
export function unmetDuties(view: PostView, pack: DisclosurePack, known: Known): Unmet[] {
  return (pack.duties ?? []).flatMap((duty) => {
    const said = CHECKS[duty.kind](view, duty, known)
    return said ? [Object.assign({ duty }, said)] : []
  })
}

type Check = (view: PostView, duty: Duty, known: Known) => Said | null

const retouched: Check = (view, { when = [], notice = [] }) => {
  if (findOne(view, notice)) return null
  const said = findOne(view, when)
  if (!said) return null
  const [wanted] = notice
  if (wanted === undefined) {
    return { status: 'review', reason: 'dutyRetouchedMark', values: [said.quote], evidence: [said] }
  }
  return { status: 'review', reason: 'dutyRetouched', values: [said.quote, wanted], evidence: [said] }
}

/** The profile says it, the post does not. */
const virtual: Check = (view, { when = [] }) => {
  const bio = view.post.bio ?? ''
  const word = when.find((words) => plainOf(bio).includes(plainOf(words)))
  if (word === undefined || findOne(view, when)) return null
  const at = bio.toLowerCase().indexOf(word)
  const evidence = at === -1 ? quoteOther('bio', bio) : quoteOther('bio', bio, at, at + word.length)
  return { status: 'review', reason: 'dutyVirtual', values: [evidence.quote], evidence: [evidence] }
}

const profile: Check = (view, { notice = [], everyone = false }) => {
  const bio = view.post.bio ?? ''
  const values = [notice[0] ?? '']
  if (bio === '')
    return everyone ? { status: 'not-checkable', reason: 'dutyProfileUnseen', values, evidence: [] } : null
  if (notice.some((words) => plainOf(bio).includes(plainOf(words)))) return null
  const searched = { field: 'bio', chars: bio.length, terms: [...notice] }
  return { status: 'not-checkable', reason: 'dutyProfile', values, evidence: [], searched }
}

/** A capitalised word that does not begin a sentence may be the brand: the doubt is the creator's benefit. */
const NAME = /[\p{L}\p{N},:|]\s{1,4}\p{Lu}[\p{L}\p{N}]/u

const sponsor: Check = (view, _duty, { brand, disclosed }) => {
  const [quote] = disclosed.evidence
  if (disclosed.status !== 'clear' || quote?.field !== 'text') return null
  const { text, mentions, tagged = [], labelText = null } = view.post
  // A sentence says it: "Acme sent me this".
  if (quote.quote.split(/\s+/u).length > 2) return null
  const linked = view.mentions.length + mentions.length + tagged.length > 0 || view.hashtags.length > 1
  const named = brand !== '' && plainOf(text).includes(plainOf(brand))
  if (linked || named || labelText !== null || NAME.test(text)) return null
  return { status: 'review', reason: 'dutySponsor', values: [quote.quote], evidence: [quote] }
}

const CHECKS: Readonly<Record<Duty['kind'], Check>> = { retouched, virtual, profile, sponsor }

/** The first of these words in the caption. */
function findOne(view: PostView, words: readonly string[]) {
  const { normal } = view
  const plain = withoutAccents(normal.text)
  for (const word of words) {
    const at = plain.indexOf(plainOf(word))
    if (at === -1) continue
    const { start, end } = sourceSpan(normal, at, at + plainOf(word).length)
    return quoteText(view, start, end)
  }
  return null
}
