import { ladder, protocol } from '../domain/incident.ts'
import type { IncidentLevel, LadderStep, ProtocolItem } from '../domain/incident.ts'
import type { IncidentSettings } from '../domain/settings.ts'
import { gravityOf } from './incident-level.ts'
import { isOpenStatus } from './incident.ts'
import type { IncidentProgress } from './incident.ts'

const MINUTE = 60_000

export type ClockName = 'classify' | 'holding' | 'update' | 'capture'

/** A clock of an open incident. Instants are ISO; `doneAt` null while it runs. */
export interface IncidentClock {
  readonly name: ClockName
  readonly dueAt: string
  readonly doneAt: string | null
  readonly isOverdue: boolean
}

const iso = (ms: number) => new Date(ms).toISOString()

/**
 * The clocks of relationship.md B3: classify within 15 minutes, a holding draft within 60, an update every one to two
 * hours by level, and what is visible recorded at 0, 15 and 60 minutes, then hourly. None where it is closed.
 * `now`: milliseconds.
 */
export function incidentClocks(progress: IncidentProgress, settings: IncidentSettings, now: number): IncidentClock[] {
  if (!isOpenStatus(progress.status)) return []
  const { clockFrom, classifiedAt, holdingAt, updatedAt, captures, assessment } = progress
  const from = Date.parse(clockFrom)
  const clock = (name: ClockName, due: number, doneAt: string | null): IncidentClock => ({
    name,
    dueAt: iso(due),
    doneAt,
    isOverdue: doneAt === null ? now > due : Date.parse(doneAt) > due,
  })
  const isMajor = gravityOf(assessment.level) >= gravityOf('high')
  const every = (isMajor ? settings.updateMajorMinutes : settings.updateMinutes) * MINUTE
  return [
    clock('classify', from + settings.classifyMinutes * MINUTE, classifiedAt),
    clock('holding', from + settings.holdingMinutes * MINUTE, holdingAt),
    clock('update', Date.parse(updatedAt ?? clockFrom) + every, null),
    clock('capture', nextCapture(from, captures), null),
  ]
}

/** The first moment of T+0, 15, 60 minutes, then hourly, after the newest capture. */
function nextCapture(from: number, captures: readonly string[]): number {
  const last = captures.at(-1)
  if (last === undefined) return from
  const since = (Date.parse(last) - from) / MINUTE
  const minutes = since < 0 ? 0 : since < 15 ? 15 : since < 60 ? 60 : (Math.floor(since / 60) + 1) * 60
  return from + minutes * MINUTE
}

/** The furthest step of the ladder that a level reaches (relationship.md B4, Synthesio). */
const reaches: Record<IncidentLevel, number> = { low: 1, medium: 2, high: 3, critical: 4 }

/** `told`: done, once. `due`: somebody has to be told now. `later`: at `at`, unless it is acknowledged before. */
export interface LadderState {
  readonly step: LadderStep
  readonly state: 'told' | 'due' | 'later' | 'not-needed'
  readonly at: string | null
}

/** The ladder at `now` (milliseconds): what was acknowledged asks for no further step; what was told is not due again. */
export function ladderOf(progress: IncidentProgress, settings: IncidentSettings, now: number): LadderState[] {
  const { assessment, clockFrom, escalated, acknowledgedAt, status } = progress
  const upTo = reaches[assessment.level ?? 'medium']
  return ladder.map((step, i): LadderState => {
    const told = escalated.get(step)
    if (told !== undefined) return { step, state: 'told', at: told }
    const hours = settings.ladderHours[i] ?? 24
    const at = iso(Date.parse(clockFrom) + hours * 60 * MINUTE)
    if (i >= upTo || !isOpenStatus(status) || acknowledgedAt !== null) return { step, state: 'not-needed', at: null }
    return { step, state: Date.parse(at) <= now ? 'due' : 'later', at }
  })
}

const from: Record<ProtocolItem, IncidentLevel> = {
  record: 'low',
  owner: 'low',
  'ask-creator': 'low',
  pause: 'medium',
  holding: 'medium',
  'tell-team': 'medium',
  counsel: 'high',
  statement: 'high',
  'single-voice': 'high',
  'tell-executive': 'critical',
  'review-contract': 'critical',
}

/** The checklist of a level. High and critical are major: the full protocol (Atlassian). Not rated yet: as medium. */
export function checklistOf(level: IncidentLevel | null): ProtocolItem[] {
  const upTo = gravityOf(level ?? 'medium')
  return protocol.filter((item) => gravityOf(from[item]) <= upTo)
}
