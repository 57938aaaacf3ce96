import { toneOfMessages } from '../background/message-tone.ts'
import { readSummary } from '../background/summary.ts'
import type { Assessment } from '../domain/assessment.ts'
import type { Contact } from '../domain/contact.ts'
import type { Finding } from '../domain/finding.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Letter } from '../domain/letter.ts'
import type { Note } from '../domain/note.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post, ProfileSnapshot, Revision } from '../domain/post.ts'
import type { Vetting } from '../domain/vetting.ts'
import type { Pulse } from '../domain/pulse.ts'
import type { Mood } from '../domain/tone.ts'
import { cadenceFor, type CadenceState } from '../health/cadence.ts'
import { deliveriesOf, type Delivery, matchesOf } from '../health/delivery.ts'
import { type Communication, communicationOf, replySettingsOf } from '../health/reply-times.ts'
import type { Health } from '../health/types.ts'
import type { StoreReader } from '../store/interface.ts'
import { type Alert, sortOut } from '../watch/alerts.ts'
import { lostFields } from '../watch/drift.ts'
import type { Lost } from '../watch/drift.ts'
import type { MessageTone } from '../watch/message-tone.ts'
import { readIncidentsAt } from '../background/incidents-at.ts'
import { type AgreementRow, loadAgreements } from './agreements.ts'
import { type IncidentRow, loadIncidents } from './incidents.ts'
import { loadPlans, loadUpcoming, type PlanRow } from './plans.ts'
import { loadSheets, type SheetRow } from './realignments.ts'
import type { DueItem } from '../partnership/due.ts'
import { loadQueue, type QueueRow } from './draft-queue.ts'
import { loadUpkeep, type UpkeepView } from './upkeep.ts'
import { vettingOfPartner } from './vetting.ts'
import { loadVoices, productTerms, type Voices } from './voices.ts'

/** Newest posts shown with their findings; older ones are counted. */
export const POSTS_SHOWN = 30

export interface PostRow {
  post: Post
  assessment: Assessment | null
  /** Earlier texts, oldest first; empty while the caption was never edited. */
  earlier: Revision[]
  /** A finding was made by a version of its guideline that is not the present one: checking again is still to come. */
  outdated: boolean
}

/** Everything the panel and the partner page show of one partner. */
export interface PartnerView {
  partner: Partner
  health: Health
  /** Points gained or lost in 30 days; null where one of the moments has no score. */
  change: number | null
  /** What needs somebody, the gravest first, without what was put off. */
  alerts: Alert[]
  posts: PostRow[]
  postCount: number
  /** Mood of the visible comments under the shown posts; null when none was read. */
  mood: Mood | null
  voices: Voices
  /** Figures that are read wrongly or not at all now. */
  lost: Lost
  /** The newest profile figures of each account that has any. */
  profiles: ProfileSnapshot[]
  notes: Note[]
  contacts: Contact[]
  communication: Communication
  /** How the creator's messages sound beside their earlier ones. */
  messageTone: MessageTone
  /** The team's own wordings of messages, by name. */
  letters: Letter[]
  guidelines: Guideline[]
  /** How long nobody was in touch; null where no cadence is set. */
  cadence: CadenceState | null
  /** By due date, the earliest first. */
  deliveries: Delivery[]
  /** The post that looks most like an open deliverable, by the deliverable's id: offered, never assumed. */
  offers: ReadonlyMap<string, Post>
  /** Drafts before they are live, the most urgent first. */
  drafts: QueueRow[]
  /** Open ones first. */
  incidents: IncidentRow[]
  plans: PlanRow[]
  sheets: SheetRow[]
  /** What plans and sheets ask for within two weeks; what is due already is among the alerts. */
  upcoming: DueItem[]
  /** Newest first. */
  agreements: AgreementRow[]
  upkeep: UpkeepView
  /** Newest first. */
  pulses: Pulse[]
  /** How the creator was vetted; null where they never were. */
  vetting: Vetting | null
}

