import type { Correction } from '../../domain/correction.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import { sameText } from '../../sentiment/corrections.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'

type CorrectionMessages = 'tone.correct' | 'correction.delete' | 'correction.restore'

/** What people say of how texts sound. Every message may be repeated; one text has one correction at most. */
export function correctionHandlers(deps: Deps): Pick<Handlers, CorrectionMessages> {
  const settle = async ({ value, changed }: { value: Correction; changed: boolean }): Promise<Correction> => {
    // All stored tones rest on the corrections; judging them again goes on after the reply.
    if (changed) void deps.rescore()
    return value
  }
  const setDeleted = async (tx: StoreWriter, id: string, deleted: boolean) => {
    const stored = await tx.corrections.get(id)
    if (!stored) throw new MessageError('not-found', 'This record is not there any more.')
    if ((stored.deletedAt !== null) === deleted) return { value: stored, changed: false }
    const at = deps.now().toISOString()
    const correction = { ...stored, updatedAt: at, deletedAt: deleted ? at : null }
    await tx.put('corrections', correction)
    return { value: correction, changed: true }
  }

  return {
    'tone.correct': async (input) =>
      settle(
        await decide(deps, async (tx) => {
          const text = sameText(input.text)
          const all = await tx.corrections.all({ deleted: true })
          const stored = all.find((correction) => sameText(correction.text) === text)
          if (stored?.deletedAt === null && stored.label === input.label) return { value: stored, changed: false }
          const at = deps.now().toISOString()
          const correction: Correction = stored
            ? { ...stored, label: input.label, updatedAt: at, deletedAt: null }
            : { ...input, createdAt: at, updatedAt: at, deletedAt: null }
          await tx.put('corrections', correction)
          return { value: correction, changed: true }
        }),
      ),
    'correction.delete': async ({ id }) => settle(await decide(deps, (tx) => setDeleted(tx, id, true))),
    'correction.restore': async ({ id }) => settle(await decide(deps, (tx) => setDeleted(tx, id, false))),
  }
}
