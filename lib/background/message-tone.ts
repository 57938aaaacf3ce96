import type { Contact } from '../domain/contact.ts'
import { lexiconToneOf } from '../sentiment/lexicon.ts'
import { messageToneOf } from '../watch/message-tone.ts'
import type { MessageTone } from '../watch/message-tone.ts'

/**
 * How a creator's logged messages sound beside their earlier ones: those that were pasted by what was measured of them,
 * others by their note; a touch without either is no message. By the word list, which is English and emoji: of other
 * languages the length alone is told. `now`: milliseconds since the epoch.
 */
export function toneOfMessages(contacts: readonly Contact[], now: number, needs: number): MessageTone {
  const messages = contacts
    .filter(
      ({ direction, note, measured, at }) =>
        direction === 'in' && (measured || note.trim() !== '') && Date.parse(at) <= now,
    )
    .map(({ id, at, note, measured }) => {
      if (measured) return { id, at, length: measured.chars, warmth: measured.warmth }
      const { label, score } = lexiconToneOf(note, null)
      return { id, at, length: note.trim().length, warmth: label === 'unclear' ? null : score }
    })
  return messageToneOf(messages, needs)
}
