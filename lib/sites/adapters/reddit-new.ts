import type { Author, Label } from '../../domain/observation.ts'
import { all, attr, hasDigit, leaves, one, texts, textOf } from '../dom.ts'
import { saysFollowers, saysPinned, saysSponsored } from '../label-words.ts'
import { readText } from '../read-text.ts'
import { guess, maybe } from '../types.ts'
import type { CommentRule, Page, PostRule, ProfileRule, Strategy } from '../types.ts'

/**
 * Reddit's design of 2023 and later, made of web components ("shreddit"). A component carries its figures as
 * attributes, which the site's own scripts read; what it draws is in its open shadow root.
 */

const AD = 'shreddit-ad-post, shreddit-comments-page-ad'
/** Their attributes, and the wrapper in a feed, stand in where the components got other names. */
const POST = `shreddit-post, ${AD}, [post-title][author], article[data-post-id]`
const COMMENT = 'shreddit-comment'
/** Other people's posts beside the page's own: recently seen, recommended. */
const ASIDE = 'aside, nav, recent-posts, [id^="right-sidebar"], [slot="post-media-container"]'

export const linksIn = (body: Element | null) => (body ? all(body, 'a[href]').map((a) => attr(a, 'href')) : [])
/** A name as it stands in a link to somebody; "[deleted]" is nobody. */
export const userIn = (href: string) => /(?:^|reddit\.com)\/u(?:ser)?\/([\w-]+)/.exec(href)?.[1]
const somebody = (name: string) => (/^[\w-]+$/.test(name) ? name : null)
/** `t3_1abc` of any address of a post. */
export const postIn = (href: string) => (([, id]) => id && `t3_${id}`)(/\/comments\/([a-z0-9]+)/i.exec(href) ?? [])

/** Where any post is, whoever made it and wherever: Reddit adds the rest of the path itself. */
export const addressOf = (id: string, _author: Author, { url }: Page) => `${url.origin}/comments/${id.slice(3)}/`

/** The component within the wrapper, or whatever it is called now. */
const named = (item: Element, name: string): string => attr(item, name) || attr(one(item, `:scope > [${name}]`), name)
const attribute =
  (name: string): Strategy =>
  (item) =>
    named(item, name)

const slotted = (item: Element, name: string) =>
  all(item, `[slot="${name}"]`).find((part) => partOf(part) === item) ?? null
/** The post a part belongs to: not the one that is shared within it. */
const partOf = (part: Element) => part.parentElement?.closest(`${POST}, ${COMMENT}`)?.closest(POST)

/** The line above the title. */
const creditBar = (item: Element) =>
  one(item, '[slot="credit-bar"]') ?? slotted(item, 'title')?.previousElementSibling ?? null
const titleOf = (item: Element) =>
  readable(slotted(item, 'title')) ||
  readable(one(item, '[id^="post-title-"], [click-location="title"]')) ||
  named(item, 'post-title') ||
  attr(item, 'aria-label')
const bodyOf = (item: Element) =>
  one(item, '[slot="text-body"]') ?? one(item, '[property="schema:articleBody"], [id$="-post-rtjson-content"]')
const readable = (element: Element | null) => (element ? readText(element, 'faceplate-screen-reader-content') : '')
const titleAndBody: Strategy = (item) => [titleOf(item), readable(bodyOf(item))].filter(Boolean).join('\n\n')

const idAttribute: Strategy = (item) =>
  [attr(item, 'id'), named(item, 'post-id'), attr(item, 'data-post-id')].find((id) => /^t3_\w+$/.test(id))
const idInLink: Strategy = (item) =>
  postIn(named(item, 'permalink')) ?? all(item, 'a[href*="/comments/"]').map((a) => postIn(attr(a, 'href')))[0]

const authorLink: Strategy = (item) => userIn(attr(one(creditBar(item), 'a[href*="/user/"], a[href*="/u/"]'), 'href'))
const menuAuthor: Strategy = (item) => attr(one(item, '[author-name]'), 'author-name')

