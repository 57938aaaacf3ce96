import type { PostView } from '../view.ts'
import {
  ACTS,
  ENGLISH_FRAME,
  FRAME,
  FUNCTION_WORDS,
  GIVEN_NAMES,
  ordinaryUse,
  PERSON_AFTER,
  PERSON_BEFORE,
  PRODUCT,
} from './ordinary.ts'

/** How a name is used: for the brand, for a person or unclear, or as an ordinary word. */
export type Use = 'brand' | 'unclear' | 'ordinary'

interface Place {
  /** In the normalised text. */
  readonly start: number
  readonly end: number
}

const WORD_BEFORE = /([\p{L}\p{M}\p{N}']+)\s+$/u
const WORD_AFTER = /^(?:'s?)?\s+([\p{L}\p{M}\p{N}']+)/u
const NEAR = 40

/**
 * Whether a name found in the caption is the brand (compliance.md 7.6). A distinct name is, unless a person
 * bears it. A name that is an ordinary word, too, needs a sign: a capital where the sentence gives none, a
 * possessive, "from" or "than" before it, or a product after it.
 */
export function useOf(view: PostView, place: Place, name: string, common: boolean | undefined): Use {
  const text = view.normal.text
  const before = text.slice(Math.max(0, place.start - NEAR), place.start)
  const after = text.slice(place.end, place.end + NEAR)
  const previous = WORD_BEFORE.exec(before)?.[1] ?? ''
  const next = WORD_AFTER.exec(after)?.[1] ?? ''
  const person = PERSON_BEFORE.has(previous) || PERSON_AFTER.test(after)
  if (person && !PRODUCT.test(next)) return 'unclear'

  const beside = ordinaryUse(name, view.lang)
  const ordinary = common ?? beside !== null
  const possessive = after.startsWith("'s") || (after.startsWith("'") && name.endsWith('s'))
  const frame = (view.lang === 'en' || view.lang === null ? ENGLISH_FRAME : FRAME).has(previous)
  if (!ordinary) {
    if (!GIVEN_NAMES.has(name)) return 'brand'
    return frame || PRODUCT.test(next) || /^(?:my|a|this|wearing)$/.test(previous) ? 'brand' : 'unclear'
  }
  if (PRODUCT.test(next) && !(beside?.has(next) ?? false)) return 'brand'
  const capital = capitalOf(view, place)
  const word = text.slice(place.start, place.end)
  // "apples": the word, not the name.
  if (word.endsWith('s') && !name.endsWith('s') && capital !== 'telling') return 'ordinary'
  if (beside?.has(next) === true || (beside?.has(previous) === true && capital !== 'telling')) return 'ordinary'
  if (capital === 'loud') return frame ? 'brand' : 'unclear'
  if (capital === 'telling') return /^(?:an?|one|every|fresh|red|green)$/.test(previous) ? 'unclear' : 'brand'
  if (possessive && capital !== 'none') return 'brand'
  if (frame) {
    const alone = next === '' || FUNCTION_WORDS.has(next)
    if (capital === 'shouted') return 'unclear'
    return alone ? 'brand' : 'unclear'
  }
  return capital === 'start' && ACTS.test(next) ? 'unclear' : 'ordinary'
}

/**
 * `telling`: capital within a sentence of small letters. `start`: at its beginning, where everything has one.
 * `loud`: nothing but capitals, for emphasis or because the brand writes itself so.
 * `shouted`: in capitals or title case throughout, where it tells nothing.
 */
function capitalOf(view: PostView, place: Place): 'telling' | 'loud' | 'start' | 'shouted' | 'none' {
  const source = view.normal.source
  const written = source.charAt(view.normal.starts[place.start] ?? 0)
  if (!/\p{Lu}/u.test(written)) return 'none'
  const from = view.normal.starts[place.start] ?? 0
  const to = view.normal.ends[place.end - 1] ?? from
  const around = `${source.slice(Math.max(0, from - 120), from)} ${source.slice(to, to + 120)}`
  const words = around.match(/(?<![#@\p{L}])\p{L}[\p{L}'’]+/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  if (capitals > 0 && capitals * 2 > words.length) return 'shouted'
  const name = source.slice(from, to)
  if (name.length > 1 && name === name.toUpperCase()) return 'loud'
  const lead = source.slice(Math.max(0, from - NEAR), from)
  return /(?:^|[.!?…:\n\r]["'“”’)\]]?|\p{Extended_Pictographic}\ufe0f?|^[#@][\p{L}\p{N}_]+)\s*["'“‘(]?$/u.test(lead)
    ? 'start'
    : 'telling'
}
