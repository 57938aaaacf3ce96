import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise, sourceSpan } from '../../../lib/text/normalise.ts'
import { findPhrase, phraseOf } from '../../../lib/text/phrase.ts'
import { findTerms, termsOf } from '../../../lib/text/terms.ts'
import { findHashtags, findLinks, findMentions } from '../../../lib/text/tokens.ts'
import { findWords } from '../../../lib/text/words.ts'

function read(text: string, lang: string | null) {
  const normal = normalise(text, { lang, lookAlikes: true })
  const tokens = { hashtags: findHashtags(text), mentions: findMentions(text, 'instagram'), links: findLinks(text) }
  return { normal, words: findWords(normal, tokens) }
}

function found(phrases: readonly string[], text: string, lang: string | null = 'en'): [string, string][] {
  const { normal, words } = read(text, lang)
  return [...findTerms(normal, words, termsOf(phrases, lang))].flatMap(([phrase, hits]) =>
    hits.map((hit): [string, string] => {
      const span = sourceSpan(normal, hit.start, hit.end)
      return [phrases[phrase] ?? '', text.slice(span.start, span.end)]
    }),
  )
}

/** Words that are forms, beginnings, disguises and neighbours of each other. */
const word = fc.constantFrom(
  ...'a i cheap cheaper cheaply cure cures cured curing last chance lastchance last-chance cruelty free cruelty-free'.split(
    ' ',
  ),
  ...'ass a$$ @ss class sh*t shit s**t duuupe dupe dupes super duper cool cooool col ch3ap сhеap 455 100% 100 #1 #12'.split(
    ' ',
  ),
  ...'c h e a p c.h.e.a.p c*h*e*a*p #CheapThrills #LastChance #last_chance #lastchance 🔥 🔥🔥 ❤️ 최저가 최저가로 최 最安 最安値 です'.split(
    ' ',
  ),
  ...'ถูก ฟรี billig billiges İş iş IŞIK café cafe\u0301 (free) free? $cheap _cheap_ cheap’s ch\u200beap \ud83d \udd25 . * + [ \\b $& ^'.split(
    ' ',
  ),
)
const joint = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '-', ' – ', '. ', ' 🔥 ', ', ', '', ' #', '\u00a0')
const text = fc.array(fc.tuple(word, joint), { maxLength: 14 }).map((pieces) => pieces.flat().join(''))
const phrase = fc
  .array(fc.tuple(word, joint), { minLength: 1, maxLength: 3 })
  .map((pieces) => pieces.flat().slice(0, -1).join(''))
const any = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) })

describe('many phrases looked for together', () => {
  it('are found exactly where each is found when it is looked for alone', () => {
    fc.assert(
      fc.property(
        any,
        fc.array(fc.oneof({ weight: 5, arbitrary: phrase }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
          maxLength: 30,
        }),
        fc.constantFrom(null, 'en', 'de', 'tr', 'ko', 'ja'),
        (caption, phrases, lang) => {
          const { normal, words } = read(caption, lang)
          const together = findTerms(normal, words, termsOf(phrases, lang))
          for (const [number, one] of phrases.entries()) {
            expect(together.get(number) ?? []).toEqual(findPhrase(normal, words, phraseOf(one, lang)))
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('keep apart what is written alike', () => {
    expect(
      found(['last chance', 'chance', 'last', 'last chances', 'second chance'], 'The LAST chance, a second Chance'),
    ).toEqual([
      ['last', 'LAST'],
      ['last chance', 'LAST chance'],
      ['last chances', 'LAST chance'],
      ['chance', 'chance'],
      ['chance', 'Chance'],
      ['second chance', 'second Chance'],
    ])
  })

  it('may be anything: regex syntax, nothing, emoji only, mixed scripts, prototype names', () => {
    const phrases = [
      '.*',
      '',
      ' ',
      '(a+)+$',
      '[',
      '\\',
      '🔥🔥',
      'ad最安',
      '__proto__',
      'constructor',
      'toString',
      '\ud800',
    ]
    expect(found(phrases, 'nothing of it in a caption 🔥 最安')).toEqual([])
    const quotes = found(phrases, 'so .* (a+)+$ 🔥🔥 ad最安 __proto__ constructor').map(([, quote]) => quote)
    expect(new Set(quotes)).toEqual(new Set(['(a+)+$', '.*', 'proto', 'ad最安', 'constructor', '🔥🔥']))
  })

  it('may be a hundred thousand, in a caption that repeats them', () => {
    const phrases = Array.from({ length: 100_000 }, (_, i) => `best ${i % 2 === 0 ? 'buy' : 'deal'} ${i}`)
    const hits = found(phrases, `${'best buy '.repeat(10_000)} 4, best-deal 77777`)
    expect(hits).toEqual([
      ['best buy 4', 'best buy  4'],
      ['best deal 77777', 'best-deal 77777'],
    ])
  })
})
