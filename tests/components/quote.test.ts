import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inItsSentence } from '../../components/quote.ts'

const evidence = (text: string, quote: string) => {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length, quote }
}

describe('a quote inside its sentence', () => {
  it('stands between the words around it, and not the sentences around those', () => {
    const text = 'Good morning! It is a miracle in a bowl. Recipe below.'
    expect(inItsSentence(text, evidence(text, 'miracle'))).toEqual({ before: 'It is a ', after: ' in a bowl.' })
  })

  it('is cut between words when the sentence is long', () => {
    const text = `${'word '.repeat(100)}miracle${' word'.repeat(100)}`
    const { before, after } = inItsSentence(text, evidence(text, 'miracle'))
    expect(before).toMatch(/^…word/)
    expect(after).toMatch(/word…$/)
    expect(before.length).toBeLessThan(170)
  })

  it('stands alone when the text is not the one it was taken from', () => {
    expect(inItsSentence('another text altogether', { start: 3, end: 10, quote: 'miracle' })).toEqual({
      before: '',
      after: '',
    })
  })

  it('invents nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = Math.min(a % (text.length + 1), b % (text.length + 1))
        const end = Math.max(a % (text.length + 1), b % (text.length + 1))
        const { before, after } = inItsSentence(text, { start, end, quote: text.slice(start, end) })
        expect(text.slice(0, start).endsWith(before.replace(/^…/, ''))).toBe(true)
        expect(text.slice(end).startsWith(after.replace(/…$/, ''))).toBe(true)
      }),
    )
  })
})
