import type { Parameter } from './parameters.ts'

/** What is delivered, other than rounds, revisions and the like, which are never added to it. */
const PIECE = /\b(?:posts?|reels?|stories|story|videos?|shorts?|streams?)$/iu
/** What joins two counts to one list: ", ", "and", "plus", "as well as". */
const JOINED = /(?:[,;&+]|(?<![\p{L}\d])(?:and|plus|as well as))(?:\s(?:also|another|further|additional))?\s*$/iu
/** Between two counts that are no sum: a choice, a part of the first, or counts of different times. */
const APART =
  /[.!?:]\s|(?<![\p{L}\d])(?:or|either|including|includes?|which|whereof|namely|such as|i\.e\.|per|each|every|weekly|monthly)(?![\p{L}\d])/iu
const NUMBER =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty'
/** A range ends at the count that follows: "2 or 3 Reels", "two to three", "2-3", "between 2 and 3". */
const RANGE = new RegExp(
  String.raw`(?:(?<![\p{L}\d.,])(\d{1,4}|${NUMBER})\s{0,2}(?:or|to|[-–—])|between\s(\d{1,4}|${NUMBER})\s{1,2}and)\s{0,2}$`,
  'iu',
)
const words = NUMBER.split('|')
/** Most characters between two counts of one list. */
const GAP = 120

/**
 * How many pieces a clause asks for. Counts that are joined to a list are summed ("two Reels and three Stories" is 5);
 * of a range the least counts, for no more is owed ("2 to 3 Reels" is 2). `at`: where the quote begins in the text
 * that the parameters' offsets are of. Null without a count.
 */
export function piecesIn(quote: string, at: number, parameters: readonly Parameter[]): number | null {
  const counts = parameters
    .filter(({ kind, start, end }) => kind === 'count' && start >= at && end <= at + quote.length)
    .map(({ start, end, ...one }) => Object.assign({}, one, { start: start - at, end: end - at }))
  const [first, ...others] = counts
  // A figure that a definition elsewhere gives stands in no list of this clause.
  if (!first) return numberOrNull(parameters.find(({ kind }) => kind === 'count')?.value)
  let sum = least(quote, first)
  let last = first
  if (!PIECE.test(first.quote)) return sum
  for (const next of others) {
    const between = quote.slice(last.end, next.start)
    const isListed = between.length <= GAP && JOINED.test(between) && !APART.test(between)
    if (!isListed || !PIECE.test(next.quote) || isPerTime(quote, last) !== isPerTime(quote, next)) break
    sum += least(quote, next)
    last = next
  }
  return sum
}

function least(quote: string, { start, value }: Pick<Parameter, 'start' | 'value'>): number {
  const [, plain, between] = RANGE.exec(quote.slice(Math.max(0, start - 40), start)) ?? []
  const lower = (plain ?? between ?? '').toLowerCase()
  const from = words.includes(lower) ? 1 + words.indexOf(lower) : Number(lower)
  return lower !== '' && from < Number(value) ? from : Number(value)
}

/** "two Reels per month": a rate, which is no part of a total. */
const isPerTime = (quote: string, { end }: Pick<Parameter, 'end'>) =>
  /^(?:\s\p{L}{2,14}){0,3}\s(?:per|each|every|an?\s(?:day|week|month)|weekly|monthly)(?!\p{L})/iu.test(
    quote.slice(end, end + 60),
  )

const numberOrNull = (value: string | undefined) => (value === undefined ? null : Number(value))
