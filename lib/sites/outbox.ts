import type { CommentSeen, FieldSeen, MissSeen, Observation, PostSeen, ProfileSeen } from '../domain/observation.ts'
import type { Extract } from './types.ts'

/** Bounds of one message: posts, and UTF-16 code units of their JSON, which is what the background counts. */
const POSTS = 40
const CHARS = 400_000
/** Posts whose last sent state is remembered; an older one is simply sent again. */
const REMEMBERED = 5_000

/** A bounded portion of what was seen, ready to be sent. */
export interface Look {
  observation: Observation
  misses: MissSeen[]
  fields: FieldSeen[]
}

type About = Pick<Observation, 'platform' | 'url' | 'page' | 'lang' | 'seenAt' | 'gone'>

export interface Outbox {
  /** Takes in one reading; keeps what is new or has changed since it was sent. */
  add(reading: Pick<Extract, 'observation' | 'misses' | 'fields'>): void
  /** The next portion to send, or null. Text that was taken counts as sent. */
  take(): Look | null
  /** The portion could not be sent: it will be taken again. */
  putBack(look: Look): void
  /** Sends what there is even where nothing but a miss is new. */
  insist(): void
  /**
   * `new`: a post or profile never sent from this address is waiting. `changed`: only figures or texts, or
   * that the page was looked at and holds nothing.
   */
  waiting(): 'new' | 'changed' | null
  /** Forgets what was sent, so that it is sent again: another address, or the answers have changed. */
  forget(): void
}

/**
 * What is still to be sent of the page: each post once, and again when it changes. "2 min ago" turning into
 * "3 min ago" is no change.
 */
export function createOutbox(): Outbox {
  const sent = new Map<string, number>()
  const posts = new Map<string, PostSeen>()
  const misses = new Map<string, MissSeen>()
  const fields = new Map<string, FieldSeen>()
  let about: About | null = null
  let profile: ProfileSeen | null = null
  let profileSent = 0
  let fresh = false
  let announced: string | null = null

  return {
    add({ observation, misses: missed, fields: read }) {
      const { profile: seen, posts: shown, ...rest } = observation
      // That a post is gone shows when the page has long been announced as empty.
      if (rest.gone && !about?.gone) announced = null
      about = rest
      const profileHash = seen ? hashOf(JSON.stringify(seen)) : 0
      if (seen && profileHash !== profileSent) {
        if (profileSent === 0) fresh = true
        profileSent = profileHash
        profile = seen
      }
      for (const post of shown) {
        const key = keyOf(post)
        const hash = fingerprint(post)
        const before = sent.get(key)
        if (before === hash) continue
        if (before === undefined) fresh = true
        sent.delete(key)
        sent.set(key, hash)
        if (sent.size > REMEMBERED) sent.delete(sent.keys().next().value ?? '')
        posts.set(key, post)
      }
      for (const miss of missed) {
        const sum = misses.get(miss.field)
        misses.set(miss.field, sum ? { ...miss, of: sum.of + miss.of, missing: sum.missing + miss.missing } : miss)
      }
      for (const field of read) tally(field)
    },
    take() {
      if (!about || (posts.size === 0 && !profile && announced === about.url)) return null
      announced = about.url
      const look: Look = {
        observation: { ...about, profile, posts: portion(posts) },
        misses: [...misses.values()],
        fields: [...fields.values()],
      }
      profile = null
      misses.clear()
      fields.clear()
      if (posts.size === 0) fresh = false
      return look
    },
    putBack({ observation, misses: missed, fields: read }) {
      if (observation.url !== about?.url) return
      fresh = true
      profile ??= observation.profile
      for (const post of observation.posts) {
        const key = keyOf(post)
        const waiting = posts.get(key)
        // Half of its comments may be waiting still.
        const comments = waiting ? [...post.comments, ...waiting.comments] : post.comments
        posts.set(key, { ...(waiting ?? post), comments })
      }
      for (const miss of missed) if (!misses.has(miss.field)) misses.set(miss.field, miss)
      for (const field of read) tally(field)
    },
    insist() {
      announced = null
    },
    waiting: () => (fresh ? 'new' : posts.size > 0 || profile || (about && announced !== about.url) ? 'changed' : null),
    forget() {
      about = null
      sent.clear()
      posts.clear()
      misses.clear()
      fields.clear()
      profile = null
      profileSent = 0
      fresh = false
      announced = null
    },
  }

  function tally({ field, of, won }: FieldSeen) {
    const sum = fields.get(field)
    fields.set(
      field,
      sum ? { field, of: sum.of + of, won: won.map((n, i) => n + (sum.won[i] ?? 0)) } : { field, of, won },
    )
  }
}

/** Moves posts out of `posts` until the message is full; a post with many comments goes in several parts. */
function portion(posts: Map<string, PostSeen>): PostSeen[] {
  const taken: PostSeen[] = []
  let room = CHARS
  for (const [key, post] of posts) {
    const own = sizeOf({ ...post, comments: [] })
    if (taken.length > 0 && (taken.length >= POSTS || own > room)) break
    room -= own
    const fits = fittingComments(post.comments, room)
    taken.push(fits === post.comments.length ? post : { ...post, comments: post.comments.slice(0, fits) })
    for (const comment of post.comments.slice(0, fits)) room -= sizeOf(comment)
    if (fits === post.comments.length) posts.delete(key)
    else {
      posts.set(key, { ...post, comments: post.comments.slice(fits) })
      break
    }
  }
  return taken
}

/** How many comments go along; at least one, so that every message gets further. */
function fittingComments(comments: readonly CommentSeen[], room: number): number {
  let left = room
  for (const [index, comment] of comments.entries()) {
    left -= sizeOf(comment)
    if (left < 0) return Math.max(1, index)
  }
  return comments.length
}

/** As it will be counted: a page can make links, names and escapes weigh more than any text. */
const sizeOf = (part: PostSeen | CommentSeen) => JSON.stringify(part).length

/** Ids where the page has them; a post without one is told apart by its words. */
const keyOf = (post: PostSeen) => post.id ?? `~${hashOf(JSON.stringify([post.author, post.text]))}`

function fingerprint(post: PostSeen): number {
  const comments = post.comments.map((comment) => ({ ...comment, publishedText: null }))
  return hashOf(JSON.stringify({ ...post, publishedText: null, comments }))
}

/** FNV-1a over UTF-16 code units, 32 bit: tells "changed" from "not", nothing more. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
