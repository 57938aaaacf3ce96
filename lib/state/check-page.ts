import type { Verdict } from '../domain/finding.ts'
import { accountKey, postKey } from '../domain/ids.ts'
import type { Observation } from '../domain/observation.ts'
import { assess } from '../guidelines/assess.ts'
import { wholeHandle } from '../sites/whole-names.ts'
import type { StoreReader } from '../store/interface.ts'

/**
 * How many of a page's posts pass, fail, or need a look, tracked or not. Nothing is stored. Of a post that is
 * stored the record has the verdict: it may have seen all of a caption that this page cuts.
 */
export async function verdictsOf(store: StoreReader, seen: Observation): Promise<Record<Verdict, number>> {
  const [guidelines, { jurisdiction }, waivers] = await Promise.all([
    store.guidelines.all(),
    store.settings.get(),
    store.waivers.all(),
  ])
  const counts: Record<Verdict, number> = { fail: 0, review: 0, pass: 0, unknown: 0 }
  const partnerOf = (handle: string) =>
    store.partners.byAccount(accountKey(seen.platform, wholeHandle(seen.platform, handle, seen.url)))
  for (const post of seen.posts) {
    const stored = post.id === null ? null : await store.assessments.get(postKey(seen.platform, post.id))
    if (stored) {
      counts[stored.verdict]++
      continue
    }
    const { handle } = post.author
    const partner = handle === null ? null : await partnerOf(handle)
    const { verdict } = assess({ ...post, platform: seen.platform, lang: seen.lang }, guidelines, {
      jurisdiction,
      relationship: partner?.relationship ?? null,
      partnerId: partner?.id ?? null,
      waivers,
    })
    counts[verdict]++
  }
  return counts
}
