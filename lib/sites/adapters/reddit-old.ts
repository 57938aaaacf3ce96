import type { Label } from '../../domain/observation.ts'
import { all, attr, hasDigit, textOf } from '../dom.ts'
import { readText } from '../read-text.ts'
import { maybe } from '../types.ts'
import type { CommentRule, Page, PostRule, ProfileRule, Strategy } from '../types.ts'
import { addressOf, depthIn, linksIn, postIn, userIn } from './reddit-new.ts'

/** Reddit's first design, on old.reddit.com and for members who chose it. Posts and comments are "things". */

const THING = '.thing, [data-fullname]'
const POST = '.thing.link, [data-fullname^="t3_"], [id^="thing_t3_"]'
const COMMENT = '.thing.comment, [data-fullname^="t1_"][data-type="comment"], [id^="thing_t1_"]:not(.morechildren)'

/** The thing's own parts: not those of the answers below it. */
const own = (item: Element, selector: string): Element | null =>
  all(item, selector).find((part) => part.closest(THING) === item) ?? null
const idOf: Strategy = (item) => /t[13]_\w+/.exec(attr(item, 'data-fullname') || item.id || item.className)?.[0]

const authorLink: Strategy = (item) => textOf(own(item, 'a.author'))
const userLink: Strategy = (item) => userIn(attr(own(item, '.tagline a[href*="/user/"]'), 'href'))
const handle = [{ select: '', attr: 'data-author' }, authorLink, userLink]

/** Of the post or comment, not of its last change; the tag, or what makes it one. */
const timeOf = (item: Element) =>
  own(item, '.tagline time') ?? own(item, 'time[datetime]') ?? own(item, '[datetime]:not(.edited-timestamp)')
const time: Strategy = (item) => attr(timeOf(item), 'datetime')
/** "Wed Jul 2 23:01:35 2025 UTC", in English everywhere. */
const titledTime: Strategy = (item) => {
  const title = attr(timeOf(item) ?? own(item, '.tagline time, .live-timestamp'), 'title')
  const milliseconds = / \d{4} UTC$/.test(title) ? Date.parse(title) : NaN
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null
}
const stamp: Strategy = (item) => {
  const milliseconds = Number(attr(item, 'data-timestamp'))
  return milliseconds > 0 ? new Date(milliseconds).toISOString() : null
}
const shownTime: Strategy = (item) => timeOf(item) ?? own(item, 'time')

/** Of the three numbers the middle one is what everybody sees; the outer two are for those who voted. */
const exactScore: Strategy = (item) => attr(own(item, '.score.unvoted'), 'title')
const shownScore: Strategy = (item) => own(item, '.score.unvoted')
const numberOf = (part: Element | null) => Number(/^-?\d+/.exec(attr(part, 'title') || textOf(part))?.[0] ?? NaN)
/** One more than the number before it, one less than the one after. */
const middleScore: Strategy = (item) => {
  const middle = all(item, '.midcol > *, .tagline > *').find((part) => {
    const score = numberOf(part)
    const [before, after] = [part.previousElementSibling, part.nextElementSibling]
    return part.closest(THING) === item && numberOf(before) === score - 1 && numberOf(after) === score + 1
  })
  return middle && String(numberOf(middle))
}

const TITLE = 'a.title, [data-event-action="title"]'
const bodyOf = (item: Element) => own(item, '.usertext-body .md') ?? own(item, '.md')
const titleAndBody: Strategy = (item) => {
  const body = bodyOf(item)
  return [
    textOf(
      own(item, TITLE) ??
        own(item, '.title a') ??
        own(item, '.entry > p:first-child a, a[data-href-url]:not(.thumbnail)'),
    ),
    body ? readText(body) : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}
const commentsLink = (item: Element) => own(item, 'a.comments') ?? own(item, '[data-event-action="comments"]')

const isAd = (item: Element) =>
  item.matches('.promotedlink, [data-promoted="true"]') || own(item, '.sponsored-tagline') !== null

function labels(item: Element): Label[] {
  const found: Label[] = []
  if (isAd(item)) found.push('sponsored')
  if (item.matches('.stickied') || own(item, '.stickied-tagline')) found.push('pinned')
  if (own(item, '.edited-timestamp')) found.push('edited')
  return found
}

const isShown = (item: Element) =>
  !item.matches('.morechildren, .morecomments, .reddit-link') && item.querySelector('.entry, .tagline, .title') !== null

/** What is shared within another post, and the column beside the posts, hold smaller things. */
const isWhole = (item: Element) => isShown(item) && !item.closest('.side') && !item.parentElement?.closest(POST)

export const post: PostRule = {
  select: POST,
  keep: (item, page: Page) =>
    isWhole(item) && !isAd(item) && (page.kind !== 'post' || idOf(item, page) === `t3_${page.params['id']}`),
  url: addressOf,
  id: [idOf, (item) => postIn(attr(commentsLink(item), 'href'))],
  handle: maybe(...handle),
  text: titleAndBody,
  // Lists show titles only; the body unfolds on request.
  textCut: (item, page) => page.kind !== 'post' && (item.matches('.self') || own(item, '.expando-button') !== null),
  publishedAt: [time, stamp, titledTime],
  publishedText: shownTime,
  likes: maybe({ select: '', attr: 'data-score' }, exactScore, shownScore, middleScore),
  comments: [
    { select: '', attr: 'data-comments-count' },
    commentsLink,
    // "comment" alone is none.
    (item) => (commentsLink(item) && !hasDigit(textOf(commentsLink(item))) ? '0' : null),
  ],
  labels,
  links: (item, page) =>
    [attr(own(item, TITLE), 'href'), ...linksIn(bodyOf(item))].flatMap((href) => {
      const url = new URL(href, page.url)
      // A post without a link leads to itself.
      return url.host === page.url.host ? [] : url.href
    }),
  mentions: (item) => linksIn(bodyOf(item)).flatMap((href) => userIn(href) ?? []),
  badge: (item) => own(item, '.tagline'),
}

/** An advertisement shows no more than a title and a name. */
export const ad: PostRule = {
  ...post,
  keep: (item) => isWhole(item) && isAd(item),
  publishedAt: maybe(time, stamp),
  publishedText: maybe(shownTime),
  likes: maybe(),
  comments: maybe(),
}

export const comment: CommentRule = {
  on: ['post'],
  select: COMMENT,
  keep: isShown,
  id: maybe(idOf, (item) => attr(own(item, 'input[name="thing_id"]'), 'value')),
  handle: maybe(...handle),
  text: [(item) => bodyOf(item), (item) => own(item, '.usertext-body')],
  publishedAt: [time, titledTime],
  publishedText: shownTime,
  likes: maybe(exactScore, shownScore, middleScore),
  // Deleted ones in between have no id, but a place for their answers.
  depth: (item) => Math.max(depthIn(item, COMMENT), depthIn(item, '.child')),
  pinned: (item) => item.matches('.stickied') || own(item, '.stickied-tagline') !== null,
}

export const profile: ProfileRule = {
  on: ['profile'],
  root: '.side .titlebox',
  handle: { from: ['h1', (_box, page) => page.params['handle']], unverified: true },
}
