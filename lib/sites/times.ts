import { parseAgo } from '../text/ago.ts'
import { dateInFigures, dateInWords } from './dates.ts'
import { parseInstant, plausible } from './instants.ts'
import { plainTime } from './shown-dates.ts'
import type { Page } from './types.ts'

/**
 * A displayed time as ISO UTC, or null. Understood are
 * - instants (`2026-11-22T08:49:00Z`, `+0100`); an instant without zone is taken as UTC;
 * - dates with a month name or in figures ("November 22, 2026 at 8:49 AM", "25 de nov de 2025", "2022-4-19", "5-23");
 * - relative times, long and short ("3 days ago", "vor 2 Std.", "5h", "2 sem", "3 か月前", "قبل يومين"), counted back
 *   from `now` by the calendar: as exact as their unit.
 *
 * A page shows dates on the reader's own clock and without a zone. So a date with a time of day is taken in this
 * machine's zone; a bare date, whose hour nobody knows, is noon UTC of that day, which is the same calendar day
 * for nearly every reader. A date without year is the latest one that is not in the future. `09/10/25` is
 * month-first in American English and where `lang` says nothing, else day-first. Where an id or a `datetime`
 * tells the instant, adapters read that first.
 */
export function parseTime(shown: string, page: Pick<Page, 'lang' | 'now'>): string | null {
  const text = plainTime(shown)
  if (text === '') return null
  const lang = page.lang.toLowerCase()
  // Other languages' months come last: the Spanish August is the English "ago".
  const time =
    parseInstant(text) ??
    dateInFigures(text, lang, page.now) ??
    dateInWords(text, lang, page.now) ??
    parseAgo(text, lang, page.now) ??
    dateInWords(text, null, page.now)
  return plausible(time, page.now)
}

/**
 * The same for dates alone: null for a time that is told by how long ago it was ("2d", "yesterday at 8:49"), which is
 * no day of the calendar and moves with every look.
 */
export function parseWrittenDate(shown: string, page: Pick<Page, 'lang' | 'now'>): string | null {
  const text = plainTime(shown)
  const lang = page.lang.toLowerCase()
  const isDate = (dateInFigures(text, lang, page.now) ?? dateInWords(text, lang, page.now)) !== null
  return isDate || parseAgo(text, lang, page.now) === null ? parseTime(shown, page) : null
}
