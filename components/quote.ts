/** Most characters of context on each side of a quote. */
const REACH = 160

const ends = /[.!?…。！？।]+["'”’)\]]*\s|\n/gu

/**
 * What stands before and after a quote inside its sentence, cut with `…` where the sentence is long.
 * Offsets are UTF-16. When the offsets do not hold the quote (the text is another version), there is
 * no context: the quote stands alone rather than inside words it did not come from.
 */
export function inItsSentence(
  text: string,
  evidence: { start: number; end: number; quote: string },
): { before: string; after: string } {
  const { start, end, quote } = evidence
  if (quote === '' || text.slice(start, end) !== quote) return { before: '', after: '' }
  const left = text.slice(Math.max(0, start - REACH), start)
  const right = text.slice(end, end + REACH)
  const from = [...left.matchAll(ends)].at(-1)
  const to = right.matchAll(ends).next().value
  const before = from ? left.slice(from.index + from[0].length) : start > REACH ? `…${whole(left)}` : left
  // The quote may end its sentence itself ("… guaranteed!"): then nothing follows.
  const closed = /[.!?…。！？।\n]\s*$/u.test(quote)
  const after = closed ? '' : to ? right.slice(0, to.index + to[0].trimEnd().length) : right
  const cut = !closed && !to && end + REACH < text.length
  return { before, after: cut ? `${whole(right, 'end')}…` : after }
}

/** Without the half word, or the half of a surrogate pair, that the cut left at its outer edge. */
function whole(part: string, edge: 'start' | 'end' = 'start'): string {
  const trimmed = edge === 'start' ? part.replace(/^\S{0,24}\s/u, '') : part.replace(/\s\S{0,24}$/u, '')
  return edge === 'start' ? trimmed.replace(/^[\uDC00-\uDFFF]/, '') : trimmed.replace(/[\uD800-\uDBFF]$/, '')
}
