import type { PageKind } from '../domain/observation.ts'
import type { ReadRates } from '../domain/read-rates.ts'
import type { Field, Site } from '../sites/types.ts'
import type { StoreReader } from '../store/interface.ts'
import { alarmsOf } from '../watch/drift.ts'
import type { Alarm } from '../watch/drift.ts'
import { add, rateOf, TEXT_LENGTH } from '../watch/read-rates.ts'

/** How one field is read on one kind of page. */
export interface FieldHealth {
  readonly field: string
  /** The share of places where it was found lately, from 0 to 1, and their number. */
  readonly share: number
  readonly of: number
  /** Finds by each of the adapter's strategies; the first is the one it trusts most. */
  readonly won: readonly number[]
  /** No captured page has confirmed that the adapter reads it rightly. */
  readonly unverified: boolean
  /** What is wrong with it; null while nothing is. */
  readonly alarm: Alarm | null
}

/** How one kind of page of a site is read. */
export interface PageHealth {
  readonly page: PageKind
  readonly fields: readonly FieldHealth[]
}

/** What is wrong with how a site is read; nothing for none. */
export async function loadAlarms(store: StoreReader, platform: string | null, now: number): Promise<Alarm[]> {
  if (platform === null) return []
  return alarmsOf(
    (await store.readRates.all()).filter((row) => row.platform === platform),
    now,
  )
}

/** How each kind of page of a site is read, those looked at last first. */
export function pageHealth(site: Site, rates: readonly ReadRates[], now: number): PageHealth[] {
  const rules = fieldsOf(site)
  return rates
    .filter(({ platform }) => platform === site.id)
    .toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
    .map((row) => {
      const alarms = alarmsOf([row], now)
      return {
        page: row.page,
        fields: Object.entries(row.fields)
          // The length of captions is watched, but it is no field.
          .filter(([field]) => field !== TEXT_LENGTH)
          .map(([field, { steady, recent }]) => {
            const alarm = alarms.find((one) => one.field === field) ?? null
            // While something is wrong, what counts is how it is read since.
            const places = alarm ? recent : add(steady, recent)
            return {
              field,
              share: rateOf(places),
              of: Math.round(places.of),
              won: places.won,
              unverified: isUnverified(rules, field, row.page),
              alarm,
            }
          }),
      }
    })
}

/** A field that an adapter reads by a rule which no captured page has confirmed, and where; everywhere when `on` is null. */
export interface Unverified {
  readonly field: string
  readonly on: readonly PageKind[] | null
}

export function unverifiedFields(site: Site): Unverified[] {
  const found = fieldsOf(site).filter(({ unverified }) => unverified)
  return [...new Map(found.map((one) => [`${one.field} ${one.on?.join(' ')}`, one])).values()]
}

/** Whether all that reads the field on this kind of page is unconfirmed. */
function isUnverified(fields: readonly (Unverified & { unverified: boolean })[], field: string, page: PageKind) {
  const here = fields.filter((one) => one.field === field && (one.on?.includes(page) ?? true))
  return here.length > 0 && here.every(({ unverified }) => unverified)
}

/** Every field of every rule of an adapter. */
function fieldsOf(site: Site): (Unverified & { unverified: boolean })[] {
  const rules = [
    ...site.posts.map((rule) => ['post', rule] as const),
    ...(site.comments ?? []).map((rule) => ['comment', rule] as const),
    ...(site.profile ?? []).map((rule) => ['profile', rule] as const),
  ]
  return rules.flatMap(([noun, rule]) =>
    Object.entries(rule).map(([name, field]: [string, Field]) => ({
      field: `${noun}.${name}`,
      on: rule.on ?? null,
      unverified: typeof field === 'object' && 'unverified' in field && (field.unverified ?? false),
    })),
  )
}
