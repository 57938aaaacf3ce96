import type { Draft, DraftVersion } from '../domain/draft.ts'
import type { Post } from '../domain/post.ts'
import { readAddress } from '../text/address.ts'
import { normalise } from '../text/normalise.ts'
import type { Progress } from './progress.ts'

const DAY = 86_400_000
/** A creator may post a little before the approval is written down, and some weeks after it. */
const BEFORE = 2 * DAY
const AFTER = 60 * DAY
/** Likeness below which nothing is offered. */
const LEAST = 0.5
/** The first words say it; hostile length buys nothing. */
const READ = 10_000
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu

/** A captured post that may be the approved draft, gone live. */
export interface LiveOffer {
  readonly post: Post
  /** 0 to 1: the share of words that both captions have (Dice's coefficient over words). */
  readonly likeness: number
}

/**
 * Posts that may be an approved draft, the likest first: of the same site, from about the time of the approval, in like
 * words. Offered to a person, never assumed (relationship.md B11). `taken`: posts that are another draft already.
 */
export function liveOffers(
  draft: Pick<Draft, 'platform'>,
  { approved }: Pick<Progress, 'approved'>,
  version: Pick<DraftVersion, 'caption'>,
  posts: readonly Post[],
  taken: ReadonlySet<string>,
): LiveOffer[] {
  if (approved === null) return []
  const since = Date.parse(approved.at)
  return posts
    .filter(({ id, platform, sortAt }) => {
      const away = Date.parse(sortAt) - since
      return platform === draft.platform && !taken.has(id) && away > -BEFORE && away < AFTER
    })
    .map((post) => ({ post, likeness: likeness(version.caption, post.text) }))
    .filter((offer) => offer.likeness >= LEAST)
    .toSorted((a, b) => b.likeness - a.likeness || (a.post.id < b.post.id ? -1 : 1))
}

/** The captured post at an address as it was typed; null when none was captured there, or it is no address. */
export function postAt(address: string, posts: readonly Post[]): Post | null {
  const wanted = pageOf(address)
  if (wanted === null) return null
  return posts.find(({ url }) => url !== null && pageOf(url) === wanted) ?? null
}

/** Whether a text is the address of a web page. */
export const isAddress = (text: string): boolean => readAddress(text) !== null

function pageOf(text: string): string | null {
  const address = readAddress(text)
  if (address === null) return null
  const { host, path, query } = address
  return JSON.stringify([host, path, [...query].toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

/** Dice's coefficient over the words of two texts, each as often as it is there: 0 nothing in common, 1 the same words. */
function likeness(a: string, b: string): number {
  const [mine, theirs] = [wordsIn(a), wordsIn(b)]
  if (mine.length + theirs.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of mine) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of theirs) {
    const count = left.get(word) ?? 0
    if (count > 0) shared++
    left.set(word, count - 1)
  }
  return (2 * shared) / (mine.length + theirs.length)
}

const wordsIn = (text: string): string[] => normalise(text.slice(0, READ)).text.toLowerCase().match(WORD) ?? []
