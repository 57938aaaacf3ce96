import type { Comment } from '../domain/comment.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Post } from '../domain/post.ts'
import { type Signal, type SignalKind, signalKinds } from '../domain/signal.ts'
import { appliesTo } from '../guidelines/assess.ts'
import {
  type Crowd,
  crowdOf,
  type Heard,
  isSpam,
  listen,
  type ReplyShare,
  replyShareOf,
  type Said,
} from '../sentiment/signals/thread.ts'
import type { StoreReader } from '../store/interface.ts'
import { type Phrase, phraseOf } from '../text/phrase.ts'

/** Newest posts whose comments are searched for what they are about, and how many comments of each. */
const QUOTED_POSTS = 12
const QUOTED_COMMENTS = 200
/** Comments quoted for each matter; all of them are counted. */
const QUOTED = 20

/** A comment with the post it stands under. Who wrote it is not known to Rapport. */
export interface Voice {
  comment: Comment
  postUrl: string | null
  /** The words that say it; null when the whole comment does. */
  quote: Signal | null
}

/** What several comments are about; `copied` are near-duplicates by different authors. */
export interface Matter {
  kind: SignalKind | 'copied'
  count: number
  voices: Voice[]
}

export interface Voices {
  negative: Voice[]
  positive: Voice[]
  matters: Matter[]
  /** How much of it could stand under any post; null when no comment was read. */
  crowd: Crowd | null
  /** How often the creator answers there; null when no comment was read. */
  replies: ReplyShare | null
}

interface Entry {
  readonly heard: Heard<Said & { readonly stored: Comment }>
  readonly postUrl: string | null
}

/** What the newest comments of a partner's posts are about, and those that say most clearly how they sound. */
export async function loadVoices(
  store: StoreReader,
  posts: readonly Post[],
  terms: readonly Phrase[],
): Promise<Voices> {
  const threads = await Promise.all(
    posts.slice(0, QUOTED_POSTS).map(async ({ id, url }): Promise<{ all: Comment[]; entries: Entry[] }> => {
      const stored = await store.comments.ofPost(id, { limit: QUOTED_COMMENTS })
      const said = stored.map((comment) => ({
        text: comment.text,
        author: comment.authorHash,
        byAuthor: comment.byAuthor,
        tone: comment.tone,
        spam: comment.spam,
        stored: comment,
      }))
      return { all: stored, entries: listen(said, terms).map((heard) => ({ heard, postUrl: url })) }
    }),
  )
  const entries = threads.flatMap((thread) => thread.entries)
  const all = threads.flatMap((thread) => thread.all)
  return {
    ...strongest(entries),
    matters: [...signalKinds, 'copied' as const].flatMap((kind) => matterOf(kind, entries)),
    crowd: entries.length === 0 ? null : crowdOf(entries.map(({ heard }) => heard)),
    replies: all.length === 0 ? null : replyShareOf(all),
  }
}

/** What the brand's products are called in the guidelines that hold for a partner. */
export function productTerms(guidelines: readonly Guideline[], partnerId: string): Phrase[] {
  const names = guidelines.filter((guideline) => appliesTo(guideline, partnerId)).map(({ brand }) => brand.trim())
  return [...new Set(names)].filter((name) => /\p{L}/u.test(name)).map((name) => phraseOf(name, null))
}

function matterOf(kind: Matter['kind'], entries: readonly Entry[]): Matter[] {
  const voices = entries.flatMap(({ heard, postUrl }): Voice[] => {
    if (kind === 'copied') return heard.copied ? [{ comment: heard.comment.stored, postUrl, quote: null }] : []
    const signal = heard.signals.find((one) => one.kind === kind)
    if (!signal) return []
    const whole = signal.start === 0 && signal.end === heard.comment.text.length
    return [{ comment: heard.comment.stored, postUrl, quote: whole ? null : signal }]
  })
  return voices.length === 0 ? [] : [{ kind, count: voices.length, voices: voices.slice(0, QUOTED) }]
}

/** A question says what somebody wants to know; how that sounds is the least clear of all. */
function onlyAsks({ signals }: Heard<Said>): boolean {
  const kinds = new Set(signals.map(({ kind }) => kind))
  return kinds.has('question') && !kinds.has('complaint') && !kinds.has('praise')
}

function strongest(entries: readonly Entry[]): Pick<Voices, 'negative' | 'positive'> {
  const genuine = entries.filter(({ heard }) => !isSpam(heard) && !onlyAsks(heard))
  const of = (label: 'negative' | 'positive', sign: 1 | -1): Voice[] =>
    genuine
      .map(({ heard, postUrl }) => ({ comment: heard.comment.stored, postUrl, quote: null }))
      .filter(({ comment }) => comment.tone.label === label)
      .toSorted((a, b) => sign * (b.comment.tone.score - a.comment.tone.score))
      .slice(0, 3)
  return { negative: of('negative', -1), positive: of('positive', 1) }
}
