import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  record,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gateDecisions, type Plan, type PlanAction, planSchema } from '../../../lib/domain/plan.ts'
import { actOnPlan, MEASURES, planProgress, type PlanProgress } from '../../../lib/partnership/plan.ts'
import { planRow, ulid } from '../store/rows.ts'

const text = constantFrom('', ' ', 'Because')
const gate = integer({ min: 0, max: 4 })
const id = integer({ min: 1, max: 6 }).map(ulid)
const day = constantFrom('2026-03-01', '2026-03-15', '2026-02-30')
const measure = record({ id, name: text, target: text })
const score = integer({ min: 0, max: 10 })
const scores = record({ overall: score, communication: score, clarity: score, freedom: score, payment: score })

const anyAction: Arbitrary<PlanAction> = oneof(
  record({ kind: constantFrom('findings' as const, 'mistakes' as const, 'note' as const), text }),
  record({ kind: constant('share' as const) }),
  record({ kind: constant('owner' as const), owner: text }),
  record({
    kind: constant('promise' as const),
    promise: record({ id, side: constantFrom('brand' as const, 'creator' as const), text, due: day }),
  }),
  record({ kind: constant('drop-promise' as const), promiseId: id }),
  record({
    kind: constant('outcome' as const),
    promiseId: id,
    outcome: constantFrom('kept' as const, 'broken' as const, 'open' as const),
  }),
  record({ kind: constant('measures' as const), gate, measures: array(measure, { maxLength: 3 }) }),
  record({ kind: constant('start' as const), on: day }),
  record({ kind: constant('measure' as const), gate, measureId: id, value: text, met: boolean() }),
  record({ kind: constant('decide' as const), gate, decision: constantFrom(...gateDecisions), comment: text }),
  record({ kind: constant('check-in' as const), n: integer({ min: 1, max: 6 }), text }),
  record({
    kind: constant('rate' as const),
    side: constantFrom('brand' as const, 'creator' as const),
    scores,
    comment: text,
    sheetId: constant(null),
  }),
  record({ kind: constant('step' as const), item: constant('counsel'), done: boolean() }),
  record({ kind: constant('reopen' as const), comment: text }),
)

/** What makes a plan ready, so that random actions reach the later states too. */
const ready: PlanAction[] = [
  { kind: 'findings', text: 'Found' },
  { kind: 'share' },
  { kind: 'owner', owner: 'Kofi' },
  { kind: 'promise', promise: { id: ulid(1), side: 'brand', text: 'Better briefs', due: '2026-03-15' } },
  ...[0, 1, 2].map((at): PlanAction => {
    const measures = [1, 2].map((n) => ({ id: ulid(n), name: `Measure ${n}`, target: 'all' }))
    return { kind: 'measures', gate: at, measures }
  }),
  { kind: 'start', on: '2026-03-01' },
]
const measured = [0, 1, 2].flatMap((at) =>
  [1, 2].map((n): PlanAction => ({ kind: 'measure', gate: at, measureId: ulid(n), value: 'all', met: true })),
)

const steps = {
  preparing: ['running'],
  running: ['completed', 'archived'],
  completed: ['running'],
  archived: ['running'],
}
const given = ({ promises }: PlanProgress) =>
  promises.map(({ id: of, text: said, due, side }) => `${of} ${said} ${due} ${side}`)

/** What one accepted action broke; nothing, unless the machine is wrong. */
function broken(plan: Plan, next: Plan, action: PlanAction): string[] {
  const [before, after] = [planProgress(plan), planProgress(next)]
  const found: string[] = []
  const must = (what: string, holds: boolean) => void (holds || found.push(what))
  must('the log only grows by this event', JSON.stringify(next.events.slice(0, -1)) === JSON.stringify(plan.events))
  must('it can be stored', planSchema.safeParse(next).success)
  must('states follow each other', before.state === after.state || steps[before.state].includes(after.state))
  if (action.kind === 'decide') {
    const decided = after.gates[action.gate]
    must('gates are decided in order', decided?.index === before.nextGate?.index)
    const { measures = [] } = decided ?? {}
    const isMeasured = measures.length >= MEASURES.least && measures.every(({ result }) => result !== null)
    must('no gate passes unmeasured', action.decision === 'exit' || isMeasured)
  }
  const open = after.gates.findIndex(({ decision }) => decision === null)
  must('decided gates come first', open === -1 || after.gates.slice(open).every(({ decision }) => decision === null))
  const kept = new Set(given(after))
  must('promises stand', before.state === 'preparing' || given(before).every((one) => kept.has(one)))
  must(
    'twice the same events are the same state',
    JSON.stringify(after) === JSON.stringify(planProgress(structuredClone(next))),
  )
  return found
}

const decide = (at: number, decision: 'continue' | 'exit'): PlanAction => ({
  kind: 'decide',
  gate: at,
  decision,
  comment: 'Because',
})

describe('B5: a plan under any actions, legal and illegal', () => {
  it('keeps its invariants: nothing is lost, no gate passes unmeasured, what ended stays ended', () => {
    const reached = new Set<string>()
    const run = (actions: readonly PlanAction[]): string[] => {
      let plan = planRow(1)
      return actions.flatMap((action, n) => {
        const at = new Date(1_772_323_200_000 + n * 3_600_000).toISOString()
        const outcome = actOnPlan(plan, { id: ulid(1_000 + n), at, by: 'Ines', action })
        if ('refused' in outcome) return outcome.refused.code.length > 0 ? [] : ['a refusal without a reason']
        const found = broken(plan, outcome.plan, action)
        plan = outcome.plan
        reached.add(planProgress(plan).state)
        return found
      })
    }
    assert(
      property(boolean(), array(anyAction, { maxLength: 60 }), (isReady, random) => {
        expect(run([...(isReady ? [...ready, ...measured] : []), ...random])).toEqual([])
      }),
      { numRuns: 300 },
    )
    // And the way to both ends, which chance alone rarely finds.
    const through = [decide(0, 'continue'), decide(1, 'continue'), decide(2, 'continue')]
    const ended: PlanAction[] = [...through, { kind: 'reopen', comment: 'Because' }, decide(2, 'exit')]
    expect(run([...ready, ...measured, ...ended])).toEqual([])
    expect([...reached].toSorted()).toEqual(['archived', 'completed', 'preparing', 'running'])
  })
})
