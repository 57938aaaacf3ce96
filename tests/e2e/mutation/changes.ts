import type { Hook } from './hooks.ts'

/** A change of the page that a redesign might bring, and its way back. */
export interface Change {
  readonly name: string
  /** The fields it takes a hook from; none for a change that aims at nothing. */
  readonly aims: ReadonlySet<string>
  /** Changes the page; returns what undoes it. */
  apply(page: Workpiece): () => void
}

/** The page being changed. `now` follows an element through a change of its tag. */
export interface Workpiece {
  readonly root: Document
  readonly renamed: Map<Element, Element>
}

const NOTHING: ReadonlySet<string> = new Set()

/** Every element, those in open shadow roots included. */
export function everything(root: Document | ShadowRoot, selector = '*'): Element[] {
  const found = [...root.querySelectorAll(selector)]
  for (const element of root.querySelectorAll('*'))
    if (element.shadowRoot) found.push(...everything(element.shadowRoot, selector))
  return found
}

// ---------------------------------------------------------------- changes that aim at nothing

const inBody = (root: Document) =>
  everything(root).filter((element) => root.body.contains(element.getRootNode() === root ? element : rootHost(element)))
const rootHost = (element: Element): Element | null => {
  const root = element.getRootNode()
  return root instanceof ShadowRoot
    ? root.host.getRootNode() === element.ownerDocument
      ? root.host
      : rootHost(root.host)
    : element
}

const general = (name: string, apply: (page: Workpiece) => () => void): Change => ({ name, aims: NOTHING, apply })

/** Attributes by which pages are read, one kind dropped at a time; `data-*` by name besides. */
const DROPPED = ['dir', 'role', 'lang', 'id', 'tabindex', 'aria-label', 'title', 'itemprop', 'rel', 'target', 'type']

export function generalChanges(root: Document): Change[] {
  const names = new Set(everything(root).flatMap((element) => element.getAttributeNames()))
  const dropped = [...DROPPED, ...[...names].filter((name) => name.startsWith('data-')).slice(0, 60)]
  return [
    general('classes renamed', ({ root: page }) =>
      edit(everything(page, '[class]'), 'class', (value) => value.replace(/\S+/g, hashed)),
    ),
    general('classes dropped', ({ root: page }) => edit(everything(page, '[class]'), 'class', () => null)),
    general('elements wrapped', wrapElements),
    general('texts wrapped', wrapTexts),
    general('texts split', splitTexts),
    general('attributes reversed', reverseAttributes),
    general('space between blocks', spaceOut),
    general('comments between nodes', commentOut),
    ...dropped
      .filter((name) => names.has(name))
      .map((name) => general(`no ${name}`, ({ root: page }) => edit(everything(page, `[${name}]`), name, () => null))),
  ]
}

/** Another word of the same kind, the same each time. */
function hashed(word: string): string {
  let hash = 7
  for (const character of word) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647
  return `q${hash.toString(36)}`
}

/** Sets an attribute of many elements; null takes it away. */
function edit(elements: readonly Element[], name: string, to: (value: string) => string | null): () => void {
  const before = elements.map((element) => [element, element.getAttribute(name)] as const)
  for (const [element, value] of before) {
    const next = value === null ? null : to(value)
    if (next === null) element.removeAttribute(name)
    else element.setAttribute(name, next)
  }
  return () => {
    for (const [element, value] of before) if (value !== null) element.setAttribute(name, value)
  }
}

/** What a browser lays out as a block, or within the line, whatever it holds. */
const BLOCK = /^(?:DIV|P|ARTICLE|SECTION|HEADER|FOOTER|H[1-6]|UL|OL|DL|BLOCKQUOTE|PRE|FORM|NAV|ASIDE|FIGURE)$/
const INLINE = /^(?:A|SPAN|B|I|EM|STRONG|IMG|TIME|BUTTON|BR|FONT|CODE|S|U|SMALL|SUB|SUP|BDI|svg|STRIKE)$/
const UNWRAPPED =
  /^(?:HTML|HEAD|BODY|SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TITLE|META|LINK|T(?:ABLE|BODY|HEAD|FOOT|R|D|H)|LI|D[TD]|OPTION|SOURCE|BR)$/i

/** A box more around everything that holds text itself. */
function wrapElements({ root }: Workpiece): () => void {
  const inner = inBody(root).filter(
    (element) => holdsText(element) && isHtml(element) && !UNWRAPPED.test(element.tagName),
  )
  const wrappers = inner.map((element) => {
    const wrapper = root.createElement(BLOCK.test(element.tagName) ? 'div' : 'span')
    // What a component shows in one of its slots stays there.
    const slot = element.getAttribute('slot')
    if (slot !== null) wrapper.setAttribute('slot', slot)
    element.replaceWith(wrapper)
    wrapper.append(element)
    return wrapper
  })
  return () => {
    for (const wrapper of wrappers) wrapper.replaceWith(...wrapper.childNodes)
  }
}

/** A box more within everything that holds text itself. */
function wrapTexts({ root }: Workpiece): () => void {
  const wrappers = textNodes(root).map((text) => {
    const wrapper = root.createElement('span')
    text.replaceWith(wrapper)
    wrapper.append(text)
    return wrapper
  })
  return () => {
    for (const wrapper of wrappers) wrapper.replaceWith(...wrapper.childNodes)
  }
}

