import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { connect, type Page as PopupPage } from 'puppeteer-core'

/**
 * `permissions.request` asks the user in a window that no test can reach when headless; allowing the hosts on
 * chrome://extensions first makes it answer at once. Neither step grants anything alone.
 */
export async function grant(context: BrowserContext, control: Page, extensionId: string, wanted: readonly string[]) {
  await preapprove(context, extensionId, wanted)
  const given = await control.evaluate((origins) => chrome.permissions.request({ origins }), [...wanted])
  if (!given) throw new Error(`The browser did not grant ${wanted.join(', ')}`)
}

/** The first of the two steps alone: the extension's own "Allow" button then gets its yes without a prompt. */
export async function preapprove(context: BrowserContext, extensionId: string, wanted: readonly string[]) {
  const extensions = await context.newPage()
  try {
    await extensions.goto('chrome://extensions')
    await extensions.evaluate(
      async ({ id, origins }) => {
        const api = (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate
        for (const origin of origins) await api.addHostPermission(id, origin)
      },
      { id: extensionId, origins: wanted },
    )
  } finally {
    await extensions.close()
  }
}

interface DeveloperPrivate {
  addHostPermission(id: string, origin: string): Promise<void>
}

export async function tabIdOf(control: Page, page: Page): Promise<number> {
  const tabs = await control.evaluate(() => chrome.tabs.query({}))
  const tab = tabs.find(({ url }) => url === page.url())
  if (tab?.id === undefined) throw new Error(`No tab that the extension may see shows ${page.url()}`)
  return tab.id
}

/**
 * Ends the background worker; resolves when it is really gone. One that a waiting message starts again at once
 * keeps its target id, so it carries a mark: a worker without the mark is a new one. @throws after 10 s
 */
export async function killWorker(context: BrowserContext, browser: Browser, base: string): Promise<void> {
  const cdp = await browser.newBrowserCDPSession()
  const running = async () => {
    const { targetInfos } = await cdp.send('Target.getTargets')
    return targetInfos.filter(({ type, url }) => type === 'service_worker' && url.startsWith(base))
  }
  try {
    const doomed = (await running()).map(({ targetId }) => targetId)
    if (doomed.length === 0) return
    const worker = context.serviceWorkers().find((candidate) => candidate.url().startsWith(base))
    await worker?.evaluate(() => Reflect.set(globalThis, 'doomed', true))
    for (const targetId of doomed) await cdp.send('Target.closeTarget', { targetId })
    const deadline = Date.now() + 10_000
    while ((await running()).some(({ targetId }) => doomed.includes(targetId))) {
      // While none runs, this waits for the next one; then the list above has the answer.
      const asked = worker?.evaluate(() => Reflect.has(globalThis, 'doomed')).catch(() => true)
      if ((await Promise.race([asked, wait(50, true)])) === false) return
      if (Date.now() > deadline) throw new Error('The background worker did not end within 10 s')
    }
  } finally {
    await cdp.detach()
  }
}

/** Clicks the extension's toolbar button while `page` is the active tab. */
export async function clickToolbar(context: BrowserContext, browser: Browser, extensionId: string, page: Page) {
  const targetId = await tabTargetOf(context, browser, page)
  const cdp = await browser.newBrowserCDPSession()
  // Newer than Playwright's list of commands.
  await cdp.send('Extensions.triggerAction' as never, { id: extensionId, targetId } as never)
  await cdp.detach()
}

/** `Extensions.triggerAction` wants the tab, not the page inside it. */
async function tabTargetOf(context: BrowserContext, browser: Browser, page: Page): Promise<string> {
  const session = await context.newCDPSession(page)
  const { targetInfo } = await session.send('Target.getTargetInfo')
  await session.detach()
  const cdp = await browser.newBrowserCDPSession()
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] })
  await cdp.detach()
  const tab = targetInfos.find(({ type, url }) => type === 'tab' && url === targetInfo.url)
  if (!tab) throw new Error(`No tab target for ${targetInfo.url}`)
  return tab.targetId
}

/** A second connection to the browser of this profile: the first one's pages leave the side panel out. */
export async function connectAgain(profile: string): Promise<Browser> {
  return chromium.connectOverCDP(debuggingAddress(profile))
}

/**
 * The popup that is open now. Through Puppeteer: Playwright 1.65 never reports the popup's page as ready.
 * The connection ends with the popup.
 */
export async function connectToPopup(profile: string, url: string): Promise<PopupPage> {
  const browser = await connect({ browserURL: debuggingAddress(profile), defaultViewport: null })
  const target = await browser.waitForTarget((candidate) => candidate.url() === url, { timeout: 10_000 })
  const popup = await target.asPage()
  popup.once('close', () => void browser.disconnect())
  return popup
}

function debuggingAddress(profile: string): string {
  const [port = ''] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  return `http://127.0.0.1:${port}`
}

/** @throws when no page with this address has opened after 10 s */
export async function findPage(browser: Browser, url: string): Promise<Page> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((candidate) => candidate.url().startsWith(url))
    if (page) return page
    await wait(50)
  }
  throw new Error(`${url} did not open within 10 s`)
}
