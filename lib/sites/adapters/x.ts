import { parseCount } from '../counts.ts'
import { asciiDigits } from '../../text/digits.ts'
import type { Label } from '../../domain/observation.ts'
import { all, attr, climb, firstWhere, follows, leaves, numberIn, one, perItem, perPage, textOf } from '../dom.ts'
import { timeFromX } from '../ids.ts'
import { saysPartnership, saysPinned, saysSponsored } from '../label-words.ts'
import { readText } from '../read-text.ts'
import type { AddressExample, Page, Strategy } from '../types.ts'
import { defineSite } from '../types.ts'

const ARTICLE = '[data-testid="tweet"], article:not([data-testid="notification"])'
/** "User-Names" until 2022. */
const NAME = '[data-testid^="User-Name"]'
/** First segments that are X's own pages and nobody's handle. */
const RESERVED =
  /^(?:home|explore|search|i|settings|messages|notifications|compose|hashtag|intent|login|logout|signup|tos|privacy|jobs|account|download|about|share|who_to_follow|lists|bookmarks|communities|premium_sign_up|sitemap)$/i
const isHandle = ({ handle = '' }: Readonly<Record<string, string>>) =>
  /^\w{1,20}$/.test(handle) && !RESERVED.test(handle)

/** Quoted posts are cards: `role="link"` boxes. The badge of a name's affiliation is one, too. */
function isInCard(element: Element, item: Element): boolean {
  const card = element.closest('div[role="link"]')
  return !!card && card !== item && item.contains(card) && !card.closest(NAME)
}

/** The post's own matches: not those of the post it quotes. */
const ownAll = (item: Element, selector: string) => all(item, selector).filter((element) => !isInCard(element, item))
const own = (item: Element, selector: string): Element | null =>
  firstWhere(item, selector, (element) => !isInCard(element, item))

/** `{ handle, id }` of a link to `/handle/status/id`. */
function statusOf(link: Element | null | undefined): { handle: string; id: string } | null {
  const [, handle, id] = /^(?:https:\/\/[^/]+)?\/(\w+)\/status\/(\d+)/.exec(link?.getAttribute('href') ?? '') ?? []
  return handle !== undefined && id !== undefined ? { handle, id } : null
}

/** The link around the post's time; a promoted post shows none, so its picture's or its analytics link. */
const permalink = perItem((item, page) => {
  const dated = statusOf(timeOf(item, page)?.closest('a'))
  if (dated) return dated
  const author = nameLink(item, page)?.getAttribute('href')?.toLowerCase()
  const links = ownAll(item, 'a[href*="/status/"]').map(statusOf)
  return links.find((status) => status && (!author || `/${status.handle.toLowerCase()}` === author)) ?? null
})

const MORE = '[data-testid="tweet-text-show-more-link"]'
const timeOf = perItem((item) => own(item, 'a[href*="/status/"] time'))
const OTHER_NAMES = '[data-testid="tweetText"], [data-testid="socialContext"], div[lang]'
/** The link that shows the name, above the one that shows the @handle. */
const nameLink = perItem((item, page): Element | null => {
  const named = own(item, `${NAME} a[href^="/"]`)
  const handle = named ?? statusOf(timeOf(item, page)?.closest('a'))?.handle
  return typeof handle === 'string'
    ? (ownAll(item, 'a[href^="/"]').find(
        (link) => attr(link, 'href') === `/${handle}` && /^[^@]/.test(textOf(link)) && !link.closest(OTHER_NAMES),
      ) ?? null)
    : (named ?? null)
})
const linkedHandle: Strategy = (item, page) => nameLink(item, page)?.getAttribute('href')?.slice(1).split(/[/?]/)[0]
const avatarHandle: Strategy = (item) =>
  own(item, '[data-testid^="UserAvatar-Container-"]')?.getAttribute('data-testid')?.replace('UserAvatar-Container-', '')
