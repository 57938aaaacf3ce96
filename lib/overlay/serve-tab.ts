import type { TabProtocol } from '../messages/protocol.ts'
import type { Session } from './session.ts'

type Listener = (message: unknown, sender: { id?: string }, respond: (reply: unknown) => void) => boolean | undefined

/** The part of the browser this needs. */
export interface TabPort {
  readonly runtime: {
    readonly id: string
    readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void }
  }
}

/** Answers what the background asks of this tab; see `TabProtocol`. Anything else is left to others. */
export function serveTab(browser: TabPort, signal: AbortSignal, session: Session) {
  const { id, onMessage } = browser.runtime
  const listener: Listener = (message, sender, respond) => {
    if (sender.id !== id || typeof message !== 'object' || message === null || !('type' in message)) return undefined
    const type = message.type as keyof TabProtocol
    if (type === 'page.read') {
      const input = 'input' in message && typeof message.input === 'object' ? message.input : null
      const checkAll = !!input && 'checkAll' in input && input.checkAll === true
      respond(session.readPage(checkAll))
    } else if (type === 'badges.refresh') {
      session.refresh()
      respond({ ok: true })
    }
    return undefined
  }
  onMessage.addListener(listener)
  signal.addEventListener('abort', () => attempt(() => onMessage.removeListener(listener)), { once: true })
}

/** After an update the extension's APIs throw; there is nothing left to remove then. */
function attempt(work: () => void) {
  try {
    work()
  } catch {}
}