/** Frameworks write a sentence in several pieces. */
function splitTexts({ root }: Workpiece): () => void {
  const added = textNodes(root).flatMap((text) =>
    text.length < 4 || /\p{Nd}/u.test(text.data) ? [] : [[text, text.splitText(Math.floor(text.length / 2))] as const],
  )
  return () => {
    for (const [text, rest] of added) {
      text.data += rest.data
      rest.remove()
    }
  }
}

function reverseAttributes({ root }: Workpiece): () => void {
  const turn = () => {
    for (const element of everything(root)) {
      const attributes = [...element.attributes].toReversed()
      for (const attribute of attributes) element.removeAttributeNode(attribute)
      for (const attribute of attributes) element.setAttributeNode(attribute)
    }
  }
  turn()
  return turn
}

/** Indents, where they show nothing: between blocks that have no text beside them. */
function spaceOut({ root }: Workpiece): () => void {
  const spaces: Text[] = []
  for (const element of inBody(root)) {
    const parent = element.parentElement
    if (!parent || holdsText(parent) || !isHtml(element) || !isHtml(parent)) continue
    if (INLINE.test(element.tagName) || [...parent.children].some((child) => INLINE.test(child.tagName))) continue
    const space = root.createTextNode('\n      ')
    element.before(space)
    spaces.push(space)
  }
  return () => {
    for (const space of spaces) space.remove()
  }
}

/** Placeholders that frameworks leave. */
function commentOut({ root }: Workpiece): () => void {
  const comments = inBody(root)
    .filter(isHtml)
    .map((element) => {
      const comment = root.createComment('')
      element.before(comment)
      return comment
    })
  return () => {
    for (const comment of comments) comment.remove()
  }
}

const isHtml = (element: Element) => element instanceof HTMLElement && !element.closest('template, script, style')
const holdsText = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '')
const textNodes = (root: Document): Text[] =>
  inBody(root)
    .filter((element) => isHtml(element) && !UNWRAPPED_TEXT.test(element.tagName))
    .flatMap((element) => Array.from(element.childNodes))
    .filter((node): node is Text => node instanceof Text && node.data.trim() !== '')
const UNWRAPPED_TEXT = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TITLE|OPTION|TEXTAREA)$/

// ---------------------------------------------------------------- a strategy's hook is gone

/** Takes one hook away, on the whole page; null for one that cannot be taken away. */
export function withoutHook({ token, elements, fields }: Hook): Change | null {
  const change = (apply: Change['apply']): Change => ({ name: `without ${token}`, aims: fields, apply })
  if (token.startsWith('@')) {
    const name = token.slice(1)
    // A picture's words are content; a class is another word after the next release.
    if (name === 'alt' || name === 'href') return null
    return change(() =>
      edit([...elements], name, name === 'class' ? (value) => value.replace(/\S+/g, hashed) : () => null),
    )
  }
  if (token.startsWith('#')) return change(({ root }) => edit(everything(root, token), 'id', hashed))
  if (token.startsWith('.')) {
    const word = token.slice(1)
    return change(({ root }) =>
      edit(everything(root, token), 'class', (value) =>
        value.replace(/\S+/g, (one) => (one === word ? hashed(one) : one)),
      ),
    )
  }
  const [, name, part] = /^\[\s*([\w-]+)\s*(?:[~|^$*]?=\s*["']?(.*?)["']?(?:\s+i)?)?\s*\]$/.exec(token) ?? []
  if (name === 'href') return null
  if (name !== undefined)
    return change(({ root }) =>
      edit(everything(root, token), name, (value) =>
        part ? value.replaceAll(part, name === 'href' ? `/${hashed(part)}/` : hashed(part)) : null,
      ),
    )
  return /^[a-z]/.test(token) ? change((page) => renameTags(page, token)) : null
}

/** Another tag; a custom element keeps being one. */
function renameTags({ root, renamed }: Workpiece, tag: string): () => void {
  const to = tag.includes('-') ? `${tag}-next` : /^(?:time|code|b|i|em|strong)$/.test(tag) ? 'span' : 'div'
  const swaps = everything(root, tag)
    .filter((element) => element instanceof HTMLElement && element.tagName !== 'BODY')
    .map((element) => {
      const next = root.createElement(to)
      for (const name of element.getAttributeNames()) setQuietly(next, name, element.getAttribute(name) ?? '')
      moveChildren(element, next)
      const shadow = element.shadowRoot
      if (shadow) next.attachShadow({ mode: 'open' }).append(...shadow.childNodes)
      element.replaceWith(next)
      renamed.set(element, next)
      return [element, next] as const
    })
  return () => {
    for (const [element, next] of swaps.toReversed()) {
      moveChildren(next, element)
      if (next.shadowRoot) element.shadowRoot?.append(...next.shadowRoot.childNodes)
      next.replaceWith(element)
      renamed.delete(element)
    }
  }
}

function moveChildren(from: Element, to: Element): void {
  to.append(...from.childNodes)
}

/** Saved pages carry names that the parser took and the DOM refuses. */
function setQuietly(element: Element, name: string, value: string): void {
  try {
    element.setAttribute(name, value)
  } catch {
    // Then it hooks nothing.
  }
}
