import { vi } from 'vitest'
import type { BackgroundPort } from '../../../lib/background/start.ts'

/** An extension event whose listeners a test calls with `fire`. */
function event<A extends unknown[], R = void>() {
  const listeners: ((...args: A) => R)[] = []
  return {
    addListener: (listener: (...args: A) => R) => void listeners.push(listener),
    removeListener: (listener: (...args: A) => R) => void listeners.splice(listeners.indexOf(listener), 1),
    fire: (...args: A): R[] => listeners.map((listener) => listener(...args)),
  }
}

interface Tab {
  id: number
  url?: string
}

/** Whether a match pattern covers an address. */
function covers(pattern: string, url: string | undefined): boolean {
  const host = /^(?:\*|https):\/\/(\*\.)?([^/]+)\/\*$/.exec(pattern)
  if (!url || !host || !URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return hostname === host[2] || (host[1] !== undefined && hostname.endsWith(`.${host[2]}`))
}

/** The browser as the background sees it: small, in memory, and every call can be looked at afterwards. */
export function createFakeBrowser() {
  const session = new Map<string, unknown>()
  const local = new Map<string, unknown>()
  const allowed = new Set<string>()
  const scripts = new Map<string, { id: string; matches?: string[]; js?: string[] }>()
  const tabs: Tab[] = []
  const changed = event<[changes: Record<string, unknown>, area: string]>()
  /** What the content script of a tab answers; no entry, no script. */
  const answers = new Map<number, (message: { type: string }) => unknown>()
  const alarms = new Map<string, unknown>()
  const area = (name: string, kept: Map<string, unknown>) => ({
    get: async (key: string) => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {}),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) {
        kept.set(key, structuredClone(value))
        changed.fire({ [key]: { newValue: value } }, name)
      }
    },
    remove: async (key: string) => void kept.delete(key),
  })

  const browser = {
    runtime: {
      id: 'rapport',
      getURL: (path: string) => `chrome-extension://rapport${path === '' ? '/' : path}`,
      onMessage: event<
        Parameters<Parameters<BackgroundPort['runtime']['onMessage']['addListener']>[0]>,
        Promise<unknown>
      >(),
      onInstalled: event<[]>(),
      onStartup: event<[]>(),
    },
    storage: { session: area('session', session), local: area('local', local), onChanged: changed },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) =>
          [...allowed].some(
            (one) => one === origin || (origin.startsWith('https:') && covers(one, origin.slice(0, -1))),
          ),
        ),
      getAll: async () => ({ origins: [...allowed] }),
      onAdded: event<[]>(),
      onRemoved: event<[]>(),
    },
    scripting: {
      getRegisteredContentScripts: async () => [...scripts.values()],
      registerContentScripts: vi.fn<(scripts: { id: string }[]) => Promise<void>>(async (added) => {
        for (const script of added) {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`)
          scripts.set(script.id, script)
        }
      }),
      updateContentScripts: vi.fn<(scripts: { id: string }[]) => Promise<void>>(async (updated) => {
        for (const script of updated) {
          if (!scripts.has(script.id)) throw new Error(`Nonexistent script ID '${script.id}'`)
          scripts.set(script.id, script)
        }
      }),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) scripts.delete(id)
      },
      executeScript: vi.fn<
        (injection: {
          target: { tabId: number }
          files?: string[]
          func?: unknown
          args?: unknown[]
        }) => Promise<{ result?: unknown }[]>
      >(async () => []),
    },
    tabs: {
      get: async (id: number) => {
        const tab = tabs.find((one) => one.id === id)
        if (!tab) throw new Error(`No tab with id: ${id}.`)
        return tab
      },
      query: async ({ url, active }: { url?: string[]; active?: boolean }) => {
        if (url) return tabs.filter((tab) => url.some((pattern) => covers(pattern, tab.url)))
        return active ? tabs.slice(0, 1) : tabs
      },
      sendMessage: vi.fn<(tabId: number, message: unknown) => Promise<unknown>>(async (tabId, message) => {
        const answer = answers.get(tabId)
        if (!answer) throw new Error('Could not establish connection. Receiving end does not exist.')
        return answer(message as { type: string })
      }),
      create: vi.fn<(properties: { url: string }) => Promise<unknown>>(async () => ({})),
      onRemoved: event<[tabId: number]>(),
      onUpdated: event<[tabId: number, change: { status?: string }]>(),
    },
    action: {
      setBadgeText: vi.fn<(details: { tabId?: number; text: string }) => Promise<void>>(async () => {}),
      openPopup: vi.fn<() => Promise<void>>(async () => {}),
    },
    notifications: {
      create: vi.fn<(id: string, options: { message: string }) => Promise<string>>(async (id) => id),
      clear: vi.fn<(id: string) => Promise<boolean>>(async () => true),
      onClicked: event<[id: string]>(),
    },
    sidePanel: { open: vi.fn<(options: { tabId: number } | { windowId: number }) => Promise<void>>(async () => {}) },
    contextMenus: {
      removeAll: async () => {},
      create: vi.fn<(item: { id: string }) => string>((item) => item.id),
      onClicked: event<[clicked: { menuItemId: number | string; selectionText?: string }]>(),
    },
    commands: { onCommand: event<[command: string, tab?: { id?: number; windowId?: number }]>() },
    alarms: {
      get: async (name: string) => alarms.get(name),
      create: async (name: string, when: object) => void alarms.set(name, when),
      clear: async (name: string) => alarms.delete(name),
      onAlarm: event<[alarm: { name: string }]>(),
    },
  }
  const port: BackgroundPort = browser
  return { browser, port, session, allowed, scripts, tabs, answers, alarms }
}

export type FakeBrowser = ReturnType<typeof createFakeBrowser>
