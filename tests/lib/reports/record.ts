import { createMemoryStore } from '../../../lib/store/memory.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { assessmentOf, at, contactOf, findingOf, partner, postOf } from '../health/fixtures.ts'
import { commentRow, deliverableRow, guidelineRow, neutral, profileRow, pulseRow, ulid } from '../store/rows.ts'

/** A creator with everything a report speaks of; one caption breaks a rule, one finding was let pass. */
export async function reportRecord(): Promise<Store> {
  const store = createMemoryStore()
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    await tx.put('guidelines', guidelineRow(70, { name: 'House rules' }))
    for (let n = 1; n <= 20; n++) {
      const text = n === 2 ? '=cmd|calc a "miracle" cure <b>now</b>' : `Post ${n}`
      await tx.put('posts', postOf(n, n * 4, 100 + n, { text, url: `https://www.instagram.com/p/${n}/` }))
      const quote = { field: 'text' as const, start: 13, end: 20, quote: 'miracle' }
      const broken = findingOf({
        kind: 'banned-phrase',
        value: 'miracle',
        status: 'fail',
        reason: 'bannedFound',
        values: ['miracle', 'miracle'],
        evidence: [quote],
      })
      const waived = { id: ulid(71), because: 'accepted' as const, reason: 'A song title', at: at(1) }
      const findings = n === 2 ? [broken] : n === 3 ? [{ ...broken, waived }] : []
      await tx.put('assessments', assessmentOf(n, n === 2 ? 'fail' : 'pass', { findings }))
    }
    for (let n = 1; n <= 14; n++) {
      const label = n <= 3 ? 'negative' : 'positive'
      const tone = { ...neutral, label } as const
      const seen = { firstSeenAt: at(2), lastSeenAt: at(1), authorHash: `${n}`.padStart(32, 'a') }
      await tx.put(
        'comments',
        commentRow('instagram:1', n, { ...seen, text: `Words of person ${n} number ${n * 37}`, tone }),
      )
    }
    const [account = ''] = partner.accountKeys
    const followers = { value: 1_000, step: 1 }
    await tx.put('profiles', profileRow(account, 1, { id: `${account}@1`, at: at(9), lastSeenAt: at(1), followers }))
    for (let n = 1; n <= 12; n++)
      await tx.put('contacts', { ...contactOf(n, n % 2 === 1 ? 'out' : 'in', 60 - n * 5 + 0.5), id: ulid(100 + n) })
    await tx.put('pulses', pulseRow(1, { partnerId: partner.id, rating: 9, at: at(20) }))
    const own = { partnerId: partner.id, createdAt: at(50), updatedAt: at(50) }
    await tx.put('deliverables', deliverableRow(50, { ...own, dueAt: at(5), doneAt: at(6) }))
    await tx.put('deliverables', deliverableRow(51, { ...own, dueAt: at(3), title: 'Story set' }))
    await tx.put('deliverables', deliverableRow(52, { ...own, dueAt: at(-4), title: 'Recap' }))
  })
  return store
}
