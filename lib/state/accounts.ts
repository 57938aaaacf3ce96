import type { Account } from '../domain/partner.ts'
import type { OwnHost } from '../domain/settings.ts'
import { siteOf } from '../sites/index.ts'
import { matchPage } from '../sites/page.ts'
import { wholeHandle } from '../sites/whole-names.ts'

/** Why an address or host was not taken; words under `site.problem.<code>`. */
export type AddressProblem = 'not-an-address' | 'unknown-site' | 'not-a-profile' | 'insecure' | 'port' | 'known-host'

/** The account behind a profile's address, e.g. `https://www.instagram.com/maya.bakes/`. */
export function accountFromAddress(
  text: string,
  ownHosts: readonly OwnHost[],
): { account: Account } | { problem: AddressProblem } {
  const url = addressOf(text)
  if (!url) return { problem: 'not-an-address' }
  const site = siteOf(url.href, ownHosts)
  if (!site) return { problem: 'unknown-site' }
  const page = matchPage(site, url)
  const handle = page?.params['handle']
  if (!handle) return { problem: 'not-a-profile' }
  return {
    account: { platform: site.id, handle: wholeHandle(site.id, handle, url.href), url: url.origin + url.pathname },
  }
}

/** A host the user typed, in whatever form they copied it: `brand.social`, `https://brand.social/@maya`, `@maya@brand.social`. */
export function hostFromText(text: string, known: readonly string[]): { host: string } | { problem: AddressProblem } {
  const bare = text.trim().replace(/^@?[^@\s/]+@(?=[^/]+$)/, '')
  if (/^http:/i.test(bare)) return { problem: 'insecure' }
  const url = addressOf(bare)
  if (!url || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname) || /^[\d.]+$/.test(url.hostname))
    return { problem: 'not-an-address' }
  if (url.port !== '') return { problem: 'port' }
  return known.includes(url.hostname) ? { problem: 'known-host' } : { host: url.hostname }
}

/** The origin pattern that is asked for a host, and only that host. */
export const hostOrigin = (host: string) => `https://${host}/*`

function addressOf(text: string): URL | null {
  const trimmed = text.trim()
  if (trimmed === '' || /\s/.test(trimmed)) return null
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
  } catch {
    return null
  }
}
