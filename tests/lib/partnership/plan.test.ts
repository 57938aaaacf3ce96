import { describe, expect, it } from 'vitest'
import { type Plan, planActionSchema, type PlanAction } from '../../../lib/domain/plan.ts'
import { defaultPlanSettings } from '../../../lib/domain/settings.ts'
import { dueItems } from '../../../lib/partnership/due.ts'
import { actOnPlan, missingToStart, planProgress } from '../../../lib/partnership/plan.ts'
import { planFromIncident } from '../../../lib/partnership/plan-from-incident.ts'
import { terminationChecklist } from '../../../lib/partnership/termination-checklist.ts'
import { keptShare, todayOf, trustOf, trustTrend } from '../../../lib/partnership/trust.ts'
import { incidentRow, planRow, ulid } from '../store/rows.ts'

const START = '2026-03-01'
/** Noon in UTC, so many days after the start. */
const day = (n: number) => new Date(Date.parse(`${START}T12:00:00.000Z`) + n * 86_400_000).toISOString()
const settings = defaultPlanSettings

let last = 5_000
/** Does what must be legal. */
function does(plan: Plan, action: PlanAction, at = day(0), by = 'Ines'): Plan {
  planActionSchema.parse(action)
  const outcome = actOnPlan(plan, { id: ulid(++last), at, by, action })
  if ('refused' in outcome) throw new Error(`${action.kind}: ${outcome.refused.code} ${outcome.refused.values.join()}`)
  return outcome.plan
}
/** Why it is refused. */
function refusal(plan: Plan, action: PlanAction, by = 'Ines') {
  const outcome = actOnPlan(plan, { id: ulid(++last), at: day(1), by, action })
  return 'refused' in outcome ? outcome.refused : null
}

const measures = (gate: number): PlanAction => ({
  kind: 'measures',
  gate,
  measures: [
    { id: ulid(10 * gate + 100), name: 'Posts on time', target: 'all of them' },
    { id: ulid(10 * gate + 101), name: 'Reply time', target: 'below a day' },
  ],
})
const promise = (n: number, side: 'brand' | 'creator', due: string): PlanAction => ({
  kind: 'promise',
  promise: { id: ulid(n), side, text: `Promise ${n}`, due },
})
const rate = (side: 'brand' | 'creator', value: number): PlanAction => ({
  kind: 'rate',
  side,
  scores: { overall: value, communication: value, clarity: value, freedom: value, payment: 0 },
  comment: '',
  sheetId: null,
})
const preparing = () =>
  [
    { kind: 'findings', text: 'The brief named a wrong figure' } as const,
    { kind: 'mistakes', text: 'We sent an old fact sheet' } as const,
    { kind: 'share' } as const,
    { kind: 'owner', owner: 'Kofi' } as const,
    promise(1, 'brand', '2026-03-05'),
    promise(2, 'creator', '2026-03-06'),
    promise(3, 'creator', '2026-03-07'),
    promise(4, 'brand', '2026-03-08'),
    promise(5, 'creator', '2026-06-30'),
    measures(0),
    measures(1),
    measures(2),
  ].reduce((plan, action) => does(plan, action), planRow(1, { createdAt: day(0), timeZone: 'UTC' }))
const running = () => does(preparing(), { kind: 'start', on: START })
const kept = (plan: Plan, n: number, outcome: 'kept' | 'broken' = 'kept', at = day(3)) =>
  does(plan, { kind: 'outcome', promiseId: ulid(n), outcome }, at)
const measured = (plan: Plan, gate: number, nth: 0 | 1, met = true) =>
  does(plan, { kind: 'measure', gate, measureId: ulid(10 * gate + 100 + nth), value: '4 of 4', met }, day(30))
const passed = (plan: Plan, gate: number) =>
  does(measured(measured(plan, gate, 0), gate, 1), { kind: 'decide', gate, decision: 'continue', comment: '' }, day(30))

