import { describe, expect, it } from 'vitest'
import { bandOf, combine, confidenceOf, WEIGHTS } from '../../../lib/health/combine.ts'
import { defaultHealthSettings } from '../../../lib/domain/settings.ts'
import type { Deliverable } from '../../../lib/domain/deliverable.ts'
import type { Pulse } from '../../../lib/domain/pulse.ts'
import type { HealthSettings } from '../../../lib/domain/settings.ts'
import { healthOf } from '../../../lib/health/health-of.ts'
import type { HealthRecord } from '../../../lib/health/health-of.ts'
import { healthCaps, healthNeeds, healthReasons } from '../../../lib/health/reasons.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import type { HealthPart } from '../../../lib/health/types.ts'
import { guidelineOf, paid, postOf as guidelinePost, ruleOf } from '../guidelines/fixtures.ts'
import { deliverableRow, pulseRow } from '../store/rows.ts'
import { assessmentOf, at, contactOf, DAY, findingOf, NOW, partner, postOf, recordOf } from './fixtures.ts'

const order = Object.keys(WEIGHTS) as HealthPart[]
const partsOf = (...scores: (number | null)[]) =>
  order.map((part, i) => ({ score: scores[i] ?? null, weight: WEIGHTS[part] }))

/** Twelve posts, a day apart, the newest first; `likes` of each. */
const posts = (likes: (number | null)[]) => likes.map((value, i) => postOf(i, i + 3, value))
const steady = posts(Array.from({ length: 12 }, () => 100))
const passes = steady.map((_, i) =>
  assessmentOf(i, 'pass', { mood: { n: 2, positive: 1, neutral: 1, negative: 0, unclear: 0 } }),
)
const full = recordOf({ posts: steady, assessments: passes })

describe('the weighted mean (B10)', () => {
  it('parts {100, 80, -, 60, -, -} give 83.3 at 60 % coverage', () => {
    expect(combine(partsOf(100, 80, null, 60, null, null), [])).toEqual({ score: 83.3, coverage: 0.6 })
  })

  it('35 % coverage gives no number, 40 % does', () => {
    expect(combine(partsOf(100, null, null, null, 50, null), [])).toEqual({ score: null, coverage: 0.35 })
    expect(combine(partsOf(100, null, null, 60, null, null), []).score).toBe(85)
    expect(combine([], [])).toEqual({ score: null, coverage: 0 })
  })

  it('an open critical incident holds it at 39', () => {
    expect(combine(partsOf(100, 100, 100, 100, 100, 100), [{ limit: 59 }, { limit: 39 }]).score).toBe(39)
    expect(combine(partsOf(20, 20, 20, 20, 20, 20), [{ limit: 59 }]).score).toBe(20)
  })

  it('the weights sum to 100 and the bands part at 80, 60 and 40', () => {
    expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100)
    const bands = [80, 79.9, 60, 59.9, 40, 39.9, null].map(bandOf)
    expect(bands).toEqual(['good', 'watch', 'watch', 'act', 'act', 'critical', 'unknown'])
  })

  it('confidence falls with coverage, age and sample', () => {
    expect(confidenceOf(0.9, 0, 20)).toBe('high')
    expect(confidenceOf(0.5, 0, 10)).toBe('medium')
    expect(confidenceOf(0.9, 60, 20)).toBe('medium')
    expect(confidenceOf(0.9, 0, 2)).toBe('low')
    expect(confidenceOf(0.9, null, 20)).toBe('low')
  })
})

describe('a partner of whom nothing is known', () => {
  it('has no number, and every part says what it needs', () => {
    const health = healthOf(recordOf())
    expect(health).toMatchObject({
      score: null,
      band: 'unknown',
      coverage: 0,
      confidence: 'low',
      caps: [],
      reasons: [],
    })
    expect(health.parts.map(({ part }) => part)).toEqual(order)
    expect(health.parts.every(({ score, need }) => score === null && need !== null)).toBe(true)
    expect(health.parts.map(({ need }) => need).filter((need) => !healthNeeds.some((one) => one === need))).toEqual([])
    expect(health.parts.find(({ part }) => part === 'engagement')?.needValues).toEqual(['8'])
  })
})

