import type { Span } from '../../text/normalise.ts'

/** Exclamation marks that touch one another. */
export interface Exclamations extends Span {
  /** `‼` is two. */
  readonly marks: number
}

const RUN = /(?:[!！﹗︕ǃ❗❕]\ufe0f?|[‼⁉⁈]\ufe0f?)+/gu

/** Every run of exclamation marks in the text. The Spanish `¡` only opens what `!` ends, so it does not count. */
export function findExclamations(text: string): Exclamations[] {
  return [...text.matchAll(RUN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    marks: match[0].replace(/\ufe0f/g, '').length + (match[0].match(/‼/g)?.length ?? 0),
  }))
}
