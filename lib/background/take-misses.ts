import type { Miss } from '../domain/miss.ts'
import type { StoreWriter } from '../store/interface.ts'
import { pastOf } from './look.ts'
import type { Sighting, TimedLook } from './look.ts'
import { missId, seeHit, seeMiss } from './record/miss.ts'
import type { MissPlace } from './record/miss.ts'
import { same } from './record/same.ts'

/** Takes in what a look found and did not find; true when a miss began or ended. */
export async function takeMisses(
  tx: StoreWriter,
  { observation, misses, fields }: Sighting,
  look: TimedLook,
): Promise<boolean> {
  const { platform, page } = observation
  const found = new Set(fields.filter(({ won }) => won.some((n) => n > 0)).map(({ field }) => field))
  let changed = false
  for (const field of found) {
    const place = { platform, page, field }
    const row = seeHit(await missOf(tx, place, look), place, look.at, look.url)
    if (row) await tx.put('misses', row)
    changed ||= row !== null
  }
  for (const { field, tried } of misses) {
    // The reader's doing, and over with this page.
    if (found.has(field) || field === 'page.translated') continue
    const place = { platform, page, field }
    const known = await missOf(tx, place, look)
    const row = seeMiss(known, place, tried, look.at, look.url)
    if (!row || (known && same(known, row))) continue
    await tx.put('misses', row)
    changed ||= known?.firstMissAt !== row.firstMissAt
  }
  return changed
}

async function missOf(tx: StoreWriter, place: MissPlace, look: TimedLook): Promise<Miss | null> {
  const known = await tx.misses.get(missId(place))
  if (!known) return null
  const past = (at: string | null) => at && pastOf(at, look)
  return {
    ...known,
    firstMissAt: past(known.firstMissAt),
    lastMissAt: past(known.lastMissAt),
    lastHitAt: past(known.lastHitAt),
  }
}
