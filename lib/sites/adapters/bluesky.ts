import type { Label } from '../../domain/observation.ts'
import { all, climb, firstText, firstWhere, follows, hasDigit, isRendered, leaves, perPage, textOf } from '../dom.ts'
import { timeFromTid } from '../ids.ts'
import { oneLine } from '../read-text.ts'
import { parseDate } from '../shown-dates.ts'
import type { AddressExample, Page, Strategy } from '../types.ts'
import { defineSite } from '../types.ts'

const IN_FEED = '[data-testid^="feedItem-by-"]'
const IN_THREAD = '[data-testid^="postThreadItem-by-"]'
const PROFILE_LINK = 'a[href*="/profile/"]'
const DAY = 86_400_000

/** A quoted post, a list or a feed shown in the post is a card: a `role="link"` box within the item. */
function isInCard(element: Element, item: Element): boolean {
  const card = element.closest('div[role="link"]')
  return !!card && card !== item && item.contains(card)
}
const ownAll = (item: Element, selector: string) => all(item, selector).filter((element) => !isInCard(element, item))
const own = (item: Element, selector: string): Element | null =>
  firstWhere(item, selector, (element) => !isInCard(element, item))

// ---------------------------------------------------------------- who and what

const handleInTestId: Strategy = (item) => item.getAttribute('data-testid')?.replace(/^\w+-by-/, '')
const handleInLink: Strategy = (item) => handleOf(textOf(handleLink(item)))
const HANDLE = /@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i
const handleOf = (text: string) => HANDLE.exec(text)?.[1] ?? null

/** The author's handle is a link of its own, in the opened post together with the name. */
const handleLink = (item: Element) =>
  ownAll(item, PROFILE_LINK).find(
    (link) => HANDLE.test(textOf(link)) && !link.closest('[data-testid="postText"], [data-word-wrap]'),
  )

/** The name stands before the handle: in the same link, or in the profile link before it. Who has none shows the handle twice. */
const nameBeforeHandle: Strategy = (item) => {
  const link = handleLink(item)
  if (!link) return null
  const text = textOf(link)
  const before = ownAll(item, PROFILE_LINK).filter((other) => follows(other, link) && textOf(other) !== '')
  const name = text.startsWith('@') ? textOf(before.at(-1)) : oneLine(firstText(link))
  return name === handleOf(text) || name.startsWith('@') ? null : name
}

const ownText: Strategy = (item) => own(item, '[data-testid="postText"]') ?? own(item, '[data-word-wrap]')
/** Right below the row with the time stand the words: in a box that shows nothing else. Who has none shows a picture there. */
const textBelowTime: Strategy = (item) => {
  const row = climb(timeLink(item) ?? null, ({ nextElementSibling: after }) => textOf(after) !== '', item)
  const box = row?.nextElementSibling
  if (!box || box.querySelector('button, img, video, svg')) return null
  const text = box.matches('[dir="auto"]') ? box : box.querySelector('[dir="auto"]')
  return text && !text.closest('a') && textOf(text) === textOf(box) ? text : null
}

/** The link around the time; only the opened post has none, its id is in the address. */
const timeLink = (item: Element) =>
  own(item, 'a[href*="/post/"][data-tooltip]') ??
  ownAll(item, 'a[href*="/post/"][aria-label]').find((link) => /\/post\/[^/?]+$/.test(link.getAttribute('href') ?? ''))
