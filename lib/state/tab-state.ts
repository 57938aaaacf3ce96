import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Verdict } from '../domain/finding.ts'
import { readShare } from '../domain/read-share.ts'
import type { ReadShare } from '../domain/read-share.ts'
import type { RepairableField } from '../domain/repairable.ts'
import type { TabContext } from '../messages/protocol.ts'
import { createLive, type Live } from './live.ts'
import type { Problem, SurfacePorts } from './ports.ts'
import { problemOf } from './ports.ts'

/** What one "check this page" found. */
export type CheckResult =
  | { state: 'checking' }
  | { state: 'read'; read: ReadShare; verdicts: Record<Verdict, number> }
  | { state: 'problem'; code: string }

export interface TabState {
  /** What the background knows of the tab; null until it first answered. */
  readonly context: Live<TabContext>['value']
  readonly problem: ReadonlySignal<Problem | null>
  readonly check: ReadonlySignal<CheckResult | null>
  /** The user refused the site permission that was just asked for. */
  readonly refused: ReadonlySignal<boolean>
  refresh(): Promise<void>
  checkPage(): Promise<void>
  /** Asks for exactly this site's origins. Call it from the click itself. */
  allowSite(): Promise<void>
  reloadPage(): Promise<void>
  /** Lets the person point at a field in the page; false, with `pointRefused`, where no script may run. */
  point(field: RepairableField): Promise<boolean>
  /** Lets them point at a post, where no adapter reads the page. */
  capture(): Promise<boolean>
  readonly pointRefused: ReadonlySignal<boolean>
}

/**
 * Follows the active tab, or stays with `tabId` when one is given (the page was opened as a tab of its own).
 * Ends its listening with `signal`.
 */
export function createTabState({
  store,
  send,
  tabs,
  permissions,
  onRevision,
  tabId,
  signal: until,
  onContext,
}: Pick<SurfacePorts, 'store' | 'send' | 'tabs' | 'permissions' | 'onRevision' | 'tabId' | 'signal'> & {
  /** Called after each answer, and after a failure with null: what depends on the tab follows here. */
  onContext: (context: TabContext | null) => void
}): TabState {
  const check = signal<CheckResult | null>(null)
  const refused = signal(false)
  const pointRefused = signal(false)
  let shownTab: number | null = null
  let shownUrl: string | null = null

  const live = createLive(async () => {
    const tab = tabId ?? (await tabs.active())?.id ?? null
    return send('tab.context', { tabId: tab })
  })
  const follow = async () => {
    await live.refresh()
    const now = live.value.value
    if (now && (now.tabId !== shownTab || now.url !== shownUrl)) {
      shownTab = now.tabId
      shownUrl = now.url
      check.value = null
      refused.value = false
    }
    onContext(now)
  }
  const again = () => void follow()
  for (const stop of [tabs.onChange(again), onRevision(again), permissions.onChange(again)])
    until.addEventListener('abort', stop)

  return {
    context: live.value,
    problem: computed(() => live.problem.value),
    check,
    refused,
    refresh: follow,
    async checkPage() {
      const tab = live.value.peek()?.tabId
      if (tab === undefined || tab === null) return
      check.value = { state: 'checking' }
      try {
        const { observation, problem } = await send('page.check', { tabId: tab })
        check.value = observation
          ? {
              state: 'read',
              read: readShare(
                observation.posts.map(({ comments, metrics }) => ({ read: comments.length, shown: metrics.comments })),
              ),
              verdicts: await (await import('./check-page.ts')).verdictsOf(store, observation),
            }
          : { state: 'problem', code: problem ?? 'failed' }
      } catch (thrown) {
        check.value = { state: 'problem', code: problemOf(thrown).code }
      }
      await follow()
    },
    async allowSite() {
      const site = live.value.peek()?.site
      if (!site) return
      // No await before the request: Firefox forgets the click after one.
      const allowed = await permissions.request(site.origins)
      refused.value = !allowed
      if (allowed) await send('sites.sync', {})
      await follow()
    },
    pointRefused,
    point: (field) => start((tab) => send('point.start', { tabId: tab, field })),
    capture: () => start((tab) => send('capture.start', { tabId: tab })),
    async reloadPage() {
      const tab = live.value.peek()?.tabId
      if (tab !== undefined && tab !== null) await tabs.reload(tab)
      await follow()
    },
  }

  async function start(begin: (tabId: number) => Promise<{ started: boolean }>): Promise<boolean> {
    const tab = live.value.peek()?.tabId ?? null
    const { started } = tab === null ? { started: false } : await begin(tab).catch(() => ({ started: false }))
    pointRefused.value = !started
    return started
  }
}
