import { all, attr, follows, numberIn, one, textOf } from '../dom.ts'
import { readText } from '../read-text.ts'
import type { AddressExample, Strategy } from '../types.ts'
import { defineSite, guess } from '../types.ts'

// No rendered page has been captured; what is read comes from an open-source extension and the site's own notes, and
// is marked unverified. Classes are hashed, and their names are only known to the page's own scripts. Blogs at an
// address of their own (`maya.tumblr.com`) are HTML of the blogger's making and are not read.

const RESERVED =
  /^(?:dashboard|explore|tagged|search|settings|blog|likes|following|inbox|messages|communities|live|login|register|about|help|policy|shop|domains|new|activity|onboarding|app|apps|privacy)$/
const isBlog = ({ handle = '' }: Readonly<Record<string, string>>) =>
  /^[\w-]{1,32}$/.test(handle) && !RESERVED.test(handle)

const POST = '[data-id], article'
/** `{ handle, id }` of a link to `/maya/7529/slug` or `/maya`. */
function pathOf(link: Element | null | undefined) {
  const path = attr(link, 'href').replace(/^https:\/\/www\.tumblr\.com/, '')
  const [, handle = '', id] = /^\/(?:blog\/view\/)?([\w-]+)(?:\/(\d+))?/.exec(path) ?? []
  return isBlog({ handle }) ? { handle, id } : undefined
}
const header = (item: Element) => one(item, 'header')
const author = (item: Element) => one(header(item), 'a[rel="author"]')
const permalink = (item: Element) => one(item, 'a[rel="bookmark"]')
const blog: Strategy = (item) => pathOf(author(item))?.handle ?? pathOf(permalink(item))?.handle

/** Text blocks of the body, outermost ones: paragraphs, headings, lists, quotes. */
const BLOCK = 'p, h1, h2, h3, ul, ol, blockquote, pre'
const blocks = (item: Element) =>
  all(item, BLOCK).filter(
    (block) => !block.parentElement?.closest(BLOCK) && !block.closest('header, footer, button, figcaption, aside'),
  )

/** Each part of a reblog's trail begins with a picture that leads to its blog. */
const heads = (item: Element) =>
  all(item, 'a[href]').filter(
    (link) =>
      pathOf(link) &&
      one(link, 'img') &&
      !link.closest('footer') &&
      !header(item)?.contains(link) &&
      !link.closest(BLOCK),
  )

/** The blogger's own words: all of an original post, what a reblog adds, never what it passes on. */
function own(item: Element): Element[] {
  const last = heads(item).at(-1)
  const isOwn = !last || pathOf(last)?.handle === pathOf(author(item) ?? permalink(item))?.handle
  return isOwn ? blocks(item).filter((block) => !last || follows(last, block)) : []
}
/** And the tags below them, where many disclose. */
const words: Strategy = (item) =>
  [...own(item).map((block) => readText(block)), tags(item).join(' ')].filter(Boolean).join('\n\n')
const tags = (item: Element) =>
  all(item, 'a[href*="/tagged/"]')
    .filter((link) => !link.closest(BLOCK))
    .map(textOf)
    .filter((text) => text.startsWith('#'))

const iconOf = (use: Element): string => attr(use, 'href') || attr(use, 'xlink:href')
/** The number in the button with an icon; icons have the same names in every language. "4,312 notes" are of all kinds. */
const beside =
  (icon: string): Strategy =>
  (item) => {
    const found = all(item, 'use').find((use) => iconOf(use).startsWith(`#managed-icon__ds-${icon}`))
    return numberIn(found?.closest('button, a'))
  }

/** A flame in the header: somebody paid to have the post shown. */
const isBlazed = (item: Element) => all(item, 'header use').some((use) => iconOf(use).includes('__ds-blaze'))

export default defineSite({
  id: 'tumblr',
  name: 'Tumblr',
  matches: ['*://www.tumblr.com/*'],
  pages: [
    { kind: 'post', path: '{/blog/view}?/:handle/:id(\\d+){/*}?', when: isBlog },
    { kind: 'feed', path: '/{:list(dashboard|explore|likes)}?{/*}?' },
    { kind: 'search', path: '/:area(tagged|search){/*}?' },
    { kind: 'profile', path: '{/blog/view}?/:handle', when: isBlog },
  ],
  posts: [
    {
      select: POST,
      keep: (item, page) =>
        !item.parentElement?.closest(POST) &&
        (item.matches('article') || one(item, 'article') !== null) &&
        author(item) !== null &&
        // Below an opened post stand others of the blog.
        (page.kind !== 'post' || (attr(item, 'data-id') || pathOf(permalink(item))?.id) === page.params['id']),
      id: [{ select: '', attr: 'data-id' }, (item) => pathOf(permalink(item))?.id],
      url: (id, { handle }) => `https://www.tumblr.com/${handle ?? 'blog'}/${id}`,
      handle: { from: [blog], unverified: true },
      // Pictures alone, or a reblog that adds nothing.
      text: { from: [words], absent: 'unknown', on: [], unverified: true },
      links: (item) => own(item).flatMap((block) => all(block, 'a[href^="http"]').map((link) => attr(link, 'href'))),
      hashtags: (item) => tags(item).map((tag) => tag.slice(1)),
      publishedAt: guess({ select: 'header time[datetime]', attr: 'datetime' }),
      publishedText: guess('header time'),
      likes: guess(beside('like')),
      comments: guess(beside('reply')),
      shares: guess(beside('reblog')),
      labels: (item) => (isBlazed(item) ? ['sponsored'] : []),
      badge: header,
    },
  ],
  signs: { posts: 'a[rel="bookmark"]' },
  profile: [
    {
      on: ['profile'],
      root: 'body',
      keep: (body) => one(body, 'h1') !== null,
      handle: (_body, page) => page.params['handle'],
      name: guess('h1'),
      chip: (body) => one(body, 'h1'),
    },
  ],
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.tumblr.com/dashboard', kind: 'feed' },
  { url: 'https://www.tumblr.com/dashboard/following', kind: 'feed' },
  { url: 'https://www.tumblr.com/mayarye', kind: 'profile' },
  { url: 'https://www.tumblr.com/blog/view/mayarye', kind: 'profile' },
  { url: 'https://www.tumblr.com/mayarye/752946857902081000/rye-day', kind: 'post' },
  { url: 'https://www.tumblr.com/blog/view/mayarye/752946857902081000', kind: 'post' },
  { url: 'https://www.tumblr.com/tagged/rye', kind: 'search' },
  { url: 'https://www.tumblr.com/search/rye%20bread', kind: 'search' },
  { url: 'https://www.tumblr.com/settings/account', kind: 'other' },
]
