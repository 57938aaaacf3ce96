import type { Repair } from '../domain/override.ts'
import { repairable, repairProblem } from '../domain/repairable.ts'
import type { RepairableField } from '../domain/repairable.ts'
import { SHADOW } from '../domain/selector.ts'
import { parseCount } from './counts.ts'
import { hasDigit, numberIn, textOf } from './dom.ts'
import { attempt } from './reading.ts'
import { findShown } from './repair-site.ts'
import { marksOf, wordIn } from './stable.ts'
import type { Mark } from './stable.ts'

/** Steps looked at above the element that was pointed at. */
const CLIMB = 4
/** Most proposals; the best ones. */
const MOST = 12
/** Elements inside what was pointed at; of more, only the outside is looked at. */
const MAX_INNER = 50
/** Longer text around a number is no figure with its word. */
const MAX_FIGURE = 60

/** One way to find again what was pointed at, not yet tried on the page. */
export interface Proposal {
  readonly repair: Repair
  /** What it holds on to: words under `point.by`. */
  readonly by: Mark['by'] | 'word' | 'position'
  /** 0 is the most lasting. */
  readonly rank: number
}

interface Way {
  readonly select: string
  readonly saying: string | null
  readonly by: Proposal['by']
  readonly rank: number
}

/**
 * Ways to find again what a person pointed at, the most lasting first: attributes that sites write for machines,
 * shapes of links, labels, a word beside the figure, and last the position; never a class. Each finds `target` (or
 * the number in it) now. `item` is the post, comment or header around it, so that the way holds in every one of
 * them; null looks in the whole page. Reads the page, never writes.
 */
export function propose(target: Element, item: Element | null, field: RepairableField): Proposal[] {
  const kind = repairable[field]
  const isBox = kind === 'item'
  const root = isBox ? null : item
  const found = new Map<string, Proposal>()
  for (const source of isBox ? boxesAt(target) : sourcesAt(target, item, field)) {
    const scope = root ?? source.element.ownerDocument
    for (const way of waysTo(source.element, scope, kind === 'count' && source.attr === null)) {
      const repair: Repair = {
        field,
        page: null,
        select: way.select,
        saying: way.saying,
        attr: source.attr,
        within: root === null && !isBox ? 'page' : 'item',
      }
      const key = JSON.stringify([repair.select, repair.attr, repair.saying])
      const rank = way.rank + source.cost
      if (repairProblem(repair) !== null || (found.get(key)?.rank ?? Infinity) <= rank) continue
      found.set(key, { repair, by: way.by, rank })
    }
  }
  return [...found.values()].toSorted((a, b) => a.rank - b.rank).slice(0, MOST)
}

/** What stands at an element for a field, as the page says it; null where nothing does. */
export function peek(target: Element, item: Element | null, field: RepairableField): string | null {
  if (repairable[field] === 'item') return textOf(target) || null
  const [source] = sourcesAt(target, item, field)
  if (!source) return null
  if (source.attr !== null) return source.element.getAttribute(source.attr)
  return textOf(repairable[field] === 'count' ? numberIn(source.element) : source.element) || null
}

interface Source {
  readonly element: Element
  readonly attr: string | null
  /** How far it is from what was pointed at, as rank. */
  readonly cost: number
}

/** The elements and attributes near `target` that hold something the field can be read from. */
function sourcesAt(target: Element, item: Element | null, field: RepairableField): Source[] {
  const kind = repairable[field]
  const around = aroundOf(target, item)
  const within = target.getElementsByTagName('*')
  // A box of many elements is no figure.
  const inner = within.length > MAX_INNER ? [] : [...within]
  if (kind === 'count') {
    const number = within.length > MAX_INNER ? null : numberIn(target)
    return [...around, ...(number && number !== target ? [number] : []), ...inner].flatMap((element, index) =>
      countsIn(element).map((attr) => ({ element, attr, cost: index / 2 })),
    )
  }
  if (kind === 'time')
    return [...around, ...inner].flatMap((element, index) =>
      ['datetime', 'title', 'aria-label', null]
        .filter((attr) => (attr === null ? index === 0 : hasDigit(element.getAttribute(attr) ?? '')))
        .map((attr) => ({ element, attr, cost: index / 2 + (attr === 'datetime' ? 0 : 1) })),
    )
  const link = field.endsWith('.handle') ? around.find((element) => element.hasAttribute('href')) : undefined
  const text =
    textOf(target) === ''
      ? []
      : [{ element: target, attr: null, cost: link && !textOf(target).startsWith('@') ? 2 : 0 }]
  const label = target.getAttribute('aria-label') ? [{ element: target, attr: 'aria-label', cost: 2 }] : []
  return [...text, ...(link ? [{ element: link, attr: 'href', cost: 1 }] : []), ...(kind === 'name' ? label : [])]
}

