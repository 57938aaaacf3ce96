import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../lib/domain/finding.ts'
import type { Waiver } from '../../../lib/domain/waiver.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import { wordsOf } from '../../../lib/guidelines/waive.ts'
import { waiverRow } from '../store/rows.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const guideline = guidelineOf([
  ruleOf('banned-phrase', { phrases: ['cheap'] }, { id: 'no-cheap' }),
  ruleOf('required-hashtag', { tag: '#Acme' }, { id: 'tag' }),
])

const check = (text: string, waivers: Waiver[], postId: string | null = 'instagram:1') =>
  assess(postOf(text), [guideline], { ...paid, waivers, postId })

/** As the interface makes one of a finding. */
function waiverOf(finding: Finding | undefined, over: Partial<Waiver> = {}): Waiver {
  if (!finding) throw new Error('nothing was found')
  const { ruleId, kind, value } = finding
  return waiverRow(1, { postId: 'instagram:1', ruleId, kind, value, quote: wordsOf(finding), ...over })
}

const first = (text: string, ruleId: string) => check(text, []).findings.find((one) => one.ruleId === ruleId)

describe('a waived finding', () => {
  const text = 'Cheap Trick on repeat #Acme'
  const waiver = waiverOf(first(text, 'no-cheap'))

  it('stays visible with its reason, last, and keeps out of the verdict', () => {
    expect(check(text, []).verdict).toBe('fail')
    const { verdict, findings } = check(text, [waiver])
    expect(verdict).toBe('pass')
    expect(findings).toHaveLength(2)
    expect(findings.at(-1)).toMatchObject({
      ruleId: 'no-cheap',
      status: 'fail',
      waived: { id: waiver.id, because: 'accepted', reason: 'A song title' },
    })
  })

  it('counts again when the waiver is taken back, on another post, or under another rule', () => {
    expect(check(text, [{ ...waiver, deletedAt: '2026-11-20T00:00:00.000Z' }]).verdict).toBe('fail')
    expect(check(text, [waiver], 'instagram:2').verdict).toBe('fail')
    expect(check(text, [waiver], null).verdict).toBe('fail')
    expect(check(text, [{ ...waiver, ruleId: 'another' }]).verdict).toBe('fail')
  })

  it('counts again when the caption later breaks the same rule in other words', () => {
    expect(check('cheap trick on repeat, still #Acme', [waiver]).verdict).toBe('pass')
    expect(check('Cheap Trick on repeat, and ch3ap #Acme', [waiver]).verdict).toBe('fail')
  })

  it('is waived on every post, stored or not, where the waiver is for every post', () => {
    const everywhere = { ...waiver, postId: null }
    expect(check('A cheap day out #Acme', [everywhere], 'instagram:2').verdict).toBe('pass')
    expect(check('A cheap day out #Acme', [everywhere], null).verdict).toBe('pass')
    expect(check('The cheapest day out #Acme', [everywhere], 'instagram:2').verdict).toBe('fail')
  })

  it('may have no words: what is missing can be waived on its post', () => {
    const missing = waiverOf(first('So soft', 'tag'))
    expect(missing.quote).toBeNull()
    expect(check('So soft', [missing]).verdict).toBe('pass')
    expect(check('So soft #AcmeGlow', [missing]).verdict).toBe('fail')
  })

  it('is never one that passes', () => {
    const { findings } = check('So soft #Acme', [waiverOf(first('So soft #Acme', 'tag'))])
    expect(findings.filter(({ waived }) => waived)).toEqual([])
  })
})
