import * as z from 'zod/mini'
import type { Evidence, Finding } from '../../domain/finding.ts'
import { findEmoji } from '../../text/emoji.ts'
import { normalise } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import { defineRuleKind } from '../define.ts'
import type { CheckContext, Draft, Edit } from '../define.ts'
import { findProfanity } from '../profanity/find.ts'
import { findCapitals } from '../tone/capitals.ts'
import { findExclamations } from '../tone/exclamations.ts'
import { findOpener } from '../tone/openers.ts'
import { findAddress, findPerson } from '../tone/pronouns.ts'
import { reword } from '../tone/reword.ts'
import { quoteNormal, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'

const QUOTES = 20

const most = z.number().check(z.int(), z.gte(0), z.lte(1_000))
const words = z.array(z.string().check(z.maxLength(100), z.regex(/\S/))).check(z.maxLength(200))
const params = z.object({
  maxExclamations: z.optional(most),
  maxEmoji: z.optional(most),
  /** Words of four letters and more in nothing but capitals. */
  maxCapsWords: z.optional(most),
  noProfanity: z.optional(z.boolean()),
  /** How readers are addressed where the language tells: Sie or du, vous or tu. */
  address: z.optional(z.enum(['formal', 'informal'])),
  /** How the creator speaks of themselves: I or we. */
  person: z.optional(z.enum(['singular', 'plural'])),
  /** Words a caption does not begin with. */
  bannedOpeners: z.optional(words),
  /** Words that may be in capitals, or sound like swearing, such as a product's name. */
  allowedWords: z.optional(words),
})
type Params = z.infer<typeof params>
type Aspect = Exclude<keyof Params, 'allowedWords'>

/** The countable side of a voice: marks, emoji, capitals, swearing, address, openers (compliance.md 7.8). */
export default defineRuleKind({
  kind: 'tone-of-voice',
  label: 'kind.toneOfVoice',
  rule: 'rule.toneOfVoice',
  params,
  fields: [
    { name: 'maxExclamations', label: 'kind.field.maxExclamations', type: 'number', required: false },
    { name: 'maxEmoji', label: 'kind.field.maxEmoji', type: 'number', required: false },
    { name: 'maxCapsWords', label: 'kind.field.maxCapsWords', type: 'number', required: false },
    { name: 'noProfanity', label: 'kind.field.noProfanity', type: 'boolean', required: false },
    {
      name: 'address',
      label: 'kind.field.address',
      hint: 'kind.hint.address',
      type: 'choice',
      required: false,
      options: ['formal', 'informal'],
    },
    { name: 'person', label: 'kind.field.person', type: 'choice', required: false, options: ['singular', 'plural'] },
    { name: 'bannedOpeners', label: 'kind.field.bannedOpeners', type: 'list', required: false },
    { name: 'allowedWords', label: 'kind.field.allowedWords', type: 'list', required: false },
  ],
  reasons: [
    'exclamationsKept',
    'exclamationsOver',
    'emojiKept',
    'emojiOver',
    'capitalsKept',
    'capitalsOver',
    'profanityAbsent',
    'profanityFound',
    'profanityPerhaps',
    'addressKept',
    'addressFormal',
    'addressInformal',
    'addressPerhaps',
    'personKept',
    'personOther',
    'openerKept',
    'openerBanned',
    'toneLanguage',
    'captionCut',
  ],
  value: () => null,
  check(view, rule, context): Draft[] {
    return ASPECTS.flatMap((aspect) => CHECKS[aspect](view, rule, context))
  },
  fix(view, rule, finding, context): readonly (readonly Edit[])[] {
    return reword(view, finding.value ?? '', placesOf(view, rule, finding, context), rule.maxExclamations ?? 0)
  },
  examples: [
    { params: { maxExclamations: 2 }, text: 'So good!!! Really!', status: 'fail', quote: '!!!' },
    { params: { maxExclamations: 2 }, text: 'So good! Really!', status: 'pass' },
    { params: { maxEmoji: 1 }, text: 'Family day 👩‍👩‍👧‍👦', status: 'pass' },
    { params: { maxCapsWords: 0 }, text: 'This is AMAZING, says NASA', status: 'fail', quote: 'AMAZING' },
    { params: { noProfanity: true }, text: 'holy sh*t this couch is soft', status: 'fail', quote: 'sh*t' },
    { params: { noProfanity: true }, text: 'A classic bass line', status: 'pass' },
    { params: { noProfanity: true }, text: 'Damn, that glow', status: 'review', quote: 'Damn' },
    { params: { address: 'formal' }, text: 'Hast du das schon probiert?', status: 'fail', quote: 'du' },
    { params: { address: 'informal' }, text: 'Sie ist meine beste Freundin', status: 'pass' },
    { params: { bannedOpeners: ['Hey guys'] }, text: '#ad Heyyy guys, look', status: 'fail', quote: 'Heyyy guys' },
  ],
})

const ASPECTS = [
  'maxExclamations',
  'maxEmoji',
  'maxCapsWords',
  'noProfanity',
  'address',
  'person',
  'bannedOpeners',
] as const satisfies readonly Aspect[]

type Check = (view: PostView, rule: Params, context: CheckContext) => Draft[]

const CHECKS: Readonly<Record<Aspect, Check>> = {
  maxExclamations: (view, rule) =>
    counted(view, 'maxExclamations', rule.maxExclamations, 'exclamations', (max) => {
      const runs = findExclamations(view.post.text)
      const count = runs.reduce((sum, run) => sum + run.marks, 0)
      let seen = 0
      const over = runs.filter(({ marks }) => {
        seen += marks
        return seen > max
      })
      return { count, over: over.map(({ start, end }) => quoteText(view, start, end)) }
    }),
  maxEmoji: (view, rule) =>
    counted(view, 'maxEmoji', rule.maxEmoji, 'emoji', (max) => {
      const emoji = findEmoji(view.post.text)
      return { count: emoji.length, over: runsOver(emoji, max).map(({ start, end }) => quoteText(view, start, end)) }
    }),
  maxCapsWords: (view, rule, context) =>
    counted(view, 'maxCapsWords', rule.maxCapsWords, 'capitals', (max) => {
      const found = findCapitals(view, allowedIn(rule, context))
      return { count: found.length, over: found.slice(max).map(({ start, end }) => quoteNormal(view, start, end)) }
    }),
  noProfanity(view, rule, context) {
    if (rule.noProfanity !== true) return []
    const found = findProfanity(view, allowedIn(rule, context))
    if (found.length === 0) return [kept(view, 'noProfanity', 'profanityAbsent')]
    const sure = found.filter((swear) => swear.sure)
    const evidence = quotes(view, sure.length > 0 ? sure : found)
    const reason = sure.length > 0 ? 'profanityFound' : 'profanityPerhaps'
    return [said('noProfanity', sure.length > 0 ? 'fail' : 'review', reason, evidence)]
  },
  address(view, rule) {
    if (rule.address === undefined) return []
    const found = findAddress(view, rule.address)
    if (!found) return [unknown(view, 'address')]
    if (found.length === 0) return [kept(view, 'address', 'addressKept')]
    const sure = found.filter((pronoun) => pronoun.sure)
    if (sure.length === 0) return [said('address', 'review', 'addressPerhaps', quotes(view, found))]
    const reason = rule.address === 'formal' ? 'addressInformal' : 'addressFormal'
    return [said('address', 'fail', reason, quotes(view, sure))]
  },
  person(view, rule) {
    if (rule.person === undefined) return []
    const found = findPerson(view, rule.person)
    if (!found) return [unknown(view, 'person')]
    if (found.length === 0) return [kept(view, 'person', 'personKept')]
    return [said('person', 'fail', 'personOther', quotes(view, found))]
  },
  bannedOpeners(view, rule) {
    if (!rule.bannedOpeners || rule.bannedOpeners.length === 0) return []
    const opener = findOpener(view, rule.bannedOpeners)
    if (opener) return [said('bannedOpeners', 'fail', 'openerBanned', quotes(view, [opener]))]
    const searched = { field: 'text', chars: view.post.text.length, terms: [...rule.bannedOpeners] }
    return [{ value: 'bannedOpeners', status: 'pass', reason: 'openerKept', values: [], evidence: [], searched }]
  },
}

function counted(
  view: PostView,
  aspect: Aspect,
  max: number | undefined,
  reason: string,
  count: (max: number) => { count: number; over: Evidence[] },
): Draft[] {
  if (max === undefined) return []
  const { count: found, over } = count(max)
  const values = [String(found), String(max)]
  if (over.length > 0) {
    return [{ value: aspect, status: 'fail', reason: `${reason}Over`, values, evidence: over.slice(0, QUOTES) }]
  }
  return [{ ...kept(view, aspect, `${reason}Kept`), ...(view.post.textComplete ? { values } : {}) }]
}

function said(aspect: Aspect, status: Draft['status'], reason: string, evidence: Evidence[]): Draft {
  return { value: aspect, status, reason, values: evidence.slice(0, 1).map(({ quote }) => quote), evidence }
}

/** Nothing found: kept to, where the whole caption was there to look at. */
function kept(view: PostView, aspect: Aspect, reason: string): Draft {
  const searched = { field: 'text', chars: view.post.text.length, terms: [] }
  const cut = !view.post.textComplete
  const status = cut ? 'not-checkable' : 'pass'
  return { value: aspect, status, reason: cut ? 'captionCut' : reason, values: [], evidence: [], searched }
}

function unknown(view: PostView, aspect: Aspect): Draft {
  return { value: aspect, status: 'not-checkable', reason: 'toneLanguage', values: [view.lang ?? '?'], evidence: [] }
}

function quotes(view: PostView, found: readonly Span[]): Evidence[] {
  return found.slice(0, QUOTES).map(({ start, end }) => quoteNormal(view, start, end))
}

/** Emoji beyond the allowed number, each taken with those that touch it. */
function runsOver(emoji: readonly Span[], max: number): Span[] {
  const runs: { start: number; end: number; last: number }[] = []
  for (const [at, { start, end }] of emoji.entries()) {
    const run = runs.at(-1)
    if (run && run.end === start) [run.end, run.last] = [end, at]
    else runs.push({ start, end, last: at })
  }
  return runs.filter(({ last }) => last >= max)
}

function allowedIn({ allowedWords = [] }: Params, { brand }: CheckContext): ReadonlySet<string> {
  return new Set([...allowedWords, brand].flatMap((text) => normalise(text).text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []))
}

/** Every place that is too many or unwanted, in the caption, for rewording; not only those that are quoted. */
function placesOf(view: PostView, rule: Params, finding: Finding, context: CheckContext): Span[] {
  const inText = (found: readonly Span[]) =>
    found.map(({ start, end }) => quoteNormal(view, start, end)).map(({ start, end }) => ({ start, end }))
  switch (finding.value) {
    case 'maxExclamations':
      return findExclamations(view.post.text)
    case 'maxEmoji':
      return findEmoji(view.post.text).slice(rule.maxEmoji ?? 0)
    case 'maxCapsWords':
      return inText(findCapitals(view, allowedIn(rule, context)).slice(rule.maxCapsWords ?? 0))
    case 'noProfanity':
      return inText(findProfanity(view, allowedIn(rule, context)))
    case 'bannedOpeners': {
      const opener = findOpener(view, rule.bannedOpeners ?? [])
      return inText(opener ? [opener] : [])
    }
    default:
      return []
  }
}
