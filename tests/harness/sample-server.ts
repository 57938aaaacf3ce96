import { siteMatches } from '../../lib/sites/index.ts'
import { siteOrigins, servePage, urls } from '../sample-sites/index.ts'
import { startPage } from '../sample-sites/start-page.ts'
import type { Serve } from './launch.ts'

export interface SampleServer {
  readonly serve: Serve
  /** All dates on the pages are relative to this. */
  readonly now: Date
  /** The page that lists all others. */
  readonly start: string
  /** Origin patterns of the sample sites, as permissions are asked for: a site is allowed as a whole. */
  readonly origins: readonly string[]
}

const START = 'https://sample.example/'

/**
 * Answers for the sample sites under their real addresses, and for nothing else. Once the page of a post that
 * its creator edits was served, every page shows the edited caption: the second visit finds a revision.
 */
export function createSampleServer(now = new Date()): SampleServer {
  let edited = false
  const toBeEdited = new Set(urls(now).flatMap((page) => (page.edited ? [page.url] : [])))
  const hosts = new Set(Object.values(siteOrigins))
  return {
    now,
    start: START,
    origins: siteMatches,
    serve(url) {
      if (url.href === START) return { body: startPage(now) }
      const body = servePage(url, now, { edited })
      if (body === null) return hosts.has(url.origin) ? { status: 404, body: lost } : null
      edited ||= toBeEdited.has(url.href)
      // Going back must ask again: the caption may have changed.
      return { body, headers: { 'cache-control': 'no-store' } }
    },
  }
}

const lost = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Not in the sample</title><p>This page is not part of the sample. <a href="${START}">All sample pages</a></p></html>`
