import { MAX_TEXT } from '../domain/limits.ts'
import type { FieldSeen, MissSeen } from '../domain/observation.ts'
import type { Count } from '../domain/count.ts'
import { parseCount } from './counts.ts'
import { cut, oneLine, readText, tidy } from './read-text.ts'
import type { Field, FieldRule, Found, Page, Strategy } from './types.ts'

/** Longest attribute and one-line text looked at, in UTF-16 units. */
const MAX_ATTRIBUTE = 4_000
const MAX_LINE = 2_000
/** So many posts, or comments, and not a word in any: fewer than one page in a hundred of those that read well. */
const MANY = 5

/** A caption and the element it was read from; null where a strategy gave the text itself. */
export interface Body {
  readonly text: string
  readonly element: Element | null
}

/** Reads fields of items and remembers, per field, which strategies won and where none did. */
export interface Reading {
  readonly page: Page
  string(name: string, field: Field | undefined, item: Element): string | null
  text(name: string, field: Field | undefined, item: Element, without?: string, inline?: string): Body
  count(name: string, field: Field | undefined, item: Element): Count | null
  /** ISO UTC of a displayed or exact time, as the site's times are read. */
  time(name: string, field: Field | undefined, item: Element): string | null
  /** Notes how much of a part of the page (`page.posts`) was read, and of how much there are signs. */
  part(name: string, read: number, of: number): void
  mark(): number
  /** Forgets what was read since `mark`: the item turned out not to be one. */
  rewind(mark: number): void
  summary(): { misses: MissSeen[]; fields: FieldSeen[] }
}

export function createReading(page: Page, parseTime: (shown: string, page: Page) => string | null): Reading {
  const log: { field: string; won: number | null; tried: readonly string[]; missed: boolean; due: boolean }[] = []

  function read<T>(name: string, field: Field, item: Element, parse: (found: Element | string) => T | null): T | null {
    const { tried, from, on, absent } = known(field)
    // Nothing is looked for: such an item says nothing of how the field is read.
    if (tried.length === 0) return null
    const due = !on || on.includes(page.kind)
    for (const [index, strategy] of from.entries()) {
      const value = attempt(() => {
        const found = find(strategy, item, page)
        return found === null || found === undefined || found === '' ? null : parse(found)
      }, null)
      if (value === null) continue
      log.push({ field: name, won: index, tried, missed: false, due })
      return value
    }
    log.push({ field: name, won: null, tried, missed: due && (absent ?? 'miss') === 'miss', due })
    return null
  }

  function tally(): (FieldSeen & MissSeen)[] {
    const fields = new Map<string, FieldSeen & MissSeen>()
    const dues = new Map<string, number>()
    for (const { field, won, tried, missed, due } of log) {
      const sum = fields.get(field) ?? { field, of: 0, missing: 0, tried: [...tried], won: tried.map(() => 0) }
      fields.set(field, sum)
      sum.of++
      if (missed) sum.missing++
      if (due) dues.set(field, (dues.get(field) ?? 0) + 1)
      if (won !== null) sum.won[won] = (sum.won[won] ?? 0) + 1
    }
    // One post may have no words; that none of many has any is the adapter's doing, but for tiles, which show none.
    for (const [field, sum] of fields) {
      const due = dues.get(field) ?? 0
      if (field.endsWith('.text') && due >= MANY && !sum.won.some(Boolean)) sum.missing = due
    }
    return [...fields.values()]
  }

  return {
    page,
    time: (name, field, item) =>
      field === undefined
        ? null
        : read(name, field, item, (found) => {
            const shown = cut(oneLine(textOf(found)), MAX_LINE).trim()
            return shown === '' ? null : parseTime(shown, page)
          }),
    string: (name, field, item) =>
      field === undefined
        ? null
        : read(name, field, item, (found) => cut(oneLine(textOf(found)), MAX_LINE).trim() || null),
    text: (name, field, item, without, inline) => {
      const nothing: Body = { text: '', element: null }
      if (field === undefined) return nothing
      const body = read(name, field, item, (found): Body | null => {
        const text = typeof found === 'string' ? cut(tidy(found), MAX_TEXT) : readText(found, without, inline)
        return text === '' ? null : { text, element: typeof found === 'string' ? null : found }
      })
      return body ?? nothing
    },
    count: (name, field, item) =>
      field === undefined
        ? null
        : (read(name, field, item, (found) => parseCount(plain(found), page.lang)) ??
          (known(field).absent === 'zero' ? { value: 0, step: 1 } : null)),
    part: (field, hits, of) => {
      for (let i = 0; i < of; i++)
        log.push({ field, won: i < hits ? 0 : null, tried: [], missed: i >= hits, due: true })
    },
    mark: () => log.length,
    rewind: (mark) => {
      log.length = mark
    },
    summary() {
      const sums = tally()
      return {
        misses: sums.flatMap(({ field, of, missing, tried }) => (missing > 0 ? [{ field, of, missing, tried }] : [])),
        fields: sums.map(({ field, of, won }) => ({ field, of, won })),
      }
    },
  }
}

/** What `read` gives, or `otherwise` when it throws: adapters and pages may do anything. */
export function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}

/** Without the line breaks and indents of markup, which would outweigh the figure. */
const plain = (found: Element | string) =>
  typeof found === 'string'
    ? found
    : (found.textContent ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join('\n')
/** Names carry emoji pictures, so an element is read like a caption. */
const textOf = (found: Element | string) => (typeof found === 'string' ? found : readText(found))

/** Adapters' fields stay; each post asks for all of them. */
const rules = new Map<Field, FieldRule & { tried: readonly string[] }>()
function known(field: Field) {
  let found = rules.get(field)
  if (!found) {
    const rule = ruleOf(field)
    rules.set(field, (found = { ...rule, tried: rule.from.map(nameOf) }))
  }
  return found
}

function ruleOf(field: Field): FieldRule {
  if (typeof field === 'object' && 'from' in field) return field
  if (Array.isArray(field)) return { from: field as readonly Strategy[] }
  return { from: [field as Strategy] }
}

function find(strategy: Strategy, item: Element, page: Page): Found {
  if (typeof strategy === 'function') return strategy(item, page)
  if (typeof strategy === 'string') return item.querySelector(strategy)
  const element = strategy.select === '' ? item : item.querySelector(strategy.select)
  return element?.getAttribute(strategy.attr)?.slice(0, MAX_ATTRIBUTE)
}

function nameOf(strategy: Strategy): string {
  if (typeof strategy === 'string') return strategy.slice(0, 300)
  // A minified bundle leaves one or two letters of a function's name, which say nothing.
  if (typeof strategy === 'function') return strategy.name.length > 2 ? strategy.name : 'function'
  return `${strategy.select}@${strategy.attr}`.slice(0, 300)
}
