import type { Evidence } from '../domain/finding.ts'
import type { Post } from '../domain/post.ts'
import type { WatchSettings } from '../domain/settings.ts'
import type { Watch } from '../domain/watch.ts'
import type { PastPost } from '../guidelines/define.ts'
import { mostSimilar } from '../guidelines/quality/similar.ts'
import type { Delivery } from '../health/delivery.ts'
import type { Hit } from './alerts.ts'
import { absenceOf, lostLabelsOf } from './live-post.ts'
import type { MessageTone } from './message-tone.ts'
import type { BrandedPost } from './overextension.ts'
import { tooManyBrands, tooManyLate } from './overextension.ts'
import { shortOf } from './short-of.ts'

const DAY = 86_400_000
/** A lost label, and a post that is gone and that nobody had promised, are news for so long. */
const NEWS_DAYS = 30

/** What one watch found of one post: exact quotes of its caption, and comments, which are only counted. */
export interface WatchFind {
  readonly watch: Pick<Watch, 'id' | 'name' | 'severity'>
  readonly post: Post
  readonly quotes: readonly Evidence[]
  readonly comments: { readonly hits: number; readonly of: number }
}

/** How much of the visible comments could stand under any post; spam is left out of `n` and counted apart. */
export interface CrowdSeen {
  readonly n: number
  readonly generic: number
  readonly spam: number
  readonly level: 'usual' | 'some' | 'alarm' | null
  /** Ids of the posts whose comments they are, and when the newest of those was last seen. */
  readonly posts: readonly string[]
  readonly lastAt: string
}

