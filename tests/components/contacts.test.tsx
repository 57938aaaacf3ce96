import { describe, expect, it, vi } from 'vitest'
import { ContactLog } from '../../components/Contacts.tsx'
import type { Touch } from '../../lib/state/notes.ts'
import { choose, control, show, type, words } from './show.ts'

const NOW = new Date(2026, 10, 22, 12, 0).getTime()
const maya = { name: 'Maya Lindqvist', accounts: [{ platform: 'instagram', handle: 'maya.bakes', url: null }] }
const MAIL = 'From: Maya Lindqvist <hello@maya.example>\nTo: Ines\nDate: 2026-11-20 09:30\n\nI love it, thank you!'

function open() {
  const onLog = vi.fn<(touch: Touch) => Promise<boolean>>(async () => true)
  return { place: show(<ContactLog partner={maya} now={NOW} onLog={onLog} />), onLog }
}
async function openForm() {
  const opened = open()
  control(opened.place, 'Time, note or paste').click()
  await vi.waitFor(() => control(opened.place, 'Paste a message'))
  return opened
}
const field = (place: HTMLElement, name: string) => control<HTMLInputElement>(place, name)

describe('logging a contact', () => {
  it('takes one click, by the channel that was chosen', async () => {
    const { place, onLog } = open()
    control(place, 'From us').click()
    expect(onLog).toHaveBeenCalledExactlyOnceWith({ direction: 'out', channel: 'dm' })
  })

  it('proposes what a pasted message says of itself, and logs nothing before a person confirms', async () => {
    const { place, onLog } = await openForm()
    type(control<HTMLTextAreaElement>(place, 'Paste a message'), MAIL)
    await vi.waitFor(() => expect(words(place)).toContain('21 characters, sounds warm.'))
    expect([field(place, 'Who wrote').value, field(place, 'How').value, field(place, 'When').value]).toEqual([
      'in',
      'email',
      '2026-11-20T09:30',
    ])
    expect(onLog).not.toHaveBeenCalled()
    control(place, 'Log contact').click()
    await vi.waitFor(() => control(place, 'From us'))
    expect(onLog).toHaveBeenCalledExactlyOnceWith({
      direction: 'in',
      channel: 'email',
      at: new Date(2026, 10, 20, 9, 30).toISOString(),
      note: '',
      measured: { chars: 21, warmth: expect.any(Number) },
    })
  })

  it('keeps the words of a pasted message only where somebody says so', async () => {
    const { place, onLog } = await openForm()
    type(control<HTMLTextAreaElement>(place, 'Paste a message'), MAIL)
    await vi.waitFor(() => field(place, 'Keep its words in the note').click())
    type(control<HTMLTextAreaElement>(place, 'Note'), 'After the call')
    await vi.waitFor(() => expect(field(place, 'Keep its words in the note').checked).toBe(true))
    control(place, 'Log contact').click()
    await vi.waitFor(() => expect(onLog.mock.lastCall?.[0].note).toBe('After the call\n\nI love it, thank you!'))
  })

  it('is not logged without who wrote, nor at a time that is still to come, and says so', async () => {
    const { place, onLog } = await openForm()
    control(place, 'Log contact').click()
    await vi.waitFor(() => expect(words(place)).toContain('Say who reached out.'))
    choose(control<HTMLSelectElement>(place, 'Who wrote'), 'out')
    type(field(place, 'When'), '2026-11-23T09:00')
    await vi.waitFor(() => expect(words(place)).toContain('That is still to come.'))
    control(place, 'Log contact').click()
    expect(onLog).not.toHaveBeenCalled()
  })

  it('keeps what was typed where it was refused', async () => {
    const { place, onLog } = await openForm()
    onLog.mockResolvedValue(false)
    choose(control<HTMLSelectElement>(place, 'Who wrote'), 'out')
    type(control<HTMLTextAreaElement>(place, 'Note'), 'Asked for the draft')
    await vi.waitFor(() => expect(field(place, 'Who wrote').value).toBe('out'))
    control(place, 'Log contact').click()
    await vi.waitFor(() => expect(onLog).toHaveBeenCalledOnce())
    expect(field(place, 'Note').value).toBe('Asked for the draft')
  })
})
