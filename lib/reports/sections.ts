import type { Finding } from '../domain/finding.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Line, ReportSection } from '../domain/report.ts'
import { lineKeyOf } from '../guidelines/line-key.ts'
import { isTrouble } from '../domain/open-finding.ts'
import { median } from '../health/robust.ts'
import { type Alert, gravestFirst } from '../watch/alerts.ts'
import { isIn, type PartnerFacts, type Window } from './facts.ts'
import {
  complianceFigures,
  contactFigures,
  DAY,
  deliveryFigures,
  engagementFigures,
  figure,
  healthFigures,
  isJudged,
  moodFigures,
  partFigures,
} from './figures.ts'
import { openIncidentLines } from './incidents.ts'
import { line, sectionOf } from './line.ts'

/** What comes up within so many days is told. */
const AHEAD_DAYS = 14
/** Lines of one list; an audit of a busy partner may be longer. */
const LINES = 50
const AUDIT_LINES = 1_500

/** Everyone at a glance. */
export function overview(all: readonly PartnerFacts[], window: Window): ReportSection {
  const scores = all.flatMap(({ health }) => health.score ?? [])
  const waiting = all.filter(({ alerts }) => alerts.length > 0)
  const n = all.length
  const everyone = { n, basis: 'partners', formula: 'count', unit: 'count' } as const
  return sectionOf('overview', {
    figures: [
      figure('partners', n, everyone),
      figure('waiting', waiting.length, {
        ...everyone,
        evidence: waiting.flatMap(({ alerts }) => alerts.flatMap(({ evidence }) => evidence.slice(0, 1))),
      }),
      figure('medianScore', median(scores), { unit: 'score', n: scores.length, basis: 'partners', formula: 'median' }),
      ...complianceFigures(all, window),
      ...moodFigures(all, window),
      ...deliveryFigures(all, window),
    ],
  })
}

/** One partner: what stands in the partners table, and why. `deep`: each part of the score, and replies. */
export function partnerSection(facts: PartnerFacts, window: Window, deep: boolean): ReportSection {
  const { partner } = facts
  return sectionOf('partner', {
    values: [partner.name],
    partnerId: partner.id,
    figures: [
      ...healthFigures(facts, window.to),
      ...(deep ? partFigures(facts, window.to) : []),
      ...engagementFigures(facts),
      ...complianceFigures([facts], window),
      ...moodFigures([facts], window),
      ...deliveryFigures([facts], window),
      ...contactFigures(facts, window),
    ],
    lines: [
      ...openIncidentLines(facts),
      ...capLines(facts),
      ...penaltyLines(facts),
      ...reasonLines(facts),
      ...facts.alerts.slice(0, LINES).map(alertLine),
    ],
  })
}

const capLines = ({ health }: PartnerFacts): Line[] =>
  health.caps.map(({ code, limit, evidence }) =>
    line('health.cap', code, [String(limit)], { evidence, severity: 'high' }),
  )

const penaltyLines = ({ health }: PartnerFacts): Line[] =>
  (health.penalties ?? []).map(({ code, values, evidence }) =>
    line('health.penalty', code, values, { evidence, severity: 'medium' }),
  )

const reasonLines = ({ health }: PartnerFacts): Line[] =>
  health.reasons.map(({ code, values, evidence }) => line('health', code, values, { evidence }))

const alertLine = ({ code, values, severity, since, evidence }: Alert): Line =>
  line('alert', code, values, { severity, at: since, evidence: [...evidence] })

/** What is due within two weeks: deliverables, and being in touch. */
export function ahead(all: readonly PartnerFacts[], window: Window): ReportSection {
  const until = { from: window.to, to: new Date(Date.parse(window.to) + AHEAD_DAYS * DAY).toISOString() }
  const due = all.flatMap(({ partner, deliveries, cadence }) => [
    ...deliveries
      .filter(({ deliverable, state }) => state === 'upcoming' && isIn(deliverable.dueAt, until))
      .map(({ deliverable: { id, title, dueAt } }) =>
        line('report.line', 'due', [partner.name, title], { at: dueAt, evidence: [id] }),
      ),
    ...(cadence && isIn(cadence.dueAt, until)
      ? [line('report.line', 'touch', [partner.name], { at: cadence.dueAt })]
      : []),
  ])
  return sectionOf('ahead', { values: [String(AHEAD_DAYS)], lines: due.toSorted(soonestFirst).slice(0, 200) })
}

