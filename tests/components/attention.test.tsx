import { describe, expect, it, vi } from 'vitest'
import { AttentionView } from '../../components/AttentionView.tsx'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { at, createTestSurface, NOW, partner, type TestSurface } from '../lib/state/surface.ts'
import { contactRow, deliverableRow, neutral, noteRow } from '../lib/store/rows.ts'
import { control, show, words } from './show.ts'

const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']], { createdAt: at(5) })
const jonas = partner('Jonas Okafor', [['youtube', 'jonasruns']], { createdAt: at(5) })

function open(surface: TestSurface) {
  let address = '#/attention'
  const router = createRouter({ read: () => address, write: (next) => void (address = next), onChange: () => {} })
  const ports = { ...surface.ports, router, adapters: sites, kinds, toneOf: async () => neutral }
  return show(<AttentionView state={createDashboardState(ports)} now={NOW} />)
}

async function setUp() {
  const surface = createTestSurface()
  await surface.store.write(async (tx) => {
    await tx.put('partners', maya)
    await tx.put('partners', jonas)
    await tx.put('contacts', contactRow(1, { partnerId: maya.id, direction: 'out', at: at(4) }))
    await tx.put('deliverables', deliverableRow(2, { partnerId: jonas.id, title: 'Trail video', dueAt: at(-3) }))
  })
  return surface
}

describe('the attention list', () => {
  it('teaches the next action while nobody is tracked', async () => {
    const place = open(createTestSurface())
    await vi.waitFor(() => expect(words(place)).toContain('Add your first partner'))
  })

  it('names who needs somebody and why, and what comes up', async () => {
    const place = open(await setUp())
    await vi.waitFor(() => expect(words(place)).toContain('No reply for 4 days; after 2 days it is overdue.'))
    expect(words(place)).toContain('1 of 2 partners need somebody')
    expect(words(place)).toContain('Jonas OkaforTrail video')
    expect(place.querySelectorAll('section.card h2 a')).toHaveLength(1)
  })

  it('draws the gravest alerts of a partner, and the others when they are asked for', async () => {
    const surface = await setUp()
    await surface.store.write(async (tx) => {
      for (const n of [11, 12, 13, 14])
        await tx.put('deliverables', deliverableRow(n, { partnerId: maya.id, title: `Video ${n}`, dueAt: at(n) }))
    })
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain('3 more'))
    expect(place.querySelectorAll('.alerts > li')).toHaveLength(3)
    const fold = place.querySelector<HTMLDetailsElement>('details.more')
    if (!fold) throw new Error('nothing folds')
    fold.open = true
    fold.dispatchEvent(new Event('toggle'))
    await vi.waitFor(() => expect(place.querySelectorAll('.alerts > li')).toHaveLength(6))
  })

  it('puts an alert off, keeps it off when its number changes, and shows it again on request', async () => {
    const surface = await setUp()
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain('No reply for 4 days'))
    control(place, 'Put off a week: No reply for 4 days; after 2 days it is overdue.').click()
    await vi.waitFor(() => expect(words(place)).toContain('Nobody needs you now'))
    expect(words(place)).toContain('1 put off')
    await surface.store.write((tx) =>
      tx.put('contacts', contactRow(1, { partnerId: maya.id, direction: 'out', at: at(5) })),
    )
    surface.revise()
    await vi.waitFor(() => expect(words(place)).toContain('No reply for 5 days'))
    expect(words(place)).toContain('Nobody needs you now')
    control(place, 'Show again').click()
    await vi.waitFor(() => expect(words(place)).toContain('1 of 2 partners need somebody'))
  })

  it('reminds of notes to follow up on, those whose day has come first, until they are done', async () => {
    const surface = await setUp()
    const note = { partnerId: maya.id, createdAt: at(9) }
    await surface.store.write(async (tx) => {
      await tx.put('notes', noteRow(1, { ...note, text: 'Ask about spring', followUpOn: '2026-11-25' }))
      await tx.put('notes', noteRow(2, { ...note, text: 'Send the contract', followUpOn: '2026-11-18' }))
      await tx.put('notes', noteRow(3, { ...note, text: 'Far away', followUpOn: '2027-03-01' }))
    })
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain('1 is due'))
    const list = () => words(place.querySelector('[aria-labelledby="attention-follow-ups"]'))
    expect(list()).toMatch(/Send the contract.*Ask about spring/)
    expect(list()).not.toContain('Far away')
    control(place, 'In a week: Send the contract').click()
    await vi.waitFor(() => expect(list()).toMatch(/Ask about spring.*Send the contract/))
    expect((await surface.store.notes.get(noteRow(2).id))?.followUpOn).toBe('2026-11-27')
    control(place, 'Done: Ask about spring').click()
    await vi.waitFor(() => expect(list()).not.toContain('Ask about spring'))
    expect(await surface.store.notes.get(noteRow(1).id)).toMatchObject({ text: 'Ask about spring', followUpOn: null })
  })
})
