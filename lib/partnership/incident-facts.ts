import type { Cell, Rating } from '../domain/incident.ts'

/** What the record knows of an incident; null: not captured. Ids say where from. */
export interface IncidentFacts {
  readonly followers: { readonly value: number; readonly ids: readonly string[] } | null
  readonly views: { readonly value: number; readonly ids: readonly string[] } | null
  readonly platforms: readonly string[]
  readonly postIds: readonly string[]
  /** Comments of the last 24 hours and the usual of a day. */
  readonly velocity: { readonly today: number; readonly mean: number } | null
  /** The gravest open finding of the posts it is about; null where none of them was checked. */
  readonly breach: { readonly worst: 'none' | 'low' | 'medium' | 'high'; readonly ids: readonly string[] } | null
  readonly prior: readonly string[]
  /** The creator's last answer, and how long they have owed one. */
  readonly response: { readonly waitingHours: number | null; readonly ids: readonly string[] } | null
}

/** Favikon's size tiers (relationship.md B0): under 10K, 100K, 500K, and over. */
const reachOf = (value: number) =>
  value < 1_000 ? 0 : value < 10_000 ? 1 : value < 100_000 ? 2 : value < 500_000 ? 3 : 4
const breaches = { none: 0, low: 1, medium: 2, high: 3 } as const
/** Fewer comments say nothing (B3). */
const LEAST = 10

const known = (
  cell: Cell,
  value: number,
  why: string,
  values: (string | number)[],
  evidence: readonly string[],
): Rating => ({
  cell,
  value,
  from: 'record',
  why,
  values: values.map(String),
  evidence: [...evidence].slice(0, 50),
})
const unknown = (cell: Cell): Rating => ({
  cell,
  value: null,
  from: 'record',
  why: 'notCaptured',
  values: [],
  evidence: [],
})

/**
 * The cells as far as the record fills them, each with its source; the others explicitly unknown (relationship.md B3).
 * The steps are defaults of our own; a person may change each cell.
 */
export function proposeRatings(facts: IncidentFacts): Rating[] {
  const { followers, views, platforms, postIds, velocity, breach, prior, response } = facts
  return [
    followers
      ? known('followers', reachOf(followers.value), 'followers', [followers.value], followers.ids)
      : unknown('followers'),
    views ? known('views', reachOf(views.value), 'views', [views.value], views.ids) : unknown('views'),
    platforms.length > 0
      ? known(
          'platforms',
          Math.min(4, platforms.length),
          'platforms',
          [platforms.length, platforms.join(', ')],
          postIds,
        )
      : unknown('platforms'),
    velocity && velocity.today >= LEAST && velocity.mean > 0
      ? known(
          'velocity',
          velocityOf(velocity.today / velocity.mean),
          'velocity',
          [velocity.today, Math.round(velocity.mean)],
          postIds,
        )
      : unknown('velocity'),
    unknown('category'),
    breach ? known('breach', breaches[breach.worst], `breach-${breach.worst}`, [], breach.ids) : unknown('breach'),
    unknown('media'),
    unknown('brand'),
    unknown('intent'),
    unknown('cooperation'),
    known('prior', prior.length === 0 ? 0 : Math.min(4, prior.length + 1), 'prior', [prior.length], prior),
    response ? responseOf(response) : unknown('response'),
  ]

  function responseOf({ waitingHours, ids }: NonNullable<IncidentFacts['response']>): Rating {
    if (waitingHours === null) return known('response', 0, 'answered', [], ids)
    return known(
      'response',
      waitingHours < 4 ? 1 : waitingHours < 24 ? 2 : 3,
      'waiting',
      [Math.floor(waitingHours)],
      ids,
    )
  }
}

/** Times the usual: B3's alert is at 1.5. */
const velocityOf = (times: number) => (times <= 1 ? 0 : times <= 1.5 ? 1 : times <= 2 ? 2 : times <= 3 ? 3 : 4)
