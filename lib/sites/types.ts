import type {
  AbsenceSays,
  Author,
  FieldSeen,
  Label,
  MissSeen,
  Observation,
  PageKind,
  PostSeen,
} from '../domain/observation.ts'

/** What the interpreter knows of the page while it reads. */
export interface Page {
  readonly url: URL
  readonly kind: PageKind
  /** The named groups of the matched address pattern, decoded: `{ handle, id }`. */
  readonly params: Readonly<Record<string, string>>
  /** The page's language, lower case, '' when it does not say. */
  readonly lang: string
  readonly root: ParentNode
  readonly now: Date
}

/** What a strategy found: the element to read, the value itself, or nothing. '' counts as nothing. */
export type Found = Element | string | null | undefined

/**
 * One way to find a field. A selector reads the first match's text; `{ select, attr }` its attribute
 * (`select: ''` is the item itself); a function may do anything that only reads.
 */
export type Strategy =
  | string
  | { readonly select: string; readonly attr: string }
  | ((item: Element, page: Page) => Found)

/**
 * How to read one field: strategies in order of trust, first hit wins, and what it means when none hits:
 * `miss` (the default) is reported as a miss; `zero` is how this site shows 0; `unknown` is normal here.
 */
export interface FieldRule {
  readonly from: readonly Strategy[]
  readonly absent?: 'miss' | 'zero' | 'unknown'
  /** Page kinds on which its absence tells something; elsewhere it is normal. Default: all; none for a tile's words. */
  readonly on?: readonly PageKind[]
  /** No capture has confirmed this field yet. */
  readonly unverified?: true
}
export type Field = Strategy | readonly Strategy[] | FieldRule

/** Like `Field`, but for lists: each strategy returns every entry; the first with any entry wins. */
export type ListField = (item: Element, page: Page) => readonly string[]

interface ItemRule {
  /** Page kinds on which this rule looks; default all. */
  readonly on?: readonly PageKind[]
  /** Selector of the items, within the page. */
  readonly select: string
  /** False drops the item: an ad without author, a quoted post, a hidden copy, an empty shell. */
  readonly keep?: (item: Element, page: Page) => boolean
}

export interface PostRule extends ItemRule {
  readonly id: Field
  readonly url?: (id: string, author: Author, page: Page) => string | null
  readonly handle: Field
  readonly name?: Field
  /** The caption. An element is read with emoji pictures and line breaks; see `readText`. */
  readonly text: Field
  /** Inside the caption, what is not caption: "See more", "Translate". A selector. */
  readonly textWithout?: string
  /** Inside the caption, block elements that the site lays out within the line. A selector. */
  readonly textInline?: string
  /** The control that shows that the site cut the caption, or a function. */
  readonly textCut?: string | ((item: Element, page: Page) => boolean)
  readonly visibleText?: (item: Element, page: Page) => string | null
  /** An instant, or what the site's `parseTime` understands. */
  readonly publishedAt?: Field
  /** The displayed time, as displayed. */
  readonly publishedText?: Field
  readonly likes?: Field
  readonly comments?: Field
  readonly shares?: Field
  readonly views?: Field
  readonly saves?: Field
  readonly labels?: (item: Element, page: Page) => readonly Label[]
  /** Default: links in the caption whose text begins with # or @; else the tokens of the text. */
  readonly hashtags?: ListField
  readonly mentions?: ListField
  readonly links?: ListField
  /** Where the badge goes: appended to this element. Default: the item. */
  readonly badge?: (item: Element, page: Page) => Element | null
}

export interface CommentRule extends ItemRule {
  readonly id?: Field
  readonly handle: Field
  readonly name?: Field
  readonly text: Field
  readonly textWithout?: string
  readonly textInline?: string
  readonly publishedAt?: Field
  readonly publishedText?: Field
  readonly likes?: Field
  /** How many comments up to the one that answers the post; null where nothing tells, which is a miss. */
  readonly depth?: (item: Element, page: Page) => number | null
  readonly pinned?: (item: Element, page: Page) => boolean
  /** Default: the comment's handle is the post's. */
  readonly byAuthor?: (item: Element, page: Page, post: PostSeen) => boolean
}

