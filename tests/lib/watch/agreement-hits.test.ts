import { describe, expect, it } from 'vitest'
import type { Clause, ClauseKind, ClauseValues } from '../../../lib/domain/agreement.ts'
import type { Post } from '../../../lib/domain/post.ts'
import { defaultAgreementSettings } from '../../../lib/domain/settings.ts'
import { readAgreement } from '../../../lib/partnership/clauses/find.ts'
import { noValues } from '../../../lib/partnership/clauses/values.ts'
import { checkOf, type LiveAgreement, stayLiveUntil } from '../../../lib/watch/agreement-checks.ts'
import { agreementHits, type AgreementRecord } from '../../../lib/watch/agreement-hits.ts'
import { agreementRow, postRow, ulid } from '../store/rows.ts'

const NOW = Date.parse('2027-03-20T12:00:00.000Z')

function clause(kind: ClauseKind, values: Partial<ClauseValues>, quote = `The clause on ${kind}.`): Clause {
  const about = { version: 1, start: 0, end: quote.length, by: 'Ines', at: '2027-01-01T00:00:00.000Z' }
  return { id: ulid(700), kind, decision: 'confirmed', quote, values: { ...noValues, ...values }, ...about }
}

const agreement = (clauses: Clause[], changes: Partial<LiveAgreement> = {}): LiveAgreement => ({
  ...agreementRow(1),
  startsOn: '2027-01-01',
  ...changes,
  clauses,
})

const post = (changes: Partial<Post>): Post =>
  postRow(1, {
    text: 'Breakfast with Fenwick Larder #ad',
    textComplete: true,
    publishedAt: '2027-03-01T20:00:00.000Z',
    sortAt: '2027-03-01T20:00:00.000Z',
    firstSeenAt: '2027-03-02T08:00:00.000Z',
    lastSeenAt: '2027-03-02T08:00:00.000Z',
    labels: [],
    ...changes,
  })

function hits(agreements: LiveAgreement[], changes: Partial<AgreementRecord> = {}) {
  const nothing = { competitors: [], incidents: [], waiting: null, agreed: new Set<string>(), posts: [] }
  const record = { agreements, brands: ['Fenwick Larder'], ...nothing, now: NOW, ...changes }
  return agreementHits(record, defaultAgreementSettings)
}

const waiting = (hours: number) => ({ waiting: { contactId: ulid(3), hours, askedAt: NOW - hours * 3_600_000 } })
const codes = (changes: Partial<LiveAgreement>) =>
  hits([agreement([], changes)]).map(({ code, values }) => [code, values.join()])

const gone = (at: string) => [{ says: 'removed' as const, at, lastAt: at }]