describe('a partner who keeps to everything', () => {
  it('is good, with reasons that link to stored observations', () => {
    const health = healthOf(full)
    expect(health).toMatchObject({ band: 'good', coverage: 0.5 })
    expect(health.reasons.length).toBeGreaterThan(0)
    const ids = new Set(steady.map(({ id }) => id))
    for (const { code, evidence } of health.reasons) {
      expect(healthReasons).toContain(code)
      expect(evidence.length).toBeGreaterThan(0)
      expect(evidence.filter((id) => !ids.has(id))).toEqual([])
    }
  })

  it('has the same health whenever it is computed of the same record', () => {
    const shuffled = recordOf({ posts: steady.toReversed(), assessments: passes.toReversed() })
    expect(healthOf(shuffled).score).toBe(healthOf(full).score)
    expect(healthOf(full)).toEqual(healthOf(full))
  })

  it('is judged by the last 90 days only, and never by the future', () => {
    expect(healthOf({ ...full, now: NOW + 100 * DAY }).score).toBeNull()
    expect(healthOf({ ...full, now: NOW - 60 * DAY }).score).toBeNull()
  })
})

describe('compliance', () => {
  it('B9: a "prefer" miss never changes compliance', () => {
    const preferred = assess(
      guidelinePost('So CHEAP! #ad'),
      [guidelineOf([ruleOf('banned-phrase', { phrases: ['cheap'] }, { weight: 'prefer' })])],
      paid,
    )
    expect(preferred.findings).toMatchObject([{ status: 'fail', weight: 'prefer' }])
    const clean = [0, 1, 2, 3].map((n) => assessmentOf(n, 'pass'))
    const missed = clean.map((one, n) => (n === 0 ? { ...one, ...preferred } : one))
    expect(missed[0]?.verdict).toBe('pass')
    expect(compliance(missed)).toEqual(compliance(clean))
    expect(compliance(clean)?.score).toBe(100)
  })

  it('is the mean of pass 100, review 50, fail 0', () => {
    const assessments = [
      assessmentOf(0, 'pass'),
      assessmentOf(1, 'review'),
      assessmentOf(2, 'fail'),
      assessmentOf(3, 'pass'),
    ]
    expect(compliance(assessments)).toMatchObject({ score: 62.5, n: 4, need: null })
  })

  it('leaves out what no guideline applies to and what the page did not show', () => {
    const cut = assessmentOf(2, 'review', { findings: [findingOf({ status: 'not-checkable', reason: 'captionCut' })] })
    expect(compliance([assessmentOf(0, 'pass'), assessmentOf(1, 'unknown'), cut])).toMatchObject({
      score: null,
      n: 1,
      need: 'morePostsChecked',
      needValues: ['2'],
    })
  })
})

const due = (n: number, daysAgo: number, over: Partial<Deliverable> = {}): Deliverable =>
  deliverableRow(n, { partnerId: partner.id, dueAt: at(daysAgo), createdAt: at(150), ...over })
const deliveryOf = (deliverables: Deliverable[], over: Partial<HealthRecord> = {}) =>
  healthOf(recordOf({ deliverables, ...over })).parts.find(({ part }) => part === 'delivery')
const pulseOf = (pulses: Pulse[]) => healthOf(recordOf({ pulses })).parts.find(({ part }) => part === 'pulse')
const rated = (n: number, rating: number, daysAgo: number, over: Partial<Pulse> = {}): Pulse =>
  pulseRow(n, { partnerId: partner.id, rating, at: at(daysAgo), ...over })
const waits = (settings: Partial<HealthSettings>) => {
  const contacts = [contactOf(1, 'out', 30), contactOf(2, 'in', 29), contactOf(3, 'out', 20), contactOf(4, 'in', 19)]
  return healthOf(
    recordOf({
      contacts: [...contacts, contactOf(5, 'out', 3)],
      settings: { ...defaultHealthSettings, ...settings },
    }),
  ).parts.find(({ part }) => part === 'communication')
}

