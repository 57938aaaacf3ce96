import type { Evidence } from '../../domain/finding.ts'
import { normalise } from '../../text/normalise.ts'
import type { Edit } from '../define.ts'
import type { PostView } from '../view.ts'
import { dropSentence, dropToken, dropWords, isAmidWords } from './drop-words.ts'

/** What stands where a word had to go and no sentence can do without one. */
const GAP = '…'

/**
 * Plainer words for what brands often ban, in our own judgement: the whole of the words as written plainly, what
 * must stand before them, and what to say instead. `$1` keeps an ending.
 */
const PLAINER: readonly (readonly [RegExp, RegExp | null, string])[] = [
  [/^cheap$/, null, 'affordable'],
  [/^cheaper$/, null, 'more affordable'],
  [/^cheapest$/, null, 'most affordable'],
  [/^dupe(s?)$/, null, 'alternative$1'],
  [/^shit$/, /\bholy\s+$/i, 'moly'],
  [/^(?:shit|crap)$/, /\b(?:this|that|the|my|some)\s+$/i, 'stuff'],
  [/^(?:fuck|hell)$/, /\b(?:what|who|why|how|where) the\s+$/i, 'heck'],
  [/^god$/, /\boh my\s+$/i, 'gosh'],
  [/^god$/, /\bthank\s+$/i, 'goodness'],
  [/^damn$/, null, 'darn'],
  [/^billig(e|er|es|en|em|ere|eren|erer|eres|ste|sten|ster|stes)?$/, null, 'günstig$1'],
  [/^scheiße$/, null, 'Mist'],
  [/^barat(o|a|os|as)$/, null, 'económic$1'],
]

/**
 * Ways to say a caption without some of its words, the best first: each place in the brand's own words or in
 * plainer ones, else dropped where the sentence allows it, else without its sentence, else with a gap that shows.
 * A hashtag that holds the words goes as a whole. `value` is the plain form of what is disguised; `instead`
 * what the brand wants said.
 */
export function rewordings(
  view: PostView,
  evidence: readonly Evidence[],
  value: string,
  instead: string | undefined,
): readonly (readonly Edit[])[] {
  const { text } = view.post
  const places = evidence.filter(({ field }) => field === 'text')
  if (places.length === 0) return []
  const tags = new Map(view.hashtags.map((tag) => [tag.start, tag]))
  const without = (place: Evidence): Edit =>
    dropWords(text, place, view.lang) ??
    dropSentence(text, place) ?? { start: place.start, end: place.end, insert: GAP }
  const way = (word: (place: Evidence) => Edit): Edit[] =>
    apart(
      places.map((place) =>
        tags.has(place.start) ? (isAmidWords(text, place) ? without(place) : dropToken(text, place)) : word(place),
      ),
    )
  return [
    way((place) => replacement(text, place, value, instead) ?? without(place)),
    way(without),
    way(({ start, end }) => ({ start, end, insert: GAP })),
    places.map(({ start, end }) => ({ start, end, insert: GAP })),
  ]
}

function replacement(text: string, place: Evidence, value: string, instead: string | undefined): Edit | null {
  const { start, end } = place
  const owned = /['’]s?$/u.exec(place.quote)?.[0] ?? ''
  if (instead !== undefined && instead.trim() !== '')
    return { start, end, insert: likeWritten(place.quote, instead.trim()) + owned }
  const before = text.slice(Math.max(0, start - 40), start)
  const written = normalise(place.quote.slice(0, place.quote.length - owned.length)).text
  for (const words of [written, normalise(value).text])
    for (const [plain, needs, better] of PLAINER) {
      if (!plain.test(words) || needs?.test(before) === false) continue
      const said = words.replace(plain, (_, ending = '') => better.replace('$1', String(ending)))
      return withArticle(text, { start, end, insert: likeWritten(place.quote, said) + owned })
    }
  return null
}

/** In capitals, or with one, as the words were that it stands for. */
export function likeWritten(quote: string, words: string): string {
  const letters = quote.replace(/\P{L}/gu, '')
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return words.toUpperCase()
  const first = letters.charAt(0)
  return first !== first.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

/** "A cheap serum" is "an affordable serum". */
function withArticle(text: string, edit: Edit): Edit {
  const article = /(?<![\p{L}\p{M}\p{N}'’])(an?)([^\S\n]+)$/iu.exec(
    text.slice(Math.max(0, edit.start - 10), edit.start),
  )
  const [whole = '', word = '', space = ''] = article ?? []
  const wanted = /^[aeiou]/i.test(edit.insert) ? 'an' : 'a'
  if (!article || word.toLowerCase() === wanted) return edit
  return {
    start: edit.start - whole.length,
    end: edit.end,
    insert: word.charAt(0) + wanted.slice(1) + space + edit.insert,
  }
}

/** Edits that do not overlap: where two places share words, one goes with the other. */
export function apart(edits: readonly Edit[]): Edit[] {
  const found: Edit[] = []
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && edit.start < last.end) {
      const insert = [last.insert, edit.insert].includes(GAP) ? GAP : ''
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), insert }
    } else found.push(edit)
  }
  return found
}
