import { describe, expect, it } from 'vitest'
import { cadenceFor } from '../../../lib/health/cadence.ts'
import { defaultHealthSettings, defaultWatchSettings } from '../../../lib/domain/settings.ts'
import { deliveriesOf } from '../../../lib/health/delivery.ts'
import { dueStep } from '../../../lib/partnership/ladder.ts'
import { communicationOf } from '../../../lib/health/reply-times.ts'
import { alertsOf, joined, sortOut } from '../../../lib/watch/alerts.ts'
import type { AlertRecord, Hit } from '../../../lib/watch/alerts.ts'
import { assessmentOf, at, contactOf, DAY, findingOf, NOW, partner, postOf } from '../health/fixtures.ts'
import { deliverableRow } from '../store/rows.ts'

const quiet: AlertRecord = {
  partner,
  posts: [],
  assessments: [],
  edits: [],
  communication: communicationOf([], NOW),
  cadence: null,
  deliveries: [],
  feeds: [],
  triggers: [],
  watched: [],
  settings: defaultWatchSettings,
  now: NOW,
}
const alerts = (record: Partial<AlertRecord>) => alertsOf({ ...quiet, ...record })
const codes = (record: Partial<AlertRecord>) => alerts(record).map(({ code }) => code)
const due = (hoursAgo: number) =>
  alerts({
    deliveries: deliveriesOf(
      [deliverableRow(1, { partnerId: partner.id, dueAt: at(hoursAgo / 24), postId: null })],
      new Map(),
      NOW,
    ),
  })
/** Three messages, each answered after so many hours. */
const answered = (hours: number) =>
  [20, 16, 12].flatMap((days, n) => [contactOf(2 * n, 'out', days), contactOf(2 * n + 1, 'in', days - hours / 24)])
/** The alerts `days` after the partner came, last touched on day 26. */
const touchedAfter = (days: number) =>
  codes({
    cadence: cadenceFor(
      { ...partner, cadence: { idealDays: 28, maximumDays: 42 }, createdAt: at(days) },
      [{ at: at(days - 26) }],
      defaultHealthSettings,
      NOW,
    ),
  })
const waiting = (hours: number, sofar: number) =>
  codes({ communication: communicationOf([...answered(hours), contactOf(9, 'out', sofar / 24)], NOW) })

/** The alerts while a question of 60 hours ago waits, after earlier ones answered in so many hours. */
const flagged = (...earlier: number[]) =>
  alerts({
    communication: communicationOf(
      [
        ...earlier.flatMap((hours, n) => [
          contactOf(10 + 2 * n, 'out', 60 - 10 * n),
          contactOf(11 + 2 * n, 'in', 60 - 10 * n - hours / 24),
        ]),
        contactOf(9, 'out', 60 / 24),
      ],
      NOW,
    ),
  }).map(({ code, severity, values }) => [code, severity, values.at(2)])

const feed = (paid: number) => [Array.from({ length: 20 }, (_, i) => past(i, null, i < paid))]
const past = (n: number, engagementRate: number | null, sponsored = false) => ({
  id: `instagram:${n}`,
  text: '',
  at: at(n),
  sponsored,
  engagementRate,
})

describe('a partner of whom nothing is wrong', () => {
  it('raises nothing', () => {
    expect(alerts({ posts: [postOf(1, 1, 100)], assessments: [assessmentOf(1, 'pass')] })).toEqual([])
  })
})

