import { expect, it, vi } from 'vitest'
import { createBacktest } from '../../../lib/state/backtest.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { at, contactOf, partner } from '../health/fixtures.ts'
import { incidentRow, pulseRow, ulid } from '../store/rows.ts'

it('is worked out anew when an incident is recorded, and not with every look at a post', async () => {
  const store = createMemoryStore()
  const about = { partnerId: partner.id, events: [] }
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    for (let n = 0; n < 12; n++)
      await tx.put('contacts', { ...contactOf(n, n % 2 === 0 ? 'out' : 'in', 120 - n * 6), id: ulid(100 + n) })
    for (const [n, day] of [
      [1, 100],
      [2, 40],
    ] as const)
      await tx.put('pulses', pulseRow(n, { partnerId: partner.id, rating: 8, at: at(day) }))
    await tx.put('incidents', incidentRow(1, { ...about, createdAt: at(30), updatedAt: at(30) }))
  })
  const past = vi.spyOn(store.pulses, 'ofPartner')
  const read = createBacktest(store)
  expect(await read(partner)).toHaveLength(1)
  expect(past).toHaveBeenCalledTimes(2)
  await store.write((tx) => tx.put('contacts', { ...contactOf(90, 'out', 0), id: ulid(190) }))
  expect(await read(partner)).toHaveLength(1)
  expect(past).toHaveBeenCalledTimes(2)
  await store.write((tx) => tx.put('incidents', incidentRow(2, { ...about, createdAt: at(5), updatedAt: at(5) })))
  expect(await read(partner)).toHaveLength(2)
  expect(past).toHaveBeenCalledTimes(6)
})

it('leaves out what turned out to be none', async () => {
  const store = createMemoryStore()
  const event = {
    id: ulid(7),
    at: at(1),
    by: 'Ines',
    action: { kind: 'status', to: 'duplicate', comment: '' },
  } as const
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    await tx.put('incidents', incidentRow(1, { partnerId: partner.id, createdAt: at(5), events: [event] }))
  })
  expect(await createBacktest(store)(partner)).toEqual([])
})
