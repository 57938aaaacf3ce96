import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toneSchema } from '../../../lib/domain/tone.ts'
import { createTone } from '../../../lib/sentiment/tone.ts'

const { engine, spamOf, toneOf } = createTone(null)

const label = (text: string, lang: string | null = 'en') => toneOf(text, lang).label

describe('without the weights, the word list', () => {
  it('says that it judges, and knows nothing of spam', () => {
    expect(engine).toMatch(/^afinn/)
    expect(toneOf('I love it', 'en').by).toBe('lexicon')
    expect(spamOf('check out my channel')).toBeNull()
  })

  it.each([
    ['I love this so much', 'positive'],
    ['This is terrible, what a waste', 'negative'],
    ['Not good at all, honestly', 'negative'],
    ['I am not very happy with it', 'negative'],
    ["It isn't bad, is it", 'positive'],
    ['Not today. Great product though', 'positive'],
    ['loooove it', 'positive'],
    ['😍😍😍', 'positive'],
    ['🤮', 'negative'],
    ['👍🏽', 'positive'],
    ['ok :(', 'negative'],
    ['We were at the shop when it opened on Tuesday', 'neutral'],
    ['???', 'unclear'],
    ['first', 'unclear'],
    ['', 'unclear'],
    ['@lovely.awful https://great.com/terrible', 'unclear'],
  ])('%j is %s', (text, expected) => {
    expect(label(text)).toBe(expected)
  })

  it('of another language is unclear, but for its emoji', () => {
    expect(label('Die Farbe ist die schönste, die ich habe')).toBe('unclear')
    expect(label('Das ist nicht fair und ich war die erste')).toBe('unclear')
    expect(label('que bonito', 'es')).toBe('unclear')
    expect(label('새 립밤 발색 미쳤다', null)).toBe('unclear')
    expect(label('새 립밤 발색 미쳤다 😍', null)).toBe('positive')
    expect(toneOf('Que bonito es 😍', 'es').confidence).toBeLessThan(toneOf('It is so pretty 😍', 'en').confidence)
  })

  it('names the words that moved it, where they stand', () => {
    const text = '❤️ I don’t hate it, I LOVE it'
    const said = toneOf(text, 'en').words.map(({ start, end, weight }) => [text.slice(start, end), Math.sign(weight)])
    expect(said).toEqual([
      ['❤️', 1],
      ['hate', 1],
      ['LOVE', 1],
    ])
  })

  it('gives "but" its turn', () => {
    expect(toneOf('nice colour but awful smell', 'en').score).toBeLessThan(
      toneOf('awful smell but nice colour', 'en').score,
    )
  })

  it('is more confident of many words of one kind than of both kinds', () => {
    const { confidence } = toneOf('I love this, amazing, the best', 'en')
    expect(confidence).toBeGreaterThan(toneOf('I love this, but it is awful', 'en').confidence)
    expect(confidence).toBeLessThanOrEqual(0.8)
    expect(toneOf('???', 'en').confidence).toBe(0)
  })

  it('is within bounds for any text at all', () => {
    const words = fc.constantFrom(
      'love',
      'not',
      '__proto__',
      'constructor',
      'toString',
      '\ud800',
      '😍',
      'but',
      'İ',
      ' ',
      'sooooo',
    )
    const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), words)).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(text, fc.constantFrom(null, 'en', 'de', 'xx-'), (given, lang) => {
        const tone = toneOf(given, lang)
        expect(toneSchema.safeParse(tone).success).toBe(true)
        expect(Math.abs(tone.score)).toBeLessThanOrEqual(1)
        expect(tone.confidence).toBeGreaterThanOrEqual(0)
        expect(tone.confidence).toBeLessThanOrEqual(1)
        let end = 0
        for (const word of tone.words) {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(word.end).toBeGreaterThan(word.start)
          end = word.end
        }
        expect(end).toBeLessThanOrEqual(given.length)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same every time', () => {
    const once = toneOf('So good 😍 but not cheap', 'en')
    toneOf('hate hate hate', 'en')
    expect(toneOf('So good 😍 but not cheap', 'en')).toEqual(once)
  })
})
