import type { FieldSeen, MissSeen, Observation, PostSeen } from '../domain/observation.ts'
import { MAX_FIELDS, ratesId } from '../domain/read-rates.ts'
import type { FieldRate, ReadRates, Tally } from '../domain/read-rates.ts'
import { hashOf } from '../text/hash.ts'
import { CERTAIN, suspect } from './suspect.ts'

/** One look at a page, as far as drift is told by it. `at` is by this machine's clock, ISO UTC. */
export interface RateLook {
  readonly observation: Pick<Observation, 'platform' | 'page' | 'url' | 'profile' | 'posts'>
  readonly fields: readonly FieldSeen[]
  readonly misses: readonly MissSeen[]
  readonly at: string
}

/** Places that count in full; beyond them what is older weighs half, so that the rate follows the site. */
const ROLLING = 500
/** After so many places a changed rate is how the site is now, and no alarm; one this low never is. */
const SETTLED = 200
const GONE = 0.1
/** What the adapter's word that a field is always there counts for: its captures showed it on so many of so many. */
const PROMISED = { hits: 19, of: 20 }
/**
 * Where absence is normal, only what was found nearly always, on many places, can be said to have stopped: a site's
 * other design may lack it, and the first pages that somebody opens are often of one.
 */
const NEARLY_ALWAYS = 0.9
const MANY = 40
/** Captions are of every length: a sixth of the usual is what fewer than one in ten is shorter than. */
const SHORT = 1 / 6
const LENGTHS_VARY = 0.7
/** Lengths kept, how many of them tell what is usual, and the least that could collapse, in UTF-16 code units. */
const MAX_LENGTHS = 40
const ENOUGH_LENGTHS = 15
const LEAST_LENGTH = 40
/** Where absence is normal, what one creator's page shows is one creator's choice: so many pages have to agree. */
const PAGES = 3
/** A look at the posts of so many authors is no creator's choice. */
const MANY_AUTHORS = 4
/** Finds by which a field's usual strategy is known, and the share of them it must have. */
const KNOWN = 10
const USUAL = 0.7

/** A page that shows signs of posts and gives none is no matter of chance: two in a row are certain. */
const SIGNS = 2

/** Stands for the captions' lengths among the fields; `page.posts` for there being any post at all. */
export const TEXT_LENGTH = 'post.textLength'
export const PAGE_POSTS = 'page.posts'

/** What one look says of one field. */
interface Evidence {
  readonly of: number
  readonly won: readonly number[]
  /** The adapter says that it is always there, so that each absence counts. */
  readonly expected: boolean
  /** Where absence is normal: the least usual rate from which a fall can be told. */
  readonly least: number
  /** Places that each absence counts for. */
  readonly weight: number
}

/**
 * Adds one look to what is known of how its kind of page is read. A look counts what it brings: a post that was
 * read again because it changed in the meantime is one place, and where it was found in the end, it was found.
 */
export function seeRates(known: ReadRates | null, look: RateLook): ReadRates {
  const { observation, at } = look
  const { platform, page } = observation
  const lengths = known?.lengths ?? []
  const fields = { ...known?.fields }
  for (const [field, evidence] of [...evidenceOf(look), ...lengthEvidence(observation.posts, lengths)]) {
    const before = Object.hasOwn(fields, field) ? (fields[field] ?? null) : null
    if (!before && Object.keys(fields).length >= MAX_FIELDS) continue
    fields[field] = seeField(before, evidence, look, isSingle(field))
  }
  return {
    id: ratesId(platform, page),
    platform,
    page,
    fields,
    // While captions are suspiciously short, they must not become what is usual.
    lengths: fields[TEXT_LENGTH]?.gone ? lengths : [...lengths, ...lengthsOf(observation.posts)].slice(-MAX_LENGTHS),
    jumps: known?.jumps ?? {},
    lastAt: at,
  }
}

/** Fields that a page has once: looking at the same page again says nothing new of them. */
const isSingle = (field: string) => field.startsWith('profile.') || field.startsWith('page.')

const nouns = ['post', 'comment', 'profile', 'page'] as const
const isNoun = (noun: string | undefined): noun is (typeof nouns)[number] => nouns.some((one) => one === noun)

function evidenceOf({ observation, fields, misses }: RateLook): [string, Evidence][] {
  const { page, posts, profile } = observation
  const missed = new Map(misses.map((miss) => [miss.field, miss]))
  const room = {
    post: posts.length,
    comment: posts.reduce((sum, post) => sum + post.comments.length, 0),
    profile: profile ? 1 : 0,
    page: 1,
  }
  const found: [string, Evidence][] = []
  for (const { field, of, won } of fields) {
    const noun = field.split('.', 1)[0]
    const places = isNoun(noun) ? Math.min(room[noun], of) : 0
    if (places === 0) continue
    const hits = sumOf(won)
    const scale = hits > places ? places / hits : 1
    found.push([
      field,
      {
        of: places,
        won: won.map((n) => n * scale),
        expected: (missed.get(field)?.missing ?? 0) > 0,
        least: NEARLY_ALWAYS,
        weight: noun === 'page' ? SIGNS : 1,
      },
    ])
  }
  // Where no signs of comments are known, that the post counts some is one.
  const counted = page === 'post' && posts.some(({ metrics }) => (metrics.comments?.value ?? 0) > 0)
  if (counted && !found.some(([field]) => field === 'page.comments'))
    found.push([
      'page.comments',
      { of: 1, won: [Number(room.comment > 0)], expected: false, least: NEARLY_ALWAYS, weight: 1 },
    ])
  return found
}

