import { all, attr, firstText, follows, hasDigit, one, shown, textOf } from '../dom.ts'
import { readText } from '../read-text.ts'
import { parseDate } from '../shown-dates.ts'
import type { AbsenceSays } from '../../domain/observation.ts'
import type { AddressExample, Page, PostRule, Strategy } from '../types.ts'
import { defineSite, guess, maybe } from '../types.ts'
import { channelIn, labelsOf, likesIn } from './youtube-parts.ts'
import { tile } from './youtube-tile.ts'

// Custom element names and ids have outlived every class; `shown` skips the hidden copies that layouts leave behind.

const HEADER = 'ytd-watch-metadata, ytd-video-primary-info-renderer'
const EXPANDER = '#description-inline-expander'
const OLD_DESCRIPTION = 'ytd-video-secondary-info-renderer #description'
const COMMENT = 'ytd-comment-view-model, ytd-comment-renderer'
const TOOLTIP = 'ytd-watch-info-text #tooltip, #description > tp-yt-paper-tooltip #tooltip'
const CUT = `${EXPANDER} #attributed-snippet-text, ${EXPANDER} #snippet`

const title = (body: Element): Element | null =>
  shown(body, 'ytd-watch-metadata h1, ytd-video-primary-info-renderer h1') ??
  (one(body, HEADER) ? null : shown(body, 'ytd-watch-flexy h1'))
/** Opened; as far as it is shown; or, in the layout until 2022, all of it, cut by style only. */
const description = (body: Element): Element | null =>
  shown(body, `${EXPANDER} #expanded`) ?? shown(body, CUT) ?? shown(body, `${EXPANDER}, ${OLD_DESCRIPTION}`)
const titled = (body: Element, about: Element | null): string =>
  [textOf(title(body)), about && readText(about, 'tp-yt-paper-button, [hidden]')].filter(Boolean).join('\n\n')

/** The line under the title: "759K views", "2 years ago", tags; and its tooltip with the exact "759,178 views • Sep 5, 2020". */
const line = (body: Element) => all(body, 'ytd-watch-info-text #info > span').map(textOf).filter(Boolean)
const tooltip = (body: Element) => textOf(one(body, TOOLTIP)).split(/\s*•\s*/)
const oldDate = (body: Element): string => textOf(shown(body, '#info-strings yt-formatted-string'))
/** Who watches a stream now is no view. */
const notLive =
  (views: (body: Element) => ReturnType<typeof shown> | string | undefined): Strategy =>
  (body) =>
    one(body, '.ytp-live') ? null : views(body)