const soonestFirst = (a: Line, b: Line): number => (a.at ?? '').localeCompare(b.at ?? '')

/** What to talk about with the creator: what went well, what to work on, what was promised, what comes (B9). */
export function talk(facts: PartnerFacts, window: Window): ReportSection[] {
  const { health, alerts, deliveries, partner } = facts
  const promised = deliveries.filter(
    ({ deliverable, state }) => isIn(deliverable.dueAt, window) && state !== 'cancelled' && state !== 'upcoming',
  )
  const of = (wanted: (delta: number) => boolean) =>
    health.reasons
      .filter(({ delta }) => wanted(delta))
      .map(({ code, values, evidence }) => line('health', code, values, { evidence }))
  const about = { partnerId: partner.id, values: [partner.name] }
  return [
    sectionOf('well', { ...about, lines: of((delta) => delta >= 0) }),
    sectionOf('workOn', { ...about, lines: [...of((delta) => delta < 0), ...alerts.slice(0, LINES).map(alertLine)] }),
    sectionOf('promised', {
      ...about,
      lines: promised
        .slice(0, LINES)
        .map(({ deliverable: { id, title, dueAt }, state }) =>
          line('report.promise', state, [title], { at: dueAt, evidence: [id] }),
        ),
    }),
    { ...ahead([facts], window), ...about, code: 'aheadOne' },
    sectionOf('questions', {
      ...about,
      lines: ['brief', 'approval', 'freedom', 'payment', 'next'].map((code) => line('report.question', code, [])),
    }),
  ]
}

/** Every post of the time that was checked, with what is wrong with it, its words, and by whose rule. */
export function audit(facts: PartnerFacts, window: Window): ReportSection {
  const posts = new Map(facts.posts.filter(({ sortAt }) => isIn(sortAt, window)).map((post) => [post.id, post]))
  const checked = facts.assessments.filter((one) => posts.has(one.postId) && isJudged(one))
  const lines = checked.flatMap(({ postId, findings }) =>
    findings
      .filter((finding) => finding.waived !== undefined || isTrouble(finding))
      .flatMap((finding) => findingLines(finding, postId, posts.get(postId)?.sortAt ?? null)),
  )
  return sectionOf('audit', {
    values: [facts.partner.name],
    partnerId: facts.partner.id,
    figures: complianceFigures([facts], window),
    lines: lines.slice(0, AUDIT_LINES),
  })
}

function findingLines(finding: Finding, postId: string, at: string | null): Line[] {
  const { section, code, values } = lineKeyOf(finding)
  const [first] = finding.evidence
  const { source, severity, weight, waived } = finding
  const about = { at, evidence: [postId] }
  const rule =
    source.type === 'guideline'
      ? line('report.line', 'byGuideline', [source.name, String(source.version)], about)
      : line('report.line', 'byLaw', [source.authority, source.document, source.since], about)
  return [
    line(section, code, values, {
      ...about,
      severity: weight === 'prefer' || waived ? 'low' : severity,
      quote: first?.quote.slice(0, 2_000) ?? null,
    }),
    line('reason', finding.reason, finding.values, about),
    rule,
    ...(waived ? [line('report.line', 'waived', [waived.reason, waived.at.slice(0, 10)], about)] : []),
  ]
}

/** What posts were held against. */
export function inForce(guidelines: readonly Guideline[]): ReportSection {
  return sectionOf('guidelines', {
    lines: guidelines
      .filter(({ active, deletedAt }) => active && deletedAt === null)
      .map(({ name, version, rules }) =>
        line('report.line', 'guideline', [name, String(version), String(rules.length)]),
      ),
  })
}

/** Whoever has the gravest alert first, then the lowest score, then by name: as the attention list has them. */
export function neediestFirst(a: PartnerFacts, b: PartnerFacts): number {
  const [first, second] = [a.alerts[0], b.alerts[0]]
  if (first && second && first.severity !== second.severity) return gravestFirst(first, second)
  if ((first === undefined) !== (second === undefined)) return first ? -1 : 1
  const byScore = (a.health.score ?? 101) - (b.health.score ?? 101)
  return byScore || (a.partner.name < b.partner.name ? -1 : 1)
}
