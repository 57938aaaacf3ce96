import type { Signal } from '../../domain/signal.ts'
import type { Mood, Tone } from '../../domain/tone.ts'
import type { Phrase } from '../../text/phrase.ts'
import { moodOf } from '../mood.ts'
import { copiesIn } from './copies.ts'
import { signalsOf } from './signals.ts'

/** A comment of one thread; `author` only tells authors apart, `byAuthor` is the post's own creator replying. */
export interface Said {
  readonly text: string
  readonly author: string | null
  readonly byAuthor: boolean
  readonly tone: Pick<Tone, 'label'>
  /** Probability of spam by the tone model, where it is known. */
  readonly spam?: number | null | undefined
}

/** A comment with what it is about. `copied`: three authors or more wrote nearly the same. */
export interface Heard<T extends Said> {
  readonly comment: T
  readonly signals: readonly Signal[]
  readonly copied: boolean
}

/** The comments of others under one post, each with what it is about. The creator's own replies are left out. */
export function listen<T extends Said>(comments: readonly T[], terms: readonly Phrase[] = []): Heard<T>[] {
  const others = comments.filter(({ byAuthor }) => !byAuthor)
  const heard = others.map((comment) => ({
    comment,
    signals: signalsOf(comment.text, { terms, spam: comment.spam ?? null }),
  }))
  // Who takes part in a giveaway writes what the post asks for, word for word.
  const free = heard.flatMap(({ signals }, at) => (has(signals, 'giveaway') ? [] : at))
  const copied = new Set(
    copiesIn(free.flatMap((at) => others[at] ?? [])).flatMap((group) => group.map((at) => free[at])),
  )
  return heard.map(({ comment, signals }, at) => ({ comment, signals, copied: copied.has(at) }))
}

/** Whether somebody is only advertising, or is one of many who wrote the same: no voice of the audience. */
export function isSpam({ signals, copied }: Pick<Heard<Said>, 'signals' | 'copied'>): boolean {
  return copied || has(signals, 'spam')
}

/**
 * How the audience sounds: without the creator's replies, and without spam and copies, which are counted apart.
 * Taking part in a giveaway is engagement, not praise: it counts as neutral (sentiment.md 7).
 */
export function moodOfThread(heard: readonly Heard<Said>[]): Mood {
  const voices = heard.filter((one) => !isSpam(one))
  const tones = voices.map(({ comment, signals }) =>
    comment.tone.label === 'positive' && has(signals, 'giveaway') ? { label: 'neutral' as const } : comment.tone,
  )
  return { ...moodOf(tones), spam: heard.length - voices.length }
}

/** How much of what is said could stand under any post (relationship.md B1, HypeAuditor). */
export interface Crowd {
  /** Comments of the visible sample, without the creator's own, spam and copies. */
  readonly n: number
  /** Those of generic praise, emoji or mentions only. */
  readonly generic: number
  /** Spam and copies: no part of the sample. */
  readonly spam: number
  /** `alarm` from half of them on; up to three in twenty are usual; null of too few to say. */
  readonly level: 'usual' | 'some' | 'alarm' | null
}

/** Fewest comments from which a share says anything (default of our own). */
const MIN_CROWD = 10

/** `alarmPercent`: the share of the sample from which it is an alarm. */
export function crowdOf(heard: readonly Heard<Said>[], alarmPercent = 50): Crowd {
  const voices = heard.filter((one) => !isSpam(one))
  const n = voices.length
  const spam = heard.length - n
  const generic = voices.filter((one) =>
    one.signals.some(({ kind }) => kind === 'praise' || kind === 'emojiOnly' || kind === 'mentionOnly'),
  ).length
  if (n < MIN_CROWD) return { n, generic, spam, level: null }
  const level = generic * 100 >= n * alarmPercent ? 'alarm' : generic * 20 > n * 3 ? 'some' : 'usual'
  return { n, generic, spam, level }
}

/** How often creators answer under their own posts (relationship.md B1). */
export interface ReplyShare {
  /** Visible comments that others wrote, and the creator's own replies beside them. */
  readonly comments: number
  readonly replies: number
  /** replies / comments; null of none. More than one reply to a comment counts as written. */
  readonly share: number | null
}

/** The creator's replies among the visible comments of some threads. */
export function replyShareOf(comments: readonly Pick<Said, 'byAuthor'>[]): ReplyShare {
  const replies = comments.filter(({ byAuthor }) => byAuthor).length
  const others = comments.length - replies
  return { comments: others, replies, share: others === 0 ? null : replies / others }
}

function has(signals: readonly Signal[], kind: Signal['kind']): boolean {
  return signals.some((signal) => signal.kind === kind)
}
