import type { Partner } from '../domain/partner.ts'
import { healthOf } from '../health/health-of.ts'
import type { Health } from '../health/types.ts'
import type { StoreReader } from '../store/interface.ts'
import { lostFields, profileWithoutLost, withoutLost } from '../watch/drift.ts'

/** The health's window reaches back 90 days; a post's date may be days older than its first sighting. */
const READ_BACK_MS = 120 * 86_400_000

/** A partner's health from what is stored of it now. */
export async function readHealth(store: StoreReader, partner: Partner, now: Date): Promise<Health> {
  const since = new Date(now.getTime() - READ_BACK_MS).toISOString()
  const deliverables = await store.deliverables.ofPartner(partner.id)
  const recent = await store.posts.ofPartner(partner.id, { since })
  const read = new Set(recent.map(({ id }) => id))
  // However old a deliverable's post is: the first lateness is let off, so all of them are looked at.
  const linked = deliverables.flatMap(({ postId }) => (postId === null || read.has(postId) ? [] : postId))
  const posts = [...recent, ...(await store.posts.getMany(linked))]
  const [assessments, contacts, pulses, settings, profiles, rates] = await Promise.all([
    store.assessments.getMany(posts.map((post) => post.id)),
    store.contacts.ofPartner(partner.id),
    store.pulses.ofPartner(partner.id),
    store.settings.get(),
    Promise.all(partner.accountKeys.map((account) => store.profiles.latest(account))),
    store.readRates.all(),
  ])
  // A figure that is read wrongly now is no ground for a judgement, nor is its last value.
  const lost = lostFields(rates, now.getTime())
  return healthOf({
    partner,
    posts: posts.map((post) => withoutLost(post, lost)),
    assessments,
    contacts,
    deliverables,
    pulses,
    settings: settings.health,
    profiles: profiles.filter((profile) => profile !== null).map((profile) => profileWithoutLost(profile, lost)),
    now: now.getTime(),
  })
}
