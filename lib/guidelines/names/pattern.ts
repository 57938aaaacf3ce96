import { withoutAccents } from '../../text/accents.ts'
import { escapePattern } from '../../text/escape.ts'
import { normalise } from '../../text/normalise.ts'

const AND = String.raw`(?:\s?[&+]\s?|\s(?:'?n'?|and|und|et|og|och|ve)\s)`
const WORDS = /[\p{L}\p{M}\p{N}]+|[&+]/gu

/** A name ready for searching in a caption's `plain` text. */
export interface NamePattern {
  readonly pattern: RegExp
  /** The letters and digits alone, as in a hashtag, a handle or a domain. */
  readonly joined: string
  /** Such joined forms: with "&" as "and", too. */
  readonly tags: readonly string[]
  /** One word of letters. */
  readonly single: boolean
}

/**
 * Matches a name however it is spaced, hyphenated or accented: "GlowLab", "Glow Lab", "glow-lab"; "H & M" for
 * "H&M"; with a possessive or a plural s; never inside another word. Null when the name has no letter or digit.
 */
export function namePattern(name: string): NamePattern | null {
  // Camel humps are where a name may be parted; they show only as written.
  const parted = name.normalize('NFC').replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
  const words = (withoutAccents(normalise(parted).text).replaceAll("'", "' ").match(WORDS) ?? []).slice(0, 12)
  const joined = words.join('').replace(/[&+]/g, '')
  if (joined === '') return null
  let source = ''
  let gap = ''
  for (const word of words) {
    if (word === '&' || word === '+') {
      gap = AND
      continue
    }
    source += (source === '' ? '' : gap) + apostrophesIn(word)
    gap = String.raw`(?:[\s\-_'·]|\.(?!\s)){0,2}`
  }
  const edged = /[\p{Script=Latin}\p{N}]/u
  const before = edged.test(joined.charAt(0)) ? String.raw`(?<![\p{Script=Latin}\p{M}\p{N}_@#])` : ''
  const plural = /[^s\W]$/.test(joined) && joined.length >= 4 ? 's?' : ''
  const after = edged.test(joined.at(-1) ?? '') ? String.raw`(?![\p{Script=Latin}\p{M}\p{N}_])` : ''
  const spelled = words.map((word) => (word === '&' || word === '+' ? 'and' : word)).join('')
  return {
    pattern: new RegExp(before + source + plural + after, 'gu'),
    joined,
    tags: [...new Set([joined, spelled])],
    single: words.length === 1,
  }
}

let latest: { name: string; pattern: NamePattern | null } | null = null

/** `namePattern` of the brand that checks go by, made once while they go by the same one. */
export function ownName(name: string): NamePattern | null {
  if (latest?.name !== name) latest = { name, pattern: namePattern(name) }
  return latest.pattern
}

/** An apostrophe may stand between any two letters, or be left out: "Loree" is "L'Orée". */
function apostrophesIn(word: string): string {
  return Array.from(word, escapePattern).join("'?")
}

/** A handle, host label or hashtag as names are compared: letters and digits alone, without accents. */
export function joinedForm(text: string): string {
  return withoutAccents(normalise(text).text).replace(/[^\p{L}\p{N}]/gu, '')
}
