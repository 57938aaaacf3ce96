/** Which attributes and values of an element are likely to mean the same tomorrow and on the next post. */

/** Attributes that sites write for tests, machines and assistive technology, most trusted first. */
const NAMED = [
  'data-testid',
  'data-e2e',
  'data-test-id',
  'data-test',
  'data-qa',
  'itemprop',
  'rel',
  'slot',
  'name',
  'property',
]

/** A class, id or word that a build tool or a server made up: `css-1x2y3z`, `x1lliihq`, `r-18u37iz`, a uuid. */
export function isHashed(value: string): boolean {
  if (value.length > 40 || /^[\d_]|[0-9a-f]{8}|^:r/i.test(value)) return true
  return (
    value
      .split(/[-_.:/ ]/)
      .some((part) => /\d/.test(part) && (/[a-z]\d+[a-z]/i.test(part) || part.replace(/\D/g, '').length > 2)) ||
    (value.length > 6 && !/[aeiouy]/i.test(value) && /^[a-z]+$/i.test(value))
  )
}

/** Quoted for an attribute selector; null where the value cannot stand in one line. */
function quoted(value: string): string | null {
  return /[\n\r\f\0]/.test(value) ? null : `"${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"`
}

/** How an element can be told from others, by kind of mark; the better the rank, the likelier it stays. */
export interface Mark {
  readonly select: string
  /** 0 is best. */
  readonly rank: number
  readonly by: 'attribute' | 'link' | 'label' | 'element'
}

/** The marks of an element itself, best first. Never its classes. */
export function marksOf(element: Element): Mark[] {
  const tag = element.localName
  if (!/^[a-z][\w-]*$/.test(tag)) return []
  const marks: Mark[] = []
  const add = (select: string | null, rank: number, by: Mark['by']) => {
    if (select !== null) marks.push({ select, rank, by })
  }
  for (const name of NAMED) for (const select of byValue(name, element.getAttribute(name))) add(select, 0, 'attribute')
  // What a site's own scripts look for: `data-post-likes`, present or with a word.
  for (const { name, value } of Array.from(element.attributes).slice(0, 60)) {
    if (!/^data-[a-z][a-z-]*$/.test(name) || NAMED.includes(name) || isHashed(name)) continue
    if (/^[a-z][a-z-]+$/i.test(value)) for (const select of byValue(name, value)) add(select, 1, 'attribute')
    else if (value !== '') add(`${tag}[${name}]`, 2, 'attribute')
  }
  const id = element.id
  if (id !== '' && !/\d/.test(id)) for (const select of byValue('id', id)) add(select, 1, 'attribute')
  if (element.hasAttribute('datetime')) add(`${tag}[datetime]`, 1, 'attribute')
  if (tag.includes('-') && !isHashed(tag)) add(tag, 1, 'element')
  for (const select of linkShapes(element)) add(`a${select}`, 1, 'link')
  const role = element.getAttribute('role')
  if (role && /^[a-z]+$/.test(role) && !['presentation', 'none', 'generic'].includes(role))
    add(`${tag}[role="${role}"]`, 3, 'attribute')
  const label = wordIn(element.getAttribute('aria-label') ?? '')
  if (label) add(`${tag}[aria-label*=${quoted(label)} i]`, 3, 'label')
  if (/^(?:time|h1|h2|article|header)$/.test(tag)) add(tag, 4, 'element')
  return marks
}

/** `[data-testid="like"]`, and of `feedItem-by-maya` the part that may be the same for all. */
function byValue(name: string, value: string | null): string[] {
  if (!value || value.length > 120) return []
  const selects: string[] = []
  const text = quoted(value)
  if (text !== null && !isHashed(value) && !/\d|@/.test(value)) selects.push(`[${name}=${text}]`)
  const head = /^[a-z]{3,}(?:[-_:][a-z]+)*?[-_:](?=.)/i.exec(value)?.[0] ?? ''
  if (head !== '' && !isHashed(head.slice(0, -1))) selects.push(`[${name}^="${head}"]`)
  return selects
}

/** `/maya/followers/` is one of a kind by its end, `/maya/status/123` by its middle; the account itself is not. */
function linkShapes(element: Element): string[] {
  const href = element.getAttribute('href')
  if (element.localName !== 'a' || !href || href.length > 500) return []
  const path = href.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/, 1)[0] ?? ''
  const segments = path.split('/').filter(Boolean)
  const last = segments.at(-1)
  const shapes: string[] = []
  if (segments.length > 1 && isWord(last)) shapes.push(`[href$="/${last}${path.endsWith('/') ? '/' : ''}"]`)
  const middle = segments.slice(0, -1).findLast(isWord)
  if (middle) shapes.push(path.startsWith(`/${middle}/`) ? `[href^="/${middle}/"]` : `[href*="/${middle}/"]`)
  return shapes
}

const isWord = (segment = '') => /^[a-z][a-z_-]{2,20}$/.test(segment) && !isHashed(segment)

/** The longest word that is no number and no name: "likes" of "1,234 likes"; null for none. */
export function wordIn(text: string): string | null {
  if (text.length > 200) return null
  const words = text.match(/\p{L}[\p{L}\p{M}]{2,29}/gu) ?? []
  return words.toSorted((a, b) => b.length - a.length)[0]?.toLowerCase() ?? null
}
