import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingSchema } from '../../../lib/domain/finding.ts'
import type { Finding } from '../../../lib/domain/finding.ts'
import { appliesTo, assess, isProven, verdictOf } from '../../../lib/guidelines/assess.ts'
import { textsOf } from '../../../lib/guidelines/view.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const partnerId = '01K9AAAAAAAAAAAAAAAAAAAAAA'
const everything = guidelineOf(
  [
    ruleOf('disclosure', {}, { id: 'd' }),
    ruleOf('required-hashtag', { tag: '#Acme' }, { id: 'h' }),
    ruleOf('required-mention', { handle: '@acme' }, { id: 'm' }),
    ruleOf('banned-phrase', { phrases: ['cheap'] }, { id: 'b' }),
    ruleOf('banned-phrase', { phrases: ['last chance'], except: ['no last chance'] }, { id: 'b2' }),
  ],
  { brand: 'Acme' },
)

describe('assess', () => {
  it('passes a post that keeps to everything, each finding with its words or where it looked', () => {
    const { verdict, findings } = assess(postOf('#ad So soft, thanks @acme #Acme'), [everything], paid)
    expect(verdict).toBe('pass')
    expect(findings.filter(({ weight }) => weight === 'must')).toHaveLength(5)
    expect(findings.every(({ evidence, searched }) => evidence.length > 0 || searched !== undefined)).toBe(true)
  })

  it('lists the worst first', () => {
    const { verdict, findings } = assess(postOf('So cheap, thanks @acme #Acme'), [everything], paid)
    expect(verdict).toBe('fail')
    expect(findings.map(({ reason }) => reason).slice(0, 2)).toEqual(['bannedFound', 'disclosureVague'])
    expect(findings.slice(2).every(({ status }) => status === 'pass')).toBe(true)
  })

  it('knows no verdict where no guideline applies', () => {
    expect(assess(postOf('so cheap'), [], paid)).toEqual({ verdict: 'unknown', findings: [] })
    const off = [
      { ...everything, active: false },
      { ...everything, deletedAt: '2026-11-02T00:00:00.000Z' },
      { ...everything, partnerIds: [partnerId] },
    ]
    expect(assess(postOf('so cheap'), off, paid).verdict).toBe('unknown')
    expect(appliesTo({ ...everything, partnerIds: [partnerId] }, partnerId)).toBe(true)
  })

  it('never lets a "prefer" block, whatever it says', () => {
    const rules = [
      ruleOf('banned-phrase', { phrases: ['cheap'] }, { weight: 'prefer' }),
      ruleOf('disclosure', {}, { weight: 'prefer' }),
    ]
    const { verdict, findings } = assess(postOf('so cheap'), [guidelineOf(rules)], paid)
    expect(findings.map(({ status }) => status).toSorted()).toEqual(['fail', 'missing'])
    expect(verdict).toBe('pass')
  })

  it('fails what is missing, and leaves buried and ambiguous to a person', () => {
    expect(disclosureVerdict('so soft')).toBe('fail')
    expect(disclosureVerdict('#ad so soft, but this is not an ad')).toBe('fail')
    expect(disclosureVerdict('so soft #spon')).toBe('review')
    expect(disclosureVerdict('#a1a #a2a #a3a #a4a #ad')).toBe('review')
    expect(disclosureVerdict('#ad so soft')).toBe('pass')
  })

  it('keeps a rule of an unknown kind and says that it was not understood', () => {
    const { verdict, findings } = assess(
      postOf('so soft'),
      [guidelineOf([ruleOf('required-emoji', { emoji: '💚' })])],
      paid,
    )
    expect(verdict).toBe('review')
    expect(findings).toMatchObject([
      { kind: 'required-emoji', status: 'not-checkable', reason: 'ruleNotUnderstood', values: ['required-emoji'] },
    ])
  })

  it.each([
    ['required-hashtag', {}, 'tag'],
    ['required-hashtag', { tag: 7 }, 'tag'],
    ['required-hashtag', { tag: '#' }, 'tag'],
    ['required-hashtag', { tag: 'two words' }, 'tag'],
    ['required-mention', { handle: '@' }, 'handle'],
    ['banned-phrase', { phrases: ['  '] }, 'phrases'],
    ['banned-phrase', { phrases: ['god'], except: 'oh my god' }, 'except'],
    ['disclosure', { jurisdiction: 1 }, 'jurisdiction'],
  ])('says what is wrong with %s %j instead of throwing', (kind, params, name) => {
    const { findings } = assess(postOf('so soft'), [guidelineOf([ruleOf(kind, params)])], paid)
    expect(findings).toMatchObject([{ status: 'not-checkable', reason: 'ruleIncomplete', values: [name] }])
  })

  it('names the guideline and its version, or the law, as the source', () => {
    const { findings } = assess(postOf('#ad so soft'), [everything], paid)
    const sourceOf = (id: string) => findings.find(({ ruleId }) => ruleId === id)?.source
    expect(sourceOf('b')).toEqual({ type: 'guideline', guidelineId: everything.id, name: 'Autumn glow', version: 3 })
    expect(sourceOf('d')).toMatchObject({ type: 'law', jurisdiction: 'US', authority: 'FTC', confidence: 'H' })
  })

  it('shows exact words or nothing, for any caption at all', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '#ad',
        '🅰🅳',
        '#Аcme',
        '@acme',
        '@acme.b',
        'ch3ap ',
        'c h e a p',
        'last\u200b chance',
        'not an ad',
        '\ud800',
        '\u0301',
        '\n',
        'Sponsored by Acme',
        '#CheapAd',
        '__proto__ ',
        '<img src=x>',
      ),
    )
    const caption = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))
    const post = fc.record({
      text: caption,
      visibleText: fc.option(caption),
      textComplete: fc.boolean(),
      firstComment: fc.option(caption),
    })
    fc.assert(
      fc.property(post, fc.constantFrom('instagram', 'x', 'youtube', 'mastodon'), (over, platform) => {
        const given = postOf('', { ...over, platform })
        for (const finding of assess(given, [everything], paid).findings) {
          expect(findingSchema.safeParse(finding).success).toBe(true)
          expect(finding.reason).not.toBe('quoteLost')
          for (const { field, start, end, quote } of finding.evidence) {
            expect(textsOf(given, field).map((text) => text.slice(start, end))).toContain(quote)
          }
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('the guard', () => {
  const finding: Finding = {
    ruleId: 'b',
    kind: 'banned-phrase',
    value: 'cheap',
    source: { type: 'guideline', guidelineId: 'g', name: 'g', version: 1 },
    status: 'fail',
    severity: 'high',
    weight: 'must',
    reason: 'bannedFound',
    values: ['cheap', 'cheap'],
    evidence: [{ field: 'text', start: 3, end: 8, quote: 'cheap' }],
  }
  const post = postOf('so cheap')

  it('lets through what shows its words', () => {
    expect(isProven(post, finding)).toBe(true)
  })

  it.each([
    ['a quote from elsewhere', { evidence: [{ field: 'text' as const, start: 0, end: 5, quote: 'cheap' }] }],
    ['an empty quote', { evidence: [{ field: 'text' as const, start: 0, end: 0, quote: '' }] }],
    ['a comment that is not there', { evidence: [{ field: 'comment' as const, start: 0, end: 5, quote: 'cheap' }] }],
    ['neither words nor where it looked', { evidence: [] }],
    [
      'a review without words',
      { status: 'review' as const, evidence: [], searched: { field: 'text', chars: 8, terms: [] } },
    ],
  ])('refuses %s', (_, over) => {
    expect(isProven(post, { ...finding, ...over })).toBe(false)
  })

  it('does not let a lost quote read as a pass', () => {
    const lost: Finding = { ...finding, status: 'not-checkable', reason: 'quoteLost', evidence: [] }
    expect(verdictOf([lost])).toBe('review')
  })
})

function disclosureVerdict(text: string) {
  return assess(postOf(text), [guidelineOf([ruleOf('disclosure')])], paid).verdict
}
