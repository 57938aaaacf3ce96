/** Whether a word stands as a label, and whether a sign glued to it hides it (`|ad`, `^ad`, `-ad`). */
export interface LabelPosition {
  readonly label: boolean
  readonly glued: boolean
  /** The span with the brackets around it, the sign that hides it, or the credit that follows it. */
  readonly start: number
  readonly end: number
}

/** What the text around a label must know of brands. Positions are in the text given to `labelPosition`. */
export interface BrandPlaces {
  /** Where a handle or hashtag that ends here begins. */
  readonly before: (end: number) => number | undefined
  /** Whether a brand's name begins here; `loose`: after a link word, where any capital is one. */
  readonly at: (start: number, loose: boolean) => boolean
}

type Side = 'line' | 'open' | 'close' | 'mark' | 'comma' | 'brand' | 'word'

const BLANK = /[^\S\n\r]/
const LINE = /[\n\r\u2028\u2029]/
const DECORATION = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d*~※•●~»«>★☆✓→←▶▷■□◆◇✦✧]/u
const MARK = /[:|.·・/!;。¦।؛]/
const COMMA = ',、،'
const OPEN = '([{<【（「『〈《〔'
const CLOSE = ')]}>】）」』〉》〕'
/** Scripts that set no spaces between words: a space is a delimiter there, and a delimiter needs no space. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** "Self-promotion" in a job application is no label, however it is spaced. */
const NO_LABEL_BEFORE = /自己\s{0,3}$/u
const WORD_CHAR = /[\p{L}\p{M}\p{N}_]/u
const LINK =
  'for|by|with|from|x|w/|av|med|von|mit|fur|durch|avec|pour|par|de|do|con|para|per|por|da|di|com|voor|van|met|door|dla|marki|z|od|af|fra|مع|ل|لـ|لصالح|من|के साथ'
const TOGETHER =
  'in (?:paid )?(?:partnership|collaboration|association|cooperation|kooperation|zusammenarbeit|samenwerking|collaborazione|partnership)|en (?:partenariat|collaboration|colaboracion)|em (?:parceria|colaboracao)|i (?:betalt |betald )?(?:samarbete|samarbejde|samarbeid)|we wspolpracy'
/** "Ad for @brand", "Annons för @brand", "Werbung in Kooperation mit @brand": link words between label and brand. */
const CONNECTOR = new RegExp(`(?:(?:${TOGETHER})\\s{1,3})?(?:${LINK})(?:\\s{1,3}marka)?(?:\\s{1,3}|(?=[@#]))`, 'y')
/** "ad - made with @brand" to the end of the line is one statement. */
const CREDIT = new RegExp(
  `\\s{0,3}[-|:,]?\\s{0,3}(?:made|created|produced|filmed|shot|brought to you|(?:${TOGETHER}))\\s{1,3}(?:${LINK})\\s{1,3}[@#][\\p{L}\\p{M}\\p{N}._]{1,64}(?=\\s*$|\\s*[\\n\\r])`,
  'uy',
)

/**
 * Compliance.md 7.3 step 2: a label word counts in brackets; at the start of the text or of a line when a
 * delimiter, emoji, brand handle or the line's end follows; at the end of a line after a delimiter; and
 * between two delimiters. A brand's handle before it counts with it. `text` is normalised and without
 * accents. Looks only at the gaps beside the word.
 */
export function labelPosition(text: string, start: number, end: number, brands: BrandPlaces): LabelPosition {
  const touching = text.charAt(start - 1)
  // "|ad" hides the word; "-Werbung-" frames it.
  const framed = touching === text.charAt(end)
  const glued = '|^-'.includes(touching) && touching !== '' && !framed && !WORD_CHAR.test(text.charAt(start - 2))
  const left = leftSide(text, start, brands)
  const right = rightSide(text, end, brands)
  const follows = right === 'line' || right === 'mark' || right === 'brand'
  const label =
    (left === 'open' && right !== 'word') ||
    (left === 'line' && (follows || right === 'comma' || right === 'close')) ||
    (left === 'mark' && follows) ||
    (left === 'brand' && (right === 'line' || right === 'mark')) ||
    (left === 'comma' && (right === 'line' || right === 'brand'))
  const bracketed = OPEN.includes(touching) && touching !== '' && CLOSE.includes(text.charAt(end)) && end < text.length
  if (bracketed) return { label, glued, start: start - 1, end: end + 1 }
  CREDIT.lastIndex = end
  const credit = label ? (CREDIT.exec(text)?.[0].length ?? 0) : 0
  return { label, glued, start: glued ? start - 1 : start, end: end + credit }
}

