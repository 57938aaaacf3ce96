import type { Deliverable } from '../domain/deliverable.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

export type DeliverableDraft = Omit<Deliverable, 'createdAt' | 'updatedAt' | 'deletedAt'>

/** What was agreed with a creator, and how the team feels about it. Every removal and every rating can be undone. */
export interface Commitments {
  /** False when it was refused; a toast says why. */
  save(draft: DeliverableDraft): Promise<boolean>
  remove(deliverable: Deliverable): Promise<void>
  rate(partnerId: string, rating: number): Promise<void>
  /** A fresh id for a deliverable that is about to be written. */
  readonly newId: () => string
}

export function createCommitments({
  send,
  toasts,
  now,
  newId,
  onChange,
}: Pick<SurfacePorts, 'send' | 'now' | 'newId'> & { toasts: Toasts; onChange: () => Promise<void> }): Commitments {
  const undoable = (undo: () => Promise<unknown>) => async () => {
    await undo()
    await onChange()
  }
  return {
    newId,
    async save(draft) {
      const saved = await toasts.attempt(() => send('deliverable.save', draft))
      await onChange()
      return saved
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('deliverable.delete', { id })
        toasts.say(
          'deliverableDeleted',
          [],
          undoable(() => send('deliverable.restore', { id })),
        )
      })
      await onChange()
    },
    async rate(partnerId, rating) {
      await toasts.attempt(async () => {
        const id = newId()
        await send('pulse.save', { id, partnerId, rating, note: '', at: new Date(now()).toISOString() })
        toasts.say(
          'rated',
          [String(rating)],
          undoable(() => send('pulse.delete', { id })),
        )
      })
      await onChange()
    },
  }
}

/** The stored row without its stamps, to be changed and saved again. */
export function draftOf({ createdAt: _c, updatedAt: _u, deletedAt: _d, ...draft }: Deliverable): DeliverableDraft {
  return draft
}