describe('delivery', () => {
  it('counts what came due: on time 100, let off once 80, late again 40, missed 0', () => {
    const deliverables = [
      due(1, 40, { doneAt: at(41) }),
      due(2, 30, { doneAt: at(29.6) }),
      due(3, 20, { doneAt: at(19.6) }),
      due(4, 10),
      due(5, -3),
      due(6, 5, { cancelledAt: at(6) }),
    ]
    expect(deliveryOf(deliverables)).toMatchObject({ score: 55, n: 4, need: null })
  })

  it('takes the date of the linked post, and lets a first lateness off only once, however long ago it was', () => {
    const post = postOf(1, 20.2, 100)
    const late = due(3, 20.3, { doneAt: at(20.2) })
    expect(deliveryOf([due(1, 20, { postId: post.id }), late], { posts: [post] })?.score).toBe(90)
    expect(deliveryOf([due(9, 120, { doneAt: at(100) }), due(1, 20, { doneAt: at(21) }), late])?.score).toBe(70)
  })

  it('says what it needs before two came due, and leaves out what was entered later', () => {
    expect(deliveryOf([due(1, 3)])).toMatchObject({ score: null, need: 'moreDeliverables', needValues: ['1'] })
    expect(deliveryOf([due(1, 3), due(2, 4)], { now: NOW - 160 * DAY })).toMatchObject({ score: null, n: 0 })
  })
})

describe('the pulse', () => {
  it('is the newest rating, ten points for each of its ten', () => {
    expect(pulseOf([rated(1, 9, 30), rated(2, 4, 2), rated(3, 10, 1, { deletedAt: at(1) })])).toMatchObject({
      score: 40,
      n: 1,
    })
  })

  it('older than 90 days counts as missing, and its weight goes to the others (B10)', () => {
    expect(pulseOf([rated(1, 9, 91)])).toMatchObject({ score: null, need: 'pulse' })
    const { score, coverage } = healthOf({ ...full, pulses: [rated(1, 0, 91)] })
    expect([score, coverage]).toEqual([healthOf(full).score, healthOf(full).coverage])
    expect(healthOf({ ...full, pulses: [rated(1, 0, 89)] }).coverage).toBeCloseTo(coverage + 0.1)
  })
})

describe('weights of the user', () => {
  it('that do not sum to 100 are scaled to it, and what is shown is what counts (B10)', () => {
    const weights = { compliance: 30, delivery: 0, communication: 0, engagement: 10, mood: 0, pulse: 0 }
    const { parts, coverage } = healthOf({ ...full, settings: { ...defaultHealthSettings, weights } })
    expect(parts.map(({ weight }) => weight)).toEqual([75, 0, 0, 25, 0, 0])
    expect(coverage).toBe(1)
  })
})

describe('an unanswered message', () => {
  it('counts against the creator only when it waited for longer than the user allows (B2)', () => {
    expect(waits({})).toMatchObject({ n: 3 })
    expect(waits({ replyFloorHours: 96 })).toMatchObject({ score: null, n: 2 })
  })
})

describe('the reasons', () => {
  it('count against the score where they name something broken, however good the part still is', () => {
    const oneFails = passes.map((pass, i) => (i === 0 ? { ...pass, verdict: 'fail' as const } : pass))
    const { parts, reasons } = healthOf(recordOf({ posts: steady, assessments: oneFails }))
    expect(parts.find(({ part }) => part === 'compliance')?.score).toBeGreaterThan(80)
    expect(reasons.find(({ code }) => code === 'complianceBroken')?.delta).toBeLessThan(0)
  })

  it('count for it where they say something good', () => {
    const deltas = healthOf(full).reasons.map(({ delta }) => delta)
    expect(deltas.length).toBeGreaterThan(0)
    expect(Math.min(...deltas)).toBeGreaterThanOrEqual(0)
  })
})

