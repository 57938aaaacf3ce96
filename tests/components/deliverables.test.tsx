import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { Panel } from '../../components/Panel.tsx'
import { createPanelState } from '../../lib/state/panel.ts'
import { at, createTestSurface, nowhere, partner, type TestSurface } from '../lib/state/surface.ts'
import { deliverableRow, postRow, pulseRow } from '../lib/store/rows.ts'
import { choose, control, show, type, words } from './show.ts'

const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
const launch = deliverableRow(1, { partnerId: maya.id, title: 'Launch reel', dueAt: at(-2), createdAt: at(20) })
const reel = postRow(5, {
  id: 'instagram:5',
  platform: 'instagram',
  account: 'instagram:maya.bakes',
  text: 'At the hut #fjellhut',
  hashtags: ['fjellhut'],
  publishedAt: at(1),
  sortAt: at(1),
  firstSeenAt: at(1),
})

async function setUp(): Promise<TestSurface> {
  const site = { id: 'instagram', name: 'Instagram', origins: ['https://www.instagram.com/*'] }
  const surface = createTestSurface({ context: { ...nowhere, state: 'ready', site, partnerId: maya.id } })
  await surface.store.write((tx) => tx.put('partners', maya))
  return surface
}
const open = (surface: TestSurface) =>
  show(
    <Panel
      state={createPanelState(surface.ports)}
      now={surface.ports.now}
      onOpenVetting={() => undefined}
      onOpenPartner={() => {}}
    />,
  )
const stored = (surface: TestSurface) => surface.store.deliverables.ofPartner(maya.id)

describe('deliverables', () => {
  it('are added with a due time on the clocks of the zone that was agreed', async () => {
    const surface = await setUp()
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain('Nothing agreed yet'))
    control(place, 'Add a deliverable').click()
    await vi.waitFor(() => control(place, 'What is to be delivered'))
    await act(() => {
      type(control<HTMLInputElement>(place, 'What is to be delivered'), 'Summer reel')
      choose(control<HTMLSelectElement>(place, 'Kind'), 'reel')
      type(control<HTMLInputElement>(place, 'Due'), '2026-10-25T02:30')
      type(control<HTMLInputElement>(place, 'Time zone'), 'Europe/Berlin')
      type(control<HTMLInputElement>(place, 'Hashtags it carries'), '#fjellhut, summer #fjellhut')
    })
    control(place, 'Save').click()
    await vi.waitFor(() => expect(words(place)).toContain('Summer reel'))
    // Clocks go back that night and show 02:30 twice: the first time counts.
    expect(await stored(surface)).toMatchObject([
      { kind: 'reel', dueAt: '2026-10-25T00:30:00.000Z', timeZone: 'Europe/Berlin', hashtags: ['fjellhut', 'summer'] },
    ])
    expect(words(place)).toContain('Missed')
  })

  it('say what is wrong with a field, and save nothing until it is right', async () => {
    const surface = await setUp()
    const place = open(surface)
    await vi.waitFor(() => control(place, 'Add a deliverable'))
    control(place, 'Add a deliverable').click()
    await vi.waitFor(() => control(place, 'Time zone'))
    type(control<HTMLInputElement>(place, 'Time zone'), 'Berlin time')
    type(control<HTMLInputElement>(place, 'Address of the post'), 'javascript:alert(1)')
    expect(words(place)).not.toContain('This is no time zone')
    control(place, 'Save').click()
    await vi.waitFor(() => expect(words(place)).toContain('This is no time zone'))
    for (const said of ['needs a name', 'Choose a day', 'begins with https://']) expect(words(place)).toContain(said)
    expect(await stored(surface)).toEqual([])
  })

  it('offer a post that looks like one, and take it only when a person says so', async () => {
    const surface = await setUp()
    await surface.store.write(async (tx) => {
      await tx.put('deliverables', launch)
      await tx.put('posts', reel)
    })
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain('This post looks like it: “At the hut #fjellhut”'))
    expect(words(place)).toContain('Upcoming')
    control(place, 'This is it').click()
    await vi.waitFor(() => expect(words(place)).toContain('On time'))
    expect(await stored(surface)).toMatchObject([{ postId: 'instagram:5' }])
    expect(words(place)).not.toContain('This post looks like it')
  })

  it('come back when their deletion is undone', async () => {
    const surface = await setUp()
    await surface.store.write((tx) => tx.put('deliverables', launch))
    const place = open(surface)
    await vi.waitFor(() => control(place, 'Delete Launch reel'))
    control(place, 'Delete Launch reel').click()
    await vi.waitFor(() => expect(words(place)).toContain('Nothing agreed yet'))
    control(place, 'Undo').click()
    await vi.waitFor(() => control(place, 'Delete Launch reel'))
  })
})

describe('the pulse', () => {
  it('is given in one click, and taken back in another', async () => {
    const surface = await setUp()
    await surface.store.write((tx) => tx.put('pulses', pulseRow(1, { partnerId: maya.id, rating: 3, at: at(10) })))
    const place = open(surface)
    await vi.waitFor(() => expect(control(place, 'Rate 3 of 10').getAttribute('aria-pressed')).toBe('true'))
    control(place, 'Rate 8 of 10').click()
    await vi.waitFor(() => expect(control(place, 'Rate 8 of 10').getAttribute('aria-pressed')).toBe('true'))
    expect(words(place)).toContain('Rated 8 of 10.')
    control(place, 'Undo').click()
    await vi.waitFor(() => expect(control(place, 'Rate 3 of 10').getAttribute('aria-pressed')).toBe('true'))
  })
})