function leftSide(text: string, start: number, brands: BrandPlaces): Side {
  let decorated = false
  let spaced = false
  for (let at = start - 1; at >= 0; at--) {
    const char = charBefore(text, at + 1)
    if (spaced && UNSPACED.test(char)) return NO_LABEL_BEFORE.test(text.slice(at - 4, start)) ? 'word' : 'mark'
    if (spaced && WORD_CHAR.test(char)) {
      const handle = brands.before(at + 1)
      if (handle !== undefined && ['line', 'mark'].includes(besideHandle(text, handle))) return 'brand'
    }
    at -= char.length - 1
    if (LINE.test(char)) return 'line'
    if (BLANK.test(char)) spaced = true
    else if (DECORATION.test(char)) decorated = true
    else if (OPEN.includes(char)) return 'open'
    else if (COMMA.includes(char)) return 'comma'
    // A dash counts as a delimiter when it stands free; "non-ad" is one word.
    else if (char === '-') return spaced || !WORD_CHAR.test(text.charAt(at - 1)) ? 'mark' : 'word'
    else if (MARK.test(char) || char === '^' || char === '?' || CLOSE.includes(char)) return 'mark'
    else return decorated ? 'mark' : 'word'
  }
  return 'line'
}

/** What stands before a handle; looks at the one character, so that rows of handles cost no more. */
function besideHandle(text: string, start: number): Side {
  let at = start - 1
  while (at >= 0 && at > start - 4 && BLANK.test(text.charAt(at))) at--
  const char = charBefore(text, at + 1)
  if (at < 0 || LINE.test(char)) return 'line'
  return MARK.test(char) || DECORATION.test(char) ? 'mark' : 'word'
}

function rightSide(text: string, end: number, brands: BrandPlaces): Side {
  let spaced = false
  for (let at = end; at < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (LINE.test(char)) return 'line'
    if (DECORATION.test(char)) return 'mark'
    if (CLOSE.includes(char)) return 'close'
    if (COMMA.includes(char)) return 'comma'
    if (char === '@' || char === '#') return WORD_CHAR.test(text.charAt(at + 1)) ? 'brand' : 'word'
    // "ad-free", "ad.js": nothing between means one word; "ad/gifted" is two.
    if (char === '-') return spaced || !WORD_CHAR.test(text.charAt(at + 1)) ? 'mark' : 'word'
    if (MARK.test(char)) {
      const next = text.charAt(at + 1)
      return spaced || !WORD_CHAR.test(next) || ':|/。।'.includes(char) || UNSPACED.test(next) ? 'mark' : 'word'
    }
    if (OPEN.includes(char)) return 'mark'
    if (!BLANK.test(char)) {
      if (!spaced) return 'word'
      if (UNSPACED.test(char)) return 'mark'
      if (brands.at(at, false)) return 'brand'
      CONNECTOR.lastIndex = at
      const link = CONNECTOR.exec(text)
      return link && brands.at(at + link[0].length, true) ? 'brand' : 'word'
    }
    spaced = true
    at += char.length
  }
  return 'line'
}

/** The character, whole where it is a surrogate pair, that ends before `end`. */
function charBefore(text: string, end: number): string {
  const low = text.charCodeAt(end - 1)
  const high = text.charCodeAt(end - 2)
  const pair = low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff
  return text.slice(pair ? end - 2 : end - 1, end)
}
