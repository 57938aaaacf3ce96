import { all, attr, climb, follows, hasDigit, one, perItem, perPage, textOf } from '../dom.ts'
import { saysAi, saysEdited, saysPartnership } from '../label-words.ts'
import { readText } from '../read-text.ts'
import type { Strategy } from '../types.ts'

// Classes are hashed and there are no test ids. A post is what lies between the permalink with its time and the bar
// of icons below it; the client marks it with `data-pressable-container`, the server's first page does not.

export const CONTAINER = '[data-pressable-container]'
export const POST_LINK = 'a[href*="/post/"]'
export const AUTHOR_LINK = 'a[href*="/@"]'
export const BUTTON = 'button, [role="button"]'
export const COLUMN = '[role="region"], [role="dialog"], main, body'

const pathOf = (link: Element | null | undefined): string =>
  attr(link, 'href').replace(/^https:\/\/(?:www\.)?threads\.(?:com|net)/, '')
export const codeOf = (link: Element | null | undefined) => /\/post\/([\w-]+)/.exec(pathOf(link))?.[1]
export const ownerOf = (link: Element | null | undefined) => /^\/@([\w.]+)\/post\//.exec(pathOf(link))?.[1]
export const userOf = (link: Element | null | undefined) => /^\/@([\w.]+)\/?(?:\?|$)/.exec(pathOf(link))?.[1]

/** The parts of a row that hold an icon and neither a person, a picture nor a time: like, comment, repost, share. */
export const slotsOf = (row: Element): Element[] =>
  one(row, `time, img, video, ${AUTHOR_LINK}`) ? [] : [...row.children].filter((child) => one(child, 'svg'))

/** Links to posts that show when they were made; where nothing is marked as a time, those of a few letters with a digit. */
export function permalinks(root: ParentNode): Element[] {
  const links = all(root, POST_LINK)
  const marked = links.filter((link) => one(link, 'time'))
  return marked.length > 0
    ? marked
    : links.filter((link) => hasDigit(textOf(link)) && textOf(link).length < 30 && !one(link, 'h1, img, [dir]'))
}

interface Row {
  /** The permalink of the post itself. */
  readonly link: Element | undefined
  readonly bar: Element | null
  /** Permalinks of posts quoted in it: they have no bar of their own. */
  readonly quoted: Element[]
}

/** The posts under `root`, in page order: each begins with a permalink and ends with the next bar of icons. */
function rowsOf(root: ParentNode): Row[] {
  const rows: Row[] = []
  const links = new Set(permalinks(root))
  let row: { link: Element; bar: Element | null; quoted: Element[] } | null = null
  for (const element of all(root, `${POST_LINK}, svg`)) {
    if (links.has(element)) {
      if (row) row.quoted.push(element)
      else rows.push((row = { link: element, bar: null, quoted: [] }))
    } else if (row && element.matches('svg')) {
      // Carousels have two icons, headers and players one.
      const bar = climb(element, (part) => slotsOf(part).length > 2)
      if (!bar || bar.contains(row.link)) continue
      row.bar = bar
      row = null
    }
  }
  return rows
}

/** Posts of a page without the client's marks, by their permalinks. */
export const unmarked = perPage((page) => {
  const rows = one(page.root, CONTAINER) ? [] : rowsOf(page.root)
  return new Map(rows.map((row) => [row.link, row]))
})

export interface Parts extends Row {
  readonly root: Element
  /** Where the header ends: at its menu. */
  readonly head: Element | undefined
}

