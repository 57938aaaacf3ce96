import type { Incident } from '../domain/incident.ts'
import type { OpenItem } from '../health/health-of.ts'
import { isSuspendingNow, openIncidentOf } from '../partnership/incident.ts'
import type { StoreReader } from '../store/interface.ts'

/** A partner's incidents as they stood at an instant: what is open, and whether deliverables wait. */
export async function readIncidentsAt(
  store: StoreReader,
  partnerId: string,
  at: string,
): Promise<{ known: Incident[]; openItems: OpenItem[]; isSuspended: boolean }> {
  const known = (await store.incidents.ofPartner(partnerId))
    .filter(({ createdAt }) => createdAt <= at)
    .map((incident) => Object.assign({}, incident, { events: incident.events.filter((event) => event.at <= at) }))
  return {
    known,
    openItems: known.flatMap((incident) => openIncidentOf(incident) ?? []),
    isSuspended: known.some(isSuspendingNow),
  }
}
