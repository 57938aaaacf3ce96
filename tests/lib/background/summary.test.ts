import { array, assert, asyncProperty, constantFrom, integer, oneof, tuple, type Arbitrary } from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { readStandards } from '../../../lib/background/judge.ts'
import { readSummaries, readSummary, refreshSummaries, summarize } from '../../../lib/background/summary.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import type { Store, StoreWriter } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { readRecord, writeRecord } from '../../../lib/store/record-file.ts'
import { daysAfter } from '../../../lib/text/zone-day.ts'
import {
  agreementRow,
  assessmentRow,
  commentRow,
  contactRow,
  deliverableRow,
  draftRow,
  guidelineRow,
  metricRow,
  noteRow,
  partnerRow,
  postRow,
  profileRow,
  pulseRow,
  revisionRow,
  t,
  ulid,
  waiverRow,
} from '../store/rows.ts'

const NOW = Date.parse(t(60 * 24 * 3))
const day = 86_400_000
let store: Store

beforeEach(async () => {
  store = createMemoryStore()
  await store.write(async (tx) => {
    for (const n of [1, 2]) await tx.put('partners', partnerRow(n))
  })
})

/** From the record alone, as if nothing had ever been kept. */
async function fromScratch(now: number) {
  const standards = await readStandards(store)
  const partners = await store.partners.all()
  return Promise.all(partners.map(async (partner) => (await summarize(store, partner, standards, new Date(now))).value))
}
const kept = async (now: number) => (await readSummaries(store, new Date(now))).all.map(({ value }) => value)
const refresh = (now: number) => refreshSummaries(store, () => new Date(now))
const outdated = async (now: number) => (await readSummaries(store, new Date(now))).outdated

const partner = constantFrom(1, 2)
const n = integer({ min: 1, max: 5 })
const accountOf = (p: number) => `x:creator${p}`
type Write = (tx: StoreWriter) => Promise<void>
const writing = <A extends unknown[]>(build: (...args: A) => Write, ...args: { [K in keyof A]: Arbitrary<A[K]> }) =>
  tuple(...args).map((values) => build(...(values as unknown as A)))

/** One of everything that people and pages write. */
const write: Arbitrary<Write> = oneof(
  writing((p: number, i: number) => (tx) => tx.put('posts', postRow(i, { account: accountOf(p) })), partner, n),
  writing((i: number) => (tx) => tx.removePost(`x:${i}`), n),
  writing(
    (p: number, i: number, verdict: 'pass' | 'fail') => (tx) =>
      tx.put('assessments', { ...assessmentRow(`x:${i}`, 'b'), account: accountOf(p), verdict }),
    partner,
    n,
    constantFrom('pass' as const, 'fail' as const),
  ),
  writing((i: number, j: number) => (tx) => tx.put('comments', commentRow(`x:${i}`, j)), n, n),
  writing((i: number, j: number) => (tx) => tx.put('revisions', revisionRow(`x:${i}`, j)), n, n),
  writing((i: number, j: number) => (tx) => tx.put('metrics', metricRow(`x:${i}`, j)), n, n),
  writing((p: number, i: number) => (tx) => tx.put('profiles', profileRow(accountOf(p), i)), partner, n),
  writing((p: number, i: number) => (tx) => tx.put('contacts', contactRow(10 + i, { partnerId: ulid(p) })), partner, n),
  writing(
    (p: number, i: number) => (tx) =>
      tx.put('deliverables', deliverableRow(20 + i, { partnerId: ulid(p), dueAt: t(i) })),
    partner,
    n,
  ),
  writing((p: number, i: number) => (tx) => tx.put('drafts', draftRow(30 + i, { partnerId: ulid(p) })), partner, n),
  writing(
    (p: number, rating: number) => (tx) => tx.put('pulses', { ...pulseRow(40 + p), partnerId: ulid(p), rating }),
    partner,
    n,
  ),
  writing((i: number) => (tx) => tx.put('guidelines', { ...guidelineRow(50), version: i }), n),
  writing((i: number) => (tx) => tx.put('waivers', waiverRow(60 + i)), n),
  writing(
    (hours: number) => (tx) =>
      tx.putSettings({ ...defaultSettings, health: { ...defaultSettings.health, replyFloorHours: hours } }),
    n,
  ),
  writing(
    (p: number, i: number) => (tx) =>
      tx.put(
        'partners',
        partnerRow(p, { accounts: [{ platform: 'x', handle: `creator${p}`, url: null }], tags: [String(i)] }),
      ),
    partner,
    n,
  ),
)

