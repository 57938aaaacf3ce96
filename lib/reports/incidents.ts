import { axes, type Cell, type Incident, type IncidentEvent, matrix } from '../domain/incident.ts'
import type { Line, ReportSection } from '../domain/report.ts'
import { type IncidentProgress, incidentProgress, isOpenStatus } from '../partnership/incident.ts'
import type { PartnerFacts } from './facts.ts'
import { figure } from './figures.ts'
import { line } from './line.ts'

/** Lines of a timeline that a report holds; the newest ones. */
const EVENTS = 300
const HOUR = 3_600_000
const clocks = ['classifiedAt', 'holdingAt', 'updatedAt'] as const

/**
 * One section for each incident of a partner as it stood at `to` (relationship.md B3, B12): its level and the cells
 * that decided it, the whole matrix with what is unknown said to be, how long things took, the post-mortem, and the
 * timeline. `to` is an ISO instant.
 */
export function incidentSections(facts: PartnerFacts, to: string): ReportSection[] {
  const { partner, incidents } = facts
  return incidents.map((incident): ReportSection => {
    const progress = incidentProgress(incident)
    return {
      code: 'incident',
      values: [incident.title, partner.name],
      partnerId: partner.id,
      figures: incidentFigures(facts, incident, progress, to),
      lines: [
        ...standing(progress),
        ...matrixLines(progress),
        ...postMortemLines(progress),
        ...incident.events.slice(-EVENTS).flatMap(eventLines),
      ],
    }
  })
}

/** That an incident is open, for reports that are about more than it. */
export const openIncidentLines = ({ incidents }: PartnerFacts): Line[] =>
  incidents.flatMap((incident) => {
    const { status, assessment, evidence } = incidentProgress(incident)
    if (!isOpenStatus(status)) return []
    const level = assessment.level ?? 'unknown'
    const about = { severity: severityOf[level], at: incident.createdAt, evidence: [...evidence] }
    return [line('incident.told', 'open', [incident.title, status, level], about)]
  })

const severityOf = { unknown: null, low: 'low', medium: 'medium', high: 'high', critical: 'high' } as const

function incidentFigures({ posts, heard }: PartnerFacts, incident: Incident, progress: IncidentProgress, to: string) {
  const ids = new Set(progress.evidence)
  const about = posts.filter(({ id }) => ids.has(id))
  const comments = heard.filter(({ postId, isSpam }) => ids.has(postId) && !isSpam)
  const evidence = about.map(({ id }) => id)
  const negative = comments.filter(({ label }) => label === 'negative').length
  const counted = { unit: 'count', formula: 'count', from: incident.createdAt, to } as const
  return [
    figure('incidentPosts', about.length, { ...counted, n: about.length, basis: 'posts', evidence }),
    figure('incidentNegative', comments.length === 0 ? null : negative, {
      ...counted,
      n: comments.length,
      basis: 'comments',
      sample: comments.length,
      missing: comments.length === 0 ? 'not-captured' : null,
      evidence,
    }),
    ...clocks.flatMap((clock) => {
      const at = progress[clock]
      if (at === null) return []
      const hours = (Date.parse(at) - Date.parse(progress.clockFrom)) / HOUR
      const since = {
        unit: 'hours',
        n: 1,
        basis: 'events',
        formula: 'sinceClock',
        from: progress.clockFrom,
        to: at,
      } as const
      return [figure(clock, hours, since)]
    }),
  ]
}

const said = (code: string, values: string[]) => line('incident.told', code, values)

function standing(progress: IncidentProgress): Line[] {
  const { status, assessment, levels, owner, due } = progress
  return [
    said('status', [status]),
    said('level', [assessment.level ?? 'unknown', assessment.confidence]),
    line('incident.reason', assessment.reason.code, [assessment.reason.axes.join(' ')]),
    ...assessment.deciding.map((cell) => said('decided', [cell])),
    ...assessment.notCaptured.map((axis) => line('incident', 'axisNotCaptured', [axis])),
    ...levels.map(({ level, at, by }) => line('incident.told', 'levelAt', [level, by], { at })),
    ...(owner === '' ? [] : [said('owner', [owner])]),
    ...(due === null ? [] : [said('due', [due])]),
    ...clocks.flatMap((clock) => (progress[clock] === null ? [said(`notYet-${clock}`, [])] : [])),
  ]
}

