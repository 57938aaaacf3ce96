import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const check = (text: string, params: Record<string, unknown> = {}, lang: string | null = null) =>
  assess(postOf(text, { lang }), [guidelineOf([ruleOf('brand-safety', params)])], paid).findings

const quotesOf = (text: string, lang: string | null, topic: string) =>
  check(text, {}, lang).flatMap(({ value, evidence }) => (value === topic ? evidence.map(({ quote }) => quote) : []))

const wines = (n: number) => Array.from({ length: n }, () => 'a wine, really.').join(' ')

describe('brand suitability', () => {
  it.each([
    ['New onlyfans drop', null, 'adult', 'onlyfans'],
    ['Got my first handgun', null, 'arms', 'handgun'],
    ['He was stabbed last night', null, 'crime', 'stabbed'],
    ['The massacre must end', null, 'conflict', 'massacre'],
    ['My take on the death penalty', null, 'debated', 'death penalty'],
    ['These nazis again', null, 'hate', 'nazis'],
    ['#VapeLife with new vapes', null, 'substances', 'vapes'],
    ['That is fucking good', null, 'obscenity', 'fucking'],
    ['Get it on the pirate bay', null, 'piracy', 'pirate bay'],
    ['Double your bitcoin now', null, 'spam', 'Double your bitcoin'],
    ['A suicide bomber again', null, 'terrorism', 'suicide bomber'],
    ['Heute gibt es Wodka und nicht zu wenig', 'de', 'substances', 'Wodka'],
    ['Une cigarette et un café pour moi', 'fr', 'substances', 'cigarette'],
    ['Una cerveza con mi gente y los amigos', 'es', 'substances', 'cerveza'],
    ['Un omicidio nella mia città, non è vero', 'it', 'crime', 'omicidio'],
    ['Cigarro não é para mim, é muito ruim', 'pt', 'substances', 'Cigarro'],
    ['Een pistool is niet voor mij, het is eng', 'nl', 'arms', 'pistool'],
  ])('points at %j (%s): %s', (text, lang, topic, quote) => {
    expect(quotesOf(text, lang, topic)).toContain(quote)
  })

  it.each([
    'Bath bombs, a nude lipstick and a glue gun',
    'Star Wars night in a cocktail dress',
    'Seaweed salad with rice wine vinegar',
    'Classic grass-fed button mushrooms at the shooting star café',
    'Top Gun jacket, cigarette pants, smoke-free room',
    'My secret weapon for dry skin',
    'Alcohol-free beer after the run',
  ])('takes %j as what it is', (text) => {
    expect(check(text)).toMatchObject([{ status: 'pass', reason: 'safetyAbsent' }])
  })

  it.each([
    ['A film about the war', 'pass'],
    ['A film about a massacre', 'review'],
    ['Recipe: simmer with a glass of red wine', 'pass'],
    ['The great war is on', 'review'],
  ])('weighs words less in %j: %s', (text, status) => {
    expect(check(text)[0]?.status).toBe(status)
  })

  it('shows green below half of what is tolerated, amber below all of it, red from there on', () => {
    const categories = [{ category: 'substances', tolerance: 20 }]
    const light = (n: number) => check(wines(n), { categories })[0]
    expect(light(9)).toMatchObject({ status: 'pass', reason: 'safetyGreen' })
    expect(light(10)).toMatchObject({ status: 'review', reason: 'safetyAmber' })
    expect(light(19)).toMatchObject({ status: 'review', reason: 'safetyAmber' })
    expect(light(20)).toMatchObject({ status: 'review', reason: 'safetyRed' })
    expect(check(wines(1), { categories: [{ category: 'substances', tolerance: 1 }] })[0]?.reason).toBe('safetyRed')
  })

  it('fails a post only where the guideline says so, and tolerates some words never', () => {
    const categories = [{ category: 'hate', tolerance: 100 }]
    expect(check('Heil Hitler', { categories })[0]).toMatchObject({ status: 'review', reason: 'safetyFloor' })
    expect(check('Heil Hitler', { categories, redFails: true })[0]?.status).toBe('fail')
  })

  it('looks at the asked topics only, and says where it has no words for the language', () => {
    const categories = [{ category: 'arms', tolerance: 1 }]
    expect(check('vodka', { categories })).toMatchObject([{ value: 'arms', status: 'pass' }])
    expect(check('とても良いです')).toMatchObject([{ status: 'not-checkable', reason: 'safetyLanguage' }])
  })

  it('names the IAB topic of each finding', () => {
    expect(check('vodka')[0]?.values).toContain('pg0WhF')
  })

  it('quotes exactly, whatever the caption', () => {
    const piece = constantFrom('vodka ', 'gun ', 'glue gun ', 'sh*t ', '👩‍👩‍👧', 'é', '\ud800', '\u200b', '#Vape', '\n')
    assert(
      property(array(oneof(piece, string({ unit: 'binary' })), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        for (const { evidence, reason } of check(text)) {
          expect(reason).not.toBe('quoteLost')
          for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
        }
      }),
    )
  })
})
