import { findLinks } from '../../text/tokens.ts'

/** What counts as one character: UTF-16 units, what people see as one, or X's weights. */
type Unit = 'units' | 'graphemes' | 'x'

interface Limit {
  /** Longest caption, the ordinary one first; a longer caption shows that the account is allowed more. */
  readonly most: readonly number[]
  readonly unit: Unit
}

/** compliance.md section 2; Mastodon: its documentation's default, which servers may raise. */
const LIMITS: Readonly<Record<string, Limit>> = {
  instagram: { most: [2_200], unit: 'units' },
  facebook: { most: [63_206], unit: 'units' },
  tiktok: { most: [4_000], unit: 'units' },
  youtube: { most: [5_000], unit: 'units' },
  x: { most: [280, 25_000], unit: 'x' },
  linkedin: { most: [3_000], unit: 'units' },
  pinterest: { most: [500], unit: 'units' },
  threads: { most: [500, 10_000], unit: 'units' },
  bluesky: { most: [300], unit: 'graphemes' },
  mastodon: { most: [500], unit: 'graphemes' },
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Whether the site takes `text` in place of `original`. What was longer than every known limit may stay so. */
export function fits(platform: string, original: string): (text: string) => boolean {
  const limit = LIMITS[platform]
  if (!limit) return () => true
  const was = lengthIn(limit.unit, original)
  const most = limit.most.find((one) => was <= one) ?? was
  // No unit counts a character as more than two, nor an address as more than 23.
  return (text) => text.length * 2 <= most || lengthIn(limit.unit, text) <= most
}

function lengthIn(unit: Unit, text: string): number {
  if (unit === 'units') return text.length
  if (unit === 'graphemes') return [...graphemes.segment(text)].length
  let length = 0
  let at = 0
  for (const { start, end } of findLinks(text)) {
    length += weigh(text.slice(at, start)) + X_LINK
    at = end
  }
  return length + weigh(text.slice(at))
}

/** X's counting: 23 for an address, 2 for an emoji and for what is not Latin, else 1 (twitter-text 3, config v3). */
const X_LINK = 23
const HEAVY = /[^\0-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]/u

function weigh(text: string): number {
  let weight = 0
  for (const { segment } of graphemes.segment(text)) {
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment)) weight += 2
    else for (const char of segment) weight += HEAVY.test(char) ? 2 : 1
  }
  return weight
}
