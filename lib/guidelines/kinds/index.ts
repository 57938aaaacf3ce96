import type { RuleKind } from '../define.ts'
import audienceFit from './audience-fit.ts'
import bannedPhrase from './banned-phrase.ts'
import contentQuality from './content-quality.ts'
import disclosure from './disclosure.ts'
import postingWindow from './posting-window.ts'
import requiredHashtag from './required-hashtag.ts'
import requiredLink from './required-link.ts'
import requiredMention from './required-mention.ts'
import saturation from './saturation.ts'
import toneOfVoice from './tone-of-voice.ts'

/** Every rule kind, in the order in which the editor offers them and findings of equal weight are listed. */
export const kinds: readonly RuleKind[] = [
  disclosure,
  bannedPhrase,
  requiredHashtag,
  requiredMention,
  requiredLink,
  toneOfVoice,
  postingWindow,
  contentQuality,
  audienceFit,
  saturation,
]

export function kindOf(id: string): RuleKind | null {
  return kinds.find(({ kind }) => kind === id) ?? null
}
