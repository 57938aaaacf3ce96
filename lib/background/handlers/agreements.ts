import type { Agreement } from '../../domain/agreement.ts'
import { MessageError } from '../../messages/errors.ts'
import type { AgreementAnswer } from '../../messages/protocol.ts'
import type { Handlers } from '../../messages/serve.ts'
import { actOnAgreement, firstVersion } from '../../partnership/agreement.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'
import { setDeleted } from './typed.ts'

type AgreementMessages = `agreement.${'make' | 'act' | 'delete' | 'restore'}`
type Decided = { value: AgreementAnswer; changed: boolean }

/** What people decide about agreements (relationship.md B7); a decision about what has changed since is refused. */
export function agreementHandlers(
  deps: Pick<Deps, 'store' | 'bump' | 'now' | 'lookAt'>,
): Pick<Handlers, AgreementMessages> {
  const time = () => deps.now().toISOString()
  const setGone = async (id: string, deletedAt: string | null) => {
    const { value, changed } = await decide(deps, (tx) => setDeleted(tx, 'agreements', id, deletedAt))
    if (changed) deps.lookAt([value.partnerId])
    return value
  }

  return {
    'agreement.make': async ({ text, by, ...about }) => {
      const { value } = await decide(deps, async (tx): Promise<Decided> => {
        const stored = await tx.agreements.get(about.id)
        if (stored) return { value: { agreement: stored, refused: null }, changed: false }
        if (!(await tx.partners.get(about.partnerId)))
          throw new MessageError('not-found', 'This partner is not there any more.')
        const made = firstVersion(about, { text, by, at: time() })
        if ('refused' in made) return { value: { agreement: null, refused: made.refused }, changed: false }
        await tx.put('agreements', made.agreement)
        await rememberName(tx, by)
        return { value: { agreement: made.agreement, refused: null }, changed: true }
      })
      return value
    },

    'agreement.act': async ({ id, seen, by, action }) => {
      const { value, changed } = await decide(deps, async (tx): Promise<Decided> => {
        const agreement = await tx.agreements.get(id)
        if (!agreement || agreement.deletedAt !== null)
          throw new MessageError('not-found', 'This agreement is not there any more.')
        const refused = (why: NonNullable<AgreementAnswer['refused']>) => ({
          value: { agreement, refused: why },
          changed: false,
        })
        if (seen !== agreement.updatedAt) return refused({ code: 'changed' })
        const outcome = actOnAgreement(agreement, action, { at: time(), by })
        if ('refused' in outcome) return refused(outcome.refused)
        await tx.put('agreements', outcome.agreement)
        await rememberName(tx, by)
        return { value: { agreement: outcome.agreement, refused: null }, changed: true }
      })
      if (changed && value.agreement) deps.lookAt([value.agreement.partnerId])
      return value
    },

    'agreement.delete': ({ id }): Promise<Agreement> => setGone(id, time()),
    'agreement.restore': ({ id }): Promise<Agreement> => setGone(id, null),
  }
}

/** Whoever decides on this machine types their name once. */
async function rememberName(tx: StoreWriter, by: string): Promise<void> {
  const settings = await tx.settings.get()
  const reviewer = by.trim()
  if (reviewer !== '' && reviewer !== settings.approval.reviewer)
    await tx.putSettings({ ...settings, approval: { ...settings.approval, reviewer } })
}
