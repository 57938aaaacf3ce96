import type { Embedded, Label, PageKind, PostSeen } from '../../domain/observation.ts'
import { labelSchema, paidLabels } from '../../domain/observation.ts'
import { type LostLabel, type MetricSnapshot, MOST_CHANGES, type Post, type Revision } from '../../domain/post.ts'
import { newestMetrics, seeMetrics } from './figures.ts'
import type { RowChanges } from './figures.ts'
import { same } from './same.ts'
import { seeText } from './texts.ts'
import { earlier, later } from './timeline.ts'

/** What is stored of a post, lists oldest first. */
export interface PostRecord {
  readonly post: Post | null
  readonly revisions: readonly Revision[]
  readonly metrics: readonly MetricSnapshot[]
}

/** One look at a page, with its time already made sure of. */
export interface Look {
  readonly platform: string
  readonly page: PageKind
  /** The page's language: a hint for the caption's. */
  readonly lang: string | null
  readonly at: string
}

export interface PostChanges {
  readonly post: Post
  /** The rows to write; null where the row stays as it is. */
  readonly postRow: Post | null
  readonly revisionRow: Revision | null
  readonly metricRows: RowChanges<MetricSnapshot>
  /** All revisions after this look, oldest first. */
  readonly revisions: readonly Revision[]
  /** Something besides the time of the last look is new. */
  readonly changed: boolean
}

/**
 * Adds one look at a post to its record: pure, and the same whatever order looks arrive in as long as they
 * do not contradict each other. Repeating a look changes nothing.
 */
export function seePost(record: PostRecord, id: string, account: string, seen: PostSeen, look: Look): PostChanges {
  const { at } = look
  const known = record.post
  const publishedAt = instant(seen.publishedAt)
  const revisionRow = seeText(record.revisions, id, {
    text: seen.text,
    complete: seen.textComplete,
    page: look.page,
    at,
    embedded: seen.embedded?.includes('text') ? true : undefined,
  })
  const revisions = withRow(record.revisions, revisionRow)
  const metricRows = seeMetrics(record.metrics, id, seen.metrics, at)
  const metrics = record.metrics.filter((row) => !metricRows.remove.includes(row.id))
  const newest = revisions.at(-1)
  const isNewest = known === null || at >= known.lastSeenAt
  // Fields that belong to the caption follow the caption that is kept.
  const showsNewest = newest !== undefined && newest.text === seen.text
  const isNewText = record.revisions.at(-1)?.id !== newest?.id
  const tokens = (kept: readonly string[] = [], shown: readonly string[]): string[] => {
    if (!showsNewest) return [...kept]
    if (isNewText) return [...shown]
    return [...(shown.length > 0 && (isNewest || kept.length === 0) ? shown : kept)]
  }
  const fact = <T>(kept: T | null | undefined, shown: T | null): T | null =>
    isNewest ? (shown ?? kept ?? null) : (kept ?? shown)

  const firstSeenAt = known ? earlier(known.firstSeenAt, at) : at
  const published = fact(known?.publishedAt, publishedAt)
  const embedded = embeddedIn(known, seen, newest, published)
  // A look whose words are withheld cannot say that a label, itself read from words, was taken off.
  const tellsLabels = isNewest && (seen.text !== '' || seen.textComplete)
  const labels = labelsOf(known?.labels ?? [], seen.labels, look.page, tellsLabels)
  const lostLabels = lostOf(known, labels, at)
  const post: Post = {
    id,
    platform: look.platform,
    externalId: known?.externalId ?? seen.id ?? '',
    account,
    url: fact(known?.url, seen.url),
    author: {
      handle: fact(known?.author.handle, seen.author.handle),
      name: fact(known?.author.name, seen.author.name),
    },
    text: newest?.text ?? '',
    textComplete: newest?.textComplete ?? (known?.textComplete === true || seen.textComplete),
    visibleText: showsNewest ? fact(known?.visibleText, seen.visibleText) : keptWith(known, newest),
    publishedAt: published,
    publishedText: fact(known?.publishedText, seen.publishedText),
    sortAt: published ?? firstSeenAt,
    metrics: newestMetrics(known?.metrics, [...metrics, ...metricRows.put].toSorted(byTime)),
    labels,
    hashtags: tokens(known?.hashtags, seen.hashtags),
    mentions: tokens(known?.mentions, seen.mentions),
    links: tokens(known?.links, seen.links),
    lang: fact(known?.lang, look.lang),
    ...(embedded.length > 0 ? { embedded } : {}),
    ...(known?.absences ? { absences: known.absences } : {}),
    ...(lostLabels.length > 0 ? { lostLabels } : {}),
    firstSeenAt,
    lastSeenAt: known ? later(known.lastSeenAt, at) : at,
  }
  const touched = known === null || !same(known, post)
  const changed = known === null || !same(known, post, 'lastSeenAt')
  return { post, postRow: touched ? post : null, revisionRow, metricRows, revisions, changed }
}

/** What of the post as it is kept is from a page's own data. */
function embeddedIn(
  known: Post | null,
  seen: PostSeen,
  newest: Revision | undefined,
  publishedAt: string | null,
): Embedded {
  const giver = publishedAt !== null && publishedAt === instant(seen.publishedAt) ? seen : known
  const isDated = giver?.embedded?.includes('publishedAt') ?? false
  return [...(newest?.embedded ? (['text'] as const) : []), ...(isDated ? (['publishedAt'] as const) : [])]
}

/** The visible part goes with its caption: of a new caption it is not known yet. */
function keptWith(known: Post | null, newest: Revision | undefined): string | null {
  return known && newest && known.text === newest.text ? known.visibleText : null
}

function withRow(revisions: readonly Revision[], row: Revision | null): Revision[] {
  const rest = row ? revisions.filter((revision) => revision.id !== row.id) : [...revisions]
  if (row) rest.push(row)
  return rest.toSorted((a, b) => (a.firstSeenAt < b.firstSeenAt ? -1 : Number(a.firstSeenAt > b.firstSeenAt)))
}

const labelOrder: readonly Label[] = labelSchema.options

/**
 * Pages show different labels: "pinned" belongs to the profile, the others to the post's own page. Only
 * there does the absence of one mean that it was taken off; elsewhere labels are added, never removed.
 * YouTube shows "Includes paid promotion" for the first seconds only: its absence never means anything.
 */
function labelsOf(kept: readonly Label[], seen: readonly Label[], page: PageKind, isNewest: boolean): Label[] {
  const gone = (label: Label) => {
    if (!isNewest || seen.includes(label)) return false
    if (label === 'paid-promotion') return false
    return label === 'pinned' ? page === 'profile' : page === 'post'
  }
  return labelOrder.filter((label) => seen.includes(label) || (kept.includes(label) && !gone(label)))
}

/** What was lost before, and the paid labels that this look took off. A label that comes back stays among them. */
function lostOf(known: Post | null, labels: readonly Label[], at: string): LostLabel[] {
  const before = known?.lostLabels ?? []
  if (!known) return before
  const gone = paidLabels.filter((label) => known.labels.includes(label) && !labels.includes(label))
  return [...before, ...gone.map((label) => ({ label, seenAt: known.lastSeenAt, at }))].slice(-MOST_CHANGES)
}

/** Pages write instants with and without milliseconds; as `toISOString` writes them they compare as text. */
export function instant(shown: string | null): string | null {
  const time = shown === null ? Number.NaN : Date.parse(shown)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function byTime(a: MetricSnapshot, b: MetricSnapshot): number {
  return a.at < b.at ? -1 : Number(a.at > b.at)
}
