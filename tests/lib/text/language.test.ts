import { describe, expect, it } from 'vitest'
import { distance } from '../../../lib/text/distance.ts'
import { formsOf } from '../../../lib/text/inflect.ts'
import { languageOf, primary } from '../../../lib/text/language.ts'
import { shortCaptions } from './short-captions.ts'

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

  const captions = Object.entries(shortCaptions).flatMap(([lang, list]) => list.map((caption) => ({ lang, caption })))

  it.each(captions.filter(({ lang }) => lang !== 'en'))('does not call it English: $caption', ({ caption }) => {
    expect(languageOf(caption, 'en').lang).not.toBe('en')
  })

  it.each(['en', null, 'its own'])('tells short captions by their own words, whatever the hint (%j)', (hint) => {
    const right = captions.filter(({ lang, caption }) => {
      return languageOf(caption, hint === 'its own' ? lang : hint).lang === lang
    })
    expect(right.length / captions.length).toBeGreaterThan(0.97)
  })

  it.each([
    ['Це просто супер, дякую їй', 'uk'],
    ['این کرم را خیلی دوست دارم، پوستم نرم شد', 'fa'],
    ['یہ میری پسندیدہ کریم ہے', 'ur'],
    ['お気に入り の新商品', 'ja'],
    ['yeh cream bahut accha hai yaar', 'hi'],
    ['#ootd #newin @acme https://the.example.com/and/this', null],
  ])('of %j is %j', (text, lang) => {
    expect(languageOf(text, null).lang).toBe(lang)
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