describe('B5: the promises', () => {
  it('B5: 3 of 4 due promises kept, not-yet-due ones excluded, is 75%', () => {
    const plan = kept(kept(kept(running(), 1), 2), 3)
    const { promises } = planProgress(plan)
    expect(keptShare(promises, '2026-03-20')).toBe(75)
    expect(trustOf(plan, [], Date.parse(day(19)), settings).index).toBe(75)
  })

  it('excludes what is not due even when it was kept early, until its day is over', () => {
    const plan = kept(kept(running(), 1), 5)
    const { promises } = planProgress(plan)
    expect(keptShare(promises, '2026-03-06')).toBe(100)
    expect(keptShare(promises, '2026-06-30')).toBe(25)
    expect(keptShare(promises, '2026-07-01')).toBe(40)
  })

  it('counts the day of a promise itself as not over, on the plan’s own clocks', () => {
    const plan = { ...kept(running(), 1, 'broken'), timeZone: 'Pacific/Auckland' }
    const before = Date.parse('2026-03-05T10:59:00.000Z')
    expect(todayOf(plan, before)).toBe('2026-03-05')
    expect(trustOf(plan, [], before, settings).index).toBeNull()
    expect(trustOf(plan, [], before + 120_000, settings).index).toBe(0)
  })

  it('B5: a broken promise of the brand lowers the index too', () => {
    const creatorOnly = kept(kept(running(), 2), 3)
    const good = kept(kept(creatorOnly, 1), 4)
    const bad = kept(kept(creatorOnly, 1, 'broken'), 4)
    const at = Date.parse(day(19))
    expect(trustOf(good, [], at, settings).index).toBe(100)
    expect(trustOf(bad, [], at, settings).index).toBe(75)
    expect(keptShare(planProgress(bad).promises, '2026-03-20', 'brand')).toBe(50)
    expect(keptShare(planProgress(bad).promises, '2026-03-20', 'creator')).toBe(100)
  })

  it('stand as they were given once the plan runs', () => {
    expect(refusal(running(), promise(1, 'brand', '2027-01-01'))?.code).toBe('promise-fixed')
    expect(refusal(running(), { kind: 'drop-promise', promiseId: ulid(1) })?.code).toBe('promise-fixed')
    expect(planProgress(does(preparing(), { kind: 'drop-promise', promiseId: ulid(5) })).promises).toHaveLength(4)
  })
})

describe('B5: the trust index', () => {
  it('B5: 2 points are no trend, 3 are one', () => {
    const two = kept(kept(running(), 1, 'kept', day(6)), 2, 'kept', day(6))
    const at = (n: number) => Date.parse(day(n))
    // Promises 1 and 2 came due on days 4 and 5.
    expect(trustTrend(two, [], at(6), settings)).toEqual([])
    const trend = trustTrend(two, [], at(8), settings)
    expect(trend.length).toBeGreaterThanOrEqual(3)
    expect(trend.at(-1)?.index).toBe(trustOf(two, [], at(8), settings).index)
  })

  it('leaves the weight of what is not known to the rest, and says how much is known', () => {
    const plan = does(
      kept(running(), 1),
      {
        kind: 'rate',
        side: 'creator',
        scores: { overall: 10, communication: 10, clarity: 10, freedom: 10, payment: 10 },
        comment: '',
        sheetId: null,
      },
      day(2),
      'Maya',
    )
    const trust = trustOf(plan, [], Date.parse(day(19)), settings)
    // 1 of 4 promises at 50, a full rating at 25: (25 x 50 + 100 x 25) / 75.
    expect(trust.index).toBe(50)
    expect(trust.coverage).toBe(0.75)
  })

  it('takes the newest rating of each side, all five questions alike', () => {
    const plan = [rate('creator', 0), rate('creator', 10), rate('brand', 5)].reduce(
      (all, one) => does(all, one),
      running(),
    )
    const part = trustOf(plan, [], Date.parse(day(1)), settings).parts.find((one) => one.part === 'rating')
    expect(part).toMatchObject({ score: 60, n: 2, values: ['brand 4', 'creator 8'] })
  })

  it('compares the reply time with the one before the plan, from as many answers as set', () => {
    const exchange = (days: number, hours: number) => ({
      askedId: ulid(1),
      askedAt: Date.parse(day(days)),
      answerId: ulid(2),
      hours,
    })
    const before = [-9, -6, -3].map((n) => exchange(n, 10))
    const since = [1, 2].map((n) => exchange(n, 20))
    const at = Date.parse(day(10))
    const part = (all: typeof before) => trustOf(running(), all, at, settings).parts[1]
    expect(part([...before, ...since])).toMatchObject({ score: null, n: 2 })
    expect(part([...before, ...since, exchange(3, 20)])).toMatchObject({ score: 50, values: ['10', '20'] })
    expect(part([...before, ...[1, 2, 3].map((n) => exchange(n, 4))])?.score).toBe(100)
  })
})