export interface WatchedRecord {
  /** Newest first. */
  readonly posts: readonly Post[]
  /** Posts that are deliverables: their removal matters most. */
  readonly agreed: ReadonlySet<string>
  readonly sponsored: ReadonlySet<string>
  readonly found: readonly WatchFind[]
  readonly branded: readonly BrandedPost[]
  readonly deliveries: readonly Delivery[]
  readonly tone: MessageTone
  readonly crowd: CrowdSeen | null
  /** Newest first, of one account each. */
  readonly feeds: readonly (readonly PastPost[])[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** What is watched for beside health (relationship.md B1, B2, B8), as occurrences that `alertsOf` joins. */
export function watchedHits(record: WatchedRecord, settings: WatchSettings): Hit[] {
  return [
    ...goneHits(record),
    ...labelHits(record),
    ...wordHits(record, settings),
    ...overextendedHits(record, settings),
    ...toneHits(record),
    ...crowdHits(record),
    ...copyHits(record, settings),
  ]
}

/** Only what its own page says: a post that is merely not seen is none of these (B8). */
function goneHits({ posts, agreed, sponsored, now }: WatchedRecord): Hit[] {
  return posts.flatMap((post): Hit[] => {
    const absence = absenceOf(post, now)
    const isAgreed = agreed.has(post.id)
    if (!absence || (!isAgreed && isOld(absence.at, NEWS_DAYS, now))) return []
    const isRemoved = absence.says === 'removed'
    return [
      {
        kind: isRemoved ? 'removed' : 'link-dead',
        subject: post.id,
        severity: isRemoved && (isAgreed || sponsored.has(post.id)) ? 'high' : 'medium',
        code: isRemoved ? (isAgreed ? 'removedAgreed' : 'removed') : 'linkDead',
        values: [shortOf(post)],
        evidence: [post.id],
        since: absence.at,
        lastAt: absence.at,
      },
    ]
  })
}

function labelHits({ posts, now }: WatchedRecord): Hit[] {
  return lostLabelsOf(posts, now).flatMap(({ post, lost }): Hit[] => {
    if (isOld(lost.at, NEWS_DAYS, now)) return []
    const about = { severity: 'high', evidence: [post.id], since: lost.at, lastAt: lost.at } as const
    return [
      { kind: 'label-lost', subject: `${post.id}|${lost.label}`, code: 'labelLost', values: [shortOf(post)], ...about },
    ]
  })
}

/** A comment's author is nobody's business: of comments only the number is told. */
function wordHits({ found, now }: WatchedRecord, { hitDays }: WatchSettings): Hit[] {
  return found.flatMap(({ watch, post, quotes, comments }): Hit[] => {
    const [first] = quotes
    if (isOld(post.firstSeenAt, hitDays, now) || (!first && comments.hits === 0)) return []
    const counted = [String(comments.hits), String(comments.of)]
    const said = first ? [watch.name, first.quote, shortOf(post)] : [watch.name, shortOf(post), ...counted]
    return [
      {
        kind: 'watch-hit',
        subject: `${watch.id}|${post.id}`,
        severity: watch.severity,
        code: first ? (comments.hits > 0 ? 'watchHitTalk' : 'watchHit') : 'watchTalk',
        values: first && comments.hits > 0 ? [...said, ...counted] : said,
        evidence: [post.id],
        since: post.firstSeenAt,
        lastAt: post.firstSeenAt,
      },
    ]
  })
}

function overextendedHits({ posts, branded, deliveries, now }: WatchedRecord, settings: WatchSettings): Hit[] {
  const lastLookAt = posts.reduce<string | null>(
    (last, { lastSeenAt }) => (last === null || lastSeenAt > last ? lastSeenAt : last),
    null,
  )
  const many = tooManyBrands(branded, lastLookAt, settings)
  const late = tooManyLate(
    deliveries
      .filter(({ lateHours, state }) => lateHours > 0 && state !== 'cancelled')
      .map(({ deliverable: { id, dueAt } }) => ({ id, dueAt })),
    now,
    settings,
  )
  const hits: Hit[] = []
  if (many && !isOld(many.at, NEWS_DAYS, now)) {
    const values = [String(many.brands.length), String(settings.brandDays), many.brands.join(', ')]
    const about = { subject: 'brands', values, evidence: many.posts, since: many.at, lastAt: many.at }
    hits.push({ kind: 'overextension', severity: 'medium', code: 'tooManyBrands', ...about })
  }
  const [first] = late
  const last = late.at(-1)
  if (first && last) {
    const values = [String(late.length), String(settings.lateDays)]
    const about = {
      subject: 'late',
      values,
      evidence: late.map(({ id }) => id),
      since: first.dueAt,
      lastAt: last.dueAt,
    }
    hits.push({ kind: 'overextension', severity: 'medium', code: 'tooManyLate', ...about })
  }
  return hits
}

const driftCodes = { shorter: 'toneShorter', cooler: 'toneCooler', both: 'toneBoth' } as const

function toneHits({ tone: { drift, n, recent, since } }: WatchedRecord): Hit[] {
  if (drift === null || drift === 'none' || since === null) return []
  const about = { subject: 'messages', values: [String(n)], evidence: recent, since, lastAt: since }
  return [{ kind: 'tone-drift', severity: 'low', code: driftCodes[drift], ...about }]
}

function crowdHits({ crowd }: WatchedRecord): Hit[] {
  if (crowd?.level !== 'alarm') return []
  const { generic, n, spam, posts, lastAt } = crowd
  const values = [String(generic), String(n), String(spam)]
  const about = { subject: 'comments', values, evidence: posts, since: lastAt, lastAt }
  return [{ kind: 'generic-comments', severity: 'medium', code: 'genericComments', ...about }]
}

/** The same words again under another paid post; the older one is the original. */
function copyHits({ feeds, now }: WatchedRecord, { alikePercent, hitDays }: WatchSettings): Hit[] {
  return feeds.flatMap((feed) => {
    const paid = feed.filter(({ sponsored }) => sponsored)
    return paid.flatMap((post, i): Hit[] => {
      if (isOld(post.at, hitDays, now)) return []
      const found = mostSimilar(post.text, paid.slice(i + 1), alikePercent / 100)
      if (!found) return []
      return [
        {
          kind: 'same-caption',
          subject: post.id,
          severity: 'low',
          code: 'sameCaption',
          values: [shortOf(post), String(Math.round(100 * found.share))],
          evidence: [post.id, found.post.id],
          since: post.at,
          lastAt: post.at,
        },
      ]
    })
  })
}

/** An instant to come is of a clock that ran ahead: no news either. */
function isOld(at: string, days: number, now: number): boolean {
  const age = now - Date.parse(at)
  return age < 0 || age > days * DAY
}
