import type { RevisionPort } from './revision.ts'

/** How far judging stored posts again has come; in `storage.session`, so that every page can show it. */
export interface Rescoring {
  readonly done: number
  readonly total: number
}

const KEY = 'rescoring'

/** For the background: null when it is done. */
export async function setRescoring(browser: RevisionPort, progress: Rescoring | null): Promise<void> {
  await browser.storage.session.set({ [KEY]: progress })
}

/** null when nothing is being judged again. */
export async function readRescoring(browser: RevisionPort): Promise<Rescoring | null> {
  return asRescoring((await browser.storage.session.get(KEY))[KEY])
}

/** Calls `changed` with each step; returns how to stop. */
export function onRescoring(browser: RevisionPort, changed: (progress: Rescoring | null) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'session' || !Object.hasOwn(changes, KEY)) return
    const change = changes[KEY]
    changed(asRescoring(typeof change === 'object' && change !== null && 'newValue' in change ? change.newValue : null))
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

function asRescoring(value: unknown): Rescoring | null {
  if (typeof value !== 'object' || value === null || !('done' in value) || !('total' in value)) return null
  const { done, total } = value
  return typeof done === 'number' && typeof total === 'number' ? { done, total } : null
}
