import type { Figure, Line, Report, ReportSection, ReportSource } from '../domain/report.ts'
import { spanOfHours } from '../text/hours.ts'
import { codesOfIncidentLines } from './incidents.ts'
import { hoursOfAlert } from '../watch/alerts.ts'

/** Values of sentences that are codes themselves, by section and code: where the words for each lie. */
const codesOf: Readonly<Record<string, readonly (string | null)[]>> = {
  ...codesOfIncidentLines,
  'vet.line.safety': ['kind.option', 'vet.tier'],
  'vet.line.safetyEased': ['kind.option', 'vet.tier'],
}

/** The locale file's words for a code of a section, with `$1`… filled in; the code itself where it has none. */
export type Words = (section: string, code: string, values?: readonly string[]) => string

/** A locale for `Intl`, written in the locale file beside the words. */
const localeOf = (words: Words) => words('common', 'locale')

export function titleOf(report: Report, words: Words): string {
  const title = words('report.kind', report.kind)
  return report.partner ? words('report', 'about', [title, report.partner.name]) : title
}

export const sectionTitle = ({ code, values }: Pick<ReportSection, 'code' | 'values'>, words: Words) =>
  words('report.section', code, values)

export function figureLabel({ code, values }: Pick<Figure, 'code' | 'values'>, words: Words): string {
  const [handle = '', platform = ''] = values
  if (code === 'vetCategory') return words('kind.option', handle)
  if (code.startsWith('engagement') || code === 'vetFollowers')
    return words('report.figure', code, [handle, words('site.name', platform)])
  return code.startsWith('part.') ? words('health.part', code.slice(5)) : words('report.figure', code, values)
}

/** The number as it is read, or why there is none: never a 0 that was not captured. */
export function figureValue(figure: Figure, words: Words): string {
  const { value, missing } = figure
  if (value === null) return words('report.missing', missing ?? 'not-enough')
  return numberText(figure, value, words)
}

/** What it truly lies between, where that is more than one number: "between 4.9% and 5.1%". */
export function figureRange(figure: Figure, words: Words): string | null {
  const { low, high } = figure
  if (low === null || high === null) return null
  const [from, to] = [numberText(figure, low, words), numberText(figure, high, words)]
  return from === to ? null : words('report', 'between', [from, to])
}

function numberText({ unit }: Pick<Figure, 'unit'>, value: number, words: Words): string {
  const locale = localeOf(words)
  const as = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format(value)
  switch (unit) {
    case 'share':
      return as({ style: 'percent', maximumFractionDigits: 0 })
    case 'rate':
      return as({ style: 'percent', maximumSignificantDigits: 3 })
    case 'points':
      return as({ signDisplay: 'exceptZero', maximumFractionDigits: 0 })
    case 'hours':
      return spanOfHours(value, locale)
    default:
      return as({ maximumFractionDigits: 0 })
  }
}

/** What it rests on: "12 posts", and how many of what was visible: "visible sample of 30". */
export function figureBasis({ n, basis, sample }: Figure, words: Words): string {
  const counted = words('report.of', basis, [countText(n, words)])
  return sample === null ? counted : `${counted} · ${words('report', 'sample', [countText(sample, words)])}`
}

const countText = (count: number, words: Words) => new Intl.NumberFormat(localeOf(words)).format(count)

/** How it is worked out, and of which time. */
export function figureHow({ formula, from, to }: Figure, words: Words): string {
  // Formulas of sites are written as they are: `median(likes)/followers`.
  const how = formula.includes('(') ? formula : words('report.formula', formula)
  return from === null || to === null ? how : `${how} · ${daysText(from, to, words)}`
}

export function figureSure({ confidence }: Figure, words: Words): string {
  return confidence === null ? '' : words('common.confidence', confidence)
}

/** A sentence, with spans of hours written out and codes in words. */
export function lineText({ section, code, values }: Line, words: Words): string {
  const hours = section === 'alert' ? (hoursOfAlert[code] ?? []) : []
  const coded = codesOf[`${section}.${code}`] ?? codesOf[section] ?? []
  return words(
    section,
    code,
    values.map((value, i) => {
      if (hours.includes(i)) return spanOfHours(Number(value), localeOf(words))
      const from = coded[i]
      return from ? inWords(from, value, words) : value
    }),
  )
}

/** Codes, one or several with spaces between them, in words. */
const inWords = (section: string, codes: string, words: Words): string =>
  codes
    .split(' ')
    .filter(Boolean)
    .map((code) => words(section, code))
    .join(', ')

/** A day, in UTC: a report reads the same wherever it is opened. */
export function dayText(instant: string, words: Words): string {
  return new Intl.DateTimeFormat(localeOf(words), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(instant))
}

export const daysText = (from: string, to: string, words: Words): string =>
  words('report', 'days', [dayText(from, words), dayText(to, words)])

/** To the minute, in UTC. */
export const momentText = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

/** Of which time, when it was made, and when what it rests on was captured. */
export function factLines(report: Report, words: Words): string[] {
  const { from, to, at, captured } = report
  return [
    words('report', 'period', [daysText(from, to, words)]),
    words('report', 'made', [momentText(at)]),
    captured === null
      ? words('report', 'nothingCaptured')
      : words('report', 'captured', [momentText(captured.first), momentText(captured.last)]),
    words('report', 'visibleOnly'),
  ]
}

/** The number of each source, from 1, by which figures and sentences refer to it. */
export const numbersOf = ({ sources }: Report): ReadonlyMap<string, number> =>
  new Map(sources.map(({ id }, i) => [id, i + 1]))

export const refsOf = (ids: readonly string[], numbers: ReadonlyMap<string, number>): number[] =>
  ids.flatMap((id) => numbers.get(id) ?? []).toSorted((a, b) => a - b)

/** What a source is called: the beginning of its words, or how somebody was in touch. */
export function sourceText({ kind, words: what }: ReportSource, words: Words): string {
  const [direction, channel] = what.split(' ')
  if (kind !== 'contact' || channel === undefined) return what
  return words('contact', direction === 'out' ? 'reached' : 'heard', [words('contact.channel', channel)])
}

/** When it was captured or written down: one moment, or from the first to the last. */
export const sourceSeen = ({ from, to }: ReportSource): string =>
  from === to ? momentText(from) : `${momentText(from)} – ${momentText(to)}`
