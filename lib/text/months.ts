/** The same moment (milliseconds since the epoch) of an earlier month (UTC); where that has no such day, its last. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - months]
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(date.getUTCDate(), days)
  return Date.UTC(year, month, day) + (now - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()))
}