describe('findings', () => {
  const post = postOf(1, 1, 100, { text: 'So good!' })
  const missing = findingOf({ status: 'missing' })

  it('that a must fails are one alert each, with the post as evidence; advice, waived and unclear ones are none', () => {
    const findings = [
      missing,
      findingOf({ ruleId: 'b', kind: 'banned-phrase', value: 'cheap', status: 'fail', severity: 'medium' }),
      findingOf({ ruleId: 'c', kind: 'banned-phrase', value: 'best', status: 'fail', weight: 'prefer' }),
      findingOf({ ruleId: 'e', kind: 'banned-phrase', value: 'free', status: 'review' }),
      findingOf({
        ruleId: 'f',
        status: 'missing',
        waived: { id: 'w', because: 'accepted', reason: 'Agreed', at: at(1) },
      }),
    ]
    const found = alerts({ posts: [post], assessments: [assessmentOf(1, 'fail', { findings })] })
    expect(found.map(({ code, severity, evidence }) => [code, severity, evidence])).toEqual([
      ['disclosureMissing', 'high', ['instagram:1']],
      ['guidelineFailed', 'medium', ['instagram:1']],
    ])
  })

  it('seen five times are one alert with count 5 (B8)', () => {
    const findings = Array.from({ length: 5 }, () => missing)
    const found = alerts({ posts: [post], assessments: [assessmentOf(1, 'fail', { findings })] })
    expect(found).toMatchObject([{ count: 5, evidence: ['instagram:1'] }])
  })
})

describe('what is the same', () => {
  const hit: Hit = {
    kind: 'mood',
    subject: 'negative',
    severity: 'high',
    code: 'moodNegative',
    values: ['40'],
    evidence: ['x:1'],
    since: at(3),
    lastAt: at(3),
  }

  it('keeps its first time, its newest words and all its evidence', () => {
    const newer = { ...hit, values: ['60'], evidence: ['x:2', 'x:1'], since: at(1), lastAt: at(1) }
    expect(joined('p', [hit, newer])).toMatchObject([
      { count: 2, values: ['60'], since: at(3), lastAt: at(1), evidence: ['x:1', 'x:2'] },
    ])
  })

  it('stays put off when only its number changes, and comes back when its time has come (B8)', () => {
    const [before] = joined('p', [hit])
    const [after] = joined('p', [{ ...hit, values: ['90'], lastAt: at(0) }])
    expect(before && after).toBeTruthy()
    if (!before || !after) return
    const state = { id: before.id, until: at(-7), at: at(0) }
    expect(sortOut([after], [state], NOW)).toMatchObject({ shown: [], hidden: [{ alert: { values: ['90'] } }] })
    expect(sortOut([after], [state], NOW + 8 * DAY).shown).toEqual([after])
    expect(sortOut([after], [{ ...state, until: null }], NOW + 800 * DAY).shown).toEqual([])
  })
})

describe('a reply', () => {
  it('is overdue after 48 hours where 6 are usual, and after 80 where 40 are (B2)', () => {
    expect(waiting(6, 47.9)).toEqual([])
    expect(waiting(6, 48)).toEqual(['replyOverdue'])
    expect(waiting(40, 79.9)).toEqual([])
    expect(waiting(40, 80.1)).toEqual(['replyOverdue'])
  })

  it('48 h unresponsive flag, second flag is graver: a person decides whether the job ends (B2)', () => {
    expect(flagged(2, 3, 4)).toEqual([['replyOverdue', 'medium', undefined]])
    expect(flagged(2, 3, 50)).toEqual([['replyOverdueAgain', 'high', '1']])
  })

  it('that came at 47:59 raises nothing (B2)', () => {
    const contacts = [...answered(6), contactOf(8, 'out', 3), contactOf(9, 'in', 3 - 47.98 / 24)]
    expect(codes({ communication: communicationOf(contacts, NOW) })).toEqual([])
  })
})

describe('the ladder', () => {
  it('B4: after 24 h without acknowledgement the next step is one alert, the same however often it is looked at', () => {
    const ladder = [
      { role: 'Manager', afterHours: 24 },
      { role: 'Executive', afterHours: 72 },
    ]
    const told = (hours: number) => {
      const communication = communicationOf([contactOf(9, 'out', hours / 24)], NOW)
      const escalation = dueStep(ladder, communication.open?.hours ?? null)
      return alerts({ communication, escalation: escalation && { ...escalation.step, index: escalation.index } })
        .filter(({ kind }) => kind === 'escalation')
        .map(({ id, count, values }) => [id, count, values[0]])
    }
    expect(told(23.9)).toEqual([])
    expect(told(24.1)).toMatchObject([[expect.anything(), 1, 'Manager']])
    expect(told(60)).toEqual(told(24.1))
    expect(told(72.1)).toMatchObject([[expect.anything(), 1, 'Executive']])
    expect(told(72.1)[0]?.[0]).not.toBe(told(60)[0]?.[0])
    // Acknowledged: nothing waits any more.
    const heard = communicationOf([contactOf(9, 'out', 3), contactOf(10, 'in', 1)], NOW)
    expect(dueStep(ladder, heard.open?.hours ?? null)).toBeNull()
  })
})

