import type { Author, Observation } from '../domain/observation.ts'
import { outOf } from './propose.ts'
import { cut, oneLine, readText } from './read-text.ts'
import { attempt } from './reading.ts'

/** What stands for every site that no adapter reads: its posts are captured one by one, by pointing at them. */
export const ANY_SITE = 'web'

/** How far around what was pointed at its author and date are looked for. */
const AROUND = 6
/** Longest name and address that are kept. */
const MAX_NAME = 200
const MAX_ADDRESS = 1_900
/** What pages put one post into. */
const POSTS = 'article, [role="article"], main'
/** Written before a name. */
const BY = /^(?:by|von|par|por|di|door)\s+/i
/** Names of addresses that only say where a reader came from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|igsh|igshid|mc_[ce]id|ref|ref_src)$/i

/** How pages mark an author: HTML's `rel`, schema.org's microdata, microformats, and what most themes write. */
const AUTHORS = [
  '[rel~="author"]',
  '[itemprop~="author"]',
  '.p-author, .h-card .p-name',
  'a[href*="/@"]',
  '[class*="byline" i] a, [class*="author" i] a',
  '[class*="author" i], [class*="byline" i]',
]

/**
 * A post of a page that no adapter reads, as far as it can be read from what a person pointed at: its words as they are
 * shown, and, from there or close around, whose it seems to be and when it was published. Nothing of it is certain but
 * the words; the person confirms the rest. Null where there are no words.
 */
export function capture(element: Element, address: string, now: Date): Observation | null {
  const text = attempt(() => readText(element), '')
  if (text === '') return null
  const page = new URL(address)
  const around = scopesOf(element)
  const time = nearest(around, 'time[datetime]')
  const url = addressOf(time, page)
  return {
    platform: ANY_SITE,
    url: address.slice(0, MAX_ADDRESS),
    page: 'post',
    lang: attempt(() => element.closest('[lang]')?.getAttribute('lang')?.slice(0, 40) || null, null),
    seenAt: now.toISOString(),
    profile: null,
    posts: [
      {
        id: idOf(url),
        url: url.href.slice(0, MAX_ADDRESS),
        author: authorOf(around),
        text,
        textComplete: true,
        visibleText: null,
        publishedAt: instantOf(time?.getAttribute('datetime') ?? null, now),
        publishedText: time ? cut(oneLine(time.textContent), MAX_NAME) || null : null,
        metrics: { likes: null, comments: null, shares: null, views: null, saves: null },
        labels: [],
        hashtags: [],
        mentions: [],
        links: linksOf(element),
        comments: [],
      },
    ],
  }
}

/** What was pointed at, and the boxes around it, nearest first; the page itself says too much. */
function scopesOf(element: Element): Element[] {
  const scopes: Element[] = []
  for (let at: Element | null = element; at && scopes.length <= AROUND; at = outOf(at)) {
    if (/^(?:body|html)$/i.test(at.localName)) break
    scopes.push(at)
  }
  return scopes
}

/**
 * The one that is nearest. Where the nearest box with any has several and is not the post's own, they may be other
 * posts': then it is nobody's.
 */
function nearest(scopes: readonly Element[], select: string): Element | null {
  for (const scope of scopes) {
    const found = attempt(() => [...(scope.matches(select) ? [scope] : []), ...scope.querySelectorAll(select)], [])
    const [one = null] = found
    if (one) return found.length === 1 || scope === scopes[0] || scope.matches(POSTS) ? one : null
  }
  return null
}

function authorOf(scopes: readonly Element[]): Author {
  for (const select of AUTHORS) {
    const marked = nearest(scopes, select)
    const name = marked && cut(oneLine(marked.textContent).replace(BY, ''), MAX_NAME)
    if (marked && name) return { name: name.replace(/^@/, ''), handle: handleOf(marked) }
  }
  return { name: null, handle: null }
}

/** The last part of the address of an author's own page: `/@maya`, `/author/maya/`. */
function handleOf(marked: Element): string | null {
  const href = marked.getAttribute('href') ?? marked.querySelector('a[href]')?.getAttribute('href')
  const path = attempt(() => new URL(href ?? '', marked.ownerDocument.baseURI).pathname, '')
  const last = path.split('/').findLast(Boolean) ?? ''
  const handle = attempt(() => decodeURIComponent(last), last).replace(/^@/, '')
  return /^[\p{L}\p{N}._-]{1,100}$/u.test(handle) ? handle : null
}

/** The post's own address where its date links to it, as most sites do; else the page's. */
function addressOf(time: Element | null, page: URL): URL {
  const href = time?.closest('a[href]')?.getAttribute('href')
  const own = href == null ? null : attempt(() => new URL(href, page), null)
  const url = new URL(own && own.host === page.host ? own : page)
  url.hash = ''
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name))
  for (const name of tracking) url.searchParams.delete(name)
  return url
}

const idOf = ({ host, pathname, search }: URL) =>
  `${host}${pathname.replace(/(.)\/$/, '$1')}${search}`.slice(0, MAX_ADDRESS)

/** A date without a time is no instant: which day it is depends on the reader's zone, so it is noon in UTC. */
function instantOf(written: string | null, now: Date): string | null {
  const text = written?.trim() ?? ''
  const at = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00:00Z` : text)
  return Number.isNaN(at) || at > now.getTime() || at < Date.UTC(1990) ? null : new Date(at).toISOString()
}

function linksOf(element: Element): string[] {
  const links = [...element.querySelectorAll('a[href]')].slice(0, 200).flatMap((link) => {
    const href = attempt(() => new URL(link.getAttribute('href') ?? '', link.ownerDocument.baseURI), null)
    return href && /^https?:$/.test(href.protocol) && href.href.length < MAX_ADDRESS ? [href.href] : []
  })
  return [...new Set(links)]
}

/** Longest author that a person may give. */
export const MAX_AUTHOR = 100

/** An author's name on the whole web: `maya@blog.example`; a page without an author is its host's own. */
export function accountName(author: string, url: string): string {
  const { host } = new URL(url)
  const name = author.trim().replace(/^@/, '').replaceAll(/\s+/g, '-').slice(0, MAX_AUTHOR)
  return name === '' ? host : `${name}@${host}`
}
