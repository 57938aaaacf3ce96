import { findMentions } from '../../text/tokens.ts'
import { functionWords } from '../function-words.ts'

/** Words that several comments share. */
export interface Theme {
  readonly words: string
  /** Comments that say them; each counts once. */
  readonly count: number
}

/** Comments that have to share a phrase (default of our own), phrases told, and characters read of each comment. */
const FEWEST = 3
const MOST = 6
const READ = 1_000

/**
 * What comments keep coming back to: single words and pairs of neighbours, without function words, that at least
 * three of them share; the most shared first. Of a pair and its words only what says more is told. Mentions are
 * left out: who is talked to is no theme, and third parties are not profiled.
 */
export function themesOf(comments: readonly string[]): Theme[] {
  const counts = new Map<string, number>()
  for (const comment of comments) {
    const terms = new Set(termsOf(withoutMentions(comment.slice(0, READ))))
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  const shared = [...counts]
    .filter(([, count]) => count >= FEWEST)
    .map(([words, count]) => ({ words, count }))
    // Of equals the longer one first: it says more.
    .toSorted((a, b) => b.count - a.count || b.words.length - a.words.length || (a.words < b.words ? -1 : 1))
  const pairs = shared.filter(({ words }) => words.includes(' '))
  return shared
    .filter(
      ({ words, count }) => words.includes(' ') || !pairs.some((pair) => pair.count === count && holds(pair, words)),
    )
    .slice(0, MOST)
}

const holds = (pair: Theme, word: string) => pair.words.split(' ').includes(word)

function withoutMentions(text: string): string {
  let rest = ''
  let from = 0
  for (const { start, end } of findMentions(text, 'any')) {
    rest += `${text.slice(from, start)} . `
    from = end
  }
  return rest + text.slice(from)
}

/** Words of three letters or more, and pairs of them with nothing but a space or a function word between. */
function* termsOf(text: string): Generator<string> {
  let before: string | null = null
  for (const [part] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}'’]+|[^\p{L}\p{M}\p{N}'’\s]/gu)) {
    const word = part.replaceAll('’', "'")
    if (functionWords.has(word)) continue
    if (!/^[\p{L}\p{M}'-]{3,40}$/u.test(word)) {
      before = null
      continue
    }
    yield word
    if (before !== null) yield `${before} ${word}`
    before = word
  }
}
