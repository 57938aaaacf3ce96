/** Without a new look for so long, a page is being read or was left; then what follows from the looks is worked out. */
const PAUSE_MS = 1_000
/** A page that never pauses is not waited for longer. */
const MOST_MS = 5_000

/**
 * Collects whose record looks have changed, and hands them all to `work` once the looks pause: a page that is scrolled
 * sends several a second, and each of them would be worked out beside the next one.
 */
export function createAfterPause(work: (ids: ReadonlySet<string>) => void): (ids: Iterable<string>) => void {
  let waiting = new Set<string>()
  let since = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const go = () => {
    const ids = waiting
    waiting = new Set()
    work(ids)
  }
  return (ids) => {
    const now = Date.now()
    if (waiting.size === 0) since = now
    for (const id of ids) waiting.add(id)
    clearTimeout(timer)
    timer = setTimeout(go, Math.max(0, Math.min(PAUSE_MS, since + MOST_MS - now)))
  }
}
