import { lazyPattern } from './lazy-pattern.ts'

const DIGIT = lazyPattern(String.raw`\p{Nd}`)
const OTHER_DIGITS = lazyPattern(String.raw`(?![0-9])\p{Nd}`, 'gu')
const BEYOND_ASCII = /[^\0-\x7f]/

/** Whether a digit of any script is in the text. */
export const hasDigit = (text: string): boolean => /\d/.test(text) || (BEYOND_ASCII.test(text) && DIGIT().test(text))

/**
 * Digits of any script of the Basic Multilingual Plane as `0` to `9`; everything else stays as it is, at the same
 * index. Ten digits stand in a row there from a code that ends in 0 or in 6 (Unicode 17, DerivedNumericType.txt).
 */
export function asciiDigits(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text
  return text.replace(OTHER_DIGITS(), (digit) => {
    const code = digit.charCodeAt(0)
    const place = code & 15
    if (digit.length > 1) return digit
    return String(DIGIT().test(String.fromCharCode(code - place)) ? place : place - 6)
  })
}

/** The language without region or script: `pt-BR` is `pt`, Norwegian is `nb`. */
export function baseLanguage(lang: string): string {
  const base = lang.toLowerCase().split(/[-_]/)[0] ?? ''
  return base === 'no' || base === 'nn' ? 'nb' : base === 'in' ? 'id' : base === 'iw' ? 'he' : base
}
