import type { Assessment } from '../domain/assessment.ts'
import type { Comment } from '../domain/comment.ts'
import { accountKey, postKey } from '../domain/ids.ts'
import type { MissSeen, Observation, PostSeen } from '../domain/observation.ts'
import type { Miss } from '../domain/miss.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Rows, Store, StoreWriter } from '../store/interface.ts'
import type { Judge, Standards } from './judge.ts'
import { seeComment } from './record/comment.ts'
import type { IdentifiedComment } from './record/comment.ts'
import { seeProfile } from './record/figures.ts'
import { identifyComments, importHashKey } from './record/identity.ts'
import { missId, seeHit, seeMiss } from './record/miss.ts'
import type { MissPlace } from './record/miss.ts'
import { instant, seePost } from './record/post.ts'
import type { Look, PostRecord } from './record/post.ts'
import { same } from './record/same.ts'
import { later } from './record/timeline.ts'

export interface Sighting {
  readonly observation: Observation
  readonly misses: readonly MissSeen[]
  readonly hits: readonly string[]
}

export interface Ingested {
  /** Something a page of ours shows is new; the time of the last look alone is not. */
  readonly changed: boolean
  /** The assessments of the stored posts of this look, by the site's own post id. */
  readonly assessments: ReadonlyMap<string, Assessment>
}

/**
 * Takes one look at a page into the record: posts of tracked partners only, in one unit of work with their
 * assessments, so that nothing acknowledged is half done. A look that is repeated changes nothing.
 * @throws QuotaError when the disk is full; then nothing of this look was kept
 */
export async function ingest(store: Store, judge: Judge, sighting: Sighting, now: Date): Promise<Ingested> {
  const { observation } = sighting
  const look = lookOf(observation, now)
  const posts = firstOfEachId(observation.posts).map(({ id, post }) => ({
    id: postKey(look.platform, id),
    post,
    account: accountOf(observation, post),
  }))
  const comments = await identify(store, look.platform, posts)

  return store.write(async (tx) => {
    const partners = new Map<string, Partner | null>()
    const partnerOf = async (account: string | null): Promise<Partner | null> => {
      if (account === null) return null
      const known = partners.get(account)
      if (known !== undefined) return known
      const partner = await tx.partners.byAccount(account)
      partners.set(account, partner)
      return partner
    }
    let standards: Standards | null = null
    const assessments = new Map<string, Assessment>()
    let changed = await takeMisses(tx, sighting, look)

    for (const { id, post: seen, account } of posts) {
      const known = await tx.posts.get(id)
      const owner = await ownerOf(partnerOf, account, known)
      if (!owner) continue
      standards ??= { guidelines: await tx.guidelines.all(), settings: await tx.settings.get() }
      const stored = await takePost(tx, { id, seen, look, known, ...owner, comments: comments.get(id) ?? [] }, judge)
      const basis = judge.basisOf(owner.partner, standards)
      const old = await tx.assessments.get(id)
      if (stored.changed || old?.basis !== basis || old.account !== owner.account) {
        const assessment = judge.assess(stored.post, stored.comments, owner.partner, standards, now)
        await tx.put('assessments', assessment)
        assessments.set(stored.post.externalId, assessment)
        changed = true
      } else assessments.set(stored.post.externalId, old)
    }

    const { profile } = observation
    if (profile?.handle) {
      const account = accountKey(look.platform, profile.handle)
      if (await partnerOf(account)) {
        const rows = await withoutFuture(tx, 'profiles', await tx.profiles.ofAccount(account), look)
        const changes = seeProfile(rows, account, profile, look.at)
        for (const id of changes.remove) await tx.remove('profiles', id)
        for (const row of changes.put) {
          await tx.put('profiles', row)
          const before = rows.find((old) => old.at === row.at)
          changed ||= !before || !same({ ...before, lastSeenAt: '' }, { ...row, lastSeenAt: '' })
        }
      }
    }
    return { changed, assessments }
  })
}

interface TimedLook extends Look {
  readonly now: string
  readonly url: string
}

/** A page whose clock runs ahead must not close the record for all looks until then. */
function lookOf({ platform, page, lang, url, seenAt }: Observation, now: Date): TimedLook {
  const latest = now.toISOString()
  const at = instant(seenAt) ?? latest
  return { platform, page, lang, url, at: at > latest ? latest : at, now: latest }
}

function firstOfEachId(posts: readonly PostSeen[]): { id: string; post: PostSeen }[] {
  const byId = new Map<string, PostSeen>()
  for (const post of posts) if (post.id !== null && post.id !== '' && !byId.has(post.id)) byId.set(post.id, post)
  return [...byId].map(([id, post]) => ({ id, post }))
}

/** Tiles on a profile often do not repeat whose profile it is. */
function accountOf({ platform, page, profile }: Observation, { author }: PostSeen): string | null {
  if (author.handle !== null) return accountKey(platform, author.handle)
  if (author.name === null && page === 'profile' && profile?.handle) return accountKey(platform, profile.handle)
  return null
}

interface Owner {
  readonly partner: Partner
  readonly account: string
}

/** A stored post stays with the account it was first seen under, as long as that one is tracked. */
async function ownerOf(
  partnerOf: (account: string | null) => Promise<Partner | null>,
  seenAccount: string | null,
  known: Post | null,
): Promise<Owner | null> {
  for (const account of [known?.account ?? null, seenAccount]) {
    const partner = await partnerOf(account)
    if (account !== null && partner) return { partner, account }
  }
  return null
}

