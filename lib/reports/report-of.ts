import type { Guideline } from '../domain/guideline.ts'
import type { Report, ReportKind, ReportSection, ReportSource } from '../domain/report.ts'
import { isIn, type PartnerFacts } from './facts.ts'
import { incidentSections, openIncidentLines } from './incidents.ts'
import { line, sectionOf } from './line.ts'
import { periodOf } from './period.ts'
import { ahead, audit, inForce, neediestFirst, overview, partnerSection, talk } from './sections.ts'
import { capturedOf, linked, shortWords, sourceOfPost, sourceOfProfile, sourcesOf } from './sources.ts'

/** Partners with a section of their own in one report; the rest is counted. */
const PARTNERS = 100

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
  return {
    format: 'rapport-report',
    version: 1,
    kind,
    at: window.to,
    ...window,
    partner: about ? { id: about.id, name: about.name } : null,
    captured: capturedOf(captured),
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
  return [sectionOf('quiet', { lines })]
}

function upcoming(facts: PartnerFacts, window: ReturnType<typeof periodOf>): ReportSection[] {
  const section = ahead([facts], window)
  return [{ ...section, code: 'aheadOne', values: [facts.partner.name], partnerId: facts.partner.id }]
}

function sourcesOfOne({ partner, posts, contacts, deliveries, pulses, profiles }: PartnerFacts): ReportSource[] {
  const partnerId = partner.id
  return [
    ...posts.map((post) => sourceOfPost(post, partnerId)),
    ...profiles.map((profile) => sourceOfProfile(profile, partnerId)),
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
      words: shortWords(title),
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
