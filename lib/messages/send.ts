import { MessageError } from './errors.ts'
import type { Input, MessageName, Output, Reply } from './protocol.ts'

/** The part of the browser that `send` needs; `webextension-polyfill` and `wxt/browser` both fit. */
export interface SendPort {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
}

export type Send = <N extends MessageName>(type: N, input: Input<N>) => Promise<Output<N>>

/** How browsers say that the background went away, or was not there yet, while it was asked. */
const interrupted =
  /could not establish connection|receiving end does not exist|message port closed|message channel closed|before a response was received/i

/**
 * Asks the background. Every message is safe to repeat, so one that met the worker's restart is sent once
 * more; what the handler itself refuses is not. No zod here: the content script uses this too.
 * @throws MessageError with the refusal's code, or `unreachable`
 */
export function createSend(browser: SendPort): Send {
  return async <N extends MessageName>(type: N, input: Input<N>): Promise<Output<N>> => {
    const message = { type, input }
    let reply: unknown
    for (let left = 2; left > 0 && !isReply(reply); left--) {
      try {
        reply = await browser.runtime.sendMessage(message)
      } catch (error) {
        if (left === 1 || !interrupted.test(wordsOf(error))) throw unreachable(error)
      }
    }
    if (!isReply(reply)) throw unreachable(undefined)
    if (!reply.ok) throw new MessageError(reply.error.code, reply.error.message)
    return reply.value as Output<N>
  }
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value
}

function unreachable(cause: unknown): MessageError {
  return new MessageError('unreachable', wordsOf(cause) || 'The background did not answer.', { cause })
}

function wordsOf(error: unknown): string {
  if (error instanceof Error) return error.message
  return typeof error === 'string' ? error : ''
}
