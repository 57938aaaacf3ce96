/**
 * What a comment is about besides how it sounds (issue "Judgement", tone 3). `emojiOnly` and `mentionOnly` are
 * comments without words; `giveaway` takes part in one or tags friends, which is engagement but no opinion.
 */
export const signalKinds = [
  'purchase',
  'question',
  'complaint',
  'product',
  'praise',
  'giveaway',
  'emojiOnly',
  'mentionOnly',
  'spam',
] as const
export type SignalKind = (typeof signalKinds)[number]

/** One of them with the words that say so: `quote === text.slice(start, end)`, UTF-16. */
export interface Signal {
  readonly kind: SignalKind
  readonly start: number
  readonly end: number
  readonly quote: string
}
