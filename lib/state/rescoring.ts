import { type ReadonlySignal, signal } from '@preact/signals'
import type { Rescoring } from '../messages/progress.ts'
import type { SurfacePorts } from './ports.ts'

/** A guideline changed for a handful of posts is done before anyone could read about it. */
const QUIET_MS = 1_000

/** How far judging stored posts again has come; null when nothing is, and for its first second. */
export function createRescoring({
  rescoring,
  later,
  signal: until,
}: Pick<SurfacePorts, 'rescoring' | 'later' | 'signal'>): ReadonlySignal<Rescoring | null> {
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
    if (loud || !progress) shown.value = progress
  }
  until.addEventListener('abort', rescoring.onChange(follow))
  // What began before this page was opened.
  const join = async () => {
    const progress = await rescoring.read().catch(() => null)
    if (progress && !latest) follow(progress)
  }
  void join()
  return shown
}
