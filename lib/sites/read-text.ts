import { MAX_TEXT } from '../domain/observation.ts'

const BLOCKS = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'BLOCKQUOTE',
  'H1',
  'H2',
  'H3',
  'H4',
  'PRE',
  'SECTION',
  'ARTICLE',
])
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'SVG',
  'svg',
  'BUTTON',
  'INPUT',
  'TEXTAREA',
  'SELECT',
])
/** Deep enough for any real caption, shallow enough that a hostile page cannot overflow the stack. */
const MAX_DEPTH = 200

/**
 * A caption as a person reads it: text nodes, emoji pictures by their `alt`, `<br>` and block ends as
 * line breaks, in page order. `without` is a selector of what is not caption ("See more", "Translate").
 * Text beyond MAX_TEXT is cut. Never throws on any page; an invalid `without` is an adapter's bug and does.
 */
export function readText(element: Element, without?: string): string {
  let out = ''
  let pendingBreak = 0
  const push = (piece: string) => {
    if (piece === '' || out.length >= MAX_TEXT) return
    if (pendingBreak > 0 && out !== '') out += '\n'.repeat(Math.max(0, pendingBreak - trailingBreaks(out)))
    pendingBreak = 0
    out += piece.length > MAX_TEXT - out.length ? piece.slice(0, MAX_TEXT - out.length) : piece
  }
  const visit = (node: Node, depth: number) => {
    if (out.length >= MAX_TEXT || depth > MAX_DEPTH) return
    if (node.nodeType === 3) return push(node.nodeValue ?? '')
    if (node.nodeType !== 1) return
    const child = node as Element
    if (SILENT.has(child.tagName)) return
    if (without && child !== element && child.matches(without)) return
    if (child.tagName === 'BR') {
      out += '\n'
      return
    }
    if (child.tagName === 'IMG') return push(child.getAttribute('alt') ?? '')
    const block = child !== element && BLOCKS.has(child.tagName)
    if (block && out !== '') pendingBreak = Math.max(pendingBreak, child.tagName === 'P' ? 2 : 1)
    for (let next = child.firstChild; next; next = next.nextSibling) visit(next, depth + 1)
    if (block) pendingBreak = Math.max(pendingBreak, child.tagName === 'P' ? 2 : 1)
  }
  visit(element, 0)
  return tidy(out)
}

function trailingBreaks(text: string): number {
  let n = 0
  while (text[text.length - 1 - n] === '\n') n++
  return n
}

/** Trims every line's ends and the whole; drops the marks that sites put in to control direction and breaking. */
export function tidy(text: string): string {
  return text
    .replace(/[\u2060\u2800\u200e\u200f\u202a-\u202e]/g, '')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/[\t\r\f\v ]+/g, ' ')
    .trim()
}

/** One line: for names, handles, counts and times. */
export function oneLine(text: string | null | undefined): string {
  return tidy(text ?? '').replace(/\s+/g, ' ')
}
