import { defaultSettings } from '../../lib/domain/settings.ts'
import { siteOf } from '../../lib/sites/index.ts'
import { siteOrigins } from '../sample-sites/index.ts'
import { launchRapport, type LaunchOptions, type Rapport } from './launch.ts'
import { createSampleServer, type SampleServer } from './sample-server.ts'

/** A browser with Rapport on the sample sites: all of them granted, sample brand, guidelines and partners loaded. */
export async function openSampleBrowser(
  options: Omit<LaunchOptions, 'serve' | 'granted'>,
): Promise<{ rapport: Rapport; server: SampleServer }> {
  const server = createSampleServer()
  const rapport = await launchRapport({ ...options, serve: server.serve, granted: server.origins })
  try {
    await rapport.send('sample.load', {})
    const ownHosts = hostsToAdd()
    if (ownHosts.length > 0) await rapport.send('settings.save', { ...defaultSettings, ownHosts })
    await rapport.send('sites.sync', {})
    return { rapport, server }
  } catch (error) {
    await rapport.close()
    throw error
  }
}

/** Hosts of federated sites that no adapter names: there the user adds each. */
function hostsToAdd(): { platform: string; host: string }[] {
  return Object.entries(siteOrigins).flatMap(([platform, origin]) =>
    siteOf(`${origin}/`, []) ? [] : [{ platform, host: new URL(origin).host }],
  )
}
