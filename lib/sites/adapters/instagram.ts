import { parseCount } from '../counts.ts'
import type { Label } from '../../domain/observation.ts'
import { all, attr, climb, follows, hasDigit, leaves, numberIn, one, shown, textOf, texts } from '../dom.ts'
import { saysAi, saysPartnership, saysPinned, saysSponsored } from '../label-words.ts'
import { oneLine, readText } from '../read-text.ts'
import { parseDate } from '../shown-dates.ts'
import type { AddressExample, Page, ProfileRule } from '../types.ts'
import { defineSite, guess, maybe } from '../types.ts'

// Classes are hashed and test ids do not exist: everything starts at links and `time[datetime]` and walks up.

const RESERVED = /^(?:explore|reels?|direct|accounts|stories|p|tv|about|legal|web|popular|developer|emails|challenge)$/
const BUTTON = 'button, [role="button"]'
const POST_LINK = 'a[href*="/p/"], a[href*="/reel/"]'
/** The tag, or what makes it one. */
const TIME = 'time, [datetime]'
const NO_TEXT = `section, form, ${TIME}, ul, hr, textarea`

const isUser = ({ handle = '' }: Readonly<Record<string, string>>) =>
  /^[\w.]{1,30}$/.test(handle) && !RESERVED.test(handle)

const hrefOf = (link: Element | null | undefined): string => attr(link, 'href').replace('https://www.instagram.com', '')
const codeOf = (link: Element | null | undefined) => /\/(?:p|reel)\/([\w-]+)/.exec(hrefOf(link))?.[1]
/** `/mara.bakes/p/DQx1aB2cD3e/` names its author. */
const ownerOf = (link: Element | null | undefined) => /^\/([\w.]+)\/(?:p|reel)\//.exec(hrefOf(link))?.[1]
const isComment = (link: Element): boolean => /\/c\/\d/.test(hrefOf(link))

/** The account a link leads to; '' for any other link. */
function userOf(link: Element | undefined): string {
  const handle = /^\/([\w.]{1,30})\/?(?:\?|$)/.exec(hrefOf(link))?.[1] ?? ''
  return RESERVED.test(handle) ? '' : handle
}

/** Links to accounts that show a name: avatars lead there too, without text. */
const nameLinks = (root: Element): Element[] => all(root, 'a[href]').filter((link) => userOf(link) && textOf(link))
const hasName = (element: Element): boolean => nameLinks(element).length > 0

/** The link that carries the post's own time: its code, never a comment's permalink. */
const timeLink = (item: Element, page: Page): Element | undefined =>
  all(item, POST_LINK).find(
    (link) => !isComment(link) && one(link, TIME) && (page.kind !== 'post' || codeOf(link) === page.params['id']),
  )
/** Comments whose post is not (yet) in the page: names, words and times in it are not the post's. */
const isOrphaned = (item: Element, page: Page): boolean => page.kind === 'post' && !timeLink(item, page)
const timeOf = (item: Element, page: Page): Element | null =>
  isOrphaned(item, page) ? null : one(timeLink(item, page) ?? item, TIME)

/** The part of the item that is the post: without "More posts from" and the bar at the side. */
const postPart = (item: Element, page: Page): Element =>
  item.matches('article') ? item : (climb(timeLink(item, page) ?? null, hasName, item) ?? item)

const author = (item: Element, page: Page): string | undefined =>
  isOrphaned(item, page)
    ? page.params['handle']
    : (ownerOf(timeLink(item, page)) ?? userOf(nameLinks(postPart(item, page))[0]))

/** The text that stands beside or below a name: the next thing that is no control, time, picture or other row. */
function textBeside(name: Element, limit?: Element): Element | null {
  for (let node: Element | null = name; node && node !== limit; node = node.parentElement)
    for (let next = node.nextElementSibling; next; next = next.nextElementSibling)
      if (!next.matches(`${NO_TEXT}, ${BUTTON}`) && !one(next, NO_TEXT) && /[^•·\s]/.test(readText(next, BUTTON)))
        return next
  return null
}

