import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Correction } from '../../../lib/domain/correction.ts'
import { type Tone, toneSchema } from '../../../lib/domain/tone.ts'
import { correctionsKey, sameText, withCorrections } from '../../../lib/sentiment/corrections.ts'
import { t, ulid } from '../store/rows.ts'

const NEGATIVE = /sick|killer/giu

/** An engine that takes "sick" and "killer" for bad, and knows no other word. */
function engine(text: string): Tone {
  const words = [...text.matchAll(NEGATIVE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    weight: -1,
  }))
  return words.length > 0
    ? { label: 'negative', score: -0.4, confidence: 0.7, lang: 'en', words }
    : { label: 'neutral', score: 0, confidence: 0.6, lang: 'en', words: [] }
}

let made = 0
const correction = (text: string, label: Correction['label'], more: Partial<Correction> = {}): Correction => {
  made++
  return {
    id: ulid(made),
    text,
    lang: 'en',
    label,
    was: 'negative',
    createdAt: t(made),
    updatedAt: t(made),
    deletedAt: null,
    ...more,
  }
}
const toned = (corrections: Correction[], text: string) => withCorrections(engine, corrections)(text, 'en')

describe('a correction', () => {
  it('decides how that very text sounds, in any case and spacing, and says so', () => {
    const tone = toned([correction('That drop is SICK', 'positive')], '  that drop   is sick')
    expect(tone).toMatchObject({ label: 'positive', leaning: 'positive', confidence: 1, corrected: 'text' })
    expect(tone.score).toBeGreaterThan(0)
  })

  it('alone changes no other text', () => {
    const corrections = [correction('That drop is sick', 'positive')]
    for (const text of ['This is sick', 'That drop is sick!', 'sick', 'that drop is late'])
      expect(toned(corrections, text)).toEqual(engine(text))
  })

  it('taken back is gone', () => {
    expect(toned([], 'That drop is sick')).toEqual(engine('That drop is sick'))
  })

  it('made later counts for the same text', () => {
    const corrections = [
      correction('so sick', 'neutral', { updatedAt: t(9) }),
      correction('So sick', 'negative', { updatedAt: t(8) }),
    ]
    expect(toned(corrections, 'so sick').label).toBe('neutral')
  })
})

describe('corrections that agree', () => {
  const agreeing = [
    correction('That drop is sick', 'positive'),
    correction('sick colours', 'positive'),
    correction('what a sick jacket', 'positive'),
    correction('sick as ever', 'positive'),
  ]

  it('teach a word that had pushed the wrong way, with where it stands, and never with much confidence', () => {
    const tone = toned(agreeing, 'the beat is sick')
    expect(tone).toMatchObject({ corrected: 'words' })
    expect(tone.label).not.toBe('negative')
    expect(tone.confidence).toBeLessThanOrEqual(0.6)
    expect(
      tone.words.map(({ start, end, weight }) => ['the beat is sick'.slice(start, end), Math.sign(weight)]),
    ).toEqual([['sick', 1]])
  })

  it('teach nothing of the little words around it, of other words, or of the word under a negation', () => {
    for (const text of ['what is that', 'a killer view', 'not sick at all'])
      expect(toned(agreeing, text)).toEqual(engine(text))
  })

  it('teach nothing once one disagrees', () => {
    const corrections = [...agreeing, correction('I was home sick', 'negative', { was: 'neutral' })]
    expect(toned(corrections, 'the beat is sick')).toEqual(engine('the beat is sick'))
  })

  it('teach an emoji too, whatever its skin', () => {
    const corrections = ['🫡 captain', 'always 🫡🏽', 'to the team 🫡'].map((text) =>
      correction(text, 'positive', { was: 'neutral' }),
    )
    expect(toned(corrections, '🫡🏿 chef').label).toBe('positive')
    expect(toned(corrections.slice(0, 2), '🫡 chef')).toEqual(engine('🫡 chef'))
  })
})

describe('corrected tones', () => {
  const word = fc.constantFrom(
    'sick',
    'killer',
    'not',
    'jacket',
    '😍',
    '🫡',
    '.',
    'constructor',
    '__proto__',
    '\ud800',
    'İ',
  )
  const text = fc
    .array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 6 })), { minLength: 1, maxLength: 8 })
    .map((all) => all.join(' '))
  const corrections = fc.array(
    fc.record({ text, label: fc.constantFrom('negative' as const, 'neutral' as const, 'positive' as const) }),
    { maxLength: 8 },
  )

  it('are within bounds, with words where they stand', () => {
    fc.assert(
      fc.property(corrections, text, (made2, given) => {
        const tone = toned(
          made2.map(({ text: corrected, label }) => correction(corrected, label)),
          given,
        )
        expect(toneSchema.safeParse(tone).success).toBe(true)
        expect(Math.abs(tone.score)).toBeLessThanOrEqual(1)
        expect(tone.confidence).toBeGreaterThanOrEqual(0)
        expect(tone.confidence).toBeLessThanOrEqual(1)
        let end = 0
        for (const { start, end: next } of tone.words) {
          expect(start).toBeGreaterThanOrEqual(end)
          expect(next).toBeLessThanOrEqual(given.length)
          end = next
        }
      }),
      { numRuns: 300 },
    )
  })

  it('with one correction differ for its own text only', () => {
    fc.assert(
      fc.property(text, text, (corrected, given) => {
        fc.pre(sameText(corrected) !== sameText(given))
        expect(toned([correction(corrected, 'positive')], given)).toEqual(engine(given))
      }),
    )
  })

  it('have a key that stays short, and changes with every correction', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => correction(`text ${at}`, 'positive'))
    expect(correctionsKey([])).toBe('')
    expect(correctionsKey(many).length).toBeLessThan(20)
    expect(correctionsKey(many)).toBe(correctionsKey(many.toReversed()))
    expect(correctionsKey(many.slice(1))).not.toBe(correctionsKey(many))
  })
})
