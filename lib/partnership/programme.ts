import { type ProgrammeKind, programmeKinds, type ProgrammeUse } from '../domain/programme.ts'
import { daysBetween } from '../text/days.ts'

export interface ProgrammeState {
  /** The last day each was used; null: never. */
  readonly last: readonly { readonly kind: ProgrammeKind; readonly on: string | null }[]
  /**
   * Days since anything of it was used, where those are more than `quietDays`; counted from `since` while nothing was.
   * Null while there is nothing to hint at.
   */
  readonly quietFor: number | null
}

const newest = (days: readonly string[]) => days.toSorted().at(-1) ?? null

/** Where the programme with one creator stands (relationship.md B9). Days of the calendar on the partner's clocks. */
export function programmeOf(
  uses: readonly Pick<ProgrammeUse, 'kind' | 'on'>[],
  { since, today, quietDays }: { readonly since: string; readonly today: string; readonly quietDays: number },
): ProgrammeState {
  const past = uses.filter(({ on }) => on <= today)
  const last = programmeKinds.map((kind) => ({
    kind,
    on: newest(past.filter((use) => use.kind === kind).map(({ on }) => on)),
  }))
  const days = daysBetween(newest(past.map(({ on }) => on)) ?? since, today)
  return { last, quietFor: days > quietDays ? days : null }
}