/** Where a link in a description leads: not YouTube's redirect page, which carries the address in `q`. */
function leadsTo(link: Element): string[] {
  if (/^[#＃@]/.test(textOf(link))) return []
  const url = new URL(attr(link, 'href'), 'https://www.youtube.com/')
  return [url.searchParams.get('q') ?? url.href]
}

const watch: PostRule = {
  on: ['post'],
  select: 'body',
  keep: (body, page) =>
    !page.url.pathname.startsWith('/shorts/') &&
    // Right after a navigation the page still shows the video before.
    attr(one(body, 'ytd-watch-flexy[video-id]'), 'video-id').replace(page.params['id'] ?? '', '') === '' &&
    (title(body) ?? one(body, `${COMMENT}, how-this-was-made-section-view-model`) ?? labelsOf(body)[0]) !== undefined,
  id: (_body, page) => page.params['id'],
  url: (id) => `https://www.youtube.com/watch?v=${id}`,
  // "X and 3 more" of a collaboration is no link.
  handle: maybe((body) => channelIn(all(body, 'ytd-video-owner-renderer a[href]'))),
  name: (body) =>
    firstText(shown(body, 'ytd-video-owner-renderer #channel-name, ytd-video-owner-renderer #attributed-channel-name')),
  // One of the two alone would pass for both; a description may be there and empty.
  text: (body) => title(body) && one(body, `${EXPANDER}, ${OLD_DESCRIPTION}`) && titled(body, description(body)),
  textCut: (body) => shown(body, `${EXPANDER} #expanded`) === null && shown(body, `${EXPANDER} #expand`) !== null,
  visibleText: (body) => (shown(body, CUT) ? titled(body, shown(body, CUT)) : null),
  // Only a date with its year is the same tomorrow; "2 years ago" is not.
  publishedAt: maybe((body) =>
    [tooltip(body)[1], line(body)[1], oldDate(body)].find((date) => /\b\p{Nd}{4}\b/u.test(date ?? '')),
  ),
  publishedText: [(body) => line(body)[1], oldDate, (body) => tooltip(body)[1]],
  views: maybe(
    notLive((body) => tooltip(body)[0]),
    notLive((body) => line(body)[0]),
    notLive((body) => shown(body, '.view-count')),
  ),
  likes: maybe((body) => likesIn(shown(body, HEADER))),
  comments: maybe('ytd-comments-header-renderer #count span', 'ytd-comments-header-renderer #count'),
  labels: labelsOf,
  links: (body) => all(description(body) ?? body.ownerDocument.createElement('p'), 'a[href]').flatMap(leadsTo),
  badge: title,
}

/** The action bar of Shorts is one for all reels and may stand outside the one that plays. */
const shortsBar = (reel: Element): Element =>
  one(reel, 'reel-action-bar-view-model, #actions') ?? one(reel.ownerDocument, 'reel-action-bar-view-model') ?? reel

const shorts: PostRule = {
  on: ['post'],
  select: 'ytd-reel-video-renderer',
  keep: (reel, page) =>
    page.url.pathname.startsWith('/shorts/') &&
    (reel.matches('[is-active]') || all(page.root, 'ytd-reel-video-renderer').length === 1) &&
    one(reel, 'h2, yt-shorts-video-title-view-model, yt-reel-channel-bar-view-model') !== null,
  id: (_reel, page) => page.params['id'],
  url: (id) => `https://www.youtube.com/shorts/${id}`,
  handle: guess((reel) => channelIn(all(reel, 'yt-reel-channel-bar-view-model a[href], ytd-channel-name a[href]'))),
  text: guess('yt-shorts-video-title-view-model', 'h2'),
  likes: guess((reel) => likesIn(shortsBar(reel))),
  // Without the buttons of likes nobody can tell which figure is whose.
  comments: guess(
    (reel) =>
      likesIn(shortsBar(reel)) &&
      all(shortsBar(reel), 'button')
        .filter((button) => !button.closest('like-button-view-model, dislike-button-view-model, [id$="like-button"]'))
        .map((button) => `${attr(button, 'aria-label')} ${textOf(button)}`)
        .find(hasDigit),
  ),
  labels: labelsOf,
  badge: (reel) => one(reel, 'yt-shorts-video-title-view-model, h2'),
}

/** "@handle", "118K subscribers", "345 videos" of a channel's header. */
const facts = (header: Element): string[] =>
  all(header, 'yt-content-metadata-view-model > * > span:not([aria-hidden])').map(textOf)
const fact = (index: number) => (header: Element) =>
  facts(header).filter((text) => hasDigit(text) && !text.startsWith('@'))[index]

/** A comment's author is linked by picture and name, before the link that its time is. */
function beforeTime(comment: Element): Element[] {
  const time = one(comment, 'a[href*="lc="]')
  return time ? all(comment, 'a[href]').filter((link) => follows(link, time)) : []
}
const nameAmong = (links: readonly Element[]) =>
  links.map(firstText).find((name) => name !== '' && !name.startsWith('@'))

const ERROR = 'ytd-watch-flexy[player-unavailable] yt-player-error-message-renderer'

/** The player's place taken by an error without a button; with one it asks for an age, a sign-in or another try. */
function gone({ root }: Page): AbsenceSays | null {
  const error = shown(root, ERROR)
  if (!error || textOf(error) === '' || one(error, 'button, a[href]')) return null
  return /removed by the uploader|isn['’]t available any ?more|no longer available/i.test(textOf(error))
    ? 'removed'
    : 'unavailable'
}

export default defineSite({
  id: 'youtube',
  name: 'YouTube',
  matches: ['*://www.youtube.com/*'],
  parseTime: parseDate,
  pages: [
    { kind: 'post', path: '/watch', search: '(.*&)?v=:id([\\w\\-]+)(&.*)?' },
    { kind: 'post', path: '/:type(shorts|live)/:id' },
    { kind: 'feed', path: '/{feed/:name}?' },
    { kind: 'search', path: '/:area(results|hashtag){/*}?' },
    { kind: 'profile', path: '/@:handle{/*}?' },
    { kind: 'profile', path: '/:type(channel|c|user)/:handle{/*}?' },
  ],
  posts: [tile, watch, shorts],
  gone,
  signs: {
    posts: 'a[href*="/watch?"], a[href*="/shorts/"], ytd-comment-thread-renderer',
    comments: 'ytd-comment-thread-renderer',
  },
  comments: [
    {
      on: ['post'],
      select: COMMENT,
      keep: (comment) => !comment.closest('[hidden]'),
      id: (comment) => /[?&]lc=([\w.-]+)/.exec(attr(one(comment, 'a[href*="lc="]'), 'href'))?.[1],
      // The creator's name is a badge; the plain link is hidden then but still there.
      handle: [
        (comment) => channelIn(all(comment, '#author-text, #author-comment-badge a')),
        (comment) => channelIn(beforeTime(comment)),
      ],
      name: maybe(
        (comment) => nameAmong(all(comment, '#author-text, #author-comment-badge #name')),
        (comment) => nameAmong(beforeTime(comment).filter((link) => channelIn([link]))),
      ),
      text: maybe('#content-text', 'ytd-expander #content'),
      publishedText: ['#published-time-text a', '.published-time-text a', 'a[href*="lc="]'],
      // YouTube hides a count of nought.
      likes: [
        likesIn,
        (comment) => shown(comment, '#vote-count-middle'),
        (comment) => (one(comment, '#vote-count-middle') ? '0' : null),
      ],
      depth: (comment) => {
        let depth = 0
        for (let at = comment.parentElement; at; at = at.parentElement)
          if (at.matches('ytd-comment-replies-renderer')) depth++
        return depth
      },
      pinned: (comment) => one(comment, 'ytd-pinned-comment-badge-renderer') !== null,
      byAuthor: (comment, _page, { author }) =>
        one(comment, 'ytd-author-comment-badge-renderer[creator]') !== null ||
        (author.handle !== null && channelIn(all(comment, '#author-text')) === author.handle),
    },
  ],
  profile: [
    {
      on: ['profile'],
      root: 'yt-page-header-view-model, ytd-c4-tabbed-header-renderer',
      keep: (header) => !header.closest('[hidden]'),
      handle: [
        (header) => facts(header).find((text) => text.startsWith('@')),
        '#channel-handle',
        (_header, page) => page.params['handle'],
      ],
      name: (header) => firstText(shown(header, 'h1, #channel-name #text')),
      bio: guess('yt-description-preview-view-model'),
      followers: guess(fact(0), '#subscriber-count'),
      posts: guess(fact(1), '#videos-count'),
      // An icon in the name is the check mark or an artist's note; old headers have a badge.
      verified: (header) => (one(header, 'h1 svg, [class*="badge-style-type-verified"]') ? true : null),
      chip: (header) => one(header, 'h1, #channel-name'),
    },
  ],
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.youtube.com/', kind: 'feed' },
  { url: 'https://www.youtube.com/feed/subscriptions', kind: 'feed' },
  { url: 'https://www.youtube.com/watch?list=PL1&v=LcmT38ZPTjg&t=10s', kind: 'post' },
  { url: 'https://www.youtube.com/shorts/vYuuCiAYOP4', kind: 'post' },
  { url: 'https://www.youtube.com/@marabakes/videos', kind: 'profile' },
  { url: 'https://www.youtube.com/channel/UCpln54NE5afqTBQwRjaI67A', kind: 'profile' },
  { url: 'https://www.youtube.com/results?search_query=bread', kind: 'search' },
  { url: 'https://www.youtube.com/playlist?list=PL1', kind: 'other' },
]
