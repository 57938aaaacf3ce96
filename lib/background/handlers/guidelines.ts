import type { Guideline } from '../../domain/guideline.ts'
import { versionId } from '../../domain/guideline-version.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { same } from '../record/same.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'
import { setDeleted } from './typed.ts'

type GuidelineMessages =
  | 'guideline.save'
  | 'guideline.import'
  | 'guideline.delete'
  | 'guideline.restore'
  | 'rescoring.stop'
  | 'rescoring.resume'

/** Guidelines, and judging stored posts by them again. Every message may be repeated. */
export function guidelineHandlers(deps: Deps): Pick<Handlers, GuidelineMessages> {
  const time = () => deps.now().toISOString()
  const rejudged = async <T>({ value, changed }: { value: T; changed: boolean }): Promise<T> => {
    // Goes on after the reply: judging every stored post again may take longer than anyone waits.
    if (changed) void deps.rescore()
    return value
  }
  return {
    'guideline.save': async (input) => rejudged(await decide(deps, (tx) => saveGuideline(tx, input, time()))),
    'guideline.import': async ({ guidelines }) =>
      rejudged(
        await decide(deps, async (tx) => {
          const at = time()
          const saved: Guideline[] = []
          let changed = false
          for (const guideline of guidelines) {
            const one = await saveGuideline(tx, guideline, at, { revive: true })
            saved.push(one.value)
            changed ||= one.changed
          }
          return { value: { guidelines: saved }, changed }
        }),
      ),
    'guideline.delete': async ({ id }) =>
      rejudged(await decide(deps, (tx) => setDeleted(tx, 'guidelines', id, time()))),
    'guideline.restore': async ({ id }) => rejudged(await decide(deps, (tx) => setDeleted(tx, 'guidelines', id, null))),

    'rescoring.stop': async () => {
      await deps.stopRescoring()
      return { stopped: true }
    },
    'rescoring.resume': async () => {
      void deps.rescore()
      return { started: true }
    },
  }
}

/**
 * Writes a guideline and, in the same unit of work, its new version. The version counts changes of content, not
 * messages. With `revive` a deleted one comes back: it was asked for by name.
 */
export async function saveGuideline(
  tx: StoreWriter,
  input: Guideline,
  at: string,
  { revive = false } = {},
): Promise<{ value: Guideline; changed: boolean }> {
  const stored = await tx.guidelines.get(input.id)
  if (!stored) {
    const made: Guideline = { ...input, version: 1, createdAt: at, updatedAt: at, deletedAt: null }
    await putVersioned(tx, made)
    return { value: made, changed: true }
  }
  const { version, createdAt, updatedAt, deletedAt } = stored
  const guideline: Guideline = { ...input, version, createdAt, updatedAt, deletedAt }
  const kept = { ...guideline, deletedAt: revive ? null : deletedAt }
  if (same(stored, guideline)) {
    // Deleting and bringing back are no changes of content.
    if (kept.deletedAt === deletedAt) return { value: stored, changed: false }
    await tx.put('guidelines', kept)
    return { value: kept, changed: true }
  }
  // It may have been written before versions were kept.
  if (!(await tx.guidelineVersions.get(stored.id, version))) await putVersion(tx, stored)
  const saved = { ...kept, version: version + 1, updatedAt: at }
  await putVersioned(tx, saved)
  return { value: saved, changed: true }
}

async function putVersioned(tx: StoreWriter, guideline: Guideline): Promise<void> {
  await tx.put('guidelines', guideline)
  await putVersion(tx, guideline)
}

async function putVersion(tx: StoreWriter, guideline: Guideline): Promise<void> {
  const { id, version, updatedAt } = guideline
  const row = { id: versionId(id, version), guidelineId: id, version, guideline, savedAt: updatedAt }
  await tx.put('guidelineVersions', row)
}
