const DAY = 86_400_000

/**
 * A date in figures ("2022-4-19", "22.11.2026, 8:49", "2025年11月22日") in milliseconds since 1970, or null.
 * `text` is lower case with ASCII digits.
 */
export function dateInFigures(text: string, lang: string, now: Date): number | null {
  // 2025年11月22日, 2025년 11월 22일; without the year 11月22日
  const ideographs = /(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号]/.exec(text)
  if (ideographs) {
    const [whole, year, month, day] = ideographs
    return dated(year, Number(month), day, text.replace(whole, ' '), now)
  }
  const vietnamese = /(\d{1,2}) (?:tháng|thg) (\d{1,2})(?:,? (?:năm )?(\d{4}))?/.exec(text)
  if (vietnamese) {
    const [whole, day, month, year] = vietnamese
    return dated(year, Number(month), day, text.replace(whole, ' '), now)
  }
  const match = /(?:^|[^\d.:/-])(\d{1,4}) ?([./-]) ?(\d{1,2})(?: ?([./-]) ?(\d{4}|\d{1,2}))?\.?(?![\d%:])/.exec(text)
  if (!match) return null
  const [whole, a = '', mark = '', b = '', second, c] = match
  if ((second !== undefined && second !== mark) || a.length === 3) return null
  const rest = text.replace(whole, ' ')
  if (a.length === 4) return c === undefined || c.length > 2 ? null : dated(a, Number(b), c, rest, now)
  if (c === undefined) {
    // Without a year only 5-23 (TikTok) and 23.11. are dates; "4.7" and "1/2" may be anything.
    if (/^\d+-\d+$/.test(text)) return dated(undefined, Number(a), b, '', now)
    return /^\d+\. ?\d+\.$/.test(text) ? dated(undefined, Number(b), a, '', now) : null
  }
  if (c.length === 1) return null
  const monthFirst = Number(b) > 12 || (Number(a) <= 12 && mark === '/' && /^(?:en(?:-us)?|fil)?$/.test(lang))
  return monthFirst ? dated(c, Number(a), b, rest, now) : dated(c, Number(b), a, rest, now)
}

/**
 * A date with a month name ("25 de nov de 2025") in milliseconds since 1970, or null. `lang` null looks the name up
 * by its first letters in the languages that pages use most, for those that name another one than they speak.
 */
export function dateInWords(text: string, lang: string | null, now: Date): number | null {
  if (!/\d/.test(text)) return null
  const words = undotted(text).match(/[\p{L}\p{M}]{2,}/gu) ?? []
  const month = words.map((word) => monthOf(word, lang)).find((found) => found !== undefined)
  if (month === undefined) return null
  const clock = CLOCK.exec(text)?.[0] ?? ''
  const numbers = text.replace(clock, ' ').match(/\d+/g) ?? []
  const year = numbers.find((number) => number.length === 4)
  const day = numbers.find((number) => number.length < 3)
  return day !== undefined && numbers.length <= 2 ? dated(year, month, day, clock, now) : null
}

function monthOf(word: string, lang: string | null): number | undefined {
  if (lang === null) return MONTHS.get(word.slice(0, 3)) ?? MONTHS.get(word.slice(0, 4))
  // Loading a language takes some ten milliseconds; English needs none.
  if (lang === '' || lang.startsWith('en')) return ENGLISH.test(word) ? MONTHS.get(word.slice(0, 3)) : undefined
  const months = monthsOf(lang)
  return months.get(word) ?? months.get(word.replace(/^ב/, ''))
}

const ENGLISH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

/** First letters of month names: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Ukrainian, Turkish. */
const MONTHS = new Map(
  'jan ene gen sty янв січ oca,feb fév fev lut фев лют şub,mar mär mrz maa мар бер,apr abr avr kwi апр кві nis,may mai mag mei maj мая май тра,jun juin giu cze июн чер haz,jul juil lug lip июл лип tem,aug ago aoû sie авг сер ağu,sep set wrz сен вер eyl,oct okt ott out paź окт жов eki,nov lis ноя лис kas,dec dez dic déc gru дек гру ara'
    .split(',')
    .flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

const tables = new Map<string, ReadonlyMap<string, number>>()

/** A language's month names, full, short and as they stand beside a day ("22 ноября"), without dots. */
function monthsOf(lang: string): ReadonlyMap<string, number> {
  const known = tables.get(lang)
  if (known) return known
  const table = new Map<string, number>()
  tables.set(lang, table)
  const unclear = new Set<string>()
  const put = (name: string, month: number) => {
    for (const word of undotted(name.toLowerCase()).match(/[\p{L}\p{M}]{2,}/gu) ?? []) {
      if ((table.get(word) ?? month) !== month) unclear.add(word)
      table.set(word, month)
    }
  }
  try {
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(lang, { ...options, calendar: 'gregory', timeZone: 'UTC' })
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(Date.UTC(2024, index, 15))
          const name = parts.find((part) => part.type === 'month')?.value ?? ''
          put(name, index + 1)
          // Sites cut names where CLDR does not: "sep" for "sept.".
          if (/^[\p{Script=Latin}\p{Script=Cyrillic}]{4,}/u.test(name)) put(name.slice(0, 3), index + 1)
        }
      }
    }
  } catch {
    // Not a language: the page's `lang` is whatever its author wrote.
  }
  for (const word of unclear) table.delete(word)
  return table
}

const undotted = (text: string) => text.replace(/(?<=[\p{L}\p{M}])\.(?=\p{L})|\u0654/gu, '')

/** 8:49 AM, 20.49, 8h49, 上午8:49, 오후 8시 49분, 8:49 μ.μ. */
const CLOCK =
  /(?:(上午|午前|오전|凌晨|早上|清晨)|(下午|午後|오후|晚上|中午))? ?(?<![\d.])(\d{1,2}) ?(?:[:時시] ?(\d\d)?|\.(\d\d)(?![\d.])|h ?(\d\d)?(?!\p{L}))(?::\d\d)?분?(?: ?(?:(a\.? ?m\b\.?|π\.?μ\.?|ص)|(p\.? ?m\b|ptg\b\.?|μ\.?μ\.?|م)))?/u

function dated(
  year: string | undefined,
  month: number,
  day: string | undefined,
  rest: string,
  now: Date,
): number | null {
  const date = Number(day)
  if (!(month >= 1 && month <= 12 && date >= 1)) return null
  const clock = CLOCK.exec(rest)
  const at = (fullYear: number): number | null => {
    if (new Date(Date.UTC(fullYear, month - 1, date)).getUTCDate() !== date) return null
    if (!clock) return Date.UTC(fullYear, month - 1, date, 12)
    const [, amBefore, pmBefore, hours, minutes = clock[5] ?? clock[6] ?? '0', , , amAfter, pmAfter] = clock
    let hour = Number(hours)
    if ((pmBefore ?? pmAfter) !== undefined && hour < 12) hour += 12
    if ((amBefore ?? amAfter) !== undefined && hour === 12) hour = 0
    return hour > 24 || Number(minutes) > 59
      ? null
      : new Date(fullYear, month - 1, date, hour, Number(minutes)).getTime()
  }
  if (year !== undefined) {
    const full = year.length === 2 ? 2000 + Number(year) : Number(year)
    // The Thai calendar counts from 543 BC.
    return at(full > 2400 && full < 2700 ? full - 543 : full)
  }
  const thisYear = at(now.getUTCFullYear())
  return thisYear !== null && thisYear <= now.getTime() + DAY ? thisYear : at(now.getUTCFullYear() - 1)
}
