import type { OwnHost } from '../domain/settings.ts'
import bluesky from './adapters/bluesky.ts'
import facebook from './adapters/facebook.ts'
import instagram from './adapters/instagram.ts'
import linkedin from './adapters/linkedin.ts'
import mastodon from './adapters/mastodon.ts'
import pinterest from './adapters/pinterest.ts'
import reddit from './adapters/reddit.ts'
import threads from './adapters/threads.ts'
import tiktok from './adapters/tiktok.ts'
import tumblr from './adapters/tumblr.ts'
import twitch from './adapters/twitch.ts'
import x from './adapters/x.ts'
import youtube from './adapters/youtube.ts'
import { attempt } from './reading.ts'
import type { Site } from './types.ts'

/** Every adapter, in the order in which they are tried. */
export const sites: readonly Site[] = [
  instagram,
  threads,
  facebook,
  tiktok,
  youtube,
  x,
  bluesky,
  mastodon,
  linkedin,
  reddit,
  twitch,
  pinterest,
  tumblr,
]

/** Match patterns of all sites: the optional permissions in the manifest come from here. */
export const siteMatches: readonly string[] = sites.flatMap((site) => site.matches)

/** The adapter that reads an address: by the user's own hosts first, then by the sites'. */
export function siteOf(address: string, ownHosts: readonly OwnHost[]): Site | undefined {
  const url = attempt(() => new URL(address), null)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const own = ownHosts.find(({ host }) => host === url.host)
  return sites.find((site) => (own ? site.id === own.platform : site.matches.some((pattern) => covers(pattern, url))))
}

/** Every origin pattern of a site, the user's own hosts of it included: what is asked for as permission. */
export function originsOf(site: Site, ownHosts: readonly OwnHost[]): string[] {
  const own = ownHosts.filter(({ platform }) => platform === site.id).map(({ host }) => `https://${host}/*`)
  return [...new Set([...site.matches, ...own])]
}

/** Whether a match pattern (`https://*.example.com/*`) covers an address; sites' patterns are of whole hosts. */
function covers(pattern: string, url: URL): boolean {
  const [, scheme, host = ''] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? []
  if (scheme !== '*' && `${scheme}:` !== url.protocol) return false
  return host.startsWith('*.') ? `.${url.hostname}`.endsWith(host.slice(1)) : url.host === host
}
