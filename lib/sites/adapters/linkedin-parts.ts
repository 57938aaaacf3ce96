/** What LinkedIn's three dialects have in common: its addresses, its captions and its rows of figures. */
import { all, attr, climb, follows, hasDigit, leaves, one, textOf, texts } from '../dom.ts'
import { timeFromLinkedIn } from '../ids.ts'
import { parseCount } from '../counts.ts'
import { oneLine, readText } from '../read-text.ts'
import { attempt } from '../reading.ts'
import type { Page, PostRule, Strategy } from '../types.ts'

// ---------------------------------------------------------------- addresses

/** The last part of a member's or an organisation's address; undefined for other links. */
export function actorOf(link: Element | null | undefined): string | undefined {
  const path = attr(link, 'href').replace(/^https?:\/\/(?:[\w-]+\.)?linkedin\.com/, '')
  const handle = /^\/(?:in|company|school|showcase)\/([^/?#]+)/.exec(path)?.[1]
  return handle && attempt(() => decodeURIComponent(handle), handle)
}

/** Links to members and organisations. */
export const actors = (root: ParentNode): Element[] => all(root, 'a[href]').filter(actorOf)

/** Somebody else is named above the author: who passed the post on, or likes it. */
export const isNamedAbove = (item: Element, author: Element | null | undefined): boolean =>
  !!author && actors(item).some((link) => follows(link, author) && actorOf(link) !== actorOf(author))

/** `urn:li:activity:72…`, percent-encoded or not, or as `/posts/maya_rye-activity-72…-x1Yz` has it: the last one. */
export function urnIn(text: string): string | undefined {
  const [, type, id] = /.*\b(activity|share|ugcPost)(?::|%3[Aa]|-)(\d+)/s.exec(text) ?? []
  return id && `urn:li:${type}:${id}`
}

const digitsOf = (urn: string | undefined): string => /\d+$/.exec(urn ?? '')?.[0] ?? ''

/** When the thing with this id was made. */
export const timeOf = (urn: string | undefined, page: Page): string | null => timeFromLinkedIn(digitsOf(urn), page.now)

/** `urn:li:comment:(activity:72…,73…)` in its older and newer forms. */
export function commentUrn(text: string): { id: string; post: string | undefined; own: string } | undefined {
  const [, post = '', own] = /comment:\(([^,()]+),(\d+)\)/.exec(text) ?? []
  const urn = urnIn(post)
  return own && urn ? { id: `urn:li:comment:(${urn.slice(7)},${own})`, post: urn, own } : undefined
}

/** The post that the page's address names. */
export const addressUrn = (page: Page): string | undefined => urnIn(decodeURI(page.url.pathname))

/** Selects what carries the address's post in an attribute, in a comment's id or in a link of its own. */
export function namedBy(page: Page): string {
  const id = digitsOf(addressUrn(page))
  const ends = ['data-urn', 'data-activity-urn', 'data-attributed-urn'].map((name) => `[${name}$=":${id}"]`)
  return id && [...ends, `[data-id*=":${id},"], a[href*=":${id}/"]`].join()
}

// ---------------------------------------------------------------- captions

/** Copies for screen readers. */
export const HIDDEN = '.visually-hidden, .sr-only, [data-testid="expandable-text-button"]'
const TAG = 'a[href*="/hashtag/"], a[href*="%2Fhashtag"], a[href*="keywords=%23"]'

/** A caption as it is shown: a hashtag's link also holds a word for screen readers, "hashtag#rye", whatever its class. */
export function caption(box: Element | null | undefined): string | null {
  if (!box) return null
  let text = readText(box, HIDDEN)
  for (const tag of all(box, TAG).slice(0, 200)) {
    const word = readText(tag, HIDDEN)
    const at = word.search(/[#＃]/)
    if (at > 0) text = text.replace(word, () => word.slice(at))
  }
  return text
}

export const mentionsIn = (box: Element | null | undefined): string[] =>
  box ? actors(box).flatMap((link) => actorOf(link) ?? []) : []

/** Where a caption's links lead, besides members, organisations and hashtags. */
export const linksIn = (box: Element | null | undefined, page: Page): string[] =>
  (box ? all(box, 'a[href^="http"]') : []).flatMap((link) =>
    link.matches(TAG) || actorOf(link) ? [] : new URL(attr(link, 'href'), page.url).href,
  )

// ---------------------------------------------------------------- times and labels

/** "2h • Edited • ": what stands before the first dot, and what in words after it. */
export const beforeDot = (text: string): string => oneLine(text.split(/[•·]/)[0])
export const afterDot = (text: string): string | undefined =>
  text
    .split(/[•·]/)
    .slice(1)
    .map(oneLine)
    .find((part) => /^[^\p{Nd}]{2,30}$/u.test(part))

/** What LinkedIn writes in a post's header for an advertisement, and "by" a partner, whose post it is. */
const PROMOTED =
  /^(?:promoted|sponsored|anzeige|gesponsert|promu|(?:post )?sponsorisé|promocionado|promovido|patrocinado|(?:post )?sponsorizzato|gepromoot|gesponsord|promote?rt|promoveret|marknadsfört|treść promowana|propagováno|promovat|продвигается|реклама|öne çıkarılan içerik|dipromosikan|الترويج|ממומן|प्रमोट किया गया|ได้รับการโปรโมท|được quảng bá|プロモーション|프로모션|광고|广告|促銷內容)(?: (?:by|von|par|por|da|door|av|af|przez) .*)?$/iu

export const saysPromoted = (text: string): boolean => PROMOTED.test(text)

/** In every language: LinkedIn's click id in an advertisement's link, or its own tracking scope. */
export const AD = 'a[href*="li_fat_id="], [data-view-tracking-scope*="SPONSORED"]'

/** "2h" of a post's header or a comment: the first short text that begins with a number. */
export const ageIn = (root: Element): string | undefined =>
  texts(root)
    .filter((text) => !text.parentElement?.closest('button'))
    .map((text) => oneLine(text.nodeValue))
    .find((text) => /^\p{Nd}{1,2}\s?[\p{L}\p{M}.]{1,6}$/u.test(text))

// ---------------------------------------------------------------- figures

const OTHERS = /other|weitere|andere|autre|altr[aei]|otr[ao]s|outr[ao]s|mais|más|innych|kişi|ещ[её]|andra|他|외|آخر/iu
const COMMENTS = /comm?en|kom+en|коммен|opmerking|yorum|コメント|댓글|评论|評論|留言|تعليق/iu
const REPOSTS = /repost|republi|geteilt|compart|diffusion|udostępni|репост|paylaş|再投稿|퍼감|转发|轉發/iu

/** "8 reactions" is 8, "Ana and 5 others" is 6. Null where the words before a number may be a name or not. */
export function reactions(text: string, page: Page): string | null {
  const at = text.search(/\p{Nd}[\p{Nd}.,\s]*[^\p{Nd}]*$/u)
  const [before, figure] = [text.slice(0, at).trim(), text.slice(at)]
  const isOthers = at > 0 && (OTHERS.test(figure) || OTHERS.test(before.split(' ').at(-1) ?? ''))
  if (!isOthers) return /^\p{Nd}/u.test(text) ? text : /\s/.test(before) ? null : figure
  const count = parseCount(figure, page.lang)
  return count?.step === 1 ? String(count.value + 1) : figure
}

/** Reactions in a link or a button: as a list of icons, by their own attribute, or as pictures in a button. */
const ICONS = 'ul svg, [data-test-reactions-icon-type], [data-reaction-type], [data-token-id="17"]'

/** Finds a post's urn. */
type Find = (item: Element, page: Page) => string | null | undefined

/** How a dialect shows posts; where they count and how they are known is the same in all three. */
export interface Dialect extends Omit<PostRule, 'id' | 'url' | 'keep'> {
  readonly ids: readonly Find[]
  /** Times of the post that are better than that of its id. */
  readonly times?: readonly Strategy[]
  /** Somebody is named above the author: then the id may be that of passing the post on. */
  readonly isPassedOn: (item: Element) => boolean
}

export type Figures = Partial<Record<'likes' | 'comments' | 'shares', string | null>>

/**
 * The figures between a post's words and its buttons: reactions beside their icons, comments, reposts, in this
 * order and each only where it is not 0. Nought is said only where the buttons were found and nothing else has a
 * number; a figure that nobody can place is a miss.
 */
export function figuresOf(
  from: Element | null,
  to: Element | null,
  item: Element,
  page: Page,
  without?: Element | null,
): Figures {
  const rows = leaves(item).filter(
    (leaf) =>
      hasDigit(textOf(leaf)) &&
      textOf(leaf).length < 80 &&
      !without?.contains(leaf) &&
      (!from || (follows(from, leaf) && !from.contains(leaf))) &&
      (!to || follows(leaf, to)),
  )
  /** The link or button around a number, where it is that of the reactions: it shows their icons. */
  const reacted = (leaf: Element) => {
    const control = leaf.closest('a, button, [role="button"]')
    const is = control?.matches('a[href*="/reactions/"], [data-reaction-details], [data-num-reactions]') ?? false
    return control && item.contains(control) && (is || one(control, ICONS)) ? control : null
  }
  const first = rows.findIndex(reacted)
  const found: Figures = {}
  const rest = rows.slice(first + 1).filter((leaf) => !reacted(leaf))
  const control = rows[first] && reacted(rows[first])
  if (control) found.likes = reactions(textOf(control), page)
  for (const leaf of rest) {
    if (COMMENTS.test(textOf(leaf))) found.comments ??= textOf(leaf)
    else if (REPOSTS.test(textOf(leaf))) found.shares ??= textOf(leaf)
  }
  const unknown = rest.filter((leaf) => !COMMENTS.test(textOf(leaf)) && !REPOSTS.test(textOf(leaf)))
  // In a language without words here, two numbers beside the reactions are comments and reposts.
  if (control && rest.length === 2 && unknown.length === 2) {
    const [comments, shares] = unknown
    return { ...found, comments: textOf(comments), shares: textOf(shares) }
  }
  const nought = to && unknown.length === 0 ? '0' : null
  return { likes: nought, comments: nought, shares: nought, ...found }
}

// ---------------------------------------------------------------- posts inside posts

/** The post that a post passes on: what holds a second author's picture, between its words and its buttons. */
export function innerOf(words: Element | null, to: Element | null, item: Element): Element | null {
  if (!words) return null
  const link = actors(item).find(
    (actor) =>
      one(actor, 'img, svg, figure') && !words.contains(actor) && follows(words, actor) && (!to || follows(actor, to)),
  )
  let inner: Element | null = null
  climb(
    link ?? null,
    (element) => {
      if (element.contains(words) || (to && element.contains(to))) return true
      inner = element
      return false
    },
    item,
  )
  return inner
}
