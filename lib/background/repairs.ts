import type { Repair } from '../domain/override.ts'
import type { StoreReader } from '../store/interface.ts'
import { hashOf } from '../text/hash.ts'

/** A site's overrides that are switched on, and a key that names exactly these; '' for none. */
export async function repairsFor(store: StoreReader, platform: string): Promise<{ key: string; rules: Repair[] }> {
  const all = await store.overrides.all()
  const rules = all
    .filter((override) => override.platform === platform && override.enabled)
    .map(({ field, page, select, attr, saying, within }) => ({ field, page, select, attr, saying, within }))
  return { key: rules.length === 0 ? '' : hashOf(JSON.stringify(rules)).toString(36), rules }
}
