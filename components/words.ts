import { createI18n } from '@wxt-dev/i18n'
import { i18n } from '#i18n'
import type { Finding, FindingStatus, Source } from '../lib/domain/finding.ts'
import type { Severity } from '../lib/domain/guideline.ts'
import type { Tone, ToneLabel } from '../lib/domain/tone.ts'
import { lineKeyOf } from '../lib/guidelines/line-key.ts'
import type { Health, HealthPart, HealthPartScore, HealthReason } from '../lib/health/types.ts'
import { spanOfHours as hoursIn } from '../lib/text/hours.ts'
import { type Alert, hoursOfAlert } from '../lib/watch/alerts.ts'
import { isAdvice } from './meanings.ts'

/** For keys made from codes, which the typed `i18n` cannot know. */
const coded = createI18n()

/**
 * The words for a code of the record: `section.code` in the locale file, where `not-needed` is written
 * `notNeeded`. A code without words, from another version, is shown as it is rather than as nothing.
 */
export function codeWords(section: string, code: string, values: readonly string[] = []): string {
  const key = keyOf(section, code)
  const words = values.length > 0 ? coded.t(key, values.slice(0, 9)) : coded.t(key)
  if (words) return words
  const plain = code.replaceAll(/[-_]/g, ' ')
  return values.length > 0 ? `${plain}: ${values.join(', ')}` : plain
}

const keyOf = (section: string, code: string) =>
  `${section}.${code.replace(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase())}`

/** The words under a key that the record's own code names, such as a rule kind's field. */
export const keyWords = (key: string) => coded.t(key) || key

export const findingStatusWord = (finding: Pick<Finding, 'weight' | 'status' | 'waived'>) => {
  if (finding.waived) return i18n.t('common.waived')
  return isAdvice(finding) ? i18n.t('common.advice') : statusWord(finding.status)
}
export const statusWord = (status: FindingStatus) => codeWords('common.status', status)
export const toneWord = (label: ToneLabel) => codeWords('tone', label)

/** How sure a tone is, or why it is unclear, and that a word list judged where one did. */
export function toneReason({ label, leaning, why, confidence, by }: Tone): string {
  const percent = Math.round(confidence * 100)
  const sure =
    why === 'language'
      ? i18n.t('toneWhy.language')
      : label === 'unclear' && leaning !== undefined
        ? i18n.t('toneWhy.weak', [toneWord(leaning).toLocaleLowerCase(), percent])
        : i18n.t('common.confidencePercent', [percent])
  return by === 'lexicon' ? i18n.t('toneWhy.lexiconWhy', [sure]) : sure
}

export const severityWord = (severity: Severity) => i18n.t(`common.severity.${severity}`)
export const fieldWord = (field: string) => codeWords('common.field', field)
/** What a field that adapters read is called: "Likes" for `post.likes`. */
export const fieldName = (field: string) => codeWords('site.field', field)
export const kindWord = (kind: string) => codeWords('kind', kind)
export const partWord = (part: HealthPart) => codeWords('health.part', part)
export const bandWord = (band: Health['band']) => i18n.t(`common.band.${band}`)
export const healthReasonWords = (reason: Pick<HealthReason, 'code' | 'values'>) =>
  codeWords('health', reason.code, reason.values)
export const capWords = (cap: { code: string; limit: number }) => codeWords('health.cap', cap.code, [String(cap.limit)])

export const penaltyWords = ({ code, values }: NonNullable<Health['penalties']>[number]) =>
  codeWords('health.penalty', code, values)

/** What a health part still needs before it can be scored: "2 more checked posts". */
export function needWords({ need, needValues }: Pick<HealthPartScore, 'need' | 'needValues'>): string {
  if (need === null) return ''
  const [count] = needValues
  const plural = count === undefined ? '' : coded.t(keyOf('health.need', need), Number(count))
  return plural || codeWords('health.need', need, needValues)
}

/** What a health part was scored from: "from 8 posts". */
export const basisWords = ({ part, n }: Pick<HealthPartScore, 'part' | 'n'>) => coded.t(keyOf('health.from', part), n)

/** What the rule asks for, in words: "Carries #Acme". */
export function findingLine(finding: Pick<Finding, 'kind' | 'value' | 'reason'>): string {
  const { section, code, values } = lineKeyOf(finding)
  return codeWords(section, code, finding.kind === 'posting-window' ? values.map(dated) : values)
}

/** Tells the findings of one post apart: a rule may have found more than one thing. */
export const findingKey = ({ ruleId, value, reason }: Pick<Finding, 'ruleId' | 'value' | 'reason'>) =>
  `${ruleId}:${value}:${reason}`

export function reasonWords({ reason, values }: Pick<Finding, 'reason' | 'values'>): string {
  // The first value is the window; of a post that tells no instant the second is a quote.
  const times = reason === 'windowUnsure' ? 1 : reason.startsWith('window') ? 2 : 0
  return codeWords(
    'reason',
    reason,
    values.map((value, i) => (i < times ? dated(value) : value)),
  )
}

/** Wall times in the way the interface's language writes them; they have no zone here, or it stands beside them. */
function dated(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\d(?: \d\d:\d\d)?/g, (wall) => {
    const style = { dateStyle: 'medium', timeStyle: wall.length > 10 ? 'short' : undefined, timeZone: 'UTC' } as const
    return new Intl.DateTimeFormat(wordsLocale(), style).format(new Date(`${wall.replace(' ', 'T')}Z`))
  })
}

/** Where a rule comes from, with the date it holds since. */
export function sourceWords(source: Source): string {
  return source.type === 'guideline'
    ? i18n.t('common.sourceGuideline', [source.name, source.version])
    : i18n.t('common.sourceLaw', [source.authority, source.document, source.since])
}

/** The language the interface's own words are in, for words that `Intl` makes ("3 days ago"). */
export const wordsLocale = () => i18n.t('common.locale')

/** A number of days, in years where it comes out even: "90 days", "2 years". */
export function spanWords(days: number): string {
  const years = days / 365
  const [count, unit] = Number.isInteger(years) ? [years, 'year'] : [days, 'day']
  return new Intl.NumberFormat(wordsLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** A span of hours in words: "5 hours". */
export const spanOfHours = (hours: number) => hoursIn(hours, wordsLocale())

/** Why somebody should look, in one line. */
export function alertWords({ code, values }: Pick<Alert, 'code' | 'values'>): string {
  const hours = hoursOfAlert[code] ?? []
  return codeWords(
    'alert',
    code,
    values.map((value, i) => {
      if (hours.includes(i)) return spanOfHours(Number(value))
      // What is due names its day last.
      return code.startsWith('due-') && i === values.length - 1 ? dated(value) : value
    }),
  )
}

/** The same where it leaves this machine: what a clause says stays here. */
export const toldWords = (alert: Pick<Alert, 'code' | 'values' | 'clause'>): string =>
  alert.clause ? i18n.t('agreement.seeIn', [sentence(alertWords(alert))]) : alertWords(alert)

const sentence = (words: string) => (/[.!?”]$/.test(words) ? words : `${words}.`)

/** A share from 0 to 1, as the user's locale writes it: "42%". */
export const percent = (share: number) =>
  new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 }).format(share)
