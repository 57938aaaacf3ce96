import type { Label } from '../../domain/observation.ts'
import { all, climb, follows, one, perPage, textOf } from '../dom.ts'
import { saysPinned } from '../label-words.ts'
import { readText } from '../read-text.ts'
import { parseDate } from '../shown-dates.ts'
import type { AddressExample, Page, ProfileRule, Strategy } from '../types.ts'
import { defineSite } from '../types.ts'

/** The opened post, and posts in lists and threads (since Mastodon 2). Quoted posts are `.status` boxes, too. */
const OPENED = '.detailed-status'
/** The box that takes the keyboard's focus is around each of them; it is all that is left where the classes are others. */
const FOCUSABLE = 'div[tabindex="0"][aria-label]'
const LISTED = `.status, ${FOCUSABLE}`
const QUOTE = '.status__quote'
/** The tag, or what makes it one. */
const ANY_TIME = 'a[href] time, a[href] [datetime]'

const ownAll = (item: Element, selector: string) =>
  all(item, selector).filter((element) => {
    const quote = element.closest(QUOTE)
    return !quote || !item.contains(quote)
  })
const own = (item: Element, selector: string): Element | null => ownAll(item, selector)[0] ?? null

// ---------------------------------------------------------------- who

/** `user` for this host's accounts, `user@host` for others, as the address has it. */
function handleAt(path: string, page: Page): string | null {
  const handle = /^\/(?:deck\/)?@([^/]+)/.exec(path)?.[1]
  return handle === undefined ? null : withoutOwnHost(handle, page)
}
const withoutOwnHost = (handle: string, page: Page) =>
  handle.replace(/^@/, '').replace(new RegExp(`@${page.url.host.replaceAll('.', '\\.')}$`, 'i'), '')

/** An account's link is a path on this host, before Mastodon 4 the account's own address. */
function handleBehind(link: Element | null | undefined, page: Page): string | null {
  if (!link) return null
  const url = new URL(link.getAttribute('href') ?? '', page.url)
  const handle = handleAt(url.pathname, page)
  return handle === null || url.host === page.url.host || handle.includes('@') ? handle : `${handle}@${url.host}`
}
const authorLink = (item: Element) =>
  own(item, 'a.detailed-status__display-name, a.status__display-name:not(.muted)') ??
  own(item, 'a.muted.status__display-name')
/** The link around the time: `/@user@host/id` on this server, of a boosted post the original's. */
const timeLink = (item: Element) =>
  own(item, 'a.detailed-status__datetime') ?? own(item, ANY_TIME)?.closest('a') ?? null
const linkedId = (item: Element) => /\/(\d+)$/.exec(timeLink(item)?.getAttribute('href') ?? '')?.[1]
const timesHandle: Strategy = (item, page) => handleBehind(timeLink(item), page)
const linkedHandle: Strategy = (item, page) => handleBehind(authorLink(item), page)
const titledHandle: Strategy = (item, page) => withoutOwnHost(authorLink(item)?.getAttribute('title') ?? '', page)
const shownHandle: Strategy = (item, page) => withoutOwnHost(textOf(own(item, '.display-name__account')), page)
const displayName: Strategy = (item) => own(item, '.display-name__html') ?? own(item, '.display-name strong')
const linkedName: Strategy = (item) => {
  const path = /^.*\/@[^/]+/.exec(timeLink(item)?.getAttribute('href') ?? '')?.[0]
  return ownAll(item, 'a[href] bdi').find((name) => name.closest('a')?.getAttribute('href') === path)
}

// ---------------------------------------------------------------- what

/** The author's warning; "Filter: …" looks the same and is the reader's own. */
function warningOf(item: Element): Element | null {
  const link = own(item, '.status__content__spoiler-link')
  return (
    own(item, '.content-warning:not(.content-warning--filter)') ??
    link?.closest('p') ??
    link?.parentElement ??
    wordsBeforeButton(item)
  )
}
/** What stands alone before a button, in one element; a filter's name stands within a sentence. */
const wordsBeforeButton = (item: Element) => {
  const words = own(item, 'p[id] + button, p > button')?.previousElementSibling
  const isOne = words?.tagName !== 'P' || textOf(words.firstElementChild) === textOf(words)
  return words && isOne && textOf(words) !== '' ? words : null
}
const bodyOf = (item: Element) =>
  own(item, '.status__content__text') ?? own(item, '.status__content') ?? own(item, 'div[lang]')
