import { baseLanguage } from './digits.ts'

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const
export type Unit = (typeof UNITS)[number]
interface Meaning {
  readonly unit: Unit
  /** For words that carry their own number ("قبل يومين" is two days). */
  readonly amount?: number
}

/**
 * Beginnings of the words for units, for pages in English and for pages whose `lang` is not the language they are
 * in. A final dot means the whole word. Everything else comes from the browser's own tables (CLDR).
 */
const STEMS = index({
  second: 's. sec sek seg. segundo сек saniye giây detik ثاني ثوان 秒 초',
  minute: 'm. min мин хв dakika phút menit دقيق دقائق 分 분',
  hour: 'h. hr. hrs. hour std stunde heure hora ora. ore. uur uren godz час saat jam. giờ ساع 時間 小时 小時 시간',
  day: 'd. day tag tage jour día dia. dias giorn dag dzie dni. дн ден gün ngày hari. يوم أيام 日 天 일',
  week: 'w. wk week woche sem. semain semana settiman sett. weken tydz tyg нед тиж hafta tuần minggu أسبوع أسابيع 週 周 주',
  month:
    'mo. mos. mon month monat mois mes. meses mês mese. mesi. maand mies мес міс ay. tháng bulan شهر أشهر か月 ヶ月 カ月 个月 個月 개월',
  year: 'y. yr year jahr an. ans. année año ano. anos. ann jaar rok. lat. lata. год лет рок yıl năm tahun سنة سنوات 年 년',
})

/** What sites print in a language and CLDR does not. */
const EXTRA: Record<string, Partial<Record<Unit, string>>> = {
  pt: { week: 'sem', minute: 'm', hour: 'h', day: 'd' },
  fr: { year: 'a an ans' },
  pl: { hour: 'godz', week: 'tydz', month: 'mies', year: 'lat' },
  ru: { hour: 'ч', year: 'год года лет' },
  uk: { hour: 'год годин' },
  id: { hour: 'j', day: 'h hr', week: 'mgg', month: 'bln', year: 'thn' },
}