/** "3 hr. ago": what the clock shows, or the words after the last dot of the line above the title. */
const shownTime: Strategy = (item) =>
  one(creditBar(item), 'time, faceplate-timeago') ??
  textOf(creditBar(item))
    .split('•')
    .slice(1)
    .findLast((part) => hasDigit(part))
const instant =
  (...names: readonly string[]): Strategy =>
  (item) =>
    names.map((name) => named(item, name)).find(Boolean)
const clock: Strategy = (item) =>
  attr(one(item, 'faceplate-timeago[ts]'), 'ts') || attr(one(item, 'time[datetime]'), 'datetime')

/** The figures that a component draws, in page order: votes, then comments. Exact in an attribute. */
const drawn = (host: Element | null) => {
  const bar = host?.shadowRoot && (one(host.shadowRoot, 'rpl-action-bar') ?? host.shadowRoot)
  const figures = bar ? all(bar, 'faceplate-number') : []
  if (figures.length > 0) return figures.map((figure) => attr(figure, 'number') || textOf(figure))
  // Both or none: alone it could be either.
  const shown = bar
    ? all(bar, '*')
        .filter((part) => part.childElementCount === 0)
        .map(textOf)
        .filter(hasDigit)
    : []
  return shown.length > 1 ? shown : []
}
/** Votes are hidden for a while on many forums; then there is a word in their place. */
const isHidden = (item: Element) => item.hasAttribute('score-hidden') || item.hasAttribute('is-score-hidden')
const score: Strategy = (item) => (isHidden(item) ? null : named(item, 'score'))
const drawnScore: Strategy = (item) => (isHidden(item) ? null : drawn(item)[0])
const drawnComments: Strategy = (item) =>
  textOf(item.shadowRoot && one(item.shadowRoot, '[data-post-click-location="comments-button"]')) || drawn(item)[1]

function isAd(item: Element): boolean {
  return (
    item.matches(`${AD}, [promoted], .promotedlink`) ||
    one(item, '.promoted-label, [data-ad-click-location="promoted_label"], [click-location="promoted_label"]') !==
      null ||
    leaves(creditBar(item) ?? item).some((leaf) => saysSponsored(textOf(leaf)))
  )
}

function labels(item: Element): Label[] {
  const bar = creditBar(item)
  const isPinned =
    item.hasAttribute('stickied') ||
    one(bar, '.stickied-status:not(.hidden), [icon-name^="pin"]') !== null ||
    texts(bar ?? item).some((text) => saysPinned(text.nodeValue?.trim() ?? ''))
  return [...(isAd(item) ? (['sponsored'] as const) : []), ...(isPinned ? (['pinned'] as const) : [])]
}

/** Not what is shared within a post, nor the posts beside it, nor a component's own wrapper. */
const isWhole = (item: Element) =>
  !item.parentElement?.closest('shreddit-post, shreddit-ad-post, [post-title]') &&
  !item.closest(ASIDE) &&
  !(item.matches('article') && one(item, `shreddit-post, ${AD}, [post-title]`))

/** A post's page has one post; what else is there are recommendations. */
const isPost = (item: Element, page: Page) =>
  isWhole(item) &&
  !isAd(item) &&
  (page.kind !== 'post' || [attr(item, 'id'), postIn(named(item, 'permalink'))].includes(`t3_${page.params['id']}`))

export const post: PostRule = {
  select: POST,
  keep: isPost,
  id: [idAttribute, idInLink],
  url: addressOf,
  handle: [(item) => somebody(named(item, 'author')), authorLink, menuAuthor],
  text: titleAndBody,
  // Feeds cut the body after a few lines, or leave it out.
  textCut: (item, page) =>
    page.kind !== 'post' && (bodyOf(item) !== null || /^(?:text|crosspost)$/.test(named(item, 'post-type'))),
  publishedAt: [instant('created-timestamp'), clock],
  publishedText: maybe(shownTime),
  likes: maybe(score, drawnScore),
  comments: [attribute('comment-count'), drawnComments],
  labels,
  links: linksOf,
  mentions: (item) => linksIn(bodyOf(item)).flatMap((href) => userIn(href) ?? []),
  // What stands outside of its slots is not drawn.
  badge: (item) => creditBar(item) ?? item.parentElement,
}

