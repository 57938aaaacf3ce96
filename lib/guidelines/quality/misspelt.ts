import { distance } from '../../text/distance.ts'
import { normalise } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'

/** Words looked at; names stand early, hostile length buys nothing. */
const READ = 2_000
const WORDS = /[\p{L}\p{M}\p{N}]+/gu

/** A name that is nearly right. The span is in the normalised caption. */
export interface Misspelt extends Span {
  readonly name: string
}

/**
 * Names written with one or two typing errors, or apart or together otherwise than they are ("Glow Lab" for
 * "GlowLab"). Capitals do not matter, nor do hashtags, mentions and links, which have rules of their own.
 */
export function findMisspelt(view: PostView, names: readonly string[]): Misspelt[] {
  const words = view.words.words.filter(({ tag, text }) => tag === null && text !== '').slice(0, READ)
  const found: Misspelt[] = []
  for (const name of names) {
    const parts = normalise(name).text.match(WORDS) ?? []
    const wanted = parts.join('')
    if (wanted.length < 4) continue
    const allowed = wanted.length >= 8 ? 2 : wanted.length >= 5 ? 1 : 0
    for (let at = 0; at < words.length; at++) {
      // The right number of words first, then one fewer and one more.
      for (const count of [parts.length, parts.length - 1, parts.length + 1]) {
        const run = words.slice(at, at + count)
        const [first] = run
        const last = run.at(-1)
        if (count < 1 || run.length < count || !first || !last || last.end - first.start > wanted.length + 12) continue
        const written = run.map(({ text }) => text.replace(/'s?$/, '')).join('')
        if (Math.abs(written.length - wanted.length) > allowed || written[0] !== wanted[0]) continue
        const errors = distance(written, wanted, allowed)
        if (errors > allowed) continue
        const isRight = errors === 0 && count === parts.length
        // A plural is no typing error, and neither are other words of the language that happen to be near.
        const isForm = errors > 0 && (written === `${wanted}s` || `${written}s` === wanted)
        const owned = /'s?$/.exec(last.text)?.[0].length ?? 0
        if (!isRight && !isForm) found.push({ start: first.start, end: last.end - owned, name })
        at += count - 1
        break
      }
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}
