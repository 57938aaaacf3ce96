/** A figure, date or name that stands in a text, with where it stands. */
export interface Parameter {
  readonly kind:
    | 'days'
    | 'working-days'
    | 'hours'
    | 'date'
    | 'unsure-date'
    | 'money'
    | 'percent'
    | 'handle'
    | 'hashtag'
    | 'label'
    | 'count'
  /** Days, hours, percent and counts as a decimal number; dates as `2027-03-01`; names without their sign. */
  readonly value: string
  readonly quote: string
  readonly start: number
  readonly end: number
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const WORD = `(?:(?:${tens.join('|')})(?:[- ](?:${small.slice(1, 10).join('|')}))?|${small.join('|')}|(?:an?|one) hundred(?: and (?:${tens.join('|')}|${small.join('|')}))?)`
const NUMBER = String.raw`(?:(?:${WORD}\s{0,2}\(\s?\d{1,5}\s?\))|\d{1,5}(?:[.,]\d{1,2})?|${WORD})`
/** Units in English and, for "read for numbers only", in German, French, Spanish, Italian, Dutch and Portuguese. */
const units: readonly (readonly [RegExp, number, 'hours' | 'days'])[] = [
  [/^(?:hours?|hrs?|h|stunden?|heures?|horas?|ore|ora|uur|uren)$/iu, 1, 'hours'],
  [/^(?:days?|d|tage?n?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?)$/iu, 1, 'days'],
  [/^(?:weeks?|wochen?|semaines?|semanas?|settiman[ae]|week|weken)$/iu, 7, 'days'],
  [/^(?:months?|monate?n?|mois|mes(?:es)?|m[eê]s|mes[ei]|maand(?:en)?)$/iu, 365 / 12, 'days'],
  [/^(?:years?|jahre?n?|ans?|ann[ée]es?|a[ñn]os?|anos?|ann[oi]|jaar|jaren)$/iu, 365, 'days'],
]
const UNIT =
  'hours?|hrs?|h|days?|weeks?|months?|years?|stunden?|heures?|horas?|ore|ora|uur|uren|tage?n?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?|wochen?|semaines?|semanas?|settiman[ae]|weken|monate?n?|mois|mes(?:es)?|m[eê]s|mes[ei]|maand(?:en)?|jahre?n?|ans?|ann[ée]es?|a[ñn]os?|anos?|ann[oi]|jaar|jaren'
const duration = new RegExp(
  String.raw`(?<![\p{L}\d.,])(${NUMBER})[\s-]{0,2}(?:(business|working|calendar|consecutive|full|clear|more)[\s-]{1,2})?(${UNIT})(?![\p{L}\d])(?:\s(ouvr[ée]s|h[áa]biles|lavorativi|[uú]teis))?`,
  'giu',
)
const worded = /^(?:werktage?n?|arbeitstage?n?|werkdagen)$/iu
const workdays = new RegExp(
  String.raw`(?<![\p{L}\d.,])(${NUMBER})\s{0,2}(werktage?n?|arbeitstage?n?|werkdagen)(?!\p{L})`,
  'giu',
)
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const dates = [
  /(?<!\d)(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)/gu,
  new RegExp(
    String.raw`(?<![\p{L}\d])(?<d>\d{1,2})(?:st|nd|rd|th)?\s{1,2}(?:day of\s|of\s)?(?<name>${MONTH})\.?,?\s{1,2}(?<y>\d{4})(?!\d)`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d])(?<name>${MONTH})\.?\s{1,2}(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?<y>\d{4})(?!\d)`,
    'giu',
  ),
]
const written = /(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/gu
const money =
  /(?:(?<![\p{L}\d])(?:usd|eur|gbp|chf|cad|aud|us\$|[$€£¥])\s?\d{1,3}(?:[.,'\s]?\d{3}){0,3}(?:[.,]\d{2})?(?![\d%])|(?<![\d.,])\d{1,3}(?:[.,']?\d{3}){0,3}(?:[.,]\d{2})?\s?(?:usd|eur|gbp|chf|cad|aud|euros?|dollars?|pounds|€|£)(?!\p{L}))/giu
const percent = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:\)\s?)?(?:%|per ?cent|prozent|pour cent|por ciento)/giu
const handle = /(?<![\p{L}\d._@/])@([\p{L}\d][\p{L}\d._]{1,60})/gu
const hashtag = /(?<![\p{L}\d_&/])#([\p{L}_][\p{L}\d_]{0,80})/gu
const quoted = /["“„«]([^"“”„«»\n]{2,60})["”“»]/gu
const counted = new RegExp(
  String.raw`(?<![\p{L}\d.,])(${NUMBER})\s{1,2}(?:\p{L}{3,14}[\s-]){0,2}(rounds?|revisions?|amendments?|posts?|reels?|stories|story|videos?|shorts?|streams?|edits?|changes)(?!\p{L})`,
  'giu',
)
const LABELLING = /label|disclos|hashtag|marked|#ad|advert|kennzeich|mention|tagged|caption/iu

/** Everything in a passage that a check could go by, in the order it stands. `at`: where the passage begins in its text. */
export function parametersIn(passage: string, at = 0): Parameter[] {
  const found: Parameter[] = []
  const add = (kind: Parameter['kind'], value: string, match: RegExpExecArray) =>
    void found.push({ kind, value, quote: match[0], start: at + match.index, end: at + match.index + match[0].length })
  for (const match of passage.matchAll(workdays)) {
    const n = numberOf(match[1] ?? '')
    if (n !== null && worded.test(match[2] ?? '')) add('working-days', String(n), match)
  }
  for (const match of passage.matchAll(duration)) {
    const n = numberOf(match[1] ?? '')
    const unit = units.find(([pattern]) => pattern.test(match[3] ?? ''))
    if (n === null || !unit) continue
    const [, times, kind] = unit
    const isWorking = /business|working/iu.test(match[2] ?? '') || match[4] !== undefined
    if (kind === 'days' && times === 1 && isWorking) add('working-days', String(n), match)
    else add(kind, String(kind === 'days' ? Math.round(n * times) : n), match)
  }
  for (const pattern of dates)
    for (const match of passage.matchAll(pattern)) {
      const { y = '', m, d = '', name } = match.groups ?? {}
      const month =
        name === undefined ? Number(m) : 1 + MONTHS.findIndex((one) => one.startsWith(name.slice(0, 3).toLowerCase()))
      const day = dayOf(Number(y), month, Number(d))
      if (day) add('date', day, match)
    }
  for (const match of passage.matchAll(written)) {
    const [, first, sign, second, year] = match
    const [a, b, y] = [Number(first), Number(second), Number(year)]
    // 03/04/2027 is one day in London and another in New York; with dots the day comes first everywhere.
    const isUnsure = sign === '/' && a <= 12 && b <= 12 && a !== b
    const day = sign === '/' && b > 12 ? dayOf(y, a, b) : dayOf(y, b, a)
    if (day) add(isUnsure ? 'unsure-date' : 'date', day, match)
  }
  for (const match of passage.matchAll(money)) add('money', match[0], match)
  for (const match of passage.matchAll(percent)) add('percent', (match[1] ?? '').replace(',', '.'), match)
  for (const match of passage.matchAll(handle)) add('handle', (match[1] ?? '').replace(/[._]+$/u, ''), match)
  for (const match of passage.matchAll(hashtag)) add('hashtag', match[1] ?? '', match)
  if (LABELLING.test(passage))
    for (const match of passage.matchAll(quoted)) add('label', (match[1] ?? '').trim(), match)
  for (const match of passage.matchAll(counted)) {
    const n = numberOf(match[1] ?? '')
    if (n !== null && Number.isInteger(n)) add('count', String(n), match)
  }
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** "forty-five (45)", "45", "forty-five", "a hundred and twenty" as a number; null where words and figures disagree. */
export function numberOf(text: string): number | null {
  const figure = /\d{1,5}(?:[.,]\d{1,2})?/u.exec(text)?.[0]
  const spelt = speltNumber(text.replace(/\(.*$/u, '').trim().toLowerCase())
  if (figure !== undefined) {
    const value = Number(figure.replace(',', '.'))
    return spelt !== null && spelt !== value ? null : value
  }
  return spelt
}

function speltNumber(text: string): number | null {
  if (!/^[a-z]/u.test(text)) return null
  let sum = 0
  for (const word of text.split(/[\s-]+/u)) {
    if (word === 'and' || word === 'a' || word === 'an') continue
    if (word === 'hundred') sum = (sum || 1) * 100
    else if (tens.includes(word)) sum += 10 * (2 + tens.indexOf(word))
    else if (small.includes(word)) sum += small.indexOf(word)
    else return null
  }
  return sum
}

/** A day of the calendar as `2027-03-01`; null for 31 June. */
function dayOf(y: number, m: number, d: number): string | null {
  const day = new Date(Date.UTC(y, m - 1, d))
  const isReal = y >= 1990 && y <= 2200 && day.getUTCMonth() === m - 1 && day.getUTCDate() === d
  return isReal ? day.toISOString().slice(0, 10) : null
}
