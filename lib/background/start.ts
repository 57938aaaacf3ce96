import { readRescoring, setRescoring } from '../messages/progress.ts'
import { createRevision } from '../messages/revision.ts'
import type { ProgressPort } from '../messages/progress.ts'
import type { RevisionPort } from '../messages/revision.ts'
import { serve } from '../messages/serve.ts'
import type { MessageSender } from '../messages/serve.ts'
import type { Reply } from '../messages/protocol.ts'
import { sites } from '../sites/index.ts'
import type { Store } from '../store/interface.ts'
import { createAfterPause } from './after-pause.ts'
import { createAnnouncer } from './announcer.ts'
import type { AnnouncerPort, AnnouncerWords } from './announcer.ts'
import { createHandlers } from './handlers.ts'
import type { HandlersPort } from './handlers/deps.ts'
import { readHealth } from './health.ts'
import type { Judge } from './judge.ts'
import { makeMenus, onMenu } from './menus.ts'
import type { MenusPort } from './menus.ts'
import { createPageData } from './page-data.ts'
import type { PageDataPort } from './page-data.ts'
import { createPanel } from './panel.ts'
import type { PanelPort } from './panel.ts'
import { createSync, patternsOf, syncSites } from './permissions.ts'
import type { PermissionsPort } from './permissions.ts'
import { createRescorer, rescore } from './rescore.ts'
import { removeOld } from './retention.ts'
import { keepReports } from './scheduled-reports.ts'
import { createSummarizer } from './summary.ts'
import { leavePage, refreshBadges } from './tabs.ts'
import type { TabsPort } from './tabs.ts'

const RETENTION = 'retention'
const RESCORE = 'rescore'
const REPORTS = 'reports'

interface Event<A extends unknown[]> {
  addListener(listener: (...args: A) => void): void
}

/** The browser, as far as the background uses it. */
export type BackgroundPort = HandlersPort &
  PermissionsPort &
  RevisionPort &
  ProgressPort &
  TabsPort &
  MenusPort &
  PageDataPort &
  PanelPort &
  AnnouncerPort & {
    readonly runtime: {
      readonly id: string
      readonly onMessage: {
        addListener(listener: (message: unknown, sender: MessageSender) => Promise<Reply<unknown>>): void
      }
      readonly onInstalled: Event<[]>
      readonly onStartup: Event<[]>
    }
    readonly permissions: { readonly onAdded: Event<[]>; readonly onRemoved: Event<[]> }
    readonly tabs: {
      readonly onRemoved: Event<[tabId: number]>
      readonly onUpdated: Event<[tabId: number, change: { status?: string }]>
    }
    readonly contextMenus: {
      readonly onClicked: Event<[clicked: { menuItemId: number | string; selectionText?: string }]>
    }
    readonly commands: { readonly onCommand: Event<[command: string, tab?: { id?: number; windowId?: number }]> }
    readonly alarms: {
      get(name: string): Promise<unknown>
      create(name: string, when: { periodInMinutes: number; delayInMinutes?: number }): void | Promise<void>
      clear(name: string): Promise<boolean>
      readonly onAlarm: Event<[alarm: { name: string }]>
    }
  }

export interface BackgroundOptions {
  readonly browser: BackgroundPort
  readonly openStore: () => Promise<Store>
  /** Reads what judging needs; asked for once, when the first post is to be judged. */
  readonly openJudge: () => Promise<Judge>
  readonly now: () => Date
  readonly newId: () => string
  readonly words: { readonly check: string; readonly note: string } & AnnouncerWords
  /** Where what nobody asked for goes wrong. */
  readonly onError: (error: unknown, during: string) => void
}

/**
 * Everything the background does, from one browser's events to one store. All listeners are registered
 * before this returns: a worker that was woken by an event hears it only then.
 */
