import { accountKey } from '../domain/ids.ts'
import { readShare } from '../domain/read-share.ts'
import { standingVerdict } from '../domain/vetting.ts'
import type { TabContext } from '../messages/protocol.ts'
import { siteOf } from '../sites/index.ts'
import { matchPage } from '../sites/page.ts'
import { wholeHandle } from '../sites/whole-names.ts'
import type { StoreReader } from '../store/interface.ts'
import { patternsOf } from './permissions.ts'
import { readTab, samePage } from './tab-memory.ts'
import type { SessionArea } from './tab-memory.ts'

/** The part of the browser that looking at a tab needs. */
export interface TabContextPort {
  readonly tabs: {
    get(tabId: number): Promise<{ id?: number; url?: string }>
    query(query: { active: true; lastFocusedWindow: true }): Promise<{ id?: number; url?: string }[]>
    sendMessage(tabId: number, message: unknown): Promise<unknown>
  }
  readonly permissions: { contains(asked: { origins: string[] }): Promise<boolean> }
  readonly storage: { readonly session: SessionArea }
}

const nothing: TabContext = {
  tabId: null,
  url: null,
  state: 'unsupported',
  site: null,
  page: null,
  account: null,
  partnerId: null,
  misses: [],
  read: null,
}

/** What the popup and the panel should know of a tab; null asks for the active one. */
export async function tabContext(
  browser: TabContextPort,
  store: StoreReader,
  asked: number | null,
): Promise<TabContext> {
  const tab = await findTab(browser, asked)
  if (tab?.id === undefined) return nothing
  // Without a permission for the page the browser does not tell its address: then nothing is known of it.
  const url = tab.url ?? null
  const settings = await store.settings.get()
  const site = url === null ? undefined : siteOf(url, settings.ownHosts)
  if (url === null || !site) return { ...nothing, tabId: tab.id, url }

  const about = { tabId: tab.id, url, site: { id: site.id, name: site.name, origins: patternsOf(site, settings) } }
  const allowed = await isAllowed(browser, url)
  const memory = await readTab(browser.storage.session, tab.id)
  const current = memory && memory.platform === site.id && samePage(memory.url, url) ? memory : null
  const matched = URL.canParse(url) ? matchPage(site, new URL(url)) : null
  const named = matched?.kind === 'profile' ? matched.params['handle'] : undefined
  const handle = named && wholeHandle(site.id, named, url)
  const account = current?.account ?? (handle ? { platform: site.id, handle, name: null, url } : null)
  const partner = account && (await store.partners.byAccount(accountKey(account.platform, account.handle)))
  const vetting = account && (await store.vettings.byAccount(accountKey(account.platform, account.handle)))
  const known: Pick<TabContext, 'page' | 'account' | 'partnerId' | 'vetting' | 'misses' | 'read'> = {
    page: current?.page ?? matched?.kind ?? 'other',
    account,
    partnerId: partner?.id ?? null,
    vetting: vetting && { id: vetting.id, verdict: standingVerdict(vetting) },
    misses: [...(current?.misses ?? [])],
    read: current && readShare(current.posts.map(([, read, shown]) => ({ read, shown }))),
  }
  // A page that was read is being read, also where "check this page" let us in without a lasting permission.
  if (current) return { ...about, state: 'ready', ...known }
  if (!allowed) return { ...about, state: 'no-permission', ...known }
  return { ...about, state: (await answers(browser, tab.id)) ? 'ready' : 'reload', ...known }
}

async function findTab(
  browser: TabContextPort,
  asked: number | null,
): Promise<{ id?: number; url?: string } | undefined> {
  if (asked === null) return (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]
  try {
    return await browser.tabs.get(asked)
  } catch {
    return undefined // closed meanwhile
  }
}

/** Whether the user allows the site lasting access to this address. */
function isAllowed(browser: Pick<TabContextPort, 'permissions'>, url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url)
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] })
}

/**
 * Whether a script in this tab's page may be listened to: one that runs goes on running after the user took the
 * permission back. Let in by "check this page" alone, it may as well: then the browser tells the tab's address.
 */
export async function mayRead(
  browser: Pick<TabContextPort, 'permissions' | 'tabs'>,
  tabId: number,
  url: string,
): Promise<boolean> {
  if (await isAllowed(browser, url)) return true
  const tab = await browser.tabs.get(tabId).catch(() => null)
  return tab?.url !== undefined && URL.canParse(tab.url) && new URL(tab.url).origin === new URL(url).origin
}

/** Whether our script lives in the tab's page. It is asked to show itself, which also makes it send what it sees. */
async function answers(browser: TabContextPort, tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, { type: 'badges.refresh', input: {} })) !== undefined
  } catch {
    return false
  }
}
