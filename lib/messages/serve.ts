import { QuotaError } from '../store/interface.ts'
import { MessageError } from './errors.ts'
import { limitOf } from './limits.ts'
import type { ErrorCode, Input, MessageName, Output, Reply } from './protocol.ts'
import { schemas } from './schemas.ts'

/** Who asks. A content script speaks for the page it runs in, so it is believed about that page only. */
export type Caller =
  | { readonly kind: 'extension' }
  | { readonly kind: 'content'; readonly tabId: number; readonly frameId: number; readonly url: URL }

export type Handlers = {
  readonly [N in MessageName]: (input: Input<N>, caller: Caller) => Output<N> | Promise<Output<N>>
}

/** What the browser says of a message's sender. */
export interface MessageSender {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly frameId?: number | undefined
  readonly tab?: { readonly id?: number | undefined } | undefined
}

export interface ServeOptions {
  /** This extension's own id; messages of any other are refused. */
  readonly id: string
  /** The address of this extension's own pages, e.g. `chrome-extension://abc/`. */
  readonly base: string
  /** Told of every failure that is not a refusal; the caller only hears "failed". */
  readonly onError: (error: unknown, type: string) => void
}

/** All that a content script may ask: it runs in the page's process, which may have been taken over. */
const contentMay: ReadonlySet<MessageName> = new Set<MessageName>([
  'page.seen',
  'post.card',
  'card.inject',
  'panel.open',
  'site.hide',
  'override.save',
  'partner.track',
  'capture.offer',
])

/**
 * The listener for `runtime.onMessage`. It checks sender, size and shape, then calls the handler, all before
 * anything is awaited: a user's click still counts in the handler. It never rejects; what goes wrong inside
 * is reported to `onError` and told to the caller as a code without details.
 */
export function serve(
  handlers: Handlers,
  { id, base, onError }: ServeOptions,
): (message: unknown, sender: MessageSender) => Promise<Reply<unknown>> {
  return (message, sender) => {
    let type = 'unknown'
    const refuse = (error: unknown): Reply<never> => {
      const refusal = refusalOf(error)
      if (refusal.code === 'failed') onError(error, type)
      return { ok: false, error: refusal }
    }
    try {
      const name = nameOf(message)
      type = name
      const caller = callerOf(sender, id, base)
      if (caller.kind === 'content' && !contentMay.has(name))
        throw new MessageError('not-allowed', 'A page may not ask for this.')
      return Promise.resolve(answer(handlers, name, inputOf(message), caller)).then(
        (value): Reply<unknown> => ({ ok: true, value }),
        refuse,
      )
    } catch (error) {
      return Promise.resolve(refuse(error))
    }
  }
}

function answer<N extends MessageName>(
  handlers: Handlers,
  name: N,
  input: unknown,
  caller: Caller,
): Output<N> | Promise<Output<N>> {
  if (sizeOf(input) > limitOf(name)) throw new MessageError('too-large', 'The message is too large.')
  const parsed = schemas[name].safeParse(input)
  if (!parsed.success) throw new MessageError('bad-message', 'The message does not have the shape it should have.')
  if (caller.kind === 'content') checkPage(parsed.data, caller.url)
  return handlers[name](parsed.data, caller)
}

/** A script in one site's page must not put words into another site's record. */
function checkPage(input: object, page: URL): void {
  if (!('observation' in input)) return
  const { url } = input.observation as { url: string }
  if (!URL.canParse(url) || new URL(url).host !== page.host)
    throw new MessageError('not-allowed', 'A page may only report about itself.')
}

function callerOf(sender: MessageSender, id: string, base: string): Caller {
  if (sender.id !== id) throw new MessageError('not-allowed', 'Only this extension may ask.')
  const { url, tab, frameId = 0 } = sender
  // Firefox gives background pages no url; everything of ours that has none is trusted as the extension.
  if (url === undefined ? tab === undefined : url.startsWith(base)) return { kind: 'extension' }
  if (tab?.id === undefined || frameId !== 0 || url === undefined || !/^https?:/.test(url) || !URL.canParse(url))
    throw new MessageError('not-allowed', 'This page may not ask.')
  return { kind: 'content', tabId: tab.id, frameId, url: new URL(url) }
}

function nameOf(message: unknown): MessageName {
  if (typeof message === 'object' && message !== null && 'type' in message) {
    const { type } = message
    if (typeof type === 'string' && Object.hasOwn(schemas, type)) return type as MessageName
  }
  throw new MessageError('bad-message', 'There is no such message.')
}

function inputOf(message: unknown): unknown {
  return (message as { input?: unknown }).input
}

/** Length of the JSON. What JSON cannot hold (a cycle, a BigInt, endless nesting) is no message of ours. */
function sizeOf(input: unknown): number {
  try {
    return JSON.stringify(input)?.length ?? 0
  } catch {
    throw new MessageError('bad-message', 'The message does not have the shape it should have.')
  }
}

function refusalOf(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof MessageError && error.code !== 'unreachable') return { code: error.code, message: error.message }
  if (error instanceof QuotaError)
    return { code: 'disk-full', message: 'The disk is full. Nothing that was stored before is lost.' }
  return { code: 'failed', message: 'Something went wrong inside the extension.' }
}
