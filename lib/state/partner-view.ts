import { readHealth } from '../background/health.ts'
import type { Assessment } from '../domain/assessment.ts'
import type { Comment } from '../domain/comment.ts'
import type { Contact } from '../domain/contact.ts'
import type { Note } from '../domain/note.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post, ProfileSnapshot, Revision } from '../domain/post.ts'
import type { Mood } from '../domain/tone.ts'
import type { Health } from '../health/types.ts'
import type { StoreReader } from '../store/interface.ts'

/** Newest posts shown with their findings; older ones are counted. */
export const POSTS_SHOWN = 30
/** Newest posts whose comments are searched for the strongest voices, and how many comments of each. */
const QUOTED_POSTS = 12
const QUOTED_COMMENTS = 200

export interface PostRow {
  post: Post
  assessment: Assessment | null
  /** Earlier texts, oldest first; empty while the caption was never edited. */
  earlier: Revision[]
}

/** A comment with the post it stands under. Who wrote it is not known to Rapport. */
export interface Voice {
  comment: Comment
  postUrl: string | null
}

/** Everything the panel and the partner page show of one partner. */
export interface PartnerView {
  partner: Partner
  health: Health
  posts: PostRow[]
  postCount: number
  /** Mood of the visible comments under the shown posts; null when none was read. */
  mood: Mood | null
  voices: { negative: Voice[]; positive: Voice[] }
  /** The newest profile figures of each account that has any. */
  profiles: ProfileSnapshot[]
  notes: Note[]
  contacts: Contact[]
}

/** Reads one partner's view; null when there is no such partner, or no longer. */
export async function loadPartnerView(store: StoreReader, partnerId: string, now: number): Promise<PartnerView | null> {
  const partner = await store.partners.get(partnerId)
  if (!partner || partner.deletedAt !== null) return null
  const [health, posts, counts, profiles, notes, contacts] = await Promise.all([
    readHealth(store, partner, new Date(now)),
    store.posts.ofPartner(partnerId, { limit: POSTS_SHOWN }),
    Promise.all(partner.accountKeys.map((account) => store.posts.countOfAccount(account))),
    Promise.all(partner.accountKeys.map((account) => store.profiles.latest(account))),
    store.notes.ofPartner(partnerId),
    store.contacts.ofPartner(partnerId),
  ])
  const rows = await postRows(store, posts)
  return {
    partner,
    health,
    posts: rows,
    postCount: counts.reduce((sum, count) => sum + count, 0),
    mood: addMoods(rows.flatMap((row) => row.assessment?.mood ?? [])),
    voices: await loudest(store, posts.slice(0, QUOTED_POSTS)),
    profiles: profiles.filter((profile) => profile !== null),
    notes,
    contacts,
  }
}

async function postRows(store: StoreReader, posts: readonly Post[]): Promise<PostRow[]> {
  const assessments = new Map(
    (await store.assessments.getMany(posts.map((post) => post.id))).map((one) => [one.postId, one]),
  )
  return Promise.all(
    posts.map(async (post) => ({
      post,
      assessment: assessments.get(post.id) ?? null,
      earlier: (await store.revisions.ofPost(post.id)).filter((revision) => revision.text !== post.text),
    })),
  )
}

/** Moods added up; null when no comment was read. */
export function addMoods(moods: readonly Mood[]): Mood | null {
  const sum = { n: 0, positive: 0, neutral: 0, negative: 0, unclear: 0 }
  for (const mood of moods)
    for (const key of ['n', 'positive', 'neutral', 'negative', 'unclear'] as const) sum[key] += mood[key]
  return sum.n === 0 ? null : sum
}

async function loudest(store: StoreReader, posts: readonly Post[]): Promise<PartnerView['voices']> {
  const heard = (
    await Promise.all(
      posts.map(async (post) => {
        const comments = await store.comments.ofPost(post.id, { limit: QUOTED_COMMENTS })
        return comments.flatMap((comment) => (comment.byAuthor ? [] : [{ comment, postUrl: post.url }]))
      }),
    )
  ).flat()
  const strongest = (label: 'negative' | 'positive', sign: 1 | -1) =>
    heard
      .filter(({ comment }) => comment.tone.label === label)
      .toSorted((a, b) => sign * (b.comment.tone.score - a.comment.tone.score))
      .slice(0, 3)
  return { negative: strongest('negative', -1), positive: strongest('positive', 1) }
}
