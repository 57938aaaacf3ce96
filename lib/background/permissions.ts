import type { OwnHost, Settings } from '../domain/settings.ts'
import { originsOf, siteOf, sites } from '../sites/index.ts'
import type { Site } from '../sites/types.ts'

/** As WXT builds them: each site has an entrypoint of its own id, so that a page loads one adapter only. */
export const scriptOf = (site: Pick<Site, 'id'>): string => `/${site.id}.js`
export const CARD_SCRIPT = '/content-scripts/card.js'
export const REPAIR_SCRIPT = '/repair.js'
export const CAPTURE_SCRIPT = '/content-scripts/capture.js'
export const POINT_SCRIPT = '/content-scripts/point.js'

/** The part of the browser that registering content scripts needs. */
export interface PermissionsPort {
  readonly permissions: {
    contains(asked: { origins: string[] }): Promise<boolean>
    getAll(): Promise<{ origins?: string[] }>
  }
  readonly scripting: {
    getRegisteredContentScripts(): Promise<{ id: string; matches?: string[] }[]>
    registerContentScripts(scripts: ContentScript[]): Promise<void>
    updateContentScripts(scripts: ContentScript[]): Promise<void>
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>
    executeScript(injection: { target: { tabId: number; frameIds?: number[] }; files: string[] }): Promise<unknown>
  }
  readonly tabs: { query(query: { url: string[] }): Promise<{ id?: number }[]> }
}

interface ContentScript {
  id: string
  matches: string[]
  js: string[]
  persistAcrossSessions: boolean
  runAt: 'document_idle'
}

/** Whether a match pattern can hold this host: a plain name, without port. One bad pattern would refuse them all. */
export function isPlainHost({ host }: OwnHost): boolean {
  return /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host)
}

/** Every pattern of a site that the product would read if it were allowed, the user's own hosts included. */
export function patternsOf(site: Site, { ownHosts }: Pick<Settings, 'ownHosts'>): string[] {
  return originsOf(site, ownHosts.filter(isPlainHost)).toSorted()
}

/**
 * Registers each site's content script for exactly its patterns that are allowed now, and for none when none
 * is. With `inject`, tabs that already show such a page get it at once, so that nobody has to reload: those
 * of patterns that were not registered before, or `'all'` after an update, when what runs in open tabs
 * belongs to the extension that was there before. Returns the allowed patterns. Safe to repeat.
 */
export async function syncSites(
  browser: PermissionsPort,
  settings: Pick<Settings, 'ownHosts'>,
  inject: 'new' | 'all',
): Promise<string[]> {
  const { scripting } = browser
  const registered = new Map((await scripting.getRegisteredContentScripts()).map((script) => [script.id, script]))
  const allAllowed: string[] = []
  for (const site of sites) {
    const allowed = await allowedOf(browser, site, settings)
    allAllowed.push(...allowed)
    const old = registered.get(site.id)
    registered.delete(site.id)
    const before = old?.matches ?? []
    const script: ContentScript = {
      id: site.id,
      matches: allowed,
      js: [scriptOf(site)],
      persistAcrossSessions: true,
      runAt: 'document_idle',
    }
    if (allowed.length === 0) {
      if (old) await scripting.unregisterContentScripts({ ids: [site.id] })
      continue
    }
    if (!old) await scripting.registerContentScripts([script])
    else if (inject === 'all' || before.toSorted().join() !== allowed.join())
      await scripting.updateContentScripts([script])
    const fresh = inject === 'all' ? allowed : allowed.filter((pattern) => !before.includes(pattern))
    if (fresh.length > 0) await injectInto(browser, fresh, scriptOf(site))
  }
  // Of a site that an earlier version knew.
  if (registered.size > 0) await scripting.unregisterContentScripts({ ids: [...registered.keys()] })
  return allAllowed.toSorted()
}

/**
 * The site's patterns that are allowed, or what is allowed of them: in the browser's own dialogs people allow
 * `https` alone, or one host of several, and that is less than the pattern we ask for.
 */
async function allowedOf(
  { permissions }: PermissionsPort,
  site: Site,
  settings: Pick<Settings, 'ownHosts'>,
): Promise<string[]> {
  const wanted = patternsOf(site, settings)
  const secure = wanted.map((pattern) => pattern.replace(/^\*:/, 'https:'))
  const { origins: granted = [] } = await permissions.getAll()
  const parts = granted.filter(
    (origin) => /^https:\/\/[^*:]+\/\*$/.test(origin) && siteOf(origin.slice(0, -1), settings.ownHosts)?.id === site.id,
  )
  const candidates = [...new Set([...wanted, ...secure, ...parts])]
  const answers = await Promise.all(candidates.map((pattern) => permissions.contains({ origins: [pattern] })))
  const allowed = candidates.filter((_pattern, index) => answers[index])
  const isPart = (pattern: string) => pattern.startsWith('https:') && allowed.includes(pattern.replace('https:', '*:'))
  return allowed.filter((pattern) => !isPart(pattern)).toSorted()
}

async function injectInto(browser: PermissionsPort, patterns: string[], file: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: patterns })
  await Promise.all(
    tabs.map(async ({ id: tabId }) => {
      if (tabId !== undefined) await injectScript(browser, tabId, file)
    }),
  )
}

/** False where the browser does not let a script in: an error page, a sleeping tab, a site that is not allowed. */
export async function injectScript(
  browser: Pick<PermissionsPort, 'scripting'>,
  tabId: number,
  file: string,
): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file] })
    return true
  } catch {
    return false
  }
}

/** Runs syncs one after the other: two events at once must not both find "not registered yet". */
export function createSync(
  run: (inject: 'new' | 'all') => Promise<string[]>,
): (inject: 'new' | 'all') => Promise<string[]> {
  let queue: Promise<unknown> = Promise.resolve()
  return (inject) => {
    const mine = queue.then(() => run(inject))
    queue = mine.catch(() => undefined)
    return mine
  }
}
