/**
 * Text as the checks compare it, with the way back to the text as it was written (compliance.md 7.2).
 *
 * Every UTF-16 unit of `text` remembers which characters of `source` it came from, so that any span found
 * in `text` is an exact slice of `source`. Work is linear in the length of the source.
 */
export interface Normalised {
  readonly source: string
  readonly text: string
  /** Per unit of `text`: where its character begins and ends in `source`. Both never decrease. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Per unit of `text`: `form` bits telling how it was written. */
  readonly forms: readonly number[]
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** How a character was written when it was not written plainly. */
export const form = {
  /** Full-width, mathematical, circled: reads like the plain letter. */
  compat: 1,
  /** Superscript or small capitals. */
  tiny: 2,
  /** Squared or filled-circle letters, which read as decoration. */
  squared: 4,
  /** A letter of another script that looks the same. */
  lookAlike: 8,
  /** An invisible character stands inside the span. */
  zeroWidth: 16,
} as const

interface Options {
  /** BCP 47 language of the text; decides how Turkish and Azerbaijani are lower-cased. */
  readonly lang?: string | null
  /** Read Cyrillic and Greek look-alikes as Latin where the word mixes scripts or the text is Latin. */
  readonly lookAlikes?: boolean
}

/** Marks taken with one base character: Unicode's stream-safe limit, and what keeps hostile input linear. */
const MAX_MARKS = 30
const MARK = /^\p{M}$/u
const DOTTED_I = /i̇/g
const TURKIC = /^(?:tr|az)\b/i

const SMALL_CAPITALS = new Map(Object.entries(pairs('ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz')))

/** Characters that take no room: soft hyphen, joiners, zero-width, bidi controls, variation selectors, tags. */
export function isInvisible(code: number): boolean {
  if (code < 0xad) return false
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    (code >= 0x180b && code <= 0x180f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0000 && code <= 0xe01ef)
  )
}

/**
 * Strips invisible characters, applies NFKC character by character, makes quotes and dashes plain and
 * lower-cases. Never throws; lone surrogates stay as they are.
 */
export function normalise(source: string, options: Options = {}): Normalised {
  const locale = TURKIC.exec(options.lang ?? '')?.[0].toLowerCase()
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const forms: number[] = []
  const emit = (text: string, start: number, end: number, bits: number): void => {
    parts.push(text)
    for (let i = 0; i < text.length; i++) {
      starts.push(start)
      ends.push(end)
      forms.push(bits)
    }
  }
  let at = 0
  while (at < source.length) {
    const code = source.codePointAt(at) ?? 0
    let end = at + (code > 0xffff ? 2 : 1)
    if (isInvisible(code)) {
      at = end
      continue
    }
    const plain = plainEnd(source, at)
    if (plain > at) {
      const run = source.slice(at, plain)
      parts.push(locale === undefined ? run.toLowerCase() : run.toLocaleLowerCase(locale))
      for (; at < plain; at++) {
        starts.push(at)
        ends.push(at + 1)
        forms.push(0)
      }
      continue
    }
    end = clusterEnd(source, end, code)
    const cluster = source.slice(at, end)
    const [read, bits] = plainForm(cluster, code)
    const lower = (locale === undefined ? read.toLowerCase() : read.toLocaleLowerCase(locale))
      .replace(DOTTED_I, 'i')
      .replaceAll('ς', 'σ')
    emit(lower, at, end, bits)
    at = end
  }
  const text = parts.join('')
  const normalised = { source, text, starts, ends, forms }
  return options.lookAlikes === true ? foldLookAlikes(normalised) : normalised
}

/** The slice of `source` that a span of `text` came from. An empty span stays empty. */
export function sourceSpan(normalised: Normalised, start: number, end: number): Span {
  const from = normalised.starts[start] ?? normalised.source.length
  if (end <= start) return { start: from, end: from }
  return { start: from, end: normalised.ends[end - 1] ?? normalised.source.length }
}

