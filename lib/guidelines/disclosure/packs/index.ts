import type { DisclosurePack } from '../types.ts'
import { ae } from './ae.ts'
import { au } from './au.ts'
import { be } from './be.ts'
import { br } from './br.ts'
import { ca } from './ca.ts'
import { cn } from './cn.ts'
import { de } from './de.ts'
import { dk } from './dk.ts'
import { es } from './es.ts'
import { eu } from './eu.ts'
import { fi } from './fi.ts'
import { fr } from './fr.ts'
import { gb } from './gb.ts'
import { ie } from './ie.ts'
import { india } from './in.ts'
import { it } from './it.ts'
import { jp } from './jp.ts'
import { kr } from './kr.ts'
import { nl } from './nl.ts'
import { no } from './no.ts'
import { pl } from './pl.ts'
import { sa } from './sa.ts'
import { se } from './se.ts'
import { tr } from './tr.ts'
import { us } from './us.ts'

/** Every jurisdiction whose disclosure rules are known. A new one is one data file, listed here. */
const packs: readonly DisclosurePack[] = [
  us,
  gb,
  ie,
  de,
  fr,
  it,
  es,
  nl,
  be,
  pl,
  se,
  no,
  dk,
  fi,
  ca,
  au,
  india,
  br,
  jp,
  kr,
  tr,
  ae,
  sa,
  cn,
  eu,
]

/** Codes for the settings and the guideline editor. */
export const jurisdictions: readonly { code: string; name: string }[] = packs.map(({ jurisdiction, name }) => ({
  code: jurisdiction,
  name,
}))

export function packOf(jurisdiction: string): DisclosurePack | null {
  return packs.find((pack) => pack.jurisdiction === jurisdiction) ?? null
}
