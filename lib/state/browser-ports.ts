import { ulid } from 'ulid'
import { browser } from '../browser.ts'
import { onRescoring, readRescoring } from '../messages/progress.ts'
import { onRevision } from '../messages/revision.ts'
import { createSend } from '../messages/send.ts'
import { openIdb } from '../store/idb.ts'
import type { LocalStorage, Permissions, SurfacePorts, Tabs } from './ports.ts'

/**
 * Everything a surface needs of the browser.
 * @throws NewerStoreError, MigrationError when the record cannot be opened; nothing is changed then
 */
export async function openPorts(signal: AbortSignal): Promise<SurfacePorts> {
  return {
    store: await openIdb(),
    send: createSend(browser),
    onRevision: (changed) => onRevision(browser, changed),
    rescoring: {
      read: () => readRescoring(browser),
      onChange: (changed) => onRescoring(browser, changed),
    },
    tabs: createTabs(),
    permissions: createPermissions(),
    storage: localStorageOrNone(),
    now: Date.now,
    newId: () => ulid(),
    later: (work, ms) => void setTimeout(work, ms),
    tabId: fixedTab(location.search),
    signal,
  }
}

/** `?tab=12`: the page was opened as a tab of its own, for that tab. */
export function fixedTab(search: string): number | null {
  const id = new URLSearchParams(search).get('tab')
  return id !== null && /^\d{1,15}$/.test(id) ? Number(id) : null
}

function createTabs(): Tabs {
  return {
    async active() {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null }
    },
    onChange(changed) {
      const updated = (_id: number, change: { url?: string; status?: string }) => {
        if (change.url !== undefined || change.status === 'complete') changed()
      }
      browser.tabs.onActivated.addListener(changed)
      browser.tabs.onUpdated.addListener(updated)
      return () => {
        browser.tabs.onActivated.removeListener(changed)
        browser.tabs.onUpdated.removeListener(updated)
      }
    },
    async open(url) {
      await browser.tabs.create({ url })
    },
    async reload(tabId) {
      await browser.tabs.reload(tabId)
    },
  }
}

const origins = (list: readonly string[]) => ({ origins: [...list] })

function createPermissions(): Permissions {
  return {
    has: (list) => browser.permissions.contains(origins(list)),
    request: (list) => browser.permissions.request(origins(list)),
    remove: (list) => browser.permissions.remove(origins(list)),
    requestNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
    onChange(changed) {
      browser.permissions.onAdded.addListener(changed)
      browser.permissions.onRemoved.addListener(changed)
      return () => {
        browser.permissions.onAdded.removeListener(changed)
        browser.permissions.onRemoved.removeListener(changed)
      }
    },
  }
}

/** Where the browser gives no storage (Firefox with all cookies refused), drafts live as long as the page. */
function localStorageOrNone(): LocalStorage {
  try {
    return globalThis.localStorage
  } catch {
    const map = new Map<string, string>()
    return {
      getItem: (key) => map.get(key) ?? null,
      setItem: (key, value) => void map.set(key, value),
      removeItem: (key) => void map.delete(key),
      key: (index) => [...map.keys()][index] ?? null,
      get length() {
        return map.size
      },
    }
  }
}

/** The part of `chrome.sidePanel` that the polyfill's types lack. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>
}

/**
 * How to open the panel beside the page, to be called from the click itself; null where there is none.
 * The window is asked for now, because after an `await` the click no longer counts.
 */
export async function createPanelOpener(): Promise<(() => void) | null> {
  const { sidePanel } = browser as unknown as { sidePanel?: SidePanel }
  if (sidePanel) {
    const { id } = await browser.windows.getCurrent()
    return id === undefined ? null : () => void sidePanel.open({ windowId: id }).catch(() => undefined)
  }
  return 'sidebarAction' in browser ? () => void browser.sidebarAction.open() : null
}
