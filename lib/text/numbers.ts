import type { Span } from './normalise.ts'
import { unitOf } from './units.ts'
import type { Unit } from './units.ts'

/** A number with the unit beside it. Its span is in the normalised text. */
export interface Quantity extends Span {
  /** The number as written, with its own span. */
  readonly number: Span
  readonly value: number
  readonly unit: Unit | null
  /** It is written in words. */
  readonly spelled: boolean
}

const SMALL: Readonly<Record<string, string>> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  de: 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  es: 'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
  it: 'zero un due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
  pt: 'zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte',
  nl: 'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
  sv: 'noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo',
  da: 'nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve',
  pl: 'zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia',
  tr: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz on',
}
const TENS: Readonly<Record<string, string>> = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  fr: 'vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix',
  es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  it: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  pt: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  nl: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  sv: 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio',
  da: 'tyve tredive fyrre halvtreds tres halvfjerds firs halvfems',
  pl: 'dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
  tr: 'yirmi otuz kırk elli altmış yetmiş seksen doksan',
}
const LARGE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  hundert: 100,
  cent: 100,
  cien: 100,
  ciento: 100,
  cento: 100,
  cem: 100,
  honderd: 100,
  hundra: 100,
  hundrede: 100,
  sto: 100,
  yüz: 100,
  mille: 1_000,
  mil: 1_000,
  tausend: 1_000,
  duizend: 1_000,
  bin: 1_000,
}

/** One word for one number: "twenty-four", "vierundzwanzig", "ventiquattro", "vinte e quatro" by its parts. */
const WORDS = numberWords()

function numberWords(): Map<string, number> {
  const words = new Map<string, number>(Object.entries(LARGE))
  for (const [lang, list] of Object.entries(SMALL)) {
    const small = list.split(' ')
    const tens = TENS[lang]?.split(' ') ?? []
    for (const [value, word] of small.entries()) words.set(word, value)
    for (const [index, ten] of tens.entries()) {
      const base = (index + 2) * 10
      words.set(ten, base)
      for (let unit = 1; unit < 10; unit++) {
        const one = small[unit] ?? ''
        const stem = /[aeiou]$/.test(ten) && /^[uo]/.test(one) ? ten.slice(0, -1) : ten
        for (const whole of [`${ten}-${one}`, `${one}und${ten}`, `${one}en${ten}`, `${one}ën${ten}`, stem + one])
          words.set(whole, base + unit)
      }
    }
  }
  // "veintiséis", "veintidós": Spanish twenties are one word.
  for (const [i, one] of 'uno dós trés cuatro cinco séis siete ocho nueve'.split(' ').entries()) {
    words.set(`veinti${one}`, 21 + i)
    words.set(`veinti${one.normalize('NFD').replace(/\p{M}/gu, '')}`, 21 + i)
  }
  return words
}

/** "One" and "a" are articles as often as numbers: they count only before a unit. */
const NUMBER =
  /(?<![\p{Script=Latin}\p{N}])(?:(?:[$€£¥₹₺₩]|us\$|spf|lsf)\s?)?\p{Nd}{1,15}(?:[.,' ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,]\p{Nd}{1,6})?(?:k(?![\p{L}\p{N}]))?|[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu
/** A unit after its number: glued, spaced, hyphenated. */
const UNIT_AFTER = /^[\s-]?(fl\.?\s?oz|[%€$£¥₹₺₩]|zł|[\p{L}\p{M}]+)\.?/u

/** Numbers in the normalised text with their units, in order; "twenty-four hours", "24h", "24-hour", "$20". */
export function findQuantities(text: string, tokens: readonly TaggedToken[] = []): Quantity[] {
  const inTags = tokens.flatMap(({ text: word, start, tag }) =>
    tag !== null && /^\p{Nd}+\p{L}/u.test(word) ? quantitiesIn(word).map((one) => shifted(one, start)) : [],
  )
  if (inTags.length === 0) return quantitiesIn(text)
  const starts = new Set(inTags.map(({ start }) => start))
  return [...inTags, ...quantitiesIn(text).filter(({ start }) => !starts.has(start))].toSorted(
    (a, b) => a.start - b.start,
  )
}

/** A word with the hashtag it is written in: `#24hHydration` parts where the letters alone do not. */
interface TaggedToken extends Span {
  readonly text: string
  readonly tag: number | null
}

function shifted({ start, end, number, ...rest }: Quantity, by: number): Quantity {
  return { start: start + by, end: end + by, number: { start: number.start + by, end: number.end + by }, ...rest }
}

function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(NUMBER)) {
    const raw = match[0]
    const start = match.index
    if (/\p{Nd}/u.test(raw)) found.push(inDigits(text, raw, start))
    else {
      const previous = found.at(-1)
      const value = WORDS.get(raw)
      if (value === undefined) continue
      // "two hundred", "vinte e quatro", "sixty four".
      const gap = previous ? text.slice(previous.number.end, start) : ''
      const joins = previous?.spelled === true && previous.unit === null && /^(?:\s|-|\s(?:and|e|y|et)\s)$/.test(gap)
      if (previous && joins) {
        const total = combine(previous.value, value)
        if (total !== null) {
          found[found.length - 1] = withUnit(text, { start: previous.start, end: start + raw.length }, total, true)
          continue
        }
      }
      found.push(withUnit(text, { start, end: start + raw.length }, value, true))
    }
  }
  return found.filter(({ spelled, value, unit }) => !spelled || value > 1 || unit !== null)
}

