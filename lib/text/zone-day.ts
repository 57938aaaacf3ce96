const DAY = 86_400_000

/** The day of the calendar, `2027-03-01`, that an ISO instant falls on by the clocks of an IANA zone; UTC where there is no such zone. */
export function dayInZone(at: string, timeZone: string): string {
  const style = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const time = new Date(at)
  try {
    return new Intl.DateTimeFormat('en-CA', { ...style, timeZone }).format(time)
  } catch {
    return time.toISOString().slice(0, 10)
  }
}

/** A day of the calendar so many days later; days have no hours, so no clock matters. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10)

/** Whole days from one day of the calendar to another; negative backwards. */
export const daysFromTo = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY)
