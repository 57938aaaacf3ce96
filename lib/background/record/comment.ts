import type { CommentSeen } from '../../domain/observation.ts'
import type { Comment } from '../../domain/comment.ts'
import type { Tone } from '../../domain/tone.ts'
import { mergeCount } from './figures.ts'
import { instant } from './post.ts'
import { earlier, later } from './timeline.ts'

/** A comment with the key it is stored under and its author's keyed hash, made before the transaction. */
export interface IdentifiedComment {
  readonly id: string
  readonly authorHash: string | null
  readonly seen: CommentSeen
}

/** How a text is judged, and by which version of the engine. `lang` is a hint, BCP 47 or null. */
export interface TextJudge {
  readonly toneEngine: string
  readonly toneOf: (text: string, lang: string | null) => Tone
  /** Probability that a comment of this tone is spam; null where that cannot be told. */
  readonly spamOf: (text: string, tone: Tone) => number | null
}

/** Where and when a comment was seen; `lang` is the post's language hint. */
export interface CommentPlace {
  readonly postId: string
  readonly lang: string | null
  readonly at: string
}

/**
 * Adds one sighting of a comment to what is known of it. A text that is the beginning of the known one is
 * the same comment, cut; otherwise the newest text counts.
 */
export function seeComment(
  known: Comment | null,
  { id, authorHash, seen }: IdentifiedComment,
  { postId, lang, at }: CommentPlace,
  engine: TextJudge,
): Comment {
  const isNewest = known === null || at >= known.lastSeenAt
  const text = textOf(known, seen.text, isNewest)
  const fact = <T>(kept: T | null | undefined, shown: T | null): T | null =>
    isNewest ? (shown ?? kept ?? null) : (kept ?? shown)
  const isJudged = known?.text === text && known.toneEngine === engine.toneEngine
  const merged = mergeCount(known?.likes ?? null, seen.likes)
  return {
    id,
    postId,
    authorHash: known?.authorHash ?? authorHash,
    text,
    likes: merged === undefined ? fact(known?.likes, seen.likes) : merged,
    publishedAt: fact(known?.publishedAt, instant(seen.publishedAt)),
    publishedText: fact(known?.publishedText, seen.publishedText),
    depth: isNewest ? seen.depth : known.depth,
    pinned: isNewest ? seen.pinned : known.pinned,
    byAuthor: isNewest ? seen.byAuthor : known.byAuthor,
    ...(isJudged ? judgementOf(known) : judge(text, lang, engine)),
    firstSeenAt: known ? earlier(known.firstSeenAt, at) : at,
    lastSeenAt: known ? later(known.lastSeenAt, at) : at,
  }
}

function textOf(known: Comment | null, seen: string, isNewest: boolean): string {
  if (known === null) return seen
  const start = seen.replace(/\s*(?:…|\.\.\.)$/u, '')
  if (known.text.startsWith(start)) return known.text
  const kept = known.text.replace(/\s*(?:…|\.\.\.)$/u, '')
  if (kept !== '' && seen.startsWith(kept)) return seen
  return isNewest ? seen : known.text
}

type Judgement = Pick<Comment, 'tone' | 'spam' | 'toneEngine'>

function judge(text: string, lang: string | null, { toneEngine, toneOf, spamOf }: TextJudge): Judgement {
  const tone = toneOf(text, lang)
  return { tone, spam: spamOf(text, tone), toneEngine }
}

function judgementOf({ tone, spam = null, toneEngine }: Comment): Judgement {
  return { tone, spam, toneEngine }
}

/** A stored comment as this engine hears it; the same one when it was this engine that heard it. */
export function hearAgain(comment: Comment, lang: string | null, engine: TextJudge): Comment {
  return comment.toneEngine === engine.toneEngine ? comment : { ...comment, ...judge(comment.text, lang, engine) }
}
