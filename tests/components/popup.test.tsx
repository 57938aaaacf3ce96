import { describe, expect, it, vi } from 'vitest'
import { Popup } from '../../components/Popup.tsx'
import { createPopupState } from '../../lib/state/popup.ts'
import { createTestSurface, nowhere, partner, type TestSurface } from '../lib/state/surface.ts'
import { noteRow } from '../lib/store/rows.ts'
import { choose, control, show, type, words } from './show.ts'

const instagram = { id: 'instagram', name: 'Instagram', origins: ['https://www.instagram.com/*'] }
const account = { platform: 'instagram', handle: 'maya.bakes', name: 'Maya Lindqvist', url: null }

function open(surface: TestSurface, onOpenDashboard = () => {}) {
  return show(
    <Popup
      state={createPopupState(surface.ports)}
      now={surface.ports.now}
      onOpenPanel={() => {}}
      onOpenVetting={() => undefined}
      onOpenDashboard={onOpenDashboard}
    />,
  )
}

async function withMaya(change: Partial<typeof nowhere> = {}) {
  const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
  const surface = createTestSurface({
    context: { ...nowhere, state: 'ready', site: instagram, account, partnerId: maya.id, ...change },
  })
  await surface.store.write((tx) => tx.put('partners', maya))
  return { maya, surface }
}
const note = (place: HTMLElement) => control<HTMLTextAreaElement>(place, 'Quick note')
const about = (place: HTMLElement) => control<HTMLSelectElement>(place, 'Whom this is about')

const due = (n: number, followUpOn: string) => noteRow(n, { partnerId: null, followUpOn })

