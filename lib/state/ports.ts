import type { ErrorCode } from '../messages/protocol.ts'
import type { Rescoring } from '../messages/progress.ts'
import type { Send } from '../messages/send.ts'
import type { Store } from '../store/interface.ts'

export type { Send }

/** Calls `changed` whenever the background has written something; returns how to stop. */
export type OnRevision = (changed: () => void) => () => void

export interface ActiveTab {
  id: number
  url: string | null
}

/** The browser's tabs, as far as the popup and the panel follow them. */
export interface Tabs {
  active(): Promise<ActiveTab | null>
  /** Another tab became active, or the active one went to another address. */
  onChange(changed: () => void): () => void
  /** Opens one of the extension's own pages, or a link, in a tab. */
  open(url: string): Promise<void>
  reload(tabId: number): Promise<void>
}

/** Optional host permissions. `request` has to be called from the click itself, before anything is awaited. */
export interface Permissions {
  has(origins: readonly string[]): Promise<boolean>
  request(origins: readonly string[]): Promise<boolean>
  remove(origins: readonly string[]): Promise<boolean>
  /** Notifications are a permission of their own, asked for when they are first wanted. */
  requestNotifications(): Promise<boolean>
  onChange(changed: () => void): () => void
}

/** `localStorage`, as far as it is used: written at once, and still there after the page is closed mid-word. */
export type LocalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What every surface is built from; its `main.tsx` makes them once. */
export interface SurfacePorts {
  store: Store
  send: Send
  onRevision: OnRevision
  /** How far the background has come with judging stored posts again; null when it is not. */
  rescoring: {
    read(): Promise<Rescoring | null>
    onChange(changed: (progress: Rescoring | null) => void): () => void
  }
  tabs: Tabs
  permissions: Permissions
  storage: LocalStorage
  /** Epoch milliseconds. */
  now: () => number
  /** A fresh ULID. */
  newId: () => string
  later: (work: () => void, ms: number) => void
  /** A fixed tab instead of the active one: the page was opened as a tab of its own. */
  tabId: number | null
  /** Ends everything the surface listens to. */
  signal: AbortSignal
}

/** What went wrong, as a code with words under `error.<code>`; `detail` is for the curious. */
export interface Problem {
  code: ErrorCode | 'unreachable' | 'newer-store' | 'migration'
  detail: string
}

const codes: readonly unknown[] = [
  'bad-message',
  'too-large',
  'not-allowed',
  'not-found',
  'disk-full',
  'failed',
  'unreachable',
] satisfies Problem['code'][]

/** What the store throws, by the error's name: it crosses windows, where `instanceof` does not hold. */
const named: Readonly<Record<string, Problem['code']>> = {
  QuotaError: 'disk-full',
  NewerStoreError: 'newer-store',
  MigrationError: 'migration',
}

/** Any thrown value as a problem; `failed` when nothing better is known. */
export function problemOf(thrown: unknown): Problem {
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : null
  if (isCode(code)) return { code, detail }
  return { code: (thrown instanceof Error ? named[thrown.name] : undefined) ?? 'failed', detail }
}

function isCode(value: unknown): value is Problem['code'] {
  return codes.includes(value)
}
