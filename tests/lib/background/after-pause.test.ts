import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAfterPause } from '../../../lib/background/after-pause.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const done: string[][] = []
  return { done, look: createAfterPause((ids) => done.push([...ids])) }
}

it('looks that follow one another are worked out once, when they pause, each partner once', () => {
  const { done, look } = setUp()
  look(['a'])
  vi.advanceTimersByTime(900)
  look(['b', 'a'])
  vi.advanceTimersByTime(999)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual([['a', 'b']])
  look(['c'])
  vi.advanceTimersByTime(1_000)
  expect(done).toEqual([['a', 'b'], ['c']])
})

it('a page that never pauses is worked out after five seconds all the same', () => {
  const { done, look } = setUp()
  for (let at = 0; at < 5_000; at += 500) {
    look(['a'])
    vi.advanceTimersByTime(500)
  }
  expect(done).toEqual([['a']])
})
