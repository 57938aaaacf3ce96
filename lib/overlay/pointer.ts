import { outOf } from '../sites/propose.ts'
import { isOwn } from './host.ts'

/** Elements gone through when the keyboard asks for the next one. */
const MOST = 20_000

/** Layers looked through at a point. */
const LAYERS = 20

/**
 * The element of the page at a point of the view, in open shadow roots too. Looked through are ours, and what the
 * page lays over its content, where something below it `fits`.
 */
export function elementAt(doc: Document, x: number, y: number, fits: (element: Element) => boolean): Element | null {
  const layers = doc
    .elementsFromPoint(x, y)
    .filter((element) => !isOwn(element))
    .slice(0, LAYERS)
  let found = layers.find((element) => element.shadowRoot !== null || fits(element)) ?? layers[0] ?? null
  for (let depth = 0; found?.shadowRoot && depth < 50; depth++) {
    const inner: Element | null = found.shadowRoot.elementFromPoint(x, y)
    if (!inner || inner === found) break
    found = inner
  }
  return found
}

/** The element around; null at the page itself. */
export function wider(element: Element): Element | null {
  const around = outOf(element)
  return around && !/^(?:html|body)$/i.test(around.localName) ? around : null
}

/**
 * The next element, or the one before, that says something of its own and is in the page's own tree: for the keyboard.
 * From nothing it begins at the top of what is in view, and after the last it stops.
 */
export function nextSaying(doc: Document, from: Element | null, step: 1 | -1): Element | null {
  const walker = doc.createTreeWalker(doc.body, 1)
  let node: Node | null = null
  if (from && doc.body.contains(from)) walker.currentNode = from
  for (let n = 0; n < MOST; n++) {
    node = step === 1 ? walker.nextNode() : walker.previousNode()
    if (!node) return null
    const element = node as Element
    if (says(element) && isShown(element, from === null)) return element
  }
  return null
}

/** Text of its own, not only its children's, or a label. */
function says(element: Element): boolean {
  if (isOwn(element) || /^(?:script|style|template|noscript)$/.test(element.localName)) return false
  if (element.getAttribute('aria-label')) return true
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 && node.nodeValue?.trim()) return true
  return false
}

function isShown(element: Element, inView: boolean): boolean {
  const { width, height, bottom } = element.getBoundingClientRect()
  return width > 0 && height > 0 && (!inView || bottom > 0)
}
