import type { SiteId } from './types.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `12,431` */
export const full = (count: number): string => count.toLocaleString('en-US')

interface Style {
  /** Smaller numbers show every digit. */
  readonly from: number
  /** Larger ones no decimal: YouTube and Mastodon keep two digits. */
  readonly whole: number
  /** TikTok writes no separators. */
  readonly plain?: true
}

const styles: Readonly<Record<SiteId, Style>> = {
  instagram: { from: 10_000, whole: Infinity },
  tiktok: { from: 10_000, whole: Infinity, plain: true },
  youtube: { from: 1_000, whole: 10_000 },
  x: { from: 10_000, whole: Infinity },
  bluesky: { from: 1_000, whole: Infinity },
  mastodon: { from: 1_000, whole: 10_000 },
}

/** A count as a site prints it, `12.4K` of 12,431: cut, not rounded. */
export function compact(count: number, site: SiteId): string {
  const style = styles[site]
  if (count < style.from) return style.plain ? String(count) : full(count)
  const [size, letter] = count >= 1_000_000 ? [1_000_000, 'M'] : [1_000, 'K']
  const step = count >= style.whole ? size : size / 10
  return `${(Math.floor(count / step) * step) / size}${letter}`
}

/** `5h`, `3d`, and from `weeks` on `2w`. */
export function short(time: Date, now: Date): string {
  const age = Math.max(0, now.getTime() - time.getTime())
  if (age < HOUR) return `${Math.max(1, Math.floor(age / 60_000))}m`
  if (age < DAY) return `${Math.floor(age / HOUR)}h`
  if (age < 7 * DAY) return `${Math.floor(age / DAY)}d`
  return `${Math.floor(age / (7 * DAY))}w`
}

/** `3 days ago` */
export function ago(time: Date, now: Date): string {
  const age = Math.max(0, now.getTime() - time.getTime())
  const [count, unit] =
    age < DAY
      ? [Math.max(1, Math.floor(age / HOUR)), 'hour']
      : age < 14 * DAY
        ? [Math.floor(age / DAY), 'day']
        : age < 60 * DAY
          ? [Math.floor(age / (7 * DAY)), 'week']
          : [Math.floor(age / (30 * DAY)), 'month']
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}

/** `Nov 18`, `Nov 18, 2026`, `November 18, 2026 at 9:18 AM`, `9:18 AM` */
export const monthDay = (time: Date): string => `${MONTHS[time.getUTCMonth()] ?? ''} ${time.getUTCDate()}`
export const date = (time: Date): string => `${monthDay(time)}, ${time.getUTCFullYear()}`
export const clock = (time: Date): string =>
  time.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
export const longDate = (time: Date): string =>
  `${time.toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' })} at ${clock(time)}`
/** `11-18`, TikTok's way. */
export const dashed = (time: Date): string => `${time.getUTCMonth() + 1}-${time.getUTCDate()}`

export const after = (time: Date, hours: number): Date => new Date(time.getTime() + hours * HOUR)
