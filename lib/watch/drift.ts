import type { PageKind, PostSeen } from '../domain/observation.ts'
import { platformOf } from '../domain/ids.ts'
import type { Post, ProfileSnapshot } from '../domain/post.ts'
import type { FieldRate, ReadRates } from '../domain/read-rates.ts'
import { isHeld, metricNames } from './jumps.ts'
import { PAGE_POSTS, rateOf, sumOf, TEXT_LENGTH } from './read-rates.ts'
import { isCertain } from './suspect.ts'

const DAY_MS = 86_400_000
/** What was not looked for in so long may have left the adapter: nothing is known of it any more. */
const STALE_MS = 30 * DAY_MS
/** Found less often than this since it was first suspected, it is not there any more; else only more rarely. */
const HARDLY = 0.2
/** Places from which a share is told. */
const ENOUGH = 20

/**
 * What is wrong: `stopped`, it was found and is not any more; `never`, it is always there by the adapter's word and
 * was never found; `fading`, it is found much less often than before; `fallback`, another strategy than before finds
 * it; `no-posts`, pages of this kind showed posts and show none; `short-texts`, captions are a fraction of their
 * usual length; `jumped`, figures of several posts changed by an impossible factor.
 */
export const alarmCodes = ['stopped', 'never', 'fading', 'fallback', 'no-posts', 'short-texts', 'jumped'] as const
export type AlarmCode = (typeof alarmCodes)[number]

/** Something that Rapport reads wrongly or not at all, on one kind of page of one site. */
export interface Alarm {
  readonly code: AlarmCode
  readonly platform: string
  readonly page: PageKind
  /** E.g. `post.likes`. */
  readonly field: string
  /** ISO UTC. */
  readonly since: string
  /** The share of places where it is found since, and before, from 0 to 1. */
  readonly share: number
  readonly before: number
  /** `fallback`: the strategy that finds it now, from 1. */
  readonly strategy: number | null
}

/** What is wrong at `now` (epoch milliseconds), from how pages have been read; that which began last comes first. */
export function alarmsOf(rates: readonly ReadRates[], now: number): Alarm[] {
  const latest = new Date(now).toISOString()
  // A time to come was written while this machine's clock ran ahead.
  const past = (at: string) => (at > latest ? latest : at)
  const isStale = (at: string) => now - Date.parse(at) >= STALE_MS
  const alarms = rates.flatMap(({ platform, page, fields, jumps }) =>
    [
      ...Object.entries(fields)
        .filter(([, { lastAt }]) => !isStale(lastAt))
        .flatMap(([field, rate]) => troubleOf(field, rate) ?? []),
      ...Object.entries(jumps)
        .filter(([, jump]) => isHeld(jump, now) && !isStale(jump.lastAt))
        .map(([field, { since, jumped, of }]) => troubleWith(field, 'jumped', since, { share: jumped / of })),
    ].map((trouble): Alarm => Object.assign(trouble, { platform, page, since: past(trouble.since) })),
  )
  return alarms.toSorted((a, b) => (a.since === b.since ? 0 : a.since < b.since ? 1 : -1))
}

type Trouble = Omit<Alarm, 'platform' | 'page'>

function troubleOf(field: string, { gone, moved, steady, recent, missingSince, lastHitAt }: FieldRate): Trouble | null {
  const shares = { share: rateOf(recent), before: rateOf(steady) }
  if (gone && isCertain(gone)) {
    if (field === TEXT_LENGTH) return troubleWith('post.text', 'short-texts', gone.since, shares)
    if (missingSince !== null && shares.share < HARDLY) {
      const code = field === PAGE_POSTS ? 'no-posts' : lastHitAt === null ? 'never' : 'stopped'
      return troubleWith(field, code, missingSince, shares)
    }
    if (steady.of >= ENOUGH) return troubleWith(field, 'fading', gone.since, shares)
  }
  if (!moved || !isCertain(moved)) return null
  return troubleWith(field, 'fallback', moved.since, { ...shares, strategy: 1 + winnerOf(recent.won) })
}

function troubleWith(
  field: string,
  code: AlarmCode,
  since: string,
  rest: Partial<Pick<Alarm, 'share' | 'before' | 'strategy'>>,
): Trouble {
  return { code, field, since, share: 0, before: 0, strategy: null, ...rest }
}

/** The index of the strategy that won most often; -1 where none did. */
const winnerOf = (won: readonly number[]) => (sumOf(won) === 0 ? -1 : won.indexOf(Math.max(...won)))

/** Codes under which what is read of a field is wrong or nothing; found elsewhere or less often, it is still right. */
const failing: ReadonlySet<AlarmCode> = new Set(['stopped', 'never', 'short-texts', 'jumped'])
export const isFailing = ({ code }: Alarm): boolean => failing.has(code)

/**
 * Posts without what is read wrongly on their kind of page: such figures are as good as not captured, and captions
 * as good as cut, so that nothing is concluded from words they lack.
 */
export function withhold(posts: readonly PostSeen[], alarms: readonly Alarm[]): PostSeen[] {
  const fields = new Set(alarms.filter(isFailing).map(({ field }) => field))
  if (fields.size === 0) return [...posts]
  const held = structuredClone([...posts])
  for (const post of held) {
    for (const name of metricNames) if (fields.has(`post.${name}`)) post.metrics[name] = null
    if (fields.has('post.text')) post.textComplete = false
    // A comment without its words has no mood to count.
    if (fields.has('comment.text')) post.comments = post.comments.filter(({ text }) => text !== '')
  }
  return held
}

/** What is read wrongly or not at all wherever the site ever showed it, by `lostKey`. */
export type Lost = ReadonlyMap<string, Alarm>
export const lostKey = (platform: string, field: string): string => `${platform} ${field}`

/** A field that still reads well on another kind of page is not lost: the figures known of it come from there. */
export function lostFields(rates: readonly ReadRates[], now: number): Lost {
  const lost = new Map<string, Alarm>()
  const alarms = alarmsOf(rates, now).filter(isFailing)
  const fails = (row: ReadRates, field: string) =>
    alarms.some((alarm) => alarm.platform === row.platform && alarm.page === row.page && alarm.field === field)
  for (const alarm of alarms) {
    const { platform, field } = alarm
    const readsElsewhere = rates.some(
      (row) =>
        row.platform === platform &&
        !fails(row, field) &&
        Object.hasOwn(row.fields, field) &&
        row.fields[field]?.lastHitAt !== null &&
        row.fields[field]?.missingSince === null,
    )
    if (!readsElsewhere) lost.set(lostKey(platform, field), alarm)
  }
  return lost
}

/** A post without figures that nobody can vouch for any more. */
export function withoutLost(post: Post, lost: Lost): Post {
  if (lost.size === 0) return post
  const metrics = { ...post.metrics }
  for (const name of metricNames) if (lost.has(lostKey(post.platform, `post.${name}`))) metrics[name] = null
  return { ...post, metrics }
}

/** The same of a profile's figures. */
export function profileWithoutLost(profile: ProfileSnapshot, lost: Lost): ProfileSnapshot {
  const isLost = lost.has(lostKey(platformOf(profile.account), 'profile.followers'))
  return isLost ? { ...profile, followers: null } : profile
}
