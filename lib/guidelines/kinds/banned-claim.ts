import * as z from 'zod/mini'
import { stanceOf } from '../../text/negation.ts'
import type { Stance } from '../../text/negation.ts'
import { claimOf, findClaim, spokenAs } from '../claims/claim.ts'
import type { Claim, Match } from '../claims/claim.ts'
import { findMessage, messageOf } from '../claims/message.ts'
import type { Message } from '../claims/message.ts'
import { matchOf, quoteMatch } from '../claims/quote.ts'
import { findRanks } from '../claims/rank.ts'
import { compiledOnce } from '../compile.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { withoutClaim } from '../fix/claims.ts'
import type { PostView } from '../view.ts'

/** Places quoted in one finding, and places read closely: nobody makes a claim more often. */
const QUOTES = 20
const PLACES = 500

const params = z.object({
  /** What must not be claimed, in plain words: "cures acne". */
  claim: z.string().check(z.maxLength(200), z.regex(/[\p{L}\p{N}]/u)),
})

type Params = z.infer<typeof params>

/** The claim as its telling words, and as words with numbers where it has some. */
const compiled = compiledOnce(
  ({ claim }: Params, lang) => ({ claim: claimOf(claim.trim(), lang), message: messageOf(claim.trim(), lang) }),
  spokenAs,
)

/** The first place that is no longer read: five hundred denials must not let a claim after them pass. */
const UNREAD: Stance = { kind: 'unclear' }

const REASONS = {
  question: 'claimAsked',
  supposed: 'claimSupposed',
  quoted: 'claimQuoted',
  denied: 'claimTakenBack',
  unclear: 'claimUnclear',
} as const

/**
 * The brand's own banned claim is not made, in any inflection or order (compliance.md 7.5). A caption that
 * denies it passes; one that asks, supposes, quotes or takes it back is for a person to decide.
 */
export default defineRuleKind({
  kind: 'banned-claim',
  label: 'kind.bannedClaim',
  rule: 'rule.bannedClaim',
  params,
  fields: [{ name: 'claim', label: 'kind.field.claim', hint: 'kind.hint.claim', type: 'text', required: true }],
  reasons: ['claimAbsent', 'claimNegated', 'claimMade', ...Object.values(REASONS), 'captionCut'],
  value: ({ claim }) => claim.trim(),
  check(view, rule): Draft[] {
    const value = rule.claim.trim()
    const { claim, message } = compiled(rule, view.lang)
    const places = placesOf(view, claim, message)
      .slice(0, PLACES + 1)
      .map((match, i) => ({ match, stance: i < PLACES ? stanceAt(view, claim, match) : UNREAD }))
    const made = places.filter(({ stance }) => stance.kind === 'said')
    const open = places.filter(({ stance }) => stance.kind !== 'said' && stance.kind !== 'negated')
    const [first] = made.length > 0 ? made : open
    if (!first) {
      const searched = { field: 'text', chars: view.post.text.length, terms: [value] }
      const none = { value, values: [value], evidence: [], searched }
      if (!view.post.textComplete) return [{ ...none, status: 'not-checkable', reason: 'captionCut' }]
      return [{ ...none, status: 'pass', reason: places.length > 0 ? 'claimNegated' : 'claimAbsent' }]
    }
    const evidence = [...made, ...open].slice(0, QUOTES).map(({ match }) => quoteMatch(view, match))
    const values = [value, evidence[0]?.quote ?? '']
    return [{ value, status: made.length > 0 ? 'fail' : 'review', reason: reasonOf(first.stance), values, evidence }]
  },
  fix: (view, _rule, finding) => withoutClaim(view, finding.evidence),
  examples: [
    { params: { claim: 'cures acne' }, text: 'It cured my acne in a week', status: 'fail', quote: 'cured my acne' },
    { params: { claim: 'cures acne' }, text: 'No serum cures acne', status: 'pass' },
    { params: { claim: 'cures acne' }, text: 'Does it cure acne?', status: 'review', quote: 'cure acne' },
    {
      params: { claim: 'guaranteed results' },
      text: 'Results guaranteed',
      status: 'fail',
      quote: 'Results guaranteed',
    },
    { params: { claim: '#1' }, text: 'The number one balm', status: 'fail', quote: 'number one' },
  ],
})

function stanceAt(view: PostView, claim: Claim, { first, last }: Match): Stance {
  return stanceOf(view.discourse, first, last, !claim.negative && !claim.rank)
}

function placesOf(view: PostView, claim: Claim, message: Message): Match[] {
  if (claim.rank) {
    return findRanks(view.normal.text).flatMap((span) => {
      const match = matchOf(view.discourse, span)
      return match ? [{ ...match, span }] : []
    })
  }
  if (message.quantities.length === 0) return findClaim(view.discourse, claim)
  return findMessage(view, message).filter(({ wrong }) => wrong === null)
}

function reasonOf(stance: Stance): string {
  return stance.kind === 'said' || stance.kind === 'negated' ? 'claimMade' : REASONS[stance.kind]
}
