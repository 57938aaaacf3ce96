const NONE: readonly RegExpExecArray[] = []

/**
 * `text.matchAll(pattern)` for patterns that seldom match: looks before it makes the copy of the pattern that
 * `matchAll` works on, which costs more than the look. `pattern` has the flag `g`.
 */
export function matchesOf(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  return text.search(pattern) < 0 ? NONE : text.matchAll(pattern)
}
