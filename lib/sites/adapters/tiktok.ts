import type { Label } from '../../domain/observation.ts'
import { all, attr, climb, firstText, follows, hasDigit, leaves, numberIn, one, textOf } from '../dom.ts'
import { dateInFigures } from '../dates.ts'
import { timeFromTikTok } from '../ids.ts'
import { plausible, readInstant } from '../instants.ts'
import { saysPinned, saysSponsored } from '../label-words.ts'
import type { AddressExample, Page } from '../types.ts'
import { defineSite, maybe } from '../types.ts'

// `data-e2e` names have outlived the layouts: feed cards and the drawer (2025), the browse page (2022-24), grids.
// Of the classes only the readable tail (`Div…`) is used, as a second way.

/** A selector of any of the names, separated by blanks. */
const e2e = (names: string): string => names.replace(/\S+/g, '[data-e2e="$&"]').replaceAll(' ', ',')

const CARD = `${e2e('recommend-list-item-container')}, article[data-scroll-index]`
const BROWSE = e2e('browse-video-desc browse-username')
const CAPTION = e2e('video-desc browse-video-desc')
const TILE_CAPTION = `${e2e('search-card-video-caption explore-card-video-caption user-post-item-desc')}, [class*="DivTagCardDesc"]`
/** Since 2025-11 the grid's boxes have ids, too. */
const TILE = `${e2e('user-post-item user-repost-item challenge-item music-item explore-item search_top-item search_video-item')}, [id^="grid-item-container-"]`
/** TikTok's own summary of the video, which also leaks into the next card. */
const SUMMARY = '[data-e2e^="v2t-"]'
/** A dot in a caption or a song's name is not the one before a date. */
const NO_TIME = `${CAPTION}, ${e2e('video-music browse-music')}`
const NICKNAME = e2e('video-author-nickname browser-nickname')
const USER_LINK = 'a[href*="/@"]'
const COMMENT = e2e('comment-level-1 comment-level-2')
const COMMENT_ROW =
  '[class*="DivCommentItemWrapper"], [class*="DivCommentContentContainer"], [class*="DivCommentItemContainer"]'

