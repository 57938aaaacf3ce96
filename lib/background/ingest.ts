import type { Assessment } from '../domain/assessment.ts'
import type { Comment } from '../domain/comment.ts'
import { accountKey, postKey } from '../domain/ids.ts'
import type { Observation, PostSeen } from '../domain/observation.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import { standingVerdict } from '../domain/vetting.ts'
import { needsOf } from '../guidelines/assess.ts'
import { isRecordedAt, wholeHandle, wholeId } from '../sites/whole-names.ts'
import type { Store, StoreReader, StoreWriter } from '../store/interface.ts'
import { withhold } from '../watch/drift.ts'
import type { Alarm } from '../watch/drift.ts'
import { createSurroundings, once } from './around.ts'
import { readStandards } from './judge.ts'
import type { Judge, Standards } from './judge.ts'
import { lookOf, pastOf, withoutFuture } from './look.ts'
import type { Sighting, TimedLook } from './look.ts'
import { hearAgain, seeComment } from './record/comment.ts'
import type { CommentPlace, IdentifiedComment, TextJudge } from './record/comment.ts'
import { seeProfile } from './record/figures.ts'
import { identifyComments, importHashKey } from './record/identity.ts'
import { seePost } from './record/post.ts'
import type { PostRecord } from './record/post.ts'
import { same } from './record/same.ts'
import { takeGone } from './take-gone.ts'
import { takeMisses } from './take-misses.ts'
import { takeRates } from './take-rates.ts'

export interface Ingested {
  /** Something a page of ours shows is new; the time of the last look alone is not. */
  readonly changed: boolean
  /** The look without what this kind of page is read wrongly for. */
  readonly observation: Observation
  /** What is wrong with how this kind of page is read. */
  readonly alarms: readonly Alarm[]
  /** Whose record changed. */
  readonly partnerIds: ReadonlySet<string>
  /** The assessments of the stored posts of this look, by the site's own post id. */
  readonly assessments: ReadonlyMap<string, Assessment>
}

/**
 * Takes one look at a page into the record: posts of partners and of creators who are being vetted only, in one unit of work with their
 * assessments, so that nothing acknowledged is half done. A look that is repeated changes nothing.
 * @throws QuotaError when the disk is full; then nothing of this look was kept
 */
export async function ingest(store: Store, judge: Judge, sighting: Sighting, now: Date): Promise<Ingested> {
  const look = lookOf(sighting.observation, now)
  const comments = await identify(store, look, placesOf(sighting.observation))

  return store.write(async (tx) => {
    const places = placesOf(sighting.observation)
    const known = await Promise.all(places.map(({ id }) => tx.posts.get(id)))
    const rates = await takeRates(
      tx,
      sighting,
      places.map(({ post }, index) => ({ seen: post, known: known[index] ?? null })),
      look,
    )
    const observation = { ...sighting.observation, posts: withhold(sighting.observation.posts, rates.alarms) }
    const recordedOf = once((account: string) => recorded(tx, account, observation.url))
    const standards = await readStandards(tx)
    // Posts do not touch one another, so their requests need not wait for one another either.
    const [ofPosts, ...others] = await Promise.all([
      Promise.all(
        placesOf(observation).map(async ({ id, post: seen, account }, index) => {
          const before = known[index] ?? null
          const owner = await ownerOf(recordedOf, account, before)
          if (!owner) return null
          const sight: PostSighting = { id, seen, look, known: before, ...owner, comments: comments.get(id) ?? [] }
          return takePost(tx, judge.hearing(standards), sight)
        }),
      ),
      takeProfile(tx, observation, look, recordedOf),
      takeGone(tx, observation, look),
      takeMisses(tx, sighting, look),
    ])
    const stored = ofPosts.filter((post) => post !== null)
    // After all of them are written, for some rules look at the posts before a post, too.
    const judged = await judgeTaken(
      tx,
      judge,
      stored.flatMap((post) => (post.partner === null ? [] : { ...post, partner: post.partner })),
      standards,
      now,
    )
    return {
      observation,
      alarms: rates.alarms,
      changed:
        rates.changed ||
        others.includes(true) ||
        judged.some(({ changed }) => changed) ||
        stored.some(({ partner, changed }) => partner === null && changed),
      partnerIds: new Set(judged.flatMap(({ partnerId, changed }) => (changed ? [partnerId] : []))),
      assessments: new Map(judged.map(({ externalId, assessment }) => [externalId, assessment])),
    }
  })
}

