import type {
  Cell,
  Incident,
  IncidentAction,
  IncidentEvent,
  IncidentLevel,
  IncidentStatus,
  LadderStep,
  PostMortem,
  ProtocolItem,
} from '../domain/incident.ts'
import { assessMatrix, gravityOf } from './incident-level.ts'
import type { Assessment, CellState, Matrix } from './incident-level.ts'

/** A level from when on, who brought it about, and by which cells. */
export interface LevelChange {
  readonly level: IncidentLevel
  readonly at: string
  readonly by: string
  readonly cells: readonly Cell[]
}

/** Where an incident stands: a fold of its events. */
export interface IncidentProgress {
  readonly status: IncidentStatus
  readonly matrix: Matrix
  readonly assessment: Assessment
  /** Oldest first. */
  readonly levels: readonly LevelChange[]
  /** Since when the clocks run: since it was opened, or since it was last raised. */
  readonly clockFrom: string
  /** When a person last confirmed the level, drafted the holding statement, gave an update; since the clocks run. */
  readonly classifiedAt: string | null
  readonly holdingAt: string | null
  readonly updatedAt: string | null
  /** Instants at which it was recorded how things stand, since the clocks run. */
  readonly captures: readonly string[]
  readonly owner: string
  readonly due: string | null
  readonly done: ReadonlySet<ProtocolItem>
  readonly holding: string
  /** Each step at most once, with when. */
  readonly escalated: ReadonlyMap<LadderStep, string>
  readonly acknowledgedAt: string | null
  readonly isSuspending: boolean
  readonly evidence: readonly string[]
  readonly postMortem: PostMortem | null
}

const open = new Set<IncidentStatus>(['new', 'in-progress', 'blocked'])
export const isOpenStatus = (status: IncidentStatus): boolean => open.has(status)

/** What may follow what. Closing is `completed`, confirmed by `approved`; whatever is closed can be opened again. */
const follows: Readonly<Record<IncidentStatus, readonly IncidentStatus[]>> = {
  new: ['in-progress', 'blocked', 'rejected', 'invalid', 'duplicate'],
  'in-progress': ['blocked', 'completed', 'rejected', 'invalid', 'duplicate'],
  blocked: ['in-progress', 'rejected', 'invalid', 'duplicate'],
  completed: ['approved', 'in-progress'],
  approved: ['in-progress'],
  rejected: ['in-progress'],
  invalid: ['in-progress'],
  duplicate: ['in-progress'],
}
export const nextStatuses = (status: IncidentStatus): readonly IncidentStatus[] => follows[status]
/** These end an incident without a post-mortem, so they want a reason. */
const wantsReason = new Set<IncidentStatus>(['blocked', 'rejected', 'invalid', 'duplicate'])

/** Why nothing was done; words under `incident.refused.<code>`. */
export interface IncidentRefusal {
  readonly code:
    | 'changed'
    | 'no-name'
    | 'illegal-status'
    | 'no-reason'
    | 'post-mortem-missing'
    | 'closed'
    | 'nothing-known'
    | 'already-told'
    | 'empty'
    | 'full'
  readonly values: readonly string[]
}

const MAX_EVENTS = 2_000

/** Folds the events. Time is in them: two folds of the same events are equal. */
export function incidentProgress(incident: Incident): IncidentProgress {
  const state = {
    status: 'new' as IncidentStatus,
    matrix: new Map<Cell, CellState>(),
    levels: [] as LevelChange[],
    clockFrom: incident.createdAt,
    classifiedAt: null as string | null,
    holdingAt: null as string | null,
    updatedAt: null as string | null,
    captures: [incident.createdAt],
    owner: '',
    due: null as string | null,
    done: new Set<ProtocolItem>(),
    holding: '',
    escalated: new Map<LadderStep, string>(),
    acknowledgedAt: null as string | null,
    isSuspending: false,
    evidence: [...incident.evidence],
    postMortem: null as PostMortem | null,
  }
  for (const { at, by, action } of incident.events) {
    switch (action.kind) {
      case 'rate': {
        for (const rating of action.ratings) {
          const before = state.matrix.get(rating.cell)?.counted ?? null
          // What was known and is unknown now still counts: not knowing never makes it less grave (B3).
          state.matrix.set(rating.cell, { rating, counted: rating.value ?? before })
        }
        const { level, deciding } = assessMatrix(state.matrix)
        const last = state.levels.at(-1)?.level ?? null
        if (level === null || level === last) break
        state.levels.push({ level, at, by, cells: deciding })
        if (gravityOf(level) > gravityOf(last) && last !== null) {
          // Raising severity starts a new clock and keeps the history (B3).
          state.clockFrom = at
          state.classifiedAt = null
          state.holdingAt = null
          state.updatedAt = null
          state.acknowledgedAt = null
          state.captures = []
        }
        break
      }
      case 'classify':
        state.classifiedAt = at
        break
      case 'status':
        state.status = action.to
        break
      case 'owner':
        state.owner = action.owner.trim()
        break
      case 'due':
        state.due = action.due
        break
      case 'check':
        if (action.done) state.done.add(action.item)
        else state.done.delete(action.item)
        break
      case 'holding':
        state.holding = action.text
        state.holdingAt = at
        break
      case 'update':
        state.updatedAt = at
        break
      case 'capture':
        state.captures.push(at)
        break
      case 'escalate':
        state.escalated.set(action.step, at)
        break
      case 'acknowledge':
        state.acknowledgedAt = at
        break
      case 'suspend':
        state.isSuspending = action.on
        break
      case 'attach':
        state.evidence = [...new Set([...state.evidence, ...action.evidence])]
        break
      case 'post-mortem':
        state.postMortem = action.postMortem
        break
      case 'note':
        break
    }
  }
  return { ...state, assessment: assessMatrix(state.matrix) }
}

