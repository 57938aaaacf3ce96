import type { Finding, Verdict } from '../domain/finding.ts'
import { wantsWording } from '../domain/open-finding.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Relationship } from '../domain/partner.ts'
import { assess } from '../guidelines/assess.ts'
import { correct } from '../guidelines/fix/correct.ts'
import type { CorrectedCaption } from '../guidelines/fix/correct.ts'

/** What the guidelines would say of a text, were it a post. Nothing is stored. */
export interface Trial {
  verdict: Verdict
  findings: Finding[]
  /** The text reworded so that its findings go away; null when nothing asks for other words. */
  correction: CorrectedCaption | null
}

/** What the text is taken for. */
export interface TryOptions {
  platform: string
  relationship: Relationship
  /** `US`; of rules that name no country of their own. */
  jurisdiction: string
}

/** A paid post, because that is when most rules speak. */
export const tryDefaults = { platform: 'instagram', relationship: 'paid' } as const

/**
 * Guidelines for named partners are tried as if the text were from one of them. It runs in the page: it is pure,
 * and the draft (up to 8 MB of terms) would have to travel to the worker with every pause in typing.
 */
export function tryText(text: string, guidelines: readonly Guideline[], options: TryOptions): Trial {
  const post = {
    platform: options.platform,
    lang: null,
    text,
    textComplete: true,
    visibleText: null,
    url: null,
    labels: [],
    hashtags: [],
    mentions: [],
  }
  const everyone = guidelines.map((guideline) => ({ ...guideline, partnerIds: null }))
  const { relationship, jurisdiction } = options
  const context = { jurisdiction, relationship, partnerId: null }
  const { verdict, findings } = assess(post, everyone, context)
  return { verdict, findings, correction: findings.some(wantsWording) ? correct(post, everyone, context) : null }
}
