import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHealth } from '../../../lib/background/health.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { assessmentOf, at, contactOf, DAY, NOW, partner, postOf } from '../health/fixtures.ts'
import { pulseRow, ulid } from '../store/rows.ts'

// lab.md: `lab replay` asks readHealth at each step, of the whole record.

const LENGTH = 90
/** Days before NOW. */
const ago = integer({ min: 0, max: LENGTH + 20 })
const history = record({
  posts: array(
    record({
      ago,
      likes: constantFrom(null, 20, 40, 80, 160),
      verdict: constantFrom('pass' as const, 'fail' as const, 'review' as const),
    }),
    { maxLength: 12 },
  ),
  contacts: array(record({ ago, direction: constantFrom('in' as const, 'out' as const) }), { maxLength: 8 }),
  pulses: array(record({ ago, rating: integer({ min: 0, max: 10 }) }), { maxLength: 3 }),
})
type History = typeof history extends { generate: (...args: never[]) => { value: infer T } } ? T : never

/** The record as far as it had come so many days before NOW. */
async function recordUntil({ posts, contacts, pulses }: History, daysAgo: number) {
  const store = createMemoryStore()
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    for (const [n, post] of posts.entries()) {
      if (post.ago < daysAgo) continue
      await tx.put('posts', postOf(n, post.ago, post.likes, { lastSeenAt: at(post.ago) }))
      await tx.put('assessments', assessmentOf(n, post.verdict, { at: at(post.ago) }))
    }
    for (const [n, contact] of contacts.entries())
      if (contact.ago >= daysAgo)
        await tx.put('contacts', { ...contactOf(n, contact.direction, contact.ago), id: ulid(100 + n) })
    for (const [n, pulse] of pulses.entries()) {
      const when = { at: at(pulse.ago), createdAt: at(pulse.ago), updatedAt: at(pulse.ago) }
      if (pulse.ago >= daysAgo)
        await tx.put('pulses', pulseRow(200 + n, { partnerId: partner.id, rating: pulse.rating, ...when }))
    }
  })
  return store
}

describe('replay', () => {
  it('B10: over 90 days says at each step what the record as it was then says from scratch', async () => {
    await assert(
      asyncProperty(history, async (past) => {
        const whole = await recordUntil(past, 0)
        for (let daysAgo = LENGTH; daysAgo >= 0; daysAgo--) {
          const then = new Date(NOW - daysAgo * DAY)
          const replayed = await readHealth(whole, partner, then)
          expect(replayed).toEqual(await readHealth(await recordUntil(past, daysAgo), partner, then))
        }
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('B10: the same record replayed twice gives the identical series', async () => {
    await assert(
      asyncProperty(history, async (past) => {
        const store = await recordUntil(past, 0)
        const series = async () => {
          const steps = []
          for (let daysAgo = LENGTH; daysAgo >= 0; daysAgo -= 10)
            steps.push(await readHealth(store, partner, new Date(NOW - daysAgo * DAY)))
          return JSON.stringify(steps)
        }
        expect(await series()).toBe(await series())
      }),
      { numRuns: 10 },
    )
  }, 60_000)
})
