import { asciiDigits } from '../text/digits.ts'
import { dateInFigures, dateInWords } from './dates.ts'
import { parseInstant, plausible } from './instants.ts'
import type { Page } from './types.ts'

const MAX_SHOWN = 200

/** A displayed time as dates are looked for in it: lower case, ASCII digits, single spaces. */
export function plainTime(shown: string): string {
  return asciiDigits(shown.slice(0, MAX_SHOWN))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/**
 * A displayed date as ISO UTC, or null: what `parseTime` understands but for relative times, which weigh half of it.
 * For sites whose pages always write the date somewhere.
 */
export function parseDate(shown: string, page: Pick<Page, 'lang' | 'now'>): string | null {
  const text = plainTime(shown)
  const lang = page.lang.toLowerCase()
  const time =
    parseInstant(text) ??
    dateInFigures(text, lang, page.now) ??
    dateInWords(text, lang, page.now) ??
    dateInWords(text, null, page.now)
  return text === '' ? null : plausible(time, page.now)
}
