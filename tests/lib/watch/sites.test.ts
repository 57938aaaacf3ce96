import { assert, property, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadRates } from '../../../lib/domain/read-rates.ts'
import { extract } from '../../../lib/sites/extract.ts'
import { sites } from '../../../lib/sites/index.ts'
import type { Site } from '../../../lib/sites/types.ts'
import { alarmsOf } from '../../../lib/watch/drift.ts'
import { seeRates } from '../../../lib/watch/read-rates.ts'
import { servePage, urls } from '../../sample-sites/index.ts'
import { fixtures } from '../sites/fixture-loop.ts'
import { NOW } from '../sites/read-fixture.ts'

/** The fixtures, and the pages that the README shows. */
const pages = [
  ...fixtures().map(({ site, html, url }) => ({ site, url, html })),
  ...urls(new Date(NOW)).map(({ site, url }) => ({ site, url, html: servePage(url, new Date(NOW)) ?? '' })),
]

/** What the site's sample pages give, each read once. */
const readingsOf = (site: Site) =>
  pages
    .filter((page) => page.site === site.id)
    .map(({ html, url }) => ({
      url,
      reading: extract(site, new DOMParser().parseFromString(html, 'text/html'), url, { now: new Date(NOW) }),
    }))

describe('the pages of a site as it is', () => {
  it.each(sites.map((site) => [site.name, site] as const))('raise no alarm on %s, in whatever order', (_name, site) => {
    const readings = readingsOf(site)
    const rounds = [...readings, ...readings, ...readings, ...readings]
    assert(
      property(shuffledSubarray(rounds, { minLength: rounds.length }), (visits) => {
        const rows = new Map<string, ReadRates>()
        for (const [visit, { url, reading }] of visits.entries()) {
          const { observation, fields, misses } = reading
          const { page } = observation
          const at = new Date(Date.parse(NOW) + visit * 60_000).toISOString()
          // Each visit is of another post or profile of the same shape.
          const look = { observation: { ...observation, url: `${url}#${visit}` }, fields, misses, at }
          rows.set(page, seeRates(rows.get(page) ?? null, look))
          // A site's old design is read by other ways than its new one, and that is said; nothing is wrong.
          const wrong = alarmsOf([...rows.values()], Date.parse(at)).filter(({ code }) => code !== 'fallback')
          expect(wrong).toEqual([])
        }
      }),
      { numRuns: 25, seed: 1 },
    )
  })
})
