import type { DraftState, Progress } from './progress.ts'

const HOUR = 3_600_000
/** Reminders of one wait; what comes after is one escalation (relationship.md B11). */
export const MAX_REMINDERS = 2

/** Hours, each a setting (relationship.md B11: two stages of 24 h; reminders every 24 h inside, 48 h outside the team). */
export interface Clocks {
  readonly stageHours: number
  readonly internalHours: number
  readonly externalHours: number
}

/** Whom a draft waits for: `team` to hand it in, a reviewer, somebody outside, the creator to change it or to post it. */
export type Waits = 'team' | 'compliance' | 'creative' | 'outside' | 'creator' | 'post' | 'hold'

export interface Clock {
  readonly waits: Waits
  /** ISO instants. */
  readonly since: string
  readonly dueAt: string
  /** It waited longer than was agreed. Nothing else happens by itself: a draft is never approved by silence. */
  readonly isOverdue: boolean
  /** What to do about it now: twice a reminder, then once to escalate. */
  readonly due: 'remind' | 'escalate' | null
  /** Reminders sent in this wait. */
  readonly reminders: number
}

const WAITS: Partial<Record<DraftState, Waits>> = {
  draft: 'team',
  submitted: 'compliance',
  'compliance-review': 'compliance',
  'creative-review': 'creative',
  'changes-requested': 'creator',
  approved: 'post',
  'on-hold': 'hold',
}

/** Whom a draft waits for; null when for nobody. */
export function waitsFor({ state, handedTo }: Pick<Progress, 'state' | 'handedTo'>): Waits | null {
  return handedTo ? 'outside' : (WAITS[state] ?? null)
}

/** The running clock of a draft; null where none runs. `now`: milliseconds since the epoch. */
export function clockOf(progress: Progress, now: number, clocks: Clocks): Clock | null {
  const waits = waitsFor(progress)
  if (waits === null || waits === 'team' || waits === 'post' || waits === 'hold') return null
  const isOutside = waits === 'creator' || waits === 'outside'
  const step = (isOutside ? clocks.externalHours : clocks.internalHours) * HOUR
  const since = Date.parse(progress.since)
  const dueAt = since + (isOutside ? step : clocks.stageHours * HOUR)
  const slotOf = (at: number) => Math.floor((at - since) / step)
  const reminded = progress.reminders.map((at) => slotOf(Date.parse(at)))
  const slot = slotOf(now)
  const isTimeToRemind = slot >= 1 && !reminded.some((one) => one >= slot)
  const due = slot > MAX_REMINDERS ? 'escalate' : isTimeToRemind ? 'remind' : null
  return {
    waits,
    since: progress.since,
    dueAt: new Date(dueAt).toISOString(),
    isOverdue: now >= dueAt,
    due: due !== null && progress.escalated ? null : due,
    reminders: progress.reminders.length,
  }
}

/** A wait after a hold of `by` milliseconds: it goes on where it was. */
export function shifted(progress: Progress, by: number): Progress {
  const later = (at: string) => new Date(Date.parse(at) + Math.max(0, by)).toISOString()
  return { ...progress, since: later(progress.since), reminders: progress.reminders.map(later) }
}
