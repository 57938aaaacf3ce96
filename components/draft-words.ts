import { i18n } from '#i18n'
import { Ban, CircleCheck, CirclePause, CircleX, FilePen, Hourglass, Link2, TriangleAlert } from 'lucide'
import type { DraftAnswer } from '../lib/messages/protocol.ts'
import type { DraftState } from '../lib/partnership/approval.ts'
import type { EditRank } from '../lib/watch/edits.ts'
import type { Look } from './meanings.ts'
import { codeWords } from './words.ts'

/** How a draft's state looks; its word is in the locale file. */
export const draftLooks: Record<DraftState, Look> = {
  draft: { meaning: 'plain', icon: FilePen },
  submitted: { meaning: 'watch', icon: Hourglass },
  'compliance-review': { meaning: 'watch', icon: Hourglass },
  'creative-review': { meaning: 'watch', icon: Hourglass },
  'changes-requested': { meaning: 'watch', icon: TriangleAlert },
  approved: { meaning: 'good', icon: CircleCheck },
  'on-hold': { meaning: 'unknown', icon: CirclePause },
  rejected: { meaning: 'unknown', icon: Ban },
  'live-matched': { meaning: 'good', icon: Link2 },
  drifted: { meaning: 'act', icon: CircleX },
}

export const rankLooks: Record<EditRank, Look> = {
  same: { meaning: 'good', icon: CircleCheck },
  cosmetic: { meaning: 'plain', icon: FilePen },
  material: { meaning: 'watch', icon: TriangleAlert },
  legal: { meaning: 'act', icon: CircleX },
}

export const draftStateWord = (state: string) => codeWords('draft.state', state)
export const didWords = (kind: string) => codeWords('draft.did', kind)

/** Why a decision was not taken, with the words for the codes that it names. */
export function refusalWords({ code, values }: NonNullable<DraftAnswer['refused']>): string {
  const [first = '', second = ''] = values
  if (code === 'illegal') return codeWords('draft.refused', code, [first, draftStateWord(second)])
  if (code === 'changed') return codeWords('draft.refused', code, [first || i18n.t('draft.history'), didWords(second)])
  return codeWords('draft.refused', code, values)
}
