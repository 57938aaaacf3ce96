import { i18n } from '#i18n'
import { Archive, CircleCheck, CircleDashed, CircleX, FilePen, Handshake, Hourglass, TriangleAlert } from 'lucide'
import type { PlanEvent } from '../lib/domain/plan.ts'
import type { PlanAnswer, RealignmentAnswer } from '../lib/messages/protocol.ts'
import type { DueItem } from '../lib/partnership/due.ts'
import type { PlanProgress, PlanState } from '../lib/partnership/plan.ts'
import type { MetricState, SheetState } from '../lib/partnership/realignment.ts'
import { formatRoute } from '../lib/state/route.ts'
import type { Look } from './meanings.ts'
import { codeWords, wordsLocale } from './words.ts'

export const planLooks: Record<PlanState, Look> = {
  preparing: { meaning: 'plain', icon: FilePen },
  running: { meaning: 'watch', icon: Hourglass },
  completed: { meaning: 'good', icon: CircleCheck },
  archived: { meaning: 'unknown', icon: Archive },
}

export const sheetLooks: Record<SheetState, Look> = {
  draft: { meaning: 'plain', icon: FilePen },
  partly: { meaning: 'watch', icon: Hourglass },
  agreed: { meaning: 'good', icon: Handshake },
  ended: { meaning: 'unknown', icon: Archive },
}

export const metricLooks: Record<MetricState, Look> = {
  'not-measured': { meaning: 'unknown', icon: CircleDashed },
  met: { meaning: 'good', icon: CircleCheck },
  closer: { meaning: 'watch', icon: TriangleAlert },
  unchanged: { meaning: 'watch', icon: TriangleAlert },
  worse: { meaning: 'act', icon: CircleX },
}

/** A day of the calendar, as the interface's language writes it: "30 Nov 2026". */
export function dayWords(day: string): string {
  const format = new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'medium', timeZone: 'UTC' })
  return /^\d{4}-\d\d-\d\d$/.test(day) ? format.format(new Date(`${day}T00:00:00.000Z`)) : day
}

/** What was agreed and is to be done, without its day: "Check-in 2", "Gate after 30 days". */
export function dueWords({ kind, about, side }: Pick<DueItem, 'kind' | 'about' | 'side'>): string {
  if (kind === 'partner-review') return codeWords('upkeep.due', about)
  return codeWords('plan.due', kind === 'promise' ? `promise-${side ?? 'brand'}` : kind, about === '' ? [] : [about])
}

export const dueLink = ({ of: { view, id } }: Pick<DueItem, 'of'>): string => formatRoute({ view, id, query: {} })

/** Why a decision was not taken, with the words for the codes that it names. */
export function planRefusedWords({ code, values }: NonNullable<PlanAnswer['refused']>): string {
  if (code === 'not-ready')
    return codeWords('plan.refused', code, [values.map((one) => codeWords('plan.lacks', one)).join(', ')])
  return codeWords('plan.refused', code, values)
}

export function sheetRefusedWords({ code, values }: NonNullable<RealignmentAnswer['refused']>): string {
  if (code === 'acknowledged')
    return codeWords(
      'realign.refused',
      code,
      values.map((side) => codeWords('plan.side', side)),
    )
  return codeWords('realign.refused', code, values)
}

const say = (code: string, ...values: string[]) => codeWords('plan.event', code, values)

/** One line of the timeline. */
export function planEventWords({ action }: PlanEvent, { promises, gates }: PlanProgress): string {
  const promiseOf = (id: string) => promises.find((one) => one.id === id)?.text ?? ''
  const measureOf = (of: { gate: number; measureId: string }) =>
    gates[of.gate]?.measures.find(({ id }) => id === of.measureId)?.name ?? ''
  switch (action.kind) {
    case 'owner':
      return say('owner', action.owner)
    case 'promise':
      return say('promise', action.promise.text)
    case 'outcome':
      return say(`promise-${action.outcome}`, promiseOf(action.promiseId))
    case 'start':
      return say('start', dayWords(action.on))
    case 'measures':
      return say('measures', String(action.gate + 1))
    case 'measure':
      return say(action.met ? 'measured-met' : 'measured-missed', measureOf(action), action.value)
    case 'decide': {
      const words = codeWords('plan.decision', action.decision)
      return say('decide', String(action.gate + 1), action.comment === '' ? words : `${words}. ${action.comment}`)
    }
    case 'check-in':
      return say('check-in', String(action.n), action.text)
    case 'rate':
      return say('rate', codeWords('plan.side', action.side), String(action.scores.overall))
    case 'step':
      return say(action.done ? 'step-done' : 'step-undone', codeWords('plan.step', action.item))
    case 'note':
      return say('note', action.text)
    case 'reopen':
      return say('reopen', action.comment)
    default:
      return say(action.kind)
  }
}

export const sideWord = (side: string) => i18n.t(side === 'brand' ? 'plan.side.brand' : 'plan.side.creator')
