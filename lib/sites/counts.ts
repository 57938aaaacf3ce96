import type { Count } from '../domain/count.ts'
import { asciiDigits, baseLanguage } from '../text/digits.ts'
import { lazyPattern } from '../text/lazy-pattern.ts'

/**
 * The words for powers of ten in compact numbers, lower case and without the final dot: CLDR's short forms,
 * and those that sites print besides. A word that means one thing in one language and another, or nothing of
 * the kind, in the next is in `UNITS_OF`: "12 mi piace" is Italian for 12 likes, "12 mi" Portuguese for 12 million.
 */
const UNITS = index({
  3: `k tsd tis tys тыс тис тыщ mil mila mille mijë rb ribu hilj хиљ хил χιλ tuh tūkst bin nghìn thousand tausend tusen
    tusind duizend ألف الف آلاف هزار ہزار हजार হা হাজার હજાર ਹਜਾਰ ಸಾ வே వే ஆ հզր ათ ming พัน`,
  4: 'หมื่น',
  5: 'lakh lakhs लाख লা লাখ લાખ ਲੱਖ لاکھ แสน',
  6: 'm mio mln mn млн mill milj мил εκ jt juta triệu مليون ملايين میلیون ಮಿ மி మి մլն მლნ ล้าน',
  7: 'crore crores करोड क কো কোটি કરોડ ਕਰੋੜ کروڑ कोटी',
  9: 'b bn mrd md mld mlr mlrd mljrd млрд mia δισ tỷ مليار میلیارد अ अरब अब्ज અબજ ਅਰਬ ارب ಬಿ பி బి մլրդ მლრდ',
})

const UNITS_OF: Record<string, Map<string, number>> = {
  tr: index({ 3: 'b', 6: 'mn', 9: 'mr' }),
  id: index({ 9: 'm' }),
  ms: index({ 6: 'j' }),
  vi: index({ 3: 'n', 6: 'tr', 9: 't' }),
  sv: index({ 3: 'tn t' }),
  da: index({ 3: 't' }),
  fi: index({ 3: 't' }),
  hu: index({ 3: 'e' }),
  pt: index({ 6: 'mi', 9: 'bi mm' }),
  es: index({ 9: 'mm' }),
  cs: index({ 6: 'mil' }),
  sk: index({ 6: 'mil' }),
  ro: index({ 6: 'mil' }),
  hr: index({ 6: 'mil' }),
  sr: index({ 6: 'mil' }),
  bs: index({ 6: 'mil' }),
  en: index({ 5: 'l', 7: 'cr' }),
  hi: index({ 5: 'l', 7: 'cr' }),
  is: index({ 3: 'þ', 9: 'ma' }),
  af: index({ 9: 'mjd' }),
  mr: index({ 3: 'ह' }),
}

/** Written without a space to the next word, so the first character decides. */
const IDEOGRAPHS: Record<string, number> = {
  千: 3,
  천: 3,
  万: 4,
  萬: 4,
  만: 4,
  億: 8,
  亿: 8,
  억: 8,
  兆: 12,
  조: 12,
}

/** "millones", "milioni", "милиона"; "Milliarden", "miliar", "milyar". */
const LONG_UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:mil+[iyj]?[aá]r|мил+иар|billion)/, 9],
  [/^(?:mil+[iyjo]|milh|мил+ио|мільй|εκατομ)/, 6],
  [/^(?:тысяч|тисяч|χιλιάδ|tisíc|tysi[ąę])/, 3],
]

/** Where a comma is the decimal sign (CLDR); elsewhere the dot is. */
const COMMA_DECIMAL =
  /^(?:af|az|be|bg|bs|ca|cs|da|de|el|es|et|eu|fi|fr|gl|hr|hu|hy|id|is|it|ka|kk|lo|lt|lv|mk|nb|nl|pl|pt|ro|ru|sk|sl|sq|sr|sv|tr|uk|uz|vi)$/
/** Where an ordinary space may part thousands, since a site or a clean-up turned the no-break space into one. */
const SPACE_GROUPS = /^(?:be|bg|cs|et|fi|fr|hu|hy|ka|kk|lt|lv|nb|pl|pt|ru|sk|sq|sv|uk|uz)$/

// One character class and no nesting: linear on any input.
const numbersWith = (space: string) => lazyPattern(`\\d(?:[.,'’٫٬${space}\\u00a0\\u2009\\u202f]?\\d)*`, 'gu')
const NUMBERS = numbersWith('')
const SPACED_NUMBERS = numbersWith(' ')
const IN_WORD = lazyPattern(String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}_@#.,]$`)
const UNIT = lazyPattern(String.raw`^(\s{0,2})([\p{L}\p{M}]{0,40})(.{0,12})`, 'su')
const THOUSANDS_OF_M = lazyPattern(String.raw`^\s?M(?!\p{L})`)
const GLUED = lazyPattern(String.raw`^(\p{L}{1,4}?)\.?\p{Lu}\p{Ll}`)
const SHORT_LATIN = lazyPattern(String.raw`^\p{Script=Latin}{1,3}$`)

/** Nobody's aria-label is longer; an element that is was the wrong one. */
const MAX_SHOWN = 400

