import { i18n } from '#i18n'
import { TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { PageHealth } from '../lib/state/drift.ts'
import { lostKey } from '../lib/watch/drift.ts'
import type { Alarm, Lost } from '../lib/watch/drift.ts'
import { Badge } from './Badge.tsx'
import { Icon } from './Icon.tsx'
import { codeWords, fieldName, percent } from './words.ts'

/** Most that one sentence names; the list below it has them all. */
const NAMED = 3

/** A button or the like that helps with a field; nothing where nothing can. */
export type Help = (alarm: Alarm) => ComponentChildren

/** What is wrong with how a site is read, as a sentence that unfolds: "Instagram: likes not found since 12 Nov". */
export function DriftNote({ alarms, now, help }: { alarms: readonly Alarm[]; now: number; help?: Help }) {
  const [first] = alarms
  if (!first) return null
  return (
    <details class="drift">
      <summary>
        <Icon icon={TriangleAlert} size={14} /> {driftWords(codeWords('site.name', first.platform), alarms, now)}
      </summary>
      <AlarmList alarms={alarms} now={now} {...(help && { help })} />
    </details>
  )
}

function driftWords(site: string, alarms: readonly Alarm[], now: number): string {
  // The same on several kinds of page is said once, with the time since when anywhere.
  const known = new Map<string, Alarm>()
  for (const alarm of alarms.toReversed()) {
    const key = `${alarm.code} ${alarm.field}`
    if (!known.has(key)) known.set(key, alarm)
  }
  const told = [...known.values()].toReversed()
  const parts = told.slice(0, NAMED).map((alarm) => alarmWords(alarm, now))
  if (told.length > NAMED) parts.push(i18n.t('drift.more', told.length - NAMED))
  return i18n.t('drift.line', [site, parts.join(', ')])
}

/** What is wrong, in words that can stand within a sentence: "likes not found since 12 Nov". */
export function alarmWords({ code, field, since, share, strategy }: Alarm, now: number): string {
  const value = strategy === null ? percent(share) : String(strategy)
  return codeWords('drift', code, [fieldName(field).toLocaleLowerCase(), dayWords(since, now), value])
}

/** Why a figure cannot be shown, in words; null where it can. */
export function lostWords(lost: Lost, platform: string, field: string, now: number): string | null {
  const alarm = lost.get(lostKey(platform, field))
  return alarm ? alarmWords(alarm, now) : null
}

/** A day as the user's locale writes it; with the year where it is not this one. */
function dayWords(at: string, now: number): string {
  const day = new Date(at)
  const isThisYear = day.getFullYear() === new Date(now).getFullYear()
  return day.toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

/** Each thing that is wrong: where, since when, how it was before, and what Rapport makes of it. */
export function AlarmList({ alarms, now, help }: { alarms: readonly Alarm[]; now: number; help?: Help }) {
  return (
    <ul class="alarm-list">
      {alarms.map((alarm) => (
        <li key={`${alarm.page} ${alarm.code} ${alarm.field}`}>
          <p title={new Date(alarm.since).toLocaleString()}>
            <span class="strong">{capital(alarmWords(alarm, now))}</span>{' '}
            <span class="soft">{codeWords('site.page', alarm.page)}</span>
          </p>
          <p class="soft">
            {alarm.before > 0 && `${i18n.t('drift.before', [percent(alarm.before)])} `}
            {codeWords('drift.then', alarm.code)}
          </p>
          {help?.(alarm)}
        </li>
      ))}
    </ul>
  )
}

const capital = (words: string) => `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`

/** Per kind of page, how often each field is found and by which of the adapter's ways. */
export function ReadRates({ pages, now }: { pages: readonly PageHealth[]; now: number }) {
  return (
    <>
      {pages.map(({ page, fields }) => (
        <table key={page} class="rates">
          <caption>{capital(codeWords('site.page', page))}</caption>
          <thead>
            <tr>
              <th scope="col">{i18n.t('drift.field')}</th>
              <th scope="col">{i18n.t('drift.found')}</th>
              <th scope="col">{i18n.t('drift.by')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, share, of, won, unverified, alarm }) => (
              <tr key={field}>
                <th scope="row">
                  {fieldName(field)}{' '}
                  {unverified && (
                    <Badge meaning="unknown" title={i18n.t('drift.unverifiedWhy')}>
                      {i18n.t('drift.unverified')}
                    </Badge>
                  )}
                </th>
                <td class="figure">
                  {i18n.t('drift.rate', [percent(share), of.toLocaleString()])}
                  {alarm && (
                    <p class="watch-text">
                      <Icon icon={TriangleAlert} size={14} /> {alarmWords(alarm, now)}
                    </p>
                  )}
                </td>
                <td class="figure way">{wayWords(won)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

/** Which way finds it most often, of how many; a dash where there is only one, or none has. */
function wayWords(won: readonly number[]): string {
  const most = Math.max(0, ...won)
  return won.length < 2 || most === 0 ? '–' : i18n.t('drift.way', [won.indexOf(most) + 1, won.length])
}
