import { isRepairable } from '../domain/repairable.ts'
import type { RepairableField } from '../domain/repairable.ts'
import type { TabPort } from './serve-tab.ts'

const RUNNING = Symbol.for('rapport.point')
type World = typeof globalThis & { [RUNNING]?: AbortController }

/**
 * Waits for the field that is to be pointed at; a newer one, or a newer copy of the script, ends the one before.
 * Where `start` says that it could not, nobody is answered.
 */
export function servePoint(
  { runtime: { id, onMessage } }: TabPort,
  signal: AbortSignal,
  start: (field: RepairableField, signal: AbortSignal) => boolean,
) {
  const world: World = globalThis
  world[RUNNING]?.abort()
  const copy = (world[RUNNING] = new AbortController())
  let current: AbortController | null = null
  const listener: Parameters<typeof onMessage.addListener>[0] = (message, sender, respond) => {
    const field = sender.id === id ? fieldOf(message) : null
    if (field === null) return undefined
    current?.abort()
    current = new AbortController()
    if (start(field, AbortSignal.any([signal, copy.signal, current.signal]))) respond({ ok: true })
    return undefined
  }
  onMessage.addListener(listener)
  copy.signal.addEventListener('abort', () => onMessage.removeListener(listener), { once: true })
}

function fieldOf(message: unknown): RepairableField | null {
  if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== 'point.start')
    return null
  const { input } = message as { input?: unknown }
  const field = typeof input === 'object' && input !== null && 'field' in input ? input.field : null
  return typeof field === 'string' && isRepairable(field) ? field : null
}
