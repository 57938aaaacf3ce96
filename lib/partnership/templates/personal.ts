import type { Assessment } from '../../domain/assessment.ts'
import type { Guideline } from '../../domain/guideline.ts'
import type { Partner } from '../../domain/partner.ts'
import type { Post } from '../../domain/post.ts'
import { appliesTo } from '../../guidelines/assess.ts'
import { isTimeZone } from '../../guidelines/window/wall-time.ts'
import type { Delivery } from '../../health/delivery.ts'
import type { VariableName } from './templates.ts'

/** Longest beginning of a caption in a message, in UTF-16 code units. */
const SHORT = 80

/** What the record knows of a creator, for a message. */
export interface Known {
  readonly partner: Partner
  /** Newest first. */
  readonly posts: readonly Post[]
  readonly assessments: readonly Assessment[]
  /** By due date. */
  readonly deliveries: readonly Delivery[]
  readonly guidelines: readonly Guideline[]
  /** What to ask for, a line each; '' for nothing. */
  readonly asks: string
}

/**
 * The values of variables as far as the record has them: the last post, the last win, the next deliverable and its
 * deadline on the clocks of the creator's own zone. `locale`: of the words; `platformName`: what a site is called.
 */
export function personal(
  { partner, posts, assessments, deliveries, guidelines, asks }: Known,
  { locale, platformName }: { locale: string; platformName: (id: string) => string },
): Partial<Record<VariableName, string>> {
  const [firstName = partner.name] = partner.name.trim().split(/\s+/)
  const last = posts[0]
  const next = deliveries.find(({ liveAt, state }) => liveAt === null && state !== 'cancelled')?.deliverable
  const brand = guidelines.find((one) => one.active && one.brand.trim() !== '' && appliesTo(one, partner.id))?.brand
  const win = winOf(posts, assessments, deliveries)
  const platform = next?.platform ?? last?.platform
  const known: Partial<Record<VariableName, string | undefined>> = {
    name: firstName,
    creator: partner.name,
    brand: brand?.trim(),
    lastPost: last && shortOf(last.text),
    lastPostUrl: last?.url ?? undefined,
    win,
    deliverable: next?.title,
    deadline: next && momentIn(next.dueAt, partner.protocol?.hours?.timeZone ?? next.timeZone, locale),
    platform: platform === undefined ? undefined : platformName(platform),
    brief: next?.brief,
    asks,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value.trim() !== ''))
}

/** The last thing that went well: a deliverable on time, else the newest post that passed its check. */
function winOf(
  posts: readonly Post[],
  assessments: readonly Assessment[],
  deliveries: readonly Delivery[],
): string | undefined {
  const onTime = deliveries.findLast(({ state }) => state === 'on-time')
  if (onTime) return onTime.deliverable.title
  const passed = new Set(assessments.filter(({ verdict }) => verdict === 'pass').map(({ postId }) => postId))
  const post = posts.find(({ id, text }) => passed.has(id) && text.trim() !== '')
  return post && shortOf(post.text)
}

/** A moment on the clocks of a zone, with its name: "Friday, 4 December 2026 at 17:00 CET". */
function momentIn(instant: string, zone: string, locale: string): string {
  const timeZone = isTimeZone(zone) ? zone : 'UTC'
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }).format(new Date(instant))
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone })
  return `${day}, ${time.format(new Date(instant))}`
}

function shortOf(text: string): string {
  const flat = text.trim().replaceAll(/\s+/gu, ' ')
  return flat.length > SHORT ? `${/^.{0,79}/u.exec(flat.slice(0, SHORT - 1))?.[0] ?? ''}…` : flat
}
