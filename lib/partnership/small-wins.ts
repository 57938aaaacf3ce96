import type { Assessment } from '../domain/assessment.ts'
import type { Plan } from '../domain/plan.ts'
import type { Post } from '../domain/post.ts'
import type { Delivery } from '../health/delivery.ts'
import type { Exchange } from '../health/reply-times.ts'
import { planProgress } from './plan.ts'

/** Firsts since a plan began (relationship.md B5): what went well is found, not only what went wrong. */
export const winKinds = [
  'on-time',
  'clean-check',
  'reply-in-target',
  'brand-promise',
  'creator-promise',
  'better-rating',
] as const
export type WinKind = (typeof winKinds)[number]

export interface SmallWin {
  readonly kind: WinKind
  /** ISO instant. */
  readonly at: string
  /** What it was, for the words; may be empty. */
  readonly about: string
  /** Ids of a post, deliverable or contact. */
  readonly evidence: readonly string[]
}

/** What wins are found in. `replyLimitHours`: within so long a reply is within the target. */
export interface WinRecord {
  readonly deliveries: readonly Delivery[]
  readonly posts: readonly Pick<Post, 'id' | 'text' | 'sortAt'>[]
  readonly assessments: readonly Pick<Assessment, 'postId' | 'verdict'>[]
  readonly exchanges: readonly Exchange[]
  readonly replyLimitHours: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The first of each kind since the plan was made, oldest first: worked out from the record, never typed in. */
export function smallWins(plan: Plan, record: WinRecord): SmallWin[] {
  const from = plan.createdAt
  const until = new Date(record.now).toISOString()
  const isSince = (at: string | null): at is string => at !== null && at >= from && at <= until
  const { promises, ratings } = planProgress({ ...plan, events: plan.events.filter(({ at }) => at <= until) })
  const wins: SmallWin[] = []
  const first = (kind: WinKind, found: readonly Omit<SmallWin, 'kind'>[]) => {
    const [win] = found.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    if (win) wins.push({ kind, ...win })
  }
  first(
    'on-time',
    record.deliveries.flatMap(({ state, liveAt, deliverable }) =>
      state === 'on-time' && isSince(liveAt)
        ? [{ at: liveAt, about: deliverable.title, evidence: [deliverable.id] }]
        : [],
    ),
  )
  const clean = new Set(record.assessments.filter(({ verdict }) => verdict === 'pass').map(({ postId }) => postId))
  first(
    'clean-check',
    record.posts.flatMap(({ id, text, sortAt }) =>
      clean.has(id) && isSince(sortAt) ? [{ at: sortAt, about: text.trim().slice(0, 80), evidence: [id] }] : [],
    ),
  )
  first(
    'reply-in-target',
    record.exchanges.flatMap(({ askedAt, hours, answerId }) => {
      const asked = new Date(askedAt).toISOString()
      if (hours === null || answerId === null || hours > record.replyLimitHours || !isSince(asked)) return []
      const at = new Date(askedAt + hours * 3_600_000).toISOString()
      return isSince(at) ? [{ at, about: String(Math.round(hours)), evidence: [answerId] }] : []
    }),
  )
  for (const side of ['brand', 'creator'] as const)
    first(
      `${side}-promise`,
      promises.flatMap(({ outcome, at, text, id, side: whose }) =>
        whose === side && outcome === 'kept' && isSince(at) ? [{ at, about: text, evidence: [id] }] : [],
      ),
    )
  first(
    'better-rating',
    ratings.flatMap((rating, i) => {
      const before = ratings.slice(0, i).findLast(({ side }) => side === rating.side)
      const isBetter = before !== undefined && rating.scores.overall > before.scores.overall
      const about = isBetter ? `${before.scores.overall} → ${rating.scores.overall}` : ''
      return isBetter ? [{ at: rating.at, about, evidence: [] }] : []
    }),
  )
  return wins.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.kind < b.kind ? -1 : 1))
}
