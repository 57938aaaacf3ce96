import type { Repair } from '../domain/override.ts'
import type { extract } from '../sites/extract.ts'
import type { Site } from '../sites/types.ts'

export type RepairSite = (site: Site, repairs: readonly Repair[]) => Site

/** All our scripts run in the extension's isolated world: the page cannot see this property of its global. */
const SLOT = Symbol.for('rapport.repair')
const HERE = Symbol.for('rapport.adapter')
type World = typeof globalThis & { [SLOT]?: RepairSite; [HERE]?: AdapterHere }

/** Says that overrides can be applied here: few pages have any, so no site's script carries how. */
export function offerRepair(repair: RepairSite) {
  ;(globalThis as World)[SLOT] = repair
}

/** The adapter with a person's overrides; as it is where there are none. */
export function repaired(site: Site, repairs: readonly Repair[]): Site {
  return repairs.length === 0 ? site : ((globalThis as World)[SLOT]?.(site, repairs) ?? site)
}

/** By which adapter, with a person's overrides, this page is read, and what reads with one. */
export interface AdapterHere {
  site: Site
  readonly read: typeof extract
}

export const offerAdapter = (here: AdapterHere): AdapterHere => ((globalThis as World)[HERE] = here)

/** Null where no script of a site runs in this page. */
export const adapterHere = (): AdapterHere | null => (globalThis as World)[HERE] ?? null