describe('cadence', () => {
  it('28 and 42 days, touched on day 26, is due again on day 54 (B9)', () => {
    expect(touchedAfter(53)).toEqual([])
    expect(touchedAfter(54)).toEqual(['outOfTouch'])
  })
})

describe('a deliverable', () => {
  it('is in grace for twelve hours, then overdue, and escalated after a day (B2)', () => {
    expect(due(-1)).toEqual([])
    expect(due(11).map(({ severity }) => severity)).toEqual(['low'])
    expect(due(13).map(({ severity }) => severity)).toEqual(['medium'])
    expect(due(24)).toMatchObject([{ code: 'deliverableMissed', severity: 'high', evidence: [deliverableRow(1).id] }])
  })
})

describe('silent edits', () => {
  const post = postOf(1, 10, 100, { text: 'Mornings' })
  const edit = (rank: 'legal' | 'material' | 'cosmetic', daysAgo: number) => ({
    post,
    at: at(daysAgo),
    before: { text: 'Evenings', at: at(daysAgo + 1) },
    after: { text: 'Mornings', at: at(daysAgo) },
    ranked: { rank, reasons: [{ code: 'wordsChanged', values: [], evidence: [], in: 'after' } as const] },
  })

  it('raise by their rank; cosmetic ones and those of more than 30 days ago do not', () => {
    const edits = [edit('legal', 3), edit('material', 2), edit('cosmetic', 1), edit('legal', 31)]
    expect(alerts({ posts: [post], edits }).map(({ code, severity }) => [code, severity])).toEqual([
      ['editLegal', 'high'],
      ['editMaterial', 'medium'],
    ])
  })
})

describe('a feed', () => {
  it('that did worse than 0.7 of its median three times in a row raises one alert (B1)', () => {
    const usual = Array.from({ length: 6 }, (_, i) => past(i + 4, 0.1))
    expect(codes({ feeds: [[past(1, 0.06), past(2, 0.06), past(3, 0.06), ...usual]] })).toEqual(['engagementDrop'])
    expect(codes({ feeds: [[past(1, 0.06), past(2, 0.08), past(3, 0.06), ...usual]] })).toEqual([])
    const settings = { ...defaultWatchSettings, declinePercent: 50 }
    expect(codes({ feeds: [[past(1, 0.06), past(2, 0.06), past(3, 0.06), ...usual]], settings })).toEqual([])
  })

  it('of which 7 of 20 are advertising is saturated, 6 of 20 are not (B1)', () => {
    expect(codes({ feeds: feed(7) })).toEqual(['saturation'])
    expect(codes({ feeds: feed(6) })).toEqual([])
    const settings = { ...defaultWatchSettings, saturationPercent: 40 }
    expect(codes({ feeds: feed(8), settings })).toEqual([])
    expect(codes({ feeds: feed(9), settings })).toEqual(['saturation'])
  })
})

describe('the order', () => {
  it('is by severity, then the newest first, and does not depend on the order of the record', () => {
    const posts = [postOf(1, 5, 1), postOf(2, 1, 1)]
    const findings = [findingOf({ status: 'missing' })]
    const assessments = [assessmentOf(1, 'fail', { findings }), assessmentOf(2, 'fail', { findings })]
    const one = alerts({ posts, assessments })
    expect(alerts({ posts: posts.toReversed(), assessments: assessments.toReversed() })).toEqual(one)
  })
})
