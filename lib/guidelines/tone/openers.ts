import { normalise } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'

/** What may stand before the first words: a disclosure such as "Werbung |" or "[Anzeige]". */
const LABEL = /^[\s\p{P}\p{S}]*(?:\p{L}+(?:[ -]\p{L}+){0,2}\s*[|\]】)]|\p{L}+\s*[:/-])?\s*/u
const WORDS = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu
/** An opener is among the first words; so much text is looked at. */
const READ = 400

/**
 * The opener a caption begins with, in any spelling ("Heyyy, guys!!"); hashtags, mentions, emoji and a label of
 * advertising may stand before it. The span is in the normalised caption. Null when it begins otherwise.
 */
export function findOpener(view: PostView, openers: readonly string[]): Span | null {
  const head = view.normal.text.slice(0, READ)
  const tokens = /^(?:[\s\p{P}\p{S}]*[#@][\p{L}\p{M}\p{N}_.]+)+/u.exec(head)?.[0].length ?? 0
  const label = LABEL.exec(head.slice(tokens))?.[0].length ?? 0
  for (const from of new Set([0, tokens, tokens + label])) {
    const words = [...head.slice(from).matchAll(WORDS)].slice(0, 12)
    for (const opener of openers) {
      const wanted = normalise(opener.slice(0, READ), { lang: view.lang }).text.match(WORDS) ?? []
      const last = words[wanted.length - 1]
      const [first] = words
      if (!first || !last || wanted.length === 0) continue
      if (!wanted.every((word, i) => sounds(words[i]?.[0] ?? '', word))) continue
      return { start: from + first.index, end: from + last.index + last[0].length }
    }
  }
  return null
}

/** The same word, however long its letters are drawn. */
function sounds(found: string, wanted: string): boolean {
  return found === wanted || (/(.)\1\1/u.test(found) && undrawn(found) === undrawn(wanted))
}

function undrawn(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1')
}