/** The author's name a second time, with text beside it and no comment's permalink in its row, is the caption. */
function caption(item: Element, page: Page): Element | null {
  if (isOrphaned(item, page)) return null
  const part = postPart(item, page)
  const [header, ...others] = nameLinks(item)
  for (const name of others) {
    const row = climb(name, (element) => one(element, TIME) !== null, item)
    const isReply = row && all(row, 'a[href]').filter(isComment).length === 1
    const text = !isReply && part.contains(name) && userOf(name) === userOf(header) && textBeside(name, part)
    if (text) return text
  }
  // Logged-out layouts until 2024.
  return one(item, 'h1[dir="auto"]')
}

const hasIcons = (box: Element): boolean => all(box, 'svg').length > 2

/** Numbers beside the bar of icons, in its order: like, comment, (repost,) share, save; null beside none. */
function figures(item: Element, page: Page): (string | null)[] {
  const part = postPart(item, page)
  const bar =
    all(part, 'section').find(hasIcons) ??
    // Whatever holds three icons, and neither a person nor a time.
    all(part, 'svg')
      .map((icon) => climb(icon, hasIcons, part))
      .find((box) => box && !one(box, `${TIME}, img, video`) && !hasName(box))
  const slots: (string | null)[] = []
  for (const node of bar ? all(bar, 'svg, span, div, a') : []) {
    if (node.matches('svg')) slots.push(null)
    else if (slots.length > 0 && node.childElementCount === 0 && hasDigit(textOf(node)))
      slots[slots.length - 1] ??= textOf(node)
  }
  return slots
}

/** "33,604 likes"; "Liked by one and others", where the creator hides the count; "… and 33,603 others" is one more. */
function likes(item: Element, page: Page): string | undefined {
  for (const link of all(postPart(item, page), 'a[href*="/liked_by/"]')) {
    const text = textOf(leaves(link).find((leaf) => /^\p{Nd}/u.test(textOf(leaf))))
    const count = parseCount(text, page.lang)
    const isOthers = nameLinks(link.parentElement ?? link).length > 0
    if (count) return isOthers && count.step === 1 ? String(count.value + 1) : text
  }
  return undefined
}

/** What stands above the caption in small print: "Paid partnership with …", "AI info", "Sponsored". */
function labels(item: Element, page: Page): Label[] {
  const body = caption(item, page)
  const said = texts(item)
    .filter((text) => !body || (!body.contains(text) && follows(text, body)))
    .map((text) => oneLine(text.nodeValue))
  // An advertisement has no time.
  const isAd = one(item, 'a[href*="/ads/ig_redirect"]') ?? (!one(item, TIME) && said.some(saysSponsored))
  const found: [Label, unknown][] = [
    ['sponsored', isAd],
    ['paid-partnership', said.some(saysPartnership)],
    ['ai-generated', said.some(saysAi)],
  ]
  return found.flatMap(([label, is]) => (is ? [label] : []))
}

const commentAuthor = (link: Element): Element | undefined => nameLinks(climb(link, hasName) ?? link)[0]
const commentText = (link: Element): Element | null => {
  const name = commentAuthor(link)
  return name ? textBeside(name) : null
}

/** The first button below a comment's text, when it has a number: "1 like"; "View replies (3)" is none. */
function commentLikes(link: Element): string | null {
  const body = commentText(link)
  const control = (box: Element, selector: string) =>
    all(box, selector).find((button) => !body?.contains(button) && body && follows(body, button) && textOf(button))
  const find = (selector: string) => {
    const row = climb(link, (element) => control(element, selector) !== undefined)
    // In the row of another comment there is another's figure.
    return row && all(row, TIME).filter((time) => time.closest('a[href*="/c/"]')).length === 1
      ? textOf(control(row, selector))
      : null
  }
  const text = find(BUTTON) ?? find('span')
  if (text === null) return null
  return hasDigit(text) && !text.includes('(') ? text : '0'
}

