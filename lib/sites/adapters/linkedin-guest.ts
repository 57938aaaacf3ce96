/** LinkedIn as it is served to readers who are not signed in: plain markup with attributes of its own. */
import { all, attr, firstText, follows, hasDigit, one, textOf, texts } from '../dom.ts'
import { oneLine } from '../read-text.ts'
import type { CommentRule, Page } from '../types.ts'
import { maybe } from '../types.ts'
import {
  actorOf,
  actors,
  ageIn,
  caption,
  commentUrn,
  figuresOf,
  isNamedAbove,
  linksIn,
  mentionsIn,
  timeOf,
  urnIn,
} from './linkedin-parts.ts'
import type { Dialect } from './linkedin-parts.ts'

export const GUEST =
  '[data-activity-urn], [data-attributed-urn], article[data-id="main-feed-card"], article.main-feed-activity-card'

// ---------------------------------------------------------------- comments

const COMMENT = 'section.comment, article section'
/** Their picture leads there, too, without words. */
const commentActor = (comment: Element) => actors(comment).find((link) => textOf(link) !== '')
const isComment = (section: Element) => actors(section).length > 0 && !all(section, 'section').some(commentActor)
const commentText = (comment: Element) => {
  const name = commentActor(comment)
  return (
    one(comment, 'p.comment__text') ??
    // The headline stands beside the name, the text below both.
    all(comment, 'p').findLast((p) => !!name && follows(name, p) && !p.closest('a, ul'))
  )
}
const REACTIONS = '[data-tracking-control-name*="comment_reactions"], a[href*="comment_reactions"]'
/** Below the text only the reactions have a number. */
const otherNumbers = (comment: Element) => {
  const body = commentText(comment)
  return texts(comment).some(
    (text) => body && follows(body, text) && !body.contains(text) && hasDigit(oneLine(text.nodeValue)),
  )
}

/** The menu to report a comment knows its urn. */
const REPORT = 'data-semaphore-content-urn'
const reported = (comment: Element) => commentUrn(attr(one(comment, `[${REPORT}]`), REPORT))

export const guestComment: CommentRule = {
  select: COMMENT,
  keep: (section) => section.closest(GUEST) !== null && isComment(section),
  id: maybe((comment) => reported(comment)?.id),
  handle: (comment) => actorOf(commentActor(comment)),
  name: (comment) => firstText(commentActor(comment) ?? null),
  text: (comment) => caption(commentText(comment)),
  publishedAt: maybe((comment, page) => timeOf(reported(comment)?.own, page)),
  publishedText: ['.comment__duration-since', ageIn],
  likes: [REACTIONS, (comment) => (otherNumbers(comment) ? null : '0')],
}

// ---------------------------------------------------------------- posts

const own = (card: Element, selector: string) =>
  all(card, selector).find((found) => found.closest(`${GUEST}, section`) === card)
/** `/posts/…-activity-72…` of the link that lies over the whole card. */
const overlay = (card: Element) =>
  attr(
    all(card.parentElement ?? card, 'a[href*="/posts/"]').find((link) => !card.contains(link)),
    'href',
  )
const lockup = (card: Element) => one(card, '[data-test-id$="entity-lockup"]')
/** The author: by name, by picture, or as the last one named before the time. "X reposted this" stands above. */
const author = (card: Element) => {
  const time = one(card, 'time')
  const box = lockup(card)
  const named = (link: Element) => textOf(link) !== '' && (box ? box.contains(link) : !!time && follows(link, time))
  return (
    own(card, 'a[data-tracking-control-name$="feed-actor-name"], a[href*="feed-actor-name"]') ??
    actors(card).findLast(named)
  )
}
const words = (card: Element): Element | null => {
  const time = one(card, 'time')
  return (
    one(card, '[data-test-id$="card__commentary"]') ??
    one(card, 'p.attributed-text-segment-list__content') ??
    all(card, 'p').find((p) => time && follows(time, p) && !p.closest('section, a, [data-test-id]')) ??
    null
  )
}
const urn = (name: string) => (card: Element) => urnIn(attr(card, name))
const figure = (name: string) => ({ select: `[data-num-${name}]`, attr: `data-num-${name}` })
const counted = (card: Element, page: Page) =>
  figuresOf(words(card) ?? one(card, 'time'), own(card, 'a[href*="like-cta"]') ?? null, card, page)

export const guestPost: Dialect = {
  select: GUEST,
  ids: [urn('data-activity-urn'), (card) => urnIn(overlay(card))],
  handle: (card) => actorOf(author(card)),
  name: (card) => firstText(author(card) ?? null),
  text: (card) => caption(words(card)),
  mentions: (card) => mentionsIn(words(card)),
  links: (card, page) => linksIn(words(card), page),
  // The urn that a post is attributed to is its first publication's; the activity may be that of passing it on.
  times: [(card, page) => timeOf(urn('data-attributed-urn')(card), page)],
  isPassedOn: (card) => isNamedAbove(card, author(card)),
  publishedText: [(card) => firstText(one(card, 'time')), (card) => ageIn(lockup(card) ?? card)],
  likes: [
    figure('reactions'),
    '[data-test-id="social-actions__reaction-count"]',
    (card, page) => counted(card, page).likes,
  ],
  comments: [figure('comments'), (card, page) => counted(card, page).comments],
  // "4d" and, in an element of its own, "Edited".
  labels: (card) => (one(card, 'time span:not([aria-hidden])') ? ['edited'] : []),
  badge: lockup,
}
