import { agoInterval, readAgo } from '../../text/ago.ts'
import { asciiDigits } from '../../text/digits.ts'
import type { PostInput } from '../view.ts'
import { dayAt, endOf, startOf } from './wall-time.ts'

/** When a post was published, as exactly as the page tells, and the text that tells it. */
export interface Published {
  /** First and last instant it may be, in milliseconds since 1970; the same where the page gives the instant. */
  readonly from: number
  readonly to: number
  readonly field: 'published-at' | 'published-text'
  readonly text: string
}

/** Longest displayed time looked at. */
const LONGEST = 200
/** The hour that stands for a date without one: see lib/sites/times.ts. */
const BARE_DATE = /T12:00:00(?:\.000)?Z$/
const WITH_CLOCK = /\d[:.h時시]\s?\d\d|\d\s?(?:am|pm|uhr|[時시])/i

/**
 * Reads the instant where the page carries one, else what it shows ("2d", read at `capturedAt`). A date that is
 * shown without a time of day is all of that day in the campaign's zone. Null when neither tells.
 */
export function publishedBetween(post: PostInput, zone: string): Published | null {
  const { publishedAt, publishedText, capturedAt, lang } = post
  const shown = publishedText?.trim().slice(0, LONGEST) ?? ''
  const at = publishedAt == null ? Number.NaN : instantOf(publishedAt)
  if (publishedAt != null && !Number.isNaN(at)) {
    const isDay = BARE_DATE.test(publishedAt) && shown !== '' && /\d/.test(shown) && !WITH_CLOCK.test(shown)
    const date = isDay && !isAgo(shown, lang) ? dayAt(at, 'UTC').date : null
    const [from, to] = date === null ? [at, at] : [startOf(date, zone), endOf(date, zone)]
    return { from, to, field: 'published-at', text: publishedAt }
  }
  const read = capturedAt == null ? Number.NaN : instantOf(capturedAt)
  if (shown === '' || Number.isNaN(read)) return null
  const ago = readAgo(plain(shown), lang ?? '')
  if (!ago) return null
  return { ...agoInterval(ago, new Date(read)), field: 'published-text', text: publishedText ?? '' }
}

function isAgo(shown: string, lang: string | null): boolean {
  return readAgo(plain(shown), lang ?? '') !== null
}

function plain(shown: string): string {
  return asciiDigits(shown).replace(/\s+/g, ' ').toLowerCase()
}

/** An instant without a zone is UTC, as everywhere here: this machine's own zone must not count. */
function instantOf(text: string): number {
  return Date.parse(/(?:z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}Z`)
}
