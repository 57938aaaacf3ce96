import type { GeneratedI18nStructure } from '#i18n'
import { browser } from 'wxt/browser'
import type { Verdict } from '../domain/finding.ts'
import type { Mood } from '../domain/tone.ts'
import type { Health } from '../health/types.ts'

/** Fewer comments than this say nothing of the mood. */
const ENOUGH = 3

/** What `i18n.t` of `#i18n` does, as far as a page needs it: that module's other kilobyte stays out of every page. */
export const t: (key: keyof GeneratedI18nStructure, values?: string[]) => string = words

/** The words for a finding's reason code; '' for a code of another version. */
export function reasonWords(reason: { code: string; values: string[] }): string {
  return words(`reason.${reason.code.replaceAll(/[^A-Za-z0-9@]/g, '_')}`, reason.values)
}

/** Words without values, which do not change while a page lives: asking the browser for each badge adds up. */
const fixed: Record<string, string> = {}

function words(key: string, values: string[] = []): string {
  // Its types know each key's number of values, which a key made from a code has not.
  const { i18n } = browser as unknown as { i18n: { getMessage(key: string, values: string[]): string } }
  const ask = () => i18n.getMessage(key.replaceAll('.', '_'), values.slice(0, 9))
  return values.length > 0 ? ask() : (fixed[key] ??= ask())
}

export type MoodKind = 'positive' | 'negative' | 'neutral' | 'mixed'

/**
 * The mood of the visible sample in one word: a tone that at least half of the comments share, else `mixed`;
 * null with fewer than three comments of a clear tone.
 */
export function moodKind(mood: Mood | null): MoodKind | null {
  const clear = mood ? mood.positive + mood.neutral + mood.negative : 0
  if (!mood || clear < ENOUGH) return null
  const leading = (['negative', 'positive', 'neutral'] as const).find((label) => mood[label] * 2 >= clear)
  return leading ?? 'mixed'
}

export const verdictWord = (verdict: Verdict) => t(`common.verdict.${verdict}`)
export const moodWord = (mood: MoodKind) => t(`overlay.mood.${mood}`)
export const bandWord = (band: Health['band']) => t(`common.band.${band}`)
