import type { TabProtocol } from '../messages/protocol.ts'
import { attempt } from '../sites/reading.ts'
import type { Session } from './session.ts'

type Listener = (message: unknown, sender: { id?: string }, respond: (reply: unknown) => void) => boolean | undefined
type Name = Exclude<keyof TabProtocol, 'point.start'>
type TabHandlers = { [N in Name]: (input: object) => ReturnType<TabProtocol[N]> }

/** The part of the browser this needs. */
export interface TabPort {
  readonly runtime: {
    readonly id: string
    readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void }
  }
}

/** Answers what the background asks of this tab; see `TabProtocol`. Anything else is left to others. */
export function serveTab({ runtime: { id, onMessage } }: TabPort, signal: AbortSignal, session: Session) {
  const handlers: TabHandlers = {
    'page.read': (input) => session.readPage('checkAll' in input && input.checkAll === true),
    'badges.refresh': () => {
      session.refresh()
      return { ok: true }
    },
    'flagged.next': () => ({ moved: session.nextFlagged() }),
  }
  const listener: Listener = (message, sender, respond) => {
    if (sender.id !== id || typeof message !== 'object' || message === null || !('type' in message)) return undefined
    const input = 'input' in message && typeof message.input === 'object' && message.input !== null ? message.input : {}
    const type = String(message.type)
    if (Object.hasOwn(handlers, type)) respond(handlers[type as Name](input))
    return undefined
  }
  onMessage.addListener(listener)
  // After an update the extension's APIs throw; there is nothing left to remove then.
  signal.addEventListener('abort', () => attempt(() => onMessage.removeListener(listener), undefined), { once: true })
}
