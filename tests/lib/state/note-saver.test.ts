import { describe, expect, it, vi } from 'vitest'
import { createNoteDrafts, type NoteDraft } from '../../../lib/state/drafts.ts'
import { createNoteSaver } from '../../../lib/state/note-saver.ts'
import { createStorage, createTestSurface, id, NOW } from './surface.ts'

const draft = (noteId: string, text: string, at: number): NoteDraft => ({
  id: noteId,
  partnerId: null,
  postId: null,
  text,
  followUpOn: null,
  at,
})

function setUp(storage = createStorage()) {
  const surface = createTestSurface({ storage })
  const drafts = createNoteDrafts(storage)
  const saver = createNoteSaver({ send: surface.ports.send, drafts, now: surface.ports.now })
  return { surface, drafts, saver, texts: () => surface.sent.map(({ input }) => (input as NoteDraft).text) }
}

describe('saving notes while they are typed', () => {
  it('has every keystroke on this device before the keystroke is over', () => {
    const { saver, drafts, surface } = setUp()
    surface.hold = true
    const note = id()
    saver.type(draft(note, 'H', NOW))
    saver.type(draft(note, 'He', NOW + 1))
    expect(drafts.get(note)?.text).toBe('He')
  })

  it('sends one message at a time and the latest text last', async () => {
    const { saver, surface, texts } = setUp()
    surface.hold = true
    const note = id()
    for (const [index, text] of ['H', 'He', 'Hel', 'Hello'].entries()) saver.type(draft(note, text, NOW + index))
    expect(texts()).toEqual(['H'])
    surface.hold = false
    surface.release()
    await saver.settled()
    expect(texts()).toEqual(['H', 'Hello'])
    expect((await surface.store.notes.get(note))?.text).toBe('Hello')
  })

  it('says saved only after the background has answered, and then needs no draft', async () => {
    const { saver, surface, drafts } = setUp()
    surface.hold = true
    const note = id()
    saver.type(draft(note, 'Hello', NOW))
    expect(saver.states.value.get(note)?.state).toBe('saving')
    surface.hold = false
    surface.release()
    await vi.waitFor(() => expect(saver.states.value.get(note)?.state).toBe('saved'))
    expect(drafts.all()).toEqual([])
  })

  it('keeps the draft of a note the background could not store, says why, and sends it again on demand', async () => {
    const { saver, surface, drafts } = setUp()
    surface.refuse['note.save'] = 'disk-full'
    const note = id()
    saver.type(draft(note, 'Hello', NOW))
    await saver.settled()
    expect(saver.states.value.get(note)).toMatchObject({ state: 'failed', problem: { code: 'disk-full' }, kept: true })
    expect(drafts.get(note)?.text).toBe('Hello')

    surface.refuse['note.save'] = null
    saver.retry()
    await saver.settled()
    expect((await surface.store.notes.get(note))?.text).toBe('Hello')
    expect(drafts.all()).toEqual([])
  })

  it('brings back a note that was deleted in another window while it was being typed', async () => {
    const { saver, surface } = setUp()
    const note = id()
    saver.type(draft(note, 'Hel', NOW))
    await saver.settled()
    await surface.ports.send('note.delete', { id: note })
    saver.type(draft(note, 'Hello', NOW + 1))
    await saver.settled()
    expect(await surface.store.notes.get(note)).toMatchObject({ text: 'Hello', deletedAt: null })
  })

  it('admits when neither the background nor this device could keep the text', async () => {
    const { saver, surface } = setUp(createStorage({ full: true }))
    surface.refuse['note.save'] = 'unreachable'
    const note = id()
    saver.type(draft(note, 'Hello', NOW))
    await saver.settled()
    expect(saver.states.value.get(note)).toMatchObject({ state: 'failed', kept: false })
  })

  it('leaves a draft alone that another window has typed on meanwhile', async () => {
    const { saver, surface, drafts } = setUp()
    surface.hold = true
    const note = id()
    saver.type(draft(note, 'here', NOW))
    drafts.put(draft(note, 'here and there', NOW + 5))
    surface.hold = false
    surface.release()
    await saver.settled()
    expect(drafts.get(note)?.text).toBe('here and there')
  })

  it('is not stopped by something in storage that is no draft', () => {
    const { saver, drafts, surface } = setUp()
    surface.storage.setItem('rapport.draft.note.x', '{"id":1}')
    surface.storage.setItem('rapport.draft.note.y', 'not json')
    expect(drafts.all()).toEqual([])
    expect(() => saver.retry()).not.toThrow()
  })
})
