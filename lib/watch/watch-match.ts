import type { Evidence } from '../domain/finding.ts'
import type { Watch } from '../domain/watch.ts'
import { compiledOnce } from '../guidelines/compile.ts'
import { quoteHit } from '../guidelines/quote-hit.ts'
import { quoteOther, quoteText, viewOf } from '../guidelines/view.ts'
import type { PostInput, PostView } from '../guidelines/view.ts'
import { withoutAccents } from '../text/accents.ts'
import { normalise } from '../text/normalise.ts'
import { outside } from '../text/spans.ts'
import { findTerms, termsOf } from '../text/terms.ts'
import type { PhraseHit } from '../text/terms.ts'
import { findWords } from '../text/words.ts'
import type { WordIndex } from '../text/words.ts'

/** Quotes of one watch in one text; a caption that repeats a word a thousand times is told by the first few. */
const QUOTES = 20

export type Watched = Pick<Watch, 'terms' | 'except' | 'platform' | 'partnerId'>

/** Whether a watch looks at posts of this site and partner at all. */
export const watchesOver = ({ platform, partnerId }: Watched, on: { platform: string; partnerId: string }): boolean =>
  (platform === null || platform === on.platform) && (partnerId === null || partnerId === on.partnerId)

const compiled = compiledOnce(({ terms, except }: Watched, lang) => {
  const [tags, names, phrases] = ['#＃', '@＠', ''].map((sign) =>
    terms.filter((term) => (sign === '' ? !/^[#＃@＠]/u.test(term) : sign.includes(term.charAt(0)))),
  )
  const looked = (words: readonly string[]) => ({
    written: termsOf(words, lang),
    plain: termsOf(words.map(withoutAccents), lang),
  })
  return {
    tags: new Set(tags?.map(keyOf)),
    names: new Set(names?.map(keyOf)),
    phrases: looked(phrases ?? []),
    except: except.length > 0 ? looked(except) : null,
  }
})

/** What makes two tags or handles the same: without sign, case, and ways to write a letter; accents count for nothing. */
const keyOf = (name: string): string => withoutAccents(normalise(name.replace(/^[#＃@＠]/u, '')).text)

/**
 * Where the words of a watch stand in a text, in order, each an exact quote: whole words only, however they are inflected,
 * accented, written in capitals, disguised or put into a hashtag; not inside a phrase that the watch leaves out
 * (relationship.md B1). `#name` and `@name` are also found among what the site links; their quote is then of field `link`.
 */
export function matchWatch(watch: Watched, post: PostInput, view: PostView = viewOf(post)): Evidence[] {
  const { tags, names, phrases, except } = compiled(watch, view.lang)
  const found = new Map<string, Evidence>()
  const add = (quote: Evidence) => {
    const key = quote.field === 'text' ? String(quote.start) : `${quote.field}${quote.quote}`
    const known = found.get(key)
    if (!known || known.end < quote.end) found.set(key, quote)
  }
  const plain = plainOf(view)
  const hits = (terms: typeof phrases): PhraseHit[] =>
    [findTerms(view.normal, view.words, terms.written), findTerms(plain.normal, plain.words, terms.plain)].flatMap(
      (byPhrase) => [...byPhrase.values()].flat(),
    )
  const said = hits(phrases)
  for (const hit of said.length > 0 && except ? outside(said, hits(except)) : said) add(quoteHit(view, hit))
  for (const { name, start, end } of tags.size > 0 ? view.hashtags : [])
    if (tags.has(keyOf(name))) add(quoteText(view, start, end))
  for (const { handle, start, end } of names.size > 0 ? view.mentions : [])
    if (isNamed(names, handle)) add(quoteText(view, start, end))
  if (found.size === 0) {
    for (const tag of tags.size > 0 ? post.hashtags : []) if (tags.has(keyOf(tag))) add(quoteOther('link', tag))
    for (const name of names.size > 0 ? post.mentions : []) if (isNamed(names, name)) add(quoteOther('link', name))
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start).slice(0, QUOTES)
}

/** `@brand` also where a server's name follows, as on Mastodon. */
const isNamed = (names: ReadonlySet<string>, handle: string): boolean =>
  names.has(keyOf(handle)) || names.has(keyOf(handle.replace(/(?<=.)@.*$/u, '')))

const plains = new WeakMap<PostView, { normal: PostView['normal']; words: WordIndex }>()

/** The same text without its accents, in which every place is where it was. */
function plainOf(view: PostView): { normal: PostView['normal']; words: WordIndex } {
  const known = plains.get(view)
  if (known) return known
  const { normal, plain, hashtags, mentions, links } = view
  const isSame = plain === normal.text
  const bare = isSame ? normal : { ...normal, text: plain }
  const made = { normal: bare, words: isSame ? view.words : findWords(bare, { hashtags, mentions, links }) }
  plains.set(view, made)
  return made
}
