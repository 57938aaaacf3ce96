import { all, attr, follows, leaves, one, perItem, textOf } from '../dom.ts'
import { saysAi } from '../label-words.ts'
import { readText } from '../read-text.ts'
import type { Page } from '../types.ts'

// Classes are hashed, letters of labels shuffled, and `data-ad-*` names parts of every post, not advertisements. Links
// tell what is what: to people, to posts, and to comments by `comment_id`.

export const ARTICLE = '[role="article"], [aria-posinset]'
export const BUTTON = 'button, [role="button"]'
/** "See more", "Translate" and their like, in text. */
export const CONTROL = `${BUTTON}, div[tabindex], span[tabindex]`
const HEADING = 'h2, h3, h4, [data-ad-rendering-role="profile_name"]'
const KEYED = 'a[href*="comment_id="]'
const MESSAGE =
  '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]'

/** First segments that are Facebook's own pages and nobody's name. */
const RESERVED =
  /^(?:groups|events|watch|reels?|photos?|videos?|marketplace|gaming|hashtag|search|help|policies|privacy|login|recover|settings|notifications|messages|friends|bookmarks|saved|memories|stories|share|ads|business|pages|people|live|about|.*\.php)$/i

export const isVanity = (name: string): boolean => /^[\w.-]{2,}$/.test(name) && !RESERVED.test(name)

/** A link within Facebook, whichever of its hosts; null for others and for links that lead nowhere. */
export function addressOf(link: Element | null | undefined): URL | null {
  const href = attr(link, 'href')
  if (!/^(?:\/(?!\/)|https?:)/.test(href) || !URL.canParse(href, 'https://www.facebook.com')) return null
  const url = new URL(href, 'https://www.facebook.com')
  return /(?:^|\.)facebook\.com$/.test(url.hostname) && url.hostname !== 'l.facebook.com' ? url : null
}

/** The account a link leads to: its name, or its number; '' for any other link. */
export function userOf(link: Element | null | undefined): string {
  const url = addressOf(link)
  if (!url) return ''
  const [first = '', second = '', third = '', fourth = ''] = url.pathname.split('/').filter(Boolean)
  if (first === 'profile.php') return /^\d+$/.exec(url.searchParams.get('id') ?? '')?.[0] ?? ''
  if (first === 'people') return /^\d+$/.test(third) ? third : ''
  if (first === 'groups') return third === 'user' ? fourth : ''
  return second === '' && isVanity(first) ? first : ''
}

/** The post an address names, and the address without what was added to follow people about. */
export function postAt(url: URL | null): { id: string; url: string } | null {
  if (!url) return null
  const path = url.pathname.split('/').filter(Boolean)
  const asked = url.searchParams.get('story_fbid') ?? url.searchParams.get('fbid') ?? url.searchParams.get('v')
  const kind = path.findIndex((part) => /^(?:posts|permalink|reel|reels|videos|photos|p|v|r)$/.test(part))
  const isQuery = /^(?:permalink\.php|story\.php|watch|photo|photo\.php)$/.test(path[0] ?? '') && path.length === 1
  // Between "posts" and the id there may be words of the title.
  const id = isQuery ? asked : kind >= 0 && path.length > kind + 1 ? path.at(-1) : null
  if (!id || !/^(?:pfbid\w+|\d+|\w{6,})$/.test(id)) return null
  const kept = new URLSearchParams()
  for (const name of isQuery ? ['story_fbid', 'fbid', 'id', 'v'] : []) {
    const value = url.searchParams.get(name)
    if (value !== null) kept.set(name, value)
  }
  const query = kept.toString()
  return { id, url: `https://www.facebook.com${url.pathname}${query && `?${query}`}` }
}

