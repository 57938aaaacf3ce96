import type { Handlers } from '../../messages/serve.ts'
import { siteOf } from '../../sites/index.ts'
import { injectScript, POINT_SCRIPT, scriptOf } from '../permissions.ts'
import type { Deps, HandlersPort } from './deps.ts'

/** Pointing at something in a page, to show Rapport where a field is. */
export function pointHandlers({ browser, store }: Deps): Pick<Handlers, 'point.start'> {
  return {
    'point.start': async ({ tabId, field }) => {
      const { ownHosts } = await (await store()).settings.get()
      const tab = await browser.tabs.get(tabId).catch(() => null)
      const site = tab?.url === undefined ? undefined : siteOf(tab.url, ownHosts)
      // A field is one of the adapter's: its script has to be there. Asking it to show itself tells.
      if (site && !(await ask(browser, tabId, { type: 'badges.refresh', input: {} })))
        await injectScript(browser, tabId, scriptOf(site))
      const may = site !== undefined && (await injectScript(browser, tabId, POINT_SCRIPT))
      return { started: may && (await ask(browser, tabId, { type: 'point.start', input: { field } })) }
    },
  }
}

/** Whether the page answers. */
async function ask(browser: HandlersPort, tabId: number, message: unknown): Promise<boolean> {
  return ((await browser.tabs.sendMessage(tabId, message).catch(() => undefined)) ?? null) !== null
}
