import type { Evidence } from '../../domain/finding.ts'
import type { Edit } from '../define.ts'
import type { PostView } from '../view.ts'
import { dropToken, dropWords } from './drop-words.ts'
import { apart, likeWritten } from './reword.ts'

/** "Another brand", by language; where a preposition before it asks for another case, that. */
const ANOTHER: Readonly<Record<string, readonly [plain: string, after?: readonly [RegExp, string]]>> = {
  en: ['another brand'],
  de: ['eine andere Marke', [/(?:von|bei|mit|zu|aus|nach)\s+$/iu, 'einer anderen Marke']],
  fr: ['une autre marque'],
  es: ['otra marca'],
  it: ['un’altra marca'],
  pt: ['outra marca'],
  nl: ['een ander merk'],
  sv: ['ett annat märke'],
  da: ['et andet mærke'],
  no: ['et annet merke'],
  fi: ['toinen merkki'],
  pl: ['inna marka', [/(?:od|z|niż|do)\s+$/iu, 'innej marki']],
  tr: ['başka bir marka'],
  ru: ['другой бренд', [/(?:от|у|из|чем)\s+$/iu, 'другого бренда']],
  ja: ['他のブランド'],
  ko: ['다른 브랜드'],
  zh: ['其他品牌'],
  hi: ['दूसरा ब्रांड'],
  ar: ['علامة أخرى'],
}
/** After these a name is only added to what was said: "my old Glow Lab one", "top is old H & M, shoes new". */
const AFTER_ADJECTIVE =
  /(?<![\p{L}\p{N}])(?:old|new|usual|former|vintage|secondhand|favourite|favorite|friend|bestie|sister|brother|cousin|alte[rsnm]?|neue[rsnm]?|vieux|vieille|viejo|vieja|vecchio|vecchia|oude|nieuwe)[^\S\n]+$/iu
const OWNED = /^['’]s?(?![\p{L}\p{N}])/u

/**
 * Ways to say a caption without a name: left out where the sentence can do without it, else as "another brand";
 * a handle, hashtag or address goes as a whole.
 */
export function withoutName(view: PostView, evidence: readonly Evidence[]): readonly (readonly Edit[])[] {
  const { text } = view.post
  const places = evidence.filter(({ field }) => field === 'text')
  const tokens = new Set([...view.hashtags, ...view.mentions, ...view.links].map(({ start }) => start))
  if (places.length === 0) return []
  const another = (place: Evidence): Edit => ({ start: place.start, end: place.end, insert: anotherFor(view, place) })
  const way = (word: (place: Evidence) => Edit): Edit[] =>
    apart(places.map((place) => (tokens.has(place.start) ? dropToken(text, place) : word(place))))
  return [way((place) => leftOut(view, place) ?? another(place)), way(another), places.map(another)]
}

function leftOut({ post: { text }, lang }: PostView, place: Evidence): Edit | null {
  const before = text.slice(Math.max(0, place.start - 40), place.start)
  const owned = OWNED.exec(text.slice(place.end, place.end + 3))
  if (owned) return null
  if (!AFTER_ADJECTIVE.test(before)) return null
  return dropWords(text, place, lang) ?? dropToken(text, place)
}

function anotherFor(view: PostView, { start, quote }: Evidence): string {
  const [plain, inCase] = ANOTHER[view.lang ?? 'en'] ?? ANOTHER['en'] ?? ['another brand']
  const before = view.post.text.slice(Math.max(0, start - 20), start)
  const words = inCase?.[0].test(before) === true ? inCase[1] : plain
  const opens = /(?:^|[.!?…\n]\s*)$/u.test(before)
  return opens ? words.charAt(0).toUpperCase() + words.slice(1) : likeShouted(quote, words)
}

/** A name has a capital by itself; only capitals throughout are taken over. */
function likeShouted(quote: string, words: string): string {
  const letters = quote.replace(/\P{L}/gu, '')
  return letters.length > 4 && letters === letters.toUpperCase() ? likeWritten(quote, words) : words
}
