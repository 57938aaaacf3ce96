import type { Account, Partner } from '../domain/partner.ts'
import { accountKey } from '../domain/ids.ts'
import { accountFromAddress, type AddressProblem } from './accounts.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

export interface PartnerEdit {
  /** Makes a partner from a profile's address. Null with the reason when it cannot. */
  add(name: string, address: string): Promise<{ id: string } | { problem: AddressProblem | 'taken' | 'failed' }>
  save(partner: Partner): Promise<void>
  /** Puts a tag on several at once, or takes it off; can be undone from the toast. */
  tag(partners: readonly Partner[], tag: string, on: boolean): Promise<void>
  addAccount(partner: Partner, address: string): Promise<AddressProblem | 'taken' | null>
  removeAccount(partner: Partner, account: Account): Promise<void>
  /** Can be undone from the toast. */
  remove(partner: Partner): Promise<void>
}

export function createPartnerEdit({
  store,
  send,
  toasts,
  now,
  newId,
  onChange,
}: Pick<SurfacePorts, 'store' | 'send' | 'now' | 'newId'> & {
  toasts: Toasts
  onChange: () => Promise<void>
}): PartnerEdit {
  const save = async (partner: Partner) => {
    const updatedAt = new Date(now()).toISOString()
    const accountKeys = partner.accounts.map((account) => accountKey(account.platform, account.handle))
    const saved = await toasts.attempt(() => send('partner.save', { ...partner, accountKeys, updatedAt }))
    await onChange()
    return saved
  }
  const read = async (address: string): Promise<{ account: Account } | { problem: AddressProblem | 'taken' }> => {
    const { ownHosts } = await store.settings.get()
    const found = accountFromAddress(address, ownHosts)
    if ('problem' in found) return found
    const { platform, handle } = found.account
    return (await store.partners.byAccount(accountKey(platform, handle))) ? { problem: 'taken' } : found
  }
  /** Takes only the tag back: what else was changed since stays. */
  const undoTag = async (ids: readonly string[], tag: string, on: boolean) => {
    const stored = await Promise.all(ids.map((id) => store.partners.get(id)))
    const partners = stored.filter((partner) => partner !== null).map((partner) => tagged(partner, tag, !on))
    await send('partner.import', { partners })
    await onChange()
  }
  return {
    async add(name, address) {
      const found = await read(address)
      if ('problem' in found) return found
      const at = new Date(now()).toISOString()
      const id = newId()
      const saved = await save({
        id,
        name: name.trim() || found.account.handle,
        accounts: [found.account],
        accountKeys: [],
        relationship: 'paid',
        tags: [],
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      })
      return saved ? { id } : { problem: 'failed' }
    },
    async save(partner) {
      await save(partner)
    },
    async tag(partners, text, on) {
      const tag = text.trim()
      const changed = partners.filter(({ tags }) => tags.includes(tag) !== on)
      if (tag === '' || changed.length === 0) return
      await toasts.attempt(async () => {
        await send('partner.import', { partners: changed.map((partner) => tagged(partner, tag, on)) })
        toasts.say(on ? 'tagAdded' : 'tagRemoved', [tag, String(changed.length)], async () => {
          await undoTag(
            changed.map(({ id }) => id),
            tag,
            on,
          )
        })
      })
      await onChange()
    },
    async addAccount(partner, address) {
      const found = await read(address)
      if ('problem' in found) return found.problem
      await save({ ...partner, accounts: [...partner.accounts, found.account] })
      return null
    },
    async removeAccount(partner, account) {
      await save({ ...partner, accounts: partner.accounts.filter((one) => one !== account) })
    },
    async remove(partner) {
      await toasts.attempt(async () => {
        await send('partner.delete', { id: partner.id })
        toasts.say('partnerDeleted', [partner.name], async () => {
          await send('partner.restore', { id: partner.id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}

function tagged(partner: Partner, tag: string, on: boolean): Partner {
  const others = partner.tags.filter((one) => one !== tag)
  return { ...partner, tags: on ? [...others, tag] : others }
}
