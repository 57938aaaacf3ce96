import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { same } from '../../../lib/background/record/same.ts'

describe('saying the same', () => {
  it('does not depend on the order of keys, and tells null from a missing key', () => {
    expect(same({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
    expect(same({ a: null }, {})).toBe(false)
    expect(same({ a: undefined }, { b: undefined })).toBe(false)
    expect(same([], {})).toBe(false)
    expect(same({ 0: 'a' }, ['a'])).toBe(false)
    expect(same(JSON.parse('{"__proto__":1}'), {})).toBe(false)
  })

  it('may leave one field out', () => {
    expect(same({ a: 1, at: 1 }, { a: 1, at: 2 }, 'at')).toBe(true)
    expect(same({ a: 1, at: 1 }, { a: 2, at: 1 }, 'at')).toBe(false)
    expect(same({ a: { at: 1 } }, { a: { at: 2 } }, 'at')).toBe(false)
  })

  it('agrees with their JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const copy = JSON.parse(JSON.stringify(a)) as unknown
        expect(same(copy, JSON.parse(JSON.stringify(a)))).toBe(true)
        expect(same(a, b) && JSON.stringify(a).length !== JSON.stringify(b).length).toBe(false)
      }),
    )
  })
})