export function startBackground({
  browser,
  openStore,
  openJudge,
  now,
  newId,
  words,
  onError,
}: BackgroundOptions): void {
  const store = opener(openStore)
  const judge = opener(openJudge)
  const revision = createRevision(browser)
  const settingsNow = async () => (await store()).settings.get()
  const sync = createSync(async (inject) => syncSites(browser, await settingsNow(), inject))
  const patterns = async () => {
    const settings = await settingsNow()
    return sites.flatMap((site) => patternsOf(site, settings))
  }
  const panel = createPanel(browser)
  const pageData = createPageData(browser)
  /** Work that nobody waits for. */
  const quietly = (during: string, work: () => Promise<unknown>) => {
    work().catch((error: unknown) => onError(error, during))
  }

  const rescorer = createRescorer({
    run: async (report) => rescore(await store(), await judge(), now, report),
    progress: { read: () => readRescoring(browser), write: (progress) => setRescoring(browser, progress) },
    // The alarm wakes a worker that was stopped half-way; what is done already is not done again.
    onStart: async () => browser.alarms.create(RESCORE, { periodInMinutes: 1 }),
    onStep: () => revision.bump(),
    onEnd: async (judged) => {
      await browser.alarms.clear(RESCORE)
      if (judged > 0) await refreshBadges(browser)
    },
    onError: (error) => onError(error, RESCORE),
  })

  const announcer = createAnnouncer({
    browser,
    store,
    now,
    newId,
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    words,
    bump: () => revision.bump(),
  })

  const summarizer = createSummarizer({
    store,
    now,
    bump: () => revision.bump(),
  })

  const handlers = createHandlers({
    browser,
    judge,
    testWebhook: (webhook) => announcer.test(webhook),
    lookAt: (partnerIds) => quietly('alerts', () => announcer.look(partnerIds)),
    lookSoon: createAfterPause((partnerIds) => quietly('alerts', () => announcer.look(partnerIds))),
    now,
    newId,
    store,
    healthOf: readHealth,
    syncSites: sync,
    bump: () => revision.bump(),
    rescore: () => rescorer.start(),
    summarize: () => summarizer.run(),
    stopRescoring: () => rescorer.stop(),
    refreshBadges: () => refreshBadges(browser),
    pageData: {
      complete: (tabId, sighting) => pageData.complete(tabId, sighting),
      read: (tabId, observation) => quietly('page data', () => pageData.read(tabId, observation)),
    },
  })
  browser.runtime.onMessage.addListener(
    serve(handlers, { id: browser.runtime.id, base: browser.runtime.getURL(''), onError }),
  )

  browser.runtime.onInstalled.addListener(() => {
    quietly('installation', () => sync('all'))
    quietly('menus', async () => makeMenus(browser, words, await patterns()))
    quietly('alarms', () => keepAlarms(browser))
    quietly('alarms', () => announcer.schedule())
    void rescorer.start()
  })
  browser.runtime.onStartup.addListener(() => {
    quietly('start', () => sync('new'))
    quietly('alarms', () => keepAlarms(browser))
    quietly('alarms', () => announcer.schedule())
    quietly(RESCORE, () => rescorer.wake())
  })
  browser.permissions.onAdded.addListener(() => quietly('permissions', () => sync('new')))
  browser.permissions.onRemoved.addListener(() =>
    quietly('permissions', async () => {
      await sync('new')
      // Open pages ask again; those that are not allowed any more are told so, and their overlay leaves.
      await refreshBadges(browser)
    }),
  )

  const leave = (tabId: number) => {
    pageData.forget(tabId)
    quietly('tabs', () => leavePage(browser, tabId))
  }
  browser.tabs.onRemoved.addListener(leave)
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') leave(tabId)
  })

  const onNotification = (id: string) =>
    quietly('notification', async () => {
      const [kind, partnerId] = id.split(' ', 2)
      const page = kind === 'alert' ? `#/partners/${partnerId}` : '#/attention'
      await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html${page}`) })
      await browser.notifications?.clear(id)
    })
  const hearNotifications = () => browser.notifications?.onClicked.addListener(onNotification)
  hearNotifications()
  browser.permissions.onAdded.addListener(hearNotifications)

  browser.contextMenus.onClicked.addListener((clicked) => quietly('menu', () => onMenu(browser, clicked)))
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'toggle-panel' && tab?.windowId !== undefined) void panel.toggle(tab.windowId)
    const tabId = tab?.id
    if (command === 'next-flagged' && tabId !== undefined)
      // A page without our script has nothing flagged.
      void browser.tabs.sendMessage(tabId, { type: 'flagged.next', input: {} }).catch(() => undefined)
  })

  browser.alarms.onAlarm.addListener(({ name }) => {
    quietly('alerts', () => announcer.onAlarm(name))
    if (name === RESCORE) quietly(RESCORE, () => rescorer.wake())
    if (name === REPORTS)
      quietly(REPORTS, async () => {
        if ((await keepReports(await store(), now(), newId)) > 0) await revision.bump()
      })
    if (name === RETENTION)
      quietly(RETENTION, async () => {
        if ((await removeOld(await store(), now())) === 0) return
        await revision.bump()
        await rescorer.wake()
      })
  })
}

async function keepAlarms({ alarms }: Pick<BackgroundPort, 'alarms'>): Promise<void> {
  if (!(await alarms.get(RETENTION))) await alarms.create(RETENTION, { delayInMinutes: 5, periodInMinutes: 24 * 60 })
  // Asked each hour: a browser that was closed on Monday morning makes the report when it is opened.
  if (!(await alarms.get(REPORTS))) await alarms.create(REPORTS, { delayInMinutes: 2, periodInMinutes: 60 })
}

/** Opens once, and again after a failure: a disk that was full may have room now. */
function opener<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = null
      throw error
    })
    return opened
  }
}
