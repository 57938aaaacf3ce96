import * as z from 'zod/mini'
import { spokenAs, wordsOf } from '../claims/claim.ts'
import type { Match } from '../claims/claim.ts'
import { CLAIM_PATTERNS, FAMILIES } from '../claims/families.ts'
import { LEGAL_LINES, legalLine } from '../claims/legal-lines.ts'
import { quoteMatch } from '../claims/quote.ts'
import { findWording } from '../claims/wording.ts'
import { compiledOnce } from '../compile.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { withSentence } from '../fix/figures.ts'
import { quoteOther } from '../view.ts'
import type { PostView } from '../view.ts'

const params = z
  .object({
    /** The words as they must stand. */
    phrase: z.optional(z.string().check(z.maxLength(600), z.regex(/[\p{L}\p{N}]/u))),
    /** A wording that a law or code prescribes, instead of the brand's own. */
    legalLine: z.optional(z.enum(LEGAL_LINES)),
    /** Only in captions that speak of one of these; default: always. */
    when: z.optional(z.array(z.enum(FAMILIES)).check(z.maxLength(FAMILIES.length))),
  })
  .check(z.refine(({ phrase, legalLine: line }) => phrase !== undefined || line !== undefined, { path: ['phrase'] }))
type Params = z.infer<typeof params>

const compiled = compiledOnce(
  (rule: Params, lang) => wordsOf(phraseOf(rule), lang).tokens.map(({ text }) => text),
  spokenAs,
)

/**
 * A wording is there, word for word: capitals, spaces, quotes and dashes do not matter, the words and their order do.
 * A near miss is named.
 */
export default defineRuleKind({
  kind: 'required-phrase',
  label: 'kind.requiredPhrase',
  rule: 'rule.requiredPhrase',
  params,
  fields: [
    { name: 'phrase', label: 'kind.field.wording', hint: 'kind.hint.wording', type: 'lines', required: false },
    { name: 'legalLine', label: 'kind.field.legalLine', type: 'choice', required: false, options: LEGAL_LINES },
    {
      name: 'when',
      label: 'kind.field.when',
      hint: 'kind.hint.when',
      type: 'choices',
      required: false,
      options: FAMILIES,
    },
  ],
  reasons: [
    'wordingFound',
    'wordingMissing',
    'wordingNearMiss',
    'wordingTagOnly',
    'wordingCommentOnly',
    'wordingNotNeeded',
    'captionCut',
  ],
  value: phraseOf,
  check(view, rule): Draft[] {
    const value = phraseOf(rule)
    const law = rule.phrase === undefined && rule.legalLine !== undefined ? legalLine(rule.legalLine).source : null
    const result = (draft: Omit<Draft, 'value'>): Draft[] => [{ value, ...draft, ...(law ? { source: law } : {}) }]
    const searched = { field: 'text', chars: view.post.text.length, terms: [value] }
    if (rule.when && rule.when.length > 0 && !speaksOf(view, rule.when)) {
      return result({ status: 'pass', reason: 'wordingNotNeeded', values: [value], evidence: [], searched })
    }
    const words = compiled(rule, view.lang)
    const { exact, near } = findWording(view.discourse, words)
    const quote = ({ first, last }: Match) => quoteMatch(view, { first, last })
    const tagged = ({ first, last }: Match): boolean =>
      view.discourse.tokens.slice(first, last + 1).every(({ tag }) => tag !== null)
    const said = exact.find((match) => !tagged(match))
    if (said) return result({ status: 'pass', reason: 'wordingFound', values: [value], evidence: [quote(said)] })
    const [inTag] = exact
    if (inTag) {
      const evidence = [quote(inTag)]
      return result({ status: 'review', reason: 'wordingTagOnly', values: [value, evidence[0]?.quote ?? ''], evidence })
    }
    if (!view.post.textComplete) {
      return result({ status: 'not-checkable', reason: 'captionCut', values: [value], evidence: [], searched })
    }
    const comment = view.post.firstComment ?? ''
    if (comment !== '' && findWording(wordsOf(comment, view.lang), words).exact.length > 0) {
      const evidence = [quoteOther('comment', comment)]
      const reason = 'wordingCommentOnly'
      return result({ status: 'fail', reason, values: [value], evidence, searched, note: 'comment-only' })
    }
    if (near) {
      const evidence = [quote(near)]
      const values = [value, evidence[0]?.quote ?? '']
      return result({ status: 'fail', reason: 'wordingNearMiss', values, evidence, searched, note: 'near-miss' })
    }
    return result({ status: 'fail', reason: 'wordingMissing', values: [value], evidence: [], searched })
  },
  fix(view, rule, finding) {
    const [place] = finding.evidence
    const added = [withSentence(view, phraseOf(rule))]
    const corrected = finding.note === 'near-miss' && place?.field === 'text'
    return corrected ? [[{ start: place.start, end: place.end, insert: phraseOf(rule) }], added] : [added]
  },
  examples: [
    {
      params: { phrase: 'Please drink responsibly' },
      text: 'Cheers! please drink  responsibly.',
      status: 'pass',
      quote: 'please drink  responsibly',
    },
    {
      params: { phrase: 'Please drink responsibly' },
      text: 'Cheers! Please drink responsably',
      status: 'fail',
      quote: 'Please drink responsably',
    },
    { params: { phrase: 'Please drink responsibly' }, text: 'Cheers!', status: 'fail' },
    { params: { legalLine: 'asci-crypto', when: ['crypto'] }, text: 'Tea on the terrace', status: 'pass' },
    { params: { legalLine: 'asci-crypto', when: ['crypto'] }, text: 'My new crypto wallet', status: 'fail' },
  ],
})

function phraseOf({ phrase, legalLine: line }: Params): string {
  return (phrase ?? (line === undefined ? '' : legalLine(line).text)).trim()
}

/** Speaking of it is enough, whatever is said. */
function speaksOf(view: PostView, families: readonly string[]): boolean {
  const lang = view.lang ?? 'en'
  return CLAIM_PATTERNS.some(
    (one) =>
      families.includes(one.family) &&
      (one.lang === lang || one.lang === 'en') &&
      view.normal.text.search(one.pattern) >= 0,
  )
}
