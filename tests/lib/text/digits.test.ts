import { describe, expect, it } from 'vitest'
import { asciiDigits } from '../../../lib/text/digits.ts'

describe('digits of other scripts', () => {
  it('are read in every script of the Basic Multilingual Plane, ten in a row', () => {
    const digits = Array.from({ length: 0x1_00_00 - 0x80 }, (_, i) => String.fromCharCode(i + 0x80)).filter((one) =>
      /\p{Nd}/u.test(one),
    )
    expect(digits.length).toBeGreaterThan(300)
    expect(asciiDigits(digits.join(''))).toBe('0123456789'.repeat(digits.length / 10))
  })

  it('leave all else where it is', () => {
    expect(asciiDigits('٣ Mio., 4½ ²')).toBe('3 Mio., 4½ ²')
    expect(asciiDigits('𝟙 🥐')).toBe('𝟙 🥐')
  })
})
