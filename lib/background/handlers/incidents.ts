import type { Incident, IncidentAction } from '../../domain/incident.ts'
import { MessageError } from '../../messages/errors.ts'
import type { IncidentAnswer } from '../../messages/protocol.ts'
import type { Handlers } from '../../messages/serve.ts'
import { nextLink } from '../../partnership/evidence-chain.ts'
import { actOnIncident, incidentProgress, isOpenStatus } from '../../partnership/incident.ts'
import { proposeRatings } from '../../partnership/incident-facts.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { readCapture, readIncidentFacts } from '../incident-facts.ts'
import { decide, rememberName } from './deps.ts'
import type { Deps } from './deps.ts'
import { setDeleted } from './typed.ts'

type IncidentMessages = `incident.${'open' | 'act' | 'reported' | 'delete' | 'restore'}`
type Decided = { value: IncidentAnswer; changed: boolean }

/**
 * What people decide about incidents (relationship.md B3). Opening, every decision, every capture and every exported
 * report is a link of the incident's chain of evidence, written in the same unit of work.
 */
export function incidentHandlers(
  deps: Pick<Deps, 'store' | 'bump' | 'now' | 'newId'>,
): Pick<Handlers, IncidentMessages> {
  const time = () => deps.now().toISOString()

  return {
    'incident.open': async ({ by, ...about }) => {
      const ratingId = deps.newId()
      const { value } = await decide(deps, async (tx) => {
        const stored = await tx.incidents.get(about.id)
        if (stored) return { value: stored, changed: false }
        const partner = await tx.partners.get(about.partnerId)
        if (!partner) throw new MessageError('not-found', 'This partner is not there any more.')
        if (by.trim() === '' || about.title.trim() === '')
          throw new MessageError('bad-message', 'An incident needs a title and the name of who opens it.')
        const at = time()
        const stamps = { createdAt: at, updatedAt: at, deletedAt: null }
        const made: Incident = { ...about, openedBy: by.trim(), events: [], ...stamps }
        const ratings = proposeRatings(await readIncidentFacts(tx, partner, made, deps.now()))
        const filled = { id: ratingId, at, by: by.trim(), action: { kind: 'rate' as const, ratings } }
        const incident = { ...made, events: [filled] }
        await tx.put('incidents', incident)
        await rememberName(tx, by)
        const { title, alert, evidence, openedBy } = incident
        await append(tx, incident.id, at, 'opened', {
          title,
          partner: partner.name,
          alert,
          evidence,
          openedBy,
          ratings,
        })
        await append(tx, incident.id, at, 'capture', await readCapture(tx, incident, at))
        return { value: incident, changed: true }
      })
      return value
    },

    'incident.act': async ({ id, seen, eventId, by, action }) => {
      const refillId = deps.newId()
      const { value } = await decide(deps, async (tx): Promise<Decided> => {
        const incident = await tx.incidents.get(id)
        if (!incident || incident.deletedAt !== null)
          throw new MessageError('not-found', 'This incident is not there any more.')
        const unchanged = (refused: IncidentAnswer['refused'] = null) => ({
          value: { incident, refused },
          changed: false,
        })
        if (incident.events.some((event) => event.id === eventId)) return unchanged()
        if (seen !== incident.events.length)
          return unchanged({ code: 'changed', values: [incident.events.at(-1)?.by ?? ''] })
        const at = time()
        const outcome = actOnIncident(incident, { id: eventId, at, by, action })
        if ('refused' in outcome) return unchanged(outcome.refused)
        await rememberName(tx, by)
        if (action.kind === 'capture') await append(tx, id, at, 'capture', await readCapture(tx, incident, at))
        else await append(tx, id, at, 'decision', { by: by.trim(), action })
        const next = await refill(tx, outcome.incident, action, { at, by, eventId: refillId })
        await tx.put('incidents', next)
        return { value: { incident: next, refused: null }, changed: true }
      })
      return value
    },

    'incident.reported': async ({ id, file, sha256 }) => {
      const { value } = await decide(deps, async (tx) => {
        if (!(await tx.incidents.get(id))) throw new MessageError('not-found', 'This incident is not there any more.')
        await append(tx, id, time(), 'report', { file, sha256 })
        return { value: { ok: true } as const, changed: true }
      })
      return value
    },

    'incident.delete': async ({ id }) => (await decide(deps, (tx) => setDeleted(tx, 'incidents', id, time()))).value,
    'incident.restore': async ({ id }) => (await decide(deps, (tx) => setDeleted(tx, 'incidents', id, null))).value,
  }
}

/**
 * What was attached or put in evidence anew may say more of the matrix: cells that no person has set are filled from
 * the record again. A cell is never emptied by it.
 */
async function refill(
  tx: StoreWriter,
  incident: Incident,
  { kind }: IncidentAction,
  { at, by, eventId }: { at: string; by: string; eventId: string },
): Promise<Incident> {
  const { status, matrix } = incidentProgress(incident)
  if ((kind !== 'attach' && kind !== 'capture') || !isOpenStatus(status)) return incident
  const partner = await tx.partners.get(incident.partnerId)
  if (!partner) return incident
  const proposed = proposeRatings(await readIncidentFacts(tx, partner, incident, new Date(at)))
  const ratings = proposed.filter((rating) => {
    const now = matrix.get(rating.cell)?.rating
    return rating.value !== null && now?.from !== 'person' && rating.value !== now?.value
  })
  if (ratings.length === 0) return incident
  const action = { kind: 'rate' as const, ratings }
  const outcome = actOnIncident(incident, { id: eventId, at, by, action })
  if ('refused' in outcome) return incident
  await append(tx, incident.id, at, 'decision', { by: by.trim(), action })
  return outcome.incident
}

async function append(
  tx: StoreWriter,
  incidentId: string,
  at: string,
  kind: 'opened' | 'decision' | 'capture' | 'report',
  body: unknown,
): Promise<void> {
  const last = await tx.evidence.last(incidentId)
  await tx.put('evidence', nextLink(last, { incidentId, at, kind, body }))
}
