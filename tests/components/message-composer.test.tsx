import { beforeEach, describe, expect, it, vi } from 'vitest'
import { MessageComposer } from '../../components/MessageComposer.tsx'
import { signal } from '@preact/signals'
import { createLetters } from '../../lib/state/letters.ts'
import { loadPartnerView, type PartnerView } from '../../lib/state/partner-view.ts'
import { createToasts } from '../../lib/state/toasts.ts'
import { partner as mara } from '../lib/health/fixtures.ts'
import { reportRecord } from '../lib/reports/record.ts'
import { createTestSurface, NOW } from '../lib/state/surface.ts'
import { choose, control, show, type, words } from './show.ts'

const copied: string[] = []
beforeEach(() => {
  copied.length = 0
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } })
})

async function open(protocol?: PartnerView['partner']['protocol']) {
  const surface = createTestSurface({ store: await reportRecord() })
  if (protocol) await surface.store.write((tx) => tx.put('partners', { ...mara, protocol }))
  const toasts = createToasts(surface.ports.later)
  const read = async () => {
    const view = await loadPartnerView(surface.store, mara.id, NOW)
    if (!view) throw new Error('no such partner')
    return view
  }
  const view = signal(await read())
  const letters = createLetters({
    ...surface.ports,
    toasts,
    onChange: async () => {
      view.value = await read()
    },
  })
  const Shown = () => <MessageComposer view={view.value} letters={letters} />
  const place = show(<Shown />)
  const touches = async () => (await surface.store.contacts.ofPartner(mara.id)).filter(({ template }) => template)
  return { place, surface, toasts, touches }
}
const copyButton = (place: HTMLElement) => control<HTMLButtonElement>(place, 'Copy message')

describe('a message from a template', () => {
  it('B4: with a variable unresolved cannot be copied and names it; copied, it is one outbound touch, and undo removes it', async () => {
    const { place, toasts, touches } = await open()
    expect(copyButton(place).disabled).toBe(true)
    expect(words(place)).toContain('This cannot be copied yet: “sender” has no value')
    type(control<HTMLInputElement>(place, 'Your name'), 'Ida')
    await vi.waitFor(() => expect(copyButton(place).disabled).toBe(false))
    copyButton(place).click()
    await vi.waitFor(async () => expect(await touches()).toHaveLength(1))
    expect(copied[0]).toMatch(/^Hi Mara,\n\njust a friendly reminder of “Story set”, due on .*Thank you!\nIda$/s)
    expect(await touches()).toMatchObject([
      { direction: 'out', template: { id: 'reminder1', version: 1 }, note: 'Message: First reminder' },
    ])
    await toasts.shown.value[0]?.undo?.()
    expect(await touches()).toEqual([])
  })

  it('B4: whoever prefers WhatsApp gets text to copy; whoever prefers mail and has an address a link, too', async () => {
    const protocol = { address: 'mara@example.org', hours: null, replyHours: null, ladder: [] }
    const chat = await open({ ...protocol, channel: 'whatsapp' })
    type(control<HTMLInputElement>(chat.place, 'Your name'), 'Ida')
    await vi.waitFor(() => expect(copyButton(chat.place).disabled).toBe(false))
    expect(chat.place.querySelector('a[href^="mailto:"]')).toBeNull()
    copyButton(chat.place).click()
    await vi.waitFor(async () => expect(await chat.touches()).toMatchObject([{ channel: 'chat' }]))
    const mail = await open({ ...protocol, channel: 'email' })
    type(control<HTMLInputElement>(mail.place, 'Your name'), 'Ida')
    await vi.waitFor(() => expect(mail.place.querySelector('a[href^="mailto:mara@example.org?"]')).not.toBeNull())
  })

  it('B4: a change request with 4 asks warns', async () => {
    const { place } = await open()
    choose(control<HTMLSelectElement>(place, 'Message'), 'changeRequest')
    const asks = await vi.waitFor(() => control<HTMLTextAreaElement>(place, 'What you ask for, a line each'))
    expect(asks.value).toContain('miracle')
    type(asks, '1. a\n2. b\n3. c\n4. d')
    await vi.waitFor(() => expect(words(place)).toContain('This asks for 4 things'))
  })

  it('can be worded anew and kept: the copy is used with its own version', async () => {
    const { place, surface } = await open()
    type(control<HTMLInputElement>(place, 'Name of your wording'), 'Our reminder')
    await vi.waitFor(() => expect(control<HTMLButtonElement>(place, 'Save as a wording of yours').disabled).toBe(false))
    control(place, 'Save as a wording of yours').click()
    await vi.waitFor(() => control(place, 'Delete: Our reminder'))
    expect(await surface.store.letters.all()).toMatchObject([{ name: 'Our reminder', base: 'reminder1', version: 1 }])
  })
})
