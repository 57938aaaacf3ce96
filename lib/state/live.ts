import { type ReadonlySignal, signal } from '@preact/signals'
import { type Problem, problemOf } from './ports.ts'

/** Something read from the store, read again when it may have changed. */
export interface Live<T> {
  /** What is known; null until the first answer. An older answer stays while a newer one is on its way. */
  readonly value: ReadonlySignal<T | null>
  /** Whether `value` is an answer: a null then means that there is none. */
  readonly loaded: ReadonlySignal<boolean>
  /** Why the last reading failed; null when it did not. */
  readonly problem: ReadonlySignal<Problem | null>
  /** Reads again. While a reading runs, any number of calls make one more. */
  refresh(): Promise<void>
  /** Forgets what is known: it was about something else. */
  forget(): void
  /** Forgets what is known and reads again. */
  reset(): Promise<void>
}

export function createLive<T>(load: () => Promise<T>): Live<T> {
  const value = signal<T | null>(null)
  const loaded = signal(false)
  const problem = signal<Problem | null>(null)
  let running: Promise<void> | null = null
  let again = false
  let epoch = 0

  async function run(): Promise<void> {
    do {
      again = false
      const asked = epoch
      try {
        const answer = await load()
        // An answer about what was shown before must not replace what is shown now.
        if (asked === epoch) {
          value.value = answer
          loaded.value = true
          problem.value = null
        }
      } catch (thrown) {
        if (asked === epoch) problem.value = problemOf(thrown)
      }
    } while (again)
    running = null
  }
  function refresh(): Promise<void> {
    if (running) again = true
    else running = run()
    return running
  }
  function forget(): void {
    epoch++
    value.value = null
    loaded.value = false
    problem.value = null
  }
  function reset(): Promise<void> {
    forget()
    return refresh()
  }
  return { value, loaded, problem, refresh, forget, reset }
}