/** The `/@handle/video/id` that an item links to. */
const videoOf = (item: Element) =>
  all(item, 'a[href*="/video/"], a[href*="/photo/"]')
    .map((link) => /\/@([^/?#]+)\/(?:video|photo)\/(\d+)/.exec(attr(link, 'href')))
    .find((match) => match !== null)

/** The account that the first profile link under `root` names; addresses are percent-encoded. */
const userIn = (root: Element): string => userOf(one(root, USER_LINK))
const userOf = (link: Element | null | undefined): string =>
  decodeURIComponent(/\/@([^/?#]+)/.exec(attr(link, 'href'))?.[1] ?? '')

/** The part of a browse page that is the video itself: it may lie over a feed with cards of its own. */
const videoPart = (item: Element): Element =>
  item.tagName === 'BODY'
    ? (climb(
        one(item, BROWSE) ?? one(item, CAPTION),
        (element) =>
          one(element, e2e('browse-like-count like-count')) !== null || one(element.parentElement, CARD) !== null,
        item,
      ) ?? item)
    : item

/** Cards are recycled; the player's id changes with its video. A photo post has no player: only the first card is the page's. */
const videoId = (item: Element, page: Page): string | undefined =>
  (item.tagName === 'BODY' ? page.params['id'] : undefined) ??
  /-(\d{15,20})$/.exec(one(item, '[id^="xgwrapper-"]')?.id ?? '')?.[1] ??
  videoOf(item)?.[2] ??
  (one(page.root, CARD) === item && userIn(item) === page.params['handle'] ? page.params['id'] : undefined)

/** The caption is inside a card, beside a tile (2022) or below it (search); tiles of profiles have shown none since 2023. */
function captionOf(item: Element): Element | null {
  if (item.matches(`${CARD}, body`))
    return one(videoPart(item), CAPTION) ?? one(videoPart(item), '[class*="DivDescriptionContentContainer"]')
  const around = [item.parentElement, item.parentElement?.parentElement].find((box) => one(box, TILE_CAPTION))
  // What holds several tiles holds other tiles' captions.
  const isOwn = around && all(around, e2e(attr(item, 'data-e2e'))).length === 1
  return isOwn ? one(around, TILE_CAPTION) : captionBelow(item)
}

/** Below a tile stands a link with the caption for its title, and no picture. */
function captionBelow(tile: Element): Element | null {
  const line = tile.nextElementSibling
  return line?.firstElementChild?.matches('a[title]') && !one(line, 'img, video') ? line : null
}

/** Read here because tags are paragraphs inside links, on one line with the words before them. */
const caption = (item: Element): string =>
  [...(captionOf(item)?.childNodes ?? [])]
    .filter((node) => node.nodeType !== 1 || !((node as Element).matches(SUMMARY) || one(node as Element, SUMMARY)))
    .map((node) => (node.nodeName === 'BR' ? '\n' : node.nodeType === 8 ? '' : node.textContent))
    .join('')

/** Names from the `/tag/` or `/@` links of the caption: a tag's text may touch the word before it. */
const linked = (path: string) => (item: Element) =>
  [...(captionOf(item)?.querySelectorAll(`a[href*="${path}"]`) ?? [])].map((link) =>
    decodeURIComponent(attr(link, 'href').split(path)[1]?.split(/[/?#]/)[0] ?? ''),
  )

/** "Name · 5-23", in one element or two: what stands after the dot. */
const timeText = (item: Element): string | undefined =>
  all(videoPart(item), 'h3, h4, p, span')
    .filter((element) => element.childElementCount < 4 && !element.closest(NO_TIME))
    .map((element) => /^[^·•]{0,60}[·•]\s*([^·•]{1,40})$/.exec(textOf(element))?.[1])
    .find((time) => time !== undefined)

/** One of the page's own words, in its language, from the table that comes with the page. */
function phrase(page: Page, key: string): string | undefined {
  const table = one(page.root, '#__UNIVERSAL_DATA_FOR_REHYDRATION__')?.textContent.split(`"${key}":"`, 2)[1]
  return table?.slice(0, table.indexOf('"'))
}

const AI = /^(?:creator labell?ed as|contains) ai-generated/i
const AI_PHRASES = ['syntheticMedia_feed_bottomBanner_AIGCLabel', 'aigcInfoPanel_feed_label']
const OWN_BRAND = 'tcm_closedLoop_commercialContent_brandOrganic_videoTag'

function labels(item: Element, page: Page): Label[] {
  const part = videoPart(item)
  const said = leaves(part)
    .filter((leaf) => !leaf.closest(`${CAPTION}, a[href]`))
    .map(textOf)
  // The tag also says "Promotional content", for the creator's own brand, and an advertisement's word.
  const found = all(part, e2e('sponsored-tag'))
    .map(textOf)
    .filter(Boolean)
    .map((tag): Label => {
      if (saysSponsored(tag)) return 'sponsored'
      return /^promo/i.test(tag) || tag === phrase(page, OWN_BRAND) ? 'paid-promotion' : 'paid-partnership'
    })
  if (said.some(saysSponsored)) found.push('sponsored')
  if (
    said.some((text) => AI.test(text)) ||
    AI_PHRASES.some((key) => said.includes(phrase(page, key) ?? 'AI-generated'))
  )
    found.push('ai-generated')
  return found
}

/** By the figure's name, else beside the icon's. */
const count = (names: string) =>
  maybe(
    (item) => one(videoPart(item), e2e(names)),
    (item) => numberIn(one(videoPart(item), e2e(names.replaceAll('-count', '-icon')))?.parentElement),
  )

/** A comment's row, from its text: the nearest element that also holds the author's link and the likes. */
const row = (text: Element): Element => text.closest(COMMENT_ROW) ?? text.parentElement?.parentElement ?? text
// A row may hold an answer, too: the author stands before the words, the rest after them.
const before = (text: Element, selector: string) => all(row(text), selector).findLast((part) => follows(part, text))
const besideText = (selector: string) => (text: Element) =>
  all(row(text), selector).find(
    (element) => textOf(element) !== '' && follows(text, element) && !text.contains(element),
  )
const nameOf = (text: Element) => before(text, '[data-e2e^="comment-username-"]') ?? null
const authorOf = (text: Element) => userOf(before(text, USER_LINK))

/** A figure, or a figure with a word: "Pinned" may stand in its place. */
const commentTime = (text: Element) =>
  [
    besideText('[data-e2e^="comment-time-"], [class*="SubContentWrapper"] > span')(text),
    besideText('[data-e2e^="comment-reply-"]')(text)?.previousElementSibling,
  ].find((time) => hasDigit(textOf(time)))

export default defineSite({
  id: 'tiktok',
  name: 'TikTok',
  matches: ['*://www.tiktok.com/*'],
  // Ids tell when a video came; comments show "5-26" or "2022-4-19" and nothing in words that lasts.
  parseTime: (shown, page) =>
    readInstant(shown, page) ?? plausible(dateInFigures(shown, page.lang, page.now), page.now),
  pages: [
    { kind: 'post', path: '/@:handle/:type(video|photo)/:id' },
    { kind: 'profile', path: '/@:handle' },
    { kind: 'feed', path: '/{:tab(foryou|following|explore|friends|\\w\\w|\\w\\w-\\w\\w)}?' },
    { kind: 'search', path: '/:area(search|tag|music){/*}?' },
  ],
  posts: [
    {
      select: `${CARD}, body`,
      // The list keeps empty shells above and below what is on screen; a browse page may lie over all of it.
      keep: (item, page) => {
        const isBrowse = page.kind === 'post' && one(page.root, BROWSE) !== null
        if (item.tagName !== 'BODY') return !isBrowse && one(item, `${CAPTION}, ${USER_LINK}`) !== null
        return isBrowse || (page.kind === 'post' && !one(item, CARD) && one(item, `${CAPTION}, ${COMMENT}`) !== null)
      },
      // For You cards of 2022 carry none.
      id: { from: [videoId], on: ['post'] },
      url: (id, { handle }, { params }) =>
        `https://www.tiktok.com/@${handle ?? ''}/${(params['id'] === id && params['type']) || 'video'}/${id}`,
      handle: [
        (item, page) => (item.tagName === 'BODY' ? page.params['handle'] : userIn(item)),
        e2e('video-author-uniqueid browse-username'),
      ],
      name: maybe((item) => firstText(one(videoPart(item), NICKNAME))),
      text: maybe(caption),
      publishedAt: { from: [(item, page) => timeFromTikTok(videoId(item, page) ?? '', page.now)], on: ['post'] },
      publishedText: maybe(timeText),
      likes: count('browse-like-count like-count'),
      comments: count('browse-comment-count comment-count'),
      shares: count('browse-share-count share-count'),
      // The bookmark's name was lost in a release of 2025 and has stayed "undefined" since.
      saves: count('favorite-count undefined-count browse-favorite-count'),
      labels,
      hashtags: linked('/tag/'),
      mentions: linked('/@'),
      badge: (item) => one(videoPart(item), CAPTION),
    },
    {
      select: TILE,
      keep: (tile) => videoOf(tile) !== undefined && !tile.parentElement?.closest(TILE),
      id: (tile) => videoOf(tile)?.[2],
      url: (id, { handle }) => `https://www.tiktok.com/@${handle ?? ''}/video/${id}`,
      handle: (tile) => decodeURIComponent(videoOf(tile)?.[1] ?? ''),
      // Some designs of the grid show captions, others pictures alone.
      text: { from: [caption], absent: 'unknown', on: [] },
      textCut: () => true,
      publishedAt: (tile, page) => timeFromTikTok(videoOf(tile)?.[2] ?? '', page.now),
      views: {
        from: [e2e('video-views'), (tile) => all(tile, 'strong').find((shown) => hasDigit(textOf(shown)))],
        on: ['profile'],
      },
      labels: (tile, page) =>
        all(tile, e2e('video-card-badge'))
          .map(textOf)
          .some((badge) => saysPinned(badge) || badge === phrase(page, 'profile_page_pin'))
          ? ['pinned']
          : [],
      hashtags: linked('/tag/'),
      mentions: linked('/@'),
    },
  ],
  signs: {
    posts: 'video, a[href*="/video/"], [class*="DivComment"]',
    comments: '[class*="DivCommentItemWrapper"]',
    profile: '[class*="UserTitle"]',
  },
  comments: [
    {
      on: ['post'],
      select: COMMENT,
      id: maybe((text) => /^\d{15,20}$/.exec(text.closest('[id]')?.id ?? '')?.[0]),
      handle: (text) => authorOf(text),
      name: [
        (text) => one(nameOf(text), USER_LINK),
        (text) => firstText(nameOf(text)),
        (text) => before(text, USER_LINK),
      ],
      text: maybe((text) => text),
      // "5-26", "2022-4-19"; "1d ago" is no date tomorrow.
      publishedAt: maybe((text) => /^\d+-[\d-]+$/.exec(textOf(commentTime(text)))?.[0]),
      publishedText: commentTime,
      // Its label, "Like video", is the one of the video's own button.
      likes: [
        besideText(e2e('comment-like-count')),
        besideText('[aria-pressed] span'),
        besideText('[class*="LikeContainer"] span'),
      ],
      depth: (text) => (text.matches('[data-e2e$="2"]') ? 1 : 0),
      pinned: (text) =>
        leaves(row(text)).some((leaf) => !text.contains(leaf) && !leaf.closest('a') && saysPinned(textOf(leaf))),
      byAuthor: (text, _page, { author }) =>
        one(row(text), '[data-e2e^="comment-creator-"]') !== null || authorOf(text) === author.handle,
    },
  ],
  profile: [
    {
      on: ['profile'],
      root: 'body',
      keep: (body) => one(body, e2e('user-title followers-count')) !== null,
      handle: (_body, page) => page.params['handle'],
      name: maybe(e2e('user-subtitle')),
      bio: maybe((body) => all(body, e2e('user-bio')).find((bio) => !/^no bio yet\.?$/i.test(textOf(bio)))),
      followers: e2e('followers-count'),
      following: e2e('following-count'),
      // The blue badge; it has no name.
      verified: (body) =>
        one(one(body, e2e('user-title'))?.parentElement?.parentElement, '[fill="#20D5EC" i]') ? true : null,
      chip: (body) => one(body, e2e('user-title'))?.parentElement ?? null,
    },
  ],
  feed: '#column-list-container',
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.tiktok.com/', kind: 'feed' },
  { url: 'https://www.tiktok.com/foryou', kind: 'feed' },
  { url: 'https://www.tiktok.com/pt-BR/', kind: 'feed' },
  { url: 'https://www.tiktok.com/@mara.bakes', kind: 'profile' },
  { url: 'https://www.tiktok.com/@mara.bakes/photo/7571863205253778710', kind: 'post' },
  { url: 'https://www.tiktok.com/search/video?q=bread', kind: 'search' },
  { url: 'https://www.tiktok.com/messages', kind: 'other' },
]
