import type { MissSeen, Observation } from '../../../lib/domain/observation.ts'
import { extract } from '../../../lib/sites/extract.ts'
import { sites } from '../../../lib/sites/index.ts'

/** What a reading of a fixture comes to; it is always made at `NOW`. */
export interface Read {
  observation: Omit<Observation, 'seenAt'>
  misses: MissSeen[]
}

/** The moment at which every fixture is read: "3h" on a page is three hours before. */
export const NOW = '2026-11-22T12:00:00.000Z'

/** Reads a fixture's document as the content script would: in Node, and bundled in a page. */
export function readFixture(root: ParentNode, id: string, url: string): Read {
  const site = sites.find((one) => one.id === id)
  if (!site) throw new Error(`no adapter ${id}`)
  const { observation, misses } = extract(site, root, url, { now: new Date(NOW) })
  const { seenAt: _seenAt, ...seen } = observation
  return { observation: seen, misses: [...misses] }
}
