import { all, hasDigit, one, perPage, texts } from '../dom.ts'
import { oneLine } from '../read-text.ts'
import { attempt } from '../reading.ts'
import { saysFollowers } from '../figure-words.ts'
import type { AddressExample, CommentRule, Page, PostRule, ProfileRule, Strategy } from '../types.ts'
import { defineSite } from '../types.ts'
import { EMBER, EMBER_COMMENT, emberComment, emberPost } from './linkedin-ember.ts'
import { GUEST, guestComment, guestPost } from './linkedin-guest.ts'
import type { Dialect } from './linkedin-parts.ts'
import { addressUrn, namedBy, timeOf, urnIn } from './linkedin-parts.ts'
import { isCard, SDUI, sduiComment, sduiPost } from './linkedin-sdui.ts'

// Three designs are served at once, often on one visit: the feed of hashed classes, older pages, and guests' pages.

const ITEM = `${EMBER}, ${GUEST}, ${SDUI}`
/** Posts stand in wrappers that look like posts, and hold posts that they pass on: the outermost counts. */
const isOuter = (item: Element) => !item.parentElement?.closest(`${EMBER}, ${GUEST}`)
const isSdui = (item: Element) =>
  !item.parentElement?.closest(ITEM) && one(item, `${EMBER}, ${GUEST}`) === null && isCard(item)
const isItem = (item: Element) => (item.matches(`${EMBER}, ${GUEST}`) ? isOuter(item) : isSdui(item))

/** The post that the address names, or whose comments are open; other posts there are recommendations. */
const focalOf = perPage((page): Element | null => {
  if (page.kind !== 'post') return null
  const items = all(page.root, ITEM).filter(isItem)
  const names = namedBy(page)
  const has = (selector: string) => items.find((item) => item.matches(selector) || one(item, selector) !== null)
  const only = items.length === 1 ? items[0] : undefined
  return (names && has(names)) || (only ?? has(`${EMBER_COMMENT}, section.comment, [class*="with-comments"]`) ?? null)
})
const isShown = (item: Element, page: Page) => page.kind !== 'post' || item === focalOf(page)
const inAddress = (item: Element, page: Page) => (item === focalOf(page) ? addressUrn(page) : null)

/** The first post of each reading of a page. */
const firstRead = new WeakMap<Page, Element>()

/** A dialect's posts: kept where they count, and known by the address where they carry no id. */
function postsOf(dialect: Dialect, isOne: (item: Element) => boolean, absent: 'miss' | 'unknown'): PostRule {
  const { ids, times = [], isPassedOn, ...rule } = dialect
  const from = [...ids, inAddress]
  const idTime: Strategy = (item, page) => {
    const id = isPassedOn(item) ? undefined : from.map((find) => attempt(() => find(item, page), null)).find(Boolean)
    return id ? timeOf(id, page) : null
  }
  return {
    ...rule,
    keep: (item, page) => {
      const is = isOne(item) && isShown(item, page)
      if (is && !firstRead.has(page)) firstRead.set(page, item)
      return is
    },
    id: { from, absent },
    url: (id) => `https://www.linkedin.com/feed/update/${id}/`,
    publishedAt: { from: [...times, idTime], absent: times.length > 0 ? 'miss' : 'unknown' },
  }
}

/**
 * A page's comments are given to one post, in a feed to the first that is read. So there only comments inside that
 * one count; those of the others are read on their own pages.
 */
const commentsOf = (rule: CommentRule): CommentRule => ({
  ...rule,
  keep: (comment, page) =>
    (page.kind === 'post' || (firstRead.get(page)?.contains(comment) ?? false)) && (rule.keep?.(comment, page) ?? true),
})
/** What stands in the same part as the name: not how many follow whom the member follows, nor "View all 69 employees". */
const card = (main: Element) => one(main, 'h1')?.closest('section') ?? main
const profile: ProfileRule = {
  on: ['profile'],
  root: 'main',
  keep: (main) => one(main, 'h1') !== null,
  handle: (_main, page) => page.params['handle'],
  name: 'h1',
  bio: [
    '.text-body-medium.break-words',
    '.org-top-card-summary__tagline',
    // Guests: a member's headline; an organisation's slogan, below its trade and its place.
    (main, page) => one(card(main), page.params['type'] === 'in' ? 'h2' : 'h4'),
  ],
  followers: [
    'a[href*="/followers"]',
    (main) =>
      texts(card(main))
        .map((text) => oneLine(text.nodeValue))
        .find((text) => hasDigit(text) && saysFollowers(text)),
  ],
  chip: (main) => one(main, 'h1'),
}

const isPostSlug = ({ slug = '' }: Readonly<Record<string, string>>) => urnIn(slug) !== undefined

export default defineSite({
  id: 'linkedin',
  name: 'LinkedIn',
  matches: ['*://*.linkedin.com/*'],
  pages: [
    { kind: 'post', path: '/feed/update/:urn' },
    { kind: 'post', path: '/posts/:slug', when: isPostSlug },
    { kind: 'feed', path: '/:list(feed|preload){/*}?' },
    { kind: 'search', path: '/search/results/:area(content|all){/*}?' },
    { kind: 'profile', path: '/:type(in)/:handle{/:lang([a-z]{2})}?' },
    { kind: 'profile', path: '/:type(in)/:handle/recent-activity{/*}?' },
    { kind: 'profile', path: '/:type(company|school|showcase)/:handle{/:tab(about|posts|mycompany)}?' },
  ],
  posts: [
    postsOf(guestPost, isOuter, 'miss'),
    postsOf(emberPost, isOuter, 'miss'),
    postsOf(sduiPost, isSdui, 'unknown'),
  ],
  comments: [guestComment, emberComment, sduiComment].map(commentsOf),
  signs: {
    posts: '[data-token-id="289"], .react-button__trigger, a[href*="feed-actor"], a[href*="/feed/update/"]',
    comments: '.comment__text, .comments-comment-item__main-content, [data-testid*="commentList"] a[href*="/in/"]',
  },
  // The only post that is kept there.
  focal: (posts, page) => (page.kind === 'post' ? posts[0] : undefined),
  profile: [profile],
  feed: 'main',
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.linkedin.com/feed/', kind: 'feed' },
  { url: 'https://www.linkedin.com/preload/', kind: 'feed' },
  { url: 'https://www.linkedin.com/feed/update/urn:li:activity:7395000000000000000/', kind: 'post' },
  { url: 'https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7395000000000000000', kind: 'post' },
  {
    url: 'https://www.linkedin.com/posts/maya-rye_rye-day-activity-7395000000000000000-aB1c?utm_source=share',
    kind: 'post',
  },
  { url: 'https://www.linkedin.com/in/maya-rye/', kind: 'profile' },
  { url: 'https://de.linkedin.com/in/maya-rye/en', kind: 'profile' },
  { url: 'https://www.linkedin.com/in/maya-rye/recent-activity/all/', kind: 'profile' },
  { url: 'https://uk.linkedin.com/company/rye-and-co', kind: 'profile' },
  { url: 'https://www.linkedin.com/company/rye-and-co/posts/', kind: 'profile' },
  { url: 'https://www.linkedin.com/search/results/content/?keywords=rye', kind: 'search' },
  { url: 'https://www.linkedin.com/jobs/view/1/', kind: 'other' },
  { url: 'https://www.linkedin.com/company/rye-and-co/people/', kind: 'other' },
]
