import type { Repair } from '../domain/override.ts'
import { repairable } from '../domain/repairable.ts'
import { SHADOW } from '../domain/selector.ts'
import { parseCount } from './counts.ts'
import { numberIn, textOf } from './dom.ts'
import { attempt } from './reading.ts'
import type { Field, FieldRule, Found, Page, Site, Strategy } from './types.ts'

/** Matches looked at for the one that says the right word, and UTF-16 units of each. */
const MOST = 200
const MAX_WORDS = 2_000

interface ItemRule {
  readonly on?: readonly Page['kind'][]
  readonly keep?: (item: Element, page: Page) => boolean
}

/**
 * The adapter as a person has repaired it: each override is the first strategy of its field, by the name
 * `override`; a box that was shown is an item, read by the adapter's own rule for that kind of page.
 */
export function repairSite(site: Site, repairs: readonly Repair[]): Site {
  return {
    ...site,
    posts: repairRules('post', site.posts, repairs),
    comments: repairRules('comment', site.comments ?? [], repairs),
    profile: repairRules('profile', site.profile ?? [], repairs),
  }
}

function repairRules<R extends ItemRule>(noun: string, rules: readonly R[], repairs: readonly Repair[]): readonly R[] {
  const fields = repairs.filter(({ field }) => field.startsWith(`${noun}.`))
  const boxes = repairs.filter(({ field }) => field === noun)
  const better = rules.map((rule) => fields.reduceRight((before, repair) => withField(before, repair), rule))
  // A box that was shown, and the adapter's own around or inside it, are one and the same.
  const isShown = (item: Element, page: Page) =>
    boxes.some(
      ({ select, page: kind }) =>
        (kind === null || kind === page.kind) &&
        attempt(() => !!item.closest(select) || !!item.querySelector(select), false),
    )
  const others =
    boxes.length === 0
      ? better
      : better.map((rule) =>
          Object.assign({}, rule, {
            keep: (item: Element, page: Page) => !isShown(item, page) && (rule.keep?.(item, page) ?? true),
          }),
        )
  const shown = boxes.flatMap(({ select, page }) => {
    const usual = better.find(({ on }) => page === null || !on || on.includes(page)) ?? better[0]
    const place = { select, root: select, keep: () => true, ...(page !== null && { on: [page] }) }
    return usual ? Object.assign({}, usual, place) : []
  })
  return [...shown, ...others]
}

function withField<R extends ItemRule>(rule: R, repair: Repair): R {
  const name = repair.field.split('.')[1] ?? ''
  const { [name]: field } = rule as unknown as Readonly<Record<string, Field | undefined>>
  return Object.assign({}, rule, { [name]: withStrategy(field, strategyOf(repair)) })
}

function withStrategy(field: Field | undefined, strategy: Strategy): FieldRule {
  // A field that the adapter does not read at all: nobody expects it elsewhere.
  if (field === undefined) return { from: [strategy], absent: 'unknown' }
  if (typeof field === 'object' && 'from' in field) return { ...field, from: [strategy, ...field.from] }
  return { from: [strategy, ...(Array.isArray(field) ? (field as readonly Strategy[]) : [field as Strategy])] }
}

/** What an override finds for an item; like any strategy it may throw. */
function strategyOf(repair: Repair): Strategy {
  const { field, page: kind, select, attr, saying, within } = repair
  // Minifiers rename functions, but not properties, and an arrow function has its property's name.
  return {
    override: (item: Element, page: Page): Found => {
      if (kind !== null && kind !== page.kind) return null
      const element = select === '' ? item : findShown(within === 'item' ? item : page.root, select, saying)
      if (!element) return null
      if (attr !== null) return valueOf(element.getAttribute(attr), attr, field)
      // "Followers" and "878" often stand in two elements, without a space between them.
      const isCount = repairable[field] === 'count' && parseCount(textOf(element), page.lang) === null
      return isCount ? numberIn(element) : element
    },
  }.override
}

/** An address that leads to a profile ends with whose it is. */
function valueOf(value: string | null, attr: string, field: string): Found {
  if (attr !== 'href' || !field.endsWith('.handle')) return value
  return value?.split(/[?#]/, 1)[0]?.split('/').findLast(Boolean)
}

/** The first match, through open shadow roots, in which the word stands. */
export function findShown(root: ParentNode, select: string, saying: string | null): Element | null {
  const parts = select.split(SHADOW)
  const last = parts.pop() ?? ''
  let from: ParentNode | null | undefined = root
  for (const part of parts) from = from?.querySelector(part)?.shadowRoot
  if (!from || saying === null) return from?.querySelector(last) ?? null
  const word = saying.toLowerCase()
  const found = from.querySelectorAll(last)
  for (let i = 0; i < Math.min(found.length, MOST); i++) {
    const words = `${found[i]?.getAttribute('aria-label') ?? ''} ${found[i]?.textContent ?? ''}`
    if (words.slice(0, MAX_WORDS).toLowerCase().includes(word)) return found[i] ?? null
  }
  return null
}
