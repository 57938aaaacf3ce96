import { distance } from '../../text/distance.ts'
import type { Discourse } from '../../text/discourse.ts'
import type { Match } from './claim.ts'

/** Where a wording stands word for word, and where it nearly does. */
export interface WordingFound {
  readonly exact: readonly Match[]
  readonly near: Match | null
}

/** Share of a wording's words that make a near miss. */
const NEAR = 0.7

/** Looks for the words in their order; case, spaces, quotes, dashes and marks between them do not matter. */
export function findWording(discourse: Discourse, words: readonly string[]): WordingFound {
  const [first] = words
  if (first === undefined) return { exact: [], near: null }
  const { tokens } = discourse
  const exact = (discourse.byText.get(first) ?? []).flatMap((at) =>
    words.every((word, i) => tokens[at + i]?.text === word) ? [{ first: at, last: at + words.length - 1 }] : [],
  )
  const joined = words.length > 1 ? (discourse.byText.get(words.join('')) ?? []) : []
  const found = [...exact, ...joined.map((at) => ({ first: at, last: at }))]
  return { exact: found, near: found.length > 0 ? null : nearest(discourse, words) }
}

/**
 * A short wording with a typing error or two; else the stretch of as many words that has most of the wording's, each
 * counted once, in one pass.
 */
function nearest({ tokens }: Discourse, words: readonly string[]): Match | null {
  const typo = words.length <= 6 ? mistyped(tokens, words) : null
  if (typo !== null || words.length < 3) return typo
  const open = new Map<string, number>()
  for (const word of words) open.set(word, (open.get(word) ?? 0) + 1)
  let common = 0
  let best = { common: 0, end: -1 }
  const count = (word: string | undefined, by: 1 | -1): void => {
    const left = word === undefined ? undefined : open.get(word)
    if (word === undefined || left === undefined) return
    // Taken while some are left; given back by the same rule.
    if (by === 1 ? left > 0 : left >= 0) common += by
    open.set(word, left - by)
  }
  for (const [at, { text }] of tokens.entries()) {
    count(text, 1)
    if (at >= words.length) count(tokens[at - words.length]?.text, -1)
    if (common > best.common) best = { common, end: at }
  }
  if (best.common < NEAR * words.length) return null
  const wanted = new Set(words)
  let first = Math.max(0, best.end - words.length + 1)
  while (!wanted.has(tokens[first]?.text ?? '')) first++
  return { first, last: best.end }
}

function mistyped(tokens: Discourse['tokens'], words: readonly string[]): Match | null {
  const whole = words.join(' ')
  if (whole.length < 5) return null
  // Two errors change the length by two at most: nearly every place is left out before it is read.
  let length = words.length - 1
  for (const [last, { text }] of tokens.entries()) {
    const first = last - words.length + 1
    length += text.length - (tokens[first - 1]?.text.length ?? 0)
    if (first < 0 || Math.abs(length - whole.length) > 2) continue
    const some = tokens.slice(first, last + 1).map((token) => token.text)
    // Of three words and more, two errors leave one as it is.
    if (words.length > 2 && !words.some((word, i) => word === some[i])) continue
    if (distance(some.join(' '), whole, 2) <= 2) return { first, last }
  }
  return null
}
