import { describe, expect, it } from 'vitest'
import { cells } from '../../../lib/domain/incident.ts'
import type { Cell, Incident, IncidentAction } from '../../../lib/domain/incident.ts'
import { defaultIncidentSettings } from '../../../lib/domain/settings.ts'
import { moodTriggers } from '../../../lib/health/comment-mood.ts'
import type { Heard } from '../../../lib/health/comment-mood.ts'
import { deliveriesOf } from '../../../lib/health/delivery.ts'
import { actOnIncident, incidentProgress, isSuspendingNow, openIncidentOf } from '../../../lib/partnership/incident.ts'
import { checklistOf, incidentClocks, ladderOf } from '../../../lib/partnership/incident-clock.ts'
import { proposeRatings } from '../../../lib/partnership/incident-facts.ts'
import { deliverableRow, incidentRow, t, ulid } from '../store/rows.ts'

const START = Date.parse('2026-03-02T10:00:00.000Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const iso = (ms: number) => new Date(ms).toISOString()
const fresh = () => incidentRow(1, { createdAt: iso(START), updatedAt: iso(START) })
const rate = (values: Partial<Record<Cell, number | null>>): IncidentAction => ({
  kind: 'rate',
  ratings: cells
    .filter((cell) => values[cell] !== undefined)
    .map((cell) => ({ cell, value: values[cell] ?? null, from: 'person', why: '', values: [], evidence: [] })),
})
/** The incident after the actions, each a minute after the one before; throws where one is refused. */
function after(incident: Incident, ...actions: (IncidentAction | [IncidentAction, number])[]): Incident {
  return actions.reduce<Incident>((one, given, i) => {
    const [action, minutes] = Array.isArray(given) ? given : [given, i + 1]
    const event = { id: ulid(100 + one.events.length), at: iso(START + minutes * MINUTE), by: 'Ines', action }
    const done = actOnIncident(one, event)
    if ('refused' in done) throw new Error(done.refused.code)
    return done.incident
  }, incident)
}
const refusal = (incident: Incident, action: IncidentAction, by = 'Ines') => {
  const done = actOnIncident(incident, { id: ulid(999), at: iso(START + HOUR), by, action })
  return 'refused' in done ? done.refused : null
}
const status = (to: Extract<IncidentAction, { kind: 'status' }>['to'], comment = ''): IncidentAction => ({
  kind: 'status',
  to,
  comment,
})
const whole = { cause: 'Old fact sheet', action: 'Send the new one', owner: 'Kofi', due: '2026-03-09' }

describe('the matrix', () => {
  it('B3: reach cell unknown + reputation 4 -> high, confidence lowered, banner "reach not captured"', () => {
    const rest = { breach: 4, media: 1, brand: 1, intent: 1, cooperation: 1, prior: 0, response: 1, category: 2 }
    const unknown = incidentProgress(after(fresh(), rate({ ...rest, followers: null }))).assessment
    const known = incidentProgress(
      after(fresh(), rate({ ...rest, followers: 1, views: 1, platforms: 1, velocity: 1 })),
    ).assessment
    expect(unknown).toMatchObject({ level: 'high', deciding: ['breach'], notCaptured: ['reach'] })
    expect([known.confidence, unknown.confidence]).toEqual(['high', 'low'])
  })

  it('B3: two levels tie -> higher chosen and reason printed', () => {
    const { assessment } = incidentProgress(after(fresh(), rate({ followers: 2, breach: 3 })))
    expect(assessment).toMatchObject({ level: 'high', reason: { code: 'tie', axes: ['reputation'] } })
  })

  it('B3: missing cells lower confidence, never severity: what was known still counts', () => {
    const { assessment } = incidentProgress(after(fresh(), rate({ breach: 4 }), rate({ breach: null })))
    expect(assessment).toMatchObject({ level: 'high', deciding: ['breach'], confidence: 'low' })
  })

  it('is critical where an axis is at its end and another is grave, and names both cells', () => {
    const { assessment } = incidentProgress(after(fresh(), rate({ followers: 3, breach: 4 })))
    expect(assessment).toMatchObject({ level: 'critical', deciding: ['breach', 'followers'] })
  })

  it('names no level while nothing is known, and cannot be confirmed then', () => {
    expect(incidentProgress(fresh()).assessment.level).toBeNull()
    expect(refusal(fresh(), { kind: 'classify' })?.code).toBe('nothing-known')
  })

  it('is filled from the record with its sources, and says unknown of the rest', () => {
    const nothing = { followers: null, views: null, platforms: [], postIds: [], velocity: null, breach: null }
    const few = proposeRatings({ ...nothing, velocity: { today: 9, mean: 1 }, prior: [], response: null })
    expect(few.filter(({ value }) => value !== null).map(({ cell }) => cell)).toEqual(['prior'])
    const some = proposeRatings({
      ...nothing,
      followers: { value: 120_000, ids: ['x:maya@1'] },
      velocity: { today: 15, mean: 10 },
      breach: { worst: 'high', ids: ['x:1'] },
      prior: [],
      response: { waitingHours: 30, ids: [ulid(4)] },
    })
    const valueOf = (cell: Cell) => some.find((one) => one.cell === cell)
    expect(valueOf('followers')).toMatchObject({ value: 3, why: 'followers', values: ['120000'] })
    expect(valueOf('velocity')).toMatchObject({ value: 1, values: ['15', '10'] })
    expect(valueOf('breach')).toMatchObject({ value: 3, evidence: ['x:1'] })
    expect(valueOf('response')?.value).toBe(3)
    expect(valueOf('media')).toMatchObject({ value: null, why: 'notCaptured' })
  })
})

describe('the triggers', () => {
  const at = START + 20 * 24 * HOUR
  const heard = (label: Heard['label'], n: number, hoursAgo: number, jitter = 0): Heard[] =>
    Array.from({ length: n }, (_, i) => ({
      id: `${hoursAgo}-${i}-${label}`,
      postId: 'x:1',
      at: at - (hoursAgo + jitter) * HOUR,
      label,
      isSpam: false,
    }))

  it('B3: 7 days of 10 comments/day (sigma 2), today 15 -> alert at k=2, none at k=3', () => {
    const week = [8, 12, 8, 12, 8, 12, 10].flatMap((n, day) => heard('neutral', n, 24 * (day + 1) + 5))
    const today = heard('neutral', 15, 5)
    const codes = (sigmas: number) =>
      moodTriggers([...week, ...today], at, {
        minComments: 10,
        sigmas,
        weekMultiple: 9,
        negativeIn2h: 1,
        negativeIn24h: 1,
      }).map(({ code }) => code)
    expect([codes(2), codes(3)]).toEqual([['volumeSigma'], []])
  })

  it('B3: 4 of 9 negative -> no alert (n<10), 5 of 10 -> alert', () => {
    expect(moodTriggers([...heard('negative', 4, 1), ...heard('neutral', 5, 1)], at)).toEqual([])
    const codes = moodTriggers([...heard('negative', 5, 1), ...heard('neutral', 5, 1)], at).map(({ code }) => code)
    expect(codes).toContain('negativeIn2h')
  })
})

const clocksAt = (incident: Incident, minutes: number) =>
  Object.fromEntries(
    incidentClocks(incidentProgress(incident), defaultIncidentSettings, START + minutes * MINUTE).map((one) => [
      one.name,
      { due: (Date.parse(one.dueAt) - START) / MINUTE, over: one.isOverdue },
    ]),
  )

const states = (incident: Incident, hours: number) =>
  ladderOf(incidentProgress(incident), defaultIncidentSettings, START + hours * HOUR).map(({ state }) => state)

describe('the clocks', () => {
  it('are 15 minutes to classify, 60 to a holding draft, 1 to 2 hours between updates', () => {
    const rated = after(fresh(), rate({ breach: 2 }))
    expect(clocksAt(rated, 16)).toMatchObject({
      classify: { due: 15, over: true },
      holding: { due: 60, over: false },
      update: { due: 120 },
    })
    expect(clocksAt(after(fresh(), rate({ breach: 3 })), 16)).toMatchObject({ update: { due: 60 } })
  })

  it.each([
    [1, 15],
    [16, 60],
    [61, 120],
    [125, 180],
  ])('ask for a record at T+0, 15, 60 minutes, then hourly: after one at %i the next is at %i', (last, next) => {
    expect(clocksAt(after(fresh(), [{ kind: 'capture' }, last]), last).capture?.due).toBe(next)
  })

  it('B3: raising severity starts a new clock and keeps history', () => {
    const raised = after(fresh(), rate({ breach: 2 }), { kind: 'classify' }, [rate({ breach: 4 }), 50])
    const { levels, clockFrom, classifiedAt } = incidentProgress(raised)
    expect(levels.map(({ level }) => level)).toEqual(['medium', 'high'])
    expect([clockFrom, classifiedAt]).toEqual([iso(START + 50 * MINUTE), null])
    expect(clocksAt(raised, 51)).toMatchObject({ classify: { due: 65 }, holding: { due: 110 }, capture: { due: 50 } })
    const lowered = incidentProgress(after(raised, [rate({ breach: 1 }), 55]))
    expect([lowered.clockFrom, lowered.levels.length]).toEqual([clockFrom, 3])
  })

  it('make each step of the ladder due once, later ones not when somebody has taken it on', () => {
    const high = after(fresh(), rate({ breach: 4 }))
    expect(states(high, 2)).toEqual(['due', 'due', 'later', 'not-needed'])
    const told = after(high, { kind: 'escalate', step: 'care' })
    expect(states(told, 5)).toEqual(['told', 'due', 'due', 'not-needed'])
    expect(refusal(told, { kind: 'escalate', step: 'care' })?.code).toBe('already-told')
    expect(states(after(told, { kind: 'acknowledge', by: '' }), 5)).toEqual([
      'told',
      'not-needed',
      'not-needed',
      'not-needed',
    ])
  })
})

const working = () => after(fresh(), status('in-progress'))

describe('closing', () => {
  it('B3: closing without root cause, action, owner and date is refused, naming what is missing', () => {
    expect(refusal(working(), status('completed'))).toEqual({
      code: 'post-mortem-missing',
      values: ['cause', 'action', 'owner', 'due'],
    })
    for (const [field, gone] of [
      ['cause', ' '],
      ['action', ''],
      ['owner', ''],
      ['due', null],
    ] as const) {
      const partly = after(working(), { kind: 'post-mortem', postMortem: { ...whole, [field]: gone } })
      expect(refusal(partly, status('completed'))?.values).toEqual([field])
    }
    const closed = after(working(), { kind: 'post-mortem', postMortem: whole }, status('completed'))
    expect(incidentProgress(closed).status).toBe('completed')
    expect(refusal(closed, rate({ breach: 0 }))?.code).toBe('closed')
  })

  it('wants a reason to reject, to block and to open again, and a name for everything', () => {
    expect(refusal(fresh(), status('rejected'))?.code).toBe('no-reason')
    expect(refusal(fresh(), status('in-progress'), ' ')?.code).toBe('no-name')
    expect(refusal(fresh(), status('completed'))?.code).toBe('illegal-status')
  })
})

describe('while it is open', () => {
  it('a critical one is told to the health score, a closed one is not', () => {
    const critical = after(fresh(), rate({ breach: 4, followers: 4 }))
    expect(openIncidentOf(critical)).toMatchObject({ kind: 'incident', severity: 'critical' })
    expect(openIncidentOf(after(critical, status('invalid', 'A test')))).toBeNull()
  })

  it('deliverables are suspended, not late, where it says so', () => {
    const suspending = after(fresh(), { kind: 'suspend', on: true })
    expect([isSuspendingNow(fresh()), isSuspendingNow(suspending)]).toEqual([false, true])
    const due = deliverableRow(1, { dueAt: t(1) })
    const stateOf = (on: boolean) => deliveriesOf([due], new Map(), Date.parse(t(1)) + 90 * HOUR, undefined, on)[0]
    expect(stateOf(true)).toMatchObject({ state: 'suspended', lateHours: 0 })
    expect(stateOf(false)?.state).toBe('missed')
  })

  it('asks for more the graver it is', () => {
    expect(checklistOf('low')).toHaveLength(3)
    expect(checklistOf('critical')).toHaveLength(11)
  })
})
