import {
  type Agreement,
  type AgreementAction,
  type Clause,
  type ClauseKind,
  clauseKinds,
  MAX_AGREEMENT,
  MAX_VERSIONS,
} from '../domain/agreement.ts'
import type { FoundClause } from './clauses/find.ts'

/** Why nothing was done; words under `agreement.refused.<code>`. */
export interface AgreementRefusal {
  readonly code:
    | 'changed'
    | 'noName'
    | 'noText'
    | 'tooLong'
    | 'sameText'
    | 'tooManyVersions'
    | 'notInText'
    | 'badZone'
    | 'datesTurned'
    | 'noTitle'
    | 'tooManyClauses'
}

/** The newest text and its version number. */
export const newestOf = ({ versions }: Pick<Agreement, 'versions'>) => {
  const [first] = versions
  const last = versions.at(-1) ?? first
  if (!last) throw new TypeError('an agreement without a version')
  return last
}

/** Clauses that a person has confirmed and whose words stand in the newest text: what checks go by. */
export function clausesInForce(agreement: Pick<Agreement, 'versions' | 'clauses'>): Clause[] {
  const { n } = newestOf(agreement)
  return agreement.clauses.filter(({ decision, version }) => decision === 'confirmed' && version === n)
}

/** Confirmed once, but their words were changed since: a person has to look, and nothing is checked by them meanwhile. */
export function clausesChanged(agreement: Pick<Agreement, 'versions' | 'clauses'>): Clause[] {
  const { n } = newestOf(agreement)
  return agreement.clauses.filter(({ decision, version }) => decision === 'confirmed' && version !== n)
}

/** Found passages that nobody has decided about yet: neither they nor a part of them, as the same kind. */
export function undecided(
  agreement: Pick<Agreement, 'versions' | 'clauses'>,
  found: readonly FoundClause[],
): FoundClause[] {
  const { n } = newestOf(agreement)
  const decided = agreement.clauses.filter(({ version }) => version === n)
  return found.filter(
    (one) =>
      !decided.some(({ kind, start, end, decision }) =>
        decision === 'dismissed'
          ? start === one.start && kind === one.kind
          : kind === one.kind && start < one.end && one.start < end,
      ),
  )
}

/** Kinds of the clause library that the agreement has neither confirmed nor found, in the library's order (B7). */
export function gapsOf(
  agreement: Pick<Agreement, 'versions' | 'clauses'>,
  found: readonly FoundClause[],
): ClauseKind[] {
  const there = new Set([...clausesInForce(agreement), ...undecided(agreement, found)].map(({ kind }) => kind))
  return clauseKinds.filter((kind) => !there.has(kind))
}

/**
 * One decision about an agreement. A changed text is a new version (relationship.md B7): what was decided goes on for
 * passages that stand in it word for word; other clauses keep their old version and have to be looked at again.
 * `at`: ISO instant. A refusal changes nothing.
 */
export function actOnAgreement(
  agreement: Agreement,
  action: AgreementAction,
  { at, by }: { at: string; by: string },
): { agreement: Agreement } | { refused: AgreementRefusal } {
  const refuse = (code: AgreementRefusal['code']) => ({ refused: { code } })
  const done = (change: Partial<Agreement>) => ({
    agreement: { ...agreement, ...change, updatedAt: after(agreement.updatedAt, at) },
  })
  const name = by.trim()
  if (action.kind !== 'details' && action.kind !== 'undecide' && name === '') return refuse('noName')
  const newest = newestOf(agreement)
  if (action.kind === 'revise') {
    const text = tidy(action.text)
    if (text.trim() === '') return refuse('noText')
    if (text.length > MAX_AGREEMENT) return refuse('tooLong')
    if (text === newest.text) return refuse('sameText')
    if (agreement.versions.length >= MAX_VERSIONS) return refuse('tooManyVersions')
    const n = newest.n + 1
    const versions = [...agreement.versions, { n, text, by: name, at }]
    return done({ versions, clauses: agreement.clauses.map((clause) => carried(clause, newest, { n, text })) })
  }
  if (action.kind === 'decide') {
    const { clause } = action
    if (newest.text.slice(clause.start, clause.end) !== clause.quote) return refuse('notInText')
    const rest = agreement.clauses.filter(({ id }) => id !== clause.id)
    if (rest.length >= 500) return refuse('tooManyClauses')
    const { from, until } = clause.values
    if (from !== null && until !== null && until < from) return refuse('datesTurned')
    const decided: Clause = { ...clause, version: newest.n, by: name, at }
    return done({ clauses: [...rest, decided].toSorted((a, b) => a.start - b.start) })
  }
  if (action.kind === 'undecide') return done({ clauses: agreement.clauses.filter(({ id }) => id !== action.id) })
  const { title, timeZone, startsOn, endsOn } = action.details
  if (title.trim() === '') return refuse('noTitle')
  if (!isZone(timeZone)) return refuse('badZone')
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) return refuse('datesTurned')
  return done({ ...action.details, title: title.trim() })
}

/** A new agreement with what was pasted as its first version; its dates are to be set by a person. */
export function firstVersion(
  about: Pick<Agreement, 'id' | 'partnerId' | 'title' | 'timeZone'>,
  { text: pasted, by, at }: { text: string; by: string; at: string },
): { agreement: Agreement } | { refused: AgreementRefusal } {
  const refuse = (code: AgreementRefusal['code']) => ({ refused: { code } })
  const text = tidy(pasted)
  if (by.trim() === '') return refuse('noName')
  if (about.title.trim() === '') return refuse('noTitle')
  if (text.trim() === '') return refuse('noText')
  if (text.length > MAX_AGREEMENT) return refuse('tooLong')
  if (!isZone(about.timeZone)) return refuse('badZone')
  const dates = { startsOn: null, endsOn: null, reviewOn: null }
  const stamps = { createdAt: at, updatedAt: at, deletedAt: null }
  const versions = [{ n: 1, text, by: by.trim(), at }]
  return { agreement: { ...about, title: about.title.trim(), ...dates, versions, clauses: [], ...stamps } }
}

/** Line ends as `\n`, so that offsets mean the same on every machine; nothing else is changed. */
const tidy = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** Whether a name is a time zone that dates can be told in. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

/** The same passage in the next version: where it stood as often before, so that of two alike each stays itself. */
function carried(clause: Clause, before: { n: number; text: string }, next: { n: number; text: string }): Clause {
  if (clause.version !== before.n) return clause
  let nth = 0
  for (
    let at = before.text.indexOf(clause.quote);
    at !== -1 && at < clause.start;
    at = before.text.indexOf(clause.quote, at + 1)
  )
    nth++
  let found = -1
  for (let i = 0; i <= nth; i++) {
    const at = next.text.indexOf(clause.quote, found + 1)
    if (at === -1) break
    found = at
  }
  return found === -1 ? clause : { ...clause, version: next.n, start: found, end: found + clause.quote.length }
}

/** A stamp later than the last one, also where two decisions fall into one millisecond. */
function after(last: string, at: string): string {
  return at > last ? at : new Date(Date.parse(last) + 1).toISOString()
}
