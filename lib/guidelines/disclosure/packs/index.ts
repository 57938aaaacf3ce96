import type { DisclosurePack } from '../types.ts'
import { us } from './us.ts'

/** Every jurisdiction whose disclosure rules are known. A new one is one data file, listed here. */
const packs: readonly DisclosurePack[] = [us]

/** Codes for the settings and the guideline editor. */
export const jurisdictions: readonly { code: string; name: string }[] = packs.map(({ jurisdiction, name }) => ({
  code: jurisdiction,
  name,
}))

export function packOf(jurisdiction: string): DisclosurePack | null {
  return packs.find((pack) => pack.jurisdiction === jurisdiction) ?? null
}