/** What a post-mortem lacks of root cause, action, owner and date (B3). */
export function missingOf(postMortem: PostMortem | null): string[] {
  const { cause = '', action = '', owner = '', due = null } = postMortem ?? {}
  return [
    ...(cause.trim() === '' ? ['cause'] : []),
    ...(action.trim() === '' ? ['action'] : []),
    ...(owner.trim() === '' ? ['owner'] : []),
    ...(due === null ? ['due'] : []),
  ]
}

/**
 * One action on an incident: it with the event, or why not. `event.at` is given by who records it. A refusal changes
 * nothing; an event that is there already is a repetition.
 */
export function actOnIncident(
  incident: Incident,
  event: IncidentEvent,
): { readonly incident: Incident } | { readonly refused: IncidentRefusal } {
  if (incident.events.some(({ id }) => id === event.id)) return { incident }
  const refused = refusalOf(incident, event.by, event.action)
  if (refused) return { refused }
  const events = [...incident.events, { ...event, by: event.by.trim() }]
  return { incident: { ...incident, events, updatedAt: event.at } }
}

function refusalOf(incident: Incident, by: string, action: IncidentAction): IncidentRefusal | null {
  const no = (code: IncidentRefusal['code'], values: readonly string[] = []) => ({ code, values })
  if (by.trim() === '') return no('no-name')
  if (incident.events.length >= MAX_EVENTS) return no('full')
  const progress = incidentProgress(incident)
  const { status, assessment, escalated, postMortem } = progress
  if (action.kind === 'status') {
    if (!follows[status].includes(action.to)) return no('illegal-status', [status, action.to])
    const isReopening = action.to === 'in-progress' && !isOpenStatus(status)
    if ((wantsReason.has(action.to) || isReopening) && action.comment.trim() === '') return no('no-reason', [action.to])
    const missing = missingOf(postMortem)
    const closes = action.to === 'completed' || action.to === 'approved'
    return closes && missing.length > 0 ? no('post-mortem-missing', missing) : null
  }
  if (action.kind === 'note' || action.kind === 'update' || action.kind === 'holding') {
    if (action.text.trim() === '') return no('empty')
  }
  if (!isOpenStatus(status) && action.kind !== 'note' && action.kind !== 'attach') return no('closed', [status])
  if (action.kind === 'classify' && assessment.level === null) return no('nothing-known')
  if (action.kind === 'escalate' && escalated.has(action.step)) return no('already-told', [action.step])
  if (action.kind === 'acknowledge' && escalated.size === 0) return no('empty')
  return null
}

/** Whether it is open, and at which level: what holds a partner's health down (B10). An unrated one counts as low. */
export function openIncidentOf(
  incident: Incident,
): { readonly kind: 'incident'; readonly severity: IncidentLevel; readonly id: string } | null {
  const { status, assessment } = incidentProgress(incident)
  if (incident.deletedAt !== null || !isOpenStatus(status)) return null
  return { kind: 'incident', severity: assessment.level ?? 'low', id: incident.id }
}

/** Whether deliverables wait while it is open. */
export function isSuspendingNow(incident: Incident): boolean {
  const { status, isSuspending } = incidentProgress(incident)
  return incident.deletedAt === null && isOpenStatus(status) && isSuspending
}
