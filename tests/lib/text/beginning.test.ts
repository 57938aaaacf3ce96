import { describe, expect, it } from 'vitest'
import { beginningOf } from '../../../lib/text/beginning.ts'

describe('the beginning of a text', () => {
  it('is the whole of a short one, on one line', () => {
    expect(beginningOf('  Hello\n\n you ', 20)).toBe('Hello you')
  })

  it('says that it goes on, within the length, and never cuts a character in half', () => {
    expect(beginningOf('Hello you there', 8)).toBe('Hello y…')
    expect(beginningOf('Hello \u{1F3D4}\uFE0F hill', 8)).toBe('Hello …')
  })
})
