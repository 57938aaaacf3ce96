import type { Partner } from '../domain/partner.ts'
import type { Post, ProfileSnapshot } from '../domain/post.ts'
import { checkedPosts, healthOf } from '../health/health-of.ts'
import { readIncidentsAt } from './incidents-at.ts'
import { readPlansAt, reviewPenalties } from './plans.ts'
import type { Health } from '../health/types.ts'
import type { StoreReader } from '../store/interface.ts'
import { asOf } from './as-of.ts'
import { lostFields, profileWithoutLost, withoutLost } from '../watch/drift.ts'

/** The health's window reaches back 90 days; a post's date may be days older than its first sighting. */
const READ_BACK_MS = 120 * 86_400_000

/** Newest posts of the window that engagement is measured by: more than two a day make no other median. */
const POSTS = 200

/** A partner's health from what was stored of it until `now`: a past moment knows nothing of what was seen later. */
export async function readHealth(store: StoreReader, partner: Partner, now: Date): Promise<Health> {
  const time = now.getTime()
  const since = new Date(time - READ_BACK_MS).toISOString()
  const until = now.toISOString()
  // All that does not wait for the posts is asked for at once: each turn to the record costs more than what it reads.
  const [deliverables, recent, contacts, pulses, settings, profiles, rates, incidents, plans] = await Promise.all([
    store.deliverables.ofPartner(partner.id),
    store.posts.ofPartner(partner.id, { since, until, limit: POSTS }),
    store.contacts.ofPartner(partner.id),
    store.pulses.ofPartner(partner.id),
    store.settings.get(),
    Promise.all(partner.accountKeys.map((account) => latestProfile(store, account, until))),
    store.readRates.all(),
    readIncidentsAt(store, partner.id, until),
    readPlansAt(store, partner.id, until),
  ])
  const { openItems, isSuspended } = incidents
  const { sheets } = plans
  const read = new Set(recent.map(({ id }) => id))
  // However old a deliverable's post is: the first lateness is let off, so all of them are looked at.
  const linked = deliverables.flatMap(({ postId }) => (postId === null || read.has(postId) ? [] : postId))
  const isKnown = ({ firstSeenAt }: Post) => firstSeenAt <= until
  const [older, judgedRecent] = await Promise.all([
    store.posts.getMany(linked),
    store.assessments.getMany(checkedPosts(recent.filter(isKnown), time).map(({ id }) => id)),
  ])
  const stored = [...recent, ...older].filter(isKnown)
  const checked = checkedPosts(stored, time).map(({ id }) => id)
  const missing = checked.filter((id) => older.some((post) => post.id === id))
  const judgedOlder = missing.length === 0 ? [] : await store.assessments.getMany(missing)
  const byPost = new Map([...judgedRecent, ...judgedOlder].map((one) => [one.postId, one]))
  const judged = checked.flatMap((id) => byPost.get(id) ?? [])
  const { posts, assessments } = await asOf(store, stored, judged, time)
  // A figure that is read wrongly now is no ground for a judgement, nor is its last value.
  const lost = lostFields(rates, time)
  return healthOf({
    partner,
    posts: posts.map((post) => withoutLost(post, lost)),
    assessments,
    contacts,
    deliverables,
    pulses,
    settings: settings.health,
    openItems,
    penalties: reviewPenalties(sheets, time, settings.plans),
    isSuspended,
    profiles: profiles.filter((profile) => profile !== null).map((profile) => profileWithoutLost(profile, lost)),
    now: time,
  })
}

/** Days back that the change of a score looks. */
const CHANGE_DAYS = 30

/** Points the score has gained or lost in 30 days; null where either moment has no score (relationship.md B10). */
export async function readChange(
  store: StoreReader,
  partner: Partner,
  health: Pick<Health, 'score'>,
  now: Date,
): Promise<number | null> {
  if (health.score === null) return null
  const before = await readHealth(store, partner, new Date(now.getTime() - CHANGE_DAYS * 86_400_000))
  return before.score === null ? null : Math.round((health.score - before.score) * 10) / 10
}

async function latestProfile(store: StoreReader, account: string, at: string): Promise<ProfileSnapshot | null> {
  const latest = await store.profiles.latest(account)
  if (latest === null || latest.at <= at) return latest
  return (await store.profiles.ofAccount(account)).findLast((profile) => profile.at <= at) ?? null
}
