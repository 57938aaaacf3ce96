import type { Agreement, Clause, ClauseKind } from '../domain/agreement.ts'
import { clausesInForce } from './agreement.ts'

/** A thing to do when a partnership ends; words under `plan.step.<code>`. */
export interface TerminationTask {
  readonly code:
    | 'read-clause'
    | 'counsel'
    | 'written-notice'
    | 'open-deliverables'
    | 'final-payment'
    | 'usage-rights'
    | 'codes-and-links'
    | 'access'
    | 'confidentiality'
    | 'joint-wording'
    | 'team'
  /** The clause of the contract that says how: its exact words. Null where none is confirmed. */
  readonly clause: { readonly id: string; readonly kind: ClauseKind; readonly quote: string } | null
  /** Notice, or term of payment, as the clause gives it. */
  readonly days: number | null
  readonly workingDays: number | null
}

const tasks: readonly (readonly [TerminationTask['code'], readonly ClauseKind[]])[] = [
  ['read-clause', ['termination']],
  ['counsel', []],
  ['written-notice', ['termination']],
  ['open-deliverables', ['deliverables']],
  ['final-payment', ['kill-fee', 'payment', 'compensation']],
  ['usage-rights', ['usage-rights']],
  ['codes-and-links', ['stay-live', 'takedown']],
  ['access', []],
  ['confidentiality', ['confidentiality']],
  ['joint-wording', ['consultation']],
  ['team', []],
]

/**
 * What is to be done when a partnership ends (relationship.md B5), each step with the confirmed clause that says how.
 * Without an agreement, the steps alone.
 */
export function terminationChecklist(agreement: Pick<Agreement, 'versions' | 'clauses'> | null): TerminationTask[] {
  const clauses = agreement ? clausesInForce(agreement) : []
  const first = (kinds: readonly ClauseKind[]): Clause | undefined =>
    kinds.flatMap((kind) => clauses.filter((clause) => clause.kind === kind))[0]
  return tasks.map(([code, kinds]) => {
    const clause = first(kinds)
    const { days = null, workingDays = null } = clause?.values ?? {}
    const isTimed = code === 'written-notice' || code === 'final-payment'
    return {
      code,
      clause: clause ? { id: clause.id, kind: clause.kind, quote: clause.quote } : null,
      days: isTimed ? days : null,
      workingDays: isTimed ? workingDays : null,
    }
  })
}
