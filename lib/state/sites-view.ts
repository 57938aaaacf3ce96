import type { Miss } from '../domain/miss.ts'
import type { OwnHost, Settings } from '../domain/settings.ts'
import type { Site } from '../sites/types.ts'
import type { StoreReader } from '../store/interface.ts'
import { type AddressProblem, hostFromText, hostOrigin } from './accounts.ts'
import { alarmsOf } from '../watch/drift.ts'
import type { Alarm } from '../watch/drift.ts'
import { pageHealth, unverifiedFields } from './drift.ts'
import type { PageHealth, Unverified } from './drift.ts'
import { createLive, type Live } from './live.ts'
import type { Permissions, Send } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** A site, or a host of one that the user added, and what Rapport may and can do there. */
export interface SiteRow {
  platform: string
  name: string
  /** Null for the site's own hosts. */
  host: string | null
  origins: readonly string[]
  /** At least one of `origins` may be read. */
  allowed: boolean
  /** Those that may not: a site has old addresses and other servers, and each can be refused. */
  missing: readonly string[]
  overlay: boolean
  misses: Miss[]
  /** How each kind of its pages is read, and what is wrong with it. */
  pages: readonly PageHealth[]
  alarms: readonly Alarm[]
  /** Fields that no captured page has confirmed. */
  unverified: readonly Unverified[]
}

export interface SitesView {
  readonly rows: Live<SiteRow[]>
  /** Asks the browser. Call it from the click itself. */
  allow(row: SiteRow): Promise<void>
  revoke(row: SiteRow): Promise<void>
  setOverlay(row: SiteRow, on: boolean): Promise<void>
  /** Adds a host of a federated site and asks for it. Call it from the click itself. */
  addHost(platform: string, text: string): Promise<AddressProblem | 'refused' | null>
  removeHost(host: string): Promise<void>
  /** Sites that are software anyone can run, where a host of one's own makes sense. */
  readonly federated: readonly Site[]
}

export function createSitesView({
  store,
  send,
  permissions,
  sites,
  toasts,
  now,
}: {
  store: StoreReader
  send: Send
  permissions: Permissions
  sites: readonly Site[]
  toasts: Toasts
  now: () => number
}): SitesView {
  const federated = sites.filter((site) => site.detect)
  const rows = createLive(async () => {
    const [settings, misses, rates] = await Promise.all([
      store.settings.get(),
      store.misses.all(),
      store.readRates.all(),
    ])
    const rowOf = async (site: Site, host: OwnHost | null): Promise<SiteRow> => {
      const origins = host ? [hostOrigin(host.host)] : site.matches
      // No supported site is served without TLS, and browsers let people grant https alone.
      const may = await Promise.all(origins.map((origin) => permissions.has([origin.replace(/^\*:/, 'https:')])))
      return {
        platform: site.id,
        name: site.name,
        host: host?.host ?? null,
        origins,
        allowed: may.includes(true),
        missing: origins.filter((_, index) => !may[index]),
        overlay: !settings.hiddenOn.includes(site.id),
        misses: host ? [] : misses.filter((miss) => miss.platform === site.id && miss.firstMissAt !== null),
        pages: host ? [] : pageHealth(site, rates, now()),
        alarms: host
          ? []
          : alarmsOf(
              rates.filter((row) => row.platform === site.id),
              now(),
            ),
        unverified: host ? [] : unverifiedFields(site),
      }
    }
    return Promise.all(
      sites.flatMap((site) => [
        rowOf(site, null),
        ...settings.ownHosts.filter((host) => host.platform === site.id).map((host) => rowOf(site, host)),
      ]),
    )
  })
  const change = async (edit: (settings: Settings) => Settings) => {
    await send('settings.save', edit(await store.settings.get()))
  }

  return {
    rows,
    federated,
    async allow(row) {
      const asked = permissions.request(row.origins)
      await toasts.attempt(async () => {
        if (!(await asked)) return
        await send('sites.sync', {})
        toasts.say('siteAllowed', [nameOf(row)])
      })
      await rows.refresh()
    },
    async revoke(row) {
      await toasts.attempt(async () => {
        await permissions.remove(row.origins)
        await send('sites.sync', {})
        toasts.say('siteRevoked', [nameOf(row)])
      })
      await rows.refresh()
    },
    async setOverlay(row, on) {
      await toasts.attempt(() => send('site.hide', { platform: row.platform, hidden: !on }))
      await rows.refresh()
    },
    async addHost(platform, text) {
      const known = rows.value.peek()?.flatMap((row) => (row.host === null ? hostsOf(row.origins) : [row.host])) ?? []
      const read = hostFromText(text, known)
      if ('problem' in read) return read.problem
      // No await before the request: Firefox forgets the click after one.
      if (!(await permissions.request([hostOrigin(read.host)]))) return 'refused'
      await toasts.attempt(async () => {
        await change((settings) => ({ ...settings, ownHosts: [...settings.ownHosts, { platform, host: read.host }] }))
        await send('sites.sync', {})
        toasts.say('siteAllowed', [read.host])
      })
      await rows.refresh()
      return null
    },
    async removeHost(host) {
      await toasts.attempt(async () => {
        await permissions.remove([hostOrigin(host)])
        await change((settings) => ({
          ...settings,
          ownHosts: settings.ownHosts.filter((own) => own.host !== host),
        }))
        await send('sites.sync', {})
        toasts.say('siteRevoked', [host])
      })
      await rows.refresh()
    },
  }
}

const nameOf = (row: SiteRow) => row.host ?? row.name

const hostsOf = (origins: readonly string[]) =>
  origins.flatMap((origin) => /^[^:]+:\/\/(?:\*\.)?([^/]+)\//.exec(origin)?.[1] ?? [])
