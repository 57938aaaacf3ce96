import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTime } from '../../../lib/sites/times.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const read = (shown: string, lang: string) => parseTime(shown, { lang, now })
/** A time of day without zone is this machine's, as in a page. */
const local = (...[year, month, day, hour, minute]: [number, number, number, number, number]) =>
  new Date(year, month - 1, day, hour, minute).toISOString()
const noon = (date: string) => `${date}T12:00:00.000Z`
const LENGTHS = { minute: 6e4, hour: 36e5, day: 864e5, week: 6048e5, month: 26298e5, year: 315576e5 } as const
const LOCALES =
  'en de fr es es-419 it pt-BR pt-PT ru pl tr ar ar-EG fa ja ko zh-CN zh-TW hi id vi nl uk cs ro sv da nb fi el th bg hr fil bn sk ca he'.split(
    ' ',
  )

describe('parseTime', () => {
  it.each([
    ['2026-11-22T08:49:00.500Z', '2026-11-22T08:49:00.500Z'],
    ['2026-11-22T08:49:00+0100', '2026-11-22T07:49:00.000Z'],
    ['2026-11-22T08:49:00-05:00', '2026-11-22T13:49:00.000Z'],
    ['2026-11-22 08:49', '2026-11-22T08:49:00.000Z'],
  ])('reads the instant %s', (shown, expected) => {
    expect(read(shown, 'en')).toBe(expected)
  })

  it.each([
    ['5h', 'en', '2026-11-22T07:00:00.000Z'],
    ['3d', 'en', noon('2026-11-19')],
    ['1w', 'en', noon('2026-11-15')],
    ['1mo', 'en', noon('2026-10-22')],
    ['5y', 'en', noon('2021-11-22')],
    ['3 days ago (edited)', 'en', noon('2026-11-19')],
    ['Streamed 3 days ago', 'en', noon('2026-11-19')],
    ['2h • Edited', 'en', '2026-11-22T10:00:00.000Z'],
    ['an hour ago', 'en', '2026-11-22T11:00:00.000Z'],
    ['yesterday', 'en', noon('2026-11-21')],
    ['Just now', 'en', noon('2026-11-22')],
    ['vor 2 Std.', 'de', '2026-11-22T10:00:00.000Z'],
    ['33 Min.', 'de', '2026-11-22T11:27:00.000Z'],
    ['1 T', 'de', noon('2026-11-21')],
    ['vor 3 Tagen (bearbeitet)', 'de', noon('2026-11-19')],
    ['2 sem', 'pt-br', noon('2026-11-08')],
    ['9 h', 'pt-br', '2026-11-22T03:00:00.000Z'],
    ['3 j', 'fr', noon('2026-11-19')],
    ['il y a 5 mois', '', noon('2026-06-22')],
    ['hace 3 semanas', '', noon('2026-11-01')],
    ['3 か月前', 'ja', noon('2026-08-22')],
    ['3天前', 'zh-cn', noon('2026-11-19')],
    ['3개월 전', 'ko', noon('2026-08-22')],
    ['قبل يومين', 'ar', noon('2026-11-20')],
    ['1 год назад', 'ru', noon('2025-11-22')],
    ['3 годин тому', 'uk', '2026-11-22T09:00:00.000Z'],
    ['3 saat önce', 'tr', '2026-11-22T09:00:00.000Z'],
  ])('counts back %j (%s)', (shown, lang, expected) => {
    expect(read(shown, lang)).toBe(expected)
  })

  it.each([
    ['November 22, 2025 at 8:49 AM', 'en', local(2025, 11, 22, 8, 49)],
    ['8:49 PM · Nov 20, 2026', 'en', local(2026, 11, 20, 20, 49)],
    ['12:05 AM · Nov 20, 2026', 'en', local(2026, 11, 20, 0, 5)],
    ['22. November 2025 um 08:49', 'de', local(2025, 11, 22, 8, 49)],
    ['09:18 · 22.11.2025', 'de', local(2025, 11, 22, 9, 18)],
    ['17. januar 2025 kl. 20.49', 'da', local(2025, 1, 17, 20, 49)],
    ['2025年11月22日 下午8:49', 'zh-tw', local(2025, 11, 22, 20, 49)],
    ['30 May at 11:02', 'en', local(2026, 5, 30, 11, 2)],
    ['25 de nov de 2025', 'pt-br', noon('2025-11-25')],
    ['5 de novembro', 'pt-br', noon('2026-11-05')],
    ['17 Haziran 2025', 'tr', noon('2025-06-17')],
    ['17 tháng 6, 2025', 'vi', noon('2025-06-17')],
    ['٢٢ نوفمبر ٢٠٢٥', 'ar', noon('2025-11-22')],
    ['Feb 18, 2024', 'fr', noon('2024-02-18')],
    ['11月20日', 'ja', noon('2026-11-20')],
    ['2022-4-19', 'en', noon('2022-04-19')],
    ['5-23', 'en', noon('2026-05-23')],
    ['12-30', 'en', noon('2025-12-30')],
    ['Dec 30', 'en', noon('2025-12-30')],
    ['09/25/25', 'en', noon('2025-09-25')],
    ['09/10/25', 'en', noon('2025-09-10')],
    ['09/10/25', 'en-gb', noon('2025-10-09')],
    ['19/10/2024', 'fr', noon('2024-10-19')],
  ])('reads the date %j (%s)', (shown, lang, expected) => {
    expect(read(shown, lang)).toBe(expected)
  })

  it.each([
    '',
    'hello',
    '4.7',
    '1/2',
    '2025',
    '1.2K views',
    '1,234 likes',
    '99999 days',
    '31/31/2025',
    '2025-02-30',
    '3:45',
    '12/24/2030',
    '300 years ago',
  ])('reads no time in %j', (shown) => {
    expect(read(shown, 'en')).toBeNull()
  })

  it.each(LOCALES)('understands how %s writes relative times', (locale) => {
    const misread: string[] = []
    for (const style of ['long', 'short'] as const)
      for (const unit of ['hour', 'day', 'week', 'year'] as const)
        for (const amount of [1, 2, 5, 11]) {
          const shown = new Intl.RelativeTimeFormat(locale, { style }).format(-amount, unit)
          const time = read(shown, locale)
          const back = (now.getTime() - Date.parse(time ?? '')) / LENGTHS[unit]
          if (!(Math.abs(back - amount) < 0.07 * amount)) misread.push(`${shown} as ${time}`)
        }
    expect(misread).toEqual([])
  })

  it.each(LOCALES)('understands how %s writes dates', (locale) => {
    const misread: string[] = []
    for (const dateStyle of ['long', 'medium'] as const)
      for (let month = 0; month < 12; month++) {
        const date = new Date(Date.UTC(2024, month, 17, 12))
        const shown = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC', calendar: 'gregory' }).format(date)
        if (read(shown, locale) !== date.toISOString()) misread.push(shown)
      }
    expect(misread).toEqual([])
  })

  it('never throws, whatever the text and the language', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('', 'en', 'ar', 'zz', '<x>', 'de-DE-x-private', '__proto__'),
        (text, lang) => {
          expect(() => read(text, lang)).not.toThrow()
        },
      ),
      { numRuns: 200 },
    )
  })
})