describe('a post without disclosure', () => {
  it('holds the score at 59 and is named', () => {
    const assessments = passes.with(4, assessmentOf(4, 'fail', { findings: [findingOf({ status: 'missing' })] }))
    const health = healthOf({ ...full, assessments })
    expect(health).toMatchObject({ score: 59, band: 'act' })
    expect(health.caps).toEqual([{ code: 'missingDisclosure', limit: 59, evidence: ['instagram:4'] }])
  })

  it('holds nothing when it is only preferred, or only buried', () => {
    for (const finding of [findingOf({ weight: 'prefer' }), findingOf({ status: 'buried' })]) {
      const assessments = passes.with(4, assessmentOf(4, 'review', { findings: [finding] }))
      expect(healthOf({ ...full, assessments }).caps).toEqual([])
    }
  })

  it('holds nothing once a person waived it, and a waived review is no open question', () => {
    const waived = { id: 'w', because: 'accepted', reason: 'Agreed by phone', at: at(1) } as const
    const missing = assessmentOf(4, 'pass', { findings: [findingOf({ status: 'missing', waived })] })
    expect(healthOf({ ...full, assessments: passes.with(4, missing) }).caps).toEqual([])
    const cut = findingOf({ status: 'not-checkable' })
    const open = passes.map((_, i) =>
      assessmentOf(i, 'review', { findings: [cut, findingOf({ status: 'review', waived })] }),
    )
    expect(healthOf({ ...full, assessments: open }).parts.find(({ part }) => part === 'compliance')?.n).toBe(0)
  })

  it('weighs less than a critical incident', () => {
    const openItems = [{ kind: 'incident' as const, severity: 'critical' as const, id: 'incident-1' }]
    const health = healthOf({ ...full, openItems })
    expect(health.score).toBe(39)
    expect(health.caps.map(({ code }) => code)).toEqual(['criticalIncident'])
    expect(healthCaps).toContain(health.caps[0]?.code)
  })
})

describe('engagement (B0)', () => {
  it('as always scores 80, 30 % less 55, nothing 0, three times as much 100', () => {
    expect([100, 70, 0, 300].map(engagementScore)).toEqual([80, 55, 0, 100])
  })
})

describe('audience mood', () => {
  it('needs ten comments of a clear tone', () => {
    expect(mood(5, 4, 20)).toMatchObject({ score: null, n: 9, need: 'moreComments', needValues: ['1'] })
    expect(mood(5, 5, 0)).toMatchObject({ score: 50, n: 10 })
    expect(mood(10, 0, 0)).toMatchObject({ score: 100 })
  })
})

describe('communication', () => {
  it('scores replies by the time they took, and none at all', () => {
    const contacts = [
      contactOf(1, 'out', 30),
      contactOf(2, 'in', 29.5),
      contactOf(3, 'out', 20),
      contactOf(4, 'out', 19),
      contactOf(5, 'in', 18.5),
      contactOf(6, 'out', 10),
    ]
    expect(communication(contacts)).toMatchObject({ score: 60, n: 3 })
  })

  it('does not count what was asked less than 48 hours ago, nor contacts nobody waited for', () => {
    const contacts = [contactOf(1, 'in', 40), contactOf(2, 'out', 30), contactOf(3, 'in', 29.5), contactOf(4, 'out', 1)]
    expect(communication(contacts)).toMatchObject({ score: null, n: 1, need: 'moreContacts', needValues: ['2'] })
  })
})

function partOf(part: HealthPart, over: Parameters<typeof recordOf>[0]) {
  return healthOf(recordOf(over)).parts.find((one) => one.part === part)
}

function compliance(assessments: typeof passes) {
  return partOf('compliance', { posts: steady, assessments })
}

function communication(contacts: ReturnType<typeof contactOf>[]) {
  return partOf('communication', { contacts })
}

function engagementScore(likes: number) {
  const of = posts([likes, likes, likes, ...Array.from({ length: 9 }, () => 100)])
  return partOf('engagement', { posts: of })?.score
}

function mood(positive: number, negative: number, unclear: number) {
  const n = positive + negative + unclear
  const heard = assessmentOf(0, 'unknown', { mood: { n, positive, neutral: 0, negative, unclear } })
  return partOf('mood', { posts: steady, assessments: [heard] })
}
