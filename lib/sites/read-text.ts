import { MAX_TEXT } from '../domain/limits.ts'
import { lazyPattern } from '../text/lazy-pattern.ts'

const BLOCKS = new Set(
  'P DIV LI UL OL DL DD DT BLOCKQUOTE H1 H2 H3 H4 H5 H6 PRE SECTION ARTICLE HEADER FOOTER TABLE TR'.split(' '),
)
const SILENT = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT SVG svg BUTTON INPUT TEXTAREA SELECT IFRAME OBJECT'.split(' '))
/** Deeper and longer than any real caption; a hostile page can neither overflow the stack nor hold up the tab. */
const MAX_DEPTH = 200
const MAX_NODES = 20_000
/** The longest emoji sequences are flags and families: about 15 UTF-16 units, more as `:shortcode:`. */
const MAX_ALT = 64

/**
 * A caption as a person reads it: text nodes, emoji pictures by their `alt`, `<br>` and block ends as line
 * breaks, in page order; controls, scripts and other pictures' alternative texts are no text. What is beyond
 * MAX_TEXT is cut. Never throws on any page; an invalid selector is an adapter's bug and does.
 *
 * `without` selects what is not caption ("See more", "Translate"); `inline` block elements that the site lays out
 * within the line (X wraps mentions in `div`).
 */
export function readText(element: Element, without?: string, inline?: string): string {
  let out = ''
  let breaks = 0
  let nodes = 0
  const endBlock = () => {
    if (out !== '') out += '\n'.repeat(Math.max(0, breaks - trailingBreaks(out)))
    breaks = 0
  }
  const push = (piece: string) => {
    // Space between two blocks (indented markup) is not text of its own.
    if (piece === '' || (breaks > 0 && piece.trim() === '')) return
    endBlock()
    out += cut(piece, MAX_TEXT - out.length)
  }
  // Counting also ends walks that a page made cyclic by naming form controls "nextSibling".
  const isFull = () => out.length >= MAX_TEXT || nodes > MAX_NODES
  const visit = (node: Node, depth: number) => {
    nodes++
    if (depth > MAX_DEPTH || isFull()) return
    if (node.nodeType === 3) return push(node.nodeValue ?? '')
    if (node.nodeType !== 1) return
    const child = node as Element
    const isRoot = child === element
    if (!isRoot && (SILENT.has(child.tagName) || (without && child.matches(without)))) return
    if (child.tagName === 'BR') {
      endBlock()
      out += '\n'
      return
    }
    if (child.tagName === 'IMG') return push(emojiOf(child))
    const block = !isRoot && BLOCKS.has(child.tagName) && !(inline && child.matches(inline))
    const margin = !block ? 0 : child.tagName === 'P' ? 2 : 1
    breaks = out === '' ? 0 : Math.max(breaks, margin)
    for (let next = child.firstChild; next && !isFull(); next = next.nextSibling) visit(next, depth + 1)
    breaks = Math.max(breaks, margin)
  }
  visit(element, 0)
  return tidy(out)
}

const EMOJI = lazyPattern(
  String.raw`^(?=.*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3))(?:[\p{Emoji}\p{Emoji_Component}]|\ufe0e)+$`,
)

/** The emoji a picture stands for: its `alt`, where that is an emoji or a `:shortcode:`, or its class says so. */
function emojiOf(image: Element): string {
  const alt = image.getAttribute('alt') ?? ''
  if (alt === '' || alt.length > MAX_ALT) return ''
  const isEmoji = EMOJI().test(alt) || /^:[\w+-]+:$/.test(alt) || /emoji/i.test(image.getAttribute('class') ?? '')
  return isEmoji ? alt : ''
}

function trailingBreaks(text: string): number {
  let n = 0
  while (text[text.length - 1 - n] === '\n') n++
  return n
}

/** At most `length` UTF-16 units, never half a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const end = /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length
  return text.slice(0, Math.max(0, end))
}

/**
 * Trims every line's ends and the whole; drops the marks that sites put in to control direction and breaking.
 * U+2800, the blank with which captions are spaced out, is a space.
 */
export function tidy(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\u2800/g, ' ')
    .replace(/[\t\r\f\v ]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

/** One line: for names, handles, counts and times. */
export function oneLine(text: string | null | undefined): string {
  // Nearly all of them are tidy as they are, and every field of every post asks.
  return !text || /^[!-~]+(?: [!-~]+)*$/.test(text) ? (text ?? '') : tidy(text).replace(/\s+/g, ' ')
}
