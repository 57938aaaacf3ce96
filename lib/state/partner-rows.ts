import { readSummaries } from '../background/summary.ts'
import type { Partner } from '../domain/partner.ts'
import type { Health } from '../health/types.ts'
import type { StoreReader } from '../store/interface.ts'

/** One line of the partners table. */
export interface PartnerRow {
  partner: Partner
  health: Health
  posts: number
  /** When one of its posts was last on screen; null when none was. */
  lastSeenAt: string | null
  /** Posts by verdict; what needs no look is not counted. */
  fail: number
  review: number
}

export const sortKeys = ['health', 'name', 'posts', 'seen', 'findings'] as const
export type SortKey = (typeof sortKeys)[number]

export interface PartnerRows {
  readonly rows: readonly PartnerRow[]
  /** Partners whose row shows what was last known, or is still to come. */
  readonly updating: number
  /** Whose summary the background should keep anew. */
  readonly outdated: number
}

/** Everyone as last worked out; reads no posts but of the few whose summary is out of date. */
export async function loadPartnerRows(store: StoreReader, now: number): Promise<PartnerRows> {
  const { all, updating, outdated } = await readSummaries(store, new Date(now))
  const rows = all.flatMap(({ partner, value }) => {
    if (value === null) return []
    const { health, posts, lastSeenAt, fail, review } = value
    return [{ partner, health, posts, lastSeenAt, fail, review }]
  })
  return { rows, updating, outdated }
}

export const isSortKey = (text: string | undefined): text is SortKey => sortKeys.some((key) => key === text)

const bandOrder = { critical: 0, act: 1, watch: 2, good: 3, unknown: 4 } as const

/** What a row must be to be shown; a part that is left out or empty asks nothing. */
export interface PartnerFilter {
  /** In its name, handles or tags; all of them. */
  words?: string | undefined
  band?: string | undefined
  tag?: string | undefined
  /** A platform one of its accounts is on. */
  site?: string | undefined
}

function fits({ partner, health }: PartnerRow, { words = '', band, tag, site }: PartnerFilter): boolean {
  if (band && health.band !== band) return false
  if (tag && !partner.tags.includes(tag)) return false
  if (site && !partner.accounts.some(({ platform }) => platform === site)) return false
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return true
  const text = [partner.name, ...partner.accounts.map((account) => account.handle), ...partner.tags]
    .join(' ')
    .toLocaleLowerCase()
  return wanted.every((word) => text.includes(word))
}

/**
 * Rows that fit the filter, in order. Health begins with whoever needs attention
 * most: by band, then by score; those without a score come last.
 */
export function arrangePartners(
  rows: readonly PartnerRow[],
  { sort, descending, ...filter }: PartnerFilter & { sort: SortKey; descending: boolean },
): PartnerRow[] {
  const found = rows.filter((row) => fits(row, filter))
  const compare: Record<SortKey, (a: PartnerRow, b: PartnerRow) => number> = {
    health: (a, b) =>
      bandOrder[a.health.band] - bandOrder[b.health.band] || (a.health.score ?? 101) - (b.health.score ?? 101),
    name: () => 0,
    posts: (a, b) => a.posts - b.posts,
    seen: (a, b) => (a.lastSeenAt ?? '').localeCompare(b.lastSeenAt ?? ''),
    findings: (a, b) => a.fail - b.fail || a.review - b.review,
  }
  const byName = (a: PartnerRow, b: PartnerRow) => a.partner.name.localeCompare(b.partner.name)
  const sign = descending ? -1 : 1
  return found.toSorted((a, b) => sign * (compare[sort](a, b) || (sort === 'name' ? byName(a, b) : 0)) || byName(a, b))
}
