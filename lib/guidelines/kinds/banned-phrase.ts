import * as z from 'zod/mini'
import { normalise } from '../../text/normalise.ts'
import { outside } from '../../text/spans.ts'
import { findTerms, termsOf } from '../../text/terms.ts'
import type { PhraseHit } from '../../text/terms.ts'
import { compiledOnce } from '../compile.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { rewordings } from '../fix/reword.ts'
import { quoteHit } from '../quote-hit.ts'
import type { PostView } from '../view.ts'

/** Places quoted in one finding; a caption that repeats a word a thousand times is told by the first few. */
const QUOTES = 20
/** Phrases with a finding of their own; a caption that says more of them says enough. */
const FOUND = 50

const text = z.string().check(z.maxLength(300))
const params = z.pipe(
  z
    .object({
      phrases: z.optional(z.array(text).check(z.maxLength(100_000))),
      /** One phrase, as rules of the first version have it. */
      phrase: z.optional(text),
      /** Wider phrases in which they are allowed: "god" but not "oh my god". */
      except: z.optional(z.array(text).check(z.maxLength(1_000))),
      /** What the brand wants said in their place. */
      instead: z.optional(z.string().check(z.maxLength(300))),
      /** BCP 47 language whose inflections count; default: the caption's. */
      lang: z.optional(z.string().check(z.maxLength(40))),
    })
    .check(z.refine(({ phrase, phrases = [] }) => [phrase ?? '', ...phrases].some(isVisible), { path: ['phrases'] })),
  z.transform(({ phrase, phrases = [], except = [], ...rest }) => ({
    phrases: distinct(phrase === undefined ? phrases : [phrase, ...phrases]),
    except,
    ...rest,
  })),
)
type Params = z.infer<typeof params>

const compiled = compiledOnce(({ phrases, except }: Params, lang) => ({
  phrases: termsOf(phrases, lang),
  except: except.length > 0 ? termsOf(except, lang) : null,
}))

/**
 * Words and phrases do not occur: not inflected, in a hashtag, masked, stretched, spaced or with digits for
 * letters; never inside another word; a negation does not excuse them (compliance.md 7.5). One finding for
 * each that does occur, or one that none does.
 */
export default defineRuleKind({
  kind: 'banned-phrase',
  label: 'kind.bannedPhrase',
  rule: 'rule.bannedPhrase',
  params,
  fields: [
    { name: 'phrases', label: 'kind.field.phrases', hint: 'kind.hint.phrases', type: 'list', required: true },
    { name: 'except', label: 'kind.field.except', hint: 'kind.hint.except', type: 'list', required: false },
    { name: 'instead', label: 'kind.field.instead', hint: 'kind.hint.instead', type: 'text', required: false },
  ],
  reasons: ['bannedAbsent', 'bannedAllAbsent', 'bannedFound', 'bannedDisguised', 'bannedMore', 'captionCut'],
  value: ({ phrases }) => listed(phrases),
  check(view, rule): Draft[] {
    const terms = compiled(rule, rule.lang ?? view.lang)
    const found = findTerms(view.normal, view.words, terms.phrases)
    const allowed = terms.except && found.size > 0 ? findTerms(view.normal, view.words, terms.except) : null
    const places = allowed ? [...allowed.values()].flat() : []
    const said = [...found]
      .map(([phrase, hits]) => ({ phrase: rule.phrases[phrase] ?? '', hits: outside(hits, places) }))
      .filter(({ hits }) => hits.length > 0)
      .toSorted((a, b) => (a.hits[0]?.start ?? 0) - (b.hits[0]?.start ?? 0))
    if (said.length === 0) return [absent(view, rule.phrases)]

    const drafts = said.slice(0, FOUND).map(({ phrase, hits }) => banned(view, phrase, hits))
    const more = said.slice(FOUND)
    if (more.length > 0) {
      const evidence = more.slice(0, QUOTES).flatMap(({ hits }) => hits.slice(0, 1).map((hit) => quoteHit(view, hit)))
      const value = listed(more.map(({ phrase }) => phrase))
      drafts.push({ value, status: 'fail', reason: 'bannedMore', values: [String(more.length)], evidence })
    }
    return drafts
  },
  fix: (view, rule, finding) => rewordings(view, finding.evidence, finding.value ?? '', rule.instead),
  examples: [
    { params: { phrases: ['cheap'], except: [] }, text: 'It is giving ch3ap', status: 'fail', quote: 'ch3ap' },
    {
      params: { phrases: ['cheap', 'last chance'], except: [] },
      text: 'Sunday finds #CheapThrills',
      status: 'fail',
      quote: '#CheapThrills',
    },
    {
      params: { phrases: ['cheap', 'last chance'], except: [] },
      text: 'LAST\nCHANCE',
      status: 'fail',
      quote: 'LAST\nCHANCE',
    },
    { params: { phrases: ['free'], except: [] }, text: 'Cruelty-free and proud of it', status: 'pass' },
    { params: { phrases: ['ass', 'butt'], except: [] }, text: 'A classic button on a grassy terrace', status: 'pass' },
    {
      params: { phrases: ['god'], except: ['oh my god'] },
      text: 'oh my god! thank god',
      status: 'fail',
      quote: 'god',
    },
  ],
})

/** Whether there is anything in it to look for. */
function isVisible(phrase: string): boolean {
  return normalise(phrase).text.trim() !== ''
}

/** Trimmed, without empty ones, and each once however it is written. */
function distinct(phrases: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const phrase of phrases) {
    const key = normalise(phrase).text.trim()
    if (key !== '' && !seen.has(key)) seen.set(key, phrase.trim())
  }
  return [...seen.values()]
}

/** A few of them by name. */
function listed(phrases: readonly string[]): string {
  return phrases.slice(0, 3).join(', ') + (phrases.length > 3 ? ', …' : '')
}

function absent(view: PostView, phrases: readonly string[]): Draft {
  const value = listed(phrases)
  const searched = { field: 'text', chars: view.post.text.length, terms: phrases.slice(0, QUOTES) }
  if (!view.post.textComplete) {
    return { value, status: 'not-checkable', reason: 'captionCut', values: [value], evidence: [], searched }
  }
  const [reason, values] =
    phrases.length === 1 ? ['bannedAbsent', [value]] : ['bannedAllAbsent', [String(phrases.length)]]
  return { value, status: 'pass', reason, values, evidence: [], searched }
}

function banned(view: PostView, value: string, hits: readonly PhraseHit[]): Draft {
  const evidence = hits.slice(0, QUOTES).map((hit) => quoteHit(view, hit))
  const quote = evidence[0]?.quote ?? ''
  const plain = hits[0]?.disguised !== true || normalise(quote).text === normalise(value).text
  const reason = plain ? 'bannedFound' : 'bannedDisguised'
  return { value, status: 'fail', reason, values: [value, quote], evidence }
}