interface PostPlace {
  readonly id: string
  readonly post: PostSeen
  readonly account: string | null
}

/** The posts of a look that can be stored, with their keys. */
function placesOf(observation: Observation): PostPlace[] {
  const { platform, url } = observation
  return firstOfEachId(observation.posts).map(({ id, post }) => ({
    id: postKey(platform, wholeId(platform, id, url)),
    post,
    account: accountOf(observation, post),
  }))
}

/** Whose account a post is of: a partner's, or (`partner` null) one of a creator who is being vetted. */
interface Recorded {
  readonly partner: Partner | null
}
type RecordedOf = (account: string) => Promise<Recorded | null>

/** Whose account this is, where its posts are recorded from this page; of a creator who was rejected, no more are. */
async function recorded(store: StoreReader, key: string, url: string): Promise<Recorded | null> {
  const partner = await store.partners.byAccount(key)
  const vetting = partner ? null : await store.vettings.byAccount(key)
  const known = partner ?? (vetting && standingVerdict(vetting)?.decision !== 'reject' ? vetting : null)
  const account = known?.accounts.find(({ platform, handle }) => accountKey(platform, handle) === key)
  return known && (!account || isRecordedAt(account, url)) ? { partner } : null
}

function firstOfEachId(posts: readonly PostSeen[]): { id: string; post: PostSeen }[] {
  const byId = new Map<string, PostSeen>()
  for (const post of posts) if (post.id !== null && post.id !== '' && !byId.has(post.id)) byId.set(post.id, post)
  return [...byId].map(([id, post]) => ({ id, post }))
}

/** Tiles on a profile often do not repeat whose profile it is. */
function accountOf({ platform, url, page, profile }: Observation, { author }: PostSeen): string | null {
  const isTile = author.handle === null && author.name === null && page === 'profile'
  const handle = isTile ? profile?.handle : author.handle
  return handle ? accountKey(platform, wholeHandle(platform, handle, url)) : null
}

interface Owner {
  readonly partner: Partner | null
  readonly account: string
}

/** A stored post stays with the account it was first seen under, as long as that one is tracked. */
async function ownerOf(recordedOf: RecordedOf, seenAccount: string | null, known: Post | null): Promise<Owner | null> {
  for (const account of [known?.account ?? null, seenAccount]) {
    const owner = account === null ? null : await recordedOf(account)
    if (account !== null && owner) return { partner: owner.partner, account }
  }
  return null
}

/** Only what will be stored is hashed; hashing waits, and a unit of work may not. */
async function identify(
  store: Store,
  { platform, url }: TimedLook,
  posts: readonly PostPlace[],
): Promise<Map<string, IdentifiedComment[]>> {
  const commented = posts.filter(({ post }) => post.comments.length > 0)
  const recordedOf = once((account: string) => recorded(store, account, url))
  const wanted = await Promise.all(
    commented.map(async ({ id, account }) => (account && (await recordedOf(account))) || (await store.posts.get(id))),
  )
  const kept = commented.filter((_post, index) => wanted[index])
  if (kept.length === 0) return new Map()
  const key = await importHashKey(await store.hashKey())
  return new Map(
    await Promise.all(
      kept.map(async ({ id, post }) => [id, await identifyComments(key, platform, id, post.comments)] as const),
    ),
  )
}

interface PostSighting extends Owner {
  readonly id: string
  readonly seen: PostSeen
  readonly look: TimedLook
  readonly known: Post | null
  readonly comments: readonly IdentifiedComment[]
}

interface TakenPost extends Owner {
  readonly post: Post
  readonly comments: readonly Comment[]
  /** The assessment it had before. */
  readonly assessed: Assessment | null
  readonly isNew: boolean
  readonly changed: boolean
}