const permalinkHandle: Strategy = (item, page) => permalink(item, page)?.handle
const nameInLink: Strategy = (item, page) => nameLink(item, page)?.querySelector('[dir]')
const nameInHeader: Strategy = (item) => own(item, NAME)?.querySelector('[dir]')
/** The first text of the link, with the emoji pictures beside it. */
const nameAsLinked: Strategy = (item, page) => firstLine(nameLink(item, page))
const firstLine = (box: Element | null) => {
  const [leaf] = box ? leaves(box) : []
  return leaf === box ? leaf : leaf?.parentElement
}
const tweetText = (item: Element) => own(item, '[data-testid="tweetText"]') ?? own(item, 'div[lang]')
const statusId: Strategy = (item, page) => permalink(item, page)?.id
const datetime: Strategy = (item, page) => timeOf(item, page)?.getAttribute('datetime')
const snowflake: Strategy = (item, page) => timeFromX(permalink(item, page)?.id ?? '', page.now)
const shownTime: Strategy = (item, page) => timeOf(item, page)
/** The only link to the post itself that has words. */
const linkedTime: Strategy = (item, page) => {
  const id = permalink(item, page)?.id
  return ownAll(item, `a[href$="/status/${id}"]`).find((link) => textOf(link) !== '' && !one(link, 'img'))
}

// ---------------------------------------------------------------- figures

type Figure = 'replies' | 'reposts' | 'likes' | 'bookmarks' | 'views'

/** The buttons of the action bar; the second name is for readers who pressed it. */
const BUTTONS: Record<Exclude<Figure, 'views'>, string> = {
  replies: '[data-testid="reply"]',
  reposts: '[data-testid="retweet"], [data-testid="unretweet"]',
  likes: '[data-testid="like"], [data-testid="unlike"]',
  bookmarks: '[data-testid="bookmark"], [data-testid="removeBookmark"]',
}
/** In the bar's order. */
const KEYS = ['replies', 'reposts', 'likes', 'bookmarks'] as const
const ANALYTICS = 'a[href$="/analytics"]'

/** The action bar: the box of the last four buttons or more, under the post's text and pictures. */
const barOf = perItem((item): Element | null => {
  const known = own(item, '[role="group"][aria-label]')
  if (known) return known
  const last = ownAll(item, 'button, [role="button"]').at(-1) ?? null
  const box = climb(last, (element) => buttonsIn(element).length > 3, item)
  return box && !one(box, 'time, img, video, div[lang]') ? box : null
})
const buttonsIn = (bar: Element) => all(bar, 'button, [role="button"]').filter((button) => one(button, 'svg'))

/** By its name; else by its place in the bar, where each button that has its name stands in its own. */
function buttonOf(item: Element, page: Page, key: keyof typeof BUTTONS): Element | null {
  const named = own(item, BUTTONS[key])
  const bar = barOf(item, page)
  if (named || !bar) return named
  const buttons = buttonsIn(bar)
  // The last one shares the post.
  const isInOrder = KEYS.every((name, index) => [undefined, index].includes(placeOf(buttons, BUTTONS[name])))
  return (isInOrder && buttons.slice(0, -1)[KEYS.indexOf(key)]) || null
}
const placeOf = (buttons: readonly Element[], selector: string) => {
  const place = buttons.findIndex((button) => button.matches(selector))
  return place < 0 ? undefined : place
}

const said = (item: Element, selector: string) => attr(own(item, selector), 'aria-label')
const number = (label: string) => parseCount(label, '')?.value ?? 0

/** On the post's own page the views stand beside the time ("29.9K Views"), not in the action bar. */
const besideTime = (item: Element) =>
  ownAll(item, '[data-testid="app-text-transition-container"]').find(
    (shown) => !shown.closest('[role="group"], button'),
  )
const viewsBesideTime: Strategy = (item) => besideTime(item)

/**
 * The figures in the action bar's label, "785 replies, 890 reposts, 6027 likes, 476 bookmarks, 788311 views":
 * exact and in this order in every language, but without those that are 0. The buttons tell which are there.
 * Null without a label, or where a button that should tell is unknown.
 */
