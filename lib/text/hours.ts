/** A span of hours in words: "5 hours", from two days on "3 days", under one hour "20 minutes". */
export function spanOfHours(hours: number, locale: string): string {
  const [count, unit] = hours < 1 ? [hours * 60, 'minute'] : hours < 48 ? [hours, 'hour'] : [hours / 24, 'day']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(count))
}