/** An advertisement has no votes, and often nothing else; one that names nobody is no post. */
export const ad: PostRule = {
  ...post,
  keep: (item) =>
    isWhole(item) &&
    isAd(item) &&
    (named(item, 'author') || userIn(attr(one(item, 'a[href*="/user/"]'), 'href'))) !== undefined,
  likes: maybe(),
  // Below a post they show none.
  publishedAt: { from: [instant('created-timestamp'), clock], on: ['feed', 'search', 'profile', 'other'] },
  comments: maybe(attribute('comment-count')),
}

/** What the post is a link to, and the links in its body. */
function linksOf(item: Element, page: Page): string[] {
  const target = /^(?:link|crosspost)$/.test(named(item, 'post-type')) ? [named(item, 'content-href')] : []
  return [...target, ...linksIn(bodyOf(item))].flatMap((href) => (href ? new URL(href, page.url).href : []))
}

// ---------------------------------------------------------------- comments

const own = (comment: Element, selector: string) =>
  all(comment, selector).find((part) => part.closest(COMMENT) === comment) ?? null
const metaClock: Strategy = (item) =>
  attr(own(item, 'faceplate-timeago[ts]'), 'ts') || attr(own(item, 'time[datetime]'), 'datetime')

/** How many of the same kind it is in. */
export function depthIn(item: Element, selector: string): number {
  let depth = 0
  for (let at = item.parentElement?.closest(selector); at; at = at.parentElement?.closest(selector)) depth++
  return depth
}

/** No capture holds a whole thread of this design: written from the facts that two or more projects agree on. */
export const comment: CommentRule = {
  on: ['post'],
  select: COMMENT,
  id: {
    from: [{ select: '', attr: 'thingid' }, (item) => /t1_\w+/.exec(own(item, '[id^="t1_"]')?.id ?? '')?.[0]],
    unverified: true,
  },
  // Of who has deleted the account there is no name.
  handle: guess(
    (item) => somebody(attr(item, 'author')),
    (item) => userIn(attr(own(item, 'a[href*="/user/"]'), 'href')),
  ),
  text: {
    from: [
      (item) => own(item, '[slot="comment"]'),
      (item) => own(item, '[id$="-comment-rtjson-content"], [id$="-rtjson-content"]'),
    ],
    unverified: true,
  },
  publishedAt: guess(instant('created', 'created-timestamp'), metaClock),
  publishedText: guess((item) => own(item, 'time') ?? own(item, 'faceplate-timeago')),
  likes: guess(
    (item) => (isHidden(item) ? null : attr(item, 'score')),
    (item) => (isHidden(item) ? null : drawn(own(item, 'shreddit-comment-action-row'))[0]),
  ),
  depth: (item) => Number(attr(item, 'depth') || depthIn(item, COMMENT)),
  pinned: (item) =>
    item.hasAttribute('stickied') ||
    leaves(own(item, '[slot="commentMeta"]') ?? item).some(
      (leaf) => leaf.closest(COMMENT) === item && !leaf.closest('[slot="comment"]') && saysPinned(textOf(leaf)),
    ),
}

// ---------------------------------------------------------------- profile

const NAME = '[data-testid="profile-display-name"]'

export const profile: ProfileRule = {
  on: ['profile'],
  root: 'body',
  keep: (body) => one(body, `${NAME}, [data-testid="karma-number"], [data-testid="cake-day"]`) !== null,
  handle: (_body, page) => page.params['handle'],
  name: guess(NAME),
  bio: guess('[data-testid="profile-description"]'),
  // "1,204 followers" has no mark of its own.
  followers: {
    from: [
      (body) =>
        leaves(one(body, '#right-sidebar-contents') ?? one(body, '[data-testid="profile-main"]') ?? body).find(
          (leaf) => hasDigit(textOf(leaf)) && saysFollowers(textOf(leaf)),
        ),
    ],
    absent: 'unknown',
    unverified: true,
  },
  chip: (body) => one(body, NAME),
}
