import { describe, expect, it } from 'vitest'
import { defaultHealthSettings } from '../../../lib/domain/settings.ts'
import { cadenceFor, cadenceOf } from '../../../lib/health/cadence.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { importRecord, readRecord, writeRecord } from '../../../lib/store/record-file.ts'
import { contactRow, noteRow, partnerRow } from '../store/rows.ts'
import { at, DAY, NOW, partner } from './fixtures.ts'

const monthly = { idealDays: 28, maximumDays: 42 }
const none = { partner: null, tags: {}, default: null }
const own = { ...none, partner: monthly }
const on = (day: number) => NOW + day * DAY
const iso = (day: number) => new Date(on(day)).toISOString()

/** The record of one partner, touched on day 20, as a file. */
async function fileWith(daysAgo: number) {
  const store = createMemoryStore()
  await store.write(async (tx) => {
    await tx.put('partners', partnerRow(1, { createdAt: at(100) }))
    // Written down today, about a time long ago.
    await tx.put('contacts', contactRow(7, { partnerId: partnerRow(1).id, at: at(daysAgo), createdAt: at(0) }))
    await tx.put('notes', noteRow(8, { partnerId: partnerRow(1).id, createdAt: at(0), updatedAt: at(0) }))
  })
  let text = ''
  for await (const part of writeRecord(store, at(0))) text += part
  const read = readRecord(text)
  if (!('file' in read)) throw new Error(read.problem.code)
  return read.file
}

describe('staying in touch (B9)', () => {
  it('B9: a tag’s cadence applies to new members, from when they came', () => {
    const tagged = { ...defaultHealthSettings, cadence: null, tagCadences: [{ tag: 'vip', cadence: monthly }] }
    const newcomer = { ...partner, createdAt: iso(0), tags: [] as string[] }
    expect(cadenceFor(newcomer, [], tagged, on(28))).toBeNull()
    const member = { ...newcomer, tags: ['vip'] }
    expect(cadenceFor(member, [], tagged, on(27.9))?.state).toBe('good')
    expect(cadenceFor(member, [], tagged, on(28))).toMatchObject({ state: 'due', from: { type: 'tag', tag: 'vip' } })
  })

  it('B9: a partner’s own value overrides that of its tag, also where it is looser', () => {
    const tagged = {
      ...defaultHealthSettings,
      tagCadences: [{ tag: 'vip', cadence: { idealDays: 7, maximumDays: 14 } }],
    }
    const member = { ...partner, createdAt: iso(0), tags: ['vip'], cadence: monthly }
    expect(cadenceFor(member, [], tagged, on(20))).toMatchObject({ state: 'good', from: { type: 'partner' } })
  })

  it('B9: importing an old note dated in the past does not move the clock forward', async () => {
    const store = createMemoryStore()
    const member = partnerRow(1, { createdAt: at(100), cadence: monthly })
    await store.write(async (tx) => {
      await tx.put('partners', member)
      await tx.put('contacts', contactRow(2, { partnerId: member.id, at: at(30) }))
    })
    const clock = async () => cadenceFor(member, await store.contacts.ofPartner(member.id), defaultHealthSettings, NOW)
    const before = await clock()
    expect(before).toMatchObject({ state: 'due', lastTouchAt: at(30) })
    await importRecord(store, await fileWith(60), 'merge')
    expect(await store.contacts.ofPartner(member.id)).toHaveLength(2)
    expect(await clock()).toEqual(before)
    // A newer touch does, whenever it was written down.
    await store.write((tx) => tx.put('contacts', contactRow(9, { partnerId: member.id, at: at(5) })))
    expect(await clock()).toMatchObject({ state: 'good', lastTouchAt: at(5) })
  })

  it('B9: cadence 28/42 d, touch on day 26 -> next amber on day 54', () => {
    const days = [53.9, 54, 67.9, 68]
    expect(days.map((day) => cadenceOf(own, [], [iso(26)], iso(0), on(day))?.state)).toEqual([
      'good',
      'due',
      'due',
      'overdue',
    ])
  })

  it('counts from the start where nobody was in touch yet', () => {
    expect(cadenceOf(own, [], [], iso(0), on(28))).toMatchObject({ state: 'due', lastTouchAt: iso(0) })
  })

  it('an old note written down today does not move the clock forward', () => {
    const before = cadenceOf(own, [], [at(10)], at(90), NOW)
    expect(cadenceOf(own, [], [at(10), at(60)], at(90), NOW)).toEqual(before)
  })

  it('a tag counts for every partner who carries it, the tightest of several; the partner’s own wins', () => {
    const rules = { ...none, tags: { vip: { idealDays: 7, maximumDays: 14 }, all: monthly } }
    expect(cadenceOf(rules, ['all', 'vip'], [], iso(0), on(1))).toMatchObject({
      from: { type: 'tag', tag: 'vip' },
      dueAt: iso(7),
    })
    expect(cadenceOf({ ...rules, partner: monthly }, ['vip'], [], iso(0), on(1))).toMatchObject({
      from: { type: 'partner' },
      dueAt: iso(28),
    })
  })

  it('no rule, no clock; a tag named like a built-in property is none', () => {
    expect(cadenceOf(none, ['vip'], [], iso(0), NOW)).toBeNull()
    expect(cadenceOf(none, ['constructor', '__proto__'], [], iso(0), NOW)).toBeNull()
  })

  it('a touch dated in the future does not count yet', () => {
    expect(cadenceOf(own, [], [iso(20)], iso(0), on(10))?.lastTouchAt).toBe(iso(0))
  })
})
