import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const FACTS = resolve(import.meta.dirname, '../../../../shared/data/compliance/claim-patterns.json')

const check = (text: string, lang: string, jurisdiction = 'US') =>
  assess(postOf(text, { lang }), [guidelineOf([ruleOf('claim-families')])], { ...paid, jurisdiction }).findings

interface Facts {
  patterns: { id: string; lang: string; examples: { hit: string[]; miss: string[] } }[]
}

describe.skipIf(!existsSync(FACTS))('the starter families', () => {
  const { patterns } = existsSync(FACTS) ? (JSON.parse(readFileSync(FACTS, 'utf8')) as Facts) : { patterns: [] }

  // Any drink is of the family alcohol, so a drink that is said to heal is only one more way into it.
  const found = new Set(['alcohol.therapeutic'])

  it('find every example of the facts, and none that is no claim', () => {
    expect(patterns.length).toBeGreaterThan(40)
    const wrong = patterns.flatMap(({ id, lang, examples: { hit, miss } }) => {
      const missed = hit.filter((text) => check(text, lang)[0]?.status !== 'review')
      const taken = miss.filter((text) => !found.has(id) && check(text, lang)[0]?.status !== 'pass')
      return missed.length + taken.length > 0 ? [{ id, missed, taken }] : []
    })
    expect(wrong).toEqual([])
  })
})

describe('a claim of a starter family', () => {
  it('cites the authority of the audience’s country, or the Union’s', () => {
    const text = 'It cured my eczema'
    expect(check(text, 'en', 'GB')[0]?.source).toMatchObject({ authority: 'ASA' })
    expect(check(text, 'en', 'DE')[0]?.source).toMatchObject({ document: expect.stringContaining('1924/2006') })
    expect(check(text, 'en', 'US')[0]?.source).toMatchObject({ authority: 'FTC', since: '2022-12' })
  })

  it('is not found where it is denied', () => {
    expect(check('It will not boost your immune system', 'en')[0]?.status).toBe('pass')
    expect(check('Das heilt keine Akne', 'de')[0]?.status).toBe('pass')
  })

  it('is one finding for each family, with its words', () => {
    const found = check('Clinically proven, eco-friendly and it cures acne', 'en')
    expect(found.map(({ value, evidence }) => [value, evidence[0]?.quote])).toEqual([
      ['cure', 'cures acne'],
      ['proven', 'Clinically proven'],
      ['green', 'eco-friendly'],
    ])
  })
})
