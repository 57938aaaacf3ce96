import { linesOf, notesOf } from './trades.ts'
import type { Market, TemplateRule, Trade } from './types.ts'

export { markets, trades } from './types.ts'
export type { Market, TemplateRule, Trade } from './types.ts'

/** A starting point for a brand's own guideline in one trade and market. */
export interface Template {
  readonly trade: Trade
  readonly market: Market
  readonly rules: readonly TemplateRule[]
  /** What no rule can check: words under `template.note.<code>`. */
  readonly notes: readonly string[]
}

/** Facts and their dates: compliance.md sections 1 and 3. Each rule is to be checked before anyone acts on it. */
export function templateOf(trade: Trade, market: Market): Template {
  const rules = linesOf[trade].flatMap((line) => line(market))
  const notes = notesOf[trade].filter(({ markets: only }) => !only || only.includes(market))
  return { trade, market, rules, notes: notes.map(({ code }) => code) }
}