/** Only what will be stored is hashed; hashing waits, and a unit of work may not. */
async function identify(
  store: Store,
  platform: string,
  posts: readonly { id: string; post: PostSeen; account: string | null }[],
): Promise<Map<string, IdentifiedComment[]>> {
  const identified = new Map<string, IdentifiedComment[]>()
  const commented = posts.filter(({ post }) => post.comments.length > 0)
  if (commented.length === 0) return identified
  let key: CryptoKey | null = null
  for (const { id, post, account } of commented) {
    const isWanted = (account !== null && (await store.partners.byAccount(account))) || (await store.posts.get(id))
    if (!isWanted) continue
    key ??= await importHashKey(await store.hashKey())
    identified.set(id, await identifyComments(key, platform, id, post.comments))
  }
  return identified
}

interface PostSighting extends Owner {
  readonly id: string
  readonly seen: PostSeen
  readonly look: TimedLook
  readonly known: Post | null
  readonly comments: readonly IdentifiedComment[]
}

async function takePost(
  tx: StoreWriter,
  { id, seen, look, known, account, comments }: PostSighting,
  judge: Judge,
): Promise<{ post: Post; comments: Comment[]; changed: boolean }> {
  const record: PostRecord = {
    post: known && { ...known, lastSeenAt: possible(known.lastSeenAt, look.now, justBefore(look)) },
    revisions: await withoutFuture(tx, 'revisions', known ? await tx.revisions.ofPost(id) : [], look),
    metrics: await withoutFuture(tx, 'metrics', known ? await tx.metrics.ofPost(id) : [], look),
  }
  const changes = seePost(record, id, account, seen, look)
  if (changes.postRow) await tx.put('posts', changes.postRow)
  if (changes.revisionRow) await tx.put('revisions', changes.revisionRow)
  for (const row of changes.metricRows.remove) await tx.remove('metrics', row)
  for (const row of changes.metricRows.put) await tx.put('metrics', row)

  const stored = new Map((known ? await tx.comments.ofPost(id) : []).map((comment) => [comment.id, comment]))
  let { changed } = changes
  for (const comment of comments) {
    const last = stored.get(comment.id)
    const before = last ? { ...last, lastSeenAt: possible(last.lastSeenAt, look.now, justBefore(look)) } : null
    const after = seeComment(before, comment, { postId: id, lang: changes.post.lang, at: look.at }, judge)
    if (before && same(before, after)) continue
    changed ||= !before || !same({ ...before, lastSeenAt: '' }, { ...after, lastSeenAt: '' })
    stored.set(after.id, after)
    await tx.put('comments', after)
  }
  return { post: changes.post, comments: [...stored.values()], changed }
}

async function takeMisses(tx: StoreWriter, { observation, misses, hits }: Sighting, look: TimedLook): Promise<boolean> {
  const { platform, page } = observation
  const found = new Set(hits)
  let changed = false
  for (const field of found) {
    const place = { platform, page, field }
    const row = seeHit(await missOf(tx, place, look), place, look.at, look.url)
    if (row) await tx.put('misses', row)
    changed ||= row !== null
  }
  for (const { field, tried } of misses) {
    if (found.has(field)) continue
    const place = { platform, page, field }
    const known = await missOf(tx, place, look)
    const row = seeMiss(known, place, tried, look.at, look.url)
    if (!row || (known && same(known, row))) continue
    await tx.put('misses', row)
    changed ||= known?.firstMissAt !== row.firstMissAt
  }
  return changed
}

async function missOf(tx: StoreWriter, place: MissPlace, look: TimedLook): Promise<Miss | null> {
  const known = await tx.misses.get(missId(place))
  if (!known) return null
  const past = (at: string | null) => at && possible(at, look.now, justBefore(look))
  return {
    ...known,
    firstMissAt: past(known.firstMissAt),
    lastMissAt: past(known.lastMissAt),
    lastHitAt: past(known.lastHitAt),
  }
}

type SpanTable = 'revisions' | 'metrics' | 'profiles'

/**
 * Rows written while this machine's clock ran ahead would shut out everything seen until then. They are put
 * where they can at the latest have been: just before this look, after all rows with a possible time.
 */
async function withoutFuture<T extends SpanTable>(
  tx: StoreWriter,
  table: T,
  rows: readonly Rows[T][],
  look: TimedLook,
): Promise<Rows[T][]> {
  const { now } = look
  if (rows.every((row) => row.lastSeenAt <= now)) return [...rows]
  const latest = rows.reduce((end, row) => (row.lastSeenAt <= now ? later(end, row.lastSeenAt) : end), justBefore(look))
  const healed: Rows[T][] = []
  for (const row of rows) {
    if (row.lastSeenAt <= now) {
      healed.push(row)
      continue
    }
    const start =
      'at' in row ? { at: possible(row.at, now, latest) } : { firstSeenAt: possible(row.firstSeenAt, now, latest) }
    const moved = { ...row, ...start, lastSeenAt: latest }
    await tx.put(table, moved)
    healed.push(moved)
  }
  return healed
}

function possible(at: string, now: string, otherwise: string): string {
  return at > now ? otherwise : at
}

function justBefore({ at }: TimedLook): string {
  return new Date(Date.parse(at) - 1).toISOString()
}
