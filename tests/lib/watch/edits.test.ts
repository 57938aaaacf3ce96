import { array, assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Label } from '../../../lib/domain/observation.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import { rankEdit } from '../../../lib/watch/edits.ts'
import type { Version } from '../../../lib/watch/edits.ts'
import { guidelineOf, paid, postOf, ruleOf } from '../guidelines/fixtures.ts'

const guideline = guidelineOf([
  ruleOf('disclosure'),
  ruleOf('required-hashtag', { tag: '#CrumbClub' }),
  ruleOf('banned-claim', { claim: 'cures acne' }),
])
function version(text: string, over: { labels?: Label[]; visibleText?: string; links?: string[] } = {}): Version {
  const { findings } = assess(postOf(text, over), [guideline], paid)
  return { text, labels: over.labels ?? [], links: over.links ?? [], findings }
}
const bare = (text: string): Version => ({ text, labels: [], links: [], findings: [] })
const codes = (before: Version, after: Version) => rankEdit(before, after).reasons.map(({ code }) => code)

const APPROVED = '#ad Mornings with @crumbandco and the new loaf 🍞 #CrumbClub Use MARA20 for 20 % off.'

describe('silent edits (B8, B11)', () => {
  it('another Unicode form and other spacing are no edit', () => {
    expect(rankEdit(version('#ad Café  with #CrumbClub'), version('#ad Cafe\u0301 with\n#CrumbClub')).rank).toBe('same')
  })

  it('an added emoji, other punctuation and other case are cosmetic', () => {
    const after = APPROVED.replace('🍞', '🍞✨').replace('Mornings', 'mornings').replace('off.', 'off!')
    expect(rankEdit(version(APPROVED), version(after))).toMatchObject({
      rank: 'cosmetic',
      reasons: [{ code: 'looksChanged' }],
    })
  })

  it('other words, numbers and links are material', () => {
    expect(codes(version(APPROVED), version(APPROVED.replace('new loaf', 'old loaf')))).toEqual(['wordsChanged'])
    expect(codes(version(APPROVED), version(APPROVED.replace('20 %', '15 %')))).toContain('numberChanged')
    expect(codes(version(APPROVED, { links: ['https://a.example/1'] }), version(APPROVED))).toEqual(['linkChanged'])
  })

  it('a removed "#ad" is legal, and quotes what was there', () => {
    const edit = rankEdit(version(APPROVED), version(APPROVED.replace('#ad ', '')))
    expect(edit.rank).toBe('legal')
    expect(edit.reasons[0]).toMatchObject({ code: 'disclosureWorse', values: ['clear', 'missing'], in: 'before' })
    expect(edit.reasons[0]?.evidence[0]?.quote).toBe('#ad')
  })

  it('a disclosure moved below the visible cut is legal', () => {
    const filler = 'The crust sings when it cools and the kitchen smells of autumn. '.repeat(4)
    const after = `${filler}${APPROVED.replace('#ad ', '')} #ad`
    expect(codes(version(APPROVED), version(after, { visibleText: filler.slice(0, 120) }))).toContain('disclosureWorse')
  })

  it('a lost platform label, a lost required tag and another discount code are legal', () => {
    expect(codes(version(APPROVED, { labels: ['paid-partnership'] }), version(APPROVED))).toEqual(['labelGone'])
    const untagged = rankEdit(version(APPROVED), version(APPROVED.replace('#CrumbClub ', '')))
    expect(untagged.reasons.map(({ code }) => code)).toEqual(['tagGone'])
    expect(untagged.reasons[0]?.evidence[0]?.quote).toBe('#CrumbClub')
    const coded = rankEdit(version(APPROVED), version(APPROVED.replace('MARA20', 'MARA15')))
    expect(coded.reasons[0]).toMatchObject({ code: 'codeChanged', values: ['MARA20', 'MARA15'] })
  })

  it('an added claim is legal and quotes it', () => {
    const edit = rankEdit(version(APPROVED), version(`${APPROVED} It cures acne in three days.`))
    expect(edit.reasons[0]?.code).toBe('claimAdded')
    expect(edit.reasons[0]?.evidence[0]?.quote).toMatch(/cures acne/i)
  })

  it('what was broken before is not the edit’s fault', () => {
    const broken = APPROVED.replace('#CrumbClub ', '')
    expect(codes(version(broken), version(broken.replace('new loaf', 'old loaf')))).toEqual(['wordsChanged'])
  })

  it('a disclosure added later is no worse', () => {
    expect(codes(version(APPROVED.replace('#ad ', '')), version(APPROVED))).toEqual(['wordsChanged'])
  })

  it('a year, a size and a plain number are no discount codes', () => {
    const texts = ['2026', 'XXL', '500G', 'B2B', 'A4']
    const found = texts.filter((text) => codes(bare(`The loaf ${text}`), bare('The loaf')).includes('codeChanged'))
    expect(found).toEqual([])
  })

  it('any two texts: equal ones are the same, and every rank but "same" has a reason', () => {
    assert(
      property(array(string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), ([a = '', b = '']) => {
        expect(rankEdit(bare(a), bare(a)).rank).toBe('same')
        const edit = rankEdit(bare(a), bare(b))
        expect(edit.reasons.length > 0).toBe(edit.rank !== 'same')
      }),
    )
  })
})
