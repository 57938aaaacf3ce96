import type { Contact } from '../domain/contact.ts'
import type { Cadence, Partner } from '../domain/partner.ts'
import type { HealthSettings } from '../domain/settings.ts'

const DAY = 86_400_000

export interface CadenceRules {
  /** Of this partner; wins over its tags. */
  readonly partner: Cadence | null
  /** By tag, in the order in which they win where a partner carries several: the tightest first is the caller's choice. */
  readonly tags: Readonly<Record<string, Cadence>>
  readonly default: Cadence | null
}

export interface CadenceState {
  readonly state: 'good' | 'due' | 'overdue'
  readonly cadence: Cadence
  /** Where it comes from: `partner`, `default`, or the tag. */
  readonly from: { readonly type: 'partner' | 'default' } | { readonly type: 'tag'; readonly tag: string }
  readonly lastTouchAt: string
  /** ISO instants at which it turns amber and red. */
  readonly dueAt: string
  readonly overdueAt: string
}

/**
 * Where the clock of being in touch stands. It restarts at the newest real touch, whenever that was entered: an old one
 * that is written down late never moves it forward. `touches`: ISO instants; `since`: when the partnership began, for
 * a partner nobody was in touch with yet. Null without a cadence. Of several tags the tightest counts.
 */
export function cadenceOf(
  rules: CadenceRules,
  tags: readonly string[],
  touches: readonly string[],
  since: string,
  now: number,
): CadenceState | null {
  const chosen = choose(rules, tags)
  if (!chosen) return null
  const { cadence, from } = chosen
  const past = touches.map(Date.parse).filter((at) => at <= now)
  const last = past.length > 0 ? Math.max(...past) : Date.parse(since)
  const dueAt = last + cadence.idealDays * DAY
  const overdueAt = last + cadence.maximumDays * DAY
  return {
    state: now >= overdueAt ? 'overdue' : now >= dueAt ? 'due' : 'good',
    cadence,
    from,
    lastTouchAt: new Date(last).toISOString(),
    dueAt: new Date(dueAt).toISOString(),
    overdueAt: new Date(overdueAt).toISOString(),
  }
}

function choose(rules: CadenceRules, tags: readonly string[]): Pick<CadenceState, 'cadence' | 'from'> | null {
  if (rules.partner) return { cadence: rules.partner, from: { type: 'partner' } }
  const [tightest] = tags
    .flatMap((tag) => {
      const cadence = Object.hasOwn(rules.tags, tag) ? rules.tags[tag] : undefined
      return cadence ? [{ cadence, from: { type: 'tag', tag } as const }] : []
    })
    .toSorted((a, b) => a.cadence.idealDays - b.cadence.idealDays || a.cadence.maximumDays - b.cadence.maximumDays)
  return tightest ?? (rules.default && { cadence: rules.default, from: { type: 'default' } })
}

/** The cadence of one partner by the user's settings: its own, else the tightest of its tags, else everyone's. */
export function cadenceFor(
  { cadence, tags, createdAt }: Partner,
  contacts: readonly Pick<Contact, 'at'>[],
  settings: HealthSettings,
  now: number,
): CadenceState | null {
  const rules = {
    partner: cadence ?? null,
    tags: Object.fromEntries(settings.tagCadences.map((one) => [one.tag, one.cadence])),
    default: settings.cadence,
  }
  return cadenceOf(
    rules,
    tags,
    contacts.map(({ at }) => at),
    createdAt,
    now,
  )
}
