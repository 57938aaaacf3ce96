import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { form, formsIn, normalise, positionOf, sourceSpan } from '../../../lib/text/normalise.ts'

/** Any UTF-16 at all, rich in what captions are hostile with. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\ud800',
        '\udc00',
        '\u200b',
        '\ufe0f',
        '\u0301',
        '\u0307',
        '\u202e',
        'ﷺ',
        '🅰',
        '👩‍👩‍👧',
        'İ',
        'I',
        'ᄀ',
        'ᅡ',
        '#а',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))
const lang = fc.constantFrom(null, 'en', 'tr', 'az', 'no such language')

describe('normalise', () => {
  it.each([
    ['capitals', 'ACME Glow', 'acme glow'],
    ['full-width and mathematical letters', '＃ａｄ 𝐚𝐝', '#ad ad'],
    ['boxed and filled letters', '🅰🅳 🄰🄳 🅐🅓', 'ad ad ad'],
    ['small capitals and superscripts', 'ᴀᴅ ᵃᵈ', 'ad ad'],
    ['zero-width characters, soft hyphens and bidi controls', 'a\u200bd \u00ada\u2060d \u202ead', 'ad ad ad'],
    ['variation selectors', '❤️', '❤'],
    ['letters written in parts', 'Cafe\u0301', 'café'],
    ['Hangul written in parts', '\u1100\u1161\u11a8', '각'],
    ['curly quotes and long dashes', 'it’s “so” — good', 'it\'s "so" - good'],
    ['half-width kana', 'ﾌﾟﾛﾓｰｼｮﾝ', 'プロモーション'],
    ['blank letters', 'a\u2800d \u3164 x', 'a d   x'],
    ['accents and primes for apostrophes', 'it´s a′s', "it's a's"],
    ['a trade mark, which grows no letters', 'Acme™', 'acme™'],
    ['a dotted capital I outside Turkish', 'İstanbul', 'istanbul'],
  ])('makes plain %s', (_, source, text) => {
    expect(normalise(source).text).toBe(text)
  })

  it('lower-cases Turkish as Turkish', () => {
    expect(normalise('IŞIK İŞ', { lang: 'tr-TR' }).text).toBe('ışık iş')
  })

  it('reads look-alikes as Latin in a mixed word and in Latin text, and leaves other languages alone', () => {
    expect(fold('#аd loving it')).toBe('#ad loving it')
    expect(fold('ВЕСТ of the year, I said to all')).toBe('bect of the year, i said to all')
    expect(fold('so сheаp, a вest buy for all of us, ᗩᗪ and ᎪᎠ too')).toBe(
      'so cheap, a best buy for all of us, ad and ad too',
    )
    expect(fold('мама said it was nice, i think so too')).toContain('мама')
    expect(fold('Вот это да, сахар')).toBe('вот это да, сахар')
    expect(normalise('#аd').text).toBe('#аd')
  })

  it('tells how a span was written', () => {
    expect(flags('ad')).toBe(0)
    expect(flags('ａｄ') & form.compat).toBeTruthy()
    expect(flags('ᵃᵈ') & form.tiny).toBeTruthy()
    expect(flags('🅰🅳') & form.squared).toBeTruthy()
    expect(flags('аd') & form.lookAlike).toBeTruthy()
    expect(flags('a\u200bd') & form.zeroWidth).toBeTruthy()
  })

  it('maps every span back to an exact slice that normalises to what was found', () => {
    fc.assert(
      fc.property(hostile, lang, fc.boolean(), fc.nat(), fc.nat(), (source, language, lookAlikes, a, b) => {
        const normal = normalise(source, { lang: language, lookAlikes })
        expect(normal.starts).toHaveLength(normal.text.length)
        expect(normal.ends).toHaveLength(normal.text.length)
        const [start, end] = [a, b].map((at) => at % (normal.text.length + 1)).toSorted((x, y) => x - y)
        const span = sourceSpan(normal, start ?? 0, end ?? 0)
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(source.length)
        const again = normalise(source.slice(span.start, span.end), { lang: language })
        // Folding looks at the whole text, so a slice may fold otherwise.
        expect(lookAlikes || again.text.includes(normal.text.slice(start, end))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps order: starts and ends never go back, and every unit lies inside the source', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        const { starts, ends } = normalise(source, { lookAlikes: true })
        for (let i = 0; i < starts.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i] ?? 0)
          expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0)
          expect(ends[i]).toBeGreaterThanOrEqual(ends[i - 1] ?? 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('finds the place of a source index again', () => {
    const normal = normalise('😀 ﬁne #Ad')
    expect(normal.text.slice(positionOf(normal, '😀 ﬁne '.length))).toBe('#ad')
    expect(positionOf(normal, 99)).toBe(normal.text.length)
  })
})

function fold(text: string): string {
  return normalise(text, { lookAlikes: true }).text
}

function flags(text: string): number {
  const normal = normalise(text, { lookAlikes: true })
  return formsIn(normal, 0, normal.text.length)
}
