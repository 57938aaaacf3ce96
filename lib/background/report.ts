import type { Incident } from '../domain/incident.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post, ProfileSnapshot } from '../domain/post.ts'
import type { Report, ReportKind } from '../domain/report.ts'
import { cadenceFor } from '../health/cadence.ts'
import type { Heard } from '../health/comment-mood.ts'
import { deliveriesOf } from '../health/delivery.ts'
import { engagementRate, newestFollowers } from '../health/engagement.ts'
import { communicationOf, replySettingsOf } from '../health/reply-times.ts'
import type { PartnerFacts } from '../reports/facts.ts'
import { READ_BACK_DAYS } from '../reports/period.ts'
import { incidentProgress } from '../partnership/incident.ts'
import { reportOf } from '../reports/report-of.ts'
import { isSpam, listen } from '../sentiment/signals/thread.ts'
import type { StoreReader } from '../store/interface.ts'
import { sortOut } from '../watch/alerts.ts'
import { lostFields, profileWithoutLost, withoutLost } from '../watch/drift.ts'
import { readAlerts } from './alerts.ts'
import { asOf } from './as-of.ts'
import { readIncidentsAt } from './incidents-at.ts'
import { readChange, readHealth } from './health.ts'
import { readStandards, type Standards } from './judge.ts'

const DAY_MS = 86_400_000
/** As the charts read: posts of each account, and those whose comments are heard, with so many comments each. */
const POSTS = 100
const HEARD_POSTS = 30
const HEARD_COMMENTS = 200

/**
 * A report of the record as it was known at `now`, by the functions that the pages use: report and page never
 * disagree. `partnerId` null: about everyone. Null when there is no such partner.
 */
export async function readReport(
  store: StoreReader,
  kind: ReportKind,
  partnerId: string | null,
  now: Date,
): Promise<Report | null> {
  const at = now.toISOString()
  const partners = (await store.partners.all()).filter(
    ({ id, createdAt }) => createdAt <= at && (partnerId === null || id === partnerId),
  )
  if (partnerId !== null && partners.length === 0) return null
  const standards = await readStandards(store)
  const facts: PartnerFacts[] = []
  // One after the other: a team's whole record need not be in memory at once.
  for (const partner of partners) facts.push(await readFacts(store, partner, standards, now, kind))
  return reportOf(kind, { partners: facts, partnerId }, standards.guidelines, now.getTime())
}

/** What is known of one partner at `now`, as reports and reviews tell it. */
export async function readFacts(
  store: StoreReader,
  partner: Partner,
  standards: Standards,
  now: Date,
  kind: ReportKind,
): Promise<PartnerFacts> {
  const [time, at] = [now.getTime(), now.toISOString()]
  const since = new Date(time - READ_BACK_DAYS * DAY_MS).toISOString()
  const [health, alerts, states, recent, contacts, promised, pulses, rates, profiles, incidents] = await Promise.all([
    readHealth(store, partner, now),
    readAlerts(store, partner, standards, now),
    store.alertStates.all(),
    store.posts.ofPartner(partner.id, { since }),
    store.contacts.ofPartner(partner.id),
    store.deliverables.ofPartner(partner.id),
    store.pulses.ofPartner(partner.id),
    store.readRates.all(),
    Promise.all(partner.accountKeys.map((account) => store.profiles.ofAccount(account))),
    readIncidentsAt(store, partner.id, at),
  ])
  const read = new Set(recent.map(({ id }) => id))
  const about = incidents.known.flatMap((one) => incidentProgress(one).evidence.filter((id) => id.includes(':')))
  const linked = [...promised.flatMap(({ postId }) => postId ?? []), ...about].filter((id) => !read.has(id))
  const stored = [...recent, ...(await store.posts.getMany([...new Set(linked)]))].filter(
    ({ firstSeenAt }) => firstSeenAt <= at,
  )
  const known = await asOf(store, stored, await store.assessments.getMany(stored.map(({ id }) => id)), time)
  const lost = lostFields(rates, time)
  const posts = known.posts.map((post) => withoutLost(post, lost)).toSorted(newestFirst)
  const shown = profiles.map((all) => all.flatMap((profile) => profileAt(profile, at)))
  const touches = contacts.filter((contact) => contact.at <= at)
  const { health: settings } = standards.settings
  return {
    partner,
    health,
    change: await readChange(store, partner, health, now),
    alerts: sortOut(alerts, states, time).shown,
    deliveries: deliveriesOf(
      promised.filter(({ createdAt }) => createdAt <= at),
      new Map(posts.map((post) => [post.id, post])),
      time,
      settings,
      incidents.isSuspended,
    ),
    contacts: touches,
    incidents: incidents.known.toSorted(oldestFirst),
    communication: communicationOf(touches, time, replySettingsOf(partner, settings)),
    cadence: cadenceFor(partner, touches, settings, time),
    pulses: pulses.filter((pulse) => pulse.at <= at),
    posts,
    assessments: known.assessments,
    profiles: shown.flat(),
    engagement: partner.accounts.map(({ platform, handle }, i) => {
      const account = partner.accountKeys[i] ?? ''
      const own = posts.filter((post) => post.account === account).slice(0, POSTS)
      const looks = (shown[i] ?? []).map((profile) => profileWithoutLost(profile, lost))
      return {
        platform,
        handle,
        rate: engagementRate(platform, own, newestFollowers(looks), {
          now: time,
          formula: settings.formulas?.[platform],
        }),
        profileId: looks.findLast(({ followers }) => followers !== null)?.id ?? null,
      }
    }),
    // An incident's comments are those under its own posts, however old; every other figure is of the newest posts.
    heard: await readHeard(
      store,
      kind === 'incident' ? posts.filter(({ id }) => about.includes(id)) : posts.slice(0, HEARD_POSTS),
      at,
    ),
  }
}

/** A look at a profile that was already taken at `at`; it was not seen for longer than until then. */
function profileAt(profile: ProfileSnapshot, at: string): ProfileSnapshot[] {
  if (profile.at > at) return []
  return [profile.lastSeenAt <= at ? profile : { ...profile, lastSeenAt: at }]
}

async function readHeard(store: StoreReader, posts: readonly Post[], at: string): Promise<Heard[]> {
  const threads = await Promise.all(
    posts.map(async ({ id }) => {
      const stored = await store.comments.ofPost(id, { limit: HEARD_COMMENTS })
      const known = stored.filter(({ firstSeenAt }) => firstSeenAt <= at)
      return listen(known.map((comment) => Object.assign({ author: comment.authorHash }, comment)))
    }),
  )
  return threads.flatMap((thread) =>
    thread.map((heard): Heard => {
      const { id, postId, publishedAt, firstSeenAt, tone } = heard.comment
      return { id, postId, at: Date.parse(publishedAt ?? firstSeenAt), label: tone.label, isSpam: isSpam(heard) }
    }),
  )
}

const oldestFirst = (a: Incident, b: Incident) =>
  a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? -1 : 1

/** By time, then by id: the order must not depend on how rows were stored. */
function newestFirst(a: Post, b: Post): number {
  if (a.sortAt !== b.sortAt) return a.sortAt < b.sortAt ? 1 : -1
  return a.id < b.id ? -1 : 1
}
