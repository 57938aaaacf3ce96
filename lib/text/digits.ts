/** The zero of each decimal digit block a site's interface may print in; the nine others follow it. */
const ZEROS = '٠۰०০੦૦୦௦౦೦൦๐໐༠၀០０'.split('')

/** Digits of any script as `0` to `9`; everything else stays as it is, at the same index. */
export function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((z) => code - z.charCodeAt(0) >= 0 && code - z.charCodeAt(0) < 10)
    return zero === undefined ? digit : String(code - zero.charCodeAt(0))
  })
}

/** The language without region or script: `pt-BR` is `pt`, Norwegian is `nb`. */
export function baseLanguage(lang: string): string {
  const base = lang.toLowerCase().split(/[-_]/)[0] ?? ''
  return base === 'no' || base === 'nn' ? 'nb' : base === 'in' ? 'id' : base === 'iw' ? 'he' : base
}
