import type { Override } from '../../domain/override.ts'
import { repairProblem } from '../../domain/repairable.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { same } from '../record/same.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'
import { checkAllowed, checkPlatform } from './page.ts'

type OverrideMessages = 'override.save' | 'override.delete' | 'override.restore' | 'override.import'

type New = Omit<Override, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'>

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
        const stored = input.id === null ? await alike(tx, input) : await tx.overrides.get(input.id)
        const id = input.id ?? stored?.id ?? deps.newId()
        if (stored && caller.kind === 'content') checkSite(stored, input)
        if (stored && same({ ...stored, ...input, id }, stored)) return { value: stored, changed: false }
        return put(tx, { createdAt: at, deletedAt: null, ...stored, ...input, id, updatedAt: at })
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

/** The same again, asked for twice or made anew after it was switched off, is one override. */
async function alike(
  tx: StoreWriter,
  { platform, field, page, select, attr, saying, within }: New,
): Promise<Override | null> {
  const repair = { platform, field, page, select, attr, saying, within }
  return (await tx.overrides.all()).find((one) => same({ ...one, ...repair }, one)) ?? null
}

/** A selector that reads nothing, or anything, is no override. */
function checkRepair(repair: Parameters<typeof repairProblem>[0]): void {
  if (repairProblem(repair) !== null) throw new MessageError('bad-message', 'This selector cannot be used.')
}

/** A page may change what was made for its own site only. */
function checkSite(stored: Override, { platform }: { platform: string }): void {
  if (stored.platform !== platform) throw new MessageError('not-allowed', 'A page may only repair its own site.')
}
