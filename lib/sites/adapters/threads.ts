import type { Label } from '../../domain/observation.ts'
import { parseCount } from '../counts.ts'
import {
  all,
  attr,
  climb,
  follows,
  hasDigit,
  isRendered,
  leaves,
  numberIn,
  one,
  perPage,
  textOf,
  texts,
} from '../dom.ts'
import { tokensOf } from '../extract.ts'
import { timeFromShortcode } from '../ids.ts'
import { saysAi, saysEdited, saysPartnership, saysPinned, saysSponsored } from '../label-words.ts'
import { oneLine } from '../read-text.ts'
import type { AddressExample, Page, Strategy } from '../types.ts'
import { defineSite, guess, maybe } from '../types.ts'
import { AUTHOR_LINK, BUTTON, byLines, byPlace, codeOf, COLUMN, CONTAINER, isIn, linesOf } from './threads-parts.ts'
import { ownerOf, partsOf, permalinks, POST_LINK, slotsOf, unmarked, userOf, writtenIn } from './threads-parts.ts'
import type { Parts } from './threads-parts.ts'

const isUser = ({ handle = '' }: Readonly<Record<string, string>>) => /^[\w.]{1,30}$/.test(handle)

// ---------------------------------------------------------------- what the text links to

/** Tags are shown without their `#`. */
const TAG = '[href*="serp_type=tag"], [href*="/tag/"]'
const linkedIn = (item: Element, page: Page): Element[] => linesOf(item, page).flatMap((line) => all(line, 'a[href]'))
function hashtags(item: Element, page: Page): string[] {
  const tags = linkedIn(item, page).filter((link) => link.matches(TAG))
  const written = linesOf(item, page).flatMap((line) => tokensOf(writtenIn(line), '#'))
  return [...tags.map(textOf), ...written].map((tag) => tag.replace(/^#/, ''))
}
const linksIn = (item: Element, page: Page): string[] =>
  linkedIn(item, page)
    .filter((link) => !link.matches(TAG) && !textOf(link).startsWith('@'))
    .flatMap((link) =>
      URL.canParse(attr(link, 'href'), page.url.href) ? new URL(attr(link, 'href'), page.url).href : [],
    )

const isCut = (item: Element, page: Page): boolean => linesOf(item, page).some((line) => one(line, BUTTON))

// ---------------------------------------------------------------- who and when

const codeInPermalink: Strategy = (item, page) => codeOf(partsOf(item, page).link)
const ownerInPermalink: Strategy = (item, page) => ownerOf(partsOf(item, page).link)
const firstName: Strategy = (item, page) => userOf(all(partsOf(item, page).root, AUTHOR_LINK).find(userOf))
const timeOf = (item: Element, page: Page) => {
  const { link } = partsOf(item, page)
  return one(link, 'time') ?? link ?? null
}
const datetime: Strategy = (item, page) => attr(timeOf(item, page), 'datetime')
const timeInCode: Strategy = (item, page) => timeFromShortcode(codeOf(partsOf(item, page).link) ?? '', page.now)
/** "21h" stands beside "21 hours ago" for screen readers. */
const shortTime: Strategy = (item, page) => one(timeOf(item, page), '[aria-hidden="true"]')
const wholeTime: Strategy = (item, page) => {
  const time = timeOf(item, page)
  return time && (leaves(time)[0] ?? time)
}

// ---------------------------------------------------------------- figures

/** The names of the icons, for a bar with more or fewer of them; in other languages they go by their places. */
const ICONS = {
  like: /^(?:(?:un)?like|j['’]aime|gefällt|me gusta|curtir|mi piace|vind ik|нравится|いいね|좋아요|赞|讚)/iu,
  comment: /^(?:repl|com+ent|kommentieren|antwort|répon|respon|rispon|ответ|返信|コメント|답글|댓글|回复|回覆)/iu,
  repost: /^(?:un)?re?post|^(?:erneut|republi|ripubbl|репост|再投稿|リポスト|리포스트|转发|轉發)/iu,
} as const
type Icon = keyof typeof ICONS
const PLACES: Readonly<Record<Icon, number>> = { like: 0, comment: 1, repost: 2 }

const nameOf = (slot: Element): string => {
  const icon = slot.matches('svg') ? slot : one(slot, 'svg')
  return (attr(icon, 'aria-label') || textOf(one(icon, 'title'))).replace(/^\P{L}+/u, '')
}
const isIcon = (slot: Element, icon: Icon): boolean => ICONS[icon].test(nameOf(slot))

/** A bare icon is 0, unless the figures stand below the bar, as they did until 2024 ("36 replies · 253 likes"). */
function figureIn(slot: Element | undefined, { root, bar }: Parts): Element | string | null {
  if (!slot) return null
  const isBelow =
    !!bar && leaves(root).some((leaf) => follows(bar, leaf) && !bar.contains(leaf) && hasDigit(textOf(leaf)))
  return numberIn(slot) ?? (isBelow ? null : '0')
}

function figure(icon: Icon): readonly Strategy[] {
  const named: Strategy = (item, page) => {
    const parts = partsOf(item, page)
    const found = all(parts.root, 'svg').find(
      (svg) => parts.head && follows(parts.head, svg) && !isIn(parts.quoted, svg) && isIcon(svg, icon),
    )
    // The part of the bar in which this icon is the only one.
    const slot = climb(found ?? null, ({ parentElement: up }) => !!up && all(up, 'svg').length > 1, parts.root)
    return figureIn(slot ?? undefined, parts)
  }
  const placed: Strategy = (item, page) => {
    const parts = partsOf(item, page)
    const slots = parts.bar ? slotsOf(parts.bar) : []
    const slot = slots[PLACES[icon]]
    const isOther = slot && (Object.keys(ICONS) as Icon[]).some((other) => other !== icon && isIcon(slot, other))
    return slots.length < 5 && !isOther ? figureIn(slot, parts) : null
  }
  return [named, placed]
}

/** "945K views" stands in the page's own header, in a link to the post or beside the title. */
const viewsInTitle: Strategy = (item, page) => {
  const link = partsOf(item, page).link
  const title = link
    ? all(page.root, POST_LINK).find((other) => codeOf(other) === codeOf(link) && follows(other, link))
    : undefined
  return title && !one(title, 'time') ? numberIn(title) : null
}
const viewsBesideTitle: Strategy = (item, page) =>
  codeOf(partsOf(item, page).link) === page.params['id'] ? numberIn(one(page.root, 'h1')?.nextElementSibling) : null

// ---------------------------------------------------------------- labels

/** What stands above, beside and below the text in small print. */
function labels(item: Element, page: Page): Label[] {
  const { root, link, bar, quoted } = partsOf(item, page)
  const lines = linesOf(item, page)
  const said = texts(root)
    .filter((text) => !isIn(lines, text) && !isIn(quoted, text) && !(bar && follows(bar, text)))
    .map((text) => oneLine(text.nodeValue))
  const isPinned = all(root, 'svg').some(
    (svg) => link && follows(svg, link) && /^pin icon$/i.test(attr(svg, 'aria-label')),
  )
  const found: [Label, unknown][] = [
    // An advertisement has no time.
    ['sponsored', !link && said.some(saysSponsored)],
    ['paid-partnership', said.some(saysPartnership)],
    ['ai-generated', said.some(saysAi)],
    ['pinned', isPinned || said.some(saysPinned)],
    ['edited', said.some(saysEdited)],
  ]
  return found.flatMap(([label, is]) => (is ? [label] : []))
}

// ---------------------------------------------------------------- the parts of a page

const isShown = (item: Element): boolean =>
  !item.parentElement?.closest(CONTAINER) && !item.closest('[hidden]') && isRendered(item)

/** Each post once: by the client's mark, else by its permalink; not those quoted, hidden or half rendered. */
const isPost = (item: Element, page: Page): boolean =>
  isShown(item) && (item.matches('a') ? unmarked(page).has(item) : partsOf(item, page).link !== undefined)

/** Advertisements have no permalink; the word stands where the time would. */
const isAd = (item: Element, page: Page): boolean =>
  isShown(item) && !partsOf(item, page).link && labels(item, page).includes('sponsored')

/** The post the address names; what answers it follows without any markup of its own. */
const focalOf = perPage((page): Element | undefined =>
  page.kind === 'post'
    ? permalinks(page.root).find((link) => codeOf(link) === page.params['id'] && !isQuote(link, page))
    : undefined,
)
const isQuote = (link: Element, page: Page): boolean => {
  const marked = link.closest(CONTAINER)
  return marked ? !!marked.parentElement?.closest(CONTAINER) : !unmarked(page).has(link)
}

/** What the page adds below the replies: "Related threads", "More from …". */
const DECOYS =
  /^(?:related|more (?:from|threads)|suggested|ähnliche|weitere|à lire|plus de|suggeri|relacionad|más de|mais de|correlat|関連|관련|相关|相關)/iu
const endOf = perPage((page) => {
  const focal = focalOf(page)
  const column = focal?.closest(COLUMN)
  return column
    ? all(column, 'h1, h2, h3, [role="heading"], span').find(
        (title) =>
          follows(focal ?? column, title) &&
          !title.closest(CONTAINER) &&
          (title.matches('span') ? !one(title, 'span') && DECOYS.test(textOf(title)) : textOf(title) !== ''),
      )
    : undefined
})
function isReply(item: Element, page: Page): boolean {
  const focal = focalOf(page)
  const end = endOf(page)
  return (
    !!focal &&
    isPost(item, page) &&
    follows(focal, item) &&
    focal.closest(COLUMN) === item.closest(COLUMN) &&
    !(end && follows(end, item)) &&
    codeOf(partsOf(item, page).link) !== page.params['id']
  )
}

/** On a post's page: the post and what it answers, above it. */
function isPostHere(item: Element, page: Page): boolean {
  if (page.kind !== 'post') return isPost(item, page)
  const focal = focalOf(page)
  return !!focal && isPost(item, page) && focal.closest(COLUMN) === item.closest(COLUMN) && !follows(focal, item)
}

// ---------------------------------------------------------------- profile

interface Header {
  readonly root: Element
  readonly handle: Element
  readonly followers: Element | undefined
}

/** The block that holds the name and the handle, between the column's title and its tabs. */
const headerOf = perPage((page): Header | null => {
  const wanted = page.params['handle']?.toLowerCase()
  for (const start of [...all(page.root, 'h1'), ...all(page.root, '[title]').filter((box) => hasDigit(textOf(box)))]) {
    if (start.closest(CONTAINER)) continue
    const isEnd = (element: Element | null) => !element || element.matches(COLUMN) || one(element, HEADER_ENDS) !== null
    const root = climb(start, ({ parentElement: up }) => isEnd(up))
    const handle =
      root && leaves(root).find((leaf) => textOf(leaf).replace(/^@/, '').toLowerCase() === wanted && leaf !== start)
    if (!root || !handle) continue
    const counted = all(root, '[title]').find((box) => hasDigit(attr(box, 'title')) && follows(handle, box))
    const links = all(root, `a:not([href*="l.threads."]), ${BUTTON}`).filter(
      (link) => follows(handle, link) && hasDigit(textOf(link)) && parseCount(textOf(link), page.lang),
    )
    return { root, handle, followers: counted ?? links.at(-1) }
  }
  return null
})
const HEADER_ENDS = `${CONTAINER}, [role="tablist"], ${POST_LINK}, nav, #barcelona-header`

const nameInHeading: Strategy = (item, page) => one(headerOf(page)?.root, 'h1')
const nameAbove: Strategy = (_item, page) => {
  const header = headerOf(page)
  return header && leaves(header.root).find((leaf) => follows(leaf, header.handle) && !leaf.closest('svg'))
}

/** What stands between the handle and the followers and is no control or link. */
function bioBlocks(page: Page): Element[] {
  const header = headerOf(page)
  if (!header) return []
  const { root, handle, followers } = header
  return leaves(root).filter(
    (leaf) =>
      follows(handle, leaf) &&
      !(followers && (followers.contains(leaf) || follows(followers, leaf))) &&
      !leaf.closest(`${BUTTON}, svg`) &&
      // The badge beside the handle.
      !/^(?:[·•\s]*|threads\.(?:net|com))$/.test(textOf(leaf)),
  )
}
const bioByDirection: Strategy = (_item, page) => bioBlocks(page)[0]?.closest('[dir="auto"]')
const bioByPlace: Strategy = (_item, page) => {
  const header = headerOf(page)
  const isOutside = (up: Element | null) =>
    !up || !header || up.contains(header.handle) || (!!header.followers && up.contains(header.followers))
  return climb(bioBlocks(page)[0] ?? null, ({ parentElement: up }) => isOutside(up))
}
const exactFollowers: Strategy = (_item, page) => attr(headerOf(page)?.followers, 'title')
const shownFollowers: Strategy = (_item, page) => headerOf(page)?.followers

const POST = {
  handle: [ownerInPermalink, firstName],
  // A picture has no text.
  text: maybe(byLines, byPlace),
  textWithout: BUTTON,
  textCut: isCut,
  visibleText: (item: Element, page: Page) =>
    isCut(item, page) ? linesOf(item, page).map(writtenIn).join('\n').trim() : null,
  likes: figure('like'),
  comments: figure('comment'),
  shares: figure('repost'),
  labels,
  hashtags,
  links: linksIn,
}

export default defineSite({
  id: 'threads',
  name: 'Threads',
  matches: ['*://www.threads.com/*', '*://www.threads.net/*', '*://threads.com/*', '*://threads.net/*'],
  pages: [
    { kind: 'post', path: '/@:handle/post/:id{/*}?', when: isUser },
    { kind: 'post', path: '/t/:id' },
    { kind: 'profile', path: '/@:handle{/:tab(replies|media|reposts)}?', when: isUser },
    { kind: 'search', path: '/:area(search|tag|topic){/*}?' },
    { kind: 'feed', path: '/{:feed(for_you|following|liked|saved)}?' },
    { kind: 'feed', path: '/custom_feed/*' },
  ],
  posts: [
    {
      ...POST,
      select: `${CONTAINER}, ${POST_LINK}`,
      keep: isPostHere,
      id: codeInPermalink,
      url: (id, { handle }, page) => `${page.url.origin}/${handle === null ? 't' : `@${handle}/post`}/${id}`,
      publishedAt: [datetime, timeInCode],
      publishedText: [shortTime, wholeTime],
      views: maybe(viewsInTitle, viewsBesideTitle),
      badge: (item, page) => partsOf(item, page).link?.parentElement ?? null,
    },
    { ...POST, select: CONTAINER, keep: isAd, id: maybe(), handle: { from: [firstName], unverified: true } },
  ],
  signs: { posts: 'a[href*="/post/"]' },
  comments: [
    {
      // Replies look like posts; no capture shows any.
      on: ['post'],
      select: `${CONTAINER}, ${POST_LINK}`,
      keep: isReply,
      id: { from: [codeInPermalink], unverified: true },
      handle: { from: [ownerInPermalink, firstName], unverified: true },
      text: guess(byLines, byPlace),
      textWithout: BUTTON,
      publishedAt: { from: [datetime, timeInCode], unverified: true },
      publishedText: { from: [shortTime, wholeTime], unverified: true },
      likes: { from: figure('like'), unverified: true },
    },
  ],
  profile: [
    {
      on: ['profile'],
      root: 'h1, [role="tablist"], [title]',
      keep: (_item, page) => headerOf(page) !== null,
      handle: (_item, page) => headerOf(page)?.handle,
      name: maybe(nameInHeading, nameAbove),
      bio: maybe(bioByDirection, bioByPlace),
      followers: [exactFollowers, shownFollowers],
      // The badge lies on the picture; its name is in the page's language.
      verified: (_item, page) => {
        const picture = one(headerOf(page)?.root, 'img')
        const box = climb(picture, (around) => one(around, 'svg') !== null)
        return (box !== null && textOf(box) === textOf(one(box, 'svg'))) || null
      },
      chip: (_item, page) => headerOf(page)?.handle.closest('div') ?? null,
    },
  ],
  feed: '#barcelona-page-layout',
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.threads.com/', kind: 'feed' },
  { url: 'https://www.threads.com/following', kind: 'feed' },
  { url: 'https://www.threads.com/@mara.bakes', kind: 'profile' },
  { url: 'https://www.threads.net/@mara.bakes/replies', kind: 'profile' },
  { url: 'https://www.threads.com/@mara.bakes/post/DQx1aB2cD3e', kind: 'post' },
  { url: 'https://www.threads.com/@mara.bakes/post/DQx1aB2cD3e/media', kind: 'post' },
  { url: 'https://www.threads.com/search?q=rye&serp_type=default', kind: 'search' },
  { url: 'https://www.threads.com/tag/sourdough', kind: 'search' },
  { url: 'https://www.threads.com/activity', kind: 'other' },
]