/** Before 4.3 the body behind a warning was in the page, but not shown. */
const isBodyShown = (body: Element) =>
  !warningOf(body.parentElement ?? body) || body.matches('.status__content__text--visible')

const warningText = (item: Element) => {
  const warning = warningOf(item)
  return warning ? readText(warning) : ''
}

/** The warning, the body, and the hashtags that the client moves from the body's end into a bar of their own. */
const wholeText: Strategy = (item) => {
  const body = bodyOf(item)
  const tags = ownAll(item, '.hashtag-bar a').map(textOf).join(' ')
  return [warningText(item), body ? readText(body) : '', tags].filter((part) => part !== '').join('\n\n')
}

const textLinks = (item: Element, selector: string) =>
  ownAll(item, selector).filter((link) => link.closest('.status__content, .hashtag-bar'))

// ---------------------------------------------------------------- when and how much

const TIME = '.status__relative-time time, .detailed-status__datetime time'
/** Edits and polls have a `time`, too. Until 4.2 the opened post's was in words only. */
const timeOf = (item: Element) => own(item, TIME) ?? own(item, ANY_TIME)
const shownTime: Strategy = (item) => timeOf(item) ?? timeLink(item)
const datetime: Strategy = (item) => timeOf(item)?.getAttribute('datetime')
const titledTime: Strategy = (item) => timeOf(item)?.getAttribute('title')

/** Reply, boost and favourite stand in this order; older clients print "1+" for any number above one. */
const counter =
  (index: number, name: string): Strategy =>
  (item) => {
    const bar = own(item, '.status__action-bar')
    const button =
      bar?.querySelector(`button.${name}`) ?? all(bar ?? item, bar ? 'button' : 'button[title][aria-label]')[index]
    const shown = textOf(button)
    return shown.endsWith('+') ? null : shown
  }

// ---------------------------------------------------------------- labels and parts of a page

/** What stands above a post: who boosted it, whom it answers, or that it is pinned. */
function labels(item: Element): Label[] {
  const above = item.closest('.status__wrapper')?.querySelector('.status__prepend')
  const found: Label[] = []
  if (above && !above.querySelector('a') && (above.querySelector('[class*="thumb-tack"]') || saysPinned(textOf(above))))
    found.push('pinned')
  if (own(item, '.status__info abbr[title], .detailed-status__meta .dropdown-menu__text-button')) found.push('edited')
  return found
}

/** Also not the box around one that is known by its class, nor one within another. */
const isPost = (item: Element) =>
  !item.closest(`${QUOTE}, .reply-indicator, .compose-form`) &&
  (item.matches(`${OPENED}, .status[data-id]`) ||
    (!one(item, `${OPENED}, .status`) && !item.parentElement?.closest(LISTED) && timeLink(item) !== null) ||
    (item.matches('.status') && timeLink(item) !== null))
const openedOf = perPage(
  (page) =>
    one(page.root, OPENED) ??
    (page.kind === 'post' ? all(page.root, FOCUSABLE).find((item) => linkedId(item) === page.params['id']) : null),
)

/** In a thread what the post answers stands above it, the replies below. */
function isReply(item: Element, page: Page): boolean {
  const opened = openedOf(page)
  return (
    page.kind === 'post' &&
    !!opened &&
    isPost(item) &&
    follows(opened, item) &&
    // With several columns the next one is another list.
    item.closest('.column') === opened.closest('.column') &&
    !opened.contains(item)
  )
}

const repliesOf = perPage((page) => all(page.root, LISTED).filter((item) => isReply(item, page)))

/** The client draws a line to the reply above; the first of each branch has none, the root's answers start over. */
function depth(item: Element, page: Page): number | null {
  const replies = repliesOf(page)
  // Nothing but the classes tells where a branch begins.
  if (!item.matches('.status')) return null
  let steps = 0
  for (let index = replies.indexOf(item); index > 0 && !replies[index]?.matches('.status--first-in-thread'); index--)
    steps++
  return steps
}