describe('B5: the gates', () => {
  it('are 30, 60 and 90 days after the start, across a change of the clocks', () => {
    const { gates, checkIns } = planProgress(running())
    expect(gates.map(({ on }) => on)).toEqual(['2026-03-31', '2026-04-30', '2026-05-30'])
    expect(checkIns.map(({ on }) => on)).toEqual(['2026-03-08', '2026-03-15', '2026-03-22', '2026-03-29'])
  })

  it('B5: cannot be passed with an unmeasured metric, which is named', () => {
    const decide = { kind: 'decide', gate: 0, decision: 'continue', comment: '' } as const
    expect(refusal(running(), decide)).toEqual({ code: 'unmeasured', values: ['Posts on time, Reply time'] })
    const half = measured(running(), 0, 0)
    expect(refusal(half, decide)).toEqual({ code: 'unmeasured', values: ['Reply time'] })
    expect(refusal(half, { ...decide, decision: 'adjust', comment: 'More time' })?.code).toBe('unmeasured')
    expect(refusal(measured(half, 0, 1), decide)).toBeNull()
  })

  it('want a word where a measure was missed, and for adjusting', () => {
    const missed = measured(measured(running(), 0, 0), 0, 1, false)
    const decide = { kind: 'decide', gate: 0, decision: 'continue', comment: '' } as const
    expect(refusal(missed, decide)).toEqual({ code: 'missed', values: ['Reply time'] })
    expect(refusal(missed, { ...decide, comment: 'One late answer' })).toBeNull()
    expect(refusal(missed, { ...decide, decision: 'adjust' })?.code).toBe('no-comment')
  })

  it('are decided in their order, and have 2 or 3 measures', () => {
    expect(refusal(running(), { kind: 'decide', gate: 1, decision: 'exit', comment: 'No' })?.code).toBe('other-gate')
    const one = { kind: 'measures', gate: 0, measures: [{ id: ulid(1), name: 'A', target: 'B' }] } as const
    expect(refusal(preparing(), { ...one, measures: [...one.measures] })).toEqual({
      code: 'measure-count',
      values: ['2', '3'],
    })
  })

  it('complete the plan when the last is passed; an adjusted last one is looked at once more', () => {
    const before = passed(passed(running(), 0), 1)
    expect(planProgress(passed(before, 2)).state).toBe('completed')
    const full = measured(measured(before, 2, 0), 2, 1)
    const adjusted = does(full, { kind: 'decide', gate: 2, decision: 'adjust', comment: 'A month more' }, day(90))
    const { state, gates } = planProgress(adjusted)
    expect(state).toBe('running')
    expect(gates[3]).toMatchObject({ day: 120, on: '2026-06-29', decision: null })
    expect(gates[3]?.measures.every(({ result }) => result === null)).toBe(true)
  })

  it('B5: an exit archives the plan and opens the termination checklist', () => {
    const plan = does(running(), { kind: 'decide', gate: 0, decision: 'exit', comment: 'Trust is gone' }, day(30))
    expect(planProgress(plan).state).toBe('archived')
    expect(dueItems([plan], [], Date.parse(day(60)))).toEqual([])
    const item = terminationChecklist(null)[2]?.code ?? ''
    expect(item).toBe('written-notice')
    const done = does(plan, { kind: 'step', item, done: true }, day(31))
    expect([...planProgress(done).steps]).toEqual([item])
    expect(refusal(running(), { kind: 'step', item, done: true })?.code).toBe('not-ended')
    expect(refusal(plan, { kind: 'check-in', n: 1, text: 'Talked' })?.code).toBe('ended')
  })

  it('take back the decision that ended a plan, with a reason', () => {
    const plan = does(running(), { kind: 'decide', gate: 0, decision: 'exit', comment: 'Trust is gone' }, day(30))
    expect(refusal(plan, { kind: 'reopen', comment: ' ' })?.code).toBe('no-comment')
    const again = does(plan, { kind: 'reopen', comment: 'They called' }, day(31))
    expect(planProgress(again)).toMatchObject({ state: 'running', nextGate: { index: 0 } })
  })
})

