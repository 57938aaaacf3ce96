import type { Guideline } from '../domain/guideline.ts'
import type { Report, ReportKind, ReportSection, ReportSource } from '../domain/report.ts'
import { beginningOf } from '../text/beginning.ts'
import { isIn, type PartnerFacts } from './facts.ts'
import { incidentSections, openIncidentLines } from './incidents.ts'
import { line } from './line.ts'
import { periodOf } from './period.ts'
import { ahead, audit, inForce, neediestFirst, overview, partnerSection, talk } from './sections.ts'

/** Partners with a section of their own in one report; the rest is counted. */
const PARTNERS = 100
/** Longest beginning of a caption by which a source is known again, in UTF-16 code units. */
const SHORT = 80

/**
 * A report from what was known at `now` (milliseconds; relationship.md B12): the same record, guidelines and moment
 * give the same report. `partnerId` null is about everyone; a kind about one partner then has a sheet for each.
 */
export function reportOf(
  kind: ReportKind,
  record: { readonly partners: readonly PartnerFacts[]; readonly partnerId: string | null },
  guidelines: readonly Guideline[],
  now: number,
): Report {
  const window = periodOf(kind, now)
  const all = record.partners
    .filter(({ partner }) => record.partnerId === null || partner.id === record.partnerId)
    .toSorted(neediestFirst)
  const shown = all.slice(0, PARTNERS)
  const known = new Map(all.flatMap(sourcesOfOne).map((source) => [source.id, source]))
  const sections = sectionsFor(kind, all, shown, guidelines, window).map((section) => linked(section, known))
  const sources = sourcesOf(sections, known)
  const about = record.partnerId === null ? undefined : all[0]?.partner
  const captured = sources.filter((source) => source.kind === 'post' || source.kind === 'profile')
  const [first] = captured.map(({ from }) => from).toSorted()
  const last = captured
    .map(({ to }) => to)
    .toSorted()
    .at(-1)
  return {
    format: 'rapport-report',
    version: 1,
    kind,
    at: window.to,
    ...window,
    partner: about ? { id: about.id, name: about.name } : null,
    captured: first !== undefined && last !== undefined ? { first, last } : null,
    sections,
    sources,
  }
}

function sectionsFor(
  kind: ReportKind,
  all: readonly PartnerFacts[],
  shown: readonly PartnerFacts[],
  guidelines: readonly Guideline[],
  window: ReturnType<typeof periodOf>,
): ReportSection[] {
  const rest: ReportSection[] =
    all.length > shown.length
      ? [
          {
            code: 'rest',
            values: [],
            partnerId: null,
            figures: [],
            lines: [line('report.line', 'rest', [String(all.length - shown.length)])],
          },
        ]
      : []
  switch (kind) {
    case 'weekly':
    case 'monthly': {
      // A week has little room: who did nothing and needs nobody is only named.
      const [busy, quiet] = kind === 'weekly' ? split(shown, window) : [shown, []]
      const sheets = busy.map((facts) => partnerSection(facts, window, kind === 'monthly'))
      return [overview(all, window), ahead(all, window), ...sheets, ...quietSection(quiet), ...rest]
    }
    case 'partner':
      return [...shown.flatMap((facts) => [partnerSection(facts, window, true), ...upcoming(facts, window)]), ...rest]
    case 'review':
      return [...shown.flatMap((facts) => [partnerSection(facts, window, false), ...talk(facts, window)]), ...rest]
    case 'incident': {
      const sections = shown.flatMap((facts) => incidentSections(facts, window.to))
      return sections.length > 0 ? [...sections, ...rest] : [nothingHappened]
    }
    default:
      return [inForce(guidelines), ...shown.map((facts) => audit(facts, window)), ...rest]
  }
}

const nothingHappened: ReportSection = {
  code: 'noIncidents',
  values: [],
  partnerId: null,
  figures: [],
  lines: [line('report.line', 'noIncidents', [])],
}