const FIELDS = {
  handle: [linkedHandle, timesHandle, titledHandle, shownHandle],
  name: [displayName, linkedName],
  // A post may hold nothing but pictures or a poll.
  text: { from: [wholeText], absent: 'unknown' },
  publishedAt: [datetime, titledTime, shownTime],
  publishedText: [shownTime],
} as const
const POST = {
  ...FIELDS,
  url: (id: string, author: { handle: string | null }, page: Page) =>
    `${page.url.origin}/@${author.handle ?? ''}/${id}`,
  // Behind an author's warning or a reader's filter there may be a body that is not in the page.
  textCut: (item: Element) => own(item, '.content-warning') !== null && bodyOf(item) === null,
  visibleText: (item: Element) => {
    const body = bodyOf(item)
    return warningOf(item) && (!body || !isBodyShown(body)) ? warningText(item) : null
  },
  labels,
  hashtags: (item: Element) =>
    textLinks(item, 'a')
      .map(textOf)
      .filter((text) => text.startsWith('#'))
      .map((text) => text.slice(1)),
  mentions: (item: Element, page: Page) =>
    textLinks(item, 'a.mention:not([href*="/tags/"])').map((a) => handleBehind(a, page) ?? textOf(a).replace(/^@/, '')),
  links: (item: Element, page: Page) =>
    textLinks(item, 'a[href]:not(.mention):not(.hashtag)')
      .filter((a) => !a.closest('.hashtag-bar'))
      .map((a) => new URL(a.getAttribute('href') ?? '', page.url))
      .filter(({ protocol }) => protocol === 'https:' || protocol === 'http:')
      .map(({ href }) => href),
} as const

// ---------------------------------------------------------------- profile

const followersLink = (item: Element) => item.querySelector('a[href$="/followers"]')
const followersHandle: Strategy = (item, page) => handleBehind(followersLink(item), page)

/** The exact number is the `title` of the figure (since 4.6) or of its link (before). */
const titled =
  (end: string): Strategy =>
  (item) => {
    const link = item.querySelector(`a[href$="/${end}"][title], [title] a[href$="/${end}"]`)
    return climb(link, (element) => /\p{Nd}/u.test(element.getAttribute('title') ?? ''), item)?.getAttribute('title')
  }
const printed =
  (end: string): Strategy =>
  (item) =>
    item.querySelector(`a[href$="/${end}"]`)
/** The posts' figure has no link of its own (since 4.6), or links to the profile itself. */
const titledPosts: Strategy = (item) =>
  all(item, '[class*="number_fields__"] li[title]')
    .find((figure) => !one(figure, 'a, time'))
    ?.getAttribute('title') ??
  all(item, '.account__header__extra__links a[title]')
    .find((link) => !/\/follow(?:ers|ing)$/.test(link.getAttribute('href') ?? ''))
    ?.getAttribute('title')

/** Of the figures beside the one of the followers, that which is no link to a list of people and no date. */
const printedPosts: Strategy = (item) => {
  const list = climb(followersLink(item), (box) => one(box, FOLLOWING) !== null, item)
  return (
    [...(list?.children ?? [])]
      .filter((figure) => ![figure, ...all(figure, '*')].some((part) => part.matches(NO_POSTS)))
      // "10" and "Tsd." may be two elements.
      .map((figure) => textOf(figure).replace(/^\P{Nd}+/u, ''))
      .find(Boolean)
  )
}
const FOLLOWING = 'a[href$="/following"]'
const NO_POSTS = `${FOLLOWING}, a[href$="/followers"], time, [datetime]`

const profile: ProfileRule = {
  on: ['profile'],
  root: '.column, main, body',
  keep: (item) => item.querySelector('[class*="account_header__name"], .account__header__tabs__name') !== null,
  handle: [followersHandle, (_item, page) => handleAt(page.url.pathname, page)],
  name: [
    '[class*="account_header__name"] h1',
    '[class*="account_header__name"] bdi',
    '.account__header__tabs__name h1 bdi',
    '.account__header__tabs__name h1 span',
    '.account__header__tabs__name bdi',
  ],
  bio: { from: ['[class*="account_bio__bio"]', '.account__header__content'], absent: 'unknown' },
  // The reader's own profile and accounts that hide their network show none.
  followers: [titled('followers'), printed('followers')],
  following: [titled('following'), printed('following')],
  posts: [titledPosts, printedPosts],
  chip: (item) => item.querySelector('[class*="account_header__nameWrapper"], .account__header__tabs__name'),
}

