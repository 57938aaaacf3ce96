import type { Assessment } from '../../../lib/domain/assessment.ts'
import type { Comment } from '../../../lib/domain/comment.ts'
import type { Contact } from '../../../lib/domain/contact.ts'
import type { Correction } from '../../../lib/domain/correction.ts'
import type { Deliverable } from '../../../lib/domain/deliverable.ts'
import type { Brief } from '../../../lib/domain/brief.ts'
import type { Draft } from '../../../lib/domain/draft.ts'
import type { EvidenceLink } from '../../../lib/domain/evidence.ts'
import type { Agreement } from '../../../lib/domain/agreement.ts'
import type { PartnerReview } from '../../../lib/domain/partner-review.ts'
import type { ProgrammeUse } from '../../../lib/domain/programme.ts'
import type { Plan } from '../../../lib/domain/plan.ts'
import type { Realignment, SheetContent } from '../../../lib/domain/realignment.ts'
import type { Incident } from '../../../lib/domain/incident.ts'
import { nextLink } from '../../../lib/partnership/evidence-chain.ts'
import type { Guideline } from '../../../lib/domain/guideline.ts'
import type { GuidelineVersion } from '../../../lib/domain/guideline-version.ts'
import type { Letter } from '../../../lib/domain/letter.ts'
import type { Miss } from '../../../lib/domain/miss.ts'
import type { Pulse } from '../../../lib/domain/pulse.ts'
import type { KeptReport } from '../../../lib/domain/report.ts'
import type { ReadRates } from '../../../lib/domain/read-rates.ts'
import type { Note } from '../../../lib/domain/note.ts'
import type { Override } from '../../../lib/domain/override.ts'
import type { Partner } from '../../../lib/domain/partner.ts'
import type { MetricSnapshot, Post, ProfileSnapshot, Revision } from '../../../lib/domain/post.ts'
import type { Tone } from '../../../lib/domain/tone.ts'
import type { Vetting } from '../../../lib/domain/vetting.ts'
import type { Waiver } from '../../../lib/domain/waiver.ts'
import type { Watch } from '../../../lib/domain/watch.ts'

/** Instants by number, so that tests read as an order: `t(1) < t(2)`; a minute lies between two. */
export function t(n: number): string {
  return new Date(Date.UTC(2026, 10, 1) + n * 60_000).toISOString()
}

/** ULIDs by number. */
export function ulid(n: number): string {
  return `01JTEST${String(n).padStart(19, '0')}`
}

export const neutral: Tone = { label: 'neutral', score: 0, confidence: 1, lang: 'en', words: [] }

export function partnerRow(n: number, changes: Partial<Partner> = {}): Partner {
  const accounts = changes.accounts ?? [{ platform: 'x', handle: `creator${n}`, url: null }]
  return {
    id: ulid(n),
    name: `Creator ${n}`,
    accounts,
    accountKeys: accounts.map(({ platform, handle }) => `${platform}:${handle.toLowerCase()}`),
    relationship: 'paid',
    tags: [],
    createdAt: t(0),
    updatedAt: t(0),
    deletedAt: null,
    ...changes,
  }
}

export function postRow(n: number, changes: Partial<Post> = {}): Post {
  return {
    id: `x:${n}`,
    platform: 'x',
    externalId: String(n),
    account: 'x:creator1',
    url: `https://x.com/creator1/status/${n}`,
    author: { handle: 'creator1', name: 'Creator 1' },
    text: `Post number ${n}`,
    textComplete: true,
    visibleText: null,
    publishedAt: t(n),
    publishedText: null,
    sortAt: t(n),
    metrics: { likes: { value: n, step: 1 }, comments: null, shares: null, views: null, saves: null },
    labels: [],
    hashtags: [],
    mentions: [],
    links: [],
    lang: 'en',
    firstSeenAt: t(n),
    lastSeenAt: t(n),
    ...changes,
  }
}

