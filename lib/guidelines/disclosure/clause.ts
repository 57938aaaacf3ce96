import type { Span } from '../../text/normalise.ts'

/** Longest piece quoted on either side of the words that disclose. */
const REACH = 160
const EMOJI = /\p{Extended_Pictographic}/u
const ENDS = ',;:!?|—–\n\r()[]{}"“”。、！？，：；｜「」『』【】（）،؛؟।·'

/**
 * The clause around a phrase, for quoting: "PeakFuel sent me this whole box for free". Bounded by
 * punctuation, dashes, emoji and line ends. With `nameOnly` it ends after the brand's name that follows:
 * "Sponsored by @peakfuel". `text` and span are the original's.
 */
export function clauseAround(text: string, span: Span, nameOnly: boolean): Span {
  let start = span.start
  for (let at = span.start - 1; at >= Math.max(0, span.start - REACH); at--) {
    if (isBoundary(text, at)) break
    if (!/\s/.test(text.charAt(at)) && !isHalf(text, at)) start = at
  }
  if (nameOnly) return { start, end: nameEnd(text, span.end) }
  let end = span.end
  for (let at = span.end; at < Math.min(text.length, span.end + REACH); at++) {
    if (isBoundary(text, at)) break
    if (!/\s/.test(text.charAt(at)) && !isHalf(text, at + 1)) end = at + 1
  }
  return { start, end }
}

/** Where the brand's name after `at` ends: a handle, a hashtag, or up to four capitalised words; else `at`. */
function nameEnd(text: string, at: number): number {
  const rest = text.slice(at, at + REACH)
  const handle = /^\s*(?:the\s)?[@#＠＃][\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?/u.exec(rest)
  if (handle) return at + handle[0].length
  const name = /^\s+(?:the\s)?\p{Lu}[\p{L}\p{M}\p{N}'’&]*(?: (?:\p{Lu}[\p{L}\p{M}\p{N}'’&]*|&)){0,3}/u.exec(rest)
  if (name) return at + name[0].replace(/['’]s$/, '').length
  const word = /^\s+[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/u.exec(rest)
  return word ? at + word[0].length : at
}

function isBoundary(text: string, at: number): boolean {
  const char = text.charAt(at)
  if (ENDS.includes(char)) return true
  if (char === '.' || char === '…') return /^\s|^$/.test(text.charAt(at + 1))
  if (char === '-') return /\s/.test(text.charAt(at - 1)) && /\s/.test(text.charAt(at + 1))
  const code = text.charCodeAt(at)
  if (code < 0x2000) return false
  const whole =
    code >= 0xdc00 && code <= 0xdfff ? text.slice(at - 1, at + 1) : String.fromCodePoint(text.codePointAt(at) ?? 0)
  return EMOJI.test(whole)
}

/** Between the two halves of a surrogate pair. */
function isHalf(text: string, at: number): boolean {
  const low = text.charCodeAt(at)
  const high = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff
}