const labelled = perItem((item, page): Partial<Record<Figure, string>> | null => {
  const bar = barOf(item, page)
  const label = asciiDigits(attr(bar, 'aria-label').slice(0, 400))
  const rest = label.match(/\d+(?:[.,'’٬\u00a0\u202f]\d{3})*(?!\d)/g) ?? []
  const found: Partial<Record<Figure, string>> = {}
  if (!bar?.hasAttribute('aria-label')) return null
  for (const key of ['replies', 'reposts', 'likes'] as const) {
    const next = rest[0]
    const button = buttonOf(item, page, key)
    if (rest.length < 5 && !button) return null
    if (next === undefined || (rest.length < 5 && number(attr(button, 'aria-label')) === 0)) continue
    found[key] = next
    rest.shift()
  }
  const [first, second] = rest
  if (second !== undefined) return { ...found, bookmarks: first ?? '', views: second }
  if (first === undefined) return found
  const showsViews = number(said(item, ANALYTICS)) > 0 || besideTime(item) !== undefined
  return { ...found, [showsViews ? 'views' : 'bookmarks']: first }
})

/**
 * From the bar's label, else the button's own ("27 Likes. Like"), else what it shows; a button without number is 0
 * where the bar's label does not name its figure either.
 */
function figure(key: Exclude<Figure, 'views'>): readonly Strategy[] {
  const barLabel: Strategy = (item, page) => labelled(item, page)?.[key]
  const buttonLabel: Strategy = (item, page) => attr(buttonOf(item, page, key), 'aria-label')
  const buttonText: Strategy = (item, page) => buttonOf(item, page, key)
  const bareButton: Strategy = (item, page) => (labelled(item, page) && buttonOf(item, page, key) ? '0' : null)
  return [barLabel, buttonLabel, buttonText, bareButton]
}
const viewsInLabel: Strategy = (item, page) => labelled(item, page)?.views
const analyticsLabel: Strategy = (item) => said(item, ANALYTICS)
const analyticsText: Strategy = (item) => own(item, ANALYTICS)

// ---------------------------------------------------------------- labels

const NO_FRAME = `[data-testid="tweetText"], ${NAME}, [data-testid="card.wrapper"], [role="group"], a, button`
const wordsIn = perItem((item) =>
  all(item, 'span, div[dir]').flatMap((element) =>
    element.childElementCount === 0 ? [{ element, text: textOf(element) }] : [],
  ),
)
/** Whether one of the whole words in the post's frame says it: not in its text, its author's name, its cards or its figures. */
const frameSays = (item: Element, page: Page, says: (text: string) => boolean) =>
  wordsIn(item, page).some(({ element, text }) => says(text) && !element.closest(NO_FRAME) && !isInCard(element, item))

/**
 * X counts the views of an advertisement with pixels at its edges and marks its links; the word stands alone in the
 * header. `placementTracking` by itself also wraps videos and follow buttons of ordinary posts.
 */
function isPromoted(item: Element, page: Page): boolean {
  const frame = item.closest('[data-testid="placementTracking"]') ?? item
  return (
    !!frame.querySelector('[data-testid$="impression-pixel"], a[href*="twclid="]') ||
    frameSays(item, page, saysSponsored)
  )
}

/** The outline of the pin, where the word for "Pinned" is unknown. */
const PIN = 'M7 4.5C7 3.12'

/** "X reposted" stands in the same place, but links to who did. */
function isPinned(item: Element): boolean {
  const context = item.querySelector('[data-testid="socialContext"]')
  if (!context || context.closest('a') || context.querySelector('a')) return false
  const icon = climb(context, (element) => element.querySelector('svg') !== null, item)?.querySelector('path')
  return !!icon?.getAttribute('d')?.startsWith(PIN) || saysPinned(textOf(context))
}

function labels(item: Element, page: Page): Label[] {
  const found: Label[] = []
  if (isPromoted(item, page)) found.push('sponsored')
  if (isPinned(item)) found.push('pinned')
  if (frameSays(item, page, saysPartnership)) found.push('paid-partnership')
  return found
}

// ---------------------------------------------------------------- the parts of a page

/** A post opened over another page is in a dialog; the page below stays in the document. */
const layerOf = (element: Element) => element.closest('[role="dialog"]')

/** The post the address names. Replies follow it without any markup of their own. */
const focalOf = perPage((page): Element | null => {
  const { id } = page.params
  if (page.kind !== 'post' || id === undefined) return null
  const named = all(page.root, `a[href*="/status/${id}"]`)
    .slice(0, 100)
    .flatMap((link) => link.closest(ARTICLE) ?? [])
    .filter((item) => permalink(item, page)?.id === id)
  return named.find(layerOf) ?? named[0] ?? null
})

/** "Discover more" and its like begin with a heading of their own; what follows is no reply. */
const endOf = perPage((page) => {
  const focal = focalOf(page)
  const headings = focal ? all(page.root, '[data-testid="cellInnerDiv"] h2') : []
  return headings.find((heading) => focal && follows(focal, heading)) ?? null
})

const isNested = (item: Element) => !!item.parentElement?.closest(ARTICLE)
const isBeyond = (item: Element, page: Page) => {
  const end = endOf(page)
  return !!end && follows(end, item)
}

/** On a post's page: the post, what it answers (above it), and advertisements among the replies. */
function isPost(item: Element, page: Page): boolean {
  if (isNested(item)) return false
  const focal = focalOf(page)
  if (!focal || item === focal) return true
  if (layerOf(item) !== layerOf(focal) || isBeyond(item, page)) return false
  return follows(item, focal) || isPromoted(item, page)
}

function isReply(item: Element, page: Page): boolean {
  const focal = focalOf(page)
  return (
    !!focal &&
    !isNested(item) &&
    follows(focal, item) &&
    permalink(item, page)?.id !== page.params['id'] &&
    layerOf(item) === layerOf(focal) &&
    !isBeyond(item, page) &&
    !isPromoted(item, page)
  )
}

// ---------------------------------------------------------------- profile

const profileHandle: Strategy = (item) =>
  leaves(item.querySelector('[data-testid="UserName"]') ?? item)
    .map(textOf)
    .find((text) => /^@\w+$/.test(text))
const postCount: Strategy = (item) => (one(item, 'h2') ?? one(item, '[role="heading"]'))?.nextElementSibling
const profileName: Strategy = (item) => firstLine(one(item, '[data-testid="UserName"]'))
/** The words between the name and the line of place, link and date. */
const bioBelowName: Strategy = (item) => {
  const name = one(item, '[data-testid="UserName"]')
  const items = one(item, '[data-testid="UserProfileHeader_Items"]')
  return all(item, '[dir="auto"]').find(
    (box) => name && items && !name.contains(box) && follows(name, box) && follows(box, items) && !box.contains(items),
  )
}

export default defineSite({
  id: 'x',
  name: 'X',
  matches: ['*://x.com/*', '*://twitter.com/*', '*://mobile.x.com/*', '*://mobile.twitter.com/*'],
  pages: [
    { kind: 'feed', path: '/:handle/status/:id(\\d+)/:list(quotes|retweets|likes)' },
    { kind: 'post', path: '/:handle/status/:id(\\d+){/*}?' },
    { kind: 'post', path: '/i/web/status/:id(\\d+)' },
    { kind: 'feed', path: '/{home}?' },
    { kind: 'feed', path: '/i/:list(lists|bookmarks|communities|timeline){/*}?' },
    { kind: 'search', path: '/search' },
    { kind: 'search', path: '/hashtag/:tag' },
    { kind: 'feed', path: '/explore{/*}?' },
    { kind: 'feed', path: '/:handle/lists{/*}?', when: isHandle },
    {
      kind: 'profile',
      path: '/:handle{/:tab(with_replies|media|highlights|articles|likes|superfollows)}?',
      when: isHandle,
    },
  ],
  posts: [
    {
      select: ARTICLE,
      keep: isPost,
      id: statusId,
      url: (id, author, page) => `${page.url.origin}/${author.handle ?? 'i'}/status/${id}`,
      handle: [linkedHandle, avatarHandle, permalinkHandle],
      name: [nameInLink, nameInHeader, nameAsLinked],
      text: { from: [tweetText], absent: 'unknown' },
      textInline: 'div',
      textCut: (item) => !!own(item, MORE),
      visibleText: (item) => {
        const text = own(item, MORE) && tweetText(item)
        return text ? readText(text, undefined, 'div') : null
      },
      publishedAt: [datetime, snowflake],
      publishedText: { from: [shownTime, linkedTime], absent: 'unknown' },
      likes: figure('likes'),
      comments: figure('replies'),
      shares: figure('reposts'),
      saves: figure('bookmarks'),
      // Posts from before 2022-12-15 have none.
      views: { from: [viewsInLabel, analyticsLabel, analyticsText, viewsBesideTime], absent: 'unknown' },
      labels,
      badge: (item) => own(item, NAME),
    },
  ],
  // "Hmm...this page doesn’t exist", with a way to the search; a page that only failed to load offers to try again.
  // Protected accounts get the same.
  gone: ({ root }) => (root.querySelector('[data-testid="error-detail"] a[href="/search"]') ? 'unavailable' : null),
  signs: { posts: 'a[href*="/status/"]', profile: 'a[href$="/followers"], a[href$="/verified_followers"]' },
  comments: [
    {
      on: ['post'],
      select: ARTICLE,
      keep: isReply,
      id: { from: [statusId], unverified: true },
      handle: { from: [linkedHandle, avatarHandle, permalinkHandle], unverified: true },
      name: { from: [nameInLink, nameInHeader, nameAsLinked], unverified: true },
      text: { from: [tweetText], absent: 'unknown', unverified: true },
      textInline: 'div',
      publishedAt: { from: [datetime, snowflake], unverified: true },
      publishedText: { from: [shownTime, linkedTime], unverified: true },
      likes: { from: figure('likes'), unverified: true },
    },
  ],
  profile: [
    {
      on: ['profile'],
      root: '[data-testid="primaryColumn"], main',
      keep: (item) => item.querySelector('[data-testid="UserName"]') !== null,
      handle: [profileHandle, avatarHandle, (_item, page) => page.params['handle']],
      name: ['[data-testid="UserName"] [dir]', profileName],
      bio: { from: ['[data-testid="UserDescription"]', bioBelowName], absent: 'unknown' },
      bioInline: 'div',
      followers: (item) => numberIn(item.querySelector('a[href$="/verified_followers"], a[href$="/followers"]')),
      following: (item) => numberIn(item.querySelector('a[href$="/following"]')),
      posts: postCount,
      verified: (item) => item.querySelector('[data-testid="UserName"] [data-testid="icon-verified"]') !== null,
      // Beside the handle, which is shorter than many a name.
      chip: (item) => [...item.querySelectorAll('[data-testid="UserName"] [dir]')].at(-1) ?? null,
    },
  ],
  feed: '[data-testid="primaryColumn"]',
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://x.com/maya_bakes', kind: 'profile' },
  { url: 'https://x.com/maya_bakes/with_replies', kind: 'profile' },
  { url: 'https://x.com/maya_bakes/status/1790000000000000000', kind: 'post' },
  { url: 'https://twitter.com/maya_bakes/status/1790000000000000000/photo/1', kind: 'post' },
  { url: 'https://x.com/i/web/status/1790000000000000000', kind: 'post' },
  { url: 'https://x.com/', kind: 'feed' },
  { url: 'https://x.com/home', kind: 'feed' },
  { url: 'https://x.com/i/lists/84839422', kind: 'feed' },
  { url: 'https://x.com/search?q=sourdough&f=live', kind: 'search' },
  { url: 'https://x.com/hashtag/sourdough', kind: 'search' },
  { url: 'https://x.com/settings', kind: 'other' },
  { url: 'https://x.com/maya_bakes/followers', kind: 'other' },
]
