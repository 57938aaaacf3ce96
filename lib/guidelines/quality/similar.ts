import type { PastPost } from '../define.ts'
import { normalise } from '../../text/normalise.ts'

/** Words in a row that are compared, and the share of equal rows from which captions are copies (compliance.md 7.8). */
const ROW = 5
export const COPIED = 0.8
/** The first words say it; hostile length buys nothing. */
const READ = 10_000

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+(?:'\p{L}+)*/gu

/** Rows of five words (signs where a script sets no spaces), as they are compared; none of a shorter text. */
export function rowsOf(text: string): ReadonlySet<string> {
  const words = normalise(text.slice(0, READ)).text.match(UNSPACED) ?? []
  const rows = new Set<string>()
  for (let at = 0; at + ROW <= words.length; at++) rows.add(words.slice(at, at + ROW).join(' '))
  return rows
}

/** Jaccard similarity of two sets of rows, 0 to 1: what both have over what either has; 0 where it is below `least`. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>, least = COPIED): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size === 0 || small.size < large.size * least) return 0
  let shared = 0
  for (const row of small) if (large.has(row)) shared++
  return shared / (a.size + b.size - shared)
}

const rows = new WeakMap<PastPost, ReadonlySet<string>>()

/** The past post whose caption is most like this one, with how like; null when none is a copy. */
export function mostSimilar(
  text: string,
  posts: readonly PastPost[],
  least = COPIED,
): { post: PastPost; share: number } | null {
  const own = rowsOf(text)
  if (own.size === 0) return null
  let best: { post: PastPost; share: number } | null = null
  for (const post of posts) {
    // A copy is about as long; most posts are not, and need no comparison.
    if (post.text.length < text.length * 0.5 || post.text.length > text.length * 2) continue
    const theirs = rows.get(post) ?? rowsOf(post.text)
    rows.set(post, theirs)
    const share = similarity(own, theirs, least)
    if (share >= least && share > (best?.share ?? 0)) best = { post, share }
  }
  return best
}
