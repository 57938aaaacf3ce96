import type { WorkingHours } from '../domain/communication-protocol.ts'
import type { Contact } from '../domain/contact.ts'
import type { Partner } from '../domain/partner.ts'
import type { HealthSettings } from '../domain/settings.ts'
import { median, quantile } from './robust.ts'
import { hoursOfDay, workingHoursBetween } from './working-time.ts'

const HOUR = 3_600_000

/** Hours no creator is chased before, and how many of their own usual waits (relationship.md B2). */
export const REPLY_FLOOR_HOURS = 48
export const REPLY_MULTIPLE = 2
/** Silence after which a touch that answers nothing begins a new thread: three days, a default of our own. */
const THREAD_GAP_HOURS = 72

/** A question and its answer. Several messages in a row before an answer are one question, asked at the first. */
export interface Exchange {
  readonly askedId: string
  readonly askedAt: number
  readonly answerId: string | null
  /** Hours until the answer; null while there is none. */
  readonly hours: number | null
}

export interface Communication {
  /** Hours of a day on the clock that all hours here are of: 24, or those of the creator's working day. */
  readonly dayHours: number
  /** The creator's answers. Hours; null of none. */
  readonly medianHours: number | null
  readonly p90Hours: number | null
  /** Answered questions, and questions that were answered or have waited beyond the limit. */
  readonly answered: number
  readonly due: number
  /** answered / due; null of none. */
  readonly replyRate: number | null
  /** Share of the threads that the creator began; null of none. */
  readonly initiative: number | null
  /** The question that waits for an answer now. */
  readonly open: {
    readonly contactId: string
    /** Milliseconds. */
    readonly askedAt: number
    readonly hours: number
    /** Hours after which it is overdue: max(48, 2 x own median). */
    readonly limitHours: number
    readonly isOverdue: boolean
  } | null
  /** Threads still to be answered by the brand: the creator wrote last, hours ago. */
  readonly owed: { readonly contactId: string; readonly hours: number } | null
  readonly exchanges: readonly Exchange[]
}

export interface ReplySettings {
  /** On the clock of `hours`. */
  readonly floorHours: number
  readonly multiple: number
  /** The creator's; waiting counts these hours only. Null or left out: every hour. */
  readonly hours?: WorkingHours | null
}

/**
 * What replies of one creator are judged by: its own reply target, else everyone's floor, which is meant in days of
 * 24 hours and becomes as many working days where working hours were agreed (relationship.md B2, B4; the conversion
 * is a default of our own).
 */
export function replySettingsOf({ protocol }: Partner, settings: HealthSettings): ReplySettings {
  const hours = protocol?.hours ?? null
  const dayHours = hours ? hoursOfDay(hours) : 24
  const floorHours = protocol?.replyHours ?? (settings.replyFloorHours * dayHours) / 24
  return { floorHours, multiple: settings.replyMultiple, hours }
}

/**
 * How a creator answers (relationship.md B2), from logged touches. Deleted ones and ones after `now` do not count.
 * `now`: milliseconds since the epoch.
 */
export function communicationOf(
  contacts: readonly Contact[],
  now: number,
  { floorHours, multiple, hours: working = null }: ReplySettings = {
    floorHours: REPLY_FLOOR_HOURS,
    multiple: REPLY_MULTIPLE,
  },
): Communication {
  const between = (from: number, to: number) => (working ? workingHoursBetween(working, from, to) : (to - from) / HOUR)
  const touches = contacts
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, direction, at }) => ({ id, direction, at: Date.parse(at) }))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const exchanges: Exchange[] = []
  let asked: { id: string; at: number } | null = null
  let begun = 0
  let begunByCreator = 0
  let lastAt = Number.NEGATIVE_INFINITY
  for (const { id, direction, at } of touches) {
    const isAnswer = direction === 'in' && asked !== null
    if (!isAnswer && at - lastAt >= THREAD_GAP_HOURS * HOUR) {
      begun++
      if (direction === 'in') begunByCreator++
    }
    lastAt = at
    if (direction === 'out') asked ??= { id, at }
    else if (asked) {
      exchanges.push({ askedId: asked.id, askedAt: asked.at, answerId: id, hours: between(asked.at, at) })
      asked = null
    }
  }
  const waits = exchanges.flatMap(({ hours }) => hours ?? [])
  const usual = median(waits)
  const limitHours = Math.max(floorHours, multiple * (usual ?? 0))
  const waited = asked ? between(asked.at, now) : 0
  const isOverdue = asked !== null && waited >= limitHours
  const due = waits.length + (isOverdue ? 1 : 0)
  const latest = touches.at(-1)
  return {
    dayHours: working ? hoursOfDay(working) : 24,
    medianHours: usual,
    p90Hours: quantile(waits, 0.9),
    answered: waits.length,
    due,
    replyRate: due === 0 ? null : waits.length / due,
    initiative: begun === 0 ? null : begunByCreator / begun,
    open: asked && { contactId: asked.id, askedAt: asked.at, hours: waited, limitHours, isOverdue },
    owed: latest?.direction === 'in' ? { contactId: latest.id, hours: (now - latest.at) / HOUR } : null,
    exchanges: asked
      ? [...exchanges, { askedId: asked.id, askedAt: asked.at, answerId: null, hours: null }]
      : exchanges,
  }
}
