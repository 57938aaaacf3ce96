import type { Field, FieldRule, Found, Page, Site, Strategy } from '../../../lib/sites/types.ts'

/** What a strategy went by: a part of a selector (`[data-testid="like"]`, `time`), or an attribute it read. */
export interface Hook {
  /** The part of the selector; or `@name` for an attribute's value. */
  readonly token: string
  /** The elements whose attribute was read; a part of a selector counts on the whole page. */
  readonly elements: ReadonlySet<Element>
  /** The fields whose winners went by it: `post.likes`, or `post` for the items themselves. */
  readonly fields: ReadonlySet<string>
}

const POST = [
  'id',
  'handle',
  'name',
  'text',
  'publishedAt',
  'publishedText',
  'likes',
  'comments',
  'shares',
  'views',
  'saves',
] as const
const COMMENT = ['id', 'handle', 'name', 'text', 'publishedAt', 'publishedText', 'likes'] as const
const PROFILE = ['handle', 'name', 'bio', 'followers', 'following', 'posts'] as const

/** A site that notes what its strategies look at. `run` reads with it; `hooks` are those of the winners. */
export function instrument(site: Site, root: ParentNode) {
  const calls = new Map<string, Map<Element, Recorded>>()
  const watch = (noun: string, key: string, field: Field): FieldRule => {
    const rule = ruleOf(field)
    return {
      ...rule,
      from: rule.from.map((strategy): Strategy => (item, page) => {
        const { found, recorded } = record(() => find(strategy, item, page))
        if (found !== null && found !== undefined && found !== '') {
          const items = calls.get(`${noun}.${key}`) ?? new Map<Element, Recorded>()
          calls.set(`${noun}.${key}`, items.set(item, recorded))
        }
        return found
      }),
    }
  }
  const watched: Site = {
    ...site,
    posts: site.posts.map((rule) => Object.assign({}, rule, fieldsOf('post', POST, rule, watch))),
    comments: site.comments?.map((rule) => Object.assign({}, rule, fieldsOf('comment', COMMENT, rule, watch))) ?? [],
    profile: site.profile?.map((rule) => Object.assign({}, rule, fieldsOf('profile', PROFILE, rule, watch))) ?? [],
  }
  return {
    site: watched,
    hooks(): Hook[] {
      const hooks = new Map<string, { elements: Set<Element>; fields: Set<string> }>()
      const add = (field: string, token: string, element: Element) => {
        const hook = hooks.get(token) ?? { elements: new Set(), fields: new Set() }
        hooks.set(token, hook)
        hook.elements.add(element)
        hook.fields.add(field)
      }
      const addSelector = (field: string, selector: string, element: Element) => {
        for (const token of tokensOf(selector, element)) add(field, token, element)
      }
      for (const [field, items] of calls)
        for (const { selected, read } of items.values()) {
          for (const [element, selector] of selected) addSelector(field, selector, element)
          for (const [element, name] of read) add(field, `@${name}`, element)
        }
      for (const [noun, rules] of [
        ['post', site.posts],
        ['comment', site.comments ?? []],
        ['profile', site.profile ?? []],
      ] as const)
        for (const rule of rules) {
          const selector = 'root' in rule ? rule.root : rule.select
          for (const element of [...root.querySelectorAll(selector)].slice(0, 500)) addSelector(noun, selector, element)
        }
      return [...hooks].map(([token, { elements, fields }]) => ({ token, elements, fields }))
    },
  }
}

/** The rule's fields, each watched. */
function fieldsOf<K extends string>(
  noun: string,
  keys: readonly K[],
  rule: Readonly<Partial<Record<K, Field>>>,
  watch: (noun: string, key: string, field: Field) => FieldRule,
): Partial<Record<K, FieldRule>> {
  const fields: Partial<Record<K, FieldRule>> = {}
  for (const key of keys) {
    const field = rule[key]
    if (field !== undefined) fields[key] = watch(noun, key, field)
  }
  return fields
}

