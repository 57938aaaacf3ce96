import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'

/** A hashtag or mention that a site will not link as it was meant; `whole` is how it would be. */
export interface BrokenTag extends Span {
  readonly whole: string
}

/** "# acme", "#acme-glow", "# #acme"; "We are # one" is one too, so a person decides. */
const SPLIT = /(?<![\p{L}\p{N}_&#＃])[#＃]([ \u00a0]|[-.]{1,2})(\p{L}[\p{L}\p{M}\p{N}_]{1,60})/gu
const HYPHENATED = /^-(\p{L}[\p{L}\p{M}\p{N}_]{1,60})(?![\p{L}\p{N}_])/u
const MENTION = /(?<![\p{L}\p{N}_@＠.])[@＠][ \u00a0]([a-z0-9][a-z0-9_.]*[_.][a-z0-9_]+)/giu

/** Hashtags set apart from their `#`, cut short by a hyphen, or with an invisible character inside. UTF-16 of the caption. */
export function findBrokenTags(view: PostView): BrokenTag[] {
  const { text } = view.post
  const found: BrokenTag[] = []
  for (const match of text.matchAll(SPLIT)) {
    found.push({ start: match.index, end: match.index + match[0].length, whole: `#${match[2] ?? ''}` })
  }
  for (const match of text.matchAll(MENTION)) {
    found.push({ start: match.index, end: match.index + match[0].length, whole: `@${match[1] ?? ''}` })
  }
  for (const tag of view.hashtags) {
    const rest = HYPHENATED.exec(text.slice(tag.end, tag.end + 64))
    if (rest) found.push({ start: tag.start, end: tag.end + rest[0].length, whole: `#${tag.name}${rest[1] ?? ''}` })
    else if (tag.broken) found.push({ start: tag.start, end: tag.end, whole: `#${tag.name}` })
  }
  return found.toSorted((a, b) => a.start - b.start)
}
