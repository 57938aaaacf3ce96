import { attempt } from './reading.ts'

const NONE: ArrayLike<Element> = []

/**
 * Every element under `root` that matches a selector list, in page order; none where the selector throws. In a whole
 * document each of the list's selectors is asked for by itself first: Chromium looks through 89,000 elements for one in
 * half a millisecond and for a list in eight (2026-11). Most lists name the same elements in several ways, or all but
 * one of them find nothing; where not, the list as a whole is asked after all.
 */
export function matchesIn(root: Element | Document, list: string): ArrayLike<Element> {
  const ask = (selector: string) => attempt<ArrayLike<Element>>(() => root.querySelectorAll(selector), NONE)
  const selectors = root.nodeType === 9 ? partsOf(list) : [list]
  const [first = NONE, ...others] = selectors.map(ask).filter(({ length }) => length > 0)
  return others.every((other) => isSame(first, other)) ? first : ask(list)
}

function isSame(a: ArrayLike<Element>, b: ArrayLike<Element>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** The selectors of a list: split at the commas that stand in no bracket and no quotes. */
export function partsOf(list: string): string[] {
  const parts = list.match(/(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\)|[^,"'[(])+/g) ?? []
  return parts.map((part) => part.trim())
}
