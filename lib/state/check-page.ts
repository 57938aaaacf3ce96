import type { Verdict } from '../domain/finding.ts'
import { accountKey } from '../domain/ids.ts'
import type { Observation } from '../domain/observation.ts'
import { assess } from '../guidelines/assess.ts'
import type { StoreReader } from '../store/interface.ts'

/** How many of a page's posts pass, fail, or need a look, tracked or not. Nothing is stored. */
export async function verdictsOf(store: StoreReader, seen: Observation): Promise<Record<Verdict, number>> {
  const [guidelines, { jurisdiction }] = await Promise.all([store.guidelines.all(), store.settings.get()])
  const counts: Record<Verdict, number> = { fail: 0, review: 0, pass: 0, unknown: 0 }
  for (const post of seen.posts) {
    const { handle } = post.author
    const partner = handle === null ? null : await store.partners.byAccount(accountKey(seen.platform, handle))
    const { verdict } = assess({ ...post, platform: seen.platform, lang: seen.lang }, guidelines, {
      jurisdiction,
      relationship: partner?.relationship ?? null,
      partnerId: partner?.id ?? null,
    })
    counts[verdict]++
  }
  return counts
}
