import type { Assessment } from '../domain/assessment.ts'
import type { Post } from '../domain/post.ts'
import { verdictOf } from '../guidelines/assess.ts'
import { listen, moodOfThread } from '../sentiment/signals/thread.ts'
import type { StoreReader } from '../store/interface.ts'

/**
 * Posts and their checks as they were known at `at` (milliseconds), so that a past moment knows nothing of what was
 * seen later: the figures of then; the mood of the comments seen until then; no waiver given later. A post whose
 * caption was changed later has no check of then: what its guidelines would have said of the old words is not kept.
 * Guidelines, and what people have deleted since, are taken as they are now. Posts not seen since come back as they are.
 */
export async function asOf(
  store: StoreReader,
  posts: readonly Post[],
  assessments: readonly Assessment[],
  at: number,
): Promise<{ posts: Post[]; assessments: Assessment[] }> {
  const then = new Date(at).toISOString()
  const later = new Set(posts.filter(({ lastSeenAt }) => lastSeenAt > then).map(({ id }) => id))
  return {
    posts: await Promise.all(posts.map(async (post) => (later.has(post.id) ? postAt(store, post, then) : post))),
    assessments: (
      await Promise.all(assessments.map(async (one) => (later.has(one.postId) ? assessmentAt(store, one, then) : one)))
    ).filter((one) => one !== null),
  }
}

async function postAt(store: StoreReader, post: Post, then: string): Promise<Post> {
  const known = (await store.metrics.ofPost(post.id)).findLast(({ at }) => at <= then)
  const metrics = known?.metrics ?? { likes: null, comments: null, shares: null, views: null, saves: null }
  return { ...post, metrics, lastSeenAt: then }
}

async function assessmentAt(store: StoreReader, assessment: Assessment, then: string): Promise<Assessment | null> {
  const { postId } = assessment
  const [revisions, comments] = await Promise.all([store.revisions.ofPost(postId), store.comments.ofPost(postId)])
  if (revisions.some(({ firstSeenAt }, i) => i > 0 && firstSeenAt > then)) return null
  const findings = assessment.findings.map((finding) => {
    if (finding.waived === undefined || finding.waived.at <= then) return finding
    const { waived: _later, ...open } = finding
    return open
  })
  const heard = comments.filter(({ firstSeenAt }) => firstSeenAt <= then)
  const mood = moodOfThread(listen(heard.map((comment) => Object.assign({ author: comment.authorHash }, comment))))
  return { ...assessment, findings, verdict: verdictOf(findings), mood }
}
