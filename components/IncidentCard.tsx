import type { ComponentChildren } from 'preact'
import type { IncidentAction } from '../lib/domain/incident.ts'

/** Takes an action on the incident that is shown; false where it was refused. */
export type Act = (action: IncidentAction) => Promise<boolean>

/** One part of an incident's page. */
export function Card({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="card draft-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