function combine(before: number, after: number): number | null {
  if (after === 100 || after === 1_000) return before < after ? Math.max(before, 1) * after : null
  if (before % 100 === 0 && before > 0 && after < 100) return before + after
  return before >= 20 && before < 100 && before % 10 === 0 && after > 0 && after < 10 ? before + after : null
}

function inDigits(text: string, raw: string, start: number): Quantity {
  const sign = /^(?:us\$|spf|lsf|[$€£¥₹₺₩])/.exec(raw)?.[0]
  const digits = raw.slice(sign?.length ?? 0).trim()
  const at = start + raw.length - digits.length
  const value = valueOf(digits)
  const number = { start: at, end: start + raw.length }
  if (sign === undefined) return withUnit(text, number, value, false)
  return { start, end: number.end, number, value, unit: unitOf(sign), spelled: false }
}

/** "1,500" and "1.500" are thousands, "1,5" and "1.5" are not. */
function valueOf(digits: string): number {
  const thousands = digits.endsWith('k') ? 1_000 : 1
  const latin = latinDigits(digits.replace(/k$/, ''))
  const plain = (/^0[.,]/.test(latin) ? latin : latin.replace(/[.,' ](?=\d{3}(?:\D|$))/g, '')).replace(',', '.')
  return Number(plain) * thousands
}

/** Digits of other scripts have the same values in the same order. */
function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit < '۰' ? 0x660 : digit < '०' ? 0x6f0 : 0x966)) % 10),
  )
}

function withUnit(text: string, number: Span, value: number, spelled: boolean): Quantity {
  const match = UNIT_AFTER.exec(text.slice(number.end, number.end + 24))
  const word = match?.[1]?.replace(/[.\s]/g, '') ?? ''
  const [unit, length] = wordUnit(word)
  if (!match || unit === null) return { ...number, number, value, unit: null, spelled }
  const dotted = match[0].endsWith('.') && !/^(?:std|fl)/.test(word)
  const end = number.end + match[0].length - (dotted ? 1 : 0) - (word.length - length)
  return { start: number.start, end, number, value, unit, spelled }
}

/** The unit a word is, or begins with where no space sets words apart; and how much of the word it takes. */
function wordUnit(word: string): [Unit | null, number] {
  const whole = unitOf(word)
  if (whole !== null || !/[\p{Script=Han}\p{Script=Hangul}]/u.test(word)) return [whole, word.length]
  for (let length = Math.min(4, word.length); length > 0; length--) {
    const unit = unitOf(word.slice(0, length))
    if (unit !== null) return [unit, length]
  }
  return [null, word.length]
}

/** Whether two quantities measure the same kind of thing. */
export function sameDimension(a: Unit | null, b: Unit | null): boolean {
  return (a?.dimension ?? null) === (b?.dimension ?? null)
}

/** In the base unit of its dimension. */
export function amountOf({ value, unit }: Pick<Quantity, 'value' | 'unit'>): number {
  return value * (unit?.factor ?? 1)
}

/** Equal but for rounding in a conversion: 1 % of the larger. */
export function sameAmount(a: Pick<Quantity, 'value' | 'unit'>, b: Pick<Quantity, 'value' | 'unit'>): boolean {
  if (!sameDimension(a.unit, b.unit)) return false
  const [x, y] = [amountOf(a), amountOf(b)]
  const exact = (a.unit?.factor ?? 1) === (b.unit?.factor ?? 1)
  return exact ? Math.abs(x - y) < 1e-9 : Math.abs(x - y) <= 0.01 * Math.max(Math.abs(x), Math.abs(y))
}
