import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCount } from '../../../lib/sites/counts.ts'

/** `{ value, step }` as `value/step`, which keeps the tables readable. */
const read = (shown: string, lang: string) => {
  const count = parseCount(shown, lang)
  return count && `${count.value}/${count.step}`
}

/** Every locale of the captured sites, with its variants that write numbers differently. */
const LOCALES =
  'en en-GB en-IN hi bn de de-CH fr es es-419 es-MX pt-BR pt-PT it nl pl ru uk cs sk ro hu sv da nb fi el tr id ms vi ar ar-EG fa he ja ko zh-CN zh-TW th fil bg hr sl sr ca et lv lt gu mr ta te ur'.split(
    ' ',
  )
const NUMBERS = [
  0, 7, 214, 999, 1_234, 9_999, 12_345, 159_020, 999_000, 1_234_567, 38_900_894, 123_456_789, 1_234_567_890,
]

describe('parseCount', () => {
  it.each([
    ['1.2K', 'en', '1200/100'],
    ['15K', 'en', '15000/1000'],
    ['1.23M', 'en', '1230000/10000'],
    ['12B', 'en', '12000000000/1000000000'],
    ['1.2m', 'en-GB', '1200000/100000'],
    ['1,2 Mio.', 'de', '1200000/100000'],
    ['38 Mio. Aufrufe', 'de', '38000000/1000000'],
    ['23 Tsd.', 'de', '23000/1000'],
    ['17 mil', 'pt-BR', '17000/1000'],
    ['1,2 mi', 'pt-BR', '1200000/100000'],
    ['2 mil', 'es', '2000/1000'],
    ['12,3 mil M', 'es', '12300000000/100000000'],
    ['2 mil.', 'cs', '2000000/1000000'],
    ['2 mil.', 'ro', '2000000/1000000'],
    ['1,2 B', 'tr', '1200/100'],
    ['12 M', 'id', '12000000000/1000000000'],
    ['1,2 jt', 'id', '1200000/100000'],
    ['12 N', 'vi', '12000/1000'],
    ['12 E', 'hu', '12000/1000'],
    ['4.7萬', 'zh-TW', '47000/1000'],
    ['1.2亿', 'zh-CN', '120000000/10000000'],
    ['1.2천', 'ko', '1200/100'],
    ['123.5만', 'ko', '1235000/1000'],
    ['1.2 พันครั้ง', 'th', '1200/100'],
    ['१२.३ लाख', 'hi', '1230000/10000'],
    ['1.2 हज़ार', 'hi', '1200/100'],
    ['12.3L', 'en-IN', '1230000/10000'],
    ['3 crore', 'en-IN', '30000000/10000000'],
    ['١٫٢ ألف', 'ar-EG', '1200/100'],
    ['۱٫۲ میلیون', 'fa', '1200000/100000'],
    ['১.২ হা', 'bn', '1200/100'],
    ['2,5 millones', 'es', '2500000/100000'],
    ['3 milliards de vues', 'fr', '3000000000/1000000000'],
    ['12 миллионов', 'ru', '12000000/1000000'],
  ])('reads the compact figure %j (%s)', (shown, lang, expected) => {
    expect(read(shown, lang)).toBe(expected)
  })

  it.each([
    ['1,249', 'en', '1249/1'],
    ['1.043', 'de', '1043/1'],
    ['159.020', 'es', '159020/1'],
    ['12,34,567', 'en-IN', '1234567/1'],
    ['1\u202f234\u202f567', 'fr', '1234567/1'],
    ['1\u00a0234', 'pl', '1234/1'],
    ["1'234'567", 'de-CH', '1234567/1'],
    ['12 345', 'fr', '12345/1'],
    ['١٬٢٣٤', 'ar', '1234/1'],
    ['5444', 'en', '5444/1'],
    ['0', 'en', '0/1'],
  ])('reads every digit of %j (%s)', (shown, lang, expected) => {
    expect(read(shown, lang)).toBe(expected)
  })

  it.each([
    ['1234 Likes. Like', 'en', '1234/1'],
    ['Love: 181 people', 'en', '181/1'],
    ['觀看次數：4.7萬次', 'zh-TW', '47000/1000'],
    ['4 "J\'aime"', 'fr', '4/1'],
    ['Like (1,249 likes)', 'en', '1249/1'],
    ['Gefällt mir (23.871 Gefällt mir)', 'de', '23871/1'],
    ['Like video\n25.5K likes', 'en', '25500/100'],
    ['like this video along with 20,520 other people', 'en', '20520/1'],
    ['2.776 curtidas', 'pt', '2776/1'],
    ['25回視聴', 'ja', '25/1'],
    ['1.2KFollowers', 'en', '1200/100'],
    ['12Followers', 'en', '12/1'],
    ['MP3 player, 7 likes', 'en', '7/1'],
    ['12 mi piace', 'it', '12/1'],
    ['12 e mais', 'pt', '12/1'],
  ])('finds the number in %j (%s)', (shown, lang, expected) => {
    expect(read(shown, lang)).toBe(expected)
  })

  it.each([
    '',
    'No views',
    '∞',
    '-5',
    '−5 likes',
    '1.2.3.4K',
    '1,2,3',
    '4.7',
    '12 %',
    '3:45',
    '5h',
    '12th',
    '1e5',
    '@user123',
    '#100',
    `1${'0'.repeat(400)}`,
    '9'.repeat(20),
    '99999999999999 billion',
  ])('reads no figure in %j: missing is not zero', (shown) => {
    expect(parseCount(shown, 'en')).toBeNull()
  })

  it.each(LOCALES)('agrees with the compact and the full notation of %s within the step', (locale) => {
    const misread: string[] = []
    for (const maximumFractionDigits of [0, 1, 2])
      for (const notation of ['compact', 'standard'] as const)
        for (const number of NUMBERS) {
          const shown = new Intl.NumberFormat(locale, { notation, maximumFractionDigits }).format(number)
          const { value, step } = parseCount(shown, locale) ?? { value: -1, step: 0 }
          if (Math.abs(value - number) >= step) misread.push(`${number} as ${shown}`)
        }
    expect(misread).toEqual([])
  })

  it('never throws, and gives whole safe numbers only', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 500 }),
        fc.constantFrom('', 'en', 'tr', '<x>', 'zh-TW'),
        (text, lang) => {
          const count = parseCount(text, lang)
          expect(count === null || (Number.isSafeInteger(count.value) && count.value >= 0 && count.step >= 1)).toBe(
            true,
          )
        },
      ),
    )
  })

  it.each(['1 '.repeat(500_000), '1.'.repeat(500_000), '9'.repeat(1_000_000), ' '.repeat(1_000_000)])(
    // One that backtracked would not come back within the test's time.
    'finds no figure in a megabyte of nonsense, and comes back',
    (text) => expect(parseCount(text, 'fr')).toBeNull(),
  )
})
