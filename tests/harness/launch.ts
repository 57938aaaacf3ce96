import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page, type Request, type Worker } from 'playwright-core'
import type { Input, MessageName, Output, Reply } from '../../lib/messages/protocol.ts'
import type { Page as PopupPage } from 'puppeteer-core'
import { findOrInstallChromium } from './browser.ts'
import { createClosedNetwork } from './closed-network.ts'
import {
  clickToolbar,
  connectAgain,
  connectToPopup,
  findPage,
  grant,
  killWorker,
  preapprove,
  tabIdOf,
} from './remote-control.ts'

/** What the stand-in network answers. `type` defaults to HTML in UTF-8. */
export interface Served {
  body: string | Buffer
  type?: string
  status?: number
  headers?: Record<string, string>
}

/** What is asked of the stand-in, besides where. */
export interface Asked {
  method: string
  body: string | null
}

/** The stand-in for the whole internet: null is "no such host". */
export type Serve = (url: URL, asked?: Asked) => Served | null | Promise<Served | null>

/** A request that an extension context tried to make. */
export interface ExtensionRequest {
  /** `unknown`: seen only at the edge of the network; the side panel or the real popup, in practice. */
  from: 'background' | 'extension page' | 'content script' | 'unknown'
  url: string
}

export interface LaunchOptions {
  /** A built extension; see `buildExtension`. */
  extensionDir: string
  headless?: boolean
  serve?: Serve
  /** Kept by the caller; without it a fresh profile is made and removed again. */
  userDataDir?: string
  /** Match patterns granted before anything else happens, e.g. `https://www.instagram.com/*`. */
  granted?: readonly string[]
  viewport?: { width: number; height: number } | null
  colorScheme?: 'light' | 'dark'
  /** The caller closes it on Ctrl+C. Otherwise Playwright does, and ends the process with status 130. */
  ownsInterrupt?: boolean
  args?: readonly string[]
  /** Pages that are left are kept for "back", as outside of tests; Playwright switches that off. */
  keepsLeftPages?: boolean
}

/** A running browser with Rapport in it. */
export interface Rapport {
  readonly context: BrowserContext
  readonly extensionId: string
  /** Everything extension contexts asked the network for. Stays empty: the product's promise. */
  readonly requests: readonly ExtensionRequest[]
  /** What the extension's own code complained of in the console, or threw. */
  readonly complaints: readonly string[]
  /** Addresses that pages asked for and `serve` did not know. Nothing of it left the machine. */
  readonly blocked: readonly string[]
  /** Changes what the network answers from now on. */
  serve(serve: Serve): void
  /** Opens one of the extension's own pages in a tab: `popup.html`, `dashboard.html#/partners`. */
  open(path: string): Promise<Page>
  /** Grants optional host permissions as the user would by saying yes. */
  grant(...origins: string[]): Promise<void>
  /** Lets the next `permissions.request` for these origins through without a prompt; grants nothing by itself. */
  preapprove(...origins: string[]): Promise<void>
  /** Sends a message from an extension page. @throws an Error with the refusal's code and words */
  send<N extends MessageName>(type: N, input: Input<N>): Promise<Output<N>>
  /** The tab's id as `chrome.tabs` knows it. */
  tabId(page: Page): Promise<number>
  /** The running background worker. */
  worker(): Promise<Worker>
  /** Ends the background worker as the browser does when it is idle; resolves when it is gone. */
  killWorker(): Promise<void>
  /** The real side panel, once something opened it. */
  sidePanel(): Promise<Page>
  /** Clicks the toolbar button while `page` is the active tab. */
  clickToolbar(page: Page): Promise<void>
  /** The real popup, opened by a click on the toolbar button while `page` is the active tab. */
  popup(page: Page): Promise<PopupPage>
  close(): Promise<void>
}

/** Starts a real Chromium with the extension in it, cut off from the network. Ends all of it when it fails half-way. */
export async function launchRapport(options: LaunchOptions): Promise<Rapport> {
  const executablePath = await findOrInstallChromium()
  const profile = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'rapport-'))
  const requests: ExtensionRequest[] = []
  const network = await createClosedNetwork((url) => requests.push({ from: 'unknown', url }))
  const clean = () => {
    if (!options.userDataDir) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  // Also on Ctrl-C, where nobody calls `close`.
  process.once('exit', clean)
  const forget = () => {
    network.close()
    process.off('exit', clean)
    clean()
  }
  let context: BrowserContext | undefined
  try {
    quieten(profile)
    context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: options.headless ?? true,
      viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
      ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
      locale: 'en-US',
      ...(options.keepsLeftPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
      handleSIGINT: !options.ownsInterrupt,
      args: [
        `--disable-extensions-except=${options.extensionDir}`,
        `--load-extension=${options.extensionDir}`,
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // What no route answers ends here: nothing can leave, whatever context asks.
        `--proxy-server=http://127.0.0.1:${network.port}`,
        '--proxy-bypass-list=<-loopback>',
        // The side panel shows only on a second connection.
        '--remote-debugging-port=0',
        ...(options.args ?? []),
      ],
    })
    return await dress(context, options, requests, profile, forget)
  } catch (error) {
    await context?.close().catch(() => {})
    forget()
    throw error
  }
}

