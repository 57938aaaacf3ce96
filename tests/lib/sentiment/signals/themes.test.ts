import { array, assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { themesOf } from '../../../../lib/sentiment/signals/themes.ts'

describe('what comments come back to', () => {
  it('is what at least three share, the most shared first, each comment counted once', () => {
    expect(
      themesOf([
        'The shipping cost is a joke. Shipping cost, really?',
        'shipping cost higher than the jacket',
        'Who pays that shipping cost',
        'My zip broke',
        'The zip was broken on arrival',
        'zip again...',
        'the zip and the shipping cost',
      ]),
    ).toEqual([
      { words: 'shipping cost', count: 4 },
      { words: 'zip', count: 4 },
    ])
  })

  it('is never whom they talk to', () => {
    const comments = ['@rowan.hill look at this', '@rowan.hill no way', 'as @rowan.hill said']
    expect(themesOf(comments).map(({ words }) => words)).toEqual([])
  })

  it('is nothing where nothing is shared, whatever is written', () => {
    expect(themesOf([])).toEqual([])
    assert(
      property(array(string({ unit: 'binary', maxLength: 80 }), { maxLength: 12 }), (comments) => {
        for (const { count } of themesOf(comments)) expect(count).toBeLessThanOrEqual(comments.length)
      }),
    )
  })
})
