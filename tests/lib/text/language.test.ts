import { describe, expect, it } from 'vitest'
import { distance } from '../../../lib/text/distance.ts'
import { formsOf } from '../../../lib/text/inflect.ts'
import { languageOf, primary } from '../../../lib/text/language.ts'

describe('languageOf', () => {
  it.each([
    ['What is everyone using for winter skin?', null, 'en', true],
    ['Was benutzt ihr eigentlich für die Haut im Winter?', 'en', 'de', true],
    ['Je ne sais pas quoi mettre avec cette robe', 'en', 'fr', true],
    ['새 립밤 발색 미쳤다', 'en', 'ko', true],
    ['これは便利です', null, 'ja', true],
    ['Просто супер', 'uk', 'uk', true],
    ['love', 'de', 'de', false],
    ['love', null, null, false],
    ['😍😍', 'en-GB', 'en', false],
    ['', null, null, false],
  ])('of %j with the hint %j is %j (sure: %j)', (text, hint, lang, sure) => {
    expect(languageOf(text, hint)).toEqual({ lang, sure })
  })

  it('takes the primary language of any tag', () => {
    expect(['en-GB', 'PT_br', 'und', '', 'x-klingon'].map(primary)).toEqual(['en', 'pt', null, null, null])
  })
})

describe('formsOf', () => {
  it('makes the regular forms', () => {
    expect([...formsOf('cheap', 'en')]).toEqual(expect.arrayContaining(['cheap', 'cheaper', 'cheapest']))
    expect([...formsOf('try', 'en')]).toEqual(expect.arrayContaining(['tries', 'tried', 'trying']))
    expect([...formsOf('barato', 'es')]).toEqual(expect.arrayContaining(['barata', 'baratos', 'baratas']))
  })

  it('makes no other word of a word', () => {
    for (const [word, other] of [
      ['butt', 'butter'],
      ['news', 'new'],
      ['dupe', 'duper'],
      ['glass', 'glas'],
    ] as const) {
      expect(formsOf(word, 'en').has(other)).toBe(false)
    }
  })
})

it('distance counts edits up to the limit, a swap as one', () => {
  expect(distance('acme', 'amce', 2)).toBe(1)
  expect(distance('acmeglow', 'acmeglo', 2)).toBe(1)
  expect(distance('acme', 'beta', 2)).toBe(3)
  expect(distance('a'.repeat(1_000), 'b', 2)).toBe(3)
})
