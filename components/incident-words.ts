import { i18n } from '#i18n'
import { CircleCheck, CircleDashed, Siren, TriangleAlert } from 'lucide'
import type { IncidentEvent, IncidentLevel, Rating } from '../lib/domain/incident.ts'
import type { Assessment } from '../lib/partnership/incident-level.ts'
import type { IncidentRefusal } from '../lib/partnership/incident.ts'
import type { Look } from './meanings.ts'
import { codeWords } from './words.ts'

export const levelLooks: Record<IncidentLevel | 'unknown', Look> = {
  low: { meaning: 'good', icon: CircleCheck },
  medium: { meaning: 'watch', icon: TriangleAlert },
  high: { meaning: 'act', icon: Siren },
  critical: { meaning: 'act', icon: Siren },
  unknown: { meaning: 'unknown', icon: CircleDashed },
}

export const levelWord = (level: IncidentLevel | null): string =>
  level === null ? i18n.t('incident.notRated') : codeWords('incident.level', level)

/** Where a cell's value is from. */
export function sourceOf({ from, why, values }: Rating): string {
  if (from === 'record') return codeWords('incident.source', why, values)
  return why.trim() === '' ? i18n.t('incident.saidPlain') : i18n.t('incident.said', [why])
}

const listed = (section: string, codes: readonly string[]) => codes.map((code) => codeWords(section, code)).join(', ')
export const cellList = (codes: readonly string[]): string => listed('incident.cell', codes)

/** Why the level is what it is, in a sentence. */
export const reasonOf = ({ reason }: Assessment): string =>
  codeWords('incident.reason', reason.code, [listed('incident.axis', reason.axes)])

export function refusedWords({ code, values }: IncidentRefusal): string {
  if (code === 'post-mortem-missing') return codeWords('incident.refused', code, [listed('incident.part', values)])
  if (code === 'illegal-status')
    return codeWords(
      'incident.refused',
      code,
      values.map((one) => codeWords('incident.status', one)),
    )
  return codeWords('incident.refused', code, values)
}

const say = (code: string, ...values: string[]) => codeWords('incident.event', code, values)

/** One line of the timeline. */
export function eventWords({ action }: IncidentEvent): string {
  switch (action.kind) {
    case 'rate': {
      const known = action.ratings.flatMap(({ cell, value }) =>
        value === null ? [] : `${codeWords('incident.cell', cell)} ${value}`,
      )
      const unknown = action.ratings.filter(({ value }) => value === null).map(({ cell }) => cell)
      const lost = unknown.length > 0 ? [i18n.t('incident.unknownCells', [cellList(unknown)])] : []
      return say('rate', [...known, ...lost].join(', '))
    }
    case 'status': {
      const words = codeWords('incident.status', action.to)
      return say('status', action.comment === '' ? words : `${words}. ${action.comment}`)
    }
    case 'owner':
      return say('owner', action.owner)
    case 'due':
      return say('due', action.due ?? i18n.t('common.none'))
    case 'check':
      return say(action.done ? 'check' : 'uncheck', codeWords('incident.protocol', action.item))
    case 'update':
    case 'note':
      return say(action.kind, action.text)
    case 'escalate':
      return say('escalate', codeWords('incident.ladder', action.step))
    case 'suspend':
      return say(action.on ? 'suspendOn' : 'suspendOff')
    case 'post-mortem':
      return say('post-mortem', action.postMortem.cause)
    default:
      return say(action.kind)
  }
}