/** The first unit of `text` that does not lie wholly before `index` of `source`. */
export function positionOf(normalised: Normalised, index: number): number {
  let low = 0
  let high = normalised.ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((normalised.ends[middle] ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return low
}

/** The `form` bits of everything inside a span of `text`, `zeroWidth` included. */
export function formsIn(normalised: Normalised, start: number, end: number): number {
  let bits = 0
  for (let i = start; i < end; i++) {
    bits |= normalised.forms[i] ?? 0
    // A gap between two neighbours is what was stripped. Emoji selectors are everyday, so letters only.
    if (i > start && (normalised.starts[i] ?? 0) > (normalised.ends[i - 1] ?? 0)) {
      const stripped = normalised.source.charCodeAt(normalised.ends[i - 1] ?? 0)
      if (stripped < 0xfe00 || stripped > 0xfe0f) bits |= form.zeroWidth
    }
  }
  return bits
}

/** The end of the ASCII characters from `at` that carry no mark: they stand for themselves. */
function plainEnd(source: string, at: number): number {
  let end = at
  while (source.charCodeAt(end) < 0x80) end++
  return source.charCodeAt(end) >= 0x300 && end > at ? end - 1 : end
}

/** Takes the combining marks (and Hangul vowels and tails) that belong to the character before `end`. */
function clusterEnd(source: string, end: number, base: number): number {
  const jamo = base >= 0x1100 && base <= 0x115f
  const kana = base >= 0xff66 && base <= 0xff9d
  for (let marks = 0; marks < MAX_MARKS && end < source.length; marks++) {
    const code = source.codePointAt(end) ?? 0
    const joins =
      (jamo && code >= 0x1160 && code <= 0x11ff) ||
      // The voicing marks of half-width kana are letters to Unicode.
      (kana && (code === 0xff9e || code === 0xff9f)) ||
      (code >= 0x300 && MARK.test(String.fromCodePoint(code)))
    if (!joins || isInvisible(code)) break
    end += code > 0xffff ? 2 : 1
  }
  return end
}

/** Acute accent, prime and modifier letters written for an apostrophe. */
const APOSTROPHES: ReadonlySet<number> = new Set([0xb4, 0x2b9, 0x2bb, 0x2bc, 0x2032])

function plainForm(cluster: string, code: number): [string, number] {
  const square = squaredLetter(code)
  if (square !== null) return [square, form.squared]
  const small = SMALL_CAPITALS.get(cluster)
  if (small !== undefined) return [small, form.tiny]
  // Trade marks would grow letters onto the word before them ("Acme™" is not "acmetm").
  if (code === 0x2122 || code === 0x2120) return [cluster, 0]
  // Blank letters, with which people keep lines apart.
  if (code === 0x2800 || code === 0x3164 || code === 0xffa0) return [' ', 0]
  if ((code >= 0x2018 && code <= 0x201b) || APOSTROPHES.has(code)) return ["'", 0]
  if (code >= 0x201c && code <= 0x201f) return ['"', 0]
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58) return ['-', 0]
  const composed = cluster.normalize('NFC')
  const compatible = cluster.normalize('NFKC')
  if (composed === compatible) return [compatible, 0]
  return [compatible, isTiny(code) ? form.tiny : form.compat]
}

/** Squared 🄰, filled squared 🅰 and filled circled 🅐 letters; NFKC leaves the filled ones alone. */
function squaredLetter(code: number): string | null {
  for (const first of [0x1f130, 0x1f150, 0x1f170]) {
    if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first)
  }
  return null
}

/** Superscript and subscript letters and digits. */
function isTiny(code: number): boolean {
  return (
    code === 0xaa ||
    code === 0xba ||
    (code >= 0x2b0 && code <= 0x2b8) ||
    (code >= 0x2e0 && code <= 0x2e4) ||
    (code >= 0x1d2c && code <= 0x1d6a) ||
    (code >= 0x1d9b && code <= 0x1dbf) ||
    (code >= 0x2070 && code <= 0x209c)
  )
}

/**
 * Lower-case letters of other scripts that look like a Latin one; capitals that do only as capitals, with the
 * Cherokee and Canadian letters of "fancy text" generators; and letters that do where a word mixes scripts.
 */
const LOOK_ALIKES = new Map(
  Object.entries(pairs('аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlүyѵvαaοoνvρpιiκkυuχxεeɑaɡgոnօoսuհhցgզq')),
)
const CAPITAL_LOOK_ALIKES = new Map(
  Object.entries(
    pairs(
      'АaВbЕeКkМmНhОoРpСcТtУyХxІiЈjЅsԌgԚqԜwΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxՕoՍuՏsᎪaᏴbᏟcᎠdᎬeᏀgᎻhᎫjᏦkᏞlᎷmᏢpᎡrᏚsᎢtᏙvᎳwᏃzᗩaᗷbᑕcᗪdᗴeᖴfᕼhᒍjᒪlᗰmᑭpᖇrᑌuᐯv᙭x',
    ),
  ),
)
const MIXED_LOOK_ALIKES = new Map(Object.entries(pairs('вbкkмmнhтtгrпnиuτtηnωwγyσo')))
const FOREIGN = /[\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u0251\u0261\u13a0-\u13ff\uab70-\uabbf\u1400-\u167f]/
const WORD = /[\p{L}\p{M}\p{N}_]+/gu
const LETTER = /\p{L}/u
const LATIN = /\p{Script=Latin}/u
const LATIN_LETTERS = /\p{Script=Latin}/gu
const LETTERS = /\p{L}/gu

function pairs(text: string): Record<string, string> {
  const result: Record<string, string> = {}
  for (let i = 0; i + 1 < text.length; i += 2) result[text.charAt(i)] = text.charAt(i + 1)
  return result
}

function foldLookAlikes(normalised: Normalised): Normalised {
  if (!FOREIGN.test(normalised.text)) return normalised
  const latin = normalised.text.match(LATIN_LETTERS)?.length ?? 0
  const letters = normalised.text.match(LETTERS)?.length ?? 0
  const latinText = latin >= 0.8 * letters
  const forms = [...normalised.forms]
  const text = normalised.text.replace(WORD, (word, offset: number) => {
    if (!FOREIGN.test(word)) return word
    const mixed = LATIN.test(word)
    if (!mixed && !latinText) return word
    let folded = ''
    for (let i = 0; i < word.length; i++) {
      const char = word.charAt(i)
      const written = normalised.source.charAt(normalised.starts[offset + i] ?? 0)
      const twin =
        CAPITAL_LOOK_ALIKES.get(written) ?? LOOK_ALIKES.get(char) ?? (mixed ? MIXED_LOOK_ALIKES.get(char) : undefined)
      // One letter that looks like nothing Latin: this is a word of its own language, leave it.
      if (twin === undefined && LETTER.test(char) && !LATIN.test(char)) return word
      folded += twin ?? char
    }
    for (let i = 0; i < word.length; i++) {
      if (folded[i] !== word[i]) forms[offset + i] = (forms[offset + i] ?? 0) | form.lookAlike
    }
    return folded
  })
  return { ...normalised, text, forms }
}
