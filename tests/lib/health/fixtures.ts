import type { Assessment } from '../../../lib/domain/assessment.ts'
import type { Contact } from '../../../lib/domain/contact.ts'
import type { Finding } from '../../../lib/domain/finding.ts'
import type { Partner } from '../../../lib/domain/partner.ts'
import type { Post } from '../../../lib/domain/post.ts'
import type { HealthRecord } from '../../../lib/health/health-of.ts'

export const NOW = Date.parse('2026-11-22T12:00:00.000Z')
export const DAY = 86_400_000
export const at = (daysAgo: number) => new Date(NOW - daysAgo * DAY).toISOString()

export const partner: Partner = {
  id: '01K9AAAAAAAAAAAAAAAAAAAAAA',
  name: 'Mara Quill',
  accounts: [{ platform: 'instagram', handle: 'mara.quill', url: null }],
  accountKeys: ['instagram:mara.quill'],
  relationship: 'paid',
  tags: [],
  createdAt: at(200),
  updatedAt: at(200),
  deletedAt: null,
}

const count = (value: number | null) => (value === null ? null : { value, step: 1 })

export function postOf(n: number, daysAgo: number, likes: number | null, over: Partial<Post> = {}): Post {
  return {
    id: `instagram:${n}`,
    platform: 'instagram',
    externalId: String(n),
    account: 'instagram:mara.quill',
    url: null,
    author: { handle: 'mara.quill', name: null },
    text: '',
    textComplete: true,
    visibleText: null,
    publishedAt: at(daysAgo),
    publishedText: null,
    sortAt: at(daysAgo),
    metrics: { likes: count(likes), comments: null, shares: null, views: null, saves: null },
    labels: [],
    hashtags: [],
    mentions: [],
    links: [],
    lang: 'en',
    firstSeenAt: at(daysAgo),
    lastSeenAt: at(0),
    ...over,
  }
}

const finding: Finding = {
  ruleId: 'd',
  kind: 'disclosure',
  value: null,
  source: { type: 'guideline', guidelineId: 'g', name: 'g', version: 1 },
  status: 'missing',
  severity: 'high',
  weight: 'must',
  reason: 'disclosureMissing',
  values: [],
  evidence: [],
}
export const findingOf = (over: Partial<Finding>): Finding => ({ ...finding, ...over })

export function assessmentOf(n: number, verdict: Assessment['verdict'], over: Partial<Assessment> = {}): Assessment {
  return {
    postId: `instagram:${n}`,
    account: 'instagram:mara.quill',
    basis: 'b',
    verdict,
    findings: verdict === 'review' ? [findingOf({ status: 'buried' })] : [],
    tone: { label: 'unclear', score: 0, confidence: 0, lang: null, words: [] },
    mood: { n: 0, positive: 0, neutral: 0, negative: 0, unclear: 0 },
    at: at(0),
    ...over,
  }
}

export function contactOf(n: number, direction: Contact['direction'], daysAgo: number): Contact {
  const stamp = { at: at(daysAgo), createdAt: at(daysAgo), updatedAt: at(daysAgo), deletedAt: null }
  return { id: `c${n}`, partnerId: partner.id, direction, channel: 'email', note: '', ...stamp }
}

export function recordOf(over: Partial<HealthRecord> = {}): HealthRecord {
  return { partner, posts: [], assessments: [], profiles: [], contacts: [], now: NOW, ...over }
}