const rkeyOf = (link: Element | null | undefined) => /\/post\/([^/?#]+)/.exec(link?.getAttribute('href') ?? '')?.[1]
const linkedKey: Strategy = (item) => rkeyOf(timeLink(item))
const statsKey: Strategy = (item) => (isOpened(item) ? rkeyOf(own(item, 'a[href*="/post/"]')) : null)
const addressKey: Strategy = (item, page) => (item === openedOf(page) ? page.params['id'] : null)

// ---------------------------------------------------------------- when

const shownTime: Strategy = (item, page) => {
  const link = timeLink(item)
  return link ? textOf(link).replace(/^[·\s]+/, '') : openedTime(item, page)
}

/** "8:49 AM · Nov 22, 2026" below the opened post: the first text of its own that is a date. */
const openedTime = (item: Element, page: Page) =>
  leaves(item)
    .filter((leaf) => !isInCard(leaf, item) && !leaf.closest('a, button, [data-word-wrap]'))
    .map(textOf)
    .find((text) => text.length < 60 && /\p{Nd}{4}/u.test(text) && parseDate(text, page) !== null)

/**
 * The record key tells the moment to the microsecond, the page only the minute. But keys are the client's
 * choice: where the page shows another day (imported and back-dated posts), the page is right.
 */
const published: Strategy = (item, page) => {
  const link = timeLink(item)
  const written = link?.getAttribute('data-tooltip') ?? link?.getAttribute('aria-label') ?? openedTime(item, page)
  const shown = written ? parseDate(written, page) : null
  const key = linkedKey(item, page) ?? statsKey(item, page) ?? addressKey(item, page)
  const exact = typeof key === 'string' ? timeFromTid(key, page.now) : null
  if (shown === null || exact === null) return exact ?? shown
  return Math.abs(Date.parse(shown) - Date.parse(exact)) < 1.5 * DAY ? exact : shown
}

// ---------------------------------------------------------------- figures

/** "Like (1,249 likes)" says the exact number in every language; the button alone means 0. */
const likesLabel: Strategy = (item) => own(item, '[data-testid="likeBtn"]')?.getAttribute('aria-label')
const repliesLabel: Strategy = (item) => own(item, '[data-testid="replyBtn"]')?.getAttribute('aria-label')
/** Reply, repost, like: the buttons stand in this order. */
const beforeLike = (item: Element, place: number) => {
  const like = own(item, '[data-testid="likeBtn"]')
  return like
    ? ownAll(item, 'button')
        .filter((button) => follows(button, like))
        .at(place)
    : undefined
}
const secondBeforeLike: Strategy = (item) => {
  const button = beforeLike(item, -2)
  return button && (textOf(button) || '0')
}
const bare =
  (button: string): Strategy =>
  (item) =>
    own(item, button) ? '0' : null
const shownLikes: Strategy = (item) => own(item, '[data-testid="likeCount"]')
const shownReplies: Strategy = (item) => own(item, '[data-testid="replyBtn"]')
/** Reposts and quotes together. The number has a name, its button has none: it stands between reply and like. */
const shownReposts: Strategy = (item) => own(item, '[data-testid="repostCount"]')
const repostButton: Strategy = (item) => {
  const reply = own(item, '[data-testid="replyBtn"]')
  const like = own(item, '[data-testid="likeBtn"]')
  const button = reply && like && ownAll(item, 'button').find((one) => follows(reply, one) && follows(one, like))
  return button ? textOf(button) || '0' : null
}
const savesOfOpened: Strategy = (item) => own(item, '[data-testid="bookmarkCount-expanded"]')
/** Of the opened post's figures the one that leads nowhere: who saved a post is nobody's business. */
const unlinkedSaves: Strategy = (item) =>
  [
    ...(own(item, 'a[href$="/liked-by"], a[href$="/reposted-by"], a[href$="/quotes"]')?.parentElement?.children ?? []),
  ].find((figure) => figure.tagName !== 'A' && hasDigit(textOf(figure)))
/** Before 2025 there were no bookmarks. */
const bareSaves: Strategy = (item) =>
  own(item, '[data-testid$="Count-expanded"]') && own(item, '[data-testid="postBookmarkBtn"]') ? '0' : null
const LIKES = [likesLabel, shownLikes, bare('[data-testid="likeBtn"]')]

// ---------------------------------------------------------------- labels and parts of a page

/** "Pinned" stands above the post, in profiles only, where "Reposted by" (a link) stands otherwise. */
function labels(item: Element, page: Page): Label[] {
  const link = page.kind === 'profile' && own(item, PROFILE_LINK)
  const isPinned = leaves(item).some((leaf) => !leaf.closest('a, button') && link && follows(leaf, link))
  return isPinned ? ['pinned'] : []
}

/** The opened post shows its figures in words, has no link to itself and cannot be clicked. */
const isOpened = (item: Element) =>
  own(item, '[data-testid$="Count-expanded"]') !== null || (!item.matches('[role="link"]') && !timeLink(item))

const threadOf = perPage((page) => all(page.root, IN_THREAD).filter(isRendered))
const openedOf = perPage(
  (page) =>
    threadOf(page).find(isOpened) ??
    threadOf(page).find((item) => rkeyOf(timeLink(item)) === page.params['id']) ??
    null,
)

const isReply = (item: Element, page: Page) => {
  const focal = openedOf(page)
  return !!focal && item !== focal && follows(focal, item) && isRendered(item)
}

/** In the linear view a line from above joins a reply to the one before it. */
const continues = (item: Element) => !!item.firstElementChild?.querySelector('[style*="width: 2px"]')

/** In the tree view one column per level stands before the reply. */
function columnsBefore(item: Element): number {
  let columns = 0
  for (let one = item.parentElement?.previousElementSibling; one; one = one.previousElementSibling)
    if (/width:/.test(one.getAttribute('style') ?? '') && !/absolute/.test(one.getAttribute('style') ?? '')) columns++
  return columns
}

function depth(item: Element, page: Page): number {
  const columns = columnsBefore(item)
  if (columns > 0) return columns
  const items = threadOf(page)
  let steps = 0
  for (let index = items.indexOf(item); index > 0; index--) {
    const one = items[index]
    if (!one || !continues(one) || items[index - 1] === openedOf(page)) break
    steps++
  }
  return steps
}

const profileHandle: Strategy = (item) =>
  leaves(item)
    .filter((leaf) => !leaf.closest('[data-word-wrap], [data-testid="postsFeed"]'))
    .map((leaf) => /^@(\S+\.\S+)$/.exec(textOf(leaf))?.[1])
    .find((handle) => handle !== undefined)
const followersHandle: Strategy = (item) =>
  /\/profile\/([^/]+\.[^/]+)\//.exec(item.querySelector('a[href$="/followers"]')?.getAttribute('href') ?? '')?.[1]

/** What posts in feeds and threads have in common. */
const FIELDS = {
  handle: [handleInTestId, handleInLink],
  name: { from: [nameBeforeHandle], absent: 'unknown' },
  // A post may be a picture and nothing else, or hidden behind a moderation label.
  text: { from: [ownText, textBelowTime], absent: 'unknown' },
  textInline: 'div',
  publishedAt: [published],
  publishedText: [shownTime],
  likes: LIKES,
} as const
const POST = {
  ...FIELDS,
  id: [linkedKey, addressKey, statsKey],
  url: (id: string, author: { handle: string | null }, page: Page) =>
    `${page.url.origin}/profile/${author.handle ?? page.params['handle'] ?? ''}/post/${id}`,
  comments: [repliesLabel, shownReplies, bare('[data-testid="replyBtn"]'), secondBeforeLike],
  shares: [shownReposts, repostButton],
  saves: { from: [savesOfOpened, unlinkedSaves, bareSaves], absent: 'unknown' },
  labels,
  // The row of name, handle and time; in the opened post the row of its time.
  badge: (item: Element) => timeLink(item)?.parentElement ?? handleLink(item)?.parentElement ?? null,
} as const

export default defineSite({
  id: 'bluesky',
  name: 'Bluesky',
  matches: ['*://bsky.app/*'],
  detect: (root) =>
    root.querySelector(
      `meta[name="generator"][content="bskyweb"], meta[name="apple-mobile-web-app-title"][content="Bluesky"], meta[name="application-name"][content="Bluesky"], ${IN_FEED}, ${IN_THREAD}`,
    ) !== null,
  parseTime: parseDate,
  pages: [
    { kind: 'post', path: '/profile/:handle/post/:id' },
    { kind: 'feed', path: '/profile/:handle/post/:id/quotes' },
    { kind: 'feed', path: '/profile/:handle/:list(feed|lists)/:id' },
    { kind: 'search', path: '/profile/:handle/search' },
    { kind: 'profile', path: '/profile/:handle' },
    { kind: 'feed', path: '/' },
    { kind: 'feed', path: '/saved' },
    { kind: 'search', path: '/search' },
    { kind: 'search', path: '/:list(hashtag|topic)/:tag' },
  ],
  posts: [
    { ...POST, on: ['post'], select: IN_THREAD, keep: (item, page) => isRendered(item) && !isReply(item, page) },
    {
      ...POST,
      on: ['profile', 'feed', 'search', 'other'],
      select: IN_FEED,
      // "X liked your post" among the notifications looks the same, without buttons.
      keep: (item, page) =>
        isRendered(item) && (page.kind !== 'other' || own(item, '[data-testid="replyBtn"]') !== null),
    },
    {
      ...POST,
      on: ['profile', 'feed', 'search', 'other'],
      // Search results and notifications carry no test id: a clickable box with a reply button of its own.
      select: 'div[role="link"]:not([data-testid])',
      keep: (item) => own(item, '[data-testid="replyBtn"]') !== null && isRendered(item),
      handle: { from: [handleInLink], unverified: true },
    },
  ],
  // The client has no mark for it but its words (ThreadError.tsx): told in English only.
  gone: ({ root }) =>
    all(root, '[dir="auto"]').some(
      (line) => textOf(line) === 'Post not found' && !line.closest(`${IN_THREAD}, ${IN_FEED}`) && isRendered(line),
    )
      ? 'removed'
      : null,
  signs: { posts: 'a[href*="/post/"]', profile: 'a[href$="/followers"]' },
  comments: [{ ...FIELDS, on: ['post'], select: IN_THREAD, keep: isReply, id: [linkedKey], depth }],
  profile: [
    {
      on: ['profile'],
      root: '[data-testid="profileView"]',
      keep: isRendered,
      handle: [profileHandle, followersHandle, (_item, page) => page.params['handle']],
      name: '[data-testid="profileHeaderDisplayName"]',
      bio: { from: ['[data-testid="profileHeaderDescription"]'], absent: 'unknown' },
      bioInline: 'div',
      followers: [
        { select: '[data-testid="profileHeaderFollowersButton"]', attr: 'aria-label' },
        '[data-testid="profileHeaderFollowersButton"]',
        'a[href$="/followers"]',
      ],
      following: [
        { select: '[data-testid="profileHeaderFollowsButton"]', attr: 'aria-label' },
        '[data-testid="profileHeaderFollowsButton"]',
        'a[href$="/follows"]',
      ],
      posts: (item) =>
        item.querySelector('[data-testid="profileHeaderFollowsButton"], a[href$="/follows"]')?.nextElementSibling,
      // The check mark beside the name opens the list of who verified the account.
      verified: (item) => {
        const name = item.querySelector('[data-testid="profileHeaderDisplayName"]')
        return name && name.querySelector('button svg') !== null
      },
      chip: (item) => item.querySelector('[data-testid="profileHeaderDisplayName"]'),
    },
  ],
  feed: 'main',
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://bsky.app/profile/maya.example.com', kind: 'profile' },
  { url: 'https://bsky.app/profile/did:plc:maya2222222222222222maya', kind: 'profile' },
  { url: 'https://bsky.app/profile/maya.example.com/post/3mddvy5bv6k27', kind: 'post' },
  { url: 'https://bsky.app/profile/bsky.app/feed/whats-hot', kind: 'feed' },
  { url: 'https://bsky.app/profile/maya.example.com/lists/3mddvy5bv6k27', kind: 'feed' },
  { url: 'https://bsky.app/', kind: 'feed' },
  { url: 'https://bsky.app/search?q=sourdough', kind: 'search' },
  { url: 'https://bsky.app/hashtag/sourdough', kind: 'search' },
  { url: 'https://bsky.app/settings', kind: 'other' },
  { url: 'https://bsky.app/profile/maya.example.com/followers', kind: 'other' },
]
