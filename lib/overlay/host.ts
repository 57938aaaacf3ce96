/** The elements we put into a page. Unregistered names: nothing on the page can define or upgrade them for us. */
export const OWN_TAGS = ['rapport-badge', 'rapport-chip', 'rapport-card', 'rapport-point'] as const
export type Tag = (typeof OWN_TAGS)[number]
const names = new Set<string>(OWN_TAGS.map((tag) => tag.toUpperCase()))

export function isOwn(node: Node): boolean {
  return names.has(node.nodeName.toUpperCase())
}

/** What a click, a touch or a key does to our surface is ours alone: the post around it must not open. */
const EVENTS =
  'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchend keydown keyup keypress wheel focusin focusout'.split(
    ' ',
  )

/** An element of ours with its own shadow root: no style of the page reaches in, none of ours out. */
export function createHost(doc: Document, tag: Tag, css: string): { host: HTMLElement; root: ShadowRoot } {
  const host = doc.createElement(tag)
  // Translating the page must not rewrite a verdict.
  host.translate = false
  const root = host.attachShadow({ mode: 'open' })
  dress(root, css)
  // A script of the page can reach in here and press; only what a person presses counts.
  root.addEventListener('click', refuseScripts, { capture: true })
  for (const event of EVENTS) host.addEventListener(event, stop, { passive: true })
  // Inside a link, a click on us must not follow it.
  host.addEventListener('click', (event) => event.preventDefault())
  host.addEventListener('auxclick', (event) => event.preventDefault())
  return { host, root }
}

function stop(event: Event) {
  event.stopPropagation()
}

function refuseScripts(event: Event) {
  if (event.isTrusted) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>()

/**
 * One parsed sheet for all badges. Where a content script may not adopt one (Firefox's Xray wrappers have
 * refused it), each root gets its own style element.
 */
function dress(root: ShadowRoot, css: string) {
  const doc = root.ownerDocument
  try {
    const known = sheets.get(doc) ?? new Map<string, CSSStyleSheet>()
    sheets.set(doc, known)
    let sheet = known.get(css)
    if (!sheet) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      known.set(css, sheet)
    }
    root.adoptedStyleSheets = [sheet]
  } catch {
    const style = doc.createElement('style')
    style.textContent = css
    root.append(style)
  }
}

type IconNode = readonly (readonly [tag: string, attributes: Readonly<Record<string, string | number | undefined>>])[]

/** A lucide icon as an element; decoration beside words. */
export function createIcon(doc: Document, icon: IconNode, size: number): SVGElement {
  const svg = doc.createElementNS(SVG, 'svg')
  const frame = { width: size, height: size, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor' }
  const lines = { 'stroke-width': 2.25, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' }
  for (const [name, value] of Object.entries({ ...frame, ...lines })) svg.setAttribute(name, String(value))
  for (const [tag, attributes] of icon) {
    const shape = doc.createElementNS(SVG, tag)
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value))
    svg.append(shape)
  }
  return svg
}
const SVG = 'http://www.w3.org/2000/svg'

/** An element with a class and children, text as text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  doc: Document,
  tag: K,
  name: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = doc.createElement(tag)
  if (name) made.className = name
  made.append(...children)
  return made
}
