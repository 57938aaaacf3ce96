import type { GetMessage } from './get-message.ts'

type Listener = (...args: never[]) => unknown

interface Origins {
  origins?: string[]
  permissions?: string[]
}

interface Script {
  id: string
  matches?: string[]
  js?: string[]
}

/** An extension event that tests fire with `trigger(...)`, like those of `fakeBrowser`. */
export function fakeEvent() {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
    hasListeners: () => listeners.size > 0,
    trigger: (...args: unknown[]) => Promise.all([...listeners].map((listener) => listener(...(args as never[])))),
  }
}

/**
 * In-memory stand-ins for the APIs `fakeBrowser` lacks. `permissions.request` grants what it is asked for;
 * a test that needs a refusal replaces it with `vi.spyOn(fakeBrowser.permissions, 'request')`.
 */
export function fakeApis(getMessage: GetMessage) {
  return {
    i18n: {
      getMessage,
      getUILanguage: () => 'en',
      getAcceptLanguages: async () => ['en'],
      detectLanguage: async () => ({ isReliable: false, languages: [] }),
    },
    permissions: fakePermissions(),
    scripting: fakeScripting(),
    contextMenus: {
      create: (item: { id?: string }) => item.id ?? '',
      update: async () => {},
      remove: async () => {},
      removeAll: async () => {},
      onClicked: fakeEvent(),
    },
    commands: { getAll: async () => [], onCommand: fakeEvent() },
    sidePanel: { open: async () => {}, setOptions: async () => {}, setPanelBehavior: async () => {} },
    sidebarAction: { open: async () => {}, close: async () => {}, toggle: async () => {} },
  }
}

function fakePermissions() {
  const origins = new Set<string>()
  const named = new Set<string>()
  const onAdded = fakeEvent()
  const onRemoved = fakeEvent()
  const change = (asked: Origins, verb: 'add' | 'delete') => {
    for (const origin of asked.origins ?? []) origins[verb](origin)
    for (const name of asked.permissions ?? []) named[verb](name)
  }
  return {
    contains: async (asked: Origins) =>
      (asked.origins ?? []).every((o) => origins.has(o)) && (asked.permissions ?? []).every((n) => named.has(n)),
    getAll: async () => ({ origins: [...origins], permissions: [...named] }),
    request: async (asked: Origins) => {
      change(asked, 'add')
      await onAdded.trigger(asked)
      return true
    },
    remove: async (asked: Origins) => {
      change(asked, 'delete')
      await onRemoved.trigger(asked)
      return true
    },
    onAdded,
    onRemoved,
  }
}

function fakeScripting() {
  const registered = new Map<string, Script>()
  return {
    /** Like the browser, refuses an id that is registered already. */
    registerContentScripts: async (scripts: Script[]) => {
      for (const { id } of scripts) if (registered.has(id)) throw new Error(`Duplicate script ID '${id}'`)
      for (const script of scripts) registered.set(script.id, script)
    },
    updateContentScripts: async (scripts: Script[]) => {
      for (const { id } of scripts) if (!registered.has(id)) throw new Error(`Nonexistent script ID '${id}'`)
      for (const script of scripts) registered.set(script.id, { ...registered.get(script.id), ...script })
    },
    unregisterContentScripts: async (filter?: { ids?: string[] }) => {
      for (const id of filter?.ids ?? registered.keys()) registered.delete(id)
    },
    getRegisteredContentScripts: async (filter?: { ids?: string[] }) =>
      [...registered.values()].filter(({ id }) => filter?.ids?.includes(id) ?? true),
    executeScript: async () => [],
    insertCSS: async () => {},
    removeCSS: async () => {},
  }
}
