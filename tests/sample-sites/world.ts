import { others } from './data/others.ts'
import { inesOnBluesky } from './data/ines.ts'
import { jonasOnX, jonasOnYouTube } from './data/jonas.ts'
import { mayaOnBluesky, mayaOnInstagram } from './data/maya.ts'
import { priyaOnMastodon } from './data/priya.ts'
import { theoOnTikTok } from './data/theo.ts'
import { idOf, serialOf, timeOf } from './ids.ts'
import { after } from './show.ts'
import type { Placed, SampleAccount, SampleComment, SiteId, Visit } from './types.ts'

/** The partners' accounts; `lib/sample/partners.ts` says whose they are. */
export const partnerAccounts: readonly SampleAccount[] = [
  mayaOnInstagram,
  mayaOnBluesky,
  theoOnTikTok,
  priyaOnMastodon,
  jonasOnYouTube,
  jonasOnX,
  inesOnBluesky,
]

const accounts: readonly SampleAccount[] = [...partnerAccounts, ...Object.values(others)]

/** Every post of a site with its account, in an order that never changes: its place is its serial number. */
const catalogue = (site: SiteId) =>
  accounts
    .filter((account) => account.site === site)
    .flatMap((account) => account.posts.map((post) => ({ account, post })))

/** Posts of one account as they stand at this visit, newest first. */
export function postsOf(account: SampleAccount, visit: Visit): Placed[] {
  return allOf(account.site, visit).filter((placed) => placed.account === account)
}

/** What a home feed shows: the newest posts of everyone, newest first. */
export function feedOf(site: SiteId, visit: Visit, length = 12): Placed[] {
  return allOf(site, visit)
    .toSorted((a, b) => b.time.getTime() - a.time.getTime())
    .slice(0, length)
}

/** The post an address names, by the part of the id that does not depend on the day. */
export function postById(site: SiteId, id: string, visit: Visit): Placed | null {
  const serial = serialOf(site, id, catalogue(site).length)
  return serial === null ? null : (allOf(site, visit)[serial - 1] ?? null)
}

export function accountByHandle(site: SiteId, handle: string): SampleAccount | null {
  return accounts.find((account) => account.site === site && account.handle === handle) ?? null
}

function allOf(site: SiteId, visit: Visit): Placed[] {
  return catalogue(site).map(({ account, post }, index) => {
    const time = timeOf(post, visit.now)
    const edited = visit.edited && post.editedText !== undefined
    return { post, account, id: idOf(site, index + 1, time), time, text: edited ? post.editedText : post.text, edited }
  })
}

/** A comment with what its row needs. `depth` is 1 for an answer. */
export interface PlacedComment extends SampleComment {
  readonly id: string
  readonly handle: string
  readonly display: string
  readonly time: Date
  readonly byAuthor: boolean
  readonly depth: 0 | 1
}

export function commentsOf(placed: Placed): PlacedComment[] {
  return placed.post.comments.map((comment, index) => {
    const time = after(placed.time, comment.after)
    const byAuthor = comment.by === 'author'
    return {
      ...comment,
      id: idOf(placed.account.site, 600 + index, time),
      handle: byAuthor ? placed.account.handle : comment.by,
      display: byAuthor ? placed.account.name : (comment.name ?? comment.by),
      time,
      byAuthor,
      depth: comment.answer ? 1 : 0,
    }
  })
}

/** Addresses, as the sites write them. */
export const origins: Readonly<Record<SiteId, string>> = {
  instagram: 'https://www.instagram.com',
  tiktok: 'https://www.tiktok.com',
  youtube: 'https://www.youtube.com',
  x: 'https://x.com',
  bluesky: 'https://bsky.app',
  mastodon: 'https://mastodon.social',
}

export const homePath: Readonly<Record<SiteId, string>> = {
  instagram: '/',
  tiktok: '/foryou',
  youtube: '/',
  x: '/home',
  bluesky: '/',
  mastodon: '/home',
}

const profilePaths: Readonly<Record<SiteId, (handle: string) => string>> = {
  instagram: (handle) => `/${handle}/`,
  tiktok: (handle) => `/@${handle}`,
  youtube: (handle) => `/@${handle}`,
  x: (handle) => `/${handle}`,
  bluesky: (handle) => `/profile/${handle}`,
  mastodon: (handle) => `/@${handle}`,
}

export const profilePath = (site: SiteId, handle: string): string => profilePaths[site](handle)

const postPaths: Readonly<Record<SiteId, (handle: string, id: string) => string>> = {
  instagram: (_handle, id) => `/p/${id}/`,
  tiktok: (handle, id) => `/@${handle}/video/${id}`,
  youtube: (_handle, id) => `/watch?v=${id}`,
  x: (handle, id) => `/${handle}/status/${id}`,
  bluesky: (handle, id) => `/profile/${handle}/post/${id}`,
  mastodon: (handle, id) => `/@${handle}/${id}`,
}

export const postPath = ({ id, account }: Pick<Placed, 'id' | 'account'>): string =>
  postPaths[account.site](account.handle, id)
