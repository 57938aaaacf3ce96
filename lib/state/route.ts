import { computed, type ReadonlySignal, signal } from '@preact/signals'

/** Where the dashboard is: `#/partners/01J…?sort=health` is `{ view: 'partners', id: '01J…', query }`. */
export interface Route {
  view: View
  /** The record that is open; null in a list. `new` stands for one not made yet. */
  id: string | null
  query: Readonly<Record<string, string>>
}

export const views = [
  'attention',
  'review',
  'incidents',
  'vetting',
  'agreements',
  'plans',
  'realignment',
  'upkeep',
  'partners',
  'guidelines',
  'notes',
  'sites',
  'settings',
  'check',
  'capture',
  'reports',
  'watches',
] as const
export type View = (typeof views)[number]

export interface Router {
  readonly route: ReadonlySignal<Route>
  readonly view: ReadonlySignal<View>
  /** Goes there; the back button leads back. */
  go(view: View, id?: string | null, query?: Record<string, string>): void
  /** Changes the filter in place, without a step in the history; '' removes a key. */
  filter(change: Record<string, string>): void
  /** Calls `went` after each step to another place, by link, by button or by the back button. */
  onGo(went: () => void): () => void
}

/** `location` and `history` as the browser has them; `onChange` is told of every change of the hash. */
export function createRouter({
  read,
  write,
  onChange,
}: {
  read: () => string
  write: (hash: string, replace: boolean) => void
  onChange: (changed: () => void) => void
}): Router {
  const route = signal(parseRoute(read()))
  const listeners = new Set<() => void>()
  const arrive = (next: Route) => {
    route.value = next
    for (const went of listeners) went()
  }
  onChange(() => arrive(parseRoute(read())))
  return {
    route,
    view: computed(() => route.value.view),
    go(view, id = null, query = {}) {
      const next = { view, id, query }
      write(formatRoute(next), false)
      arrive(next)
    },
    filter(change) {
      const merged = Object.entries({ ...route.peek().query, ...change }).filter(([, value]) => value !== '')
      const next = { ...route.peek(), query: Object.fromEntries(merged) }
      write(formatRoute(next), true)
      route.value = next
    },
    onGo(went) {
      listeners.add(went)
      return () => void listeners.delete(went)
    },
  }
}

/** Any hash as a route; what is not one is the attention list. */
export function parseRoute(hash: string): Route {
  const [path, search] = split(hash.replace(/^#\/?/, ''))
  const [view, id] = path.split('/')
  const known = views.find((name) => name === view)
  return {
    view: known ?? 'attention',
    id: known && id ? decode(id) : null,
    query: Object.fromEntries(new URLSearchParams(search)),
  }
}

export function formatRoute({ view, id, query }: Route): string {
  const search = new URLSearchParams(query).toString()
  return `#/${view}${id === null ? '' : `/${encodeURIComponent(id)}`}${search ? `?${search}` : ''}`
}

function split(text: string): [string, string] {
  const at = text.indexOf('?')
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