/** Reads one partner's view; null when there is no such partner, or no longer. */
export async function loadPartnerView(store: StoreReader, partnerId: string, now: number): Promise<PartnerView | null> {
  const partner = await store.partners.get(partnerId)
  if (!partner || partner.deletedAt !== null) return null
  const posts = store.posts.ofPartner(partnerId, { limit: POSTS_SHOWN })
  const guidelines = store.guidelines.all()
  const [summary, states, shown, rows, voices, drafts, profiles, notes, contacts, rates, promised, pulses, settings] =
    await Promise.all([
      readSummary(store, partner, new Date(now)),
      store.alertStates.all(),
      posts,
      posts.then(async (some) => postRows(store, some, await guidelines)),
      posts.then(async (some) => loadVoices(store, some, productTerms(await guidelines, partnerId))),
      loadQueue(store, now, partner),
      Promise.all(partner.accountKeys.map((account) => store.profiles.latest(account))),
      store.notes.ofPartner(partnerId),
      store.contacts.ofPartner(partnerId),
      store.readRates.all(),
      store.deliverables.ofPartner(partnerId),
      store.pulses.ofPartner(partnerId),
      store.settings.get(),
    ])
  const [linked, { isSuspended }, letters, incidents, agreements, plans, sheets, upcoming, vetting] = await Promise.all(
    [
      store.posts.getMany(promised.flatMap(({ postId }) => postId ?? [])),
      readIncidentsAt(store, partnerId, new Date(now).toISOString()),
      store.letters.all(),
      loadIncidents(store, now, partner),
      loadAgreements(store, partner),
      loadPlans(store, now, partner),
      loadSheets(store, now, partner),
      loadUpcoming(store, partner, now),
      vettingOfPartner(store, partner),
    ],
  )
  const posted = new Map(linked.map((post) => [post.id, post]))
  const deliveries = deliveriesOf(promised, posted, now, settings.health, isSuspended)
  const about = { deliveries, guidelines: await guidelines, states, settings: settings.upkeep }
  const upkeep = await loadUpkeep(store, partner, about, now)
  return {
    partner,
    health: summary.health,
    change: summary.change,
    alerts: sortOut(summary.alerts, states, now).shown,
    posts: rows,
    postCount: summary.posts,
    mood: addMoods(rows.flatMap((row) => row.assessment?.mood ?? [])),
    voices,
    lost: lostFields(rates, now),
    profiles: profiles.filter((profile) => profile !== null),
    notes,
    contacts,
    messageTone: toneOfMessages(contacts, now, settings.watch.toneMessages),
    letters,
    guidelines: await guidelines,
    communication: communicationOf(contacts, now, replySettingsOf(partner, settings.health)),
    cadence: cadenceFor(partner, contacts, settings.health, now),
    deliveries,
    offers: offersOf(deliveries, shown),
    drafts: drafts.filter(({ group }) => group !== 'done'),
    incidents,
    agreements,
    plans,
    sheets,
    upcoming,
    upkeep,
    pulses,
    vetting,
  }
}

/** Among posts that are no other deliverable yet. */
function offersOf(deliveries: readonly Delivery[], posts: readonly Post[]): Map<string, Post> {
  const taken = new Set(deliveries.map(({ deliverable }) => deliverable.postId))
  const free = posts.filter(({ id }) => !taken.has(id))
  const offers = new Map<string, Post>()
  for (const { deliverable, liveAt, state } of deliveries) {
    const [best] = liveAt === null && state !== 'cancelled' ? matchesOf(deliverable, free) : []
    const post = best && free.find(({ id }) => id === best.postId)
    if (post) offers.set(deliverable.id, post)
  }
  return offers
}

async function postRows(
  store: StoreReader,
  posts: readonly Post[],
  guidelines: readonly Guideline[],
): Promise<PostRow[]> {
  const assessments = new Map(
    (await store.assessments.getMany(posts.map((post) => post.id))).map((one) => [one.postId, one]),
  )
  const versions = new Map(guidelines.map(({ id, version }) => [id, version]))
  const isOld = ({ source }: Finding) =>
    source.type === 'guideline' && versions.get(source.guidelineId) !== source.version
  return Promise.all(
    posts.map(async (post) => ({
      post,
      assessment: assessments.get(post.id) ?? null,
      outdated: assessments.get(post.id)?.findings.some(isOld) ?? false,
      earlier: (await store.revisions.ofPost(post.id)).filter((revision) => revision.text !== post.text),
    })),
  )
}

/** Moods added up; null when no comment was read. */
function addMoods(moods: readonly Mood[]): Mood | null {
  const sum = { n: 0, positive: 0, neutral: 0, negative: 0, unclear: 0, spam: 0 }
  for (const mood of moods) {
    for (const key of ['n', 'positive', 'neutral', 'negative', 'unclear'] as const) sum[key] += mood[key]
    sum.spam += mood.spam ?? 0
  }
  return sum.n + sum.spam === 0 ? null : sum
}