describe('the popup', () => {
  it('opens with the note focused and the partner of the tab chosen', async () => {
    const { maya, surface } = await withMaya()
    const place = open(surface)
    expect(document.activeElement).toBe(note(place))
    await vi.waitFor(() => expect(about(place).value).toBe(maya.id))
  })

  it('says how many notes of anybody are to be followed up today, and leads to them', async () => {
    const { surface } = await withMaya()
    const today = new Date(surface.ports.now()).toISOString().slice(0, 10)
    await surface.store.write(async (tx) => {
      for (const row of [due(1, '2020-01-01'), due(2, today), due(3, '2999-01-01')]) await tx.put('notes', row)
    })
    const opened = vi.fn<() => void>()
    const place = open(surface, opened)
    await vi.waitFor(() => expect(words(place)).toContain('2 notes to follow up on'))
    control(place, '2 notes to follow up on').click()
    expect(opened).toHaveBeenCalledOnce()
  })

  it('keeps a note through being closed mid-word', async () => {
    const { maya, surface } = await withMaya()
    const first = open(surface)
    await vi.waitFor(() => expect(about(first).value).toBe(maya.id))
    surface.hold = true
    type(note(first), 'She prefers Thurs')
    // Closed before the background could answer: nothing more runs in this window.
    surface.close()

    const again = createTestSurface({ store: surface.store, storage: surface.storage, context: surface.context })
    const second = open(again)
    await vi.waitFor(() => expect(note(second).value).toBe('She prefers Thurs'))
    await vi.waitFor(async () =>
      expect((await again.store.notes.ofPartner(maya.id)).map(({ text }) => text)).toEqual(['She prefers Thurs']),
    )
  })

  it('says saved only when it is, and what was kept when it is not', async () => {
    const { surface } = await withMaya()
    const place = open(surface)
    surface.refuse['note.save'] = 'disk-full'
    type(note(place), 'Will this be lost?')
    await vi.waitFor(() => expect(words(place)).toContain('Kept on this device, not saved yet: the disk is full'))
    surface.refuse['note.save'] = null
    control(place, 'Try again').click()
    await vi.waitFor(() => expect(words(place.querySelector('.note-state'))).toBe('Saved'))
  })

  it('asks for a follow-up date only when one is wanted, and keeps the field while it is typed', async () => {
    const { maya, surface } = await withMaya()
    const place = open(surface)
    await vi.waitFor(() => expect(about(place).value).toBe(maya.id))
    expect(place.querySelector('input[type="date"]')).toBeNull()
    control(place, 'Follow-up date').click()
    const day = await vi.waitFor(() => control<HTMLInputElement>(place, 'Follow up on'))
    expect(document.activeElement).toBe(day)
    type(note(place), 'Ask again')
    type(day, '2026-12-01')
    await vi.waitFor(async () =>
      expect(await surface.store.notes.ofPartner(maya.id)).toMatchObject([{ followUpOn: '2026-12-01' }]),
    )
    type(day, '')
    await vi.waitFor(async () =>
      expect(await surface.store.notes.ofPartner(maya.id)).toMatchObject([{ followUpOn: null }]),
    )
    expect(control(place, 'Follow up on')).toBe(day)
  })

  it('lets a note be deleted and brought back', async () => {
    const { maya, surface } = await withMaya()
    const place = open(surface)
    await vi.waitFor(() => expect(about(place).value).toBe(maya.id))
    type(note(place), 'Send the addendum')
    await vi.waitFor(() => expect(words(place.querySelector('.note-state'))).toBe('Saved'))
    control(place, 'New note').click()
    await vi.waitFor(() => expect(words(place.querySelector('.notes'))).toContain('Send the addendum'))
    control(place, 'Delete note').click()
    await vi.waitFor(() => expect(place.querySelector('.notes')).toBeNull())
    control(place, 'Undo').click()
    await vi.waitFor(() => expect(words(place.querySelector('.notes'))).toContain('Send the addendum'))
  })

  it('logs a contact in one click, and undoes it', async () => {
    const { maya, surface } = await withMaya()
    const place = open(surface)
    await vi.waitFor(() => control(place, 'From them'))
    choose(control<HTMLSelectElement>(place, 'How'), 'call')
    await vi.waitFor(() => expect(control<HTMLSelectElement>(place, 'How').value).toBe('call'))
    control(place, 'From them').click()
    await vi.waitFor(async () =>
      expect(await surface.store.contacts.ofPartner(maya.id)).toMatchObject([{ direction: 'in', channel: 'call' }]),
    )
    await vi.waitFor(() => control(place, 'Undo'))
    control(place, 'Undo').click()
    await vi.waitFor(async () => expect(await surface.store.contacts.ofPartner(maya.id)).toEqual([]))
  })

  it('makes the creator of this page a partner', async () => {
    const { surface } = await withMaya({ account: { ...account, handle: 'jonas', name: 'Jonas' }, partnerId: null })
    const place = open(surface)
    await vi.waitFor(() => control(place, 'Track as partner'))
    control(place, 'Track as partner').click()
    await vi.waitFor(() => expect(words(about(place).selectedOptions[0])).toBe('Jonas'))
  })

  it('asks for a site with its reason, and for that site only', async () => {
    const { surface } = await withMaya({ state: 'no-permission' })
    const place = open(surface)
    await vi.waitFor(() => control(place, 'Allow on Instagram'))
    expect(words(place)).toContain('nothing leaves this machine')
    control(place, 'Allow on Instagram').click()
    await vi.waitFor(() => expect(surface.asked).toEqual([['https://www.instagram.com/*']]))
  })

  it.each([
    [{ state: 'unsupported', site: null, account: null, partnerId: null } as const, 'Rapport does not read this page'],
    [{ state: 'reload' } as const, 'Reload it once to read it'],
    [{ misses: [{ field: 'post.likes', of: 4, missing: 3, tried: [] }] }, 'Likes: missing in 3 of 4'],
    [
      { misses: [{ field: 'page.software', of: 1, missing: 1, tried: [] }] },
      'Was its server added as the right software?',
    ],
  ])('says in words what it can do here: %j', async (change, said) => {
    const { surface } = await withMaya(change)
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain(said))
  })

  it('still takes notes when the background does not answer', async () => {
    const { surface } = await withMaya()
    surface.refuse['tab.context'] = 'unreachable'
    surface.refuse['note.save'] = 'unreachable'
    const place = open(surface)
    type(note(place), 'Kept?')
    await vi.waitFor(() => expect(words(place)).toContain('Kept on this device'))
    expect(words(place)).toContain('What you typed is kept')
  })
})
