import { expect, it } from 'vitest'
import { toneOfMessages } from '../../../lib/background/message-tone.ts'
import { contactOf, NOW } from '../health/fixtures.ts'

it('a message that was pasted counts by what was measured of it, without its words; a bare touch does not', () => {
  const pasted = [200, 180, 220, 90, 80, 100].map((chars, n) =>
    Object.assign(contactOf(n, 'in', 60 - n), { measured: { chars, warmth: n < 3 ? 0.6 : 0.1 } }),
  )
  expect(toneOfMessages(pasted, NOW, 6)).toMatchObject({ n: 6, drift: 'both', length: { before: 200, after: 90 } })
  expect(toneOfMessages([...pasted.slice(1), contactOf(9, 'in', 1)], NOW, 6)).toMatchObject({ n: 5, drift: null })
})
