import type { Count } from '../../domain/count.ts'
import type { Metrics, ProfileSeen } from '../../domain/observation.ts'
import type { MetricSnapshot, ProfileSnapshot } from '../../domain/post.ts'
import { same } from './same.ts'
import { place } from './timeline.ts'

/** Rows to write and ids of rows to remove, in one table. */
export interface RowChanges<R> {
  readonly put: readonly R[]
  readonly remove: readonly string[]
}

const unchanged = { put: [], remove: [] } as const

/**
 * The count that both sightings allow, the more exact of the two: an exact figure inside a rounded one's
 * range is the same figure. undefined when they contradict each other; null says nothing.
 */
export function mergeCount(known: Count | null, seen: Count | null): Count | null | undefined {
  if (known === null || seen === null) return known ?? seen
  // Of two equal figures the one that a page showed.
  if (contains(known, seen) && !(seen.source && known.step === seen.step)) return seen
  if (contains(seen, known)) return known
  return undefined
}

function contains(outer: Count, inner: Count): boolean {
  return inner.value >= outer.value && inner.value + inner.step <= outer.value + outer.step
}

const metricNames = ['likes', 'comments', 'shares', 'views', 'saves'] as const satisfies readonly (keyof Metrics)[]

function mergeMetrics(known: Metrics, seen: Metrics): Metrics | undefined {
  const merged: Metrics = { ...known }
  for (const name of metricNames) {
    const count = mergeCount(known[name], seen[name])
    if (count === undefined) return undefined
    merged[name] = count
  }
  return merged
}

/** The newest figure known of each kind; one that a page does not show is not forgotten. */
export function newestMetrics(known: Metrics | undefined, rows: readonly Pick<MetricSnapshot, 'metrics'>[]): Metrics {
  const newest: Metrics = { likes: null, comments: null, shares: null, views: null, saves: null, ...known }
  for (const { metrics } of rows) for (const name of metricNames) newest[name] = metrics[name] ?? newest[name]
  return newest
}

/** Adds a look at a post's figures to its series, oldest first. A look that shows no figure changes nothing. */
export function seeMetrics(
  rows: readonly MetricSnapshot[],
  postId: string,
  metrics: Metrics,
  at: string,
): RowChanges<MetricSnapshot> {
  if (metricNames.every((name) => metrics[name] === null)) return unchanged
  const spans = rows.map((row) => ({ from: row.at, to: row.lastSeenAt, value: row.metrics }))
  const placed = place(spans, at, metrics, mergeMetrics)
  if (placed.type === 'ignore') return unchanged
  const span = placed.type === 'insert' ? { from: at, to: at, value: metrics } : placed
  const row = { id: `${postId}@${span.from}`, postId, at: span.from, lastSeenAt: span.to, metrics: span.value }
  return replacing(placed.type === 'merge' ? rows[placed.index] : undefined, row)
}

type ProfileFacts = Omit<ProfileSnapshot, 'id' | 'account' | 'at' | 'lastSeenAt'>

function mergeProfile(known: ProfileFacts, seen: ProfileFacts): ProfileFacts | undefined {
  const merged: ProfileFacts = { ...known }
  for (const name of ['followers', 'following', 'posts'] as const) {
    const count = mergeCount(known[name], seen[name])
    if (count === undefined) return undefined
    merged[name] = count
  }
  if (differ(known.name, seen.name) || differ(known.bio, seen.bio) || differ(known.verified, seen.verified))
    return undefined
  return {
    ...merged,
    name: known.name ?? seen.name,
    bio: known.bio ?? seen.bio,
    verified: known.verified ?? seen.verified,
  }
}

function differ<T>(known: T | null, seen: T | null): boolean {
  return known !== null && seen !== null && known !== seen
}

/** Adds a look at a profile to its series, oldest first. */
export function seeProfile(
  rows: readonly ProfileSnapshot[],
  account: string,
  seen: ProfileSeen,
  at: string,
): RowChanges<ProfileSnapshot> {
  const { name, bio, followers, following, posts, verified } = seen
  const facts: ProfileFacts = { name, bio, followers, following, posts, verified }
  if (Object.values(facts).every((fact) => fact === null)) return unchanged
  const spans = rows.map((row) => ({ from: row.at, to: row.lastSeenAt, value: factsOf(row) }))
  const placed = place(spans, at, facts, mergeProfile)
  if (placed.type === 'ignore') return unchanged
  const span = placed.type === 'insert' ? { from: at, to: at, value: facts } : placed
  const row = { id: `${account}@${span.from}`, account, at: span.from, lastSeenAt: span.to, ...span.value }
  return replacing(placed.type === 'merge' ? rows[placed.index] : undefined, row)
}

function factsOf({ name, bio, followers, following, posts, verified }: ProfileSnapshot): ProfileFacts {
  return { name, bio, followers, following, posts, verified }
}

/** A row's id holds its first sighting, so an earlier one gives it a new id. */
function replacing<R extends { id: string }>(old: R | undefined, row: R): RowChanges<R> {
  if (!old) return { put: [row], remove: [] }
  if (old.id !== row.id) return { put: [row], remove: [old.id] }
  return same(old, row) ? unchanged : { put: [row], remove: [] }
}
