/** How far judging stored posts again has come. */
export interface Rescoring {
  readonly done: number
  readonly total: number
  /** Stopped by the user: what is not done keeps its findings of an earlier version until it is resumed. */
  readonly stopped: boolean
}

interface Changes {
  addListener(listener: (changes: Record<string, unknown>, area: string) => void): void
  removeListener(listener: (changes: Record<string, unknown>, area: string) => void): void
}

/** `storage.local`: every page can show it, and what was stopped stays so when the worker or the browser restarts. */
export interface ProgressPort {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>
      set(items: Record<string, unknown>): Promise<void>
    }
    readonly onChanged: Changes
  }
}

const KEY = 'rescoring'

/** For the background: null when it is done. */
export async function setRescoring(browser: ProgressPort, progress: Rescoring | null): Promise<void> {
  await browser.storage.local.set({ [KEY]: progress })
}

/** null when nothing is being judged again. */
export async function readRescoring(browser: ProgressPort): Promise<Rescoring | null> {
  return asRescoring((await browser.storage.local.get(KEY))[KEY])
}

/** Calls `changed` with each step; returns how to stop. */
export function onRescoring(browser: ProgressPort, changed: (progress: Rescoring | null) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local' || !Object.hasOwn(changes, KEY)) return
    const change = changes[KEY]
    changed(asRescoring(typeof change === 'object' && change !== null && 'newValue' in change ? change.newValue : null))
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

function asRescoring(value: unknown): Rescoring | null {
  if (typeof value !== 'object' || value === null || !('done' in value) || !('total' in value)) return null
  const { done, total } = value
  const stopped = 'stopped' in value && value.stopped === true
  return typeof done === 'number' && typeof total === 'number' ? { done, total, stopped } : null
}