export const partsOf = perItem((item, page): Parts => {
  const known = unmarked(page).get(item)
  const [row = known] = known ? [] : rowsOf(item)
  const { link, quoted = [] } = row ?? {}
  const bar = row ? row.bar : (all(item, '*').findLast((part) => slotsOf(part).length > 2) ?? null)
  const start = link ?? all(item, AUTHOR_LINK).find(textOf)
  const root = known ? aroundOf(item, known) : item
  const ends = [start, bar, ...quoted]
  const boxes = quoted.map((other) => {
    const marked = other.closest(CONTAINER)
    const isEnd = (up: Element | null) => !up || ends.some((end) => end && end !== other && up.contains(end))
    return marked && marked !== item ? marked : (climb(other, ({ parentElement: up }) => isEnd(up)) ?? other)
  })
  const menu = all(root, `${BUTTON}, [aria-haspopup]`).find(
    (button) => start && follows(start, button) && readText(button) === '' && one(button, 'svg'),
  )
  const isInHead = menu && !bar?.contains(menu) && !isIn(boxes, menu)
  return { root, link, bar, quoted: boxes, head: isInHead ? menu : start }
})

/** What holds a post that nothing marks: from permalink to bar, and what stands above it ("Pinned"), if nothing else. */
function aroundOf(link: Element, { bar, quoted }: Row): Element {
  const isAlone = (element: Element) => permalinks(element).every((other) => other === link || quoted.includes(other))
  const both = bar
    ? climb(link, (element) => element.contains(bar))
    : climb(link, ({ parentElement: up }) => !up || up.matches(COLUMN) || !isAlone(up))
  const up = bar && both?.parentElement
  return up && !up.matches(COLUMN) && isAlone(up) ? up : (both ?? link)
}

export const isIn = (boxes: readonly Element[], node: Node): boolean => boxes.some((box) => box.contains(node))
const isAfterHead = (node: Node, { head, bar, quoted }: Parts): boolean =>
  !!head &&
  follows(head, node) &&
  !head.contains(node) &&
  !(bar && (bar.contains(node) || follows(bar, node))) &&
  !isIn(quoted, node)

/** Small print that may stand where text begins. Nothing else is taken for a label there: creators write "Ad", too. */
const isSmallPrint = (text: string): boolean => saysAi(text) || saysEdited(text)

/** Each line stands in a `dir="auto"` of its own, neither in a link (previews, quotes, topics) nor in a control. */
export const linesOf = perItem((item, page): readonly Element[] => {
  const parts = partsOf(item, page)
  const found: Element[] = []
  for (const line of all(parts.root, '[dir="auto"]')) {
    const around = line.closest(`a, time, ${BUTTON}`)
    if ((around && around !== parts.root && parts.root.contains(around)) || !isAfterHead(line, parts)) continue
    const text = textOf(line)
    if (text === '' || (found.length === 0 && isSmallPrint(text))) continue
    if (!one(line, 'time') && !found.at(-1)?.contains(line)) found.push(line)
  }
  return found
})

export const writtenIn = (line: Element): string => readText(line, BUTTON)

/** One line is read with its links; several are joined. */
export const byLines: Strategy = (item, page) => {
  const lines = linesOf(item, page)
  return lines.length > 1 ? lines.map(writtenIn).join('\n') : lines[0]
}

const isInline = (link: Element): boolean => !one(link, 'img, video, svg') && all(link, '*').length < 3

/** Where lines lost their mark: whatever stands between the header and the bar and is no card, control or label. */
export const byPlace: Strategy = (item, page) => {
  const parts = partsOf(item, page)
  const { root, head, bar, quoted } = parts
  const linesIn = (element: Element): Element[] =>
    [...element.children].flatMap((child) => {
      if (quoted.includes(child) || child.matches(BUTTON) || (child.matches('a') && !isInline(child))) return []
      const isMixed = [head, bar, ...quoted].some((part) => part && child.contains(part))
      if (!isMixed && !isAfterHead(child, parts)) return []
      const hasText = [...child.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim())
      return isMixed || (!hasText && child.childElementCount > 0) ? linesIn(child) : [child]
    })
  const written = bar ? linesIn(root).map(writtenIn).filter(Boolean) : []
  return written.filter((text, i) => i > 0 || !(isSmallPrint(text) || saysPartnership(text))).join('\n')
}
