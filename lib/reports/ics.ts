/** One thing in a calendar. */
export interface CalendarEntry {
  /** The same entry has the same id in every export, so that a calendar replaces it. */
  readonly id: string
  readonly title: string
  readonly details: string
  /** An ISO instant, or a day such as `2026-11-30` for something of no hour. */
  readonly at: string
  readonly url: string | null
}

const OCTETS = 75
const encoder = new TextEncoder()

/**
 * Entries as an iCalendar file (RFC 5545), read by every calendar. Instants are written in UTC, so that no zone needs
 * describing. `madeAt`: ISO instant of the export. The same entries give the same bytes.
 */
export function calendarFile(entries: readonly CalendarEntry[], name: string, madeAt: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rapport//Rapport//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => eventOf(entry, madeAt)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf({ id, title, details, at, url }: CalendarEntry, madeAt: string): string[] {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(at)
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@rapport`,
    `DTSTAMP:${stamp(madeAt)}`,
    isDay ? `DTSTART;VALUE=DATE:${at.replaceAll('-', '')}` : `DTSTART:${stamp(at)}`,
    `SUMMARY:${escaped(title)}`,
    ...(details === '' ? [] : [`DESCRIPTION:${escaped(details)}`]),
    ...(url !== null && /^https?:\/\/[!-~]+$/i.test(url) ? [`URL:${url}`] : []),
    'END:VEVENT',
  ]
}

/** `20261130T090000Z`. */
const stamp = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** Section 3.3.11; other control characters have no place in a calendar. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/[\p{Cc}]/gu, ' ')

/** Section 3.1: lines of 75 octets at most, none broken inside a character. */
function folded(line: string): string {
  let out = ''
  let used = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (used + size > OCTETS) {
      out += '\r\n '
      used = 1
    }
    out += character
    used += size
  }
  return out
}
