import { all, attr, climb, follows, hasDigit, isRendered, leaves, one, perItem, perPage, textOf } from '../dom.ts'
import { readText } from '../read-text.ts'
import type { Page } from '../types.ts'
import { addressOf, ARTICLE, BUTTON, commentLinks, commentOf, CONTROL, isIn } from './facebook-parts.ts'
import { partsOf, postAt, toolbarOf, userOf } from './facebook-parts.ts'

// ---------------------------------------------------------------- the parts of a page

export const DIALOG = '[role="dialog"]'
/** Comments are articles, too: within the post's, or beside it and with a link to themselves. */
const isCommentBox = (item: Element): boolean =>
  (!item.matches('[aria-posinset]') && item.parentElement?.closest(ARTICLE) != null) ||
  commentOf(one(item, 'a[href]')) !== ''
const hasPost = (item: Element, page: Page): boolean => {
  const { author, message: body } = partsOf(item, page)
  return author !== undefined && (body !== undefined || toolbarOf(item, page) !== undefined || isTimed(item, page))
}
const isTimed = (item: Element, page: Page): boolean => partsOf(item, page).time !== undefined

/** The post the address names. It opens over the page before, whose own posts stay in the document. */
export const focalOf = perPage((page): Element | undefined => {
  if (page.kind !== 'post') return undefined
  const wanted = postAt(page.url)?.id
  const articles = all(page.root, ARTICLE).filter(
    (item) => !isCommentBox(item) && isRendered(item) && hasPost(item, page),
  )
  const layers = articles.filter((item) => item.closest(DIALOG))
  const known = (layers.length > 0 ? layers : articles).find(
    (item) => postAt(addressOf(partsOf(item, page).time))?.id === wanted,
  )
  if (known) return known
  // Ids in letters vary with the reader; those in figures do not.
  const isOther = (item: Element) => {
    const id = postAt(addressOf(partsOf(item, page).time))?.id ?? ''
    return /^\d+$/.test(id) && /^\d+$/.test(wanted ?? '')
  }
  const only = layers.length > 0 ? layers[0] : articles.length === 1 ? articles[0] : undefined
  if (only ?? articles.length > 0) return only && !isOther(only) ? only : undefined
  return all(page.root, `${DIALOG}, [role="complementary"], [role="main"]`).find((part) => hasPost(part, page))
})

export function isPost(item: Element, page: Page): boolean {
  if (page.kind === 'post') return item === focalOf(page)
  return (
    item.matches(ARTICLE) &&
    !isCommentBox(item) &&
    !item.closest(`[hidden], ${DIALOG}`) &&
    isRendered(item) &&
    hasPost(item, page)
  )
}

// ---------------------------------------------------------------- comments

export interface Comment {
  readonly root: Element
  readonly id: string
  /** The links of this comment, not of those that answer it. */
  readonly own: readonly Element[]
  readonly name: Element | undefined
  readonly time: Element | undefined
  readonly text: Element | undefined
  /** What stands beside the name, where nothing marks the text. */
  readonly beside: Element | null
  /** The first link of the next comment within. */
  readonly next: Element | undefined
}

/** What holds a comment's links and no other comment's. */
function frameOf(link: Element): Element {
  const id = commentOf(link)
  const isOther = (found: Element | undefined) => found !== undefined && commentOf(found) !== id
  const isShared = (up: Element) => {
    const links = all(up, 'a[href*="comment_id="]')
    return isOther(links[0]) || isOther(links.at(-1))
  }
  return (
    climb(link, ({ parentElement: up }) => !up || up.matches(`${ARTICLE}, ${DIALOG}, body`) || isShared(up)) ?? link
  )
}

export const commentParts = perItem((item): Comment => {
  const root = item.matches('a') ? frameOf(item) : item
  const keyed = commentLinks(root)
  const id = commentOf(item.matches('a') ? item : keyed[0])
  const own = id === '' ? all(root, 'a[href]') : keyed.filter((link) => commentOf(link) === id)
  const next = keyed.find((link) => commentOf(link) !== id)
  const name = own.find((link) => userOf(link) !== '' && textOf(link) !== '')
  const time = own.find(
    (link) => link !== name && textOf(link) !== '' && !userOf(link) && (postAt(addressOf(link)) ?? link.closest('li')),
  )
  const isInside = (block: Element) =>
    !!name && follows(name, block) && !(next && follows(next, block)) && !(time && follows(time, block))
  const text = all(root, '[dir="auto"]').find(
    (block) => isInside(block) && !isIn(block, `a, ${BUTTON}, h3, h4`, root) && readText(block, CONTROL) !== '',
  )
  // A link's preview stands below the words, in a box of its own beside the line with the time.
  const around = text && name && climb(text, (box) => box.contains(name))
  const row = climb(name ?? null, ({ nextElementSibling: after }) => !!after && textOf(after) !== '', root)
  const besideName = row?.nextElementSibling ?? null
  const isTime = !besideName || (time && besideName.contains(time)) || besideName.matches(`a, ul, ${BUTTON}`)
  const beside = isTime || one(besideName, 'img:not([alt]), [dir="auto"]') ? null : besideName
  return { root, id, own, name, time, text: time && around?.contains(time) ? undefined : text, beside, next }
})

export const comment =
  <T>(find: (parts: Comment) => T) =>
  (item: Element, page: Page): T =>
    find(commentParts(item, page))

/** Those of the post the address names: marked as articles, or told by their links alone. */
export function isComment(item: Element, page: Page): boolean {
  const focal = focalOf(page)
  if (!focal || item === focal || !(focal.closest(DIALOG) ?? focal).contains(item)) return false
  if (!item.matches('a'))
    return isCommentBox(item) && (attr(item, 'aria-label') !== '' || commentLinks(item).length > 0)
  const box = item.closest('[role="article"]')
  return (!box || box === focal) && commentOf(item) !== '' && one(frameOf(item), 'a[href*="comment_id="]') === item
}

const AUTHOR_BADGE =
  /^(?:aut(?:h?o|eu|ö)r\S{0,6}|f[öo]rfatt\p{L}+|автор|yazar|penulis|tác giả|投稿者|작성자|作者|الكاتب)$/iu
export const isByAuthor = ({ root, name }: Comment): boolean =>
  leaves(root).some((leaf) => name && follows(leaf, name) && AUTHOR_BADGE.test(textOf(leaf)))

const said = (button: Element) => [attr(button, 'aria-label'), textOf(button)].find(hasDigit)

/** The figure is left out where one person reacted: then a single drawing is all there is. */
const isOneFace = (faces: Element): boolean =>
  textOf(faces) === '' && all(faces, 'img').length === 1 && one(faces, '[src^="data:"]') !== null

/** The faces below a comment say in words how many reacted; without faces nobody did. */
export function commentLikes({ root, text, name, next, time }: Comment): string | null {
  const start = text ?? name
  const faces = all(root, `${BUTTON}, [aria-label]`).find(
    (button) =>
      start &&
      follows(start, button) &&
      !start.contains(button) &&
      !(next && follows(next, button)) &&
      one(button, 'img') &&
      // Stickers and pictures stand above the line with the time.
      (said(button) ?? (time && follows(time, button))) &&
      !isIn(button, 'a', root),
  )
  return faces ? (said(faces) ?? (isOneFace(faces) ? '1' : null)) : time ? '0' : null
}