describe('what is kept of partners', () => {
  it('is what the record alone says, after any sequence of writes', { timeout: 60_000 }, async () => {
    await assert(
      asyncProperty(array(array(write, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (units) => {
        store = createMemoryStore()
        await store.write(async (tx) => {
          for (const p of [1, 2]) await tx.put('partners', partnerRow(p))
        })
        await refresh(NOW)
        for (const unit of units) {
          await store.write(async (tx) => {
            for (const one of unit) await one(tx)
          })
          expect(await kept(NOW)).toEqual(await fromScratch(NOW))
          await refresh(NOW)
          expect(await outdated(NOW)).toBe(0)
          expect(await kept(NOW)).toEqual(await fromScratch(NOW))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is out of date for the partner that was written about only', async () => {
    await refresh(NOW)
    await store.write((tx) => tx.put('posts', postRow(1)))
    const { all } = await readSummaries(store, new Date(NOW))
    expect(all.map(({ isFresh }) => isFresh)).toEqual([true, true])
    expect(await outdated(NOW)).toBe(1)
    await store.write((tx) => tx.put('guidelines', guidelineRow(50)))
    expect(await outdated(NOW)).toBe(2)
  })

  it('still holds after what changes nobody: a note, another theme', async () => {
    await refresh(NOW)
    await store.write(async (tx) => {
      await tx.put('notes', noteRow(1))
      await tx.putSettings({ ...defaultSettings, theme: 'dark' })
    })
    expect(await outdated(NOW)).toBe(0)
  })

  it('stays out of date when something is written while it is worked out', async () => {
    const slow: Store = {
      ...store,
      write: async (work) => {
        await store.write((tx) => tx.put('pulses', { ...pulseRow(40), partnerId: ulid(1) }))
        return store.write(work)
      },
    }
    await refreshSummaries(slow, () => new Date(NOW))
    expect(await outdated(NOW)).toBe(1)
    expect(await kept(NOW)).toEqual(await fromScratch(NOW))
  })

  it('holds for the day where nothing is waited for, for minutes where hours are counted, until the next due date', async () => {
    const midday = Math.floor(NOW / day) * day + day / 2
    await store.write(async (tx) => {
      await tx.put(
        'deliverables',
        deliverableRow(20, { partnerId: ulid(2), dueAt: new Date(midday + 3_600_000).toISOString() }),
      )
    })
    await refresh(midday)
    expect(await outdated(midday + 3_599_000)).toBe(0)
    expect(await outdated(midday + 3_600_000)).toBe(1)
    expect(await outdated(midday + day / 2)).toBe(2)
    await store.write((tx) =>
      tx.put(
        'contacts',
        contactRow(10, { partnerId: ulid(1), direction: 'out', at: new Date(midday - 1_000).toISOString() }),
      ),
    )
    await refresh(midday)
    expect(await outdated(midday + 11 * 60_000)).toBe(1)
    // A clock that was set back makes nothing of later.
    expect(await outdated(midday - 1)).toBe(2)
  })

  it('turns at midnight of the zone that an agreement counts its days in', async () => {
    const before = Date.parse('2027-03-20T10:00:00.000Z')
    // In Auckland the 20th is over at 11:00 UTC.
    const midnight = before + 3_600_000
    const said = async (now: number) => (await kept(now)).flatMap((value) => value?.alerts.map(({ code }) => code))
    const endsOn = daysAfter('2027-03-21', defaultSettings.agreements.renewalReminderDays)
    await store.write((tx) => tx.put('agreements', agreementRow(30, { timeZone: 'Pacific/Auckland', endsOn })))
    await refresh(before)
    expect(await outdated(midnight - 1)).toBe(0)
    expect(await said(midnight - 1)).toEqual([])
    expect(await outdated(midnight)).toBe(1)
    expect(await said(midnight)).toEqual(['agreementEnds'])
    expect(await kept(midnight)).toEqual(await fromScratch(midnight))
  })

  it('shows what was last known of many, and says of how many', async () => {
    await refresh(NOW)
    await store.write(async (tx) => {
      for (let p = 3; p < 30; p++) await tx.put('partners', partnerRow(p))
    })
    const { all, updating } = await readSummaries(store, new Date(NOW))
    expect(updating).toBe(27)
    expect(all.filter(({ value }) => value !== null)).toHaveLength(2)
    expect(await refresh(NOW)).toBe(27)
    expect((await readSummaries(store, new Date(NOW))).updating).toBe(0)
  })

  it('answers for one partner without reading its posts again', async () => {
    const [one] = await store.partners.all()
    if (!one) throw new Error('no partner')
    await store.write(async (tx) => {
      for (let i = 1; i <= 50; i++) await tx.put('posts', postRow(i))
    })
    await refresh(NOW)
    const blind: Store = {
      ...store,
      posts: { ...store.posts, ofPartner: () => Promise.reject(new Error('posts read')) },
    }
    expect((await readSummary(blind, one, new Date(NOW))).posts).toBe(50)
  })

  it('is no part of the record file, and goes with the record', async () => {
    await refresh(NOW)
    let text = ''
    for await (const piece of writeRecord(store, t(0))) text += piece
    expect(text).not.toContain('summaries')
    expect(readRecord(text)).toHaveProperty('file')
    await store.write((tx) => tx.clear())
    expect(await store.summaries.all()).toEqual([])
  })
})
