import { accountKey } from '../../domain/ids.ts'
import { partnerSchema } from '../../domain/partner.ts'
import type { Partner } from '../../domain/partner.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { StoreReader, StoreWriter } from '../../store/interface.ts'
import { wholeHandle } from '../../sites/whole-names.ts'
import { same } from '../record/same.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'
import { checkAllowed, checkPlatform } from './page.ts'

type PartnerMessages = 'partner.track' | 'partner.save' | 'partner.import' | 'partner.delete' | 'partner.restore'

export function partnerHandlers(deps: Deps): Pick<Handlers, PartnerMessages> {
  /** What posts are stored, and how they are judged, depends on partners. */
  const settle = async <T>({ value, changed }: { value: T; changed: boolean }): Promise<T> => {
    if (changed) {
      await deps.refreshBadges()
      void deps.rescore()
    }
    return value
  }
  const change = async (id: string, deleted: boolean) => {
    const done = await setDeleted(deps, id, deleted)
    // Nothing is told of who is not there any more.
    if (done.changed) deps.lookAt([id])
    return settle(done)
  }

  return {
    'partner.track': async ({ platform, handle: seen, name, url }, caller) => {
      await checkAllowed(deps.browser, caller)
      const handle = wholeHandle(platform, seen, caller.kind === 'content' ? caller.url.href : (url ?? ''))
      return settle(
        await decide(deps, async (tx) => {
          if (caller.kind === 'content') checkPlatform(platform, caller.url.href, await tx.settings.get())
          const key = accountKey(platform, handle)
          const all = await tx.partners.all({ deleted: true })
          const tracked = all.find((partner) => partner.deletedAt === null && partner.accountKeys.includes(key))
          if (tracked) return { value: tracked, changed: false }
          const at = deps.now().toISOString()
          // Tracked once before: the same partner comes back, with its notes and history.
          const former = all.find((partner) => partner.accountKeys.includes(key))
          const partner: Partner = former
            ? { ...former, deletedAt: null, updatedAt: at }
            : {
                id: deps.newId(),
                name: name?.trim() || handle,
                accounts: [{ platform, handle, url }],
                accountKeys: [key],
                relationship: 'paid',
                tags: [],
                createdAt: at,
                updatedAt: at,
                deletedAt: null,
              }
          await checkAccounts(tx, partner)
          await tx.put('partners', partner)
          return { value: partner, changed: true }
        }),
      )
    },

    'partner.save': async (input) =>
      settle(
        await decide(deps, async (tx) => {
          const deletedAt = (await tx.partners.get(input.id))?.deletedAt ?? null
          return savePartner(tx, { ...input, deletedAt }, deps.now().toISOString())
        }),
      ),

    'partner.import': async ({ partners }) =>
      settle(
        await decide(deps, async (tx) => {
          const at = deps.now().toISOString()
          const saved: Partner[] = []
          let changed = false
          for (const partner of partners) {
            const one = await savePartner(tx, partner, at)
            saved.push(one.value)
            changed ||= one.changed
          }
          return { value: { partners: saved }, changed }
        }),
      ),

    'partner.delete': async ({ id }) => change(id, true),
    'partner.restore': async ({ id }) => change(id, false),
  }
}

async function savePartner(tx: StoreWriter, input: Partner, at: string): Promise<{ value: Partner; changed: boolean }> {
  const stored = await tx.partners.get(input.id)
  const partner: Partner = {
    ...input,
    accountKeys: [...new Set(input.accounts.map((account) => accountKey(account.platform, account.handle)))],
    createdAt: stored?.createdAt ?? input.createdAt,
    updatedAt: stored?.updatedAt ?? input.updatedAt,
  }
  if (stored && same(stored, partner)) return { value: stored, changed: false }
  if (partner.deletedAt === null) await checkAccounts(tx, partner)
  const saved = { ...partner, updatedAt: at }
  await tx.put('partners', saved)
  return { value: saved, changed: true }
}

function setDeleted(deps: Deps, id: string, deleted: boolean): Promise<{ value: Partner; changed: boolean }> {
  return decide(deps, async (tx) => {
    const stored = await tx.partners.get(id)
    if (!stored) throw new MessageError('not-found', 'This partner is not there any more.')
    if ((stored.deletedAt !== null) === deleted) return { value: stored, changed: false }
    const at = deps.now().toISOString()
    const partner = { ...stored, updatedAt: at, deletedAt: deleted ? at : null }
    if (!deleted) await checkAccounts(tx, partner)
    await tx.put('partners', partner)
    return { value: partner, changed: true }
  })
}

/** An account belongs to one partner: its posts would otherwise be judged by two relationships. */
async function checkAccounts(store: StoreReader, partner: Partner): Promise<void> {
  if (!partnerSchema.safeParse(partner).success)
    throw new MessageError('bad-message', 'An account of this partner has no name, or one that is too long.')
  for (const key of partner.accountKeys) {
    const owner = await store.partners.byAccount(key)
    if (owner && owner.id !== partner.id)
      throw new MessageError('not-allowed', `${key} is already an account of ${owner.name}.`)
  }
}
