import type { Schedule } from '../sites/collect.ts'

/** Latest that idle work is done on a page that is never idle, in milliseconds. */
const IDLE_AT_LATEST = 500

/** The page's own frames, idle times and timers; nothing runs once the signal is aborted. */
export function browserSchedule(signal: AbortSignal): Schedule {
  const alive = (work: () => void) => () => {
    if (!signal.aborted) work()
  }
  return {
    frame: (work) => void requestAnimationFrame(alive(work)),
    idle: (work) => void requestIdleCallback(alive(work), { timeout: IDLE_AT_LATEST }),
    later: (work, milliseconds) => void setTimeout(alive(work), milliseconds),
    clock: () => performance.now(),
  }
}
