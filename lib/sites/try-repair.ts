import type { Count } from '../domain/count.ts'
import type { Observation } from '../domain/observation.ts'
import type { Repair } from '../domain/override.ts'
import { nounOf } from '../domain/repairable.ts'
import type { extract } from './extract.ts'
import { repairSite } from './repair-site.ts'
import type { Site } from './types.ts'

/** Milliseconds for trying one way on the page. */
const BUDGET = 120
/** First values shown. */
const FIRST = 3

/** What an override reads on the page that is open. */
export interface Trial {
  /** Posts, comments or headers here, and in how many of them it finds the field. */
  readonly of: number
  readonly read: number
  /** The first values, as they would be kept. */
  readonly values: readonly (string | Count)[]
}

/** Reads the page with an override in place, by the one interpreter of adapters, and tells what came of it. */
export function tryRepair(
  site: Site,
  repair: Repair,
  page: { root: Document; address: string; now: Date; clock: () => number; read: typeof extract },
): Trial {
  const { observation, fields } = page.read(repairSite(site, [repair]), page.root, page.address, {
    now: page.now,
    clock: page.clock,
    budget: BUDGET,
  })
  const noun = nounOf(repair.field)
  const items = itemsOf(observation, noun)
  const [, field] = repair.field.split('.')
  if (field === undefined) {
    const values = items.flatMap((item) => valueOf(item, 'text') ?? valueOf(item, 'handle') ?? [])
    return { of: items.length, read: items.length, values: values.slice(0, FIRST) }
  }
  const seen = fields.find((one) => one.field === repair.field)
  const values = items.flatMap((item) => valueOf(item, field) ?? [])
  return { of: seen?.of ?? items.length, read: seen?.won[0] ?? 0, values: values.slice(0, FIRST) }
}

type Item = Readonly<Record<string, unknown>>

function itemsOf({ profile, posts }: Observation, noun: ReturnType<typeof nounOf>): Item[] {
  if (noun === 'profile') return profile ? [profile] : []
  return noun === 'post' ? posts : posts.flatMap(({ comments }) => comments)
}

function valueOf(item: Item, field: string): string | Count | null {
  const { author, metrics } = item as { author?: Item; metrics?: Item }
  const value = metrics?.[field] ?? (field === 'handle' || field === 'name' ? (author ?? item)[field] : item[field])
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'object' && value !== null && 'step' in value ? (value as Count) : null
}
