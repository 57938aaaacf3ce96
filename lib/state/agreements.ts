import { type ReadonlySignal, signal } from '@preact/signals'
import type { Agreement, AgreementAction, Clause, ClauseKind } from '../domain/agreement.ts'
import type { Partner } from '../domain/partner.ts'
import type { AgreementAnswer, Input } from '../messages/protocol.ts'
import {
  type AgreementRefusal,
  clausesChanged,
  clausesInForce,
  gapsOf,
  newestOf,
  undecided,
} from '../partnership/agreement.ts'
import { type FoundClause, type Reading, readAgreement } from '../partnership/clauses/find.ts'
import type { StoreReader } from '../store/interface.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

export interface AgreementRow {
  readonly agreement: Agreement
  readonly partner: Partner
  readonly version: number
  readonly confirmed: number
  /** Found and not decided about. */
  readonly waiting: number
}

/** A text is read once, however often its page is drawn. */
const readings = new Map<string, Reading>()

function readingOf(text: string): Reading {
  const known = readings.get(text)
  if (known) return known
  if (readings.size > 30) readings.clear()
  const made = readAgreement(text)
  readings.set(text, made)
  return made
}

/** Agreements of the partners there are, newest first. */
export async function loadAgreements(store: StoreReader, only?: Partner): Promise<AgreementRow[]> {
  const [agreements, partners] = await Promise.all([
    only ? store.agreements.ofPartner(only.id) : store.agreements.all(),
    only ? [only] : store.partners.all(),
  ])
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  return agreements.flatMap((agreement): AgreementRow[] => {
    const partner = byId.get(agreement.partnerId)
    if (!partner) return []
    const { n, text } = newestOf(agreement)
    const confirmed = clausesInForce(agreement).length
    return [
      { agreement, partner, version: n, confirmed, waiting: undecided(agreement, readingOf(text).clauses).length },
    ]
  })
}

/** Everything the page of one agreement shows. */
export interface AgreementView {
  readonly agreement: Agreement
  readonly partner: Partner
  readonly reading: Reading
  readonly waiting: readonly FoundClause[]
  readonly inForce: readonly Clause[]
  /** Confirmed of an older text, and not in the newest. */
  readonly changed: readonly Clause[]
  readonly gaps: readonly ClauseKind[]
  readonly by: string
}

/** Null when there is no such agreement, or no longer. */
export async function loadAgreementView(store: StoreReader, id: string): Promise<AgreementView | null> {
  const agreement = await store.agreements.get(id)
  const partner = agreement && agreement.deletedAt === null ? await store.partners.get(agreement.partnerId) : null
  if (!agreement || !partner) return null
  const reading = readingOf(newestOf(agreement).text)
  return {
    agreement,
    partner,
    reading,
    waiting: undecided(agreement, reading.clauses),
    inForce: clausesInForce(agreement),
    changed: clausesChanged(agreement),
    gaps: gapsOf(agreement, reading.clauses),
    by: (await store.settings.get()).approval.reviewer,
  }
}

/** What people do with agreements. */
export interface AgreementEdit {
  readonly newId: () => string
  /** Why the last decision was refused, about which agreement; null once another was taken. */
  readonly refused: ReadonlySignal<{ readonly id: string | null; readonly refusal: AgreementRefusal } | null>
  /** The new agreement's id; null when it was refused. */
  make(about: Omit<Input<'agreement.make'>, 'id'>): Promise<string | null>
  /** False when it was refused: `refused` says why, and nothing was changed. */
  act(agreement: Agreement, by: string, action: AgreementAction): Promise<boolean>
  /** Can be undone from the toast. */
  remove(agreement: Agreement): Promise<void>
}

export function createAgreementEdit({
  send,
  toasts,
  newId,
  onChange,
}: Pick<SurfacePorts, 'send' | 'newId'> & { toasts: Toasts; onChange: () => Promise<void> }): AgreementEdit {
  const refused = signal<{ id: string | null; refusal: AgreementRefusal } | null>(null)
  const settle = (id: string | null, answer: AgreementAnswer): boolean => {
    refused.value = answer.refused === null ? null : { id, refusal: answer.refused }
    return answer.refused === null
  }
  return {
    newId,
    refused,
    async make(about) {
      const id = newId()
      let made = false
      await toasts.attempt(async () => {
        made = settle(null, await send('agreement.make', { ...about, id }))
        if (made) toasts.say('agreementKept')
      })
      await onChange()
      return made ? id : null
    },
    async act({ id, updatedAt }, by, action) {
      let done = false
      await toasts.attempt(async () => {
        done = settle(id, await send('agreement.act', { id, seen: updatedAt, by, action }))
        if (done && action.kind === 'revise') toasts.say('agreementRevised')
      })
      await onChange()
      return done
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('agreement.delete', { id })
        toasts.say('agreementDeleted', [], async () => {
          await send('agreement.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}
