import type { Brief } from '../domain/brief.ts'
import type { Deliverable } from '../domain/deliverable.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { StoreReader } from '../store/interface.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

export type BriefDraft = Omit<Brief, 'createdAt' | 'updatedAt' | 'deletedAt'>

/** The briefs that are made from one guideline. */
export interface Briefs {
  readonly guideline: Guideline
  /** Newest first. */
  readonly all: readonly Brief[]
  /** Neither delivered nor called off, by due date. */
  readonly agreed: readonly Deliverable[]
}

/** Null when there is no such guideline, or no longer. */
export async function loadBriefs(store: StoreReader, guidelineId: string): Promise<Briefs | null> {
  const [guideline, briefs, deliverables] = await Promise.all([
    store.guidelines.get(guidelineId),
    store.briefs.all(),
    store.deliverables.all(),
  ])
  if (!guideline || guideline.deletedAt !== null) return null
  return {
    guideline,
    all: briefs.filter((brief) => brief.guidelineId === guidelineId),
    agreed: deliverables
      .filter(({ postId, doneAt, cancelledAt }) => postId === null && doneAt === null && cancelledAt === null)
      .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
  }
}

export interface BriefEdit {
  readonly newId: () => string
  /** False when it was refused; a toast says why. */
  save(brief: BriefDraft): Promise<boolean>
  /** Can be undone from the toast. */
  remove(brief: BriefDraft): Promise<void>
}

export function createBriefEdit({
  send,
  toasts,
  newId,
  onChange,
}: Pick<SurfacePorts, 'send' | 'newId'> & { toasts: Toasts; onChange: () => Promise<void> }): BriefEdit {
  return {
    newId,
    async save(brief) {
      const saved = await toasts.attempt(() => send('brief.save', brief))
      if (saved) toasts.say('briefSaved')
      await onChange()
      return saved
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('brief.delete', { id })
        toasts.say('briefDeleted', [], async () => {
          await send('brief.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}
