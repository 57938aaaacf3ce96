/** A passage of an agreement: where it stands, and the headings above it. Offsets are UTF-16 code units of the text. */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly heading: string
  /** Whether it says what words mean, rather than what is to be done. */
  readonly isDefinition: boolean
}

/** Longest passage looked at as one; a longer line is cut, so that no pattern ever sees more. */
const LONGEST = 4_000
const NUMBERED =
  /^\s{0,20}(?:(?:article|section|clause|§)\s{0,3}[\divxlc]{1,6}(?:\.\d{1,3}){0,3}|\d{1,3}(?:\.\d{1,3}){1,4}[.):]?|\d{1,3}[.):]|\(?[a-z]{1,4}[.)]|\([ivxlc\d]{1,5}\)|[-–—•*▪‣○])[\s.:)–—-]/iu
const NUMBER_ONLY = /^\s{0,20}(?:(?:article|section|clause|§)\s{0,3})?[\divxlc]{1,6}(?:\.\d{1,3}){0,3}[.):]?\s{0,5}$/iu
const DEFINING =
  /^[\s"“”'‘’(\divxa-z.)]{0,30}["“][^"“”\n]{1,60}["”]\s{0,3}(?:\([^)\n]{0,40}\)\s{0,3})?(?:means|shall mean|refers? to|is defined)\b/iu
const DEFINITIONS = /\b(?:definitions?|interpretation|meaning of terms|defined terms)\b/iu
const RECITAL = /^\s{0,20}(?:\([a-z\d]{1,3}\)\s{0,3})?whereas\b/iu

/**
 * Cuts an agreement into passages: numbered items, list items and paragraphs; lines that a paste has wrapped are one.
 * Linear: each line is looked at once, by patterns whose repetitions are bounded.
 */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let heading = ''
  let open: { start: number; end: number } | null = null
  let defining = false
  const close = () => {
    if (open === null) return
    const { start, end } = trimmed(text, open.start, open.end)
    if (end > start) {
      const own = text.slice(start, Math.min(end, start + 200))
      units.push({ start, end, heading, isDefinition: defining || DEFINING.test(own) || RECITAL.test(own) })
    }
    open = null
  }
  let at = 0
  while (at <= text.length) {
    const found = text.indexOf('\n', at)
    const lineEnd = found === -1 ? text.length : found
    const line = text.slice(at, Math.min(lineEnd, at + 300))
    if (line.trim() === '') close()
    else if (isHeading(line, lineEnd - at) && nextLine(text, lineEnd) !== '') {
      close()
      heading = NUMBER_ONLY.test(line) ? '' : line.trim()
      defining = DEFINITIONS.test(heading)
    } else {
      const isNew = open === null || NUMBERED.test(line) || lineEnd - open.start > LONGEST
      if (isNew) close()
      let start: number = open?.start ?? at
      while (lineEnd - start > LONGEST) {
        const cut = text.lastIndexOf(' ', start + LONGEST)
        const to = cut > start + LONGEST / 2 ? cut : start + LONGEST
        open = { start, end: to }
        close()
        start = to
      }
      open = { start, end: lineEnd }
    }
    at = lineEnd + 1
  }
  close()
  return units
}

function nextLine(text: string, from: number): string {
  const rest = text.slice(from + 1, from + 301)
  return rest.split('\n').find((line) => line.trim() !== '') ?? ''
}

/** Short, no sentence, and followed by something: "5. Exclusivity", "ARTICLE 7 – PAYMENT", "Payment terms:". */
function isHeading(line: string, length: number): boolean {
  const words = line.trim()
  if (length > 120 || /^[-–—•*▪‣○]/u.test(words)) return false
  const bare = words.replace(NUMBERED, '').trim()
  if (NUMBER_ONLY.test(words)) return true
  if (/[.;,!?]$/u.test(bare) || bare === '') return false
  if (/\b(?:shall|must|will|may|agrees?|means|is|are|please)\b/iu.test(bare) && !/^[^a-z]+$/u.test(bare)) return false
  const count = bare.split(/\s+/u).length
  if (count > 10) return false
  const isLoud = /\p{Lu}{3}/u.test(bare) && !/\p{Ll}/u.test(bare)
  return isLoud || bare.endsWith(':') || (NUMBERED.test(line) ? count <= 9 : count <= 6 && /^\p{Lu}/u.test(bare))
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to]
  while (start < end && /\s/u.test(text.charAt(start))) start++
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** No full stop ends a sentence after these. */
const SHORT =
  /(?:\b(?:e\.g|i\.e|etc|no|art|sec|approx|incl|resp|inc|ltd|co|corp|mr|ms|mrs|dr|vs|p|st|u\.s|u\.k|a\.m|p\.m)|\b\p{Lu}|(?:^|\s)\(?[\divx]{1,4}(?:\.\d{1,3})*)$/iu

/** The sentences of a passage, trimmed; semicolons before a list item end one, too. */
export function sentencesOf(
  text: string,
  { start, end }: Pick<Unit, 'start' | 'end'>,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let from = start
  for (let i = start; i < end; i++) {
    const sign = text.charAt(i)
    if (sign !== '.' && sign !== '!' && sign !== '?' && sign !== ';' && sign !== '。') continue
    const next = text.charAt(i + 1)
    const isEnd = sign === '。' || i + 1 >= end || /[\s"”')\]]/u.test(next)
    if (!isEnd || (sign === '.' && SHORT.test(text.slice(Math.max(from, i - 12), i)))) continue
    let to = i + 1
    while (to < end && /["”')\]]/u.test(text.charAt(to))) to++
    const piece = trimmed(text, from, to)
    if (piece.end > piece.start) found.push(piece)
    from = to
  }
  const last = trimmed(text, from, end)
  if (last.end > last.start) found.push(last)
  return found
}
