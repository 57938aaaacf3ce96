import type { Guideline, Rule } from '../domain/guideline.ts'

/** The parts of a brief that come from the guideline, in the order in which a creator reads them. */
export const briefParts = ['messages', 'must', 'avoid', 'tone', 'prefer'] as const
export type BriefPart = (typeof briefParts)[number]

const PARTS: Readonly<Record<string, BriefPart>> = {
  'key-message': 'messages',
  'product-fact': 'messages',
  'banned-phrase': 'avoid',
  'banned-claim': 'avoid',
  'claim-families': 'avoid',
  competitor: 'avoid',
  'brand-safety': 'avoid',
  'exclusivity-window': 'avoid',
  'tone-of-voice': 'tone',
  'content-quality': 'tone',
}

/**
 * A guideline's rules as a brief tells them: whatever is only preferred stands by itself, because it never blocks
 * (product.md 9); of the rest, key messages first, then what a post needs, what it leaves out, and its tone. Every rule
 * is in exactly one part.
 */
export function briefRules({ rules }: Pick<Guideline, 'rules'>): Map<BriefPart, Rule[]> {
  const byPart = Map.groupBy(rules, ({ kind, weight }) => (weight === 'prefer' ? 'prefer' : (PARTS[kind] ?? 'must')))
  return new Map(briefParts.flatMap((part) => (byPart.has(part) ? [[part, byPart.get(part) ?? []] as const] : [])))
}
