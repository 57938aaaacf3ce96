import type { Label } from '../domain/observation.ts'
import type { Evidence } from '../domain/finding.ts'
import { discourseOf } from '../text/discourse.ts'
import type { Discourse } from '../text/discourse.ts'
import { languageOf } from '../text/language.ts'
import { normalise, sourceSpan } from '../text/normalise.ts'
import type { Normalised } from '../text/normalise.ts'
import { findQuantities } from '../text/numbers.ts'
import type { Quantity } from '../text/numbers.ts'
import { findHashtags, findLinks, findMentions } from '../text/tokens.ts'
import type { Hashtag, Link, Mention } from '../text/tokens.ts'
import { findWords } from '../text/words.ts'
import type { WordIndex } from '../text/words.ts'
import { withoutAccents } from '../text/accents.ts'

/**
 * What a check needs of a post. Both the stored `Post` and `{ ...PostSeen, platform, lang }` fit.
 */
export interface PostInput {
  readonly platform: string
  /** Language of the page or post, BCP 47; a hint only. */
  readonly lang: string | null
  readonly text: string
  readonly textComplete: boolean
  readonly visibleText: string | null
  readonly url: string | null
  readonly labels: readonly Label[]
  /** As the site links them, without `#` and `@`. */
  readonly hashtags: readonly string[]
  readonly mentions: readonly string[]
  /** The platform's own label in words ("Paid partnership with Acme"), where the caller has them. */
  readonly labelText?: string | null
  /** The creator's own first comment. */
  readonly firstComment?: string | null
  /** Accounts tagged on the picture or named as collaborators, with or without `@`. */
  readonly tagged?: readonly string[]
  /** Where the caption's links lead: the expanded addresses the page carries, in order. */
  readonly links?: readonly string[]
  /** ISO instant; absent or null where the page shows none. */
  readonly publishedAt?: string | null
  /** As the page shows it ("2d"), with the ISO instant at which it was read. */
  readonly publishedText?: string | null
  readonly capturedAt?: string | null
  /** Texts that describe the pictures for people who cannot see them, '' for a picture without; absent: not captured. */
  readonly altTexts?: readonly string[]
  /** The text on the creator's profile; absent: not captured. */
  readonly bio?: string | null
}

/** A post with everything that several checks need, each made once and only when asked for. */
export interface PostView {
  readonly post: PostInput
  /** Language of the caption: its own words first, then the hint; null when neither tells. */
  readonly lang: string | null
  readonly normal: Normalised
  readonly links: readonly Link[]
  readonly hashtags: readonly Hashtag[]
  readonly mentions: readonly Mention[]
  readonly words: WordIndex
  /** `normal.text` without accents, unit by unit: "loreal" is "l'oréal" but for the apostrophe. */
  readonly plain: string
  /** The words by clause and sentence, for what must be understood and not only found. */
  readonly discourse: Discourse
  /** Numbers with their units. */
  readonly quantities: readonly Quantity[]
}

export function viewOf(post: PostInput): PostView {
  const lang = once(() => languageOf(post.text, post.lang).lang)
  const normal = once(() => normalise(post.text, { lang: lang(), lookAlikes: true }))
  const links = once(() => findLinks(post.text))
  const hashtags = once(() => findHashtags(post.text, links()))
  const mentions = once(() => findMentions(post.text, post.platform, links()))
  const words = once(() => findWords(normal(), { hashtags: hashtags(), mentions: mentions(), links: links() }))
  const plain = once(() => withoutAccents(normal().text))
  const discourse = once(() => discourseOf(normal(), words(), lang()))
  const quantities = once(() => findQuantities(normal().text, discourse().tokens))
  return {
    post,
    get lang() {
      return lang()
    },
    get normal() {
      return normal()
    },
    get links() {
      return links()
    },
    get hashtags() {
      return hashtags()
    },
    get mentions() {
      return mentions()
    },
    get words() {
      return words()
    },
    get plain() {
      return plain()
    },
    get discourse() {
      return discourse()
    },
    get quantities() {
      return quantities()
    },
  }
}

/** A quote of the caption by its place in the caption. */
export function quoteText(view: PostView, start: number, end: number): Evidence {
  return { field: 'text', start, end, quote: view.post.text.slice(start, end) }
}

/** A quote of the caption by its place in the normalised caption. */
export function quoteNormal(view: PostView, start: number, end: number): Evidence {
  const span = sourceSpan(view.normal, start, end)
  return quoteText(view, span.start, span.end)
}

/** A quote of any other text the post carries, such as its platform label. */
export function quoteOther(field: Evidence['field'], text: string, start = 0, end = text.length): Evidence {
  return { field, start, end, quote: text.slice(start, end) }
}

/** The texts that a quote of `field` may come from. */
export function textsOf(post: PostInput, field: Evidence['field']): readonly string[] {
  switch (field) {
    case 'text':
      return [post.text]
    case 'comment':
      return post.firstComment == null ? [] : [post.firstComment]
    case 'label':
      return post.labelText == null ? post.labels : [...post.labels, post.labelText]
    case 'link':
      return [...post.hashtags, ...post.mentions, ...(post.tagged ?? []), ...(post.links ?? [])]
    case 'bio':
      return post.bio == null ? [] : [post.bio]
    case 'published-at':
      return post.publishedAt == null ? [] : [post.publishedAt]
    case 'published-text':
      return post.publishedText == null ? [] : [post.publishedText]
    default:
      return []
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
