/** LinkedIn's feed since 2026: hashed classes, no times, few ids. What holds are roles, test ids and the order of things. */
import type { Label } from '../../domain/observation.ts'
import { all, attr, climb, firstText, follows, leaves, one, textOf } from '../dom.ts'
import { saysFollowers } from '../figure-words.ts'
import type { CommentRule, Page } from '../types.ts'
import { guess } from '../types.ts'
import {
  AD,
  actorOf,
  actors,
  afterDot,
  ageIn,
  beforeDot,
  caption,
  commentUrn,
  figuresOf,
  innerOf,
  linksIn,
  mentionsIn,
  saysPromoted,
  timeOf,
  urnIn,
} from './linkedin-parts.ts'
import type { Dialect } from './linkedin-parts.ts'

export const SDUI =
  '[role="listitem"], [componentkey*="FeedType_"], [data-view-name="feed-full-update"], [data-testid="mainFeed"] [data-lazy-mount-id]'
const COMMENT = '[componentkey^="replaceableComment_"], [id^="replaceableComment_"]'
const LIST = '[data-testid*="commentList"], [componentkey^="commentsSectionContainer"]'
const COMMENTS = `${COMMENT}, ${LIST}, [data-view-name="comment-commentary"]`
const BOX = '[data-testid="expandable-text-box"]'
/** Like, comment, repost: by the state's label, else by the numbers of their icons. */
const BAR = '[aria-label^="Reaction button state"], [data-token-id="289"], [data-token-id="202"], [data-token-id="255"]'
const MENU = '[data-token-id="383"], [aria-label^="Open control menu"]'

const ownAll = (item: Element, selector: string) => all(item, selector).filter((found) => !found.closest(COMMENTS))
const own = (item: Element, selector: string): Element | null => ownAll(item, selector)[0] ?? null
const box = (item: Element) => own(item, BOX)
/** Where the figures end. */
const bar = (item: Element) => one(item, `${BAR}, ${COMMENTS}`)

/** Offers, the post box and carousels of jobs are list items, too, without an author, words or buttons of a post. */
export const isCard = (item: Element): boolean =>
  !item.closest(COMMENTS) &&
  author(item) !== undefined &&
  (own(item, `${BOX}, ${BAR}`) !== null || (own(item, 'h2') !== null && own(item, MENU) !== null))

// ---------------------------------------------------------------- the header

/** Members and organisations named before the post's words. */
const named = (item: Element): Element[] => {
  const end = box(item) ?? bar(item)
  return actors(item).filter((link) => !link.closest(COMMENTS) && (!end || (follows(link, end) && !end.contains(link))))
}

/** "Widget Co commented" and a rule may stand above the author, who is the last one with a picture. */
function author(item: Element): Element | undefined {
  const links = named(item)
  const rules = ownAll(item, 'hr')
  const below = links.find((link) => rules.some((rule) => follows(rule, link)))
  const pictured = links.filter((link) => one(link, 'img, svg'))
  return below ?? (box(item) ? pictured.at(-1) : pictured[0]) ?? links[0]
}
const isPassedOn = (item: Element) => actorOf(named(item)[0]) !== actorOf(author(item))

/** The lines of the header after the author's picture: name, headline or followers, time or "Promoted". */
function lines(item: Element): Element[] {
  const [from, end] = [author(item), box(item) ?? bar(item)]
  return leaves(item)
    .filter(
      (leaf) =>
        from &&
        (from.contains(leaf) || follows(from, leaf)) &&
        (!end || follows(leaf, end)) &&
        !leaf.closest('button, h2, svg'),
    )
    .slice(0, 8)
}
const name = (item: Element) => {
  const handle = actorOf(author(item))
  const link = named(item).findLast((actor) => actorOf(actor) === handle && textOf(actor) !== '')
  return firstText(link ?? lines(item)[0] ?? null)
}

const shown = (line: Element) => beforeDot(textOf(line))
/** "2h", "3 Tage": the first that looks like it and is no "12 followers"; further down stands that of a post passed on. */
function stamp(item: Element): Element | undefined {
  return lines(item)
    .slice(1)
    .find(
      (line) =>
        /^\p{Nd}{1,2}\s?(?!(?:st|nd|rd)$)[\p{L}\p{M}.]{1,10}$/u.test(shown(line)) && !saysFollowers(shown(line)),
    )
}
const promoted = (item: Element) =>
  lines(item)
    .slice(1)
    .find((line) => saysPromoted(textOf(line)))

