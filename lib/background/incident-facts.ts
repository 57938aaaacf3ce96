import type { Incident } from '../domain/incident.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import { incidentProgress } from '../partnership/incident.ts'
import type { IncidentFacts } from '../partnership/incident-facts.ts'
import type { StoreReader } from '../store/interface.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Posts of an incident that are looked at, comments of each, and the comments a capture quotes. */
const MOST = { posts: 20, comments: 500, quoted: 20 }

const postIdsOf = (evidence: readonly string[]) => evidence.filter((id) => id.includes(':')).slice(0, MOST.posts)

/** What the record knows of an incident now, for the cells of its matrix (relationship.md B3). */
export async function readIncidentFacts(
  store: StoreReader,
  partner: Partner,
  incident: Incident,
  now: Date,
): Promise<IncidentFacts> {
  const posts = await store.posts.getMany(postIdsOf(incidentProgress(incident).evidence))
  const accounts = posts.length > 0 ? [...new Set(posts.map(({ account }) => account))] : partner.accountKeys
  const [profiles, assessments, incidents, contacts] = await Promise.all([
    Promise.all(accounts.map((account) => store.profiles.latest(account))),
    store.assessments.getMany(posts.map(({ id }) => id)),
    store.incidents.ofPartner(partner.id),
    store.contacts.ofPartner(partner.id),
  ])
  const followers = profiles.flatMap((one) => (one?.followers ? [{ id: one.id, value: one.followers.value }] : []))
  const viewed = posts.flatMap(({ id, metrics }) => (metrics.views ? [{ id, value: metrics.views.value }] : []))
  const broken = assessments.flatMap(({ postId, findings }) =>
    findings
      .filter(({ weight, waived }) => weight === 'must' && waived === undefined)
      .filter(({ status }) => status === 'fail' || status === 'missing')
      .map(({ kind, severity }) => ({ postId, severity: kind === 'disclosure' ? ('high' as const) : severity })),
  )
  const worst = (['high', 'medium', 'low'] as const).find((level) => broken.some(({ severity }) => severity === level))
  return {
    followers: summed(followers),
    views: summed(viewed),
    platforms: [...new Set(posts.map(({ platform }) => platform))],
    postIds: posts.map(({ id }) => id),
    velocity: await velocityOf(store, posts, now.getTime()),
    breach:
      assessments.length === 0
        ? null
        : {
            worst: worst ?? 'none',
            ids: broken.length > 0 ? [...new Set(broken.map(({ postId }) => postId))] : posts.map(({ id }) => id),
          },
    prior: incidents.filter((one) => one.id !== incident.id && isReal(one)).map(({ id }) => id),
    response: responseOf(contacts, incident.createdAt, now.getTime()),
  }
}

const isReal = (incident: Incident): boolean => {
  const { status } = incidentProgress(incident)
  return status !== 'rejected' && status !== 'invalid' && status !== 'duplicate'
}

function summed(found: readonly { id: string; value: number }[]): { value: number; ids: string[] } | null {
  if (found.length === 0) return null
  return { value: found.reduce((sum, { value }) => sum + value, 0), ids: found.map(({ id }) => id) }
}

/** Comments of the last 24 hours against the mean of the seven days before. */
async function velocityOf(store: StoreReader, posts: readonly Post[], now: number): Promise<IncidentFacts['velocity']> {
  const lists = await Promise.all(posts.map(({ id }) => store.comments.ofPost(id, { limit: MOST.comments })))
  const times = lists.flat().map(({ publishedAt, firstSeenAt }) => Date.parse(publishedAt ?? firstSeenAt))
  const within = (from: number, to: number) => times.filter((at) => at > now - from && at <= now - to).length
  const [today, week] = [within(DAY, 0), within(8 * DAY, DAY)]
  return today + week === 0 ? null : { today, mean: week / 7 }
}

/** Whether the creator has answered since the day before it was opened; null where nobody has written since. */
function responseOf(
  contacts: readonly { id: string; at: string; direction: 'in' | 'out' }[],
  openedAt: string,
  now: number,
): IncidentFacts['response'] {
  const since = Date.parse(openedAt) - DAY
  const lately = contacts.filter(({ at }) => Date.parse(at) >= since && Date.parse(at) <= now)
  const [newest] = lately.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  if (!newest) return null
  const waitingHours = newest.direction === 'in' ? null : (now - Date.parse(newest.at)) / HOUR
  return { waitingHours, ids: [newest.id] }
}

/** How what an incident is about stands now, for its evidence: texts whole, figures as last shown, findings, some comments. */
export async function readCapture(store: StoreReader, incident: Incident, at: string) {
  const posts = await store.posts.getMany(postIdsOf(incidentProgress(incident).evidence))
  const captured = await Promise.all(
    posts.map(async (post) => {
      const [assessment, comments, count] = await Promise.all([
        store.assessments.get(post.id),
        store.comments.ofPost(post.id, { limit: MOST.quoted }),
        store.comments.countOfPost(post.id),
      ])
      const { id, url, text, textComplete, publishedAt, metrics, labels, lastSeenAt } = post
      return {
        id,
        url,
        text: text.slice(0, 10_000),
        textComplete: textComplete && text.length <= 10_000,
        publishedAt,
        metrics,
        labels,
        seenAt: lastSeenAt,
        findings: (assessment?.findings ?? [])
          .filter(({ status }) => status === 'fail' || status === 'missing' || status === 'review')
          .slice(0, 10)
          .map(({ ruleId, kind, value, status, severity, evidence }) => ({
            ruleId,
            kind,
            value,
            status,
            severity,
            quotes: evidence.slice(0, 3).map(({ quote }) => quote.slice(0, 300)),
          })),
        comments: comments.map((comment) => ({ text: comment.text.slice(0, 500), seenAt: comment.lastSeenAt })),
        commentsStored: count,
      }
    }),
  )
  return { at, posts: captured.slice(0, 10) }
}
