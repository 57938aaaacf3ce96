import type { Agreement } from '../domain/agreement.ts'
import { appliesTo } from '../guidelines/assess.ts'
import { clausesInForce } from '../partnership/agreement.ts'
import type { Communication } from '../health/reply-times.ts'
import type { StoreReader } from '../store/interface.ts'
import type { LiveAgreement } from '../watch/agreement-checks.ts'
import { agreementHits } from '../watch/agreement-hits.ts'
import type { Hit } from '../watch/alerts.ts'
import type { readIncidentsAt } from './incidents-at.ts'
import type { Standards } from './judge.ts'
import type { ReadPartner } from './watched.ts'

interface Read extends Pick<ReadPartner, 'partner' | 'posts' | 'linked' | 'now'> {
  readonly communication: Communication
  readonly incidents: Awaited<ReturnType<typeof readIncidentsAt>>
}

/** Where what is stored of a partner is at odds with its agreements (relationship.md B7). */
export async function readAgreementHits(
  store: StoreReader,
  { partner, posts, linked, communication, incidents, now }: Read,
  { guidelines, settings }: Pick<Standards, 'guidelines' | 'settings'>,
): Promise<Hit[]> {
  const agreements = (await store.agreements.ofPartner(partner.id)).flatMap((agreement) => liveAt(agreement, now))
  if (agreements.length === 0) return []
  const held = guidelines.filter((guideline) => appliesTo(guideline, partner.id))
  const since = new Map(incidents.known.map(({ id, createdAt }) => [id, createdAt]))
  const { open } = communication
  return agreementHits(
    {
      agreements,
      posts: [...new Map([...posts, ...linked].map((post) => [post.id, post])).values()],
      agreed: new Set(linked.map(({ id }) => id)),
      brands: held.map(({ brand }) => brand.trim()),
      competitors: held.flatMap(({ rules }) =>
        rules.flatMap(({ kind, params }) => (kind === 'competitor' ? textsOf(params) : [])),
      ),
      incidents: incidents.openItems.map(({ id, severity }) => ({
        id,
        severity,
        since: since.get(id) ?? new Date(now).toISOString(),
      })),
      waiting: open && { contactId: open.contactId, hours: open.hours, askedAt: open.askedAt },
      now,
    },
    settings.agreements,
  )
}

/** As it stood at an instant, as far as the record tells: what was decided later is left out. */
function liveAt(agreement: Agreement, now: number): LiveAgreement[] {
  if (Date.parse(agreement.createdAt) > now) return []
  return [{ ...agreement, clauses: clausesInForce(agreement).filter(({ at }) => Date.parse(at) <= now) }]
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** The name of a competitor, and how else a guideline's rule says it is called. */
function textsOf({ name, aliases, handles }: Readonly<Record<string, unknown>>): string[] {
  const list = (value: unknown) => (Array.isArray(value) ? value.filter(isText) : [])
  const accounts = list(handles).map((handle) => (handle.startsWith('@') ? handle : `@${handle}`))
  return [...(isText(name) ? [name] : []), ...list(aliases), ...accounts]
}