describe('B5: a plan', () => {
  it('says what it lacks before it may start', () => {
    const empty = planRow(1)
    const all = ['findings', 'share', 'owner', 'brand-promise', 'measures']
    expect(missingToStart(planProgress(empty))).toEqual(all)
    expect(refusal(empty, { kind: 'start', on: START })).toEqual({ code: 'not-ready', values: all })
    expect(refusal(preparing(), { kind: 'start', on: '2026-02-30' })?.code).toBe('bad-day')
    expect(refusal(running(), { kind: 'start', on: START })?.code).toBe('not-preparing')
  })

  it('begins with an incident’s cause, owner and action', () => {
    const postMortem = { cause: 'Old fact sheet', action: 'Send the new one', owner: 'Kofi', due: '2026-03-09' }
    const event = { id: ulid(1), at: day(0), by: 'Ines', action: { kind: 'post-mortem' as const, postMortem } }
    const incident = incidentRow(1, { events: [event] })
    expect(planFromIncident(incident, ulid(9), START)).toEqual([
      { kind: 'findings', text: 'Old fact sheet' },
      { kind: 'owner', owner: 'Kofi' },
      { kind: 'promise', promise: { id: ulid(9), side: 'brand', text: 'Send the new one', due: '2026-03-09' } },
    ])
    expect(planFromIncident(incidentRow(1), ulid(9), START)).toEqual([])
  })

  it('takes each event once, and is signed', () => {
    const event = { id: ulid(1), at: day(0), by: 'Ines', action: { kind: 'note' as const, text: 'Called' } }
    const first = actOnPlan(planRow(1), event)
    if ('refused' in first) throw new Error(first.refused.code)
    expect(actOnPlan(first.plan, event)).toEqual({ plan: first.plan })
    expect(refusal(planRow(1), { kind: 'note', text: 'Called' }, ' ')?.code).toBe('no-name')
  })

  it('asks for weekly check-ins, gates and promises, each from its day on, until it is done', () => {
    const items = dueItems([running()], [], Date.parse(day(7)))
    const due = items.filter(({ inDays }) => inDays <= 0)
    expect(due.map(({ kind, about }) => `${kind} ${about}`)).toEqual([
      'promise Promise 1',
      'promise Promise 2',
      'promise Promise 3',
      'check-in 1',
      'promise Promise 4',
    ])
    const held = does(running(), { kind: 'check-in', n: 1, text: 'All well' }, day(7))
    expect(dueItems([held], [], Date.parse(day(7))).map(({ id }) => id)).not.toContain(`${held.id}|check-in|1`)
  })
})
