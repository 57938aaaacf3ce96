import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseWeights } from '../../../lib/sentiment/weights.ts'

const whole = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../lib/sentiment/weights/tone.bin')))
const changed = (at: number, to: (byte: number) => number) => {
  const copy = whole.slice()
  copy[at] = to(copy[at] ?? 0)
  return copy
}

describe('the weights file', () => {
  it('is read whole', () => {
    const { languages, engine, lexicons } = parseWeights(whole)
    expect(languages).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'other', 'pt'])
    expect(engine).toMatch(/^tone-/)
    expect(lexicons.vader.get('awful')).toBe(-2)
    expect(lexicons.own.get('de')?.get('schlecht')).toBeLessThan(0)
    expect(lexicons.own.get('en')).toBeUndefined()
  })

  it.each([
    ['is empty', new Uint8Array(), 'cut short: 0 bytes'],
    ['is cut in its beginning', whole.slice(0, 12), 'cut short: 12 bytes'],
    ['is cut by one byte', whole.slice(0, -1), `${whole.length - 1} bytes of ${whole.length}`],
    [
      'has more than it says',
      new Uint8Array([...whole.subarray(0), 0]),
      `${whole.length + 1} bytes of ${whole.length}`,
    ],
    ['is something else', new TextEncoder().encode('<!doctype html><title>404</title>'), 'no tone weights'],
    ['is of another format', changed(7, () => '2'.charCodeAt(0)), 'of another format'],
    ['has a flipped bit in its header', changed(40, (byte) => byte ^ 4), 'checksum'],
    ['has a flipped bit in its tables', changed(whole.length >> 1, (byte) => byte ^ 1), 'checksum'],
    ['has a flipped bit at its end', changed(whole.length - 1, (byte) => byte ^ 128), 'checksum'],
  ])('is refused with the reason when it %s', (_, bytes, reason) => {
    expect(() => parseWeights(bytes)).toThrow(reason)
  })
})