describe('a confirmed clause', () => {
  it('B7: "must remain live for 45 days", pasted, is a stay-live check with its end in the partner’s zone', () => {
    const [found] = readAgreement('Each sponsored post must remain live for 45 days.').clauses
    if (!found) throw new Error('not found')
    expect(found.kind).toBe('stay-live')
    const live = clause('stay-live', found.values, found.quote)
    expect(checkOf(live, agreement([]))).toEqual({ code: 'stayLive', isLive: true })
    // 20:00 UTC on 1 March is already 2 March in Tokyo.
    const until = (timeZone: string) => stayLiveUntil(live, { timeZone }, '2027-03-01T20:00:00.000Z')
    expect([until('Asia/Tokyo'), until('America/New_York')]).toEqual(['2027-04-16', '2027-04-15'])
  })

  it('B7: a post that is gone before that day raises an alert that quotes the clause; one gone later does not', () => {
    const live = clause('stay-live', { days: 14 }, 'All posts stay up for 14 days.')
    const early = hits([agreement([live])], { posts: [post({ absences: gone('2027-03-10T09:00:00.000Z') })] })
    expect(early).toMatchObject([
      {
        kind: 'agreement-stay-live',
        severity: 'high',
        clause: { quote: 'All posts stay up for 14 days.', until: '2027-03-15' },
      },
    ])
    expect(hits([agreement([live])], { posts: [post({ absences: gone('2027-03-15T09:00:00.000Z') })] })).toEqual([])
    expect(hits([agreement([live])], { posts: [post({})] })).toEqual([])
  })

  it('B7: an exclusivity window overlapping a captured competitor mention raises an alert quoting the clause', () => {
    const exclusive = clause('exclusivity', { from: '2027-03-01', until: '2027-05-31', names: ['Hollowbrook Foods'] })
    const rival = { text: 'Trying #HollowbrookFoods today' }
    expect(hits([agreement([exclusive])], { posts: [post(rival)] })).toMatchObject([
      {
        kind: 'agreement-exclusivity',
        code: 'agreementExclusivity',
        clause: { quote: exclusive.quote, until: '2027-05-31' },
      },
    ])
    const before = { ...rival, publishedAt: '2027-02-27T20:00:00.000Z' }
    expect(hits([agreement([exclusive])], { posts: [post(before)] })).toEqual([])
    expect(hits([agreement([exclusive])], { posts: [post({ text: 'The brook was hollow' })] })).toEqual([])
    const unnamed = clause('exclusivity', { from: '2027-03-01' })
    const byGuideline = { posts: [post(rival)], competitors: ['Hollowbrook Foods'] }
    expect(hits([agreement([unnamed])], byGuideline)).toHaveLength(1)
  })

  it('B7: asks for its label and tags in posts of the brand only, and decides nothing by a caption that was cut', () => {
    const label = clause('disclosure', { labels: ['#ad'] })
    const bare = { text: 'Breakfast with Fenwick Larder' }
    expect(hits([agreement([label])], { posts: [post(bare)] })).toMatchObject([{ kind: 'agreement-disclosure' }])
    expect(hits([agreement([label])], { posts: [post({})] })).toEqual([])
    expect(hits([agreement([label])], { posts: [post({ text: 'Lunch at home' })] })).toEqual([])
    expect(hits([agreement([label])], { posts: [post({ ...bare, textComplete: false })] })).toEqual([])
    const tags = clause('tags', { handles: ['fenwicklarder'], hashtags: ['LarderDays'] })
    const half = { text: 'Fenwick Larder with @fenwicklarder' }
    expect(hits([agreement([tags])], { posts: [post(half)] })).toMatchObject([
      { code: 'agreementTags', values: ['1', '2', half.text] },
    ])
    expect(hits([agreement([tags])], { posts: [post({ text: `${half.text} #larderdays` })] })).toEqual([])
  })

  it('B7: says how many agreed posts were seen by the last day, once that day is over in the partner’s zone', () => {
    const due = clause('deliverables', { count: 2, from: '2027-03-01', until: '2027-03-19' })
    expect(hits([agreement([due])], { posts: [post({})] })).toMatchObject([
      { code: 'agreementNotSeen', values: ['1', '2'] },
    ])
    const west = { timeZone: 'Pacific/Honolulu' }
    expect(hits([agreement([due], west)], { posts: [post({})], now: Date.parse('2027-03-20T09:00:00.000Z') })).toEqual(
      [],
    )
    expect(
      hits([agreement([due])], {
        posts: [post({})],
        agreed: new Set(['x']),
        now: Date.parse('2027-03-10T00:00:00.000Z'),
      }),
    ).toEqual([])
  })

  it('B7: trigger events: an open incident makes suspension and consultation tasks of their own, once each', () => {
    const clauses = [clause('suspension', {}), { ...clause('consultation', {}), id: ulid(701) }]
    const incidents = [{ id: ulid(9), severity: 'critical' as const, since: '2027-03-19T00:00:00.000Z' }]
    const found = hits([agreement(clauses)], { incidents })
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['agreementSuspension', 'high'],
      ['agreementConsultation', 'high'],
    ])
    expect(new Set(found.map(({ subject }) => subject)).size).toBe(2)
    expect(hits([agreement(clauses)])).toEqual([])
  })

  it('tells a question that waits longer than the agreement allows', () => {
    const limit = clause('response-time', { hours: 24 })
    expect(hits([agreement([limit])], waiting(24))).toEqual([])
    expect(hits([agreement([limit])], waiting(25))).toMatchObject([{ kind: 'agreement-response', values: ['25'] }])
  })

  it('B7: reminds of the review and of the end beforehand, and tells what is overdue', () => {
    expect(codes({ reviewOn: '2027-04-03' })).toEqual([['agreementReviewDue', '14']])
    expect(codes({ reviewOn: '2027-04-04' })).toEqual([])
    expect(codes({ reviewOn: '2027-03-18' })).toEqual([['agreementReviewOverdue', '2']])
    expect(codes({ endsOn: '2027-04-01' })).toEqual([['agreementEnds', '12']])
    expect(codes({ endsOn: '2027-03-10' })).toEqual([['agreementEnded', '10']])
    expect(codes({ endsOn: '2027-03-01' })).toEqual([])
  })

  it('without what it needs is not checked, and says what is missing', () => {
    const needs = (kind: ClauseKind) => checkOf(clause(kind, {}), { startsOn: null, endsOn: null, reviewOn: null })
    expect(needs('stay-live')).toEqual({ code: 'needsDays', isLive: false })
    expect(needs('exclusivity').code).toBe('needsDates')
    expect(needs('disclosure').code).toBe('needsLabel')
    expect(needs('tags').code).toBe('needsTags')
    expect(needs('misconduct').code).toBe('textOnly')
    expect(
      hits([agreement([clause('stay-live', {})])], { posts: [post({ absences: gone('2027-03-10T09:00:00.000Z') })] }),
    ).toEqual([])
  })

  it('never puts its words among the values, which webhooks tell', () => {
    const secret = 'ZEBRAFISH'
    const kinds: [ClauseKind, Partial<ClauseValues>][] = [
      ['stay-live', { days: 30 }],
      ['exclusivity', { from: '2027-01-01', names: [secret, 'Breakfast'] }],
      ['deliverables', { count: 9, until: '2027-03-01' }],
      ['disclosure', { labels: [secret] }],
      ['tags', { handles: [secret], hashtags: [secret] }],
      ['suspension', {}],
      ['response-time', { hours: 1 }],
      ['review-date', { until: '2027-03-21' }],
    ]
    const clauses = kinds.map(([kind, values], i) =>
      Object.assign(clause(kind, values, `${secret} clause ${i}`), { id: ulid(700 + i) }),
    )
    const found = hits([agreement(clauses, { title: secret })], {
      posts: [post({ absences: gone('2027-03-10T09:00:00.000Z') })],
      incidents: [{ id: ulid(9), severity: 'low', since: '2027-03-19T00:00:00.000Z' }],
      waiting: { contactId: ulid(3), hours: 5, askedAt: NOW },
    })
    expect(new Set(found.map(({ kind }) => kind)).size).toBe(8)
    for (const { values, code, clause: quoted } of found) {
      expect(JSON.stringify([values, code])).not.toContain(secret)
      expect(quoted).toBeDefined()
    }
  })
})
