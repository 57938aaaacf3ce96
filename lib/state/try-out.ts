import type { Finding, Verdict } from '../domain/finding.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Settings } from '../domain/settings.ts'
import type { Tone } from '../domain/tone.ts'
import { assess } from '../guidelines/assess.ts'
import { toneOf } from '../sentiment/tone.ts'

/** What the guidelines would say of a text, were it a post. Nothing is stored. */
export interface Trial {
  verdict: Verdict
  findings: Finding[]
  tone: Tone
}

export type TryText = (text: string, guidelines: readonly Guideline[], settings: Settings) => Trial

/**
 * The text as a paid post, because that is when most rules speak; on a platform no rule treats specially.
 * Guidelines for named partners are tried as if the text were from one of them.
 */
export const tryText: TryText = (text, guidelines, { jurisdiction }) => {
  const post = {
    platform: 'instagram',
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
  return {
    ...assess(post, everyone, { jurisdiction, relationship: 'paid', partnerId: null }),
    tone: toneOf(text, null),
  }
}
