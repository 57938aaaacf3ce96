import * as z from 'zod/mini'
import type { Evidence } from '../../domain/finding.ts'
import { normalise } from '../../text/normalise.ts'
import { findPhrase, phraseOf } from '../../text/phrase.ts'
import type { PhraseHit } from '../../text/phrase.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { rewordings } from '../fix/reword.ts'
import { quoteNormal, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'

/** Places quoted in one finding; a caption that repeats a word a thousand times is told by the first few. */
const QUOTES = 20

const phrase = z.string().check(z.maxLength(300), z.regex(/\S/))
const params = z.object({
  phrase,
  /** Wider phrases in which it is allowed: "god" but not "oh my god". */
  except: z.optional(z.array(phrase).check(z.maxLength(100))),
  /** What the brand wants said in its place. */
  instead: z.optional(z.string().check(z.maxLength(300))),
  /** BCP 47 language whose inflections count; default: the caption's. */
  lang: z.optional(z.string().check(z.maxLength(40))),
})

/**
 * A word or phrase does not occur: not inflected, in a hashtag, masked, stretched, spaced or with digits for
 * letters; never inside another word; a negation does not excuse it (compliance.md 7.5).
 */
export default defineRuleKind({
  kind: 'banned-phrase',
  label: 'kind.bannedPhrase',
  rule: 'rule.bannedPhrase',
  params,
  fields: [
    { name: 'phrase', label: 'kind.field.phrase', hint: 'kind.hint.phrase', type: 'text', required: true },
    { name: 'except', label: 'kind.field.except', hint: 'kind.hint.except', type: 'list', required: false },
    { name: 'instead', label: 'kind.field.instead', hint: 'kind.hint.instead', type: 'text', required: false },
  ],
  reasons: ['bannedAbsent', 'bannedFound', 'bannedDisguised', 'captionCut'],
  value: (rule) => rule.phrase.trim(),
  check(view, rule): Draft[] {
    const value = rule.phrase.trim()
    const lang = rule.lang ?? view.lang
    const find = (text: string): PhraseHit[] => findPhrase(view.normal, view.words, phraseOf(text, lang))
    const hits = outside(find(value), (rule.except ?? []).flatMap(find))
    const first = hits[0]
    if (!first) {
      const searched = { field: 'text', chars: view.post.text.length, terms: [value] }
      const cut = !view.post.textComplete
      const reason = cut ? 'captionCut' : 'bannedAbsent'
      return [{ value, status: cut ? 'not-checkable' : 'pass', reason, values: [value], evidence: [], searched }]
    }
    const evidence = hits.slice(0, QUOTES).map((hit) => quoteHit(view, hit))
    const quote = evidence[0]?.quote ?? ''
    const plain = !first.disguised || normalise(quote).text === normalise(value).text
    const reason = plain ? 'bannedFound' : 'bannedDisguised'
    return [{ value, status: 'fail', reason, values: [value, quote], evidence }]
  },
  fix: (view, rule, finding) => rewordings(view, finding.evidence, finding.value ?? '', rule.instead),
  examples: [
    { params: { phrase: 'cheap' }, text: 'It is giving ch3ap', status: 'fail', quote: 'ch3ap' },
    { params: { phrase: 'cheap' }, text: 'Sunday finds #CheapThrills', status: 'fail', quote: '#CheapThrills' },
    { params: { phrase: 'last chance' }, text: 'LAST\nCHANCE', status: 'fail', quote: 'LAST\nCHANCE' },
    { params: { phrase: 'free' }, text: 'Cruelty-free and proud of it', status: 'pass' },
    { params: { phrase: 'ass' }, text: 'A classic bass line in class', status: 'pass' },
    { params: { phrase: 'god', except: ['oh my god'] }, text: 'oh my god! thank god', status: 'fail', quote: 'god' },
  ],
})

/** The hits that lie in none of the allowed places; one pass over both. */
function outside(hits: readonly PhraseHit[], allowed: readonly PhraseHit[]): readonly PhraseHit[] {
  if (allowed.length === 0) return hits
  const places = allowed.toSorted((a, b) => a.start - b.start)
  let next = 0
  let reach = -1
  return hits.filter((hit) => {
    for (; (places[next]?.start ?? Infinity) <= hit.start; next++) reach = Math.max(reach, places[next]?.end ?? 0)
    return hit.end > reach
  })
}

/** In a hashtag the whole hashtag is quoted. */
function quoteHit(view: PostView, hit: PhraseHit): Evidence {
  const tag = hit.tag === null ? undefined : view.hashtags[hit.tag]
  const found = quoteNormal(view, hit.start, hit.end)
  return tag ? quoteText(view, tag.start, Math.max(tag.end, found.end)) : found
}