const matrixLines = (progress: IncidentProgress): Line[] =>
  axes.flatMap((axis) => matrix[axis].map((cell: Cell) => cellLine(progress, axis, cell)))

function cellLine({ matrix: state }: IncidentProgress, axis: string, cell: Cell): Line {
  const { rating, counted } = state.get(cell) ?? { rating: null, counted: null }
  if (rating && rating.value !== null)
    return line('incident.told', 'cell', [axis, cell, String(rating.value)], { evidence: [...rating.evidence] })
  if (counted !== null) return line('incident.told', 'cellStillCounts', [axis, cell, String(counted)])
  return line('incident.told', 'cellUnknown', [axis, cell])
}

function postMortemLines({ postMortem }: IncidentProgress): Line[] {
  if (postMortem === null) return [line('incident.told', 'noPostMortem', [])]
  const { cause, action, owner, due } = postMortem
  return Object.entries({ cause, action, actionOwner: owner, actionDue: due ?? '' }).flatMap(([code, value]) =>
    value.trim() === '' ? [] : [line('incident.told', code, [value])],
  )
}

function eventLines({ at, by, action }: IncidentEvent): Line[] {
  const did = (code: string, ...values: string[]) => line('incident.told', code, [by, ...values], { at })
  switch (action.kind) {
    case 'rate':
      return action.ratings.flatMap(({ cell, value }) => (value === null ? [] : did('eventRate', cell, String(value))))
    case 'status':
      return [action.comment === '' ? did('eventStatus', action.to) : did('eventStatusSaid', action.to, action.comment)]
    case 'owner':
      return [did('eventOwner', action.owner)]
    case 'due':
      return [action.due === null ? did('eventNoDue') : did('eventDue', action.due)]
    case 'check':
      return [did(action.done ? 'eventCheck' : 'eventUncheck', action.item)]
    case 'update':
    case 'note':
      return [did(action.kind === 'update' ? 'eventUpdate' : 'eventNote', action.text)]
    case 'escalate':
      return [did('eventEscalate', action.step)]
    case 'suspend':
      return [did(action.on ? 'eventSuspendOn' : 'eventSuspendOff')]
    case 'post-mortem':
      return [did('eventPostMortem', action.postMortem.cause)]
    default:
      return [did(`event-${action.kind}`)]
  }
}

/** Which values of a line are codes, and the section of the locale file with their words. */
export const codesOfIncidentLines: Readonly<Record<string, readonly (string | null)[]>> = {
  'incident.reason': ['incident.axis'],
  'incident.axisNotCaptured': ['incident.axis'],
  'incident.told.open': [null, 'incident.status', 'incident.level'],
  'incident.told.status': ['incident.status'],
  'incident.told.level': ['incident.level', 'incident.confidence'],
  'incident.told.decided': ['incident.cell'],
  'incident.told.levelAt': ['incident.level', null],
  'incident.told.cell': ['incident.axis', 'incident.cell', null],
  'incident.told.cellStillCounts': ['incident.axis', 'incident.cell', null],
  'incident.told.cellUnknown': ['incident.axis', 'incident.cell'],
  'incident.told.eventRate': [null, 'incident.cell', null],
  'incident.told.eventStatus': [null, 'incident.status'],
  'incident.told.eventStatusSaid': [null, 'incident.status', null],
  'incident.told.eventCheck': [null, 'incident.protocol'],
  'incident.told.eventUncheck': [null, 'incident.protocol'],
  'incident.told.eventEscalate': [null, 'incident.ladder'],
}
