import { browser } from 'wxt/browser'

/** How often a visible page looks whether its extension is still there, in milliseconds. */
const EVERY = 2_000

/** False once the extension was updated, reloaded or removed under this page. */
export function isAlive(): boolean {
  try {
    return !!browser.runtime?.id
  } catch {
    return false
  }
}

/**
 * Calls `onDead` once when the extension is gone. The browser tells nobody, so it is looked up: one property,
 * every two seconds, in visible pages only. (A port would tell, but it also ends whenever the worker rests.)
 */
export function watchLife(doc: Document, signal: AbortSignal, onDead: () => void) {
  const look = () => {
    if (doc.hidden || signal.aborted || isAlive()) return
    clearInterval(timer)
    onDead()
  }
  const timer = setInterval(look, EVERY)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  doc.addEventListener('visibilitychange', look, { signal })
}
