import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import { correct } from '../../../lib/guidelines/fix/correct.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const line = { phrase: 'Don’t drive – drink “responsibly”' }
const guideline = (params: Record<string, unknown>) => [guidelineOf([ruleOf('required-phrase', params)])]
const check = (text: string, params: Record<string, unknown> = line, over = {}) =>
  assess(postOf(text, { lang: 'en', ...over }), guideline(params), paid).findings[0]

describe('a required wording', () => {
  it.each([
    ['Cheers. DON\'T DRIVE - DRINK "RESPONSIBLY"!', 'pass', 'DON\'T DRIVE - DRINK "RESPONSIBLY', undefined],
    ['Don’t drive,\ndrink responsibly', 'pass', 'Don’t drive,\ndrink responsibly', undefined],
    ['Don’t drive, drink responsably', 'fail', 'Don’t drive, drink responsably', 'near-miss'],
    ['drink responsibly, don’t drive', 'fail', 'drink responsibly, don’t drive', 'near-miss'],
    ['cheers #DontDriveDrinkResponsibly', 'fail', '#DontDriveDrinkResponsibly', 'near-miss'],
    ['cheers', 'fail', undefined, undefined],
    ['', 'fail', undefined, undefined],
  ])('in %j: %s', (text, status, quote, note) => {
    const finding = check(text)
    expect([finding?.status, finding?.evidence[0]?.quote, finding?.note]).toEqual([status, quote, note])
  })

  it('only as a hashtag is for a person to decide', () => {
    const params = { phrase: 'Drink responsibly' }
    expect(check('cheers #DrinkResponsibly', params)).toMatchObject({ status: 'review', reason: 'wordingTagOnly' })
    expect(check('cheers #drinkresponsibly', params)?.evidence[0]?.quote).toBe('#drinkresponsibly')
  })

  it('in the first comment only is a failure that is quoted there', () => {
    const finding = check('cheers', { phrase: 'Drink responsibly' }, { firstComment: 'Drink responsibly!' })
    expect(finding).toMatchObject({ status: 'fail', note: 'comment-only', evidence: [{ field: 'comment' }] })
  })

  it('that a law prescribes cites the law', () => {
    const finding = check('My crypto wallet', { legalLine: 'mica-marketing', when: ['crypto'] })
    expect(finding).toMatchObject({ status: 'fail', source: { type: 'law', jurisdiction: 'EU' } })
    expect(check('My tea cup', { legalLine: 'mica-marketing', when: ['crypto'] })?.status).toBe('pass')
  })

  it.each([
    ['Cheers, all!\n#summer', 'Cheers, all! Don’t drive – drink “responsibly”.\n#summer'],
    ['Cheers', 'Cheers. Don’t drive – drink “responsibly”.'],
  ])('is added to %j where sentences end', (text, corrected) => {
    const done = correct(postOf(text, { lang: 'en' }), guideline(line), paid)
    expect(done.text).toBe(corrected)
    expect(done.left).toEqual([])
  })
})
