import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import { correct } from '../../../lib/guidelines/fix/correct.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const battery = { name: 'battery', words: ['Akku', 'batterie', 'batería'], value: 30, unit: 'h' }
const check = (params: typeof battery, text: string, lang: string) =>
  assess(postOf(text, { lang }), [guidelineOf([ruleOf('product-fact', params)])], paid).findings[0]

type Row = readonly [params: typeof battery, lang: string, text: string, status: string, quote: string | undefined]
const bottle = { name: 'bottle', words: ['Flasche'], value: 0.5, unit: 'l' }
const weight = { name: 'weighs', words: ['wiegt', 'weight'], value: 2, unit: 'kg' }
const price = { name: 'serum', words: ['price'], value: 20, unit: '€' }
const power = { name: 'power bank', words: [], value: 10_000, unit: 'mAh' }

const rows: readonly Row[] = [
  [battery, 'en', 'The 50-hour battery is wild', 'fail', '50-hour battery'],
  [battery, 'en', 'Battery: 30h, promise', 'pass', 'Battery: 30h'],
  [battery, 'en', 'battery life of thirty hours', 'pass', 'battery life of thirty hours'],
  [battery, 'en', 'the battery lasts fifty hours', 'fail', 'battery lasts fifty hours'],
  [battery, 'en', 'the battery lasts over 20 hours', 'pass', 'battery lasts over 20 hours'],
  [battery, 'en', 'the battery lasts about 28 hours', 'review', 'battery lasts about 28 hours'],
  [battery, 'en', 'battery for 1800 minutes', 'pass', 'battery for 1800 minutes'],
  [battery, 'en', 'not a 50-hour battery', 'pass', undefined],
  [battery, 'en', 'a 50-hour battery?', 'review', '50-hour battery'],
  [battery, 'en', 'Battery at 50% again', 'pass', undefined],
  [battery, 'en', 'I slept eight hours. Love the battery', 'pass', undefined],
  [battery, 'en', 'charges in 2 hours, battery lasts 30 hours', 'pass', 'battery lasts 30 hours'],
  [battery, 'de', 'Der Akku hält 50 Stunden', 'fail', 'Akku hält 50 Stunden'],
  [battery, 'de', 'Der Akku hält dreißig Stunden', 'pass', 'Akku hält dreißig Stunden'],
  [battery, 'fr', 'La batterie tient 50 heures', 'fail', 'batterie tient 50 heures'],
  [battery, 'es', 'La batería dura cincuenta horas', 'fail', 'batería dura cincuenta horas'],
  [bottle, 'en', 'the 500ml bottle', 'pass', '500ml bottle'],
  [bottle, 'en', 'a 16.9 fl oz bottle', 'pass', '16.9 fl oz bottle'],
  [bottle, 'en', 'a 1 litre bottle', 'fail', '1 litre bottle'],
  [bottle, 'de', 'Flasche mit 0,5 Liter', 'pass', 'Flasche mit 0,5 Liter'],
  [weight, 'en', 'it weighs 4.4 lbs', 'pass', 'weighs 4.4 lbs'],
  [weight, 'en', 'it weighs 3 lbs', 'fail', 'weighs 3 lbs'],
  [weight, 'de', 'wiegt nur zwei Kilo', 'pass', 'wiegt nur zwei Kilo'],
  [price, 'en', 'the serum is just €20', 'pass', 'serum is just €20'],
  [price, 'en', 'the serum is just 25 euros', 'fail', 'serum is just 25 euros'],
  [price, 'en', 'the serum is $25', 'pass', undefined],
  [power, 'en', 'this 10,000 mAh power bank', 'pass', '10,000 mAh power bank'],
  [power, 'en', 'this 20.000mAh power bank', 'fail', '20.000mAh power bank'],
]

describe('a product fact', () => {
  it.each(rows)('%o, in %s: %s is %s', (params, lang, text, status, quote) => {
    const finding = check(params, text, lang)
    expect({ status: finding?.status, quote: finding?.evidence[0]?.quote }).toEqual({ status, quote })
  })

  it.each([
    ['The 50-hour battery is wild', 'The 30-hour battery is wild'],
    ['battery for two days', 'battery for 30 h'],
    ['the battery lasts fifty hours', 'the battery lasts 30 hours'],
  ])('in %j is put right where it stands', (text, corrected) => {
    const rule = ruleOf('product-fact', battery)
    expect(correct(postOf(text, { lang: 'en' }), [guidelineOf([rule])], paid).text).toBe(corrected)
  })
})
