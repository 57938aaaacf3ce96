import { setTimeout as wait } from 'node:timers/promises'
import { Window } from 'happy-dom'
import { defaultSettings, type OwnHost } from '../../lib/domain/settings.ts'
import type { CommentSeen, Label, Observation, PostSeen } from '../../lib/domain/observation.ts'
import { originsOf, siteOf, sites } from '../../lib/sites/index.ts'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'

/** A saved page and the address it is shown under. `platform` null: the address or the page has to tell. */
export interface SavedPage {
  url: string
  html: string
  platform: string | null
}

/** What the extension read, in the shape of the captures' README. */
export type Reading = ReturnType<typeof toReading>

export interface PageReader {
  /** @throws an Error whose message says in one line why this page could not be read */
  read(page: SavedPage): Promise<Reading>
  close(): Promise<void>
}

/** A saved page is shown as it was saved: its scripts do not run and it fetches nothing. */
const AS_SAVED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
const PATIENCE = 10_000

/** Which adapter reads a page; null when none does. Needs no browser. */
export function platformOf({ url, html, platform }: SavedPage): string | null {
  if (platform !== null) return sites.some(({ id }) => id === platform) ? platform : null
  const byAddress = siteOf(url, [])
  if (byAddress) return byAddress.id
  const window = new Window()
  try {
    // happy-dom's nodes are the DOM's in all that adapters use, but not in TypeScript's eyes.
    const root = new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document
    return sites.find((site) => site.detect?.(root))?.id ?? null
  } finally {
    void window.happyDOM.close()
  }
}

/**
 * Opens one browser with the built extension for all of `pages`: their hosts are granted together, and hosts
 * that no adapter names are added as own hosts of the page's platform.
 */
export async function openPageReader(pages: readonly SavedPage[]): Promise<PageReader> {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  const ownHosts = ownHostsOf(pages)
  const platforms = new Set(pages.map(platformOf))
  const granted = sites.flatMap((site) => (platforms.has(site.id) ? originsOf(site, ownHosts) : []))
  const rapport = await launchRapport({ extensionDir, granted })
  try {
    if (ownHosts.length > 0) await rapport.send('settings.save', { ...defaultSettings, ownHosts })
    await rapport.send('sites.sync', {})
    const tab = await rapport.context.newPage()
    return {
      read: (page) => readPage(rapport, tab, page),
      close: () => rapport.close(),
    }
  } catch (error) {
    await rapport.close()
    throw error
  }
}

type Tab = Awaited<ReturnType<Rapport['context']['newPage']>>

async function readPage(rapport: Rapport, tab: Tab, page: SavedPage): Promise<Reading> {
  const address = withoutHash(page.url)
  rapport.serve((url) =>
    withoutHash(url.href) === address
      ? { body: page.html, headers: { 'content-security-policy': AS_SAVED, 'cache-control': 'no-store' } }
      : null,
  )
  // By way of an empty page, so that the same address twice is two visits.
  await tab.goto('about:blank')
  await tab.goto(page.url)
  if (withoutHash(tab.url()) !== address) throw new Error(`the page went to ${tab.url()}`)
  const tabId = await rapport.tabId(tab)
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const { observation, problem } = await rapport.send('page.check', { tabId })
    if (observation) return toReading(observation, page.url)
    if (problem !== 'no-script') throw new Error(problem ?? 'no observation and no reason')
    if (Date.now() > deadline) throw new Error(`no content script answered within ${PATIENCE / 1000} s`)
    await wait(50)
  }
}

function ownHostsOf(pages: readonly SavedPage[]): OwnHost[] {
  const hosts = new Map<string, OwnHost>()
  for (const page of pages) {
    const platform = platformOf(page)
    const { host } = new URL(page.url)
    if (platform !== null && siteOf(page.url, [])?.id !== platform) hosts.set(host, { platform, host })
  }
  return [...hosts.values()]
}

const withoutHash = (url: string) => new URL(url).href.replace(/#.*$/, '')

/** Of the labels only those that the captures know. */
const LABELS = new Set<Label>(['paid-partnership', 'sponsored', 'paid-promotion', 'ai-generated', 'pinned'])

function toReading(observation: Observation, url: string) {
  const { platform, page, profile, posts } = observation
  return { platform, url, page, profile: profile && { ...profile }, posts: posts.map(toPost), absent: [] as string[] }
}

function toPost(post: PostSeen) {
  const { id, url, author, text, publishedAt, publishedText, metrics, hashtags, mentions } = post
  const labels = post.labels.filter((label) => LABELS.has(label))
  const comments = post.comments.map(toComment)
  return { id, url, author, text, publishedAt, publishedText, metrics, labels, hashtags, mentions, comments }
}

function toComment({ author, text, likes, publishedAt, publishedText, depth, pinned, byAuthor }: CommentSeen) {
  return { author, text, likes, publishedAt, publishedText, depth, pinned, byAuthor }
}
