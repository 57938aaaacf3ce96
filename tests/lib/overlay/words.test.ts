import { describe, expect, it } from 'vitest'
import { moodKind, reasonWords } from '../../../lib/overlay/words.ts'

const mood = (positive: number, neutral: number, negative: number, unclear = 0) => ({
  n: positive + neutral + negative + unclear,
  positive,
  neutral,
  negative,
  unclear,
})

describe('moodKind', () => {
  it('says nothing of fewer than three comments with a clear tone', () => {
    expect(moodKind(null)).toBeNull()
    expect(moodKind(mood(2, 0, 0, 40))).toBeNull()
  })
  it('names the tone that at least half of them share', () => {
    expect(moodKind(mood(5, 2, 2))).toBe('positive')
    expect(moodKind(mood(1, 5, 2))).toBe('neutral')
  })
  it('names the worse one of two that share them', () => {
    expect(moodKind(mood(3, 0, 3))).toBe('negative')
  })
  it('calls the rest mixed', () => {
    expect(moodKind(mood(2, 2, 2))).toBe('mixed')
  })
})

describe('reasonWords', () => {
  it('has none for a code of another version', () => {
    expect(reasonWords({ code: 'from-the-future', values: [] })).toBe('')
  })
})
