import type { Finding } from '../domain/finding.ts'
import type { Waiver } from '../domain/waiver.ts'
import type { CorrectedCaption } from '../guidelines/fix/correct.ts'
import { wordsOf } from '../guidelines/waive.ts'
import type { Send } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** Why a finding does not count, and whether that holds for every post with the same words. */
export interface WaiveChoice {
  because: Waiver['because']
  reason: string
  everywhere: boolean
}

/** What a reviewer does with the findings of a post. */
export interface Review {
  /** @throws what the background refuses with */
  correct(postId: string): Promise<CorrectedCaption | null>
  /** Can be undone from the toast. False when it was refused. */
  waive(postId: string, finding: Finding, choice: WaiveChoice): Promise<boolean>
  /** Can be undone from the toast. */
  takeBack(waiverId: string): Promise<boolean>
}

export function createReview({
  send,
  toasts,
  newId,
  onChange,
}: {
  send: Send
  toasts: Toasts
  newId: () => string
  onChange: () => Promise<void>
}): Review {
  const unwaive = async (id: string) => {
    await send('finding.unwaive', { id })
    await onChange()
  }
  return {
    correct: (postId) => send('post.correct', { postId }),
    waive: (postId, finding, choice) =>
      toasts.attempt(async () => {
        const { ruleId, kind, value } = finding
        const { everywhere, because, reason } = choice
        const place = { id: newId(), postId: everywhere ? null : postId }
        const { id } = await send('finding.waive', {
          ...place,
          ruleId,
          kind,
          value,
          quote: wordsOf(finding),
          because,
          reason,
        })
        toasts.say('findingWaived', [], () => unwaive(id))
        await onChange()
      }),
    takeBack: (waiverId) =>
      toasts.attempt(async () => {
        const {
          createdAt: _made,
          updatedAt: _changed,
          deletedAt: _deleted,
          ...waiver
        } = await send('finding.unwaive', {
          id: waiverId,
        })
        await onChange()
        // A waiver that was taken back stays so; undone, it is a new one.
        toasts.say('waiverTakenBack', [], async () => {
          await send('finding.waive', { ...waiver, id: newId() })
          await onChange()
        })
      }),
  }
}
