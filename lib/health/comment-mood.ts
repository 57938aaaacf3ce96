import type { WatchSettings } from '../domain/settings.ts'
import { deviation, mean, shareOf } from './robust.ts'
import type { Share } from './robust.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A visible comment, as far as mood goes. `at`: milliseconds, when it was published, or first seen where that is unknown. */
export interface Heard {
  readonly id: string
  readonly postId: string
  readonly at: number
  /** `unclear` counts as heard and as nothing else. */
  readonly label: 'negative' | 'neutral' | 'positive' | 'unclear'
  readonly isSpam: boolean
}

export interface MoodSettings {
  /** Comments below which nothing is said (relationship.md B3). */
  readonly minComments: number
  /** Standard deviations over the 7-day mean: 1.5 alerts early, 3 late. */
  readonly sigmas: number
  /** Times the 7-day mean. */
  readonly weekMultiple: number
  readonly negativeIn2h: number
  readonly negativeIn24h: number
}

/** Defaults of relationship.md B3; medium sensitivity. */
export const MOOD_SETTINGS: MoodSettings = {
  minComments: 10,
  sigmas: 2,
  weekMultiple: 1.5,
  negativeIn2h: 0.4,
  negativeIn24h: 0.3,
}

/** What comments are judged by, as the user set it. */
export const moodSettingsOf = (watch: WatchSettings): MoodSettings => ({
  minComments: watch.moodComments,
  sigmas: watch.moodSigmas,
  weekMultiple: watch.moodWeekPercent / 100,
  negativeIn2h: watch.negative2hPercent / 100,
  negativeIn24h: watch.negative24hPercent / 100,
})

export interface Mood {
  /** Share of negative comments among those with a tone, of the visible sample, with its interval. */
  readonly negative: Share
  readonly positive: Share
  /** Left out and counted. */
  readonly spam: number
  readonly unclear: number
}

/** What the comments of a window say; a sample of what the pages showed, never all there are. */
export function moodOf(comments: readonly Heard[]): Mood {
  const real = comments.filter(({ isSpam }) => !isSpam)
  const toned = real.filter(({ label }) => label !== 'unclear')
  const of = (wanted: Heard['label']) => shareOf(toned.filter(({ label }) => label === wanted).length, toned.length)
  return {
    negative: of('negative'),
    positive: of('positive'),
    spam: comments.length - real.length,
    unclear: real.length - toned.length,
  }
}

export interface MoodDay {
  /** Start of the day in milliseconds: days are counted back from `now`, so that the newest is whole. */
  readonly from: number
  readonly mood: Mood
}

/** One mood per day, oldest first, for the `days` before `now`. */
export function moodByDay(comments: readonly Heard[], now: number, days: number): MoodDay[] {
  const start = now - days * DAY
  const groups = Map.groupBy(
    comments.filter(({ at }) => at > start && at <= now),
    ({ at }) => Math.min(days - 1, Math.floor((at - start) / DAY)),
  )
  return Array.from({ length: days }, (_, day) => ({ from: start + day * DAY, mood: moodOf(groups.get(day) ?? []) }))
}

/** Why comments are worth a look now; words under `alert.mood.<code>`. */
export type MoodTrigger =
  | { readonly code: 'volumeSigma'; readonly today: number; readonly mean: number; readonly sigma: number }
  | { readonly code: 'volumeWeek'; readonly today: number; readonly mean: number }
  | { readonly code: 'negativeIn2h' | 'negativeIn24h'; readonly share: Share }

/**
 * The triggers of relationship.md B3 that hold at `now`: the last 24 hours against the seven days before them by mean
 * + k sigma and by 150 % of the mean, and the share of negative comments in 2 and in 24 hours. Fewer than ten comments
 * never trigger; a volume trigger wants comments on each of at least three days of the week before, else there is no
 * usual.
 */
export function moodTriggers(
  comments: readonly Heard[],
  now: number,
  settings: MoodSettings = MOOD_SETTINGS,
): MoodTrigger[] {
  const real = comments.filter(({ isSpam, at }) => !isSpam && at <= now)
  const within = (from: number, to: number) => real.filter(({ at }) => at > now - from && at <= now - to)
  const found: MoodTrigger[] = []
  const today = within(DAY, 0)
  const week = Array.from({ length: 7 }, (_, day) => within((day + 2) * DAY, (day + 1) * DAY).length)
  const usual = mean(week) ?? 0
  const sigma = deviation(week) ?? 0
  if (today.length >= settings.minComments && week.filter((count) => count > 0).length >= USUAL_DAYS) {
    if (today.length > usual + settings.sigmas * sigma)
      found.push({ code: 'volumeSigma', today: today.length, mean: usual, sigma })
    if (today.length > usual * settings.weekMultiple)
      found.push({ code: 'volumeWeek', today: today.length, mean: usual })
  }
  for (const [code, sample, limit] of [
    ['negativeIn2h', within(2 * HOUR, 0), settings.negativeIn2h],
    ['negativeIn24h', today, settings.negativeIn24h],
  ] as const) {
    const { negative } = moodOf(sample)
    if (negative.n >= settings.minComments && negative.share !== null && negative.share > limit)
      found.push({ code, share: negative })
  }
  return found
}

const USUAL_DAYS = 3
