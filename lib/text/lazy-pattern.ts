/**
 * A pattern that is made when it is first needed. One with `\p{…}` that stands in the code as a literal is worked out
 * when its file is read, needed or not: for the script of a page these made up half of that time (2026-11).
 */
export function lazyPattern(source: string, flags = 'u'): () => RegExp {
  let made: RegExp | undefined
  return () => (made ??= new RegExp(source, flags))
}