const lengthsOf = (posts: readonly PostSeen[]) => posts.map(({ text }) => text.length).filter((length) => length > 0)

function lengthEvidence(posts: readonly PostSeen[], lengths: readonly number[]): [string, Evidence][] {
  const seen = lengthsOf(posts)
  if (lengths.length < ENOUGH_LENGTHS || seen.length === 0) return []
  const usual = median(lengths)
  if (usual < LEAST_LENGTH) return []
  const long = seen.filter((length) => length >= usual * SHORT).length
  return [[TEXT_LENGTH, { of: seen.length, won: [long], expected: false, least: LENGTHS_VARY, weight: 1 }]]
}

function seeField(
  known: FieldRate | null,
  { of, won, expected, least, weight }: Evidence,
  look: RateLook,
  single: boolean,
) {
  const { at, observation } = look
  const page = hashOf(observation.url)
  const before = known ?? freshRate(at)
  const hits = sumOf(won)
  const isSamePage = known?.lastPage === page
  const wasMissing = before.missingSince !== null
  // The same page again: what was missing while it loaded has come, or nothing is new.
  const isSecond = single && isSamePage
  if (isSecond && (hits === 0 || !wasMissing)) return { ...before, lastAt: at }
  const misses = isSecond ? -1 : of - hits

  const steady = before.steady
  const isVaried = !isSamePage || authorsOf(observation.posts) >= MANY_AUTHORS
  const usual = expected
    ? (sumOf(steady.won) + PROMISED.hits) / (steady.of + PROMISED.of)
    : (sumOf(steady.won) + 1) / (steady.of + 2)
  const counts = expected || misses < 0 || (isVaried && usual >= least && steady.of >= MANY)
  const gone = suspect(
    before.gone,
    { hits, misses: counts ? misses * weight : 0 },
    usual,
    at,
    expected ? CERTAIN : CERTAIN / PAGES,
  )
  const moved = hits > 0 && isVaried ? suspectMove(before, won, hits, at) : before.moved
  const now = { of: hits + misses, won: [...won] }
  const recent = add(before.recent, now)
  const isNormal = recent.of >= SETTLED && rateOf(recent) > GONE
  return {
    ...(isNormal ? { ...calm, steady: recent } : settle(steady, recent, now, gone, moved)),
    missingSince: hits > 0 ? null : (before.missingSince ?? at),
    lastHitAt: hits > 0 ? at : before.lastHitAt,
    lastAt: at,
    lastPage: page,
  }
}

/**
 * That finds come from a strategy the adapter trusts less than the one that usually wins. One page may be of another
 * design, such as a site's old one, so that several have to agree.
 */
function suspectMove({ steady, moved }: FieldRate, won: readonly number[], hits: number, at: string) {
  const usual = usualStrategy(steady)
  if (usual === null) return null
  const asUsual = sumOf(won.slice(0, usual + 1))
  const share = (sumOf(steady.won.slice(0, usual + 1)) + 1) / (sumOf(steady.won) + 2)
  return suspect(moved, { hits: asUsual, misses: hits - asUsual }, share, at, CERTAIN / PAGES)
}

/** The strategy, from 0, that finds the field nearly always; null where none does. */
function usualStrategy({ won }: Tally): number | null {
  const total = sumOf(won)
  const best = won.indexOf(Math.max(...won))
  return total >= KNOWN && (won[best] ?? 0) >= total * USUAL ? best : null
}

const none: Tally = { of: 0, won: [] }
const calm = { recent: none, gone: null, moved: null }

/** Without suspicion the recent places are usual ones, unless they are a time without the field that is over. */
function settle(
  steady: Tally,
  recent: Tally,
  now: Tally,
  gone: FieldRate['gone'],
  moved: FieldRate['moved'],
): Pick<FieldRate, 'steady' | 'recent' | 'gone' | 'moved'> {
  if (gone || moved) return { steady, recent, gone, moved }
  const sum = add(steady, rateOf(recent) < rateOf(steady) / 2 ? now : recent)
  return { ...calm, steady: sum.of > ROLLING ? halved(sum) : sum }
}

function freshRate(at: string): FieldRate {
  return { ...calm, steady: none, missingSince: null, lastHitAt: null, lastAt: at, lastPage: 0 }
}

export function add(a: Tally, b: Tally): Tally {
  const longer = a.won.length > b.won.length ? a.won : b.won
  return { of: a.of + b.of, won: longer.map((_, i) => (a.won[i] ?? 0) + (b.won[i] ?? 0)) }
}

const halved = ({ of, won }: Tally): Tally => ({ of: of / 2, won: won.map((n) => n / 2) })

/** The share of places where it was found, from 0 to 1; 0 where it was never looked for. */
export const rateOf = ({ of, won }: Tally): number => (of === 0 ? 0 : sumOf(won) / of)

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0)

/** The middle one of a list; 0 for an empty one. */
function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

const authorsOf = (posts: readonly PostSeen[]) =>
  new Set(posts.flatMap(({ author }) => author.handle ?? author.name ?? [])).size