async function takePost(
  tx: StoreWriter,
  engine: TextJudge,
  { id, seen, look, known, partner, account, comments }: PostSighting,
): Promise<TakenPost> {
  const [revisions, metrics, stored, assessed] = known
    ? await Promise.all([
        tx.revisions.ofPost(id),
        tx.metrics.ofPost(id),
        tx.comments.ofPost(id),
        tx.assessments.get(id),
      ])
    : [[], [], [], null]
  const record: PostRecord = {
    post: known && { ...known, lastSeenAt: pastOf(known.lastSeenAt, look) },
    revisions: await withoutFuture(tx, 'revisions', revisions, look),
    metrics: await withoutFuture(tx, 'metrics', metrics, look),
  }
  const changes = seePost(record, id, account, seen, look)
  const { post } = changes
  const heard = takeComments(stored, comments, { postId: id, lang: post.lang, at: look.at }, engine, look)

  for (const row of changes.metricRows.remove) await tx.remove('metrics', row)
  await Promise.all([
    changes.postRow && tx.put('posts', changes.postRow),
    changes.revisionRow && tx.put('revisions', changes.revisionRow),
    ...changes.metricRows.put.map((row) => tx.put('metrics', row)),
    ...heard.put.map((row) => tx.put('comments', row)),
  ])
  const changed = changes.changed || heard.changed
  return { post, comments: heard.all, partner, account, assessed, isNew: known === null, changed }
}

interface JudgedPost {
  readonly externalId: string
  readonly partnerId: string
  readonly assessment: Assessment
  readonly changed: boolean
}

/** Judges the posts of a look that are not judged as they stand now. */
function judgeTaken(
  tx: StoreWriter,
  judge: Judge,
  taken: readonly (TakenPost & { readonly partner: Partner })[],
  standards: Standards,
  now: Date,
): Promise<JudgedPost[]> {
  const around = createSurroundings(tx, standards)
  return Promise.all(
    taken.map(async ({ post, comments, partner, account, assessed, changed }) => {
      const { externalId } = post
      const isOnBasis = assessed?.account === account && assessed.basis === judge.basisOf(partner, standards)
      // A post that turns up later may belong before this one.
      const isCurrent = !changed && isOnBasis && !hasNewBefore(post, taken, standards, partner)
      const partnerId = partner.id
      if (isCurrent) return { externalId, partnerId, assessment: assessed, changed: false }
      const assessment = judge.assess(post, comments, partner, standards, now, await around(post, partner))
      await tx.put('assessments', assessment)
      return { externalId, partnerId, assessment, changed: true }
    }),
  )
}

function hasNewBefore(post: Post, taken: readonly TakenPost[], { guidelines }: Standards, partner: Partner): boolean {
  return (
    taken.some((other) => other.isNew && other.account === post.account && other.post.sortAt < post.sortAt) &&
    needsOf(guidelines, partner.id).has('history')
  )
}

/** What is known of a post's comments after this look, and which rows that changes. */
function takeComments(
  stored: readonly Comment[],
  seen: readonly IdentifiedComment[],
  place: CommentPlace,
  engine: TextJudge,
  look: TimedLook,
): { all: Comment[]; put: Comment[]; changed: boolean } {
  const all = new Map(stored.map((comment) => [comment.id, comment]))
  const put: Comment[] = []
  let changed = false
  for (const comment of seen) {
    const last = all.get(comment.id)
    const before = last ? { ...last, lastSeenAt: pastOf(last.lastSeenAt, look) } : null
    const after = seeComment(before, comment, place, engine)
    if (before && same(before, after)) continue
    changed ||= !before || !same(before, after, 'lastSeenAt')
    all.set(after.id, after)
    put.push(after)
  }
  // An assessment is of one engine: what is not in view must not stay as another one heard it.
  for (const comment of all.values()) {
    const again = hearAgain(comment, place.lang, engine)
    if (again === comment) continue
    changed = true
    all.set(again.id, again)
    put.push(again)
  }
  return { all: [...all.values()], put, changed }
}

async function takeProfile(
  tx: StoreWriter,
  { platform, url, profile }: Observation,
  look: TimedLook,
  recordedOf: RecordedOf,
): Promise<boolean> {
  if (!profile?.handle) return false
  const account = accountKey(platform, wholeHandle(platform, profile.handle, url))
  if (!(await recordedOf(account))) return false
  const rows = await withoutFuture(tx, 'profiles', await tx.profiles.ofAccount(account), look)
  const changes = seeProfile(rows, account, profile, look.at)
  for (const id of changes.remove) await tx.remove('profiles', id)
  for (const row of changes.put) await tx.put('profiles', row)
  return changes.put.some((row) => {
    const before = rows.find((old) => old.at === row.at)
    return !before || !same(before, row, 'lastSeenAt')
  })
}
