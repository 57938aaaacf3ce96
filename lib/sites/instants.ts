import type { Page } from './types.ts'

/** Older than any of the sites: the text was not a time. */
const EARLIEST = Date.UTC(2004, 0, 1)
const DAY = 86_400_000

/**
 * An instant as a `datetime` attribute or an id gives it (`2026-11-22T08:49:00Z`, `+0100`) as ISO UTC, or null;
 * without zone it is taken as UTC. For sites that never show a date only in words: `parseTime` reads those, too.
 */
export function readInstant(shown: string, page: Pick<Page, 'now'>): string | null {
  return plausible(parseInstant(shown.trim().toLowerCase()), page.now)
}

/** Milliseconds since 1970 of a lower-case ISO instant, or null. */
export function parseInstant(text: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(z|[+-]\d\d:?\d\d)?$/.exec(text)
  if (!match) return null
  const [, date = '', clock = '', zone = 'z'] = match
  const time = Date.parse(`${date}T${clock}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase()}`)
  return Number.isFinite(time) ? time : null
}

/** ISO UTC of a time between the first of the sites and tomorrow, else null. */
export function plausible(time: number | null, now: Date): string | null {
  if (time === null || !(time >= EARLIEST && time <= now.getTime() + DAY)) return null
  return new Date(time).toISOString()
}
