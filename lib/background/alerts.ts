import type { Comment } from '../domain/comment.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post, Revision } from '../domain/post.ts'
import { assess } from '../guidelines/assess.ts'
import { isSponsored } from '../guidelines/sponsored.ts'
import { storedInput } from '../guidelines/stored-input.ts'
import { cadenceFor } from '../health/cadence.ts'
import { moodSettingsOf, moodTriggers } from '../health/comment-mood.ts'
import type { Heard } from '../health/comment-mood.ts'
import { deliveriesOf } from '../health/delivery.ts'
import { engagementRate } from '../health/engagement.ts'
import { communicationOf, replySettingsOf } from '../health/reply-times.ts'
import { dueStep } from '../partnership/ladder.ts'
import { isSpam, listen } from '../sentiment/signals/thread.ts'
import type { StoreReader } from '../store/interface.ts'
import { alertsOf, gravestFirst, joined } from '../watch/alerts.ts'
import type { Alert, SeenEdit } from '../watch/alerts.ts'
import { lostFields, withoutLost } from '../watch/drift.ts'
import { rankEdit } from '../watch/edits.ts'
import { readIncidentsAt } from './incidents-at.ts'
import { readAgreementHits } from './agreement-hits.ts'
import { readDraftHits } from './draft-live.ts'
import { readDueHits } from './plans.ts'
import { labelsAt } from '../watch/live-post.ts'
import type { Standards } from './judge.ts'
import { readWatched } from './watched.ts'

const DAY_MS = 86_400_000
/** A post's date may be older than its first sighting, as for health. */
const READ_BACK_MS = 120 * DAY_MS
/** Newest posts looked at for edits and for how a feed does. */
const POSTS = 60
/** Comments come to posts that were looked at lately; of these many posts, so many comments each. */
const HEARD = { posts: 10, comments: 500, days: 2 }

/** What needs a look at one partner now, from what is stored of it. */
export async function readAlerts(
  store: StoreReader,
  partner: Partner,
  standards: Pick<Standards, 'guidelines' | 'settings' | 'waivers'>,
  now: Date,
): Promise<Alert[]> {
  const time = now.getTime()
  const since = new Date(time - READ_BACK_MS).toISOString()
  const [stored, contacts, deliverables, rates, profiles] = await Promise.all([
    store.posts.ofPartner(partner.id, { since, limit: POSTS }),
    store.contacts.ofPartner(partner.id),
    store.deliverables.ofPartner(partner.id),
    store.readRates.all(),
    Promise.all(partner.accountKeys.map((account) => store.profiles.latest(account))),
  ])
  const lost = lostFields(rates, time)
  const posts = stored.map((post) => withoutLost(post, lost))
  const [assessments, edits, comments, linked] = await Promise.all([
    store.assessments.getMany(posts.map(({ id }) => id)),
    readEdits(store, posts, partner, standards),
    readComments(store, posts, time),
    store.posts.getMany(deliverables.flatMap(({ postId }) => postId ?? [])),
  ])
  const { health, jurisdiction } = standards.settings
  const incidents = await readIncidentsAt(store, partner.id, now.toISOString())
  const followersOf = new Map(profiles.flatMap((profile) => (profile ? [[profile.account, profile.followers]] : [])))
  const pastOf = (post: Post) => ({
    id: post.id,
    text: post.text,
    at: post.sortAt,
    sponsored: isSponsored(storedInput(post, []), jurisdiction),
    engagementRate: engagementRate(post.platform, [post], followersOf.get(post.account) ?? null, {
      formula: health.formulas?.[post.platform],
    }).rate,
  })
  const deliveries = deliveriesOf(
    deliverables,
    new Map(linked.map((post) => [post.id, post])),
    time,
    health,
    incidents.isSuspended,
  )
  const feeds = [...Map.groupBy(posts, ({ account }) => account).values()].map((feed) => feed.map(pastOf))
  const read = { partner, posts, contacts, deliveries, linked, feeds, now: time }
  const communication = communicationOf(contacts, time, replySettingsOf(partner, health))
  const escalation = dueStep(partner.protocol?.ladder ?? [], communication.open?.hours ?? null)
  const ofRecord = alertsOf({
    partner,
    posts,
    assessments,
    edits,
    communication,
    escalation: escalation && { ...escalation.step, index: escalation.index },
    cadence: cadenceFor(partner, contacts, health, time),
    deliveries,
    feeds,
    watched: await readWatched(store, read, standards),
    triggers: moodTriggers(comments, time, moodSettingsOf(standards.settings.watch)),
    settings: standards.settings.watch,
    now: time,
  })
  const ofDrafts = joined(partner.id, await readDraftHits(store, partner, standards, time))
  const ofAgreements = joined(
    partner.id,
    await readAgreementHits(store, { ...read, communication, incidents }, standards),
  )
  const ofPlans = joined(partner.id, await readDueHits(store, partner, time))
  return [...ofRecord, ...ofDrafts, ...ofAgreements, ...ofPlans].toSorted(gravestFirst)
}

/** Every change of caption that was seen whole before and after, ranked by the guidelines as they are now. */
async function readEdits(
  store: StoreReader,
  posts: readonly Post[],
  partner: Partner,
  { guidelines, settings, waivers }: Pick<Standards, 'guidelines' | 'settings' | 'waivers'>,
): Promise<SeenEdit[]> {
  const context = {
    jurisdiction: settings.jurisdiction,
    relationship: partner.relationship,
    partnerId: partner.id,
    waivers,
  }
  const versionOf = (post: Post, { text }: Revision, at: string) => {
    // What the page linked is known of the newest text only: both are judged by their words.
    const input = { ...storedInput(post, []), text, textComplete: true, hashtags: [], mentions: [], visibleText: null }
    const { findings } = assess(input, guidelines, { ...context, postId: post.id })
    return { text, labels: labelsAt(post, at), links: [], findings }
  }
  const all = await Promise.all(
    posts.map(async (post): Promise<SeenEdit[]> => {
      const whole = (await store.revisions.ofPost(post.id)).filter(({ textComplete }) => textComplete)
      return whole.slice(1).flatMap((after, i) => {
        const before = whole[i]
        if (!before || before.text === after.text) return []
        const ranked = rankEdit(versionOf(post, before, before.lastSeenAt), versionOf(post, after, after.firstSeenAt))
        const seen = {
          before: { text: before.text, at: before.lastSeenAt },
          after: { text: after.text, at: after.firstSeenAt },
        }
        return [{ post, at: after.firstSeenAt, ranked, ...seen }]
      })
    }),
  )
  return all.flat()
}

async function readComments(store: StoreReader, posts: readonly Post[], now: number): Promise<Heard[]> {
  const lately = posts.filter(({ lastSeenAt }) => now - Date.parse(lastSeenAt) < HEARD.days * DAY_MS)
  const found = await Promise.all(
    lately.slice(0, HEARD.posts).map(({ id }) => store.comments.ofPost(id, { limit: HEARD.comments })),
  )
  return found.flatMap((comments) =>
    listen(comments.map((comment) => Object.assign({ author: comment.authorHash }, comment))).map(heardOf),
  )
}

function heardOf(heard: ReturnType<typeof listen<Comment & { author: string | null }>>[number]): Heard {
  const { id, postId, publishedAt, firstSeenAt, tone } = heard.comment
  return { id, postId, at: Date.parse(publishedAt ?? firstSeenAt), label: tone.label, isSpam: isSpam(heard) }
}
