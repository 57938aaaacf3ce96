import { describe, expect, it } from 'vitest'
import { upkeepHandlers } from '../../../lib/background/handlers/upkeep.ts'
import type { CommunicationProtocol } from '../../../lib/domain/communication-protocol.ts'
import { defaultUpkeepSettings } from '../../../lib/domain/settings.ts'
import { loadUpkeep } from '../../../lib/state/upkeep.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { agreementRow, partnerReviewRow, partnerRow, ulid } from '../store/rows.ts'

const known = { deliveries: [], guidelines: [], states: [], settings: defaultUpkeepSettings }

async function occasions(timeZone: string, now: string, createdAt = '2025-11-20T20:00:00.000Z') {
  const hours = { timeZone, days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
  const protocol: CommunicationProtocol = { channel: null, address: '', hours, replyHours: null, ladder: [] }
  const { occasions: found } = await loadUpkeep(
    createMemoryStore(),
    partnerRow(1, { createdAt, protocol }),
    known,
    Date.parse(now),
  )
  return found.map(({ kind, on }) => `${kind} ${on}`)
}

describe('B9: anniversaries on the partner’s clocks', () => {
  it('B9: begin with the partner’s own day', async () => {
    // 20:00 in UTC is the next day in Tokyo, and the same one in New York.
    expect(await occasions('Asia/Tokyo', '2026-11-20T14:59:00.000Z')).toEqual([])
    expect(await occasions('Asia/Tokyo', '2026-11-20T15:00:00.000Z')).toEqual(['anniversary 2026-11-21'])
    expect(await occasions('America/New_York', '2026-11-20T04:59:00.000Z')).toEqual([])
    expect(await occasions('America/New_York', '2026-11-20T05:00:00.000Z')).toEqual(['anniversary 2026-11-20'])
  })

  it('B9: also across a change of the clocks', async () => {
    // 29 March 2026 has 23 hours in Berlin.
    const since = '2025-03-29T12:00:00.000Z'
    expect(await occasions('Europe/Berlin', '2026-03-28T22:59:00.000Z', since)).toEqual([])
    expect(await occasions('Europe/Berlin', '2026-03-28T23:00:00.000Z', since)).toEqual(['anniversary 2026-03-29'])
  })

  it('B9: an agreement that is older than the record gives the day', async () => {
    const store = createMemoryStore()
    await store.write((tx) =>
      tx.put('agreements', agreementRow(5, { startsOn: '2024-02-29', timeZone: 'Asia/Tokyo', partnerId: ulid(1) })),
    )
    const partner = partnerRow(1, { createdAt: '2025-11-20T20:00:00.000Z' })
    const { occasions: found } = await loadUpkeep(store, partner, known, Date.parse('2026-02-27T15:00:00.000Z'))
    expect(found).toMatchObject([{ values: ['2', 'agreement'], on: '2026-02-28' }])
  })
})

const answers = async () => {
  const store = createMemoryStore()
  await store.write((tx) => tx.put('partners', partnerRow(1)))
  const handlers = upkeepHandlers({
    store: async () => store,
    now: () => new Date('2026-11-02T10:00:00.000Z'),
    bump: async () => {},
  })
  const { createdAt: _c, updatedAt: _u, deletedAt: _d, ...review } = partnerReviewRow(3)
  const save = (changes: Partial<typeof review>, seen: string | null) =>
    handlers['lookback.save']({ ...review, ...changes, seen }, { kind: 'extension' })
  return { store, save }
}

describe('keeping a review', () => {
  it('is refused with a day that the calendar does not have, and changes nothing', async () => {
    const { store, save } = await answers()
    expect(await save({ heldOn: '2026-02-30' }, null)).toEqual({ review: null, refused: 'badDay' })
    expect(await save({ from: '2026-12-01' }, null)).toEqual({ review: null, refused: 'badDay' })
    expect(await store.reviews.all()).toEqual([])
  })

  it('is safe to repeat, and refused where it rests on an older state', async () => {
    const { store, save } = await answers()
    const first = await save({}, null)
    expect(await save({}, null)).toEqual(first)
    const seen = first.review?.updatedAt ?? null
    const second = await save({ by: 'Kofi' }, seen)
    expect(second.refused).toBeNull()
    expect((second.review?.updatedAt ?? '') > (seen ?? '')).toBe(true)
    expect(await save({ by: 'Ida' }, seen)).toMatchObject({ review: { by: 'Kofi' }, refused: 'changed' })
    expect((await store.reviews.all()).map(({ by }) => by)).toEqual(['Kofi'])
  })
})
