import type { GateDecision, Measure, Plan, PlanAction, PlanEvent, Promised, Scores, Side } from '../domain/plan.ts'
import { addDays, isDay } from '../text/days.ts'

/** A plan is prepared, then runs; it ends at its last gate, or is archived where a gate decides to part. */
export const planStates = ['preparing', 'running', 'completed', 'archived'] as const
export type PlanState = (typeof planStates)[number]

/** Measures of a gate (relationship.md B5). */
export const MEASURES = { least: 2, most: 3 } as const

export interface MeasureState extends Measure {
  /** What was measured and whether that meets the target; null while nobody has looked. */
  readonly result: { readonly value: string; readonly met: boolean; readonly at: string } | null
}

export interface Gate {
  /** From 0. */
  readonly index: number
  /** Days after the start. */
  readonly day: number
  /** The day of the calendar; null until the plan has started. */
  readonly on: string | null
  readonly measures: readonly MeasureState[]
  readonly decision: {
    readonly is: GateDecision
    readonly at: string
    readonly by: string
    readonly comment: string
  } | null
}

export interface PromiseState extends Promised {
  readonly outcome: 'kept' | 'broken' | 'open'
  /** When that was said. */
  readonly at: string | null
}

export interface CheckIn {
  /** From 1. */
  readonly n: number
  readonly on: string
  readonly doneAt: string | null
  readonly text: string
}

export interface Rated {
  readonly side: Side
  readonly scores: Scores
  readonly comment: string
  readonly by: string
  readonly at: string
}

/** Where a plan stands: a fold of its events. */
export interface PlanProgress {
  readonly state: PlanState
  readonly startedOn: string | null
  readonly findings: string
  readonly mistakes: string
  readonly sharedAt: string | null
  readonly owner: string
  readonly promises: readonly PromiseState[]
  readonly gates: readonly Gate[]
  /** The first gate that is not decided; null when all are. */
  readonly nextGate: Gate | null
  readonly checkIns: readonly CheckIn[]
  /** Oldest first. */
  readonly ratings: readonly Rated[]
  /** Steps of the termination checklist that are done. */
  readonly steps: ReadonlySet<string>
}

/** Why nothing was done; words under `plan.refused.<code>`. */
export interface PlanRefusal {
  readonly code:
    | 'changed'
    | 'no-name'
    | 'empty'
    | 'full'
    | 'bad-day'
    | 'not-running'
    | 'not-preparing'
    | 'not-ready'
    | 'ended'
    | 'not-ended'
    | 'promise-fixed'
    | 'unknown-promise'
    | 'unknown-measure'
    | 'unknown-check-in'
    | 'other-gate'
    | 'gate-decided'
    | 'unmeasured'
    | 'missed'
    | 'measure-count'
    | 'no-comment'
  readonly values: readonly string[]
}

const MAX_EVENTS = 2_000

