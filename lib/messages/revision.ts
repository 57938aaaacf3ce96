/** The part of the browser the revision number lives in: `storage.session`, gone when the browser closes. */
export interface RevisionPort {
  readonly storage: {
    readonly session: {
      get(key: string): Promise<Record<string, unknown>>
      set(items: Record<string, unknown>): Promise<void>
    }
    readonly onChanged: {
      addListener(listener: (changes: Record<string, unknown>, area: string) => void): void
      removeListener(listener: (changes: Record<string, unknown>, area: string) => void): void
    }
  }
}

const KEY = 'revision'

/**
 * For the background, the one writer: counts the record's changes, so that open pages know when to read
 * again. Bumps follow one another, and one that fails is no reason to fail what was already stored.
 */
export function createRevision(browser: RevisionPort): { bump(): Promise<void> } {
  let queue: Promise<void> = Promise.resolve()
  const increment = async (): Promise<void> => {
    try {
      const { [KEY]: current } = await browser.storage.session.get(KEY)
      await browser.storage.session.set({ [KEY]: (typeof current === 'number' ? current : 0) + 1 })
    } catch {
      // The browser is shutting down, or session storage is full: pages read again on their next opening.
    }
  }
  return {
    bump: () => {
      queue = queue.then(increment)
      return queue
    },
  }
}

/** Calls `changed` after each change of the record; returns how to stop. */
export function onRevision(browser: RevisionPort, changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && Object.hasOwn(changes, KEY)) changed()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