function split(shown: readonly PartnerFacts[], window: ReturnType<typeof periodOf>): [PartnerFacts[], PartnerFacts[]] {
  const isBusy = (facts: PartnerFacts) => {
    const { alerts, posts, contacts, deliveries, heard } = facts
    return (
      alerts.length > 0 ||
      openIncidentLines(facts).length > 0 ||
      posts.some(({ sortAt }) => isIn(sortAt, window)) ||
      contacts.some(({ at }) => isIn(at, window)) ||
      deliveries.some(({ deliverable }) => isIn(deliverable.dueAt, window)) ||
      heard.some(({ at }) => isIn(new Date(at).toISOString(), window))
    )
  }
  return [shown.filter(isBusy), shown.filter((facts) => !isBusy(facts))]
}

function quietSection(quiet: readonly PartnerFacts[]): ReportSection[] {
  if (quiet.length === 0) return []
  const lines = quiet.map(({ partner, health }) =>
    health.score === null
      ? line('report.line', 'quietUnknown', [partner.name])
      : line('report.line', 'quiet', [partner.name, String(Math.round(health.score))]),
  )
  return [{ code: 'quiet', values: [], partnerId: null, figures: [], lines }]
}

function upcoming(facts: PartnerFacts, window: ReturnType<typeof periodOf>): ReportSection[] {
  const section = ahead([facts], window)
  return [{ ...section, code: 'aheadOne', values: [facts.partner.name], partnerId: facts.partner.id }]
}

type Known = ReadonlyMap<string, ReportSource>

/** Without evidence that is not there any more: no link of a report leads nowhere. */
function linked(section: ReportSection, known: Known): ReportSection {
  const there = <T extends { evidence: string[] }>(one: T): T => ({
    ...one,
    evidence: one.evidence.filter((id) => known.has(id)),
  })
  return { ...section, figures: section.figures.map(there), lines: section.lines.map(there) }
}

/** What the figures and sentences link to, as far as it is still there, in the order they name it. */
function sourcesOf(sections: readonly ReportSection[], known: Known): ReportSource[] {
  const named = sections.flatMap(({ figures, lines }) => [...figures, ...lines].flatMap(({ evidence }) => evidence))
  return [...new Set(named)].flatMap((id) => known.get(id) ?? [])
}

function sourcesOfOne({ partner, posts, contacts, deliveries, pulses, profiles }: PartnerFacts): ReportSource[] {
  const partnerId = partner.id
  return [
    ...posts.map((post): ReportSource => {
      const { id, text, url, firstSeenAt, lastSeenAt } = post
      return {
        id,
        kind: 'post',
        partnerId,
        words: beginningOf(text, SHORT),
        url: fit(url),
        from: firstSeenAt,
        to: lastSeenAt,
      }
    }),
    ...profiles.map((profile): ReportSource => {
      const { id, account, at, lastSeenAt } = profile
      return { id, kind: 'profile', partnerId, words: account, url: null, from: at, to: lastSeenAt }
    }),
    ...contacts.map(({ id, channel, direction, at }): ReportSource => ({
      id,
      kind: 'contact',
      partnerId,
      words: `${direction} ${channel}`,
      url: null,
      from: at,
      to: at,
    })),
    ...deliveries.map(({ deliverable: { id, title, postUrl, createdAt, updatedAt } }): ReportSource => ({
      id,
      kind: 'deliverable',
      partnerId,
      words: beginningOf(title, SHORT),
      url: postUrl,
      from: createdAt,
      to: updatedAt,
    })),
    ...pulses.map(({ id, rating, at }): ReportSource => ({
      id,
      kind: 'pulse',
      partnerId,
      words: `${rating}/10`,
      url: null,
      from: at,
      to: at,
    })),
  ]
}

const fit = (url: string | null) => (url !== null && url.length <= 2_000 ? url : null)
