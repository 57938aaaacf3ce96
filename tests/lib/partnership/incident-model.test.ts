import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cells, incidentStatuses, ladder } from '../../../lib/domain/incident.ts'
import type { Incident, IncidentAction } from '../../../lib/domain/incident.ts'
import { actOnIncident, incidentProgress, isOpenStatus, missingOf } from '../../../lib/partnership/incident.ts'
import { gravityOf } from '../../../lib/partnership/incident-level.ts'
import { incidentRow, t, ulid } from '../store/rows.ts'

const word = fc.constantFrom('', ' ', 'Because')
const action: fc.Arbitrary<IncidentAction> = fc.oneof(
  fc.record({
    kind: fc.constant('rate' as const),
    ratings: fc.array(
      fc.record({
        cell: fc.constantFrom(...cells),
        value: fc.option(fc.integer({ min: 0, max: 4 })),
        from: fc.constant('person' as const),
        why: fc.constant(''),
        values: fc.constant<string[]>([]),
        evidence: fc.constant<string[]>([]),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  fc.constant({ kind: 'classify' as const }),
  fc.record({ kind: fc.constant('status' as const), to: fc.constantFrom(...incidentStatuses), comment: word }),
  fc.record({ kind: fc.constant('escalate' as const), step: fc.constantFrom(...ladder) }),
  fc.record({ kind: fc.constantFrom('note' as const, 'update' as const, 'holding' as const), text: word }),
  fc.record({ kind: fc.constant('suspend' as const), on: fc.boolean() }),
  fc.record({
    kind: fc.constant('post-mortem' as const),
    postMortem: fc.record({ cause: word, action: word, owner: word, due: fc.constantFrom(null, '2026-03-09') }),
  }),
)
const step = fc.record({ action, by: fc.constantFrom('Ines', 'Kofi', '') })

function holds(steps: { action: IncidentAction; by: string }[]): boolean {
  let incident: Incident = incidentRow(1, { createdAt: t(0) })
  for (const [i, { action: taken, by }] of steps.entries()) {
    const before = incidentProgress(incident)
    const frozen = JSON.stringify(incident)
    const done = actOnIncident(incident, { id: ulid(10 + i), at: t(i + 1), by, action: taken })
    // Nothing is changed in place, whatever is refused.
    if (JSON.stringify(incident) !== frozen) return false
    if ('refused' in done) continue
    const now = incidentProgress(done.incident)
    // The history only grows, and every event is somebody's.
    if (done.incident.events.length !== incident.events.length + 1 || by.trim() === '') return false
    if (JSON.stringify(now.levels.slice(0, before.levels.length)) !== JSON.stringify(before.levels)) return false
    // Closed only with a whole post-mortem.
    const isClosed = now.status === 'completed' || now.status === 'approved'
    if (isClosed && missingOf(now.postMortem).length > 0) return false
    // What is closed is not changed, only opened again.
    if (!isOpenStatus(before.status) && !['status', 'note'].includes(taken.kind)) return false
    // Not knowing never makes it less grave.
    const hides = taken.kind === 'rate' && taken.ratings.every(({ value }) => value === null)
    if (hides && gravityOf(now.assessment.level) < gravityOf(before.assessment.level)) return false
    // A raise, and nothing else, starts the clocks anew.
    const isRaise =
      before.assessment.level !== null && gravityOf(now.assessment.level) > gravityOf(before.assessment.level)
    if ((now.clockFrom !== before.clockFrom) !== isRaise) return false
    // Nobody is told twice, and a repetition changes nothing.
    if (taken.kind === 'escalate' && before.escalated.has(taken.step)) return false
    const again = actOnIncident(done.incident, { id: ulid(10 + i), at: t(i + 2), by, action: taken })
    if (!('incident' in again) || again.incident !== done.incident) return false
    incident = done.incident
  }
  return true
}

it('an incident keeps its invariants through any legal and illegal actions', () => {
  const property = fc.property(fc.array(step, { maxLength: 40 }), holds)
  expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow()
})
