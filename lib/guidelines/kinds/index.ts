import type { RuleKind } from '../define.ts'
import audienceFit from './audience-fit.ts'
import bannedClaim from './banned-claim.ts'
import bannedPhrase from './banned-phrase.ts'
import claimFamilies from './claim-families.ts'
import competitor from './competitor.ts'
import brandSafety from './brand-safety.ts'
import contentQuality from './content-quality.ts'
import disclosure from './disclosure.ts'
import exclusivityWindow from './exclusivity-window.ts'
import keyMessage from './key-message.ts'
import postingWindow from './posting-window.ts'
import productFact from './product-fact.ts'
import requiredHashtag from './required-hashtag.ts'
import requiredLink from './required-link.ts'
import requiredMention from './required-mention.ts'
import requiredPhrase from './required-phrase.ts'
import saturation from './saturation.ts'
import toneOfVoice from './tone-of-voice.ts'

/** Every rule kind, in the order in which the editor offers them and findings of equal weight are listed. */
export const kinds: readonly RuleKind[] = [
  disclosure,
  bannedClaim,
  claimFamilies,
  competitor,
  exclusivityWindow,
  bannedPhrase,
  productFact,
  requiredPhrase,
  requiredHashtag,
  requiredMention,
  requiredLink,
  keyMessage,
  toneOfVoice,
  postingWindow,
  contentQuality,
  audienceFit,
  saturation,
  brandSafety,
]

export function kindOf(id: string): RuleKind | null {
  return kinds.find(({ kind }) => kind === id) ?? null
}
