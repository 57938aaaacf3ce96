import type { PreferredChannel } from '../../domain/communication-protocol.ts'
import type { Channel } from '../../domain/contact.ts'

/** In place of a link that would be longer than mail programs take. */
export const TOO_LONG = 'too-long'
/** Longest address that mail programs are known to take, in UTF-16 code units. */
const LONGEST = 2_000

/**
 * A `mailto:` link for who likes mail and has an address, so that only copying is offered to anyone else
 * (relationship.md B4). `TOO_LONG`: the message does not fit into a link.
 */
export function mailLink(
  to: { channel: PreferredChannel | null; address: string },
  subject: string,
  body: string,
): string | null {
  const address = to.address.trim()
  if (to.channel !== 'email' || !/^[^\s@?&]+@[^\s@?&]+$/.test(address)) return null
  const text = body.replaceAll(/\r?\n/g, '\r\n')
  const link = `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
  return link.length > LONGEST ? TOO_LONG : link
}

/** How a message in a channel is logged. */
export const contactChannels: Readonly<Record<PreferredChannel, Channel>> = {
  email: 'email',
  dm: 'dm',
  whatsapp: 'chat',
  telegram: 'chat',
  call: 'call',
  other: 'other',
}
