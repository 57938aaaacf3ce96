import type { Incident } from '../domain/incident.ts'
import type { PlanAction, Promised } from '../domain/plan.ts'
import { incidentProgress } from './incident.ts'

/**
 * What a plan that follows an incident begins with: the cause as its finding, its owner, and the agreed action as the
 * brand's first promise. Each is only a beginning, and can be changed while the plan is prepared.
 */
export function planFromIncident(incident: Incident, promiseId: string, today: string): PlanAction[] {
  const { postMortem, owner } = incidentProgress(incident)
  const { cause = '', action = '', due = null } = postMortem ?? {}
  const text = action.trim().slice(0, 300)
  const promise: Promised = { id: promiseId, side: 'brand', text, due: due ?? today }
  const who = (postMortem?.owner || owner).trim().slice(0, 120)
  return [
    ...(cause.trim() === '' ? [] : [{ kind: 'findings' as const, text: cause }]),
    ...(who === '' ? [] : [{ kind: 'owner' as const, owner: who }]),
    ...(text === '' ? [] : [{ kind: 'promise' as const, promise }]),
  ]
}