export interface ProfileRule {
  readonly on?: readonly PageKind[]
  /** The element inside which the fields are looked for; no match = no profile on this page. */
  readonly root: string
  readonly keep?: (item: Element, page: Page) => boolean
  readonly handle: Field
  readonly name?: Field
  readonly bio?: Field
  readonly bioWithout?: string
  readonly bioInline?: string
  readonly followers?: Field
  readonly following?: Field
  readonly posts?: Field
  readonly verified?: (item: Element, page: Page) => boolean | null
  /** Where the chip goes: appended to this element. */
  readonly chip?: (item: Element, page: Page) => Element | null
}

export interface PageRule {
  readonly kind: PageKind
  /** URLPattern pathname: `/@:handle/video/:id`. First match wins. */
  readonly path: string
  /** URLPattern search, e.g. `*v=:id*`. */
  readonly search?: string
  /** Refuses what the pattern lets through, e.g. reserved first segments. */
  readonly when?: (params: Readonly<Record<string, string>>, url: URL) => boolean
}

/** An address and the page kind it is: an adapter's file exports a list of them, which the tests check. */
export interface AddressExample {
  readonly url: string
  readonly kind: PageKind
}

/** A site adapter: one site, one file, one value. */
export interface Site {
  readonly id: string
  readonly name: string
  /** Match patterns of the site's own hosts. */
  readonly matches: readonly string[]
  /** True where the page itself shows that it is this software on some other host (Mastodon, Bluesky). */
  readonly detect?: (root: ParentNode) => boolean
  /** True where handles and post ids hold on one server only, as on Mastodon; Bluesky's hold everywhere. */
  readonly perServer?: boolean
  readonly pages: readonly PageRule[]
  /** Finer page kind than the address gives, where one address serves several. */
  readonly kindOf?: (page: Page) => PageKind
  readonly posts: readonly PostRule[]
  readonly comments?: readonly CommentRule[]
  /**
   * Reads `publishedAt`: ISO UTC or null. Default: instants only, which is all that a site with `datetime` or
   * telling ids needs; `parseTime` of times.ts for one that shows dates in words, at 5 kB for its pages.
   */
  readonly parseTime?: (shown: string, page: Page) => string | null
  /**
   * Selectors of what says that posts, comments or a profile are on the page, by other things than the rules go by:
   * links to posts, mostly. Where one matches and nothing was read, or `comments` matches more often than comments
   * were read, that is a miss.
   */
  readonly signs?: { readonly posts?: string; readonly comments?: string; readonly profile?: string }
  /**
   * What a post's own page says where the post is not there; null where it says nothing. Left out where nobody has seen
   * how the site says so: then it is not known whether a post was removed.
   */
  readonly gone?: (page: Page) => AbsenceSays | null
  /** The post the page's comments belong to. Default: the one whose id is `params.id`, else the first. */
  readonly focal?: (posts: readonly PostSeen[], page: Page) => PostSeen | undefined
  readonly profile?: readonly ProfileRule[]
  /** The element whose children are the posts, for the observer; default `body`. */
  readonly feed?: string
  /** Runs last, on the plain observation: what only the whole page tells. Keeps the posts and their order. */
  readonly finish?: (observation: Observation, page: Page) => void
}

/** One reading of a page. `elements[i]` shows `observation.posts[i]`. Never stored, never sent. */
export interface Extract {
  readonly observation: Observation
  readonly misses: readonly MissSeen[]
  /** Every field that was looked for, and how often each of its strategies won. */
  readonly fields: readonly FieldSeen[]
  readonly elements: readonly Element[]
  /** Where each post's badge goes, by index. */
  readonly badgeSpots: readonly Element[]
  readonly chipSpot: Element | null
}

/** A field whose absence is normal: not every page, post or reader sees it. */
export const maybe = (...from: readonly Strategy[]): FieldRule => ({ from, absent: 'unknown' })

/** Like `maybe`, where no capture has confirmed the field yet. */
export const guess = (...from: readonly Strategy[]): FieldRule => ({ from, absent: 'unknown', unverified: true })

/** Types a site adapter; the value is returned as it is. */
export function defineSite(site: Site): Site {
  return site
}