export default defineSite({
  id: 'mastodon',
  name: 'Mastodon',
  matches: [
    '*://mastodon.social/*',
    '*://mastodon.online/*',
    '*://mas.to/*',
    '*://mstdn.social/*',
    '*://fosstodon.org/*',
    '*://hachyderm.io/*',
  ],
  detect: (root) => root.querySelector('#mastodon.app-holder, script#initial-state[type="application/json"]') !== null,
  perServer: true,
  parseTime: parseDate,
  pages: [
    { kind: 'post', path: '{/deck}?/@:handle/:id(\\d+)' },
    { kind: 'profile', path: '{/deck}?/@:handle{/:tab(with_replies|media|featured)}?' },
    { kind: 'profile', path: '{/deck}?/@:handle/tagged/:tag' },
    { kind: 'feed', path: '/' },
    {
      kind: 'feed',
      path: '{/deck}?/:list(home|public|explore|links|lists|bookmarks|favourites|conversations){/*}?',
    },
    { kind: 'feed', path: '/deck{/getting-started}?' },
    { kind: 'search', path: '{/deck}?/search' },
    { kind: 'search', path: '{/deck}?/tags/:tag' },
  ],
  posts: [
    {
      ...POST,
      select: `${OPENED}, ${FOCUSABLE}`,
      keep: (item, page) => item.matches(OPENED) || item === openedOf(page),
      id: [(_item, page) => (page.kind === 'post' ? page.params['id'] : null), linkedId],
      likes: ['.detailed-status__favorites', 'a[href$="/favourites"]'],
      // Posts to followers only cannot be boosted.
      shares: { from: ['.detailed-status__reblogs', 'a[href$="/reblogs"]'], absent: 'unknown' },
      // The row of name and handle is one link: the line of the date takes the badge.
      badge: (item) => own(item, '.detailed-status__meta__line') ?? own(item, '.detailed-status__meta'),
    },
    {
      ...POST,
      select: LISTED,
      // A post's own page without that post is not read: its replies would pass for posts.
      keep: (item, page) =>
        isPost(item) && item !== openedOf(page) && !isReply(item, page) && (page.kind !== 'post' || !!openedOf(page)),
      id: [{ select: '', attr: 'data-id' }, linkedId],
      // Home shows how many replies there are, profiles the rest as well.
      comments: { from: [counter(0, 'icon-button--reply')], absent: 'unknown' },
      shares: { from: [counter(1, 'icon-button--boost')], absent: 'unknown' },
      likes: { from: [counter(2, 'star-icon')], absent: 'unknown' },
      badge: (item) => own(item, '.status__info'),
    },
  ],
  // `error-column` with the number as its title, in all languages (bundle_column_error of the official client).
  gone: ({ root }) =>
    root.querySelector('.error-column__message h1')?.textContent.trim() === '404' ? 'removed' : null,
  signs: {
    posts: 'time',
    comments: 'div:has(> .detailed-status__wrapper) ~ div > .status__wrapper > div > .status__content',
    profile: 'a[href$="/followers"]',
  },
  comments: [
    {
      ...FIELDS,
      on: ['post'],
      select: LISTED,
      keep: isReply,
      id: [{ select: '', attr: 'data-id' }, linkedId],
      likes: { from: [counter(2, 'star-icon')], absent: 'unknown' },
      depth,
    },
  ],
  profile: [profile],
  feed: '.columns-area',
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://mastodon.social/@maya', kind: 'profile' },
  { url: 'https://mastodon.social/@maya@bakers.example', kind: 'profile' },
  { url: 'https://mastodon.social/@maya/with_replies', kind: 'profile' },
  { url: 'https://mastodon.social/@maya/115500000068888889', kind: 'post' },
  { url: 'https://mastodon.social/deck/@maya@bakers.example/115500000068888889', kind: 'post' },
  { url: 'https://mastodon.social/home', kind: 'feed' },
  { url: 'https://mastodon.social/public/local', kind: 'feed' },
  { url: 'https://mastodon.social/tags/sourdough', kind: 'search' },
  { url: 'https://mastodon.social/deck/explore', kind: 'feed' },
  { url: 'https://mastodon.social/search?q=sourdough', kind: 'search' },
  { url: 'https://mastodon.social/about', kind: 'other' },
  { url: 'https://mastodon.social/@maya/followers', kind: 'other' },
]
