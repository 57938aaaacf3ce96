import { asciiDigits, baseLanguage } from './digits.ts'

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const
type Unit = (typeof UNITS)[number]
interface Meaning {
  readonly unit: Unit
  /** For words that carry their own number ("قبل يومين" is two days). */
  readonly amount?: number
}
interface Words {
  readonly words: ReadonlyMap<string, Meaning>
  readonly phrases: ReadonlyMap<string, Meaning>
}

/** Tried when the page's own language does not know the words: many pages say `lang="en"` whatever they speak. */
const COMMON = 'en de fr es pt it nl pl ru tr ja ko zh zh-TW ar hi id vi uk'.split(' ')

/** What sites print and CLDR does not. The page's language comes first, so a French "2 h" stays an hour. */
const EXTRA: Record<string, Partial<Record<Unit, string>>> = {
  '': {
    second: 's sec secs seg сек',
    minute: 'm min mins мин хв',
    hour: 'h hr hrs std ч год',
    day: 'd',
    week: 'w wk wks sem нед',
    month: 'mo mos mth か月前 ヶ月前 カ月前 个月 個月 개월',
    year: 'y yr yrs',
  },
  pt: { week: 'sem', minute: 'm', hour: 'h', day: 'd' },
  pl: { hour: 'godz', week: 'tydz', month: 'mies', year: 'lat' },
  ru: { year: 'год года лет' },
  id: { hour: 'j', day: 'h hr', week: 'mgg', month: 'bln', year: 'thn' },
}

/** "now" as sites write it beside CLDR's own word. */
const NOW =
  /^(?:just now|gerade eben|à l['’]instant|maintenant|justo ahora|ora|proprio ora|zojuist|przed chwilą|только что|щойно|az önce|たった今|刚刚|剛剛|방금( 전)?|baru saja|vừa xong)$/u

/**
 * A relative time ("3 days ago", "vor 2 Std.", "5h", "hier") in milliseconds since 1970, or null. `text` is lower
 * case with ASCII digits. The words come from the browser's own tables (CLDR), in the language of the page first.
 */
export function parseAgo(text: string, lang: string, now: Date): number | null {
  if (NOW.test(text)) return now.getTime()
  const [, digits, next] = /(?<![\d.,:])(\d{1,3})(?![\d:]) ?([\p{L}\p{M}]*)/u.exec(text) ?? []
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  for (const language of digits === undefined ? [lang, ...COMMON] : []) {
    const { phrases } = wordsOf(language)
    // "Yesterday", "Yesterday at 8:49"
    const phrase =
      phrases.get(text) ?? phrases.get(/^\S+ ?(?=[\p{P}\d]|at |um |à |a las |às )/u.exec(text)?.[0].trim() ?? '')
    if (phrase) return back(phrase.amount ?? 0, phrase.unit, now)
  }
  if (digits === undefined && /\d/.test(text)) return null
  // The word at the number in any language, before any other word: in "il y a 5 mois" the "y" is no year.
  for (const candidates of [next ? [next] : [], words.filter((word) => word.length > 1)]) {
    for (const language of [lang, ...COMMON]) {
      const table = wordsOf(language).words
      for (const word of candidates) {
        const meaning = table.get(word)
        if (meaning) return back(Number(digits ?? meaning.amount ?? 1), meaning.unit, now)
      }
    }
  }
  return null
}

const tables = new Map<string, Words>()

/** Every word of a language that tells a unit, as the browser itself would write it, from long to narrow style. */
function wordsOf(lang: string): Words {
  const known = tables.get(lang)
  if (known) return known
  const words = new Map<string, Meaning>()
  const phrases = new Map<string, Meaning>()
  const built: Words = { words, phrases }
  tables.set(lang, built)
  for (const unit of UNITS)
    for (const word of (EXTRA[baseLanguage(lang)]?.[unit] ?? '').split(' ')) if (word) words.set(word, { unit })
  try {
    const vague = new Set<string>()
    for (const style of ['long', 'short', 'narrow'] as const) collect(lang, style, words, vague)
    const auto = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
    for (const [amount, unit] of [
      [0, 'second'],
      [0, 'day'],
      [1, 'day'],
      [2, 'day'],
    ] as const) {
      const phrase = auto.format(-amount, unit).toLowerCase()
      if (!/\p{Nd}/u.test(phrase)) phrases.set(phrase, { unit, amount })
    }
  } catch {
    // Not a language: the page's `lang` is whatever its author wrote.
  }
  for (const unit of UNITS)
    for (const word of (EXTRA['']?.[unit] ?? '').split(' ')) if (!words.has(word)) words.set(word, { unit })
  return built
}

function collect(lang: string, style: 'long' | 'short' | 'narrow', into: Map<string, Meaning>, vague: Set<string>) {
  const ago = new Intl.RelativeTimeFormat(lang, { style })
  const found = new Map<string, Set<Unit>>()
  const dual = new Map<string, number>()
  for (const unit of UNITS) {
    const plain = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: style })
    for (const amount of [1, 2, 3, 5, 11, 21]) {
      for (const written of [ago.format(-amount, unit), plain.format(amount)]) {
        const text = asciiDigits(written).toLowerCase()
        for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
          const units = found.get(word) ?? new Set()
          found.set(word, units.add(unit))
          if (!/\d/.test(text) && !dual.has(word)) dual.set(word, amount)
        }
      }
    }
  }
  for (const [word, units] of found) {
    // A word beside several units says "ago" or "two". In short forms one beside two ("m") means the smaller.
    const [unit] = units
    if (units.size > (style === 'long' ? 1 : 2)) vague.add(word)
    if (unit === undefined || vague.has(word) || into.has(word)) continue
    const amount = dual.get(word)
    into.set(word, amount ? { unit, amount } : { unit })
  }
}

const MILLISECONDS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 }

function back(amount: number, unit: Unit, now: Date): number {
  const then = new Date(now)
  if (unit === 'year') then.setUTCFullYear(then.getUTCFullYear() - amount)
  else if (unit === 'month') then.setUTCMonth(then.getUTCMonth() - amount)
  else return now.getTime() - amount * MILLISECONDS[unit]
  return then.getTime()
}
