import type { Evidence } from '../../domain/finding.ts'
import type { Discourse } from '../../text/discourse.ts'
import type { Span } from '../../text/normalise.ts'
import { quoteNormal, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'
import type { Match } from './claim.ts'

/** The tokens that a span of the normalised text touches; null when it touches none. By binary search. */
export function matchOf({ tokens }: Discourse, span: Span): Match | null {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  let last = low
  while ((tokens[last + 1]?.start ?? Infinity) < span.end) last++
  return (tokens[low]?.start ?? Infinity) < span.end ? { first: low, last } : null
}

/** Quotes a match; words inside a hashtag are quoted with the whole hashtag. */
export function quoteMatch(view: PostView, { first, last, span }: Match): Evidence {
  const [from, to] = [view.discourse.tokens[first], view.discourse.tokens[last]]
  const quote = quoteNormal(view, span?.start ?? from?.start ?? 0, span?.end ?? to?.end ?? 0)
  const opening = from?.tag == null ? undefined : view.hashtags[from.tag]
  const closing = to?.tag == null ? undefined : view.hashtags[to.tag]
  return quoteText(view, Math.min(quote.start, opening?.start ?? quote.start), Math.max(quote.end, closing?.end ?? 0))
}
