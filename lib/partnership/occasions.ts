import type { Count } from '../domain/count.ts'
import type { Delivery } from '../health/delivery.ts'
import { addDays, daysBetween, isDay } from '../text/days.ts'

/** A reason to get in touch that the record gives by itself (relationship.md B9). */
export interface Occasion {
  /** The same for the same occasion, however often it is looked at; its second part is the partner. */
  readonly id: string
  readonly kind: 'followers' | 'anniversary' | 'clean-campaign'
  /** `followers`: the milestone, handle, platform. `anniversary`: years, `partner` or `agreement`. `clean-campaign`: its name. */
  readonly values: readonly string[]
  /** The day it was, on the partner's clocks. */
  readonly on: string
}

export interface OccasionRecord {
  readonly partnerId: string
  /** Looks at the profiles, by account, oldest first. */
  readonly accounts: readonly {
    readonly platform: string
    readonly handle: string
    readonly key: string
    readonly looks: readonly { readonly day: string; readonly followers: Count | null }[]
  }[]
  /** Days since which they are a partner, and from which agreements with them hold. */
  readonly partnerSince: string
  readonly agreementsFrom: readonly string[]
  readonly campaigns: readonly Campaign[]
  readonly today: string
  /** An occasion is one for so many days. */
  readonly days: number
}

/** What was agreed under one guideline. */
export interface Campaign {
  readonly id: string
  readonly name: string
  readonly deliveries: readonly {
    readonly state: Delivery['state']
    /** The day it went live; null: not yet. */
    readonly liveOn: string | null
    /** Whether its post passed its check; null where no post was checked. */
    readonly isClean: boolean | null
  }[]
}

const FIRST = 10_000
const LAST = 1e10

/** 10k, 25k, 50k, 100k, 250k ... up to ten billion. */
export const followerMilestones: readonly number[] = Array.from({ length: 7 }, (_, n) => FIRST * 10 ** n)
  .flatMap((ten) => [ten, 2.5 * ten, 5 * ten])
  .filter((one) => one <= LAST)

/** Everything that is an occasion today, the newest first. Pure: days of the calendar, no clock. */
export function occasionsOf(record: OccasionRecord): Occasion[] {
  const { today, days } = record
  const isNow = ({ on }: Occasion) => on <= today && daysBetween(on, today) <= days
  return [...followerOccasions(record), ...anniversaries(record), ...cleanCampaign(record)]
    .filter(isNow)
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1))
}

/**
 * The highest milestone of each account that a look was surely below and a later one surely at: "9.9K" is below 10,000
 * (9,900 to 9,999), "10K" is at it (10,000 to 10,999). A figure that may be either decides nothing; one that has fallen
 * below since is none.
 */
function followerOccasions({ partnerId, accounts }: OccasionRecord): Occasion[] {
  return accounts.flatMap(({ platform, handle, key, looks }) => {
    const seen = looks.flatMap(({ day, followers }) => (followers ? [{ day, ...followers }] : []))
    const newest = seen.at(-1)
    const crossed = followerMilestones.flatMap((milestone) => {
      const at = seen.findIndex(({ value }) => value >= milestone)
      const wasBelow = seen.slice(0, Math.max(0, at)).some(({ value, step }) => value + step <= milestone)
      const isStill = newest !== undefined && newest.value + newest.step > milestone
      const reached = seen[at]
      return reached && wasBelow && isStill ? [{ milestone, on: reached.day }] : []
    })
    const highest = crossed.at(-1)
    if (!highest) return []
    const { milestone, on } = highest
    const id = `occasion|${partnerId}|followers|${key}|${milestone}`
    return [{ id, kind: 'followers' as const, values: [String(milestone), handle, platform], on }]
  })
}

/** The last anniversary of the first day together: of the earliest agreement, or of when they became a partner. */
function anniversaries({ partnerId, partnerSince, agreementsFrom, today }: OccasionRecord): Occasion[] {
  const [agreed] = agreementsFrom.filter(isDay).toSorted()
  const since = agreed !== undefined && agreed <= partnerSince ? agreed : partnerSince
  const of = since === agreed ? 'agreement' : 'partner'
  if (!isDay(since)) return []
  const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4))
  const past = [years, years - 1].map((n) => ({ n, on: anniversaryOn(since, n) })).find(({ on }) => on <= today)
  if (!past || past.n < 1) return []
  const id = `occasion|${partnerId}|anniversary|${past.on}`
  return [{ id, kind: 'anniversary', values: [String(past.n), of], on: past.on }]
}

/** The same day so many years later; of 29 February the 28th where the year has no such day. */
export function anniversaryOn(since: string, years: number): string {
  const year = String(Number(since.slice(0, 4)) + years).padStart(4, '0')
  const day = `${year}${since.slice(4)}`
  return isDay(day) ? day : addDays(`${year}-03-01`, -1)
}

/** The first campaign of which everything was live on time and every post passed its check. */
function cleanCampaign({ partnerId, campaigns }: OccasionRecord): Occasion[] {
  const clean = campaigns.flatMap(({ id, name, deliveries }) => {
    const owed = deliveries.filter(({ state }) => state !== 'cancelled')
    const isDone = owed.every(({ state, liveOn }) => state === 'on-time' && liveOn !== null)
    const isClean = owed.every((one) => one.isClean !== false) && owed.some((one) => one.isClean === true)
    const on = owed
      .flatMap(({ liveOn }) => liveOn ?? [])
      .toSorted()
      .at(-1)
    return isDone && isClean && on !== undefined ? [{ id, name, on }] : []
  })
  const [first] = clean.toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
  if (!first) return []
  const id = `occasion|${partnerId}|clean-campaign`
  return [{ id, kind: 'clean-campaign', values: [first.name], on: first.on }]
}
