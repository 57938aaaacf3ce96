import type { Extract } from '../../../lib/sites/types.ts'
import { alarmsOf } from '../../../lib/watch/drift.ts'
import type { ReadRates } from '../../../lib/domain/read-rates.ts'
import { seeRates } from '../../../lib/watch/read-rates.ts'

/** Pages that somebody opened while the site was as before: from so many the drift watch knows what is usual. */
const BEFORE = 60
/** Pages opened since the change. */
const SINCE = 10
const START = Date.parse('2026-11-01T08:00:00.000Z')
const HOUR = 3_600_000

/**
 * The fields that the drift watch names after some pages like `after`, where all pages before were like `before`:
 * what is not on every post is missed on none, only its rate over many pages tells that it is gone.
 */
export function driftOf(before: Extract, after: Extract): ReadonlySet<string> {
  const looks = [...Array<Extract>(BEFORE).fill(before), ...Array<Extract>(SINCE).fill(after)]
  let rates: ReadRates | null = null
  for (const [visit, { observation, fields, misses }] of looks.entries()) {
    const { platform, page, url, profile, posts } = observation
    rates = seeRates(rates, {
      // Each is another page: the same one again says nothing new.
      observation: { platform, page, url: `${url}#${visit}`, profile, posts },
      fields,
      misses,
      at: new Date(START + visit * HOUR).toISOString(),
    })
  }
  const alarms = alarmsOf(rates ? [rates] : [], START + looks.length * HOUR)
  return new Set(alarms.filter(({ code }) => code !== 'fallback').map(({ field }) => field))
}
