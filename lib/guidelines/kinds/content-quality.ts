import * as z from 'zod/mini'
import type { Evidence } from '../../domain/finding.ts'
import type { Span } from '../../text/normalise.ts'
import { defineRuleKind } from '../define.ts'
import type { CheckContext, Draft, Edit } from '../define.ts'
import { dropToken } from '../fix/drop-words.ts'
import { findBrokenTags } from '../quality/broken-tags.ts'
import { findDecline } from '../quality/decline.ts'
import { findLeftovers } from '../quality/leftovers.ts'
import { findMisspelt } from '../quality/misspelt.ts'
import type { Misspelt } from '../quality/misspelt.ts'
import { mostSimilar } from '../quality/similar.ts'
import { quoteNormal, quoteOther, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'

const QUOTES = 20
/** As much of a caption as is quoted where all of it is meant. */
const EXCERPT = 200

const CHECKS = ['leftovers', 'brokenTags', 'hashtagLimit', 'altText', 'copied', 'decline'] as const
type Check = (typeof CHECKS)[number]

const most = z.number().check(z.int(), z.gte(0), z.lte(100_000))
const params = z
  .object({
    checks: z.optional(z.array(z.enum(CHECKS)).check(z.maxLength(20))),
    /** In what people count as characters. */
    minLength: z.optional(most),
    maxLength: z.optional(most),
    /** Default: what the site allows or advises. */
    maxHashtags: z.optional(most),
    /** Names as they are to be spelt. */
    names: z.optional(z.array(z.string().check(z.maxLength(100), z.regex(/\p{L}/u))).check(z.maxLength(100))),
  })
  .check(
    z.refine(({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }) => minLength <= maxLength, {
      path: ['maxLength'],
    }),
  )
type Params = z.infer<typeof params>

/** Hashtags a site takes: Instagram 5 since December 2025 (compliance.md section 2), YouTube ignores all above 60. */
const MOST_HASHTAGS: Readonly<Record<string, number>> = { instagram: 5, youtube: 60 }

/** The craft of a post: its length, tags, alternative texts, and what of a brief or of another post was left in it. */
export default defineRuleKind({
  kind: 'content-quality',
  label: 'kind.contentQuality',
  rule: 'rule.contentQuality',
  params,
  fields: [
    { name: 'checks', label: 'kind.field.checks', type: 'choices', required: false, options: CHECKS },
    { name: 'minLength', label: 'kind.field.minLength', type: 'number', required: false },
    { name: 'maxLength', label: 'kind.field.maxLength', type: 'number', required: false },
    { name: 'maxHashtags', label: 'kind.field.maxHashtags', type: 'number', required: false },
    { name: 'names', label: 'kind.field.names', hint: 'kind.hint.names', type: 'list', required: false },
  ],
  reasons: [
    'lengthKept',
    'lengthShort',
    'lengthLong',
    'hashtagsKept',
    'hashtagsOver',
    'leftoversAbsent',
    'leftoversFound',
    'tagsWhole',
    'tagsBroken',
    'altTextThere',
    'altTextMissing',
    'altTextUnknown',
    'copiedNot',
    'copiedOwn',
    'copiedOther',
    'historyUnknown',
    'engagementKept',
    'engagementDeclines',
    'engagementUnknown',
    'namesRight',
    'nameMisspelt',
    'captionCut',
  ],
  value: () => null,
  needs: ({ checks = [] }) => [
    ...(checks.includes('copied') || checks.includes('decline') ? (['history'] as const) : []),
    ...(checks.includes('copied') ? (['others'] as const) : []),
  ],
  check(view, rule, context): Draft[] {
    const asked = new Set<Check>(rule.checks)
    if (rule.maxHashtags !== undefined) asked.add('hashtagLimit')
    return [
      ...lengthOf(view, rule),
      ...[...asked].flatMap((name) => BY_NAME[name](view, rule, context)),
      ...namesOf(view, rule),
    ]
  },
  fix(view, rule, finding): readonly (readonly Edit[])[] {
    const { text } = view.post
    switch (finding.reason) {
      case 'hashtagsOver':
        return [
          // The last ones go first: what a guideline asks for stands early, or is put back by its own rule.
          dropAll(text, view.hashtags.slice(mostHashtags(view, rule) ?? 0)),
        ]
      case 'leftoversFound':
        return [dropAll(text, findLeftovers(text))]
      case 'tagsBroken':
        return [findBrokenTags(view).map(({ start, end, whole }) => ({ start, end, insert: whole }))]
      case 'nameMisspelt':
        return [findMisspelt(view, rule.names ?? []).map((found) => spelt(view, found))]
      default:
        return []
    }
  },
  examples: [
    { params: { checks: ['leftovers'] }, text: 'Caption: so soft', status: 'fail', quote: 'Caption:' },
    { params: { checks: ['leftovers'] }, text: 'So soft [INSERT LINK]', status: 'fail', quote: '[INSERT LINK]' },
    { params: { checks: ['leftovers'] }, text: '[Ad] So soft', status: 'pass' },
    { params: { checks: ['hashtagLimit'] }, text: '#a1 #b2 #c3 #d4 #e5 #f6', status: 'fail', quote: '#f6' },
    { params: { names: ['GlowLab'] }, text: 'My GlowLabb serum', status: 'review', quote: 'GlowLabb' },
    { params: { maxLength: 10 }, text: 'So soft', status: 'pass' },
  ],
})

type Look = (view: PostView, rule: Params, context: CheckContext) => Draft[]

const BY_NAME: Readonly<Record<Check, Look>> = {
  leftovers(view) {
    const found = findLeftovers(view.post.text)
    if (found.length === 0) return [absent(view, 'leftovers', 'leftoversAbsent')]
    return [said('leftovers', 'fail', 'leftoversFound', textQuotes(view, found))]
  },
  brokenTags(view) {
    const found = findBrokenTags(view)
    if (found.length === 0) return [absent(view, 'brokenTags', 'tagsWhole')]
    return [said('brokenTags', 'review', 'tagsBroken', textQuotes(view, found))]
  },
  hashtagLimit(view, rule) {
    const max = mostHashtags(view, rule)
    if (max === null) return []
    const over = view.hashtags.slice(max)
    const values = [String(view.hashtags.length), String(max)]
    if (over.length > 0) return [{ ...said('hashtagLimit', 'fail', 'hashtagsOver', textQuotes(view, over)), values }]
    const draft = absent(view, 'hashtagLimit', 'hashtagsKept')
    return [draft.status === 'pass' ? { ...draft, values } : draft]
  },
  altText({ post: { altTexts } }) {
    if (!altTexts || altTexts.length === 0) {
      return [{ value: 'altText', status: 'not-checkable', reason: 'altTextUnknown', values: [], evidence: [] }]
    }
    const missing = altTexts.filter((text) => text.trim() === '').length
    const searched = { field: 'alt-texts', chars: altTexts.join('').length, terms: [] }
    const [status, reason] = missing > 0 ? (['fail', 'altTextMissing'] as const) : (['pass', 'altTextThere'] as const)
    const values = [String(missing), String(altTexts.length)]
    return [{ value: 'altText', status, reason, values, evidence: [], searched }]
  },
  copied(view, _rule, { history }) {
    if (!history) return [unknown('copied', 'historyUnknown')]
    const { text } = view.post
    const own = mostSimilar(
      text,
      history.earlier.filter(({ sponsored }) => sponsored !== false),
    )
    const others = mostSimilar(text, history.others)
    const [found, reason] = own && own.share >= (others?.share ?? 0) ? [own, 'copiedOwn'] : [others, 'copiedOther']
    if (!found) return [absent(view, 'copied', 'copiedNot')]
    const evidence = [
      excerpt(view.post.text),
      { ...excerpt(found.post.text), field: 'other-post' as const, postId: found.post.id },
    ]
    const values = [String(Math.round(found.share * 100))]
    return [{ value: 'copied', status: 'review', reason, values, evidence }]
  },
  decline(_view, _rule, { history }) {
    if (!history) return [unknown('decline', 'historyUnknown')]
    const { share, low, n } = findDecline(history.earlier)
    if (share === null) return [unknown('decline', 'engagementUnknown')]
    const values = [String(Math.round(share * 100)), String(n)]
    const evidence = low.flatMap(({ id, text }) => {
      const quote = { ...excerpt(text), field: 'other-post' as const, postId: id }
      return quote.quote === '' ? [] : [quote]
    })
    if (evidence.length > 0)
      return [{ value: 'decline', status: 'review', reason: 'engagementDeclines', values, evidence }]
    const chars = history.earlier.reduce((sum, { text }) => sum + text.length, 0)
    const searched = { field: 'earlier-posts', chars, terms: [] }
    return [{ value: 'decline', status: 'pass', reason: 'engagementKept', values, evidence: [], searched }]
  },
}

function lengthOf(view: PostView, { minLength, maxLength }: Params): Draft[] {
  if (minLength === undefined && maxLength === undefined) return []
  const { text } = view.post
  let length = 0
  let cut: number | null = null
  for (const { index } of graphemes.segment(text)) {
    if (length === maxLength) cut = index
    length++
  }
  const values = [String(length), String(cut === null ? (minLength ?? 0) : maxLength)]
  if (cut !== null) {
    const beyond = excerpt(text, cut)
    const evidence = [beyond.quote === '' ? quoteText(view, cut, text.length) : beyond]
    return [{ value: 'length', status: 'fail', reason: 'lengthLong', values, evidence }]
  }
  const draft = absent(view, 'length', 'lengthKept')
  if (draft.status !== 'pass') return [draft]
  const isShort = length < (minLength ?? 0)
  return [{ ...draft, status: isShort ? 'fail' : 'pass', reason: isShort ? 'lengthShort' : 'lengthKept', values }]
}

function namesOf(view: PostView, { names = [] }: Params): Draft[] {
  if (names.length === 0) return []
  const [first, ...rest] = findMisspelt(view, names)
  if (!first) return [absent(view, 'names', 'namesRight')]
  const evidence = [first, ...rest].slice(0, QUOTES).map(({ start, end }) => quoteNormal(view, start, end))
  const values = [evidence[0]?.quote ?? '', first.name]
  return [{ value: 'names', status: 'review', reason: 'nameMisspelt', values, evidence }]
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function mostHashtags({ post }: PostView, { maxHashtags }: Params): number | null {
  return maxHashtags ?? MOST_HASHTAGS[post.platform] ?? null
}

/** Takes tokens out; two that share the space between them take it once. */
function dropAll(text: string, places: readonly Span[]): Edit[] {
  let end = 0
  return places.map((place) => {
    const edit = dropToken(text, place)
    const start = Math.max(edit.start, end)
    end = edit.end
    return { ...edit, start }
  })
}

function spelt(view: PostView, { start, end, name }: Misspelt): Edit {
  const place = quoteNormal(view, start, end)
  return { start: place.start, end: place.end, insert: name }
}

function textQuotes(view: PostView, found: readonly Span[]): Evidence[] {
  return found.slice(0, QUOTES).map(({ start, end }) => quoteText(view, start, end))
}

/** The first words from `from` on, not cut inside a character. */
function excerpt(text: string, from = 0): Evidence {
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0)
  const end = Math.min(text.length, start + EXCERPT)
  const isSplit = /[\ud800-\udbff]$/.test(text.slice(start, end)) && end < text.length
  return quoteOther('text', text, start, isSplit ? end - 1 : end)
}

function said(value: string, status: Draft['status'], reason: string, evidence: Evidence[]): Draft {
  return { value, status, reason, values: evidence.slice(0, 1).map(({ quote }) => quote), evidence }
}

/** Nothing found, where the whole caption was there to look at. */
function absent(view: PostView, value: string, reason: string): Draft {
  const searched = { field: 'text', chars: view.post.text.length, terms: [] }
  const cut = !view.post.textComplete
  const status = cut ? 'not-checkable' : 'pass'
  return { value, status, reason: cut ? 'captionCut' : reason, values: [], evidence: [], searched }
}

function unknown(value: string, reason: string): Draft {
  return { value, status: 'not-checkable', reason, values: [], evidence: [] }
}
