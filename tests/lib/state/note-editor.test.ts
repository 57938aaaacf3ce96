import { describe, expect, it, vi } from 'vitest'
import { createNotebook } from '../../../lib/state/notes.ts'
import { createToasts } from '../../../lib/state/toasts.ts'
import { createTestSurface, type TestSurface, NOW } from './surface.ts'

const open = (surface: TestSurface, name = 'popup', now = NOW) =>
  createNotebook({
    ...surface.ports,
    now: () => now,
    surface: name,
    toasts: createToasts(surface.ports.later),
    onChange: async () => {},
  })

describe('the quick note', () => {
  it('is one note however many keystrokes it takes, and begins with the first of them', async () => {
    const surface = createTestSurface()
    const { editor, saver } = open(surface)
    editor.show(null)
    editor.type('   ')
    expect(editor.id.value).toBeNull()
    editor.type('Call')
    editor.type('Call back')
    await saver.settled()
    expect((await surface.store.notes.all()).map(({ text }) => text)).toEqual(['Call back'])
  })

  it('is taken up again where the popup was closed mid-word', async () => {
    const surface = createTestSurface()
    surface.refuse['note.save'] = 'unreachable'
    const first = open(surface)
    first.editor.show(null)
    first.editor.type('Call back on Mon')
    await first.saver.settled()

    surface.refuse['note.save'] = null
    const again = open(surface)
    again.saver.retry()
    again.editor.show(null)
    expect(again.editor.text.value).toBe('Call back on Mon')
    await again.saver.settled()
    expect((await surface.store.notes.all())[0]?.text).toBe('Call back on Mon')
  })

  it('starts empty the next day, with the old note among the others', async () => {
    const surface = createTestSurface()
    const first = open(surface)
    first.editor.show(null)
    first.editor.type('Call back')
    await first.saver.settled()
    const tomorrow = open(surface, 'popup', NOW + 86_400_000)
    tomorrow.editor.show(null)
    expect(tomorrow.editor.text.value).toBe('')
  })

  it('moves along when it was begun before the partner of the tab was known', async () => {
    const surface = createTestSurface()
    const { editor, saver } = open(surface)
    editor.type('Met at the')
    const partnerId = surface.ports.newId()
    editor.show(partnerId)
    expect(editor.text.value).toBe('Met at the')
    await saver.settled()
    expect((await surface.store.notes.ofPartner(partnerId)).map(({ text }) => text)).toEqual(['Met at the'])
  })

  it('stays with its partner when the person goes on to another', async () => {
    const surface = createTestSurface()
    const { editor, saver } = open(surface)
    const [a, b] = [surface.ports.newId(), surface.ports.newId()]
    editor.show(a)
    editor.type('About A')
    editor.show(b)
    expect(editor.text.value).toBe('')
    editor.type('About B')
    editor.show(a)
    expect(editor.text.value).toBe('About A')
    await saver.settled()
    expect((await surface.store.notes.ofPartner(b)).map(({ text }) => text)).toEqual(['About B'])
  })

  it('is not resumed with an older text after it was edited somewhere else', async () => {
    const surface = createTestSurface()
    const popup = open(surface)
    popup.editor.show(null)
    popup.editor.type('old text')
    await popup.saver.settled()
    const panel = open(surface, 'panel')
    const [note] = await surface.store.notes.all()
    if (note) panel.editor.edit(note)
    panel.editor.type('new text')
    await panel.saver.settled()
    const popupAgain = open(surface)
    popupAgain.editor.show(null)
    expect(popupAgain.editor.text.value).toBe('')
  })

  it('open in two windows goes on in one where it was left in the other', async () => {
    const surface = createTestSurface()
    const panel = open(surface, 'panel')
    const dashboard = open(surface, 'dashboard')
    panel.editor.show(null)
    panel.editor.type('Call about')
    await panel.saver.settled()
    const [note] = await surface.store.notes.all()
    if (note) dashboard.editor.edit(note)
    dashboard.editor.type('Call about the brief')
    await dashboard.saver.settled()
    await vi.waitFor(() => expect(panel.editor.text.value).toBe('Call about the brief'))
    panel.editor.type(`${panel.editor.text.value}, today`)
    await panel.saver.settled()
    expect((await surface.store.notes.all())[0]?.text).toBe('Call about the brief, today')
  })

  it('that is being typed is not replaced by what another window saved', async () => {
    const surface = createTestSurface()
    const panel = open(surface, 'panel')
    panel.editor.show(null)
    panel.editor.type('Call')
    await panel.saver.settled()
    const [note] = await surface.store.notes.all()
    surface.hold = true
    panel.editor.type('Call Maya')
    if (note) await surface.store.write((tx) => tx.put('notes', { ...note, text: 'Mail' }))
    surface.revise()
    await Promise.resolve()
    expect(panel.editor.text.value).toBe('Call Maya')
    surface.hold = false
    surface.release()
    await panel.saver.settled()
    expect((await surface.store.notes.all())[0]?.text).toBe('Call Maya')
  })

  it('that was deleted in another window leaves the editor, and is not written on unseen', async () => {
    const surface = createTestSurface()
    const panel = open(surface, 'panel')
    panel.editor.show(null)
    panel.editor.type('Old')
    await panel.saver.settled()
    const [note] = await surface.store.notes.all()
    if (note) await open(surface, 'dashboard').remove(note)
    await vi.waitFor(() => expect(panel.editor.id.value).toBeNull())
    panel.editor.type('New')
    await panel.saver.settled()
    expect((await surface.store.notes.all()).map(({ text }) => text)).toEqual(['New'])
  })

  it('comes back from a deletion', async () => {
    const surface = createTestSurface()
    const toasts = createToasts(surface.ports.later)
    const book = createNotebook({ ...surface.ports, surface: 'popup', toasts, onChange: async () => {} })
    book.editor.show(null)
    book.editor.type('Keep me')
    await book.saver.settled()
    const [note] = await surface.store.notes.all()
    if (note) await book.remove(note)
    expect(await surface.store.notes.all()).toEqual([])
    expect(book.editor.text.value).toBe('')
    await toasts.shown.value[0]?.undo?.()
    expect((await surface.store.notes.all())[0]?.text).toBe('Keep me')
  })

  it('is still there, with a reason, when its deletion is refused', async () => {
    const surface = createTestSurface()
    surface.refuse['note.delete'] = 'unreachable'
    const toasts = createToasts(surface.ports.later)
    const book = createNotebook({ ...surface.ports, surface: 'popup', toasts, onChange: async () => {} })
    book.editor.show(null)
    book.editor.type('Keep me')
    await book.saver.settled()
    const [note] = await surface.store.notes.all()
    if (note) await book.remove(note)
    expect(toasts.shown.value[0]?.problem?.code).toBe('unreachable')
    expect(book.editor.text.value).toBe('Keep me')
  })
})