const NOW =
  /^(?:just now|now|gerade eben|jetzt|à l['’]instant|maintenant|justo ahora|ahora|agora|ora|adesso|nu|zojuist|przed chwilą|только что|щойно|az önce|たった今|刚刚|剛剛|방금( 전)?|baru saja|vừa xong)$/u
/** Alone, or before a time of day: "Yesterday at 8:49". */
const YESTERDAY =
  /^(?:yesterday|gestern|hier|ayer|ontem|ieri|gisteren|wczoraj|вчера|вчора|dün|أمس|昨日|昨天|어제|kemarin|hôm qua)(?!\p{L})/u

/** A relative time as it stands on a page: so many of a unit ago. */
export interface Ago {
  readonly amount: number
  readonly unit: Unit
  /** A day of the calendar ("yesterday"), not so many times 24 hours. */
  readonly byCalendar?: true
}

/**
 * A relative time ("3 days ago", "vor 2 Std.", "5h", "hier") in milliseconds since 1970, or null. `text` is lower
 * case with ASCII digits. A word without number counts as one ("an hour ago").
 */
export function parseAgo(text: string, lang: string, now: Date): number | null {
  const ago = readAgo(text, lang)
  return ago && back(ago.amount, ago.unit, now)
}

/** The same as amount and unit: "2d" is two days; "just now" is none. Null when it is no relative time. */
export function readAgo(text: string, lang: string): Ago | null {
  if (NOW.test(text)) return { amount: 0, unit: 'second' }
  if (YESTERDAY.test(text)) return { amount: 1, unit: 'day', byCalendar: true }
  const [, digits, next] = /(?<![\d.,:])(\d{1,3})(?![\d:]) ?([\p{L}\p{M}]*)/u.exec(text) ?? []
  if (digits === undefined && /\d/.test(text)) return null
  const known = lang === '' || baseLanguage(lang) === 'en' ? undefined : wordsOf(lang)
  const phrase = known?.get(text)
  if (phrase && digits === undefined) return { amount: phrase.amount ?? 1, unit: phrase.unit }
  // The word at the number before any other, then long ones before short: in "il y a 5 mois" the "y" is no year.
  const others = wordsIn(text).filter((word) => word.length > 1)
  for (const words of [next ? [next] : [], others.toSorted((a, b) => b.length - a.length)]) {
    for (const find of [(word: string) => known?.get(word), stemOf]) {
      for (const word of words) {
        const meaning = find(word)
        if (meaning) return { amount: Number(digits ?? meaning.amount ?? 1), unit: meaning.unit }
      }
    }
  }
  return null
}

/**
 * The first and the last instant, in milliseconds since 1970, at which a thing can have happened that a page read
 * at `now` calls so long ago. Sites round down: "2d" is at least two days and less than three.
 */
export function agoInterval({ amount, unit, byCalendar }: Ago, now: Date): { from: number; to: number } {
  // What the reader's calendar called yesterday began at most 48 hours ago and may have ended just now.
  if (byCalendar) return { from: back(amount + 1, unit, now), to: now.getTime() }
  if (amount === 0) return { from: back(1, 'minute', now), to: now.getTime() }
  return { from: back(amount + 1, unit, now) + 1, to: back(amount, unit, now) }
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? []

/** The longest known beginning decides: "mois" before "mo", "か月" before "月". */
function stemOf(word: string): Meaning | undefined {
  const whole = STEMS.get(`${word}.`)
  if (whole) return { unit: whole }
  for (let length = Math.min(word.length, 9); length > 0; length--) {
    const unit = STEMS.get(word.slice(0, length))
    if (unit) return { unit }
  }
  return undefined
}

const tables = new Map<string, ReadonlyMap<string, Meaning>>()

/**
 * Every word of a language that tells a unit, as the browser itself would write it, from long to narrow style,
 * and its phrases for days ("vorgestern"). Loading a language takes some ten milliseconds, once.
 */
function wordsOf(lang: string): ReadonlyMap<string, Meaning> {
  const known = tables.get(lang)
  if (known) return known
  const words = new Map<string, Meaning>()
  tables.set(lang, words)
  for (const unit of UNITS)
    for (const word of (EXTRA[baseLanguage(lang)]?.[unit] ?? '').split(' ')) if (word) words.set(word, { unit })
  try {
    const vague = new Set<string>()
    for (const style of ['long', 'short', 'narrow'] as const) collect(lang, style, words, vague)
    const auto = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
    for (const amount of [0, 1, 2]) words.set(auto.format(-amount, 'day').toLowerCase(), { unit: 'day', amount })
  } catch {
    // Not a language: the page's `lang` is whatever its author wrote.
  }
  return words
}

function collect(lang: string, style: 'long' | 'short' | 'narrow', into: Map<string, Meaning>, vague: Set<string>) {
  const ago = new Intl.RelativeTimeFormat(lang, { style })
  const found = new Map<string, Set<Unit>>()
  const amounts = new Map<string, number>()
  for (const unit of UNITS) {
    const plain = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: style })
    // One, two, few and many: languages inflect by them.
    const texts = [1, 2, 5, 11].flatMap((amount) => [ago.format(-amount, unit), plain.format(amount)])
    for (const word of wordsIn(texts.join('\n').toLowerCase()))
      found.set(word, (found.get(word) ?? new Set()).add(unit))
    for (const [place, text] of texts.slice(0, 4).entries())
      if (!/\p{Nd}/u.test(text))
        for (const word of wordsIn(text.toLowerCase())) if (!amounts.has(word)) amounts.set(word, place < 2 ? 1 : 2)
  }
  for (const [word, units] of found) {
    // A word beside several units says "ago" or "two". In short forms one beside two ("m") means the smaller.
    const [unit] = units
    if (units.size > (style === 'long' ? 1 : 2)) vague.add(word)
    if (unit === undefined || vague.has(word) || into.has(word)) continue
    const amount = amounts.get(word)
    into.set(word, amount ? { unit, amount } : { unit })
  }
}

function index(words: Record<Unit, string>): ReadonlyMap<string, Unit> {
  return new Map(UNITS.flatMap((unit) => words[unit].split(' ').map((word) => [word, unit] as const)))
}

const MILLISECONDS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 }

function back(amount: number, unit: Unit, now: Date): number {
  const then = new Date(now)
  if (unit === 'year') then.setUTCFullYear(then.getUTCFullYear() - amount)
  else if (unit === 'month') then.setUTCMonth(then.getUTCMonth() - amount)
  else return now.getTime() - amount * MILLISECONDS[unit]
  return then.getTime()
}
