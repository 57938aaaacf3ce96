import type { Miss } from '../../domain/miss.ts'
import type { PageKind } from '../../domain/observation.ts'
import { earlier, later } from './timeline.ts'

/** One field on one kind of page of one site. */
export interface MissPlace {
  readonly platform: string
  readonly page: PageKind
  readonly field: string
}

/** Where a field that is found all the time is still written down: at most once an hour. */
const HIT_EVERY_MS = 3_600_000

export function missId({ platform, page, field }: MissPlace): string {
  return `${platform}|${page}|${field}`
}

/** The field was looked for and not found. A look older than the last find says nothing new. */
export function seeMiss(
  known: Miss | null,
  place: MissPlace,
  tried: readonly string[],
  at: string,
  url: string,
): Miss | null {
  if (known?.lastHitAt && at <= known.lastHitAt) return null
  const isNewest = !known?.lastMissAt || at >= known.lastMissAt
  return {
    id: missId(place),
    platform: place.platform,
    page: place.page,
    field: place.field,
    tried: known && !isNewest ? known.tried : [...tried],
    firstMissAt: known?.firstMissAt ? earlier(known.firstMissAt, at) : at,
    lastMissAt: known?.lastMissAt ? later(known.lastMissAt, at) : at,
    lastHitAt: known?.lastHitAt ?? null,
    lastUrl: known && !isNewest ? known.lastUrl : url,
  }
}

/** The field was found: an open miss before it ends. Returns null when there is nothing worth writing. */
export function seeHit(known: Miss | null, place: MissPlace, at: string, url: string): Miss | null {
  const wasMissing = known?.firstMissAt !== undefined && known.firstMissAt !== null && known.firstMissAt < at
  const isDue = !known?.lastHitAt || Date.parse(at) - Date.parse(known.lastHitAt) >= HIT_EVERY_MS
  if (!wasMissing && !isDue) return null
  // Missed again after this (late) find: since when exactly is not known, the last time is.
  const stillMissing = known?.lastMissAt !== undefined && known.lastMissAt !== null && known.lastMissAt > at
  return {
    id: missId(place),
    platform: place.platform,
    page: place.page,
    field: place.field,
    tried: known?.tried ?? [],
    firstMissAt: stillMissing ? known.lastMissAt : null,
    lastMissAt: stillMissing ? known.lastMissAt : null,
    lastHitAt: known?.lastHitAt ? later(known.lastHitAt, at) : at,
    lastUrl: known?.lastUrl ?? url,
  }
}
