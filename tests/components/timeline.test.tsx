import { describe, expect, it, vi } from 'vitest'
import { Timeline } from '../../components/Timeline.tsx'
import { createTimeline, loadTimeline } from '../../lib/state/timeline.ts'
import { createMemoryStore } from '../../lib/store/memory.ts'
import { at, NOW, partner, postOf } from '../lib/health/fixtures.ts'
import { noteRow } from '../lib/store/rows.ts'
import { choose, control, show, words } from './show.ts'

async function open({ failing = 0 } = {}) {
  const store = createMemoryStore()
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    await tx.put('notes', noteRow(1, { partnerId: partner.id, createdAt: at(2), text: 'Likes <b>rye</b>' }))
    await tx.put('posts', postOf(1, 3, 10, { text: 'Rye at dawn', url: 'https://www.instagram.com/p/1/' }))
    await tx.put('posts', postOf(2, 4, 10, { text: 'Odd', url: 'javascript:alert(1)' }))
  })
  let left = failing
  const timeline = createTimeline(async (shown) => {
    if (left-- > 0) throw new Error('disk')
    return loadTimeline(store, partner, NOW, shown)
  })
  await timeline.live.refresh()
  return show(<Timeline timeline={timeline} now={NOW} />)
}

describe('the timeline', () => {
  it('names each event with its words, and links a post to its page where that is an address of the web', async () => {
    const place = await open()
    expect([...place.querySelectorAll('li')].map((event) => words(event))).toEqual([
      'Note2 days agoLikes <b>rye</b>',
      'Post on Instagram3 days agoRye at dawn',
      'Post on Instagram4 days agoOdd',
    ])
    expect([...place.querySelectorAll('a')].map((link) => link.href)).toEqual(['https://www.instagram.com/p/1/'])
  })

  it('shows one kind on request, and says where there is none of it', async () => {
    const place = await open()
    choose(control<HTMLSelectElement>(place, 'What to show'), 'note')
    await vi.waitFor(() => expect(place.querySelectorAll('li')).toHaveLength(1))
    choose(control<HTMLSelectElement>(place, 'What to show'), 'incident')
    await vi.waitFor(() => expect(words(place)).toContain('Nothing of this kind yet.'))
  })

  it('says that it could not be read, and tries again', async () => {
    const place = await open({ failing: 1 })
    expect(place.querySelector('[role="alert"]')).not.toBeNull()
    control(place, 'Try again').click()
    await vi.waitFor(() => expect(words(place)).toContain('Rye at dawn'))
    expect(place.querySelector('[role="alert"]')).toBeNull()
  })
})