export function revisionRow(postId: string, n: number, changes: Partial<Revision> = {}): Revision {
  return {
    id: `${postId}#${n}`,
    postId,
    text: `Text ${n}`,
    textComplete: true,
    firstSeenAt: t(n),
    lastSeenAt: t(n),
    ...changes,
  }
}

export function commentRow(postId: string, n: number, changes: Partial<Comment> = {}): Comment {
  return {
    id: `${postId}/${n}`,
    postId,
    authorHash: 'ab'.repeat(16),
    text: `Comment ${n}`,
    likes: null,
    publishedAt: null,
    publishedText: null,
    depth: 0,
    pinned: false,
    byAuthor: false,
    tone: neutral,
    toneEngine: 'test',
    firstSeenAt: t(n),
    lastSeenAt: t(n),
    ...changes,
  }
}

export function metricRow(postId: string, n: number, changes: Partial<MetricSnapshot> = {}): MetricSnapshot {
  return {
    id: `${postId}@${t(n)}`,
    postId,
    at: t(n),
    lastSeenAt: t(n),
    metrics: { likes: { value: n, step: 1 }, comments: null, shares: null, views: null, saves: null },
    ...changes,
  }
}

export function profileRow(account: string, n: number, changes: Partial<ProfileSnapshot> = {}): ProfileSnapshot {
  return {
    id: `${account}@${t(n)}`,
    account,
    at: t(n),
    lastSeenAt: t(n),
    name: 'Creator',
    bio: null,
    followers: { value: 1_000 + n, step: 1 },
    following: null,
    posts: null,
    verified: null,
    ...changes,
  }
}

export function assessmentRow(postId: string, basis: string, changes: Partial<Assessment> = {}): Assessment {
  return {
    postId,
    account: 'x:creator1',
    basis,
    verdict: 'pass',
    findings: [],
    tone: neutral,
    mood: { n: 0, positive: 0, neutral: 0, negative: 0, unclear: 0 },
    at: t(0),
    ...changes,
  }
}

export function guidelineRow(n: number, changes: Partial<Guideline> = {}): Guideline {
  return {
    id: ulid(n),
    name: `Guideline ${n}`,
    brand: 'Brand',
    active: true,
    partnerIds: null,
    rules: [],
    version: 1,
    createdAt: t(0),
    updatedAt: t(0),
    deletedAt: null,
    ...changes,
  }
}

export function guidelineVersionRow(n: number, version: number): GuidelineVersion {
  const guideline = guidelineRow(n, { version })
  return { id: `${ulid(n)}@${version}`, guidelineId: ulid(n), version, guideline, savedAt: t(version) }
}

