import * as z from 'zod/mini'
import { matchesOf } from '../../text/matches.ts'
import { stanceOf } from '../../text/negation.ts'
import { authorityFor } from '../claims/authorities.ts'
import { CLAIM_PATTERNS, FAMILIES } from '../claims/families.ts'
import type { Family } from '../claims/families.ts'
import { matchOf } from '../claims/quote.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { withoutClaim } from '../fix/claims.ts'
import { quoteNormal } from '../view.ts'
import type { PostView } from '../view.ts'

/** Places quoted in one finding, and places read closely: nobody makes a claim more often. */
const QUOTES = 20
const PLACES = 500

const params = z.object({
  /** Default: every family. */
  families: z.optional(z.array(z.enum(FAMILIES)).check(z.maxLength(FAMILIES.length))),
})

/**
 * Claims that regulators look at, by family, each with its authority (compliance.md section 3). A starter list: what
 * it finds is for a person to judge; the brand's own banned claims are a rule of their own.
 */
export default defineRuleKind({
  kind: 'claim-families',
  label: 'kind.claimFamilies',
  rule: 'rule.claimFamilies',
  params,
  fields: [
    {
      name: 'families',
      label: 'kind.field.families',
      hint: 'kind.hint.families',
      type: 'choices',
      required: false,
      options: FAMILIES,
    },
  ],
  reasons: ['familyFound', 'familiesAbsent', 'captionCut'],
  value: () => null,
  check(view, rule, context): Draft[] {
    const asked = rule.families && rule.families.length > 0 ? rule.families : FAMILIES
    const found = asked.flatMap((family) => familyIn(view, family, context.jurisdiction))
    if (found.length > 0) return found
    const searched = { field: 'text', chars: view.post.text.length, terms: [...asked] }
    const cut = !view.post.textComplete
    const reason = cut ? 'captionCut' : 'familiesAbsent'
    return [{ value: null, status: cut ? 'not-checkable' : 'pass', reason, values: [], evidence: [], searched }]
  },
  fix: (view, _rule, finding) => withoutClaim(view, finding.evidence),
  examples: [
    { params: {}, text: 'It cured my eczema in a week', status: 'review', quote: 'cured my eczema' },
    { params: { families: ['green'] }, text: 'Now in eco-friendly packaging', status: 'review', quote: 'eco-friendly' },
    { params: { families: ['finance'] }, text: 'Up 7% weekly, promise', status: 'review', quote: '7% weekly' },
    { params: {}, text: 'It does not cure eczema', status: 'pass' },
    { params: { families: ['crypto'] }, text: 'A cryptic crossword and tea', status: 'pass' },
  ],
})

function familyIn(view: PostView, family: Family, jurisdiction: string): Draft[] {
  const lang = view.lang ?? 'en'
  const hits = CLAIM_PATTERNS.filter((one) => one.family === family && one.lang === lang).flatMap(
    ({ pattern, by, negative }) =>
      [...matchesOf(view.normal.text, pattern)].slice(0, PLACES + 1).flatMap((match, i) => {
        const span = { start: match.index, end: match.index + match[0].length }
        const tokens = matchOf(view.discourse, span)
        if (!tokens) return []
        // The first place that is no longer read is for a person: many denials must not let a claim after them pass.
        const isRead = i < PLACES
        const isDenied =
          isRead && stanceOf(view.discourse, tokens.first, tokens.last, negative !== true).kind === 'negated'
        return isDenied ? [] : [{ ...span, by }]
      }),
  )
  const [first] = hits.toSorted((a, b) => a.start - b.start || b.end - a.end)
  if (!first) return []
  const evidence = apart(hits)
    .slice(0, QUOTES)
    .map(({ start, end }) => quoteNormal(view, start, end))
  const values = [evidence[0]?.quote ?? '']
  const source = authorityFor(first.by, jurisdiction)
  return [{ value: family, status: 'review', reason: 'familyFound', values, evidence, source }]
}

/** Each word is quoted once, with the longest hit it is in. */
function apart<T extends { start: number; end: number }>(hits: readonly T[]): T[] {
  let reached = -1
  return hits
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < reached) return false
      reached = end
      return true
    })
}