/**
 * The first number in a text, as a figure with its precision: `1.2K` is `{ value: 1200, step: 100 }` and means
 * [1200, 1300), since sites cut rather than round. Words may stand around it ("1234 Likes. Like",
 * "觀看次數：4.7萬次", `4 "J'aime"`).
 *
 * With a unit word, "." or "," is the decimal sign; without one, a separator before exactly three digits
 * groups. `lang` (the page's, BCP 47) settles what `mil`, `M` and `B` mean and which spaces group.
 * No number, or none that can be read with certainty ("1.2.3.4K", "-5", "4.7", "12 %", "3:45") is `null`, never 0.
 */
export function parseCount(shown: string, lang: string): Count | null {
  const text = asciiDigits(shown.slice(0, MAX_SHOWN))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u093c\u09bc\u0a3c]/g, '')
    .normalize('NFC')
  const base = baseLanguage(lang)
  const space = SPACE_GROUPS.test(base) ? ' ' : ''
  const numbers = space === '' ? NUMBERS() : SPACED_NUMBERS()
  for (const match of text.matchAll(numbers)) {
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + match[0].length)
    if (shown.length > MAX_SHOWN && after === '') return null
    if (before !== '' && IN_WORD().test(before)) continue
    if (/(?:^|[\s(:])[-−–]$/.test(before) || /^\s?[%٪‰]|^[:/]\d/.test(after) || /\d[:/]$/.test(before)) continue
    const unit = unitAt(after, base)
    if (unit === null) continue
    const figure = figureOf(match[0], unit, base)
    if (figure !== undefined) return figure
  }
  return null
}

/** The power of ten the text begins with; 0 for none; null where the number is part of a word ("5h", "12th"). */
function unitAt(after: string, lang: string): number | null {
  if (after === '') return 0
  const [, gap = '', word = '', rest = ''] = UNIT().exec(after) ?? []
  const ideograph = IDEOGRAPHS[word.charAt(0)]
  if (ideograph !== undefined) return ideograph
  const found = powerOf(word, lang)
  if (found !== undefined) {
    // Spanish counts thousands of millions: "12,3 mil M".
    return found === 3 && THOUSANDS_OF_M().test(rest) ? 9 : found
  }
  const thai = /^(?:พัน|หมื่น|แสน|ล้าน)/u.exec(word)?.[0]
  if (thai !== undefined) return UNITS.get(thai) ?? 0
  if (gap !== '' || word === '') return 0
  // "1.2KFollowers": two elements' texts without a space between them.
  const glued = GLUED().exec(word)?.[1]
  const power = glued === undefined ? undefined : powerOf(glued, lang)
  if (power !== undefined) return power
  return SHORT_LATIN().test(word) ? null : 0
}

function powerOf(word: string, lang: string): number | undefined {
  const lower = word.toLowerCase()
  const own = UNITS_OF[lang]?.get(lower) ?? UNITS.get(lower)
  if (own !== undefined || lower.length < 4) return own
  return LONG_UNITS.find(([pattern]) => pattern.test(lower))?.[1]
}

/** `undefined` for a number that is none of ours (a rating such as "4.7"), `null` for one that is malformed. */
function figureOf(digits: string, power: number, lang: string): Count | null | undefined {
  const marks = [...digits.matchAll(/\D/g)]
  const last = marks.at(-1)
  let whole = digits
  let fraction = ''
  if (last) {
    const tail = digits.slice(last.index + 1)
    const once = marks.filter((mark) => mark[0] === last[0]).length === 1
    const localDecimal = COMMA_DECIMAL.test(lang) ? ',' : '.'
    const decimal =
      last[0] === '٫' ||
      (/[.,]/.test(last[0]) &&
        once &&
        (tail.length !== 3 ||
          (power > 0 && last[0] === localDecimal) ||
          (marks.length > 1 && marks[0]?.[0] !== last[0])))
    if (decimal) {
      whole = digits.slice(0, last.index)
      fraction = tail
      if (power === 0) return /\D/.test(whole) ? null : undefined
    }
    if (!isGrouped(whole)) return null
  }
  const plain = whole.replace(/\D/g, '')
  const shift = power - fraction.length
  const value =
    shift >= 0 ? Number(plain + fraction) * 10 ** shift : Math.floor(Number(plain + fraction) / 10 ** -shift)
  return Number.isSafeInteger(value) ? { value, step: 10 ** Math.max(0, shift) } : null
}

/** `1234`, `1.234.567`, `12,34,567` (lakh grouping); not `1.2.3`, `0.123` or `1234.567`. */
function isGrouped(whole: string): boolean {
  const groups = whole.split(/\D/)
  if (groups.length === 1) return true
  if (new Set(whole.match(/\D/g)).size > 1) return false
  const [first = '', ...others] = groups
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    others.at(-1)?.length === 3 &&
    (others.every((group) => group.length === 3) ||
      (first.length < 3 && others.slice(0, -1).every((group) => group.length === 2)))
  )
}

function index(words: Record<number, string>): Map<string, number> {
  return new Map(
    Object.entries(words).flatMap(([power, list]) =>
      list
        .split(/\s+/)
        .map((word) => [word.normalize('NFC').replace(/[\u093c\u09bc\u0a3c]/g, ''), Number(power)] as const),
    ),
  )
}