/** Without this the browser connects ahead to hosts it expects to need, which would look like a request. */
function quieten(profile: string) {
  const preferences = join(profile, 'Default/Preferences')
  if (existsSync(preferences)) return
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(preferences, JSON.stringify({ net: { network_prediction_options: 2 } }))
}

async function dress(
  context: BrowserContext,
  options: LaunchOptions,
  requests: ExtensionRequest[],
  profile: string,
  forget: () => void,
): Promise<Rapport> {
  const blocked: string[] = []
  let serve: Serve = options.serve ?? (() => null)

  await context.route(/^https?:/, async (route, request) => {
    const from = extensionContextOf(request)
    if (from) requests.push({ from, url: request.url() })
    const served = await serve(new URL(request.url()), { method: request.method(), body: request.postData() })
    if (!served) {
      if (!from) blocked.push(request.url())
      return route.abort('namenotresolved')
    }
    return route.fulfill({
      status: served.status ?? 200,
      contentType: served.type ?? 'text/html; charset=utf-8',
      ...(served.headers ? { headers: served.headers } : {}),
      body: served.body,
    })
  })
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }))
  const extensionId = new URL(first.url()).host
  const base = `chrome-extension://${extensionId}/`
  const complaints: string[] = []
  // By where the code comes from: a content script complains in the page's console.
  context.on('console', (message) => {
    const { url } = message.location()
    if (message.type() === 'error' && url.startsWith(base)) complaints.push(message.text())
  })
  context.on('weberror', (event) => {
    const { stack, message } = event.error()
    if (stack?.includes(base)) complaints.push(message)
  })
  const watch = (page: Page) => void watchContentScripts(context, page, requests)
  for (const page of context.pages()) watch(page)
  context.on('page', watch)

  const browser = context.browser()
  if (!browser) throw new Error('This Playwright gives no browser for a persistent context')
  // The manifest is an extension page without any of the product's code in it.
  const control = await context.newPage()
  await control.goto(`${base}manifest.json`)
  let second: Browser | undefined

  const rapport: Rapport = {
    context,
    extensionId,
    requests,
    complaints,
    blocked,
    serve: (next) => {
      serve = next
    },
    open: async (path) => {
      const page = await context.newPage()
      await page.goto(base + path)
      return page
    },
    grant: (...origins) => grant(context, control, extensionId, origins),
    preapprove: (...origins) => preapprove(context, extensionId, origins),
    send: async (type, input) => {
      const reply = await control.evaluate((envelope) => chrome.runtime.sendMessage(envelope), { type, input })
      return valueOf(type, reply as Reply<Output<typeof type>> | undefined, complaints.at(-1))
    },
    tabId: (page) => tabIdOf(control, page),
    worker: async () => {
      const running = context.serviceWorkers().find((worker) => worker.url().startsWith(base))
      return running ?? context.waitForEvent('serviceworker', { timeout: 30_000 })
    },
    killWorker: () => killWorker(context, browser, base),
    sidePanel: async () => {
      second ??= await connectAgain(profile)
      return findPage(second, `${base}sidepanel.html`)
    },
    clickToolbar: (page) => clickToolbar(context, browser, extensionId, page),
    popup: async (page) => {
      await page.bringToFront()
      await clickToolbar(context, browser, extensionId, page)
      return connectToPopup(profile, `${base}popup.html`)
    },
    close: async () => {
      await second?.close().catch(() => {})
      await context.close()
      forget()
    },
  }
  if (options.granted?.length) await rapport.grant(...options.granted)
  return rapport
}

function extensionContextOf(request: Request): ExtensionRequest['from'] | null {
  if (request.serviceWorker()?.url().startsWith('chrome-extension:')) return 'background'
  if (request.serviceWorker() || request.isNavigationRequest()) return null
  return request.frame().url().startsWith('chrome-extension:') ? 'extension page' : null
}

/** A content script asks in the page's name; only the call stack tells the two apart. */
async function watchContentScripts(context: BrowserContext, page: Page, requests: ExtensionRequest[]) {
  try {
    const cdp = await context.newCDPSession(page)
    cdp.on('Network.requestWillBeSent', ({ initiator, request }) => {
      if (!/^(https?|wss?):/.test(request.url) || page.url().startsWith('chrome-extension:')) return
      const stack = [initiator.url, ...(initiator.stack?.callFrames ?? []).map((frame) => frame.url)]
      if (stack.some((url) => url?.startsWith('chrome-extension:')))
        requests.push({ from: 'content script', url: request.url })
    })
    await cdp.send('Network.enable')
  } catch (error) {
    if (!page.isClosed()) throw error
  }
}

function valueOf<T>(type: string, reply: Reply<T> | undefined, complaint = ''): T {
  if (!reply) throw new Error(`${type}: nobody answered`)
  if (reply.ok) return reply.value
  const { code, message } = reply.error
  throw new Error(`${type}: ${code}: ${message}${code === 'failed' && complaint ? ` (${complaint})` : ''}`)
}
