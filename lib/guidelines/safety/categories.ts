/**
 * The sensitive topics of the IAB Content Taxonomy 3.1 by their ids (CC BY 3.0, iabtechlab.com), which keep the eleven
 * categories of the GARM framework. GARM itself was closed in August 2024; nothing here is a certification of it.
 */
export const CATEGORIES = {
  adult: 'Rm3SiT',
  arms: 'avbNf2',
  crime: 'XtODT3',
  conflict: 'I4GWl6',
  debated: 'Z7rJBM',
  hate: 'HxqYV1',
  substances: 'pg0WhF',
  obscenity: 'j9PaO9',
  piracy: 'mm3UXx',
  spam: '6i4dB6',
  terrorism: '8FD8nI',
} as const

export type Category = keyof typeof CATEGORIES

export const categories: readonly Category[] = [
  'adult',
  'arms',
  'crime',
  'conflict',
  'debated',
  'hate',
  'substances',
  'obscenity',
  'piracy',
  'spam',
  'terrorism',
]

/** How much a word weighs, the heaviest first; `floor` is never suitable, whatever is tolerated. */
export const TIERS = ['floor', 'high', 'medium', 'low'] as const
export type Tier = (typeof TIERS)[number]
