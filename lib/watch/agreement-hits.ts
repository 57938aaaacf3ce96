import type { Clause } from '../domain/agreement.ts'
import type { Severity } from '../domain/guideline.ts'
import { paidLabels } from '../domain/observation.ts'
import type { Post } from '../domain/post.ts'
import type { AgreementSettings } from '../domain/settings.ts'
import { storedInput } from '../guidelines/stored-input.ts'
import { dayInZone, daysAfter, daysFromTo } from '../text/zone-day.ts'
import { checkOf, type LiveAgreement, reviewDay, stayLiveUntil, triggerKinds, windowOf } from './agreement-checks.ts'
import type { AlertKind, Hit } from './alerts.ts'
import { absenceOf } from './live-post.ts'
import { shortOf } from './short-of.ts'
import { matchWatch } from './watch-match.ts'

/** What is known of a partner whose agreements are checked. */
export interface AgreementRecord {
  readonly agreements: readonly LiveAgreement[]
  /** Newest first. */
  readonly posts: readonly Post[]
  /** Posts that are linked to a deliverable. */
  readonly agreed: ReadonlySet<string>
  /** What the brand is called in the guidelines that hold for the partner. */
  readonly brands: readonly string[]
  /** Names and accounts of competitors in those guidelines. */
  readonly competitors: readonly string[]
  readonly incidents: readonly {
    readonly id: string
    readonly severity: 'critical' | 'high' | 'medium' | 'low'
    readonly since: string
  }[]
  /** The question that waits for the creator's answer, and for how many hours on the clock they are counted by. */
  readonly waiting: { readonly contactId: string; readonly hours: number; readonly askedAt: number } | null
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** An agreement that ended is told of for so many days. */
const ENDED_DAYS = 14

/**
 * Where what was seen is at odds with a confirmed clause, or a clause begins to matter (relationship.md B7, B8). The
 * words of a clause are in `clause` only and never among `values`: a webhook tells `values`, and no clause leaves this
 * machine. Only posts that are the brand's own business count: linked to a deliverable, or naming the brand, its account
 * or hashtag while the agreement holds; exclusivity looks at every post.
 */
export function agreementHits(record: AgreementRecord, settings: AgreementSettings): Hit[] {
  return record.agreements.flatMap((agreement) => {
    const posts = ownPosts(record, agreement)
    const ofClauses = agreement.clauses.flatMap((clause): Hit[] => {
      const { code, isLive } = checkOf(clause, agreement)
      if (!isLive) return []
      if (code === 'stayLive') return stayLiveHits(record, agreement, clause, posts)
      if (code === 'exclusivity') return exclusivityHits(record, agreement, clause)
      if (code === 'window') return windowHits(record, agreement, clause, posts)
      if (code === 'disclosure') return labelHits(agreement, clause, posts)
      if (code === 'tags') return tagHits(agreement, clause, posts)
      if (code === 'trigger') return triggerHits(record, agreement, clause)
      return code === 'response' ? responseHits(record, agreement, clause) : []
    })
    return [...ofClauses, ...dateHits(record, agreement, settings)]
  })
}

const endOf = (until: string | null, zone: string) => (until === null ? {} : { until, timeZone: zone })
const about = (agreement: LiveAgreement, { id, kind, quote }: Clause, until: string | null = null) => ({
  clause: { agreementId: agreement.id, id, kind, quote, ...endOf(until, agreement.timeZone) },
})

/** The words that make a post the brand's: its names, and what the agreement's own clauses ask to be tagged. */
function ownPosts({ posts, agreed, brands, now }: AgreementRecord, agreement: LiveAgreement): Post[] {
  const asked = agreement.clauses.flatMap(({ values }) => [
    ...values.handles.map((one) => `@${one}`),
    ...values.hashtags.map((one) => `#${one}`),
  ])
  const terms = [...brands, ...asked].filter((term) => term.trim() !== '')
  const from = agreement.startsOn ?? dayInZone(agreement.createdAt, agreement.timeZone)
  return posts.filter((post) => {
    if (post.publishedAt === null || Date.parse(post.publishedAt) > now) return false
    const day = dayInZone(post.publishedAt, agreement.timeZone)
    if (day < from || (agreement.endsOn !== null && day > agreement.endsOn)) return false
    return agreed.has(post.id) || (terms.length > 0 && namesIn(post, terms).length > 0)
  })
}

const namesIn = (post: Post, terms: readonly string[]): string[] =>
  matchWatch({ terms: [...terms], except: [], platform: null, partnerId: null }, storedInput(post, [])).map(
    ({ quote }) => quote,
  )

function hit(kind: AlertKind, severity: Severity, code: string, rest: Omit<Hit, 'kind' | 'severity' | 'code'>): Hit {
  return { kind, severity, code, ...rest }
}

/**
 * Gone before its day, by what its own page said. A post that was last seen before that day and found gone only after it
 * may have stayed long enough: nothing is said of it.
 */
function stayLiveHits(
  { now }: AgreementRecord,
  agreement: LiveAgreement,
  clause: Clause,
  posts: readonly Post[],
): Hit[] {
  return posts.flatMap((post) => {
    const absence = absenceOf(post, now)
    const until = post.publishedAt === null ? null : stayLiveUntil(clause, agreement, post.publishedAt)
    if (!absence || until === null || dayInZone(absence.at, agreement.timeZone) >= until) return []
    const rest = { subject: `${clause.id}|${post.id}`, values: [shortOf(post)], evidence: [post.id] }
    const times = { since: absence.at, lastAt: absence.at }
    return hit('agreement-stay-live', 'high', 'agreementGone', {
      ...rest,
      ...times,
      ...about(agreement, clause, until),
    })
  })
}

function exclusivityHits(record: AgreementRecord, agreement: LiveAgreement, clause: Clause): Hit[] {
  const { posts, competitors, now } = record
  const names = clause.values.names.length > 0 ? clause.values.names : competitors
  if (names.length === 0) return []
  const { from, until } = windowOf(clause, agreement)
  return posts.flatMap((post) => {
    if (post.publishedAt === null || Date.parse(post.publishedAt) > now) return []
    const day = dayInZone(post.publishedAt, agreement.timeZone)
    const [named] = day < from || (until !== null && day > until) ? [] : namesIn(post, names)
    if (named === undefined) return []
    const rest = { subject: `${clause.id}|${post.id}`, values: [named, shortOf(post)], evidence: [post.id] }
    const times = { since: post.publishedAt, lastAt: post.publishedAt }
    return hit('agreement-exclusivity', 'high', 'agreementExclusivity', {
      ...rest,
      ...times,
      ...about(agreement, clause, until),
    })
  })
}

/** Fewer posts than agreed were seen by the last day; not seen is said, not missed: nobody may have looked. */
function windowHits({ now }: AgreementRecord, agreement: LiveAgreement, clause: Clause, posts: readonly Post[]): Hit[] {
  const { from, until, count } = clause.values
  const today = dayInZone(new Date(now).toISOString(), agreement.timeZone)
  if (until === null || today <= until) return []
  const begin = from ?? agreement.startsOn ?? dayInZone(agreement.createdAt, agreement.timeZone)
  const days = posts.map((post) => ({ post, day: dayInZone(post.publishedAt ?? post.sortAt, agreement.timeZone) }))
  const inTime = days.filter(({ day }) => day >= begin && day <= until)
  const asked = count ?? 1
  if (inTime.length >= asked) return []
  const at = `${daysAfter(until, 1)}T00:00:00.000Z`
  return [
    hit('agreement-window', 'medium', 'agreementNotSeen', {
      subject: clause.id,
      values: [String(inTime.length), String(asked)],
      evidence: inTime.map(({ post }) => post.id).slice(0, 10),
      since: at,
      lastAt: at,
      ...about(agreement, clause, until),
    }),
  ]
}

/** Neither in the caption nor, where the platform's own label will do, as that. A caption that was cut decides nothing. */
function labelHits(agreement: LiveAgreement, clause: Clause, posts: readonly Post[]): Hit[] {
  return posts.flatMap((post) => {
    if (!post.textComplete || clause.values.labels.some((label) => carries(post, label))) return []
    const rest = { subject: `${clause.id}|${post.id}`, values: [shortOf(post)], evidence: [post.id] }
    const times = { since: post.firstSeenAt, lastAt: post.lastSeenAt }
    return hit('agreement-disclosure', 'high', 'agreementLabel', { ...rest, ...times, ...about(agreement, clause) })
  })
}

function carries(post: Post, label: string): boolean {
  const isPlatforms = /^(?:paid partnership|sponsored|paid promotion|advertisement)\b/iu.test(label)
  if (isPlatforms && post.labels.some((one) => paidLabels.includes(one))) return true
  return namesIn(post, [label]).length > 0
}

/** Accounts and hashtags that each post has to carry; which one is missing stands in the clause. */
function tagHits(agreement: LiveAgreement, clause: Clause, posts: readonly Post[]): Hit[] {
  const asked = [...clause.values.handles.map((one) => `@${one}`), ...clause.values.hashtags.map((one) => `#${one}`)]
  return posts.flatMap((post) => {
    const left = post.textComplete ? asked.filter((tag) => namesIn(post, [tag]).length === 0) : []
    if (left.length === 0) return []
    const values = [String(left.length), String(asked.length), shortOf(post)]
    const rest = { subject: `${clause.id}|${post.id}`, values, evidence: [post.id] }
    const times = { since: post.firstSeenAt, lastAt: post.lastSeenAt }
    return hit('agreement-tags', 'medium', 'agreementTags', { ...rest, ...times, ...about(agreement, clause) })
  })
}

const triggerCodes: Partial<Record<Clause['kind'], string>> = {
  suspension: 'agreementSuspension',
  consultation: 'agreementConsultation',
  'sensitive-approval': 'agreementSensitive',
}

/** While an incident is open, what the agreement says for that time is a task of its own, once for each incident. */
function triggerHits({ incidents }: AgreementRecord, agreement: LiveAgreement, clause: Clause): Hit[] {
  const code = triggerKinds.has(clause.kind) ? triggerCodes[clause.kind] : undefined
  if (code === undefined) return []
  return incidents.map(({ id, severity, since }) => {
    const rest = { subject: `${clause.id}|${id}`, values: [], evidence: [id], since, lastAt: since }
    const weight = severity === 'critical' ? 'high' : severity
    return hit('agreement-trigger', weight, code, { ...rest, ...about(agreement, clause) })
  })
}

function responseHits({ waiting }: AgreementRecord, agreement: LiveAgreement, clause: Clause): Hit[] {
  const { hours, days } = clause.values
  const limit = hours ?? (days === null ? null : days * 24)
  if (waiting === null || limit === null || waiting.hours <= limit) return []
  const since = new Date(waiting.askedAt).toISOString()
  const rest = { subject: `${clause.id}|${waiting.contactId}`, evidence: [waiting.contactId], since, lastAt: since }
  const values = [String(Math.floor(waiting.hours))]
  return [hit('agreement-response', 'medium', 'agreementResponse', { values, ...rest, ...about(agreement, clause) })]
}

/** The agreement is to be reviewed, or ends: reminded of beforehand, once (B7). */
function dateHits({ now }: AgreementRecord, agreement: LiveAgreement, settings: AgreementSettings): Hit[] {
  const { clauses, timeZone, endsOn, id } = agreement
  const today = dayInZone(new Date(now).toISOString(), timeZone)
  const clause = clauses.find(({ kind }) => kind === 'review-date')
  const review = reviewDay(clause, agreement)
  const quoted = clause ? about(agreement, clause, review) : { clause: { agreementId: id, ...endOf(review, timeZone) } }
  const hits: Hit[] = []
  const add = (code: string, severity: Severity, day: string, ahead: number, rest: Pick<Hit, 'clause'>) => {
    const at = `${daysAfter(day, -ahead)}T00:00:00.000Z`
    const left = Math.abs(daysFromTo(today, day))
    const subject = `${id}|${code.startsWith('agreementReview') ? 'review' : 'end'}|${day}`
    hits.push(
      hit('agreement-review', severity, code, {
        subject,
        values: [String(left)],
        evidence: [],
        since: at,
        lastAt: at,
        ...rest,
      }),
    )
  }
  if (review !== null && daysAfter(review, -settings.reviewReminderDays) <= today)
    if (today > review) add('agreementReviewOverdue', 'medium', review, settings.reviewReminderDays, quoted)
    else add('agreementReviewDue', 'low', review, settings.reviewReminderDays, quoted)
  if (
    endsOn !== null &&
    daysAfter(endsOn, -settings.renewalReminderDays) <= today &&
    today <= daysAfter(endsOn, ENDED_DAYS)
  ) {
    const ends = { clause: { agreementId: id, ...endOf(endsOn, timeZone) } }
    add(today > endsOn ? 'agreementEnded' : 'agreementEnds', 'medium', endsOn, settings.renewalReminderDays, ends)
  }
  return hits
}
