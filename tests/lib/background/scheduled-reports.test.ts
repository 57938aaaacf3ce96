import { beforeEach, describe, expect, it } from 'vitest'
import { keepReports, lastDue } from '../../../lib/background/scheduled-reports.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { partnerRow, reportRow, ulid } from '../store/rows.ts'

let store: Store
let made = 0
const newId = () => ulid(++made)
/** On the machine's own clock. 30 November 2026 is a Monday. */
const local = (month: number, day: number, hour = 9) => new Date(2026, month - 1, day, hour)
const kinds = async () => (await store.reports.all()).map(({ by, report }) => `${by} ${report.kind}`)

beforeEach(async () => {
  made = 0
  store = createMemoryStore()
  await store.write((tx) => tx.put('partners', partnerRow(90, { createdAt: local(10, 1).toISOString() })))
})

describe('reports made by themselves', () => {
  it('are made once a week and once a month, however often the alarm rings', async () => {
    for (const hour of [7, 8, 9]) await keepReports(store, local(11, 30, hour), newId)
    expect(await kinds()).toEqual(['schedule monthly', 'schedule weekly'])
    await keepReports(store, local(12, 1, 7), newId)
    await keepReports(store, local(12, 7, 5), newId)
    expect((await kinds()).filter((one) => one === 'schedule weekly')).toHaveLength(1)
    await keepReports(store, local(12, 7, 7), newId)
    expect(await kinds()).toEqual(['schedule weekly', 'schedule monthly', 'schedule monthly', 'schedule weekly'])
  })

  it('wait for Monday and the first of the month on the machine’s own clock', () => {
    expect(lastDue('weekly', local(11, 30, 6))).toEqual(local(11, 30, 6))
    expect(lastDue('weekly', local(11, 30, 5))).toEqual(local(11, 23, 6))
    expect(lastDue('weekly', local(11, 29))).toEqual(local(11, 23, 6))
    expect(lastDue('monthly', local(11, 1, 5))).toEqual(local(10, 1, 6))
    expect(lastDue('monthly', local(11, 30))).toEqual(local(11, 1, 6))
  })

  it('are not made while nobody was there to report on, nor when they are switched off', async () => {
    const newcomer = partnerRow(90, { createdAt: local(11, 30, 8).toISOString() })
    await store.write((tx) => tx.put('partners', newcomer))
    expect(await keepReports(store, local(11, 30), newId)).toBe(0)
    await store.write(async (tx) => {
      await tx.put('partners', partnerRow(90, { createdAt: local(10, 1).toISOString() }))
      await tx.putSettings({ ...defaultSettings, reports: { weekly: false, monthly: false } })
    })
    expect(await keepReports(store, local(11, 30), newId)).toBe(0)
    expect(await kinds()).toEqual([])
  })

  it('are not made again when the clock was set back', async () => {
    await keepReports(store, local(11, 30), newId)
    await keepReports(store, local(11, 24), newId)
    expect(await kinds()).toHaveLength(2)
  })

  it('are kept for half a year of weeks; what a person made stays; what was deleted goes after 30 days', async () => {
    const weeks = Array.from({ length: 30 }, (_, week) => local(11, 23 - week * 7).toISOString())
    await store.write(async (tx) => {
      for (const [i, at] of weeks.entries()) {
        await tx.put('reports', reportRow(100 + i, { by: 'schedule', at }))
        await tx.put('reports', reportRow(200 + i, { at }))
      }
      await tx.put('reports', reportRow(300, { deletedAt: local(10, 1).toISOString() }))
      await tx.put('reports', reportRow(301, { deletedAt: local(11, 20).toISOString() }))
    })
    await keepReports(store, local(11, 24), newId)
    const kept = await store.reports.all({ deleted: true })
    expect(kept.filter(({ by, report }) => by === 'schedule' && report.kind === 'weekly')).toHaveLength(26)
    expect(kept.filter(({ by, deletedAt }) => by === 'person' && deletedAt === null)).toHaveLength(30)
    expect(kept.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id)).toEqual([ulid(301)])
  })
})
