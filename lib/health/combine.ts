import { defaultHealthSettings } from '../domain/settings.ts'
import type { HealthCap } from './reasons.ts'
import type { Health, HealthPart, HealthPartScore } from './types.ts'

/** Shares of the score (relationship.md B10, a default of our own). */
export const WEIGHTS: Readonly<Record<HealthPart, number>> = defaultHealthSettings.weights

/** The weights scaled to sum to 100, to one decimal: what is shown is what counts. */
export function sharesOf(weights: Readonly<Record<HealthPart, number>>): Record<HealthPart, number> {
  const sum = Object.values(weights).reduce((all, weight) => all + weight, 0)
  const scaled = (part: HealthPart) => Math.round((1_000 * weights[part]) / sum) / 10
  return {
    compliance: scaled('compliance'),
    delivery: scaled('delivery'),
    communication: scaled('communication'),
    engagement: scaled('engagement'),
    mood: scaled('mood'),
    pulse: scaled('pulse'),
  }
}

/** Below this share of known weights there is no number. */
export const MIN_COVERAGE = 0.4
export const LIMITS: Readonly<Record<HealthCap, number>> = { criticalIncident: 39, missingDisclosure: 59 }

/** 80 and above is good, 60 to 79 to watch, 40 to 59 to act on, below 40 critical (relationship.md B10: Zudo, Glowr). */
export function bandOf(score: number | null): Health['band'] {
  if (score === null) return 'unknown'
  return score >= 80 ? 'good' : score >= 60 ? 'watch' : score >= 40 ? 'act' : 'critical'
}

/**
 * The weighted mean of the parts that are known, their weights redistributed: sum(weight x score) over
 * sum(weight), less the `penalty`, to one decimal, then held under the caps. Null below 40 % coverage.
 */
export function combine(
  parts: readonly Pick<HealthPartScore, 'score' | 'weight'>[],
  caps: readonly { readonly limit: number }[],
  penalty = 0,
): { score: number | null; coverage: number } {
  const all = parts.reduce((sum, { weight }) => sum + weight, 0)
  const known = parts.reduce((sum, { score, weight }) => sum + (score === null ? 0 : weight), 0)
  const coverage = all === 0 ? 0 : known / all
  if (known === 0 || coverage < MIN_COVERAGE) return { score: null, coverage }
  const mean = parts.reduce((sum, { score, weight }) => sum + (score ?? 0) * weight, 0) / known
  const held = Math.min(Math.max(0, mean - penalty), ...caps.map(({ limit }) => limit))
  return { score: Math.round(held * 10) / 10, coverage }
}

/**
 * Confidence = coverage x recency x sample, each 0 to 1: recency 1 within a week, then halved every 30 days;
 * sample n/20 posts. High from 0.5, medium from 0.2 (defaults of our own).
 */
export function confidenceOf(coverage: number, daysSinceSeen: number | null, posts: number): Health['confidence'] {
  const recency = daysSinceSeen === null ? 0 : 0.5 ** (Math.max(0, daysSinceSeen - 7) / 30)
  const value = coverage * recency * Math.min(1, posts / 20)
  return value >= 0.5 ? 'high' : value >= 0.2 ? 'medium' : 'low'
}
