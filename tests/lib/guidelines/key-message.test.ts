import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const check = (params: Record<string, unknown>, text: string, lang: string | null = 'en') =>
  assess(postOf(text, { lang }), [guidelineOf([ruleOf('key-message', params)])], paid).findings[0]

type Row = readonly [text: string, status: 'fail' | 'review' | 'pass', quote?: string | undefined, lang?: string]

function table(params: { message: string; anyOf?: string[] }, rows: readonly Row[]) {
  const whole = rows.map(([text, status, quote, lang = 'en']) => [text, status, quote, lang] as const)
  describe(`the message “${params.message}”`, () => {
    it.each(whole)('in %j: %s', (text, status, quote, lang) => {
      const finding = check(params, text, lang)
      expect({ status: finding?.status, quote: finding?.evidence[0]?.quote }).toEqual({ status, quote })
    })
  })
}

table({ message: 'The formula is vegan', anyOf: ['vegan', 'végane', 'vegano'] }, [
  ['it is vegan', 'pass', 'vegan'],
  ['VEGAN and proud', 'pass', 'VEGAN'],
  ['Vegan-friendly too', 'pass', 'Vegan'],
  ['La formule est végane', 'pass', 'végane', 'fr'],
  ['Eine vegane Formel', 'pass', 'vegane', 'de'],
  ['La fórmula es vegana', 'pass', 'vegana', 'es'],
  ['Not only vegan, it is lovely', 'pass', 'vegan'],
  ['It’s not sticky and it’s vegan', 'pass', 'vegan'],
  ['so soft #vegan', 'review', '#vegan'],
  ['so soft #VeganBeauty', 'review', '#VeganBeauty'],
  ['Vegan formula. #vegan', 'pass', 'Vegan'],
  ['It is not vegan', 'fail', 'not vegan'],
  ['It’s never been vegan', 'fail', 'never been vegan'],
  ['a non-vegan balm', 'fail', 'non-vegan'],
  ['Leider nicht vegan', 'fail', 'nicht vegan', 'de'],
  ['Vegan ist das nicht', 'fail', 'Vegan ist das nicht', 'de'],
  ['Elle n’est pas végane', 'fail', 'pas végane', 'fr'],
  ['No es vegano', 'fail', 'No es vegano', 'es'],
  ['#NotVegan', 'fail', '#NotVegan'],
  ['Is it vegan?', 'review', 'vegan'],
  ['I wish it were vegan', 'review', 'vegan'],
  ['Plant-based through and through', 'review', 'Plant-based'],
  ['Made with no animal products at all', 'review', 'no animal products'],
  ['Not a single animal product in it', 'review', 'Not a single animal product'],
  ['Love this balm', 'fail'],
  ['', 'fail'],
])

table({ message: '24-hour hydration', anyOf: ['24h hydration', '24 hours of hydration'] }, [
  ['24 hours of hydration', 'pass', '24 hours of hydration'],
  ['Hydration that lasts 24 hours', 'pass', 'Hydration that lasts 24 hours'],
  ['twenty-four hours of hydration', 'pass', 'twenty-four hours of hydration'],
  ['24h of hydrated skin', 'pass', '24h of hydrated'],
  ['a full day: 24-hour hydration', 'pass', '24-hour hydration'],
  ['1 day of hydration', 'pass', '1 day of hydration'],
  ['48h hydration', 'fail', '48h hydration'],
  ['Hydration for eight hours', 'fail', 'Hydration for eight hours'],
  ['At 24 I finally found hydration', 'fail'],
  ['Hydration is my 2025 goal', 'fail'],
  ['Hydrated all day long', 'review', 'Hydrated all day'],
  ['#24hHydration', 'review', '#24hHydration'],
  ['24h Feuchtigkeit', 'review', '24h Feuchtigkeit', 'de'],
])

table({ message: 'Free shipping over 50 euros' }, [
  ['Free shipping on orders over 50 euros', 'pass', 'Free shipping on orders over 50 euros'],
  ['Shipping is free over €50', 'pass', 'Shipping is free over €50'],
  ['Free shipping over 30 euros', 'fail', 'Free shipping over 30 euros'],
  ['Over 50 euros they ship it free', 'pass', 'Over 50 euros they ship it free'],
  ['No free shipping over 50 euros', 'fail', 'No free shipping over 50 euros'],
  ['Nothing about money', 'fail'],
])

table({ message: '12 Stunden Halt', anyOf: ['12 Stunden Halt', 'hält 12 Stunden'] }, [
  ['Hält bei mir locker 12 Stunden', 'pass', 'Hält bei mir locker 12 Stunden', 'de'],
  ['Zwölf Stunden Halt', 'pass', 'Zwölf Stunden Halt', 'de'],
  ['Hält sechs Stunden', 'fail', 'Hält sechs Stunden', 'de'],
  ['Hält keine 12 Stunden', 'fail', 'Hält keine 12 Stunden', 'de'],
])

describe('any message in any text', () => {
  it('is quoted exactly', () => {
    const piece = oneof(
      string({ unit: 'grapheme', maxLength: 10 }),
      constantFrom('vegan', ' not ', '24h', ' hydration ', '#vegan', '\ud800', '\u200b', '$20', '½', '２４', 'ﬁ', '?'),
    )
    assert(
      property(
        array(piece, { maxLength: 25 }),
        constantFrom('vegan', '24h hydration', 'no 5', '$20', 'é'),
        (pieces, message) => {
          const text = pieces.join('')
          const finding = check({ message }, text, null)
          expect(finding?.reason).not.toBe('quoteLost')
          for (const { start, end, quote } of finding?.evidence ?? []) expect(quote).toBe(text.slice(start, end))
        },
      ),
    )
  })
})
