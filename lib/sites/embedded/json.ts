import type { Node } from './types.ts'

/** A member of nested objects and lists; undefined where the way ends. Own members only: a page may name anything. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = (here as Record<string | number, unknown>)[key]
  }
  return here
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** A figure, written as a number or in digits; sites write large ones as text. */
export function countAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = at(value, ...path)
  const figure = typeof found === 'string' && /^\d{1,15}$/.test(found) ? Number(found) : found
  return typeof figure === 'number' && Number.isSafeInteger(figure) && figure >= 0 ? figure : undefined
}

/** Seconds since 1970 as milliseconds. */
export function secondsAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const seconds = countAt(value, ...path)
  return seconds === undefined || seconds === 0 ? undefined : seconds * 1000
}

/** An ISO instant as milliseconds since 1970. A date without a time of day is none. */
export function instantAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const written = textAt(value, ...path)
  const time = written !== undefined && /^\d{4}-\d\d-\d\dT\d\d:/.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

/** Calls `visit` for every object in the text's JSON, outer ones first, `most` at most. Not JSON: for none. */
export function eachObject(json: string, most: number, visit: (node: Node) => void): void {
  let waiting: unknown[]
  try {
    waiting = [JSON.parse(json)]
  } catch {
    return
  }
  let left = most
  for (let index = 0; index < waiting.length && left > 0; index++, left--) {
    const value = waiting[index]
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value)) visit(value as Node)
    for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) waiting.push(member)
  }
}