/** [posts, followers, following] of a profile header, wherever they are links, list items or plain text. */
function stats(header: Element): (Element | null | undefined)[] {
  const followers = one(header, 'a[href*="/followers/"]')
  if (followers) {
    const after = climb(followers, (element) => element.previousElementSibling !== null, header)
    return [after?.previousElementSibling, followers, one(header, 'a[href*="/following/"]')]
  }
  const items = all(header, 'ul > li').filter((li) => numberIn(li) && !li.closest('[role="menu"]'))
  // On one's own and restricted profiles the links lead nowhere.
  return items.length === 3 ? items : [null, ...all(header, 'a[href="#"]').filter(numberIn)]
}
/** The exact number is the `title` of the shown one. */
const stat = (index: number) => (header: Element) => {
  const box = stats(header)[index]
  const title = attr(one(box, '[title]'), 'title')
  return hasDigit(title) ? title : numberIn(box)
}

const BIO = 'span[dir="auto"] > [role="button"] > span[dir="auto"], h1[dir="auto"], section div + span[dir="auto"]'
/** What opens the whole bio at a press, however it is wrapped. */
const FOLDED_BIO = 'span[dir="auto"] [role="button"], span[dir="auto"] > [tabindex] > span[dir="auto"]'
const bio = (header: Element): Element | undefined => {
  const find = (selector: string) =>
    all(header, selector).find(
      (element) => textOf(element) && !element.parentElement?.closest('a, li, h2, [role="menu"]'),
    )
  const folded = find(FOLDED_BIO)
  return find(BIO) ?? (folded && !one(folded, 'svg, img') ? folded : undefined)
}

/** The first line of the block that ends with the bio, or that stands where the bio would. */
function displayName(header: Element): string | null {
  const last = bio(header)
  const outer = last?.parentElement?.closest('span[dir="auto"]') ?? last
  const lines = outer
    ? [...(outer.parentElement?.children ?? [])].filter((line) => follows(line, outer))
    : all(header, 'section').filter((section) => !one(section, 'img, ul, [role="menu"], a[href*="/follow"]'))
  const line = lines.find((candidate) => textOf(candidate) && !one(candidate, 'a, button, h2'))
  return line ? textOf(leaves(line)[0]) : null
}

const profile: ProfileRule = {
  on: ['profile'],
  root: 'header',
  keep: (header) => stats(header).some(numberIn) || shown(header, 'h2') !== null,
  handle: [(_header, page) => page.params['handle'], 'h2'],
  name: maybe(displayName),
  bio: maybe(bio),
  followers: stat(1),
  following: stat(2),
  posts: maybe(stat(0)),
  // The blue badge; its label is in the page's language.
  verified: (header) => (one(header, 'svg[fill="rgb(0, 149, 246)"][viewBox="0 0 40 40"]') ? true : null),
  chip: (header) => one(header, 'h2')?.closest('div') ?? null,
}

/** Where it is no `header`: the box that holds figures and is none of the grid. */
const isHeader = (box: Element): boolean => !one(box.ownerDocument, 'header') && stats(box).filter(numberIn).length > 1

