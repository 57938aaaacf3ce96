/** LinkedIn's older pages (posts, search, activity): class names in words, a copy for screen readers beside each text. */
import type { Label } from '../../domain/observation.ts'
import { all, attr, firstText, follows, hasDigit, one, textOf } from '../dom.ts'
import { readText } from '../read-text.ts'
import type { CommentRule, Page } from '../types.ts'
import { maybe } from '../types.ts'
import {
  AD,
  actorOf,
  actors,
  afterDot,
  beforeDot,
  caption,
  commentUrn,
  figuresOf,
  innerOf,
  isNamedAbove,
  linksIn,
  mentionsIn,
  saysPromoted,
  timeOf,
  urnIn,
} from './linkedin-parts.ts'
import type { Dialect, Figures } from './linkedin-parts.ts'

export const EMBER =
  '.feed-shared-update-v2, [data-urn^="urn:li:activity"], [data-urn^="urn:li:ugcPost"], [data-urn^="urn:li:share"], [role="article"]'
export const EMBER_COMMENT = 'article.comments-comment-entity, [role="article"] article, [data-id^="urn:li:comment:"]'
const COMMENTS = `${EMBER_COMMENT}, .feed-shared-update-v2__comments-container`
const INNER = '.feed-shared-update-v2__update-content-wrapper, .update-components-mini-update-v2'
/** What the page shows; the copy for screen readers stands beside it. */
const SEEN = '[aria-hidden="true"]'

const ownAll = (item: Element, selector: string) =>
  all(item, selector).filter((found) => !found.closest(`${INNER}, ${COMMENTS}`))
const own = (item: Element, selector: string): Element | null => ownAll(item, selector)[0] ?? null

// ---------------------------------------------------------------- posts

/** The link with the author's name has a copy for screen readers; "X likes this" above it has none. */
const meta = (item: Element): Element | null =>
  own(item, 'a.update-components-actor__meta-link') ??
  actors(item).find((link) => !link.closest(COMMENTS) && firstText(one(link, SEEN)) !== '') ??
  null

const name = (item: Element) => {
  const box = own(item, '.update-components-actor__title') ?? meta(item)
  return firstText(one(box, SEEN) ?? one(box, '[dir]') ?? box)
}

/** A block of text after the name: the author's words, else of whom or what they pass on. */
const words = (item: Element): Element | null => {
  const link = meta(item)
  return (
    own(item, '.update-components-update-v2__commentary') ??
    ownAll(item, '[dir]').find(
      (text) => link && follows(link, text) && !link.contains(text) && !text.closest('a, button, [contenteditable]'),
    ) ??
    null
  )
}

/** "1h • Edited • " stands beside the link with the name, not in it. */
const stamp = (item: Element): string => {
  const [link, body] = [meta(item), words(item)]
  const line =
    own(item, `.update-components-actor__sub-description ${SEEN}`) ??
    ownAll(item, SEEN).find(
      (text) =>
        link && follows(link, text) && !(body && follows(body, text)) && !text.closest('a, button') && textOf(text),
    )
  return line ? readText(line) : ''
}
const shownTime = (item: Element) => {
  const shown = beforeDot(stamp(item))
  return saysPromoted(shown) ? null : shown
}

const BAR = '.feed-shared-social-action-bar, .react-button__trigger, [data-finite-scroll-hotkey], [aria-pressed]'
const figures = (item: Element, page: Page): Figures => {
  const bar = one(item, `${BAR}, ${COMMENTS}`)
  const body = words(item)
  return figuresOf(body ?? meta(item), bar, item, page, one(item, INNER) ?? innerOf(body, bar, item))
}

function labels(item: Element): Label[] {
  const said = stamp(item)
  const found: Label[] = []
  if (one(item, AD) || saysPromoted(beforeDot(said))) found.push('sponsored')
  if (afterDot(said)) found.push('edited')
  return found
}

export const emberPost: Dialect = {
  select: EMBER,
  ids: [
    (item) => urnIn(attr(item, 'data-urn')),
    (item) => urnIn(attr(item.closest('[data-id^="urn:li:"]'), 'data-id')),
    (item) => urnIn(attr(one(item, 'a[href*="/analytics/post-summary/"]'), 'href')),
    (item) => commentUrn(attr(one(item, '[data-id^="urn:li:comment:"]'), 'data-id'))?.post,
  ],
  handle: (item) => actorOf(meta(item)),
  name,
  text: (item) => caption(words(item)),
  mentions: (item) => mentionsIn(words(item)),
  links: (item, page) => linksIn(words(item), page),
  // Then the id may be that of passing it on.
  isPassedOn: (item) => isNamedAbove(item, meta(item)),
  publishedText: (item) => shownTime(item),
  likes: (item, page) => figures(item, page).likes,
  comments: (item, page) => figures(item, page).comments,
  shares: (item, page) => figures(item, page).shares,
  // For the author only.
  views: maybe('.ca-entry-point__num-views strong', 'a[href*="/analytics/post-summary/"]'),
  labels,
  badge: (item) => meta(item)?.parentElement ?? null,
}

// ---------------------------------------------------------------- comments

const mine = (comment: Element, selector: string) =>
  all(comment, selector).filter((found) => found.closest(EMBER_COMMENT) === comment)
/** The avatar leads to the author, too, without text. */
const commenter = (comment: Element) =>
  actors(comment).find((link) => link.closest(EMBER_COMMENT) === comment && textOf(link) !== '') ?? null
const commentWords = (comment: Element) => {
  const link = commenter(comment)
  const [content] = mine(comment, '.comments-comment-item__main-content')
  return (
    content ??
    mine(comment, '[dir]').find((text) => link && follows(link, text) && !text.closest('a, button, [contenteditable]'))
  )
}
const label = (button: Element) => attr(button, 'aria-label') || textOf(button)
/** "1 Reaction on Ana's comment": of the buttons below the text the one with a number that presses nothing. */
const commentLikes = (comment: Element) => {
  const body = commentWords(comment)
  const buttons = mine(comment, 'button').filter((button) => body && follows(body, button))
  const counted = buttons.find(
    (button) => hasDigit(label(button)) && !button.matches('[aria-pressed], [aria-expanded]'),
  )
  if (counted) return label(counted)
  return buttons.length > 0 && buttons.every(label) ? '0' : null
}

export const emberComment: CommentRule = {
  select: EMBER_COMMENT,
  id: (comment) => commentUrn(attr(comment, 'data-id'))?.id,
  handle: (comment) => actorOf(commenter(comment)),
  name: [
    (comment) => firstText(mine(comment, '.comments-comment-meta__description-title')[0] ?? null),
    (comment) => firstText(commenter(comment)),
  ],
  text: (comment) => caption(commentWords(comment)),
  publishedAt: maybe((comment, page) => timeOf(commentUrn(attr(comment, 'data-id'))?.own, page)),
  publishedText: (comment) => mine(comment, 'time')[0],
  likes: [(comment) => attr(mine(comment, 'button[class*="reactions-count"]')[0], 'aria-label'), commentLikes],
  depth: (comment) =>
    comment.parentElement?.closest(EMBER_COMMENT) || comment.matches('[class*="--reply"], .comments-replies-list *')
      ? 1
      : 0,
}
