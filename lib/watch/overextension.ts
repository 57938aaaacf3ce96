import type { WatchSettings } from '../domain/settings.ts'

const DAY = 86_400_000

/** A sponsored post with the one brand that it is for: in small letters; null where the post names none. */
export interface BrandedPost {
  readonly id: string
  /** When it was published, as far as is known, and when it was last seen. ISO instants. */
  readonly at: string
  readonly lastSeenAt: string
  readonly brand: string | null
}

/** A deliverable that came late or has not come. `dueAt`: ISO instant. */
export interface LateItem {
  readonly id: string
  readonly dueAt: string
}

export interface TooManyBrands {
  readonly brands: readonly string[]
  readonly posts: readonly string[]
  /** The window's newest post. */
  readonly at: string
}

/**
 * Overextension (relationship.md B2): so many different brands disclosed in so many captured days. The days are those
 * before the account was last looked at, because nothing is known of the days since; null when there are fewer brands.
 */
export function tooManyBrands(
  posts: readonly BrandedPost[],
  lastLookAt: string | null,
  { brands: most, brandDays }: Pick<WatchSettings, 'brands' | 'brandDays'>,
): TooManyBrands | null {
  if (lastLookAt === null) return null
  const from = new Date(Date.parse(lastLookAt) - brandDays * DAY).toISOString()
  const inWindow = posts.filter(({ at, brand }) => brand !== null && at > from && at <= lastLookAt)
  const brands = [...new Set(inWindow.flatMap(({ brand }) => brand ?? []))].toSorted()
  const at = inWindow.reduce((newest, post) => (post.at > newest ? post.at : newest), from)
  return brands.length < most ? null : { brands, posts: inWindow.map(({ id }) => id), at }
}

/** The late items of the last days, when they are too many; else none. `now`: milliseconds since the epoch. */
export function tooManyLate(
  late: readonly LateItem[],
  now: number,
  { lateItems, lateDays }: Pick<WatchSettings, 'lateItems' | 'lateDays'>,
): LateItem[] {
  const lately = late.filter(({ dueAt }) => now - Date.parse(dueAt) <= lateDays * DAY && Date.parse(dueAt) <= now)
  return lately.length < lateItems ? [] : lately.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}
