import { attempt } from './reading.ts'

const NONE: ArrayLike<Element> = []

/**
 * Every element under `root` that matches a selector list, in page order; none where the selector throws. In a whole
 * document each of the list's selectors is asked for by itself first: Chromium looks through 89,000 elements for one in
 * half a millisecond and for a list in eight (2026-11). Most lists name the same elements in several ways, or all but
 * one of them find nothing; where not, the list as a whole is asked after all.
 */
export function matchesIn(root: Element | Document, list: string): ArrayLike<Element> {
  const ask = (selector: string) => attempt<ArrayLike<Element> | null>(() => root.querySelectorAll(selector), null)
  // A comma within brackets splits where it should not; then a part is no selector, and the whole is asked.
  const found = root.nodeType === 9 ? list.split(',').map(ask) : [null]
  const [first = NONE, ...others] = found.filter((one) => one?.length !== 0)
  return first && others.every((other) => other && isSame(first, other)) ? first : (ask(list) ?? NONE)
}

function isSame(a: ArrayLike<Element>, b: ArrayLike<Element>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
