import { attempt } from './reading.ts'
import type { Site } from './types.ts'

/** What sites write ids, addresses and exact figures into; other attributes change for every hover. */
const ATTRIBUTES = ['href', 'id', 'datetime', 'data-id', 'data-testid', 'aria-label', 'title']

export interface WatchOptions {
  site: Site
  document: Document
  signal: AbortSignal
  /** As `setTimeout`; nothing runs once the signal is aborted. */
  later: (work: () => void, milliseconds: number) => void
  onRecords: (records: MutationRecord[]) => void
  /** The page has another address than at the last look; `isLoad` for the first one. */
  onAddress: (isLoad: boolean) => void
  /** The tab is looked at again; nothing was noticed meanwhile. */
  onVisible: () => void
}

export interface PageWatch {
  /** Without the fragment. */
  readonly address: string
  /** Looks whether the address has changed; true when it had, and `onAddress` was called. */
  checkAddress(): boolean
  /** Looks for the feed again when it was replaced. */
  checkFeed(): void
}

/** Listens for what a page changes and where it goes, in visible tabs only. */
export function watchPage(options: WatchOptions): PageWatch {
  const { site, document: doc, signal, onRecords } = options
  const structure = new MutationObserver(onRecords)
  const attributes = new MutationObserver(onRecords)
  let feed: Element | null = null
  let address = ''

  signal.addEventListener('abort', unwatch, { once: true })
  doc.addEventListener('visibilitychange', () => (doc.hidden ? unwatch() : watch()), { signal })
  const view = doc.defaultView
  // Nothing tells a content script of pushState everywhere: what there is, and a look at every change of the page.
  for (const [target, event] of [
    [view, 'popstate'],
    [view, 'pageshow'],
    [doc, 'yt-navigate-finish'],
    [(view as { navigation?: EventTarget } | null)?.navigation, 'currententrychange'],
  ] as const)
    target?.addEventListener(event, checkAddress, { signal })
  // The caller gets its watch before it is called back; and starting the script has made this task long enough.
  options.later(() => {
    if (!signal.aborted && !doc.hidden) watch()
  }, 0)

  return {
    get address() {
      return address
    },
    checkAddress,
    checkFeed() {
      if (!feed?.isConnected) watchFeed()
    },
  }

  function watch() {
    structure.observe(doc.documentElement, { childList: true, subtree: true })
    watchFeed()
    if (!checkAddress()) options.onVisible()
  }

  function unwatch() {
    structure.disconnect()
    attributes.disconnect()
    feed = null
  }

  /** Attributes are watched in the feed only, where the adapter names one: outside it they change all the time. */
  function watchFeed() {
    const found = attempt(() => doc.querySelector(site.feed ?? 'body'), null) ?? doc.body
    if (!found || found === feed) return
    feed = found
    attributes.disconnect()
    attributes.observe(feed, { attributes: true, attributeFilter: ATTRIBUTES, subtree: true })
  }

  function checkAddress(): boolean {
    if (signal.aborted) return false
    const page = doc.location.href.split('#', 1)[0] ?? ''
    if (page === address) return false
    const isLoad = address === ''
    address = page
    options.onAddress(isLoad)
    return true
  }
}
