/**
 * Walking a page's markup: small helpers that adapters share. They read and never write.
 * None of them trusts class names; they go by links, numbers and what is hidden.
 */
import { hasDigit } from '../text/digits.ts'
import { oneLine } from './read-text.ts'
import type { Page } from './types.ts'

export { hasDigit }

/** Everything under `root` that matches, as an array. */
export const all = (root: ParentNode, selector: string): Element[] => [...root.querySelectorAll(selector)]

/** The first match for which `test` holds: the others are only looked for where it does not hold for the very first. */
export function firstWhere(root: ParentNode, selector: string, test: (element: Element) => boolean): Element | null {
  const first = root.querySelector(selector)
  return !first || test(first) ? first : (all(root, selector).find(test) ?? null)
}

/** The first match under `root`, null for none or no root. */
export const one = (root: ParentNode | null | undefined, selector: string): Element | null =>
  root?.querySelector(selector) ?? null

/** An attribute; '' for none or no element. */
export const attr = (element: Element | null | undefined, name: string): string => element?.getAttribute(name) ?? ''

/** The text of an element on one line; '' for none. */
export const textOf = (element: Element | null | undefined): string => oneLine(element?.textContent)

/** The first match that no ancestor hides with the `hidden` attribute and that has text. */
export function shown(root: ParentNode, selector: string): Element | null {
  return all(root, selector).find((element) => !element.closest('[hidden]') && textOf(element) !== '') ?? null
}

/** The elements under `root` that hold text and no other element, in page order. */
export function leaves(root: Element): Element[] {
  const inside = root.childElementCount === 0 ? [root] : all(root, '*')
  return inside.filter((element) => element.childElementCount === 0 && textOf(element) !== '')
}

/**
 * The element that holds a number and nothing else around it: "followers" and "878" often stand in two
 * elements without a space between them, so that their joined text is no number.
 */
export function numberIn(root: Element | null | undefined): Element | null {
  if (!root) return null
  return leaves(root).find((leaf) => hasDigit(textOf(leaf))) ?? (hasDigit(textOf(root)) ? root : null)
}

/** The element itself or the nearest one around it, below `limit`, for which `test` holds. */
export function climb(from: Element | null, test: (element: Element) => boolean, limit?: Element): Element | null {
  for (let element = from; element && element !== limit; element = element.parentElement)
    if (test(element)) return element
  return null
}

/** True when `b` comes after `a` in the page. */
export const follows = (a: Node, b: Node): boolean => (a.compareDocumentPosition(b) & 4) !== 0

/** The text nodes under `root` that are not blank, in page order. */
export function texts(root: Element): Node[] {
  const walker = root.ownerDocument.createTreeWalker(root, 4)
  const found: Node[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (oneLine(node.nodeValue) !== '') found.push(node)
  return found
}

/** The first text: "Google DeepMind" of "Google DeepMind<icon> and 3 more". Frameworks may keep it in several nodes. */
export function firstText(element: Element | null): string {
  let text = ''
  for (let node: Node | null | undefined = element && texts(element)[0]; node && node.nodeType !== 1;)
    [text, node] = [text + (node.nodeType === 3 ? node.nodeValue : ''), node.nextSibling]
  return oneLine(text)
}

/** False where the page's style hides the element or something around it; true where nobody can tell. */
export const isRendered = (element: Element): boolean =>
  typeof element.checkVisibility !== 'function' || element.checkVisibility()

/** Looks something up once per reading of a page, however many items ask for it. */
export function perPage<T>(find: (page: Page) => T): (page: Page) => T {
  const found = new WeakMap<Page, { value: T }>()
  return (page) => {
    const known = found.get(page) ?? { value: find(page) }
    found.set(page, known)
    return known.value
  }
}

/** Looks something up once per item and reading of a page, however many fields ask for it. */
export function perItem<T>(find: (item: Element, page: Page) => T): (item: Element, page: Page) => T {
  const items = perPage(() => new WeakMap<Element, { value: T }>())
  return (item, page) => {
    const found = items(page)
    const known = found.get(item) ?? { value: find(item, page) }
    found.set(item, known)
    return known.value
  }
}
