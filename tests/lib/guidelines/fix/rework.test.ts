import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edit } from '../../../../lib/guidelines/define.ts'
import { beginRework, editsOf, rework } from '../../../../lib/guidelines/fix/rework.ts'

/** One after the other from the back, as anyone would. */
const plainly = (text: string, edits: readonly Edit[]) =>
  edits.toReversed().reduce((all, { start, end, insert }) => all.slice(0, start) + insert + all.slice(end), text)

/** Up to four edits of any text, in order and apart, from three cuts each. */
const steps = fc.array(fc.array(fc.tuple(fc.nat(12), fc.nat(6), fc.string({ maxLength: 4 })), { maxLength: 4 }), {
  maxLength: 4,
})

function editsIn(text: string, wanted: readonly (readonly [number, number, string])[]): Edit[] {
  let at = 0
  return wanted.flatMap(([gap, length, insert]) => {
    const start = Math.min(text.length, at + gap)
    const end = Math.min(text.length, start + length)
    at = end + 1
    return start > text.length || (at > text.length + 1 && start === end) ? [] : [{ start, end, insert }]
  })
}

describe('a caption that is reworked step by step', () => {
  it('reads as if each step had been done by hand, and its edits lead there from the original', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), steps, (original, all) => {
        let current = beginRework(original)
        let text = original
        for (const [by, wanted] of all.entries()) {
          const edits = editsIn(text, wanted)
          const next = rework(current, edits, by)
          if (!next) continue
          text = plainly(text, edits)
          expect(next.text).toBe(text)
          current = next
        }
        const edits = editsOf(current)
        expect(plainly(original, edits)).toBe(text)
        // Apart from each other, and every one somebody's.
        expect(edits.every(({ start }, i) => i === 0 || start > (edits[i - 1]?.end ?? 0))).toBe(true)
        expect(edits.every(({ by }) => by.length > 0)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('refuses edits that are none of this text', () => {
    const begun = beginRework('so 💚 soft')
    const insert = 'x'
    expect(rework(begun, [{ start: 8, end: 99, insert }], 0)).toBeNull()
    expect(rework(begun, [{ start: 4, end: 4, insert }], 0)).toBeNull()
    expect(
      rework(
        begun,
        [
          { start: 0, end: 3, insert },
          { start: 2, end: 5, insert },
        ],
        0,
      ),
    ).toBeNull()
    expect(rework(begun, [{ start: 0, end: 2, insert: 'so' }], 0)).toBeNull()
    expect(rework(begun, [], 0)).toBeNull()
  })

  it('shows as changed only what is: marks that are put back are not, and words stay whole', () => {
    const marks = rework(beginRework('Wow!!! So soft'), [{ start: 3, end: 6, insert: '!' }], 0)
    expect(marks && editsOf(marks)).toEqual([{ start: 4, end: 6, insert: '', by: [0] }])
    const words = rework(beginRework('So soft #spon!'), [{ start: 8, end: 14, insert: '#spark!' }], 0)
    expect(words && editsOf(words)).toEqual([{ start: 8, end: 13, insert: '#spark', by: [0] }])
  })

  it('tells which steps made an edit, also where one took back another’s words', () => {
    const first = rework(beginRework('a cheap serum'), [{ start: 2, end: 7, insert: 'nice' }], 0)
    const second = first && rework(first, [{ start: 2, end: 7, insert: '' }], 1)
    const third = second && rework(second, [{ start: 7, end: 7, insert: ' #ad' }], 2)
    expect(third && editsOf(third)).toEqual([
      { start: 2, end: 8, insert: '', by: [0, 1] },
      { start: 13, end: 13, insert: ' #ad', by: [2] },
    ])
  })
})