function labels(item: Element): Label[] {
  const found: Label[] = []
  if (own(item, AD) || promoted(item)) found.push('sponsored')
  if (afterDot(textOf(stamp(item)))) found.push('edited')
  return found
}

// ---------------------------------------------------------------- words and figures

/** Where the box lost its test id: the block below the header's last line. */
function blockBelow(item: Element): Element | null {
  const mark = stamp(item) ?? promoted(item)
  const end = bar(item)
  const leaf = leaves(item).find(
    (text) =>
      mark && follows(mark, text) && (!end || follows(text, end)) && !text.closest('a, button, [role="button"], svg'),
  )
  let block: Element | null = null
  climb(
    leaf ?? null,
    (element) => {
      if (!mark || element.contains(mark) || (end && element.contains(end)) || one(element, 'img, button, hr'))
        return true
      block = element
      return false
    },
    item,
  )
  return block
}
const words = (item: Element) => box(item) ?? blockBelow(item)
const inner = (item: Element) => innerOf(words(item), bar(item), item)
const figures = (item: Element, page: Page) =>
  figuresOf(words(item) ?? author(item) ?? null, bar(item), item, page, inner(item))

const LINKS = 'a[href*="/reactions/"], a[href*="/feed/update/"], a[href*="/analytics/post-summary/"]'
/** Few cards carry an id: in a link of their own, or in their comments' keys. */
function id(item: Element): string | undefined {
  const nested = inner(item)
  const link = ownAll(item, LINKS).find((to) => !nested?.contains(to) && !words(item)?.contains(to))
  const path = attr(link, 'href')
  return urnIn(path) ?? /\/feed\/update\/(\d+)/.exec(path)?.[1] ?? keyOf(one(item, COMMENT))?.post
}

export const sduiPost: Dialect = {
  select: SDUI,
  ids: [id],
  handle: (item) => actorOf(author(item)),
  name,
  text: [(item) => caption(box(item)), (item) => caption(blockBelow(item))],
  mentions: (item) => mentionsIn(words(item)),
  links: (item, page) => linksIn(words(item), page),
  isPassedOn,
  // An advertisement shows none.
  publishedText: (item) => {
    const line = stamp(item)
    return line && !promoted(item) ? beforeDot(textOf(line)) : null
  },
  likes: (item, page) => figures(item, page).likes,
  comments: (item, page) => figures(item, page).comments,
  // Reposts have not been seen here yet: where none are shown, nobody knows whether that means none.
  shares: guess((item, page) => (figures(item, page).shares === '0' ? null : figures(item, page).shares)),
  views: guess('a[href*="/analytics/post-summary/"]'),
  labels,
  badge: (item) => lines(item)[0]?.closest('p, div') ?? null,
}

// ---------------------------------------------------------------- comments

const keyOf = (comment: Element | null) => commentUrn(attr(comment, 'componentkey')) ?? commentUrn(attr(comment, 'id'))
const commenter = (comment: Element) => actors(comment).find((link) => textOf(link) !== '') ?? actors(comment)[0]
/** Below the buttons of a post that counts comments stand some without key and author: the words at least. */
function isBare(comment: Element, page: Page): boolean {
  const item = comment.closest(SDUI)
  const list = item && climb(comment, (part) => one(part.previousElementSibling, BAR) !== null, item)
  return !!list && !one(list, `a, button, ${COMMENT}`) && (figures(item, page).comments ?? '0') !== '0'
}
const commentWords = (comment: Element) =>
  comment.matches('p') ? comment : (one(comment, BOX) ?? one(comment, '[data-view-name="comment-commentary"]'))

export const sduiComment: CommentRule = {
  select: `${COMMENT}, div + div p`,
  keep: (comment, page) => (comment.matches('p') ? isBare(comment, page) : !comment.parentElement?.closest(COMMENT)),
  id: { from: [(comment) => keyOf(comment)?.id], unverified: true },
  handle: { from: [(comment) => actorOf(commenter(comment))], unverified: true },
  name: { from: [(comment) => firstText(commenter(comment) ?? null)], unverified: true },
  text: (comment) => caption(commentWords(comment)),
  publishedAt: guess((comment, page) => timeOf(keyOf(comment)?.own, page)),
  publishedText: guess(ageIn),
  likes: guess((comment, page) => figuresOf(commentWords(comment), null, comment, page).likes),
}
