import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toneSchema } from '../../../lib/domain/tone.ts'
import { moodOf } from '../../../lib/sentiment/mood.ts'
import { readTone } from '../../harness/tone-weights.ts'

const { toneOf, spamOf } = readTone()
const label = (text: string, lang: string | null = null) => toneOf(text, lang).label
const named = (text: string) => toneOf(text, null).words.map(({ start, end }) => text.slice(start, end))

describe('the tone of a comment', () => {
  it.each([
    ['I love this so much', 'positive'],
    ['This is terrible, what a waste', 'negative'],
    ['We were at the shop when it opened on Tuesday', 'neutral'],
    ['Not good at all, honestly', 'negative'],
    ['I am not very happy with it', 'negative'],
    ['Not today. Great product though', 'positive'],
    ['looooove it', 'positive'],
    ['😍😍😍', 'positive'],
    ['🤮', 'negative'],
    ['ok :(', 'negative'],
    ['#BestDayEver', 'positive'],
    ['#worst_purchase_ever', 'negative'],
    ['I&#39;m so happy &lt;3', 'positive'],
    ['', 'unclear'],
    ['@lovely.awful https://great.example/terrible', 'unclear'],
    ['constructor toString __proto__', 'neutral'],
  ])('%j is %s', (text, expected) => {
    expect(label(text)).toBe(expected)
  })

  it.each([
    ['Ich liebe es, so schön, vielen Dank!', 'Das Zeug ist einfach nur ekelhaft', 'de'],
    ['Me encanta, es precioso, muchas gracias', 'Qué asco, es lo peor que he comprado', 'es'],
    ["J'adore, merci beaucoup, c'est magnifique", "C'est nul, quelle arnaque, je suis déçue", 'fr'],
    ['Che meraviglia, lo adoro, grazie mille', 'Che schifo, pessimo prodotto, soldi buttati', 'it'],
    ['Que lindo, amei demais, parabéns', 'Que horrível, odiei, péssimo produto', 'pt'],
    ['هذا المنتج رائع جدا شكرا لكم', 'اسوا منتج في حياتي مقرف جدا', 'ar'],
    ['Bhai kya mast video hai, love it', 'Bakwas hai yaar, paisa barbad, bahut bura', 'hi'],
  ])('is told in other languages: %j and %j', (good, bad, lang) => {
    expect(toneOf(good, null)).toMatchObject({ label: 'positive', lang })
    expect(toneOf(bad, null)).toMatchObject({ label: 'negative', lang })
  })

  it.each([
    ['Das ist die schönste Farbe, die ich je hatte, danke!', 'positive'],
    ['Die Tasche ist ein Traum, passt perfekt zu allem', 'positive'],
    ['Wie heißt das Lied im Hintergrund?', 'neutral'],
    ['Kannst du den Link in die Bio packen?', 'neutral'],
  ])('is not cross in German only because German tweets are: %j', (text, leaning) => {
    const tone = toneOf(text, 'de')
    expect(tone.leaning ?? tone.label).toBe(leaning)
  })

  it.each([
    ['Ik vind dit echt een heel mooi product, maar de prijs is te hoog', 'nl'],
    ['Это отличный продукт', 'ru'],
    ['새 립밤 발색 미쳤다', 'ko'],
    ['یہ بہت اچھا ہے، شکریہ', null],
  ])('of a language that is not scored says so: %j', (text, lang) => {
    expect(toneOf(text, null)).toMatchObject({ label: 'unclear', why: 'language', confidence: 0, lang, words: [] })
  })

  it('of a language that is not scored is read from its emoji, and trusted less', () => {
    const foreign = toneOf('새 립밤 발색 미쳤다 😍😍😍', null)
    expect(foreign.leaning).toBe('positive')
    expect(foreign.confidence).toBeLessThan(toneOf('😍😍😍', null).confidence)
  })

  it('gives "but" its turn', () => {
    expect(toneOf('nice colour but awful smell', null).score).toBeLessThan(
      toneOf('awful smell but nice colour', null).score,
    )
  })

  it('is stronger in capitals and with marks', () => {
    expect(toneOf('I LOVE IT!!!', null).score).toBeGreaterThan(toneOf('I love it', null).score)
  })

  it.each(['Thanks for nothing', 'yeah right, best cream ever', 'oh great, another delay', 'so lovely /s'])(
    'is never sure where sarcasm leaves its marks, and never turned round: %j',
    (text) => {
      const { label: said, leaning, confidence } = toneOf(text, null)
      expect([said, leaning]).toEqual(['unclear', 'positive'])
      expect(confidence).toBeLessThan(0.5)
    },
  )

  it('that is unclear still says what it leans to, and how little', () => {
    const tone = toneOf('awful smell but nice colour', null)
    expect(tone).toMatchObject({ label: 'unclear', why: 'weak', by: 'model' })
    expect(tone.leaning).toBeDefined()
    expect(tone.confidence).toBeLessThan(0.6)
  })

  it('names the words that moved it and which way, where they stand', () => {
    const text = '❤️ I don’t hate it, I LOVE it'
    const said = toneOf(text, 'en').words.map(({ start, end, weight }) => [text.slice(start, end), Math.sign(weight)])
    expect(said).toEqual(
      expect.arrayContaining([
        ['❤️', 1],
        ['LOVE', 1],
        ['hate', -1],
      ]),
    )
    expect(named('#BestDayEver')).toContain('Best')
    expect(named('so happy &lt;3 \\u2764 thanks')).toContain('&lt;3')
  })

  it('is within bounds for any text at all, its words in order and whole', () => {
    const words = fc.constantFrom(
      'love',
      'not',
      '__proto__',
      'constructor',
      '\ud800',
      '😍',
      '👍🏽',
      '#SoGood',
      '&amp;',
      '&lt;3',
      '\\u2764',
      '\\ud83d',
      'but',
      'İ',
      '𝓛𝓸𝓿𝓮',
      'بِحُب',
      'सुंदर',
      '새',
      ' ',
      'sooooo',
    )
    const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), words)).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(text, fc.constantFrom(null, 'en', 'de', 'fa', 'xx-'), (given, lang) => {
        const tone = toneOf(given, lang)
        expect(toneSchema.safeParse(tone).success).toBe(true)
        expect(Math.abs(tone.score)).toBeLessThanOrEqual(1)
        expect(tone.confidence).toBeGreaterThanOrEqual(0)
        expect(tone.confidence).toBeLessThanOrEqual(1)
        let end = 0
        for (const word of tone.words) {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(word.end).toBeGreaterThan(word.start)
          expect(given.slice(word.start, word.end).trim()).not.toBe('')
          end = word.end
        }
        expect(end).toBeLessThanOrEqual(given.length)
        const spam = spamOf(given) ?? -1
        expect(spam).toBeGreaterThanOrEqual(0)
        expect(spam).toBeLessThanOrEqual(1)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same every time, whatever was read before', () => {
    const once = toneOf('So good 😍 but not cheap', 'en')
    // More words than are remembered.
    const words = Array.from({ length: 35_000 }, (_, i) => i.toString(36))
    for (let at = 0; at < words.length; at += 5_000) toneOf(words.slice(at, at + 5_000).join(' '), null)
    expect(toneOf('So good 😍 but not cheap', 'en')).toEqual(once)
  })

  it('of a hostile length is found like any other', () => {
    for (const piece of ['love ', '😍', '!', '#', '&amp;', '\\u0041', '\ud800', 'ا', ':)', '(', '@', 'a'])
      expect(toneSchema.safeParse(toneOf(piece.repeat(100_000 / piece.length), null)).success).toBe(true)
  })
})

it('advertising under a video is told from talk about it', () => {
  expect(spamOf('Check out my channel and subscribe http://videos.example/x')).toBeGreaterThan(0.9)
  expect(spamOf('The part at the end made me laugh so hard')).toBeLessThan(0.2)
})

it('the mood counts every comment once', () => {
  const tones = ['I love it', 'awful', '', 'We were at the shop on Tuesday', '😍😍'].map((text) => toneOf(text, null))
  expect(moodOf(tones)).toEqual({ n: 5, positive: 2, neutral: 1, negative: 1, unclear: 1 })
  expect(moodOf([])).toEqual({ n: 0, positive: 0, neutral: 0, negative: 0, unclear: 0 })
})
