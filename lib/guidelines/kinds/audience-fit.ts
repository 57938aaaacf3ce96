import * as z from 'zod/mini'
import { languageOf, primary } from '../../text/language.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { findAgeNotice, findToMinors } from '../audience/age.ts'
import { quoteNormal, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'

const QUOTES = 20
/** As much of the caption as shows its language. */
const EXCERPT = 120

const params = z.object({
  /** BCP 47 languages of the campaign, region ignored. */
  languages: z.optional(
    z.array(z.string().check(z.regex(/^\s*[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*\s*$/))).check(z.maxLength(40)),
  ),
  /** For adults only, such as alcohol and gambling: an age notice is there, and nothing speaks to minors. */
  adultsOnly: z.optional(z.boolean()),
})

/**
 * What a post itself shows of whom it is for: the language of its caption, and whether a post for adults says so.
 * Nothing is inferred about people, and by default a person decides (compliance.md 7.8).
 */
export default defineRuleKind({
  kind: 'audience-fit',
  label: 'kind.audienceFit',
  rule: 'rule.audienceFit',
  params,
  fields: [
    { name: 'languages', label: 'kind.field.languages', hint: 'kind.hint.languages', type: 'list', required: false },
    { name: 'adultsOnly', label: 'kind.field.adultsOnly', type: 'boolean', required: false },
  ],
  reasons: [
    'languageKept',
    'languageOther',
    'languageUnknown',
    'ageNoticeFound',
    'ageNoticeMissing',
    'speaksToMinors',
    'captionCut',
  ],
  value: () => null,
  check(view, rule): Draft[] {
    return [...languageFit(view, rule.languages ?? []), ...(rule.adultsOnly === true ? ageFit(view) : [])]
  },
  examples: [
    {
      params: { languages: ['de'] },
      text: 'Ich mag es und es ist nicht teuer',
      status: 'pass',
    },
    {
      params: { languages: ['de'] },
      text: 'I love it and you will love it too',
      status: 'review',
      quote: 'I love it and you will love it too',
    },
    { params: { adultsOnly: true }, text: 'Cheers! 18+ only', status: 'pass', quote: '18+' },
    {
      params: { adultsOnly: true },
      text: 'Kids, tag your school friends! 18+',
      status: 'review',
      quote: 'school friends',
    },
  ],
})

function languageFit(view: PostView, languages: readonly string[]): Draft[] {
  const wanted = languages.map((language) => primary(language)).filter((language) => language !== null)
  if (wanted.length === 0) return []
  const value = 'language'
  const { text } = view.post
  const { lang, sure } = languageOf(text, null)
  const values = [lang ?? '', wanted.join(', ')]
  const searched = { field: 'text', chars: text.length, terms: [] }
  if (lang !== null && wanted.includes(lang) && sure) {
    return [{ value, status: 'pass', reason: 'languageKept', values, evidence: [], searched }]
  }
  if (lang === null || !sure) {
    return [{ value, status: 'not-checkable', reason: 'languageUnknown', values: [wanted.join(', ')], evidence: [] }]
  }
  const start = /^\s*/.exec(text)?.[0].length ?? 0
  const line = /^[^\n]*/.exec(text.slice(start, start + EXCERPT))?.[0] ?? ''
  const end = start + line.replace(/[\ud800-\udbff]$/, '').trimEnd().length
  return [{ value, status: 'review', reason: 'languageOther', values, evidence: [quoteText(view, start, end)] }]
}

function ageFit(view: PostView): Draft[] {
  const value = 'age'
  const quote = ({ start, end }: { start: number; end: number }) => quoteNormal(view, start, end)
  const minors = findToMinors(view).slice(0, QUOTES).map(quote)
  if (minors.length > 0) {
    return [{ value, status: 'review', reason: 'speaksToMinors', values: [minors[0]?.quote ?? ''], evidence: minors }]
  }
  const notice = findAgeNotice(view)
  if (notice) {
    const evidence = [quote(notice)]
    return [{ value, status: 'pass', reason: 'ageNoticeFound', values: [evidence[0]?.quote ?? ''], evidence }]
  }
  const searched = { field: 'text', chars: view.post.text.length, terms: ['18+'] }
  // The site may keep the post from minors by a setting that a page does not show.
  const reason = view.post.textComplete ? 'ageNoticeMissing' : 'captionCut'
  return [{ value, status: 'not-checkable', reason, values: [], evidence: [], searched }]
}
