import { complete } from '../sites/embedded/complete.ts'
import { readData } from '../sites/embedded/read-data.ts'
import { readers } from '../sites/embedded/readers.ts'
import type { DataReader, PageData } from '../sites/embedded/types.ts'
import type { Observation } from '../domain/observation.ts'
import type { Sighting } from './look.ts'
import { samePage } from './tab-memory.ts'

/** Most that is taken out of a page, in UTF-16 code units; the largest data seen have half a million. */
const MAX_CHARS = 4_000_000
/** Script elements looked at. */
const MAX_SCRIPTS = 500
/** How long to wait for a moment in which the page has nothing better to do, in milliseconds. */
const PATIENCE = 3_000
/** Tabs whose data is kept; the oldest give way. */
const MAX_TABS = 50

/** The part of the browser that reading a page's data needs. */
export interface PageDataPort {
  readonly scripting: {
    executeScript<A extends unknown[]>(injection: {
      target: { tabId: number; frameIds: number[] }
      func: (...args: A) => unknown
      args: A
    }): Promise<readonly { result?: unknown }[]>
  }
  readonly tabs: { sendMessage(tabId: number, message: unknown): Promise<unknown> }
}

export interface PageDataKeeper {
  /** The look with what the page's own data adds to it; as it is where nothing is known of its page. */
  complete<T extends Sighting>(tabId: number, sighting: T): T
  /**
   * Reads the data of the page in a tab, once per load, and asks its script to send again what it completes. Call
   * it only while the page has the address it was loaded under: the data is of the first one.
   */
  read(tabId: number, observation: Observation): Promise<void>
  /** The tab shows another page, or none. */
  forget(tabId: number): void
}

/**
 * Many pages carry the exact figures and whole captions of what they show, as JSON for their own scripts. It is read
 * where something on the page is judged, in an idle moment, and parsed here: the page pays for one copy of its text.
 * It is kept in memory only; a worker that was stopped does without.
 */
export function createPageData(browser: PageDataPort): PageDataKeeper {
  const tabs = new Map<number, { url: string; data: PageData | null }>()
  return {
    complete(tabId, sighting) {
      const { observation } = sighting
      const known = tabs.get(tabId)
      if (!known?.data || !samePage(known.url, observation.url)) return sighting
      const { observation: completed, fields, misses } = complete(observation, known.data)
      return {
        ...sighting,
        observation: completed,
        fields: [...sighting.fields, ...fields],
        misses: [...sighting.misses, ...misses],
      }
    },
    async read(tabId, observation) {
      const { platform, url } = observation
      const reader = readers[platform]
      const known = tabs.get(tabId)
      if (!reader || (known && samePage(known.url, url))) return
      const entry: { url: string; data: PageData | null } = { url, data: null }
      tabs.delete(tabId)
      tabs.set(tabId, entry)
      if (tabs.size > MAX_TABS) tabs.delete(tabs.keys().next().value ?? tabId)
      const data = readData(reader, await scriptsIn(browser, tabId, reader, url))
      if (tabs.get(tabId) !== entry || !saysOf(data, observation)) return
      entry.data = data
      await browser.tabs.sendMessage(tabId, { type: 'badges.refresh', input: {} }).catch(() => undefined)
    },
    forget: (tabId) => void tabs.delete(tabId),
  }
}

function saysOf(data: PageData, { posts, profile }: Observation): boolean {
  return (
    posts.some(({ id }) => id !== null && data.posts.has(id)) || data.profiles.has(profile?.handle?.toLowerCase() ?? '')
  )
}

async function scriptsIn(
  browser: PageDataPort,
  tabId: number,
  { scripts, begins = '' }: DataReader,
  url: string,
): Promise<string[]> {
  try {
    const [injected] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      func: copyScripts,
      args: [scripts, begins, url, MAX_SCRIPTS, MAX_CHARS, PATIENCE],
    })
    const texts = injected?.result
    return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : []
  } catch {
    // The tab is gone, or the browser lets nothing in: then the page is all there is.
    return []
  }
}

/**
 * Runs in the page, so it uses nothing but its arguments. The texts of the scripts that match, up to `room` UTF-16
 * units together; none when the page has another address by now, or had when it was loaded.
 */
function copyScripts(
  selector: string,
  begins: string,
  url: string,
  most: number,
  room: number,
  patience: number,
): Promise<string[]> {
  return new Promise((resolve) => {
    const copy = () => {
      const loaded = performance.getEntriesByType('navigation')[0]?.name ?? location.href
      const [before, now] = [loaded, url].map((address) => new URL(address).pathname.replace(/\/$/, ''))
      const texts: string[] = []
      if (location.href.split('#', 1)[0] === url.split('#', 1)[0] && before === now)
        for (const script of [...document.querySelectorAll(selector)].slice(0, most)) {
          const text = script.textContent
          if (text.length > room || !text.startsWith(begins)) continue
          room -= text.length
          texts.push(text)
        }
      resolve(texts)
    }
    if (typeof requestIdleCallback === 'function') requestIdleCallback(copy, { timeout: patience })
    else setTimeout(copy)
  })
}
