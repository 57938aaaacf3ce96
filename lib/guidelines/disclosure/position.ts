import type { Normalised } from '../../text/normalise.ts'

/** Whether a word stands as a label, and whether a sign glued to it hides it (`|ad`, `^ad`, `-ad`). */
export interface LabelPosition {
  readonly label: boolean
  readonly glued: boolean
  /** The span with the brackets around it, or the sign that hides it. */
  readonly start: number
  readonly end: number
}

type Side = 'line' | 'open' | 'close' | 'mark' | 'comma' | 'brand' | 'word'

const BLANK = /[^\S\n\r]/
const LINE = /[\n\r\u2028\u2029]/
const DECORATION = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d*•●~»«>★☆✓→←]/u
const MARK = /[:|.·/!;]/
const OPEN = '([{【（「'
const CLOSE = ')]}】）」'
/** "Ad for @brand", "Annons för @brand": a short link word between label and brand. */
const CONNECTOR = /(?:for|by|with|from|x|w\/|för|av|med|von|mit|für|avec|pour|con|para|per|voor|van|dla) ?(?=[@#])/y
const WORD_CHAR = /[\p{L}\p{M}\p{N}_]/u

/**
 * Compliance.md 7.3 step 2: a label word counts in brackets; at the start of the text or of a line when a
 * delimiter, emoji, brand handle or the line's end follows; at the end of a line after a delimiter; and
 * between two delimiters. Positions are in the normalised text. Looks only at the gaps beside the word.
 */
export function labelPosition(normalised: Normalised, start: number, end: number): LabelPosition {
  const { text } = normalised
  const touching = text.charAt(start - 1)
  const beforeThat = text.charAt(start - 2)
  const glued = '|^-'.includes(touching) && touching !== '' && !WORD_CHAR.test(beforeThat)
  const left = leftSide(normalised, start)
  const right = rightSide(normalised, end)
  const follows = right === 'line' || right === 'mark' || right === 'brand'
  const label =
    (left === 'open' && right !== 'word') ||
    (left === 'line' && (follows || right === 'comma')) ||
    (left === 'mark' && follows) ||
    (left === 'comma' && (right === 'line' || right === 'brand'))
  const bracketed = OPEN.includes(touching) && touching !== '' && CLOSE.includes(text.charAt(end)) && end < text.length
  return { label, glued, start: bracketed || glued ? start - 1 : start, end: bracketed ? end + 1 : end }
}

function leftSide({ text }: Normalised, start: number): Side {
  let decorated = false
  let spaced = false
  for (let at = start - 1; at >= 0; at--) {
    const char = charBefore(text, at + 1)
    at -= char.length - 1
    if (LINE.test(char)) return 'line'
    if (BLANK.test(char)) spaced = true
    else if (DECORATION.test(char)) decorated = true
    else if (OPEN.includes(char)) return 'open'
    else if (char === ',') return 'comma'
    // A dash counts as a delimiter when it stands free; "non-ad" is one word.
    else if (char === '-') return spaced || !WORD_CHAR.test(text.charAt(at - 1)) ? 'mark' : 'word'
    else if (MARK.test(char) || char === '^' || char === '?' || CLOSE.includes(char)) return 'mark'
    else return decorated ? 'mark' : 'word'
  }
  return 'line'
}

function rightSide({ text }: Normalised, end: number): Side {
  let spaced = false
  for (let at = end; at < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (LINE.test(char)) return 'line'
    if (DECORATION.test(char)) return 'mark'
    if (CLOSE.includes(char)) return 'close'
    if (char === ',') return 'comma'
    if (char === '@' || char === '#') return WORD_CHAR.test(text.charAt(at + 1)) ? 'brand' : 'word'
    // "ad-free", "ad.js": nothing between means one word.
    if (char === '-') return spaced || !WORD_CHAR.test(text.charAt(at + 1)) ? 'mark' : 'word'
    if (MARK.test(char)) return spaced || !WORD_CHAR.test(text.charAt(at + 1)) || char === '|' ? 'mark' : 'word'
    if (OPEN.includes(char)) return 'mark'
    if (!BLANK.test(char)) {
      CONNECTOR.lastIndex = at
      return spaced && CONNECTOR.test(text) ? 'brand' : 'word'
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
