import { expect, it } from 'vitest'
import { ToneMark } from '../../components/Verdict.tsx'
import type { Tone } from '../../lib/domain/tone.ts'
import { show, words } from './show.ts'

const tone: Tone = {
  label: 'positive',
  score: 0.8,
  confidence: 0.82,
  lang: 'en',
  words: [],
  leaning: 'positive',
  by: 'model',
}
const shown = (changes: Partial<Tone>) => {
  const place = show(<ToneMark tone={{ ...tone, ...changes }} />)
  return { text: words(place), title: place.querySelector('[title]')?.getAttribute('title') }
}

it('a tone says how sure it is', () => {
  expect(shown({})).toEqual({ text: 'Positive', title: '82% confident' })
})

it('an unclear tone says what it leans to, or that its language is not told', () => {
  expect(shown({ label: 'unclear', why: 'weak', confidence: 0.43 })).toEqual({
    text: 'Unclear',
    title: 'Too little to tell. It leans to positive, 43% confident.',
  })
  expect(shown({ label: 'unclear', why: 'language', confidence: 0 }).title).toBe(
    'Tone is not told in this text’s language.',
  )
})

it('a tone by the word list says so in sight, and why on hover', () => {
  const { text, title } = shown({ by: 'lexicon', confidence: 0.6 })
  expect(text).toBe('Positive · Word list only')
  expect(title).toContain('could not be read')
  expect(title).toContain('60% confident')
})
