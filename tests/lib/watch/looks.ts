import type { FieldSeen, MissSeen, PageKind, PostSeen, ProfileSeen } from '../../../lib/domain/observation.ts'
import type { ReadRates } from '../../../lib/domain/read-rates.ts'
import { alarmsOf } from '../../../lib/watch/drift.ts'
import type { Alarm } from '../../../lib/watch/drift.ts'
import { seeRates } from '../../../lib/watch/read-rates.ts'
import { postSeen, profileSeen } from '../background/seen.ts'

/** The day looks begin on; each is an hour after the one before. */
const START = Date.parse('2026-11-12T08:00:00.000Z')
export const hour = (n: number): string => new Date(START + n * 3_600_000).toISOString()

export interface Look {
  page?: PageKind
  url?: string
  /** How many posts it shows; one author writes all of them. */
  posts?: number | PostSeen[]
  profile?: ProfileSeen | null
  fields?: FieldSeen[]
  misses?: MissSeen[]
}

export const posts = (count: number, changes: Partial<PostSeen> = {}): PostSeen[] =>
  Array.from({ length: count }, (_, i) => postSeen(`${i}`, changes))

/** Likes looked for on `of` posts and found on `hits`, by the first strategy unless told. */
export function likes(of: number, hits: number, { strategy = 1, expected = true } = {}): Look {
  const won = [0, 0, 0]
  won[strategy - 1] = hits
  const missing = of - hits
  return {
    posts: of,
    fields: [{ field: 'post.likes', of, won }],
    misses: expected && missing > 0 ? [{ field: 'post.likes', of, missing, tried: ['a', 'b', 'c'] }] : [],
  }
}

export function followers(handle: string, found: boolean): Look {
  return {
    url: `https://x.com/${handle}`,
    posts: 0,
    profile: profileSeen({ handle }),
    fields: [{ field: 'profile.followers', of: 1, won: [Number(found)] }],
    misses: found ? [] : [{ field: 'profile.followers', of: 1, missing: 1, tried: ['a'] }],
  }
}

/** What is known after these looks, an hour apart from each other, the first at `from`. */
export function after(looks: readonly Look[], known: ReadRates | null = null, from = 0): ReadRates | null {
  return looks.reduce<ReadRates | null>(
    (rates, { page = 'profile', url = `https://x.com/creator${from}`, fields = [], misses = [], ...look }, i) =>
      seeRates(rates, {
        observation: {
          platform: 'x',
          page,
          url: url ?? '',
          profile: look.profile ?? null,
          posts: typeof look.posts === 'number' ? posts(look.posts) : (look.posts ?? []),
        },
        fields,
        misses,
        at: hour(from + i),
      }),
    known,
  )
}

export const alarms = (rates: ReadRates | null, at = 200): Alarm[] =>
  alarmsOf(rates ? [rates] : [], Date.parse(hour(0)) + at * 3_600_000)
