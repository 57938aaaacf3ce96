import type { Waiver } from '../../domain/waiver.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { readStandards } from '../judge.ts'
import { judgePost } from '../rescore.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'

type ReviewMessages = 'finding.waive' | 'finding.unwaive'

/** What a reviewer decides about findings. Every message may be repeated; a late one does not undo a taking back. */
export function reviewHandlers(deps: Deps): Pick<Handlers, ReviewMessages> {
  /** In the same unit of work as the decision, so that a post's verdict never contradicts its waivers. */
  const judgeAgain = async (tx: StoreWriter, postId: string): Promise<void> => {
    const post = await tx.posts.get(postId)
    const partner = post && (await tx.partners.byAccount(post.account))
    if (partner) await judgePost(tx, deps.judge, partner, postId, await readStandards(tx), deps.now())
  }
  const settle = async ({ value, changed }: { value: Waiver; changed: boolean }): Promise<Waiver> => {
    if (!changed) return value
    // A waiver for every post is part of what all assessments rest on.
    if (value.postId === null) void deps.rescore()
    await deps.refreshBadges()
    return value
  }

  return {
    'finding.waive': async ({ postId, everywhere, ...input }) =>
      settle(
        await decide(deps, async (tx) => {
          const stored = await tx.waivers.get(input.id)
          if (stored) return { value: stored, changed: false }
          if (!(await tx.posts.get(postId))) throw new MessageError('not-found', 'This post is not there any more.')
          if (everywhere && input.quote === null)
            throw new MessageError('bad-message', 'A finding without words can be waived on its own post only.')
          const at = deps.now().toISOString()
          const dates = { createdAt: at, updatedAt: at, deletedAt: null }
          const waiver: Waiver = { ...input, postId: everywhere ? null : postId, ...dates }
          await tx.put('waivers', waiver)
          await judgeAgain(tx, postId)
          return { value: waiver, changed: true }
        }),
      ),

    'finding.unwaive': async ({ id }) =>
      settle(
        await decide(deps, async (tx) => {
          const stored = await tx.waivers.get(id)
          if (!stored) throw new MessageError('not-found', 'This record is not there any more.')
          if (stored.deletedAt !== null) return { value: stored, changed: false }
          const at = deps.now().toISOString()
          const waiver = { ...stored, updatedAt: at, deletedAt: at }
          await tx.put('waivers', waiver)
          if (waiver.postId !== null) await judgeAgain(tx, waiver.postId)
          return { value: waiver, changed: true }
        }),
      ),
  }
}