export default defineSite({
  id: 'instagram',
  name: 'Instagram',
  matches: ['*://www.instagram.com/*'],
  // The `title` of a time is its date in words.
  parseTime: parseDate,
  pages: [
    { kind: 'post', path: '/:type(p|reel|tv)/:id{/*}?' },
    { kind: 'post', path: '/reels/:id([\\w\\-]{8,})' },
    { kind: 'post', path: '/:handle/:type(p|reel)/:id{/*}?', when: isUser },
    { kind: 'search', path: '/:area(explore|popular)/:what+' },
    { kind: 'feed', path: '/{explore}?' },
    { kind: 'profile', path: '/:handle{/:tab(reels|tagged|reposts|saved|channel)}?', when: isUser },
  ],
  posts: [
    {
      // The dialog is the post opened over a grid or feed, whose own posts stay in the page behind it.
      select: 'article, main, [role="main"], [role="dialog"]',
      keep: (item, page) =>
        page.kind === 'post'
          ? !one(item, 'article') &&
            (!isOrphaned(item, page) ||
              all(item, `a[href*="/${page.params['id']}/c/"]`).some((link) => one(link, TIME)))
          : item.matches('article') && hasName(item),
      // Advertisements link to no post of their own.
      id: maybe(
        (item, page) => codeOf(timeLink(item, page)),
        (item) => codeOf(one(item, POST_LINK)),
      ),
      url: (id, _author, page) =>
        `https://www.instagram.com/${page.url.pathname.includes('/reel/') ? 'reel' : 'p'}/${id}/`,
      handle: author,
      text: maybe(caption),
      textWithout: BUTTON,
      textCut: (item, page) => one(caption(item, page), BUTTON) !== null,
      publishedAt: {
        from: [(item, page) => attr(timeOf(item, page), 'datetime'), (item, page) => attr(timeOf(item, page), 'title')],
        on: ['post'],
      },
      publishedText: maybe(timeOf),
      likes: maybe(likes, (item, page) => figures(item, page)[0]),
      comments: maybe(
        (item, page) => figures(item, page)[1],
        // "View all 12 comments" in a feed.
        (item) =>
          all(item, `article a[href*="/p/"]:not([href*="/liked_by/"])`).find(
            (link) => !one(link, `${TIME}, img`) && numberIn(link),
          ),
      ),
      shares: guess((item, page) => {
        const slots = figures(item, page)
        return slots.length > 4 ? slots[2] : null
      }),
      labels,
      badge: (item, page) => (timeLink(item, page) ?? nameLinks(item)[0])?.parentElement ?? null,
    },
    {
      on: ['profile', 'search'],
      select: 'main a[href*="/p/"], main a[href*="/reel/"]',
      // The grid of a tag is one article.
      keep: (link, page) =>
        !isComment(link) &&
        one(link, 'img') !== null &&
        !one(link, TIME) &&
        !link.closest(page.kind === 'search' ? 'header' : 'article, header'),
      id: codeOf,
      url: (id) => `https://www.instagram.com/p/${id}/`,
      handle: maybe(ownerOf, (_link, { params }) => (params['tab'] === 'tagged' ? null : params['handle'])),
      text: maybe(),
      textCut: () => true,
      views: guess((link, { params }) => (params['tab'] === 'reels' ? numberIn(link) : null)),
      labels: (link) => (all(link, 'svg').some((svg) => saysPinned(attr(svg, 'aria-label'))) ? ['pinned'] : []),
    },
  ],
  // One page for removed, private and mistyped; told in English only.
  gone: ({ root }) =>
    [...root.querySelectorAll('h2, main span')].some((line) =>
      /^(Sorry, this page|Post) isn['’]t available\.?$/.test(line.textContent.trim()),
    )
      ? 'unavailable'
      : null,
  signs: { posts: 'a[href*="/p/"], a[href*="/reel/"]', profile: 'a[href$="/followers/"]' },
  comments: [
    {
      on: ['post'],
      select: 'a[href*="/c/"]',
      keep: (link, page) => isComment(link) && codeOf(link) === page.params['id'] && one(link, TIME) !== null,
      // A reply's permalink is its parent's with `/r/` and its own id.
      id: (link) => /\/(\d+)\/?(?:\?|$)/.exec(hrefOf(link))?.[1],
      handle: (link) => userOf(commentAuthor(link)),
      // A picture or sticker has no text.
      text: maybe(commentText),
      textWithout: BUTTON,
      publishedAt: [
        { select: '[datetime]', attr: 'datetime' },
        { select: 'time', attr: 'title' },
      ],
      publishedText: TIME,
      likes: commentLikes,
      depth: (link) => (hrefOf(link).includes('/r/') ? 1 : 0),
    },
  ],
  profile: [profile, { ...profile, root: 'main > *, body > *', keep: isHeader }],
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.instagram.com/', kind: 'feed' },
  { url: 'https://www.instagram.com/explore/', kind: 'feed' },
  { url: 'https://www.instagram.com/reel/DQx1aB2cD3e/c/178930/', kind: 'post' },
  { url: 'https://www.instagram.com/mara.bakes/p/DQx1aB2cD3e/', kind: 'post' },
  { url: 'https://www.instagram.com/mara.bakes/reels/', kind: 'profile' },
  { url: 'https://www.instagram.com/explore/tags/bread/', kind: 'search' },
  { url: 'https://www.instagram.com/direct/inbox/', kind: 'other' },
]