/** The attributes, and null for the text, in which an element says a number. The exact one first. */
function countsIn(element: Element): (string | null)[] {
  const said = ['aria-label', 'title', 'content', 'number', 'value'].filter((name) => {
    const value = element.getAttribute(name) ?? ''
    return hasDigit(value) && value.length <= MAX_FIGURE && parseCount(value, '') !== null
  })
  const text = textOf(element)
  const isFigure = hasDigit(text) && text.length <= MAX_FIGURE && (parseCount(text, '') ?? numberIn(element)) !== null
  return isFigure ? [...said, null] : said
}

/** The box itself and those around it. */
const boxesAt = (target: Element): Source[] =>
  aroundOf(target, null).map((element, index) => ({ element, attr: null, cost: index }))

/** `target` and the elements around it, below `limit`. */
function aroundOf(target: Element, limit: Element | null): Element[] {
  const around: Element[] = []
  for (let at: Element | null = target; at && at !== limit && around.length < CLIMB; at = outOf(at)) {
    if (/^(?:html|body)$/i.test(at.localName)) break
    around.push(at)
  }
  return around
}

/** The element around, through the edge of a shadow root. */
export function outOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement
  const root = element.getRootNode()
  return 'host' in root ? (root as ShadowRoot).host : null
}

function waysTo(element: Element, scope: ParentNode, isFigure: boolean): Way[] {
  const home = element.getRootNode()
  const inner = home !== (scope as Node).getRootNode() && 'host' in home ? (home as ShadowRoot) : null
  if (!inner) return waysIn(element, scope, isFigure)
  const [host] = waysTo(inner.host, scope, false)
  if (!host || host.saying !== null) return []
  return waysIn(element, inner, isFigure).map((way) =>
    Object.assign({}, way, { select: `${host.select}${SHADOW}${way.select}`, rank: way.rank + host.rank / 2 }),
  )
}

/** Ways to an element of `scope`'s own tree; each is tried at once and finds it. */
function waysIn(element: Element, scope: ParentNode, isFigure: boolean): Way[] {
  const tag = element.localName
  const ways: Way[] = []
  const add = (select: string, by: Way['by'], rank: number, saying: string | null = null, finds = element) => {
    if (attempt(() => findShown(scope, select, saying), null) === finds) ways.push({ select, saying, by, rank })
  }
  const own = marksOf(element)
  for (const { select, by, rank } of own) add(select, by, rank)
  let step = 0
  for (let around = element.parentElement; around && around !== scope && step < CLIMB; around = around.parentElement) {
    step++
    for (const mark of marksOf(around).slice(0, 3)) {
      const rank = mark.rank + 1 + step / 4
      for (const one of own.slice(0, 2)) add(`${mark.select} ${one.select}`, one.by, rank)
      if (step === 1) add(`${mark.select} > ${tag}`, mark.by, rank)
      else add(`${mark.select} ${tag}`, mark.by, rank)
      if (step === 1) add(`${mark.select} > ${tag}:nth-of-type(${placeOf(element)})`, mark.by, rank + 1.5)
    }
  }
  if (isFigure) for (const [holder, word] of sayingsOf(element, scope)) add(holder.localName, 'word', 4, word, holder)
  const path = pathTo(element, scope)
  if (path !== null) add(path, 'position', 8)
  return ways
}

/** The small element around a figure in which its word stands: "1,204 followers". */
function sayingsOf(element: Element, scope: ParentNode): [Element, string][] {
  for (let at: Element | null = element; at && at !== scope; at = at.parentElement) {
    const text = `${at.getAttribute('aria-label') ?? ''} ${at.textContent ?? ''}`
    if (text.length > MAX_FIGURE * 2) return []
    const word = wordIn(text)
    if (word !== null) return [[at, word]]
  }
  return []
}

/** Its place among the elements of its tag, from 1. */
function placeOf(element: Element): number {
  let place = 1
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling)
    if (at.localName === element.localName) place++
  return place
}

/** By position alone, from the item down: the last resort. Null where it is too far. */
function pathTo(element: Element, scope: ParentNode): string | null {
  const steps: string[] = []
  for (let at: Element | null = element; at && at !== scope; at = at.parentElement) {
    if (steps.length >= CLIMB || !/^[a-z][\w-]*$/.test(at.localName)) return null
    steps.unshift(`${at.localName}:nth-of-type(${placeOf(at)})`)
  }
  return steps.length === 0 ? null : steps.join(' > ')
}
