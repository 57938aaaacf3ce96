import type { Watch } from '../domain/watch.ts'
import { normalise } from '../text/normalise.ts'

export type WatchWords = Pick<Watch, 'terms' | 'except'>

/** `-"oh my god"`, `-god`; an exclusion begins a line or stands after a space, so that "well-known" is none. */
const EXCLUDED = /(?<![^\s])[-–−]\s*(?:["“”„«]([^"“”„«»\n]{1,200})["“”»]|([^\s"“”„«»]{1,200}))/gu
const QUOTED = /["“”„«]([^"“”„«»\n]{1,200})["“”»]/gu

/**
 * The words of a watch as a person writes them: a phrase a line, with exclusions as `-"oh my god"` behind it or on a line
 * of their own (relationship.md B1). Quotes may be left out where a line is one phrase.
 */
export function parseWatchWords(text: string): WatchWords {
  const terms: string[] = []
  const except: string[] = []
  for (const line of text.split('\n')) {
    const kept = line.replaceAll(EXCLUDED, (_, quoted: string | undefined, plain: string | undefined) => {
      except.push(quoted ?? plain ?? '')
      return '\n'
    })
    const rest = kept.replaceAll(QUOTED, (_, quoted: string) => {
      terms.push(quoted)
      return '\n'
    })
    terms.push(...rest.split('\n'))
  }
  return { terms: distinct(terms), except: distinct(except) }
}

/** The same as it is written again: `parseWatchWords(formatWatchWords(watch))` gives the words back. */
export function formatWatchWords({ terms, except }: WatchWords): string {
  const lines = terms.map((term) => (/(?:^|\s)[-–−]/u.test(term) ? `"${term}"` : term))
  return [...lines, ...except.map((term) => `-"${term}"`)].join('\n')
}

/** Trimmed, without those of which nothing can be looked for, each once however it is written. */
function distinct(words: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const word of words) {
    const key = normalise(word).text.replaceAll(/\s+/gu, ' ').trim()
    const isSign = /^[#＃@＠]?$/u.test(key)
    if (!isSign && !seen.has(key)) seen.set(key, word.replaceAll(/\s+/gu, ' ').trim())
  }
  return [...seen.values()]
}
