/**
 * Digits of any script of the Basic Multilingual Plane as `0` to `9`; everything else stays as it is, at the same
 * index. Ten digits stand in a row there from a code that ends in 0 or in 6 (Unicode 17, DerivedNumericType.txt).
 */
export function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0)
    const place = code & 15
    if (digit.length > 1) return digit
    return String(/\p{Nd}/u.test(String.fromCharCode(code - place)) ? place : place - 6)
  })
}

/** The language without region or script: `pt-BR` is `pt`, Norwegian is `nb`. */
export function baseLanguage(lang: string): string {
  const base = lang.toLowerCase().split(/[-_]/)[0] ?? ''
  return base === 'no' || base === 'nn' ? 'nb' : base === 'in' ? 'id' : base === 'iw' ? 'he' : base
}
