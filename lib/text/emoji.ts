import type { Span } from './normalise.ts'

/**
 * One emoji as people see it: families, flags, skin tones and keycaps are one (compliance.md 7.8). Signs that are
 * emoji only on request (© ™ ‼ ↔) do not count without the selector that asks for it, nor with it for marks of trade.
 */
const EMOJI =
  /\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3|(?![\u00a9\u00ae\u2122])(?:\p{Emoji_Presentation}|[\u2600-\u27bf](?<=\p{Emoji})|\p{Extended_Pictographic}(?=\ufe0f|\p{Emoji_Modifier}|\u200d)|[\u{1f000}-\u{1faff}](?<=\p{Extended_Pictographic}))(?:\ufe0f|\p{Emoji_Modifier})?[\u{e0020}-\u{e007f}]{0,8}(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?){0,8}/gu

/** Every emoji of the text, in order. UTF-16. */
export function findEmoji(text: string): Span[] {
  return [...text.matchAll(EMOJI)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
