import type { Discourse } from '../../text/discourse.ts'
import { normalise } from '../../text/normalise.ts'
import { findQuantities, sameAmount, sameDimension } from '../../text/numbers.ts'
import type { Quantity } from '../../text/numbers.ts'
import type { Wanted } from '../../text/stem.ts'
import type { PostView } from '../view.ts'
import { isForm, isNegator, partOf, placesOf, wordsOf } from './claim.ts'
import type { Match } from './claim.ts'
import { matchOf } from './quote.ts'
import { NEGATORS, STOP_WORDS } from './stop-words.ts'

/** A phrase whose words may stand in any order: its telling words, and its numbers with their units. */
export interface Message {
  readonly parts: readonly Wanted[]
  readonly quantities: readonly Quantity[]
  readonly negative: boolean
}

/** A place where a message stands. */
export interface MessageMatch extends Match {
  /** A number differs: the one written. */
  readonly wrong: Quantity | null
  /** A word of it is missing. */
  readonly loose: boolean
}

/** Words that a message may be spread over (compliance.md 7.7). */
const WINDOW = 12

export function messageOf(phrase: string, lang: string | null): Message {
  const discourse = wordsOf(phrase, lang)
  const quantities = findQuantities(normalise(phrase, { lang, lookAlikes: true }).text)
  const stop = STOP_WORDS[discourse.lang] ?? STOP_WORDS['en']
  const words = discourse.tokens.filter(
    ({ start, end }) => !quantities.some((quantity) => start < quantity.end && end > quantity.start),
  )
  const telling = words.filter(({ text }) => !(stop?.has(text) ?? false))
  const kept = telling.length > 0 || quantities.length > 0 ? telling : words
  return {
    parts: kept.map((_, at) => partOf(kept, at, discourse.lang)),
    quantities,
    negative: kept.some((_, at) => isNegator(kept, at)),
  }
}

/**
 * Every place where the message's words stand together, in any order. With `loose` one of three or more words
 * may be missing.
 */
export function findMessage(view: PostView, message: Message, loose = false): MessageMatch[] {
  const { discourse } = view
  const found: MessageMatch[] = []
  const missing = loose && message.parts.length + message.quantities.length >= 3 ? 1 : 0
  let reached = -1
  for (const at of anchors(view, message, missing)) {
    if (at.first <= reached) continue
    const match = gather(view, discourse, message, at, missing)
    if (!match) continue
    found.push(match)
    reached = match.last
  }
  return found
}

/** Where a message is looked for: at its rarest word (or two, where one may be missing), else at a number. */
function anchors(view: PostView, { parts, quantities }: Message, missing: number): Match[] {
  if (parts.length > missing) {
    // The rarest words: one of them must be there.
    const places: number[][] = []
    let absent = 0
    for (const part of parts) {
      const there = placesOf(view.discourse, part)
      if (there.length === 0 && ++absent > missing) return []
      places.push(there)
    }
    const words = new Set(
      places
        .toSorted((a, b) => a.length - b.length)
        .slice(0, 1 + missing)
        .flat(),
    )
    return [...words].toSorted((a, b) => a - b).map((at) => ({ first: at, last: at }))
  }
  return view.quantities.flatMap((quantity) =>
    quantities.some(({ unit }) => sameDimension(unit, quantity.unit)) ? (matchOf(view.discourse, quantity) ?? []) : [],
  )
}

function gather(
  view: PostView,
  discourse: Discourse,
  { parts, quantities }: Message,
  anchor: Match,
  missing: number,
): MessageMatch | null {
  let { first, last } = anchor
  let lacking = 0
  const used = new Set([first])
  const start = discourse.tokens[first]
  for (const part of parts) {
    if (start && isForm(start, part) && used.size === 1 && first === anchor.first && last === anchor.last) continue
    const at = nearest(discourse, part, first, last, used)
    if (at === null) {
      // Without its negation a message says the opposite.
      if (part.forms === NEGATORS || ++lacking > missing) return null
      continue
    }
    used.add(at)
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  let wrong: Quantity | null = null
  for (const wanted of quantities) {
    const near = nearestQuantity(view, wanted, first, last)
    if (near === null) {
      if (++lacking > missing) return null
      continue
    }
    if (!sameAmount(near.quantity, wanted)) wrong ??= near.quantity
    first = Math.min(first, near.match.first)
    last = Math.max(last, near.match.last)
  }
  return { first, last, wrong, loose: lacking > 0 }
}

function nearest(
  discourse: Discourse,
  part: Wanted,
  first: number,
  last: number,
  used: ReadonlySet<number>,
): number | null {
  const { tokens } = discourse
  const fits = (at: number): boolean => {
    const token = tokens[at]
    return token !== undefined && !used.has(at) && isForm(token, part) && inOneSentence(discourse, at, first)
  }
  for (let at = first; at <= last; at++) if (fits(at)) return at
  const room = WINDOW - (last - first)
  for (let step = 1; step < room; step++) {
    if (fits(last + step)) return last + step
    if (fits(first - step)) return first - step
  }
  return null
}

/** The right number in reach before any other; else the nearest of its kind. */
function nearestQuantity(
  view: PostView,
  wanted: Quantity,
  first: number,
  last: number,
): { quantity: Quantity; match: Match } | null {
  const { tokens } = view.discourse
  const from = tokens[Math.max(0, last - WINDOW + 1)]?.start ?? 0
  const to = tokens[Math.min(tokens.length - 1, first + WINDOW - 1)]?.end ?? 0
  let best: { quantity: Quantity; match: Match; distance: number } | null = null
  for (let at = firstFrom(view.quantities, from); (view.quantities[at]?.end ?? Infinity) <= to; at++) {
    const quantity = view.quantities[at]
    if (!quantity || !sameDimension(quantity.unit, wanted.unit)) continue
    const match = matchOf(view.discourse, quantity)
    if (!match || !inOneSentence(view.discourse, match.first, first)) continue
    const gap = Math.max(0, match.first - last, first - match.last)
    const distance = gap + (sameAmount(quantity, wanted) ? 0 : WINDOW)
    if (!best || distance < best.distance) best = { quantity, match, distance }
  }
  return best
}

function firstFrom(quantities: readonly Quantity[], start: number): number {
  let low = 0
  let high = quantities.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quantities[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function inOneSentence({ tokens, clauses }: Discourse, a: number, b: number): boolean {
  return clauses[tokens[a]?.clause ?? -1]?.sentence === clauses[tokens[b]?.clause ?? -1]?.sentence
}
