import { i18n } from '#i18n'
import { NotCaptured } from './NotCaptured.tsx'
import { wordsLocale } from './words.ts'

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** How long before (or after) `now` an instant is, in words: "3 days ago". Under a minute is "just now". */
export function ago(at: number, now: number): string {
  const past = now - at
  const [unit, size] = steps.find(([, ms]) => Math.abs(past) >= ms) ?? ['second', 0]
  if (size === 0) return i18n.t('time.now')
  return new Intl.RelativeTimeFormat(wordsLocale(), { numeric: 'auto' }).format(-Math.round(past / size), unit)
}

/** A time: relative for the eye, exact (in the user's zone) on hover and for assistive technology. */
export function TimeAgo({ at, now }: { at: string | null; now: number }) {
  if (at === null || Number.isNaN(Date.parse(at))) return <NotCaptured>{i18n.t('time.unknown')}</NotCaptured>
  return (
    <time dateTime={at} title={new Date(at).toLocaleString()} class="figure">
      {ago(Date.parse(at), now)}
    </time>
  )
}

/** A day such as `2026-11-30`, in the user's locale; once it has come, it says so. */
export function Day({ day, now }: { day: string; now: number }) {
  const at = new Date(`${day}T00:00`)
  const date = at.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
  const due = at.getTime() <= now
  return (
    <time dateTime={day} class={due ? 'figure watch-text strong' : 'figure'} title={ago(at.getTime(), now)}>
      {due ? i18n.t('time.due', [date]) : date}
    </time>
  )
}