type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** Folds the events. Time is in them: two folds of the same events are equal. */
export function planProgress(plan: Pick<Plan, 'events' | 'gateDays' | 'checkInEvery' | 'checkInFor'>): PlanProgress {
  const days = plan.gateDays.toSorted((a, b) => a - b)
  let state: PlanState = 'preparing'
  let startedOn: string | null = null
  let findings = ''
  let mistakes = ''
  let sharedAt: string | null = null
  let owner = ''
  const promises = new Map<string, Draft<PromiseState>>()
  const gates: { day: number; measures: Draft<MeasureState>[]; decision: Gate['decision'] }[] = days.map((day) => ({
    day,
    measures: [],
    decision: null,
  }))
  const checked = new Map<number, { doneAt: string; text: string }>()
  const ratings: Rated[] = []
  const steps = new Set<string>()
  for (const { at, by, action } of plan.events) {
    switch (action.kind) {
      case 'findings':
        findings = action.text
        break
      case 'mistakes':
        mistakes = action.text
        break
      case 'share':
        sharedAt = at
        break
      case 'owner':
        owner = action.owner.trim()
        break
      case 'promise': {
        promises.set(action.promise.id, { ...action.promise, outcome: 'open', at: null })
        break
      }
      case 'drop-promise':
        promises.delete(action.promiseId)
        break
      case 'outcome': {
        const promise = promises.get(action.promiseId)
        if (promise) Object.assign(promise, { outcome: action.outcome, at: action.outcome === 'open' ? null : at })
        break
      }
      case 'measures': {
        const gate = gates[action.gate]
        if (!gate) break
        const before = new Map(gate.measures.map((measure) => [measure.id, measure]))
        gate.measures = action.measures.map((measure) => {
          const old = before.get(measure.id)
          const isSame = old?.name === measure.name && old.target === measure.target
          return { ...measure, result: isSame ? old.result : null }
        })
        break
      }
      case 'start':
        state = 'running'
        startedOn = action.on
        break
      case 'measure': {
        const measure = gates[action.gate]?.measures.find(({ id }) => id === action.measureId)
        if (measure) measure.result = { value: action.value, met: action.met, at }
        break
      }
      case 'decide': {
        const gate = gates[action.gate]
        if (!gate) break
        gate.decision = { is: action.decision, at, by, comment: action.comment }
        const isLast = action.gate === gates.length - 1
        if (action.decision === 'exit') state = 'archived'
        else if (isLast && action.decision === 'continue') state = 'completed'
        else if (isLast) {
          // What is adjusted at the last gate is looked at once more, after as long as between the last two.
          const span = gate.day - (gates[action.gate - 1]?.day ?? 0)
          const measures = gate.measures.map((measure) => ({ ...measure, result: null }))
          gates.push({ day: gate.day + span, measures, decision: null })
        }
        break
      }
      case 'check-in':
        checked.set(action.n, { doneAt: at, text: action.text })
        break
      case 'rate':
        ratings.push({ side: action.side, scores: action.scores, comment: action.comment, by, at })
        break
      case 'step':
        if (action.done) steps.add(action.item)
        else steps.delete(action.item)
        break
      case 'reopen': {
        // The decision that ended it is taken back; what was measured stays.
        state = 'running'
        const ended = gates.findLast(({ decision }) => decision !== null)
        if (ended) ended.decision = null
        break
      }
      case 'sheet':
      case 'note':
        break
    }
  }
  const on = (day: number) => (startedOn === null ? null : addDays(startedOn, day))
  const shown = gates.map(({ day, measures, decision }, index): Gate => ({
    index,
    day,
    measures,
    decision,
    on: on(day),
  }))
  return {
    state,
    startedOn,
    findings,
    mistakes,
    sharedAt,
    owner,
    promises: [...promises.values()].toSorted((a, b) =>
      a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1,
    ),
    gates: shown,
    nextGate: shown.find(({ decision }) => decision === null) ?? null,
    checkIns: checkInsOf(plan, startedOn).map(({ n, on: day }) => {
      const done = checked.get(n)
      return { n, on: day, doneAt: done?.doneAt ?? null, text: done?.text ?? '' }
    }),
    ratings,
    steps,
  }
}

/** Weekly check-ins for the first 30 days (relationship.md B5): days 7, 14, 21 and 28 of the default. */
function checkInsOf(
  { checkInEvery, checkInFor }: Pick<Plan, 'checkInEvery' | 'checkInFor'>,
  startedOn: string | null,
): { n: number; on: string }[] {
  if (startedOn === null) return []
  const count = Math.min(60, Math.floor(checkInFor / checkInEvery))
  return Array.from({ length: count }, (_, i) => ({ n: i + 1, on: addDays(startedOn, (i + 1) * checkInEvery) }))
}

/** What a plan lacks before it may start. */
export function missingToStart({ findings, owner, promises, gates, sharedAt }: PlanProgress): string[] {
  return [
    ...(findings.trim() === '' ? ['findings'] : []),
    ...(sharedAt === null ? ['share'] : []),
    ...(owner === '' ? ['owner'] : []),
    ...(promises.some(({ side }) => side === 'brand') ? [] : ['brand-promise']),
    ...(gates.every(({ measures }) => measures.length >= MEASURES.least) ? [] : ['measures']),
  ]
}

/**
 * One action on a plan: it with the event, or why not. `event.at` is given by who records it. A refusal
 * changes nothing; an event that is there already is a repetition.
 */
export function actOnPlan(plan: Plan, event: PlanEvent): { readonly plan: Plan } | { readonly refused: PlanRefusal } {
  if (plan.events.some(({ id }) => id === event.id)) return { plan }
  const refused = refusalOf(plan, event.by, event.action)
  if (refused) return { refused }
  const events = [...plan.events, { ...event, by: event.by.trim() }]
  return { plan: { ...plan, events, updatedAt: event.at } }
}

