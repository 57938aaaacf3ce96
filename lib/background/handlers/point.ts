import type { PointTask } from '../../messages/protocol.ts'
import type { Handlers } from '../../messages/serve.ts'
import { siteOf } from '../../sites/index.ts'
import { injectScript, POINT_SCRIPT, scriptOf } from '../permissions.ts'
import type { Deps, HandlersPort } from './deps.ts'

/** Pointing at something in a page: to show Rapport where a field is, or which box is a post. */
export function pointHandlers(deps: Deps): Pick<Handlers, 'point.start'> {
  return {
    'point.start': async ({ tabId, task }) => {
      const { ownHosts } = await (await deps.store()).settings.get()
      const tab = await deps.browser.tabs.get(tabId).catch(() => null)
      const site = tab?.url === undefined ? undefined : siteOf(tab.url, ownHosts)
      // A field is one of the adapter's: its script has to be there.
      if (site && task.do === 'repair' && !(await answers(deps.browser, tabId)))
        await injectScript(deps.browser, tabId, scriptOf(site))
      return { started: await startPointing(deps.browser, tabId, task) }
    },
  }
}

/** False where the browser lets no script in: its own pages, its store. */
export async function startPointing(browser: HandlersPort, tabId: number, task: PointTask): Promise<boolean> {
  if (!(await injectScript(browser, tabId, POINT_SCRIPT))) return false
  return ask(browser, tabId, { type: 'point.start', input: task })
}

const answers = (browser: HandlersPort, tabId: number) => ask(browser, tabId, { type: 'badges.refresh', input: {} })

async function ask(browser: HandlersPort, tabId: number, message: unknown): Promise<boolean> {
  return (await browser.tabs.sendMessage(tabId, message).catch(() => undefined)) !== undefined
}
