import type { Channel, Contact } from '../domain/contact.ts'
import type { Letter } from '../domain/letter.ts'
import type { Tone } from '../domain/tone.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** Messages to creators: written here, sent by the person from wherever they like; every use is a logged contact. */
export interface Letters {
  /** Logs that a message went out; the toast takes it back. */
  used(
    partnerId: string,
    use: { channel: Channel; name: string; template: NonNullable<Contact['template']> },
  ): Promise<void>
  /** A wording of the team's own; false when it was refused. */
  save(wording: Pick<Letter, 'base' | 'name' | 'subject' | 'body'> & { id?: string }): Promise<string | null>
  remove(letter: Letter): Promise<void>
  /** How a message sounds, for a hint; null when that is not known. */
  toneOf(text: string): Promise<Tone | null>
}

export function createLetters({
  send,
  toasts,
  now,
  newId,
  onChange,
}: Pick<SurfacePorts, 'send' | 'now' | 'newId'> & { toasts: Toasts; onChange: () => Promise<void> }): Letters {
  return {
    async used(partnerId, { channel, name, template }) {
      await toasts.attempt(async () => {
        const id = newId()
        const at = new Date(now()).toISOString()
        await send('contact.log', { id, partnerId, direction: 'out', channel, at, note: name, template })
        toasts.say('messageLogged', [], async () => {
          await send('contact.delete', { id })
          await onChange()
        })
      })
      await onChange()
    },
    async save({ id = newId(), base, name, subject, body }) {
      const saved = await toasts.attempt(() => send('letter.save', { id, base, name, subject, body }))
      await onChange()
      return saved ? id : null
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('letter.delete', { id })
        toasts.say('letterDeleted', [], async () => {
          await send('letter.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
    toneOf: (text) => send('tone.read', { text, lang: null }).catch(() => null),
  }
}
