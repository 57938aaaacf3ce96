import { isRepairable } from '../domain/repairable.ts'
import type { PointTask } from '../messages/protocol.ts'
import type { TabPort } from './serve-tab.ts'

const RUNNING = Symbol.for('rapport.point')
type World = typeof globalThis & { [RUNNING]?: AbortController }

/** Waits for what is to be pointed at; a newer task, or a newer copy of the script, ends the one before. */
export function servePoint(
  { runtime: { id, onMessage } }: TabPort,
  signal: AbortSignal,
  start: (task: PointTask, signal: AbortSignal) => void,
) {
  const world: World = globalThis
  world[RUNNING]?.abort()
  const copy = (world[RUNNING] = new AbortController())
  let current: AbortController | null = null
  const listener: Parameters<typeof onMessage.addListener>[0] = (message, sender, respond) => {
    const task = sender.id === id ? taskOf(message) : null
    if (!task) return undefined
    current?.abort()
    current = new AbortController()
    start(task, AbortSignal.any([signal, copy.signal, current.signal]))
    respond({ ok: true })
    return undefined
  }
  onMessage.addListener(listener)
  copy.signal.addEventListener('abort', () => onMessage.removeListener(listener), { once: true })
}

function taskOf(message: unknown): PointTask | null {
  if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== 'point.start')
    return null
  const input = 'input' in message && typeof message.input === 'object' ? message.input : null
  if (!input || !('do' in input)) return null
  if (input.do === 'capture') return { do: 'capture' }
  return 'field' in input && typeof input.field === 'string' && isRepairable(input.field)
    ? { do: 'repair', field: input.field }
    : null
}
