import type { Evidence } from '../../domain/finding.ts'
import { normalise } from '../../text/normalise.ts'
import type { Edit } from '../define.ts'
import type { PostView } from '../view.ts'
import { dropSentence, dropToken, dropWords } from './drop-words.ts'
import { apart, likeWritten } from './reword.ts'

/**
 * What a creator may say instead of an effect nobody may claim, by language: in the form of the words it stands
 * for. English by the form of the verb; elsewhere the present tense, which most claims are made in.
 */
const HARMLESS: Readonly<Record<string, string>> = {
  de: 'fühlt sich gut an',
  fr: 'fait du bien',
  es: 'sienta bien',
  it: 'fa piacere',
  pt: 'faz bem',
  nl: 'voelt fijn',
  sv: 'känns skönt',
  da: 'føles rart',
  no: 'føles godt',
}
const NOUN_BEFORE = /(?:\b(?:a|an|the|my|our|this|real|natural|miracle|true|only|best|new|perfect|no)\s+)$/i

/**
 * Ways to say a caption without a claim: without its words where the sentence allows it, else without its
 * sentence, else with harmless words in their place; a hashtag goes as a whole.
 */
export function withoutClaim(view: PostView, evidence: readonly Evidence[]): readonly (readonly Edit[])[] {
  const { text } = view.post
  const places = evidence.filter(({ field }) => field === 'text')
  const tags = new Set(view.hashtags.map(({ start }) => start))
  const way = (word: (place: Evidence) => Edit): Edit[] =>
    apart(places.map((place) => (tags.has(place.start) ? dropToken(text, place) : word(place))))
  if (places.length === 0) return []
  const harmless = (place: Evidence): Edit => ({ start: place.start, end: place.end, insert: harmlessFor(view, place) })
  return [
    way((place) => dropWords(text, place, view.lang) ?? dropSentence(text, place) ?? harmless(place)),
    way((place) => dropSentence(text, place) ?? harmless(place)),
    way(harmless),
    way(({ start, end }) => ({ start, end, insert: '…' })),
  ]
}

function harmlessFor(view: PostView, { start, quote }: Evidence): string {
  const said = normalise(quote).text
  if (view.lang !== null && view.lang !== 'en') return HARMLESS[view.lang] ?? '…'
  const first = /^[\p{L}'-]+/u.exec(said)?.[0] ?? ''
  if (/guarantee|results?/.test(said)) return likeWritten(quote, 'results may vary')
  if (NOUN_BEFORE.test(view.post.text.slice(Math.max(0, start - 20), start))) return 'favourite'
  const verb = first.endsWith('ing')
    ? 'feeling good'
    : first.endsWith('ed')
      ? 'felt good'
      : first.endsWith('s')
        ? 'feels good'
        : 'feel good'
  return likeWritten(quote, verb)
}
