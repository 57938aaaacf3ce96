import { i18n } from '#i18n'
import type { IncidentRow } from '../lib/state/incidents.ts'
import { type IncidentClock, incidentClocks } from '../lib/partnership/incident-clock.ts'
import { codeWords } from './words.ts'
import { useNow } from './use-now.ts'

const two = (part: number) => String(part).padStart(2, '0')

/** `1:05:09`, of milliseconds either side of zero. */
export function countdown(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000)
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** The running clocks of an incident, redrawn each second by themselves. `brief`: only the one that is due first. */
export function IncidentClocks({ row, now, brief = false }: { row: IncidentRow; now: () => number; brief?: boolean }) {
  const time = useNow(now)
  const clocks = incidentClocks(row.progress, row.clocks, time)
  const running = clocks.filter(({ doneAt }) => doneAt === null).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  return (
    <ul class="incident-clocks">
      {(brief ? running.slice(0, 1) : clocks).map((clock) => (
        <li key={clock.name} class={clock.isOverdue ? 'over' : ''}>
          <span>{codeWords('incident.clock', clock.name)}</span>
          <span class="figure strong">{leftOf(clock, time)}</span>
        </li>
      ))}
    </ul>
  )
}

function leftOf({ dueAt, doneAt, isOverdue }: IncidentClock, now: number): string {
  if (doneAt !== null) return i18n.t('incident.doneClock')
  const words = [countdown(Date.parse(dueAt) - now)]
  return isOverdue ? codeWords('incident', 'over', words) : codeWords('incident', 'left', words)
}
