import { createHash, createHmac } from 'node:crypto'
import { assert, property, string, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, hmacOf, sha256, sha256Of } from '../../../lib/text/sha256.ts'

describe('SHA-256', () => {
  it('gives the digests of FIPS 180-4', () => {
    expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256Of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('is what Node computes, whatever the bytes and their number', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
      }),
    )
  })

  it('signs as Node does, whatever the key and the text', () => {
    assert(
      property(uint8Array({ maxLength: 64 }), string({ unit: 'grapheme', maxLength: 40 }), (key, text) => {
        expect(hmacOf(key, text)).toBe(createHmac('sha256', key).update(text).digest('hex'))
      }),
    )
  })

  it('reads a key from its digits', () => {
    expect([...bytesOf('00ff10')]).toEqual([0, 255, 16])
  })
})
