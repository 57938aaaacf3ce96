import { hashOf } from '../../text/hash.ts'
import { normalise } from '../../text/normalise.ts'

/** A comment as far as copies are looked for; authors are only told apart, `null` where that is not known. */
export interface Copyable {
  readonly text: string
  readonly author: string | null
}

/** Letters and digits below which people write the same by chance ("love this so much"). */
const MIN_LENGTH = 24
/** Characters read of each comment. */
const READ = 600
/** Neighbouring characters that are compared. */
const GRAM = 5
/** Share of common grams from which two comments are copies (Jaccard). */
const SAME = 0.7
/** Authors that make copies a cluster: two may quote the same line. */
const MIN_AUTHORS = 3
/** Signature: 8 bands of 2 minima. Copies of 0.7 share a band with a probability of 99.5 %. */
const BANDS = 8
const ROWS = 2

/**
 * Groups of near-duplicate comments in one thread by at least three authors, as indexes in order: what bots and paid
 * commenters leave (sentiment.md 7). Each comment is compared with the first of each of its bands only, so that the
 * work stays linear in the length of the thread.
 */
export function copiesIn(comments: readonly Copyable[]): number[][] {
  const grams = comments.map(({ text, author }) => (author === null ? null : gramsOf(text)))
  const firsts = new Map<string, number>()
  const leader = comments.map((_comment, at) => at)
  const leaderOf = (at: number): number => {
    let found = at
    while (leader[found] !== undefined && leader[found] !== found) found = leader[found] ?? found
    leader[at] = found
    return found
  }
  for (const [at, own] of grams.entries()) {
    if (own === null) continue
    for (const band of bandsOf(own)) {
      const first = firsts.get(band)
      if (first === undefined) firsts.set(band, at)
      else if (leaderOf(first) !== leaderOf(at) && likeness(own, grams[first] ?? null) >= SAME)
        leader[leaderOf(at)] = leaderOf(first)
    }
  }
  const groups = Map.groupBy(comments.keys(), leaderOf)
  return [...groups.values()].filter((group) => new Set(group.map((at) => comments[at]?.author)).size >= MIN_AUTHORS)
}

/** Hashes of the text's grams, without spaces, signs, emoji and case; null of a text too short to tell. */
function gramsOf(text: string): ReadonlySet<number> | null {
  const letters = normalise(text.slice(0, READ), { lookAlikes: true }).text.replace(/[^\p{L}\p{N}]/gu, '')
  if (letters.length < MIN_LENGTH) return null
  const grams = new Set<number>()
  for (let at = 0; at + GRAM <= letters.length; at++) grams.add(hashOf(letters, undefined, at, at + GRAM))
  return grams
}

function bandsOf(grams: ReadonlySet<number>): string[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let key = String(band)
    for (let row = 0; row < ROWS; row++) key += `:${minimumOf(grams, band * ROWS + row + 1)}`
    return key
  })
}

function minimumOf(grams: ReadonlySet<number>, seed: number): number {
  let least = Number.POSITIVE_INFINITY
  for (const gram of grams) least = Math.min(least, mix(gram ^ Math.imul(seed, 0x9e_37_79_b1)))
  return least
}

function likeness(a: ReadonlySet<number>, b: ReadonlySet<number> | null): number {
  if (b === null) return 0
  let common = 0
  for (const gram of a) if (b.has(gram)) common++
  return common / (a.size + b.size - common)
}

/** Murmur3's finaliser. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}
