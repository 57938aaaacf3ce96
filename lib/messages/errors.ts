import type { ErrorCode } from './protocol.ts'

/**
 * A refused message, on both sides: handlers throw it, `send` rejects with it. `unreachable` is made by
 * `send` alone: no background answered (the extension was updated under an open page, or is starting).
 */
export class MessageError extends Error {
  override readonly name = 'MessageError'
  readonly code: ErrorCode | 'unreachable'

  constructor(code: ErrorCode | 'unreachable', message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
