import { draftIdOf } from '../../domain/draft.ts'
import type { Waiver } from '../../domain/waiver.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { createSurroundings } from '../around.ts'
import { readStandards } from '../judge.ts'
import type { Judge } from '../judge.ts'
import { judgePost } from '../rescore.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'

type ReviewMessages = 'finding.waive' | 'finding.unwaive' | 'post.correct'

/** What a reviewer decides about findings. Every message may be repeated; a late one does not undo a taking back. */
export function reviewHandlers(deps: Deps): Pick<Handlers, ReviewMessages> {
  /** In the same unit of work as the decision, so that a post's verdict never contradicts its waivers. */
  const judgeAgain = async (tx: StoreWriter, judge: Judge, postId: string): Promise<void> => {
    const post = await tx.posts.get(postId)
    const partner = post && (await tx.partners.byAccount(post.account))
    if (partner) await judgePost(tx, judge, partner, postId, await readStandards(tx), deps.now())
  }
  const settle = async ({ value, changed }: { value: Waiver; changed: boolean }): Promise<Waiver> => {
    if (!changed) return value
    // A waiver for every post is part of what all assessments rest on.
    if (value.postId === null) void deps.rescore()
    await deps.refreshBadges()
    return value
  }

  return {
    'post.correct': async ({ postId }) => {
      const store = await deps.store()
      const post = await store.posts.get(postId)
      const partner = post && (await store.partners.byAccount(post.account))
      if (!partner) return null
      const [comments, standards] = await Promise.all([store.comments.ofPost(postId), readStandards(store)])
      const around = await createSurroundings(store, standards)(post, partner)
      return (await deps.judge()).correct(post, comments, partner, standards, around)
    },

    'finding.waive': async (input) => {
      const judge = await deps.judge()
      return settle(
        await decide(deps, async (tx) => {
          const stored = await tx.waivers.get(input.id)
          if (stored) return { value: stored, changed: false }
          const { postId, quote } = input
          if (postId !== null && !(await isThere(tx, postId)))
            throw new MessageError('not-found', 'This post is not there any more.')
          if (postId === null && quote === null)
            throw new MessageError('bad-message', 'A finding without words can be waived on its own post only.')
          const at = deps.now().toISOString()
          const waiver: Waiver = { ...input, createdAt: at, updatedAt: at, deletedAt: null }
          await tx.put('waivers', waiver)
          if (postId !== null) await judgeAgain(tx, judge, postId)
          return { value: waiver, changed: true }
        }),
      )
    },

    'finding.unwaive': async ({ id }) => {
      const judge = await deps.judge()
      return settle(
        await decide(deps, async (tx) => {
          const stored = await tx.waivers.get(id)
          if (!stored) throw new MessageError('not-found', 'This record is not there any more.')
          if (stored.deletedAt !== null) return { value: stored, changed: false }
          const at = deps.now().toISOString()
          const waiver = { ...stored, updatedAt: at, deletedAt: at }
          await tx.put('waivers', waiver)
          if (waiver.postId !== null) await judgeAgain(tx, judge, waiver.postId)
          return { value: waiver, changed: true }
        }),
      )
    },
  }
}

/** Findings are waived on posts and on drafts. */
async function isThere(tx: StoreWriter, postId: string): Promise<boolean> {
  const draftId = draftIdOf(postId)
  return (draftId === null ? await tx.posts.get(postId) : await tx.drafts.get(draftId)) !== null
}
