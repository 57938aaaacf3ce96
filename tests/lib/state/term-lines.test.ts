import { describe, expect, it } from 'vitest'
import { readTerms, splitAtCommas } from '../../../lib/state/term-lines.ts'

describe('a list that is typed or pasted', () => {
  it('has one term a line, without blank and repeated ones, and says how many were left out', () => {
    expect(readTerms(' cheap \n\nfree\r\ncheap\n \nlast chance')).toEqual({
      terms: ['cheap', 'free', 'last chance'],
      repeated: 1,
      separated: 0,
    })
  })

  it('tells lines that look like several terms, and splits them only when asked to', () => {
    const pasted = 'cheap, free\n"buy now, pay later";"so ""cheap"""\nlast chance'
    expect(readTerms(pasted).separated).toBe(2)
    expect(splitAtCommas(pasted).split('\n')).toEqual([
      'cheap',
      'free',
      'buy now, pay later',
      'so "cheap"',
      'last chance',
    ])
  })

  it('of 100,000 terms is read whole', () => {
    const many = Array.from({ length: 100_000 }, (_, n) => `term ${n % 90_000}`)
    expect(readTerms(many.join('\n'))).toMatchObject({ repeated: 10_000, separated: 0 })
    expect(splitAtCommas(many.join(',')).split('\n')).toHaveLength(100_000)
  })

  it.each(['"', '"a', 'a"b', ',,,', '"",""', '\uD800,"\uD800"'])('does not lose the words of %j', (text) => {
    const words = text.replaceAll(/[",]/g, '')
    expect(splitAtCommas(text).replaceAll(/["\n]/g, '')).toBe(words)
  })
})