function ruleOf(field: Field): FieldRule {
  if (typeof field === 'object' && 'from' in field) return field
  if (Array.isArray(field)) return { from: field as readonly Strategy[] }
  return { from: [field as Strategy] }
}

function find(strategy: Strategy, item: Element, page: Page): Found {
  if (typeof strategy === 'function') return strategy(item, page)
  if (typeof strategy === 'string') return item.querySelector(strategy)
  return (strategy.select === '' ? item : item.querySelector(strategy.select))?.getAttribute(strategy.attr)
}

// ---------------------------------------------------------------- what a strategy looked at

interface Recorded {
  selected: (readonly [Element, string])[]
  read: (readonly [Element, string])[]
}

/** Most elements of one `querySelectorAll` that are noted. */
const MOST = 200

/** Runs `look` with the DOM's own lookups noting what they found. */
function record<T>(look: () => T): { found: T; recorded: Recorded } {
  const recorded: Recorded = { selected: [], read: [] }
  const undo = [
    ...[Element.prototype, Document.prototype, ShadowRoot.prototype].flatMap((prototype) => [
      around(prototype, 'querySelector', (found, selector) => {
        if (found instanceof Element) recorded.selected.push([found, selector])
      }),
      around(prototype, 'querySelectorAll', (found, selector) => {
        if (found instanceof NodeList)
          for (const node of [...found].slice(0, MOST))
            if (node instanceof Element) recorded.selected.push([node, selector])
      }),
    ]),
    around(Element.prototype, 'closest', (found, selector) => {
      if (found instanceof Element) recorded.selected.push([found, selector])
    }),
    around(Element.prototype, 'matches', (found, selector, self) => {
      if (found === true && self instanceof Element) recorded.selected.push([self, selector])
    }),
    around(Element.prototype, 'getAttribute', (found, name, self) => {
      if (typeof found === 'string' && found !== '' && self instanceof Element) recorded.read.push([self, name])
    }),
  ]
  try {
    return { found: look(), recorded }
  } finally {
    for (const restore of undo) restore()
  }
}

/** Lets `note` see each result of a one-argument method; gives the way back. */
function around(prototype: object, name: string, note: (found: unknown, argument: string, self: unknown) => void) {
  const original: unknown = Reflect.get(prototype, name)
  if (typeof original !== 'function') throw new Error(`no ${name}`)
  Reflect.set(prototype, name, function (this: unknown, argument: string) {
    const found: unknown = Reflect.apply(original, this, [argument])
    note(found, argument, this)
    return found
  })
  return () => Reflect.set(prototype, name, original)
}

// ---------------------------------------------------------------- parts of selectors

/** The parts of a selector by which it found this element: attributes, ids, classes and telling tags. */
function tokensOf(selector: string, element: Element): string[] {
  const parts = alternatives(selector.replace(/:(?:not|has|is|where)\((?:[^()]|\([^()]*\))*\)/g, ''))
  return parts.filter((part) => matches(element, part)).flatMap(tokensIn)
}

const TOKEN = /\[[^\]]*\]|#[\w-]+|\.[\w-]+|(?<=^|[\s>+~])[a-z][\w-]*/g
/** Tags no site would give up, or that say nothing. */
const PLAIN = new Set(['a', 'div', 'span', 'img', 'svg', 'path', 'p', 'button', 'main', 'body', 'html', 'input', 'br'])

function tokensIn(part: string): string[] {
  return (part.match(TOKEN) ?? []).filter((token) => !PLAIN.has(token))
}

/** At the commas outside of brackets and quotes. */
const alternatives = (selector: string): string[] =>
  (selector.match(/(?:\[[^\]]*\]|\([^)]*\)|[^,[(])+/g) ?? []).map((part) => part.trim()).filter(Boolean)

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector)
  } catch {
    return false
  }
}