/** The id of the comment or reply a link is about: the number inside "comment:POST_NUMBER" in base64, or as it is. */
export function commentOf(link: Element | null | undefined): string {
  const url = addressOf(link)
  const key = url?.searchParams.get('reply_comment_id') ?? url?.searchParams.get('comment_id') ?? ''
  if (/^\d*$/.test(key) || !/^[\w+/-]+=*$/.test(key)) return key
  return /_(\d+)$/.exec(atob(key.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')))?.[1] ?? key
}
export const isReply = (link: Element): boolean => addressOf(link)?.searchParams.has('reply_comment_id') ?? false
export const commentLinks = (root: ParentNode): Element[] => all(root, KEYED).filter(commentOf)

/**
 * What a reader sees of a label: its accessible name, the text it is drawn from, or letters in the order in which they
 * stand. Facebook shuffles the letters of some labels and hides decoys among them; '' where nobody can tell.
 */
export function shownLabel(element: Element): string {
  const named = attr(element, 'aria-label') || attr(one(element, '[aria-label]'), 'aria-label')
  if (named) return named
  const source = attr(element, 'aria-labelledby') || attr(one(element, '[aria-labelledby]'), 'aria-labelledby')
  const drawn = one(element, 'use')
  const id = source.split(' ')[0] || (attr(drawn, 'href') || attr(drawn, 'xlink:href')).replace('#', '')
  const root = element.getRootNode()
  const elsewhere = id && 'getElementById' in root ? (root as Document).getElementById(id) : null
  if (elsewhere) return textOf(elsewhere)
  const letters = leaves(element)
  if (letters.length < 4 || letters.some((letter) => !/^.$/u.test(textOf(letter)))) return textOf(element)
  const box = element.getBoundingClientRect()
  if (box.width === 0) return ''
  return letters
    .map((letter) => ({ letter, at: letter.getBoundingClientRect() }))
    .filter(({ at }) => at.width > 0 && at.top < box.bottom && at.bottom > box.top && at.left < box.right)
    .toSorted((a, b) => a.at.left - b.at.left)
    .map(({ letter }) => textOf(letter))
    .join('')
}

export interface Parts {
  /** The link to who wrote it. */
  readonly author: Element | undefined
  /** The link in the header that carries the time. */
  readonly time: Element | undefined
  readonly message: Element | undefined
  /** The header of the post that this one shares. */
  readonly shared: Element | undefined
  /** Where the comments begin. */
  readonly end: Element | undefined
}

/** What belongs to a post itself: neither to what it shares nor to its comments. */
export const partsOf = perItem((item): Parts => {
  const end = all(item, `[role="article"][aria-label], ${KEYED}`).find(
    (inner) => !inner.matches('a') || commentOf(inner),
  )
  const isOwn = (element: Element) => !end || (!end.contains(element) && follows(element, end))
  const names = all(item, HEADING).filter((name) => isOwn(name) && all(name, 'a[href]').some(userOf))
  const [header, ...others] = names.filter((name) => !names.some((outer) => outer !== name && outer.contains(name)))
  const people = all(item, 'a[href]').filter((link) => isOwn(link) && userOf(link) && textOf(link))
  const author = (header && people.find((link) => header.contains(link))) ?? people[0]
  const shared = others.find((other) => author && follows(author, other))
  const isBefore = (element: Element) => isOwn(element) && !(shared && follows(shared, element))
  const marked = all(item, MESSAGE).find((box) => isBefore(box) && textOf(box))
  const time = all(item, 'a[href]').find(
    (link) =>
      author &&
      follows(author, link) &&
      isBefore(link) &&
      !(marked && (marked.contains(link) || follows(marked, link))) &&
      !userOf(link) &&
      (postAt(addressOf(link)) ?? /^[?#]/.test(attr(link, 'href'))) &&
      !one(link, 'img, video'),
  )
  const start = time ?? author
  const stop = all(item, '[role="toolbar"], video, a img').find((part) => start && follows(start, part))
  const unmarked = all(item, '[dir="auto"]').find(
    (block) =>
      start &&
      follows(start, block) &&
      isBefore(block) &&
      !(stop && !follows(block, stop)) &&
      readText(block, CONTROL) !== '' &&
      !isIn(block, `a, ${BUTTON}, ${HEADING}`, item) &&
      !isSmallPrint(textOf(block)),
  )
  return { author, time, message: marked ?? unmarked, shared, end }
})

export const isIn = (element: Element, selector: string, item: Element): boolean => {
  const around = element.closest(selector)
  return !!around && around !== item && item.contains(around)
}

/** Small print of the header. Nothing else is taken for a label there: creators write "Ad", too. */
const isSmallPrint = (text: string): boolean => saysAi(text) || /^[·•\s]*$/.test(text)

/** The faces of those who reacted. */
export const toolbarOf = (item: Element, page: Page) => {
  const { author, end } = partsOf(item, page)
  return all(item, '[role="toolbar"]').find((bar) => author && follows(author, bar) && !(end && follows(end, bar)))
}
