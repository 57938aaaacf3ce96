import type { LookBack } from '../domain/vetting.ts'
import { monthsBefore } from '../text/months.ts'

/** The instant (ISO) from which on a sheet looks at posts, at `now` (milliseconds since the epoch; relationship.md B12). */
export function vettedSince({ months }: LookBack, now: number): string {
  return new Date(monthsBefore(now, months)).toISOString()
}