/** Whether an action is legal now; null where it is. */
function refusalOf(plan: Plan, by: string, action: PlanAction): PlanRefusal | null {
  const no = (code: PlanRefusal['code'], values: readonly string[] = []) => ({ code, values })
  if (by.trim() === '') return no('no-name')
  if (plan.events.length >= MAX_EVENTS) return no('full')
  const progress = planProgress(plan)
  const { state, gates, nextGate, promises, checkIns } = progress
  const isEnded = state === 'completed' || state === 'archived'
  const isBlank = 'text' in action && action.text.trim() === ''
  switch (action.kind) {
    case 'step':
      return state === 'archived' ? null : no('not-ended')
    case 'reopen':
      if (!isEnded) return no('not-ended')
      return action.comment.trim() === '' ? no('no-comment') : null
    case 'rate':
    case 'sheet':
    case 'findings':
    case 'mistakes':
    case 'owner':
      return isEnded ? no('ended') : null
    case 'share':
      if (isEnded) return no('ended')
      return progress.findings.trim() === '' ? no('empty') : null
    case 'promise': {
      if (isEnded) return no('ended')
      const { id, text, due } = action.promise
      if (text.trim() === '') return no('empty')
      if (!isDay(due)) return no('bad-day')
      // Once it runs a promise stands as it was given: it is kept or broken, not reworded.
      return state === 'running' && promises.some((one) => one.id === id) ? no('promise-fixed') : null
    }
    case 'drop-promise':
      if (isEnded) return no('ended')
      if (!promises.some(({ id }) => id === action.promiseId)) return no('unknown-promise')
      return state === 'running' ? no('promise-fixed') : null
    case 'outcome':
      if (state !== 'running') return no(isEnded ? 'ended' : 'not-running')
      return promises.some(({ id }) => id === action.promiseId) ? null : no('unknown-promise')
    case 'measures': {
      if (isEnded) return no('ended')
      const gate = gates[action.gate]
      if (!gate) return no('other-gate')
      if (gate.decision !== null) return no('gate-decided')
      const count = action.measures.length
      if (count < MEASURES.least || count > MEASURES.most)
        return no('measure-count', [String(MEASURES.least), String(MEASURES.most)])
      return action.measures.some(({ name, target }) => name.trim() === '' || target.trim() === '') ? no('empty') : null
    }
    case 'start': {
      if (state !== 'preparing') return no('not-preparing')
      if (!isDay(action.on)) return no('bad-day')
      const missing = missingToStart(progress)
      return missing.length > 0 ? no('not-ready', missing) : null
    }
    case 'measure': {
      if (state !== 'running') return no(isEnded ? 'ended' : 'not-running')
      const gate = gates[action.gate]
      if (!gate) return no('other-gate')
      if (gate.decision !== null) return no('gate-decided')
      if (!gate.measures.some(({ id }) => id === action.measureId)) return no('unknown-measure')
      return action.value.trim() === '' ? no('empty') : null
    }
    case 'decide': {
      if (state !== 'running') return no(isEnded ? 'ended' : 'not-running')
      if (nextGate?.index !== action.gate) return no('other-gate', [String((nextGate?.index ?? 0) + 1)])
      if (action.decision !== 'continue' && action.comment.trim() === '') return no('no-comment')
      // Whoever parts need not measure first: leaving is always possible.
      if (action.decision === 'exit') return null
      const unmeasured = nextGate.measures.filter(({ result }) => result === null)
      if (unmeasured.length > 0 || nextGate.measures.length < MEASURES.least)
        return no('unmeasured', [unmeasured.map(({ name }) => name).join(', ')])
      const missed = nextGate.measures.filter(({ result }) => result?.met === false)
      const needsWhy = missed.length > 0 && action.comment.trim() === ''
      return needsWhy ? no('missed', [missed.map(({ name }) => name).join(', ')]) : null
    }
    case 'check-in':
      if (state !== 'running') return no(isEnded ? 'ended' : 'not-running')
      if (!checkIns.some(({ n }) => n === action.n)) return no('unknown-check-in')
      return isBlank ? no('empty') : null
    default:
      return isBlank ? no('empty') : null
  }
}
