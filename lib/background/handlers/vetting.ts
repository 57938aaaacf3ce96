import { accountKey } from '../../domain/ids.ts'
import type { Vetting } from '../../domain/vetting.ts'
import { MessageError } from '../../messages/errors.ts'
import type { VettingAnswer } from '../../messages/protocol.ts'
import type { Handlers } from '../../messages/serve.ts'
import { vettedSince } from '../../partnership/look-back.ts'
import { wholeHandle } from '../../sites/whole-names.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'
import { setDeleted } from './typed.ts'

type VettingMessages = `vetting.${'start' | 'change' | 'decide' | 'delete' | 'restore'}`
type Decided = { value: VettingAnswer; changed: boolean }

/** Decisions that one sheet holds. */
const MOST = 200

/** What people decide about creators before they become partners (relationship.md B12). */
export function vettingHandlers(
  deps: Pick<Deps, 'store' | 'bump' | 'now' | 'newId' | 'refreshBadges'>,
): Pick<Handlers, VettingMessages> {
  const time = () => deps.now().toISOString()
  /** Whose posts are stored, and what chips say, depends on it. */
  const settle = async <T>({ value, changed }: { value: T; changed: boolean }): Promise<T> => {
    if (changed) await deps.refreshBadges()
    return value
  }
  const withSheet = (id: string, work: (tx: StoreWriter, vetting: Vetting) => Promise<Decided>) =>
    decide(deps, async (tx): Promise<Decided> => {
      const vetting = await tx.vettings.get(id)
      if (!vetting || vetting.deletedAt !== null)
        throw new MessageError('not-found', 'This vetting sheet is not there any more.')
      return work(tx, vetting)
    })

  return {
    'vetting.start': async ({ id, platform, handle: seen, name, url }) =>
      settle(
        await decide(deps, async (tx) => {
          const handle = wholeHandle(platform, seen, url ?? '')
          const key = accountKey(platform, handle)
          const known = (await tx.vettings.get(id)) ?? (await tx.vettings.byAccount(key))
          if (known) return { value: known, changed: false }
          const partner = await tx.partners.byAccount(key)
          const { vetting } = await tx.settings.get()
          const at = time()
          const sheet: Vetting = {
            id,
            name: partner?.name ?? (name?.trim() || handle),
            // Of a partner every account is looked at.
            accounts: partner?.accounts ?? [{ platform, handle, url }],
            accountKeys: partner?.accountKeys ?? [key],
            lookBack: { months: vetting.months, highRisk: false },
            verdicts: [],
            createdAt: at,
            updatedAt: at,
            deletedAt: null,
          }
          await tx.put('vettings', sheet)
          return { value: sheet, changed: true }
        }),
      ),

    'vetting.change': async ({ id, base, lookBack }) => {
      const { value } = await withSheet(id, async (tx, vetting) => {
        const { months, highRisk } = vetting.lookBack
        if (months === lookBack.months && highRisk === lookBack.highRisk) return unchanged(vetting)
        if (vetting.updatedAt !== base) return unchanged(vetting, 'changed')
        return put(tx, { ...vetting, lookBack, updatedAt: time() })
      })
      return value
    },

    'vetting.decide': async ({ id, seen, verdictId, by, decision, reason }) =>
      settle(
        await withSheet(id, async (tx, vetting) => {
          const { verdicts } = vetting
          if (verdicts.some((verdict) => verdict.id === verdictId)) return unchanged(vetting)
          if (seen !== verdicts.length) return unchanged(vetting, 'changed', [verdicts.at(-1)?.by ?? ''])
          if (by.trim() === '') return unchanged(vetting, 'noName')
          if (reason.trim() === '') return unchanged(vetting, 'noReason')
          if (verdicts.length >= MOST) return unchanged(vetting, 'full')
          const at = time()
          const since = vettedSince(vetting.lookBack, Date.parse(at))
          const posts = await Promise.all(vetting.accountKeys.map((key) => tx.posts.ofAccount(key, { since })))
          const dates = posts.flat().map(({ sortAt }) => sortAt)
          const [from = null] = dates.toSorted()
          const to = dates.toSorted().at(-1) ?? null
          const verdict = {
            id: verdictId,
            at,
            by: by.trim(),
            decision,
            reason: reason.trim(),
            posts: dates.length,
            from,
            to,
          }
          await rememberName(tx, by)
          return put(tx, { ...vetting, verdicts: [...verdicts, verdict], updatedAt: at })
        }),
      ),

    'vetting.delete': async ({ id }) => settle(await decide(deps, (tx) => setDeleted(tx, 'vettings', id, time()))),
    'vetting.restore': async ({ id }) => settle(await decide(deps, (tx) => setDeleted(tx, 'vettings', id, null))),
  }
}

type RefusalCode = NonNullable<VettingAnswer['refused']>['code']

function unchanged(vetting: Vetting, code?: RefusalCode, values: string[] = []): Decided {
  return { value: { vetting, refused: code === undefined ? null : { code, values } }, changed: false }
}

async function put(tx: StoreWriter, vetting: Vetting): Promise<Decided> {
  await tx.put('vettings', vetting)
  return { value: { vetting, refused: null }, changed: true }
}

/** Whoever decides on this machine types their name once, for drafts, incidents and sheets alike. */
async function rememberName(tx: StoreWriter, by: string): Promise<void> {
  const settings = await tx.settings.get()
  if (by.trim() !== settings.approval.reviewer)
    await tx.putSettings({ ...settings, approval: { ...settings.approval, reviewer: by.trim() } })
}
