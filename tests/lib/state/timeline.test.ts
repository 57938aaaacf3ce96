import { describe, expect, it } from 'vitest'
import { createTimeline, loadTimeline, TIMELINE_PAGE, timelineKinds } from '../../../lib/state/timeline.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { at, contactOf, NOW, partner, postOf } from '../health/fixtures.ts'
import {
  agreementRow,
  deliverableRow,
  draftRow,
  incidentRow,
  noteRow,
  planRow,
  pulseRow,
  realignmentRow,
  ulid,
} from '../store/rows.ts'

const mine = { partnerId: partner.id }

async function busy(posts: number) {
  const store = createMemoryStore()
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    for (let n = 0; n < posts; n++) await tx.put('posts', postOf(n, 20 + n, 100, { text: `Post ${n}` }))
    await tx.put('contacts', { ...contactOf(1, 'out', 9), id: ulid(1), note: 'Asked for the draft' })
    await tx.put('notes', noteRow(2, { ...mine, createdAt: at(8), text: 'Likes rye' }))
    await tx.put('pulses', pulseRow(3, { ...mine, at: at(7), rating: 8 }))
    await tx.put('deliverables', deliverableRow(4, { ...mine, dueAt: at(6), postId: null, createdAt: at(30) }))
    await tx.put('deliverables', deliverableRow(5, { ...mine, dueAt: at(-6), postId: null, createdAt: at(30) }))
    await tx.put('incidents', incidentRow(6, { ...mine, createdAt: at(5) }))
    await tx.put('drafts', draftRow(7, { ...mine, createdAt: at(4) }))
    const agreement = agreementRow(8, mine)
    await tx.put('agreements', {
      ...agreement,
      versions: agreement.versions.map((one) => Object.assign(one, { at: at(3) })),
    })
    await tx.put('plans', planRow(9, { ...mine, createdAt: at(2) }))
    const sheet = realignmentRow(10, mine)
    await tx.put('realignments', { ...sheet, versions: sheet.versions.map((one) => Object.assign(one, { at: at(1) })) })
  })
  return store
}

describe('the timeline of a partner', () => {
  it('has everything that happened, newest first, and nothing that is still to come', async () => {
    const { events, more } = await loadTimeline(await busy(2), partner, NOW, { kind: null, limit: 100 })
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(timelineKinds))
    expect(events.map((one) => one.at)).toEqual(
      events
        .map((one) => one.at)
        .toSorted()
        .toReversed(),
    )
    expect(events.every((one) => Date.parse(one.at) <= NOW)).toBe(true)
    expect(more).toBe(false)
    const shown = events.filter(({ kind }) => kind !== 'alert').map(({ code }) => code)
    expect(shown).toEqual([
      'changeSheet',
      'planMade',
      'agreement',
      'draftMade',
      'incidentOpened',
      'deliverable',
      'rated',
      'note',
      'reached',
      'posted',
      'posted',
    ])
  })

  it('may be of one kind', async () => {
    const { events } = await loadTimeline(await busy(3), partner, NOW, { kind: 'post', limit: 100 })
    expect(events.map(({ text }) => text)).toEqual(['Post 0', 'Post 1', 'Post 2'])
  })

  it('says whether there is more, and loads it on demand; a new choice begins at the newest again', async () => {
    const store = await busy(70)
    const timeline = createTimeline((shown) => loadTimeline(store, partner, NOW, shown))
    const shown = async () => {
      await timeline.live.refresh()
      return [timeline.live.value.value?.events.length, timeline.live.value.value?.more]
    }
    expect(await shown()).toEqual([TIMELINE_PAGE, true])
    timeline.more()
    expect(await shown()).toEqual([2 * TIMELINE_PAGE, true])
    timeline.only('post')
    expect(await shown()).toEqual([TIMELINE_PAGE, true])
    timeline.more()
    timeline.more()
    expect(await shown()).toEqual([70, false])
    timeline.forget()
    expect(timeline.kind.value).toBeNull()
    expect(timeline.live.value.value).toBeNull()
  })
})
