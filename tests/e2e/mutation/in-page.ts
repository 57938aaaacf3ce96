import { extract } from '../../../lib/sites/extract.ts'
import { sites } from '../../../lib/sites/index.ts'
import { generalChanges, withoutHook } from './changes.ts'
import type { Workpiece } from './changes.ts'
import { compare } from './compare.ts'
import type { Outcome } from './compare.ts'
import { instrument } from './hooks.ts'

/** What one change of a page did to its reading. */
export interface Row {
  change: string
  outcome: Outcome
  /** Of each field the change aimed at: how many of its values are still read. */
  aimed: { field: string; kept: number; of: number }[]
}

/** Reads the page it runs in, then again after each change; the page is left as it was. */
export function mutate(id: string, address: string, at: string): Row[] {
  const site = sites.find((one) => one.id === id)
  if (!site) throw new Error(`no adapter ${id}`)
  const now = new Date(at)
  const page: Workpiece = { root: document, renamed: new Map() }
  const watched = instrument(site, document)
  const before = extract(watched.site, document, address, { now })
  const read = () => extract(site, document, address, { now })
  const fingerprint = JSON.stringify(read().observation)
  const changes = [...generalChanges(document), ...watched.hooks().flatMap((hook) => withoutHook(hook) ?? [])]
  const rows = changes.map((change): Row => {
    const undo = change.apply(page)
    let after
    try {
      after = read()
    } finally {
      undo()
    }
    const outcome = compare(before, after, (element) => page.renamed.get(element) ?? element)
    const aimed = [...change.aims].flatMap((field) => {
      const tally = outcome.fields[field]
      return tally ? [{ field, ...tally }] : []
    })
    return { change: change.name, outcome, aimed }
  })
  if (JSON.stringify(read().observation) !== fingerprint) throw new Error('a change was not undone')
  return rows
}
