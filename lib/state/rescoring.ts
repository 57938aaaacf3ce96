import { type ReadonlySignal, signal } from '@preact/signals'
import type { Rescoring } from '../messages/progress.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** A guideline changed for a handful of posts is done before anyone could read about it. */
const QUIET_MS = 1_000

export interface RescoringState {
  /** How far judging stored posts again has come; null when nothing is, and for its first second. */
  readonly progress: ReadonlySignal<Rescoring | null>
  /** Leaves what is not done as it is. */
  stop(): Promise<void>
  resume(): Promise<void>
}

export function createRescoring({
  rescoring,
  later,
  send,
  toasts,
  signal: until,
}: Pick<SurfacePorts, 'rescoring' | 'later' | 'send' | 'signal'> & { toasts: Toasts }): RescoringState {
  const shown = signal<Rescoring | null>(null)
  let latest: Rescoring | null = null
  /** Counts the runs, so that the first second of one is not ended by the timer of another. */
  let run = 0
  let loud = false
  const follow = (progress: Rescoring | null) => {
    if (progress && !latest) {
      const begun = ++run
      later(() => {
        if (begun !== run || !latest) return
        loud = true
        shown.value = latest
      }, QUIET_MS)
    }
    latest = progress
    if (!progress) {
      run++
      loud = false
    }
    // What was stopped stays until someone resumes it.
    if (progress?.stopped) loud = true
    if (loud || !progress) shown.value = progress
  }
  until.addEventListener('abort', rescoring.onChange(follow))
  // What began before this page was opened.
  const join = async () => {
    const progress = await rescoring.read().catch(() => null)
    if (progress && !latest) follow(progress)
  }
  void join()
  return {
    progress: shown,
    async stop() {
      await toasts.attempt(() => send('rescoring.stop', {}))
    },
    async resume() {
      await toasts.attempt(() => send('rescoring.resume', {}))
    },
  }
}
