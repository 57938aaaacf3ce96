import type { Contact } from '../domain/contact.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Watch } from '../domain/watch.ts'
import { appliesTo } from '../guidelines/assess.ts'
import type { PastPost } from '../guidelines/define.ts'
import { storedInput } from '../guidelines/stored-input.ts'
import { viewOf } from '../guidelines/view.ts'
import type { PostInput } from '../guidelines/view.ts'
import type { Delivery } from '../health/delivery.ts'
import { crowdOf, listen } from '../sentiment/signals/thread.ts'
import type { StoreReader } from '../store/interface.ts'
import { findPhrase, phraseOf } from '../text/phrase.ts'
import type { Hit } from '../watch/alerts.ts'
import type { BrandedPost } from '../watch/overextension.ts'
import { matchWatch, watchesOver } from '../watch/watch-match.ts'
import { watchedHits } from '../watch/watched.ts'
import type { CrowdSeen, WatchFind } from '../watch/watched.ts'
import type { Standards } from './judge.ts'
import { toneOfMessages } from './message-tone.ts'

const DAY_MS = 86_400_000
/** Comments are read of so many of the newest posts, looked at within so many days, so many of each. */
const HEARD = { posts: 6, comments: 200, days: 14 }

/** What `readAlerts` has read of a partner already. */
export interface ReadPartner {
  readonly partner: Partner
  /** Newest first. */
  readonly posts: readonly Post[]
  readonly contacts: readonly Contact[]
  readonly deliveries: readonly Delivery[]
  readonly linked: readonly Post[]
  readonly feeds: readonly (readonly PastPost[])[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Reads what is watched for beside health (relationship.md B1, B2, B8) of one partner. */
export async function readWatched(
  store: StoreReader,
  read: ReadPartner,
  { guidelines, settings }: Pick<Standards, 'guidelines' | 'settings'>,
): Promise<Hit[]> {
  const { partner, contacts, deliveries, linked, feeds, now } = read
  const posts = unique([...read.posts, ...linked])
  const sponsored = new Set(feeds.flat().flatMap((post) => (post.sponsored ? post.id : [])))
  const threads = await readThreads(store, read.posts, now)
  const watches = keepUnchanged(await store.watches.all())
  const brands = guidelines.filter((guideline) => appliesTo(guideline, partner.id)).map(({ brand }) => brand.trim())
  return watchedHits(
    {
      posts,
      agreed: new Set(linked.map(({ id }) => id)),
      sponsored,
      found: findsOf(watches, read.posts, threads, partner.id, now - settings.watch.hitDays * DAY_MS),
      branded: posts.filter(({ id }) => sponsored.has(id)).map((post) => brandedOf(post, partner, brands)),
      deliveries,
      tone: toneOfMessages(contacts, now, settings.watch.toneMessages),
      crowd: crowdSeen(read.posts, threads, settings.watch.genericPercent),
      feeds,
      now,
    },
    settings.watch,
  )
}

type Thread = Awaited<ReturnType<StoreReader['comments']['ofPost']>>

async function readThreads(
  store: StoreReader,
  posts: readonly Post[],
  now: number,
): Promise<ReadonlyMap<string, Thread>> {
  const lately = posts.filter(({ lastSeenAt }) => now - Date.parse(lastSeenAt) < HEARD.days * DAY_MS)
  return new Map(
    await Promise.all(
      lately
        .slice(0, HEARD.posts)
        .map(async ({ id }) => [id, await store.comments.ofPost(id, { limit: HEARD.comments })] as const),
    ),
  )
}

function findsOf(
  watches: readonly Watch[],
  posts: readonly Post[],
  threads: ReadonlyMap<string, Thread>,
  partnerId: string,
  since: number,
): WatchFind[] {
  if (watches.length === 0) return []
  return posts
    .filter(({ firstSeenAt }) => Date.parse(firstSeenAt) >= since)
    .flatMap((post) => {
      const here = watches.filter((watch) => watchesOver(watch, { platform: post.platform, partnerId }))
      if (here.length === 0) return []
      const input = storedInput(post, [])
      const view = viewOf(input)
      const said = (threads.get(post.id) ?? []).filter(({ byAuthor }) => !byAuthor)
      const talk = said.map(({ text }) => spoken(text, post))
      return here.map((watch) => ({
        watch,
        post,
        quotes: matchWatch(watch, input, view),
        comments: { hits: talk.filter((one) => matchWatch(watch, one, one.view).length > 0).length, of: talk.length },
      }))
    })
}

/** A comment as a text that words are looked for in. */
function spoken(text: string, { platform, lang }: Post) {
  const input: PostInput = {
    platform,
    lang,
    text,
    textComplete: true,
    visibleText: null,
    url: null,
    labels: [],
    hashtags: [],
    mentions: [],
  }
  return { ...input, view: viewOf(input) }
}

let lastWatches = new Map<string, Watch>()

/** Watches that have not changed are the same objects as before, so that their words are made ready once. */
function keepUnchanged(watches: readonly Watch[]): Watch[] {
  const kept = watches.map((watch) => {
    const before = lastWatches.get(watch.id)
    return before?.updatedAt === watch.updatedAt ? before : watch
  })
  lastWatches = new Map(kept.map((watch) => [watch.id, watch]))
  return kept
}

/**
 * A sponsored post with its brand: a brand of the guidelines that it names, else the first account it mentions that is not
 * the creator's own. One brand a post: who took the picture is mentioned, too.
 */
function brandedOf(post: Post, { accountKeys }: Partner, brands: readonly string[]): BrandedPost {
  const view = viewOf(storedInput(post, []))
  const named = brands.find(
    (brand) => /\p{L}/u.test(brand) && findPhrase(view.normal, view.words, phraseOf(brand, null)).length > 0,
  )
  const own = new Set(accountKeys.map((key) => keyOf(key.slice(key.indexOf(':') + 1))))
  const mentioned = [...view.mentions.map(({ handle }) => handle), ...post.mentions].find(
    (handle) => !own.has(keyOf(handle)),
  )
  const brand = named ?? mentioned
  return {
    id: post.id,
    at: post.sortAt,
    lastSeenAt: post.lastSeenAt,
    brand: brand === undefined ? null : keyOf(brand),
  }
}

/** `@brand@server`, `Brand` and `brand.` are one. */
const keyOf = (name: string): string =>
  name
    .replace(/(?<=.)@.*$/u, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')

function crowdSeen(
  posts: readonly Post[],
  threads: ReadonlyMap<string, Thread>,
  alarmPercent: number,
): CrowdSeen | null {
  const heard = [...threads.values()].flatMap((thread) =>
    listen(thread.map((comment) => Object.assign({ author: comment.authorHash }, comment))),
  )
  if (heard.length === 0) return null
  const from = posts.filter(({ id }) => (threads.get(id)?.length ?? 0) > 0)
  const lastAt = from.reduce((last, { lastSeenAt }) => (lastSeenAt > last ? lastSeenAt : last), '')
  return { ...crowdOf(heard, alarmPercent), posts: from.map(({ id }) => id), lastAt }
}

function unique(posts: readonly Post[]): Post[] {
  return [...new Map(posts.map((post) => [post.id, post])).values()]
}
