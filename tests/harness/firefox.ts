import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { launch, type Browser } from 'puppeteer-core'
import type { Input, MessageName, Output, Reply } from '../../lib/messages/protocol.ts'

/** Any UUID will do; a known one makes the extension's pages addressable. */
const UUID = '6b1d6f0e-3a52-4c1f-9d0e-7a1c5f3b2e90'
const PATIENCE = 15_000

export interface FirefoxRapport {
  /** Opens one of the extension's own pages in a tab; resolves when it is loaded. */
  open(path: string): Promise<ExtensionPage>
  close(): Promise<void>
}

export interface ExtensionPage {
  /** The value of a JavaScript expression; promises are awaited, the value has to be JSON. */
  evaluate<T>(expression: string): Promise<T>
  /** Sends a message to the background. */
  send<N extends MessageName>(type: N, input: Input<N>): Promise<Reply<Output<N>>>
}

/** Puppeteer's WebDriver BiDi connection: its own pages do not reach moz-extension addresses. */
interface Bidi {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>
}

interface Context {
  context: string
  url: string
  children?: Context[] | null
}

/** Starts a headless Firefox with the built extension in it. Ends it when it fails half-way. */
export async function launchFirefox(executablePath: string, extensionDir: string): Promise<FirefoxRapport> {
  const id = geckoIdOf(extensionDir)
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // Opening an extension's page needs the browser's own scope.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }) },
  })
  try {
    await browser.installExtension(extensionDir)
    const bidi = (browser as Browser & { connection: Bidi }).connection
    return { open: (path) => openPage(bidi, `moz-extension://${UUID}/${path}`), close: () => browser.close() }
  } catch (error) {
    await browser.close()
    throw error
  }
}

function geckoIdOf(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } }
  }
  return manifest.browser_specific_settings.gecko.id
}

async function openPage(bidi: Bidi, url: string): Promise<ExtensionPage> {
  const windows = await contextsOf(bidi, { 'moz:scope': 'chrome' })
  const window = windows.find((context) => context.url.endsWith('/browser.xhtml'))
  if (!window) throw new Error('Firefox shows no window')
  await evaluate(
    bidi,
    window.context,
    `void gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() })`,
  )
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const tab = (await contextsOf(bidi, {})).find((context) => context.url === url)
    if (tab && (await evaluate(bidi, tab.context, 'document.readyState')) === 'complete')
      return {
        evaluate: <T>(expression: string) => evaluate(bidi, tab.context, expression) as Promise<T>,
        send: async (type, input) => {
          const message = JSON.stringify({ type, input })
          return (await evaluate(bidi, tab.context, `browser.runtime.sendMessage(${message})`)) as never
        },
      }
    if (Date.now() > deadline) throw new Error(`${url} did not open within ${PATIENCE / 1000} s`)
    await wait(50)
  }
}

async function contextsOf(bidi: Bidi, params: object): Promise<Context[]> {
  const { result } = await bidi.send('browsingContext.getTree', params)
  return result['contexts'] as Context[]
}

/** By way of JSON: BiDi's own way of writing objects is not JavaScript's. */
async function evaluate(bidi: Bidi, context: string, expression: string): Promise<unknown> {
  const { result } = await bidi.send('script.evaluate', {
    expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`,
    awaitPromise: true,
    target: { context },
  })
  const {
    type,
    result: value,
    exceptionDetails,
  } = result as {
    type: string
    result?: { value: string }
    exceptionDetails?: { text: string }
  }
  if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'script.evaluate failed')
  return JSON.parse(value?.value ?? 'null')
}
