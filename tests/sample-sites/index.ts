import { sampleBrand, samplePartners } from '../../lib/sample/index.ts'
import * as bluesky from './bluesky.ts'
import * as instagram from './instagram.ts'
import * as mastodon from './mastodon.ts'
import * as tiktok from './tiktok.ts'
import type { SampleAccount, SiteId, Visit } from './types.ts'
import { homePath, origins, partnerAccounts, postPath, postsOf, profilePath } from './world.ts'
import * as x from './x.ts'
import * as youtube from './youtube.ts'

export type { SampleAccount, SiteId } from './types.ts'

const renderers: Readonly<Record<SiteId, { page: (url: URL, visit: Visit) => string | null }>> = {
  instagram,
  tiktok,
  youtube,
  x,
  bluesky,
  mastodon,
}

export const siteIds = Object.keys(renderers) as SiteId[]
export const siteOrigins = origins
export const brand = sampleBrand

/** The invented creators: the partner's name with its accounts and everything they posted. */
export const creators: readonly { name: string; accounts: readonly SampleAccount[] }[] = samplePartners(
  '2026-01-01T00:00:00.000Z',
).map((partner) => ({
  name: partner.name,
  accounts: partner.accounts.map(({ platform, handle }) => {
    // A server's own pages write its accounts without its name.
    const account = partnerAccounts.find((one) => one.site === platform && one.handle === handle.split('@')[0])
    if (!account) throw new Error(`No sample pages for ${platform} ${handle}`)
    return account
  }),
}))

/** What a reader of all pages finds of one creator. */
export function figuresOf(creator: (typeof creators)[number]): { posts: number; comments: number; edits: number } {
  const posts = creator.accounts.flatMap((account) => account.posts)
  return {
    posts: posts.length,
    comments: posts.reduce((sum, post) => sum + post.comments.length, 0),
    edits: posts.filter((post) => post.editedText !== undefined).length,
  }
}

/** One page to look at, in the words of the start page. */
export interface SamplePage {
  readonly url: string
  readonly site: SiteId
  readonly kind: 'profile' | 'post' | 'feed'
  /** Null on a home feed. */
  readonly creator: string | null
  readonly title: string
  /** Reading it twice shows two captions. */
  readonly edited: boolean
  /** What a reader finds here at least: posts with an id, and comments. */
  readonly posts: number
  readonly comments: number
}

/**
 * Every page worth a visit: a home feed per site, each partner's profile, and each post whose page shows more
 * than the profile does: comments, or the caption where the profile only has pictures. Addresses that hold a
 * time (X, TikTok, Bluesky, Mastodon) change with the day of `now`; any of them is found on any day.
 */
export function urls(now: Date): SamplePage[] {
  const visit = { now, edited: false }
  const pages: SamplePage[] = siteIds.map((site) => ({
    url: origins[site] + homePath[site],
    site,
    kind: 'feed',
    creator: null,
    title: 'Home feed',
    edited: false,
    posts: 1,
    comments: 0,
  }))
  for (const { name, accounts } of creators) {
    for (const account of accounts) {
      const { site } = account
      const add = (page: Omit<SamplePage, 'site' | 'creator'>) => pages.push({ ...page, site, creator: name })
      add({
        url: origins[site] + profilePath(site, account.handle),
        kind: 'profile',
        title: account.handle,
        edited: false,
        posts: account.posts.length,
        comments: 0,
      })
      for (const placed of postsOf(account, visit)) {
        if (placed.post.comments.length === 0) continue
        add({
          url: origins[site] + postPath(placed),
          kind: 'post',
          title: placed.post.title ?? placed.text,
          edited: placed.post.editedText !== undefined,
          posts: 1,
          comments: placed.post.comments.length,
        })
      }
    }
  }
  return pages
}

/** The page under an address, or null when the sample has none there. `edited`: the silent edits have happened. */
export function servePage(address: string | URL, now: Date, options: { edited?: boolean } = {}): string | null {
  const url = new URL(address)
  const site = siteIds.find((id) => origins[id] === url.origin)
  return site ? renderers[site].page(url, { now, edited: options.edited ?? false }) : null
}
