import type { Count } from '../domain/count.ts'
import type { Metrics, PostSeen } from '../domain/observation.ts'
import type { Post } from '../domain/post.ts'
import type { Jump, ReadRates } from '../domain/read-rates.ts'

const DAY_MS = 86_400_000
/** A figure ten times what it was, or a tenth, has lost or won a digit. Real ones do not move so on several posts at once. */
const FACTOR = 10
/** Below these, chance alone makes such factors. */
const LEAST = 100
const LEAST_BEFORE = 20
/** A post gathers nearly all it ever will in its first weeks; and only between looks this close is ten times too much. */
const SETTLED_MS = 30 * DAY_MS
/** So many posts, and at least half of those that can be compared: one that goes viral takes no others with it. */
const SEVERAL = 3
const MOST = 0.5
/** A caption cut to a sixth is no edit when several are at once; a shorter one than this may well be. */
const SHORTER = 6
const LEAST_TEXT = 80
/** After so many days the new figures are taken for how the site counts now. */
const ACCEPTED_MS = 14 * DAY_MS

export const metricNames = [
  'likes',
  'comments',
  'shares',
  'views',
  'saves',
] as const satisfies readonly (keyof Metrics)[]

/** A post as it is known and as a look shows it. */
export interface Sighted {
  readonly known: Pick<Post, 'metrics' | 'text' | 'textComplete' | 'sortAt' | 'lastSeenAt'>
  readonly seen: Pick<PostSeen, 'metrics' | 'text' | 'textComplete'>
}

/** What a look says of the jumps of its kind of page: new ones begin, those that it refutes end. */
export function seeJumps(known: ReadRates['jumps'], posts: readonly Sighted[], at: string): ReadRates['jumps'] {
  const jumps = { ...known }
  for (const [field, compare] of comparisons) {
    const compared = posts.map((post) => compare(post, at)).filter((jumped) => jumped !== null)
    const jumped = compared.filter(Boolean).length
    const isMost = jumped >= compared.length * MOST
    const since = known[field]?.since ?? at
    // A time to come is of a clock that ran ahead.
    if (jumped >= SEVERAL && isMost)
      jumps[field] = { since: since > at ? at : since, lastAt: at, jumped, of: compared.length }
    else if (compared.length > 0 && !isMost) delete jumps[field]
  }
  return jumps
}

/** Whether a jump still stands at `now`, in epoch milliseconds. */
export const isHeld = ({ since }: Jump, now: number): boolean => now - Date.parse(since) < ACCEPTED_MS

type Compare = (post: Sighted, at: string) => boolean | null

/** Per field, whether it jumped; null where nothing can be said. */
const comparisons: readonly (readonly [string, Compare])[] = [
  ...metricNames.map(
    (name) =>
      [
        `post.${name}`,
        ({ known, seen }: Sighted, at: string) => countJumped(known.metrics[name], seen.metrics[name], known, at),
      ] as const,
  ),
  ['post.text', textCollapsed],
]

/** Counts are ranges: 1.2K is 1,200 to 1,299. Only what no value of the two ranges explains is a jump. */
function countJumped(before: Count | null, after: Count | null, known: Sighted['known'], at: string): boolean | null {
  if (!before || !after || Math.max(before.value, after.value) < LEAST || before.value < LEAST_BEFORE) return null
  if ((after.value + after.step) * FACTOR < before.value) return true
  const last = Date.parse(known.lastSeenAt)
  const isSettled = last - Date.parse(known.sortAt) >= SETTLED_MS && Date.parse(at) - last <= SETTLED_MS
  return isSettled && after.value > (before.value + before.step) * FACTOR
}

function textCollapsed({ known, seen }: Sighted): boolean | null {
  if (!known.textComplete || !seen.textComplete || known.text.length < LEAST_TEXT || seen.text === '') return null
  return seen.text.length * SHORTER < known.text.length
}
