import { describe, expect, it } from 'vitest'
import type { Agreement, AgreementAction, ClauseKind } from '../../../lib/domain/agreement.ts'
import {
  actOnAgreement,
  clausesChanged,
  clausesInForce,
  gapsOf,
  undecided,
} from '../../../lib/partnership/agreement.ts'
import { readAgreement } from '../../../lib/partnership/clauses/find.ts'
import { clauseLibrary, clauseText } from '../../../lib/partnership/clauses/library.ts'
import { noValues } from '../../../lib/partnership/clauses/values.ts'
import { terminationChecklist } from '../../../lib/partnership/termination-checklist.ts'
import { agreementRow, ulid } from '../store/rows.ts'

const about = { at: '2027-02-01T10:00:00.000Z', by: 'Ines' }

function act(agreement: Agreement, action: AgreementAction, by = 'Ines'): Agreement {
  const outcome = actOnAgreement(agreement, action, { ...about, by })
  if ('refused' in outcome) throw new Error(outcome.refused.code)
  return outcome.agreement
}

const refusalOf = (agreement: Agreement, action: AgreementAction, by = 'Ines') => {
  const outcome = actOnAgreement(agreement, action, { ...about, by })
  return 'refused' in outcome ? outcome.refused.code : null
}

function withText(text: string): Agreement {
  const row = agreementRow(1)
  return { ...row, clauses: [], versions: [{ n: 1, text, by: 'Ines', at: row.createdAt }] }
}

function confirm(agreement: Agreement, kind: ClauseKind, quote: string, n: number): Agreement {
  const start = agreement.versions.at(-1)?.text.indexOf(quote) ?? -1
  const clause = { id: ulid(n), kind, decision: 'confirmed' as const, start, end: start + quote.length, quote }
  return act(agreement, { kind: 'decide', clause: { ...clause, values: { ...noValues, days: 30 } } })
}

const LIVE = 'Each post must remain live for 45 days.'
const TERM = 'Either party may terminate this agreement on 30 days notice.'

describe('an agreement', () => {
  it('B7: a contract without crisis definition, response time or takedown clause has these 3 named gaps', () => {
    const left = new Set<ClauseKind>(['crisis-definition', 'response-time', 'takedown'])
    const text = clauseLibrary
      .filter(({ kind }) => !left.has(kind))
      .map((clause) =>
        clauseText(clause)
          .replaceAll('{{names}}', 'Hollowbrook Foods')
          .replaceAll(/\{\{(?:from|date|until)\}\}/g, '1 March 2027')
          .replaceAll('{{platforms}}', 'Instagram reels')
          .replaceAll('{{handle}}', '@fenwicklarder')
          .replaceAll('{{hashtag}}', '#LarderDays')
          .replaceAll('{{amount}}', 'EUR 900'),
      )
      .join('\n\n')
    expect(gapsOf(withText(text), readAgreement(text).clauses)).toEqual([
      'crisis-definition',
      'response-time',
      'takedown',
    ])
  })

  it('B7: a passage that a person dismissed fills no gap', () => {
    const agreement = withText(LIVE)
    const found = readAgreement(LIVE).clauses
    expect(gapsOf(agreement, found)).not.toContain('stay-live')
    const [one] = found
    if (!one) throw new Error('not found')
    const { kind, start, end, quote, values } = one
    const clause = { id: ulid(5), kind, start, end, quote, values, decision: 'dismissed' as const }
    const dismissed = act(agreement, { kind: 'decide', clause })
    expect(gapsOf(dismissed, found)).toContain('stay-live')
    expect(undecided(dismissed, found)).toEqual([])
    expect(clausesInForce(dismissed)).toEqual([])
  })

  it('B7: a changed text bumps the version; clauses whose words stand go on, others have to be looked at again', () => {
    const agreement = confirm(confirm(withText(`${LIVE}\n\n${TERM}`), 'stay-live', LIVE, 5), 'termination', TERM, 6)
    const revised = act(agreement, { kind: 'revise', text: `Preamble.\n\n${LIVE}\n\n${TERM.replace('30', '60')}` })
    expect(revised.versions.map(({ n }) => n)).toEqual([1, 2])
    expect(clausesInForce(revised).map(({ kind }) => kind)).toEqual(['stay-live'])
    expect(clausesChanged(revised).map(({ kind }) => kind)).toEqual(['termination'])
    const [live] = clausesInForce(revised)
    expect(revised.versions[1]?.text.slice(live?.start, live?.end)).toBe(LIVE)
  })

  it('of two passages alike each stays itself in the next version', () => {
    const agreement = withText(`${LIVE}\n\n${LIVE}`)
    const start = LIVE.length + 2
    const clause = {
      id: ulid(5),
      kind: 'stay-live' as const,
      decision: 'confirmed' as const,
      start,
      end: start + LIVE.length,
    }
    const second = act(agreement, { kind: 'decide', clause: { ...clause, quote: LIVE, values: noValues } })
    const revised = act(second, { kind: 'revise', text: `Hello.\n\n${LIVE}\n\n${LIVE}` })
    expect(clausesInForce(revised)[0]?.start).toBe(start + 'Hello.\n\n'.length)
  })

  it('refuses what changes nothing, is empty, names nobody, or quotes what is not there', () => {
    const agreement = withText(LIVE)
    const clause = { id: ulid(5), kind: 'stay-live' as const, decision: 'confirmed' as const, start: 0, end: 4 }
    const decide = (quote: string, values = noValues): AgreementAction => ({
      kind: 'decide',
      clause: { ...clause, quote, values },
    })
    expect(refusalOf(agreement, { kind: 'revise', text: LIVE })).toBe('sameText')
    expect(refusalOf(agreement, { kind: 'revise', text: ' \r\n ' })).toBe('noText')
    expect(refusalOf(agreement, { kind: 'revise', text: 'other' }, ' ')).toBe('noName')
    expect(refusalOf(agreement, decide('Ever'))).toBe('notInText')
    expect(refusalOf(agreement, decide('Each', { ...noValues, from: '2027-03-01', until: '2027-02-01' }))).toBe(
      'datesTurned',
    )
    const { title, startsOn, endsOn, reviewOn } = agreement
    const details = { title, timeZone: 'Mars/Olympus', startsOn, endsOn, reviewOn }
    expect(refusalOf(agreement, { kind: 'details', details })).toBe('badZone')
    expect(refusalOf(agreement, decide('Each'))).toBeNull()
  })

  it('is stamped later with every decision, also within one millisecond', () => {
    const first = confirm(withText(LIVE), 'stay-live', LIVE, 5)
    const second = act(first, { kind: 'undecide', id: ulid(5) })
    expect(second.updatedAt > first.updatedAt).toBe(true)
  })

  it('B5: the termination checklist quotes the clauses that say how', () => {
    const agreement = confirm(withText(TERM), 'termination', TERM, 5)
    const notice = terminationChecklist(agreement).find(({ code }) => code === 'written-notice')
    expect(notice).toMatchObject({ days: 30, clause: { quote: TERM } })
    expect(terminationChecklist(null).every(({ clause }) => clause === null)).toBe(true)
    expect(terminationChecklist(null).map(({ code }) => code)).toContain('counsel')
  })
})
