import type { Override } from '../../domain/override.ts'
import { repairProblem } from '../../domain/override.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { same } from '../record/same.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'
import { checkAllowed, checkPlatform } from './page.ts'

type OverrideMessages = 'override.save' | 'override.delete' | 'override.restore' | 'override.import'

/** What people show Rapport on pages. Every message may be repeated; open pages read again with what has changed. */
export function overrideHandlers(deps: Deps): Pick<Handlers, OverrideMessages> {
  const change = async <T>(
    work: (tx: StoreWriter, at: string) => Promise<{ value: T; changed: boolean }>,
  ): Promise<T> => {
    const { value, changed } = await decide(deps, (tx) => work(tx, deps.now().toISOString()))
    if (changed) await deps.refreshBadges()
    return value
  }
  const setDeleted = (id: string, deleted: boolean) =>
    change(async (tx, at) => {
      const stored = await tx.overrides.get(id)
      if (!stored) throw new MessageError('not-found', 'This record is not there any more.')
      if ((stored.deletedAt !== null) === deleted) return { value: stored, changed: false }
      return put(tx, { ...stored, updatedAt: at, deletedAt: deleted ? at : null })
    })

  return {
    'override.save': async (input, caller) => {
      checkRepair(input)
      await checkAllowed(deps.browser, caller)
      const store = await deps.store()
      if (caller.kind === 'content') checkPlatform(input.platform, caller.url.href, await store.settings.get())
      return change(async (tx, at) => {
        const stored = await tx.overrides.get(input.id)
        if (stored && caller.kind === 'content') checkSite(stored, input)
        if (stored && same({ ...stored, ...input }, stored)) return { value: stored, changed: false }
        return put(tx, { createdAt: at, deletedAt: null, ...stored, ...input, updatedAt: at })
      })
    },
    'override.delete': ({ id }) => setDeleted(id, true),
    'override.restore': ({ id }) => setDeleted(id, false),
    'override.import': async ({ overrides }) => {
      overrides.forEach(checkRepair)
      return change(async (tx, at) => {
        const saved = overrides.map((override) => ({ ...override, updatedAt: at, deletedAt: null }))
        for (const override of saved) await tx.put('overrides', override)
        return { value: { overrides: saved }, changed: saved.length > 0 }
      })
    },
  }
}

async function put(tx: StoreWriter, override: Override): Promise<{ value: Override; changed: boolean }> {
  await tx.put('overrides', override)
  return { value: override, changed: true }
}

/** A selector that reads nothing, or anything, is no override. */
function checkRepair(repair: Parameters<typeof repairProblem>[0]): void {
  if (repairProblem(repair) !== null) throw new MessageError('bad-message', 'This selector cannot be used.')
}

/** A page may change what was made for its own site only. */
function checkSite(stored: Override, { platform }: { platform: string }): void {
  if (stored.platform !== platform) throw new MessageError('not-allowed', 'A page may only repair its own site.')
}
