import type { Rule } from '../../domain/guideline.ts'

/** Where a template's rule comes from. `L`: not confirmed; `M`: our reading of a summary (compliance.md). */
export interface TemplateSource {
  readonly authority: string
  readonly document: string
  /** ISO day, or as much of it as is known. */
  readonly since: string
  readonly confidence: 'H' | 'M' | 'L'
}

export interface TemplateRule extends Pick<Rule, 'kind' | 'params' | 'severity' | 'weight'> {
  /** Words under `template.rule.<code>` (its name) and `template.why.<code>`. */
  readonly code: string
  /** Null: house style, which no authority asks for. */
  readonly source: TemplateSource | null
}

export const markets = ['US', 'GB', 'DE', 'FR', 'IT', 'ES'] as const
export type Market = (typeof markets)[number]

export const trades = ['cosmetics', 'food', 'alcohol', 'finance', 'games', 'fashion'] as const
export type Trade = (typeof trades)[number]

/** Something that differs by market; a market that is left out does not have it. */
export type ByMarket<T> = Readonly<Partial<Record<Market, T>>>