export function waiverRow(n: number, changes: Partial<Waiver> = {}): Waiver {
  return {
    id: ulid(n),
    postId: 'x:1',
    ruleId: 'rule-1',
    kind: 'banned-phrase',
    value: 'cheap',
    quote: 'cheap',
    because: 'accepted',
    reason: 'A song title',
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function correctionRow(n: number, changes: Partial<Correction> = {}): Correction {
  return {
    id: ulid(n),
    text: `Comment ${n}`,
    lang: 'en',
    label: 'positive',
    was: 'negative',
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function noteRow(n: number, changes: Partial<Note> = {}): Note {
  return {
    id: ulid(n),
    partnerId: null,
    postId: null,
    text: `Note ${n}`,
    followUpOn: null,
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function contactRow(n: number, changes: Partial<Contact> = {}): Contact {
  return {
    id: ulid(n),
    partnerId: ulid(1),
    direction: 'out',
    channel: 'email',
    at: t(n),
    note: '',
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function ratesRow(platform: string, changes: Partial<ReadRates> = {}): ReadRates {
  return {
    id: `${platform}|profile`,
    platform,
    page: 'profile',
    fields: {
      'post.likes': {
        steady: { of: 12, won: [11, 0.5] },
        recent: { of: 0, won: [] },
        gone: null,
        moved: { score: 1.5, since: t(1) },
        missingSince: null,
        lastHitAt: t(1),
        lastAt: t(1),
        lastPage: 7,
      },
    },
    lengths: [120, 80],
    jumps: { 'post.views': { since: t(1), lastAt: t(1), jumped: 3, of: 4 } },
    lastAt: t(1),
    ...changes,
  }
}

export function missRow(platform: string, field: string, changes: Partial<Miss> = {}): Miss {
  return {
    id: `${platform}|profile|${field}`,
    platform,
    page: 'profile',
    field,
    tried: ['.selector'],
    firstMissAt: t(1),
    lastMissAt: t(1),
    lastHitAt: null,
    lastUrl: 'https://x.com/creator1',
    ...changes,
  }
}

export function deliverableRow(n: number, changes: Partial<Deliverable> = {}): Deliverable {
  return {
    id: ulid(n),
    partnerId: ulid(1),
    title: 'Launch reel',
    kind: 'reel',
    platform: 'instagram',
    brief: '',
    guidelineId: null,
    hashtags: ['fjellhut'],
    mentions: [],
    dueAt: t(n),
    timeZone: 'Europe/Oslo',
    postId: null,
    postUrl: null,
    doneAt: null,
    cancelledAt: null,
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function draftRow(n: number, changes: Partial<Draft> = {}): Draft {
  return {
    id: ulid(n),
    partnerId: ulid(1),
    title: 'Launch reel',
    platform: 'instagram',
    kind: 'reel',
    deliverableId: null,
    versions: [{ n: 1, caption: `Draft ${n} #ad`, media: [], by: 'Ines', at: t(n) }],
    events: [],
    sheets: [],
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function briefRow(n: number, changes: Partial<Brief> = {}): Brief {
  return {
    id: ulid(n),
    guidelineId: ulid(2),
    partnerId: null,
    title: 'Autumn on the trail',
    campaign: 'Autumn',
    intro: '',
    tone: '',
    deliverables: '',
    startsOn: '2026-11-02',
    endsOn: null,
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function agreementRow(n: number, changes: Partial<Agreement> = {}): Agreement {
  const text = 'Each post must remain live for 45 days.'
  return {
    id: ulid(n),
    partnerId: ulid(1),
    title: `Agreement ${n}`,
    timeZone: 'Europe/Dublin',
    startsOn: '2026-01-01',
    endsOn: null,
    reviewOn: null,
    versions: [{ n: 1, text, by: 'Ines', at: t(1) }],
    clauses: [
      {
        id: ulid(n + 500),
        kind: 'stay-live',
        decision: 'confirmed',
        version: 1,
        start: 0,
        end: text.length,
        quote: text,
        values: {
          days: 45,
          workingDays: null,
          hours: null,
          count: null,
          percent: null,
          from: null,
          until: null,
          money: [],
          labels: [],
          handles: [],
          hashtags: [],
          names: [],
        },
        by: 'Ines',
        at: t(1),
      },
    ],
    createdAt: t(1),
    updatedAt: t(1),
    deletedAt: null,
    ...changes,
  }
}

export function incidentRow(n: number, changes: Partial<Incident> = {}): Incident {
  return {
    id: ulid(n),
    partnerId: ulid(1),
    title: 'Misleading claim',
    alert: null,
    evidence: [],
    openedBy: 'Ines',
    events: [],
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function vettingRow(n: number, changes: Partial<Vetting> = {}): Vetting {
  return {
    id: ulid(n),
    name: 'Creator 1',
    accounts: [{ platform: 'x', handle: 'creator1', url: null }],
    accountKeys: ['x:creator1'],
    lookBack: { months: 12, highRisk: false },
    verdicts: [
      { id: ulid(n), at: t(n), by: 'Ines', decision: 'reject', reason: 'Slurs', posts: 3, from: t(1), to: t(2) },
    ],
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function planRow(n: number, changes: Partial<Plan> = {}): Plan {
  return {
    id: ulid(n),
    partnerId: ulid(1),
    title: 'Trust after the claim',
    incidentId: null,
    gateDays: [30, 60, 90],
    checkInEvery: 7,
    checkInFor: 30,
    timeZone: 'Europe/Oslo',
    openedBy: 'Ines',
    events: [],
    sheets: [],
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function realignmentRow(n: number, changes: Partial<Realignment> = {}): Realignment {
  return {
    id: ulid(n),
    partnerId: ulid(1),
    title: 'Two reels a month',
    planId: null,
    timeZone: 'Europe/Oslo',
    versions: [
      {
        n: 1,
        by: 'Ines',
        at: t(n),
        effectiveOn: '2026-11-01',
        reviewOn: '2026-12-31',
        reviewNote: '',
        rows: [
          {
            id: ulid(900),
            from: 'Four reels a month',
            to: 'Two reels a month',
            reason: 'Quality fell',
            examples: ['https://x.com/creator1/status/1'],
          },
        ],
        metrics: [],
        acknowledgement: 'We agree.',
      },
    ],
    events: [],
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function partnerReviewRow(n: number, changes: Partial<PartnerReview> = {}): PartnerReview {
  return {
    id: ulid(n),
    partnerId: ulid(1),
    rhythm: 'quarterly',
    from: '2026-08-01',
    to: '2026-11-01',
    timeZone: 'Europe/Oslo',
    parts: {
      delivered: '- Launch reel: on time',
      compliance: '',
      engagement: '',
      mood: '',
      alerts: '',
      wins: '',
      promises: '',
      questions: '',
      goals: 'Two reels',
    },
    by: 'Ines',
    heldOn: null,
    nextOn: '2027-02-01',
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function programmeUseRow(n: number, changes: Partial<ProgrammeUse> = {}): ProgrammeUse {
  const stamps = { createdAt: t(n), updatedAt: t(n), deletedAt: null }
  return { id: ulid(n), partnerId: ulid(1), kind: 'previews', on: '2026-11-01', ...stamps, ...changes }
}

export function watchRow(n: number, changes: Partial<Watch> = {}): Watch {
  return {
    id: ulid(n),
    name: 'Recalls',
    terms: ['recall'],
    except: [],
    platform: null,
    partnerId: null,
    severity: 'medium',
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

/** A chain of an incident's first links, as they would be recorded. */
export function evidenceRows(incidentId: string, count: number): EvidenceLink[] {
  const links: EvidenceLink[] = []
  for (let n = 1; n <= count; n++)
    links.push(nextLink(links.at(-1) ?? null, { incidentId, at: t(n), kind: 'decision', body: { note: `No. ${n} é` } }))
  return links
}

export function pulseRow(n: number, changes: Partial<Pulse> = {}): Pulse {
  return {
    id: ulid(n),
    partnerId: ulid(1),
    rating: 7,
    note: '',
    at: t(n),
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function overrideRow(n: number, changes: Partial<Override> = {}): Override {
  return {
    id: ulid(n),
    platform: 'x',
    page: null,
    field: 'post.likes',
    select: '[data-testid="like"]',
    attr: 'aria-label',
    saying: null,
    within: 'item',
    enabled: true,
    note: '',
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function reportRow(n: number, changes: Partial<KeptReport> = {}): KeptReport {
  return {
    id: ulid(n),
    by: 'person',
    at: t(n),
    report: {
      format: 'rapport-report',
      version: 1,
      kind: 'weekly',
      at: t(n),
      from: t(0),
      to: t(n),
      partner: null,
      captured: null,
      sections: [],
      sources: [],
    },
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

export function letterRow(n: number, changes: Partial<Letter> = {}): Letter {
  return {
    id: ulid(n),
    base: 'reminder1',
    name: 'Our reminder',
    subject: 'A short reminder',
    body: 'Hi {{name}}, {{deliverable}} is due on {{deadline}}.',
    version: 1,
    earlier: [],
    createdAt: t(n),
    updatedAt: t(n),
    deletedAt: null,
    ...changes,
  }
}

/** What the newest version of a sheet says, without its stamps. */
export function contentOf({ versions }: Realignment): SheetContent {
  const version = versions.at(-1)
  if (!version) throw new Error('no version')
  const { n: _n, by: _by, at: _at, ...content } = version
  return content
}
