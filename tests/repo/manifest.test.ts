import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { siteMatches } from '../../lib/sites/index.ts'
import { buildExtension, type Target } from '../harness/build.ts'

interface Manifest {
  manifest_version: number
  permissions: string[]
  host_permissions?: string[]
  optional_permissions?: string[]
  optional_host_permissions?: string[]
  content_scripts?: unknown[]
  web_accessible_resources?: unknown[]
  content_security_policy?: { extension_pages?: string }
  externally_connectable?: unknown
  background?: { service_worker?: string; scripts?: string[] }
  side_panel?: { default_path: string }
  sidebar_action?: { default_panel: string }
  browser_specific_settings?: {
    gecko?: { id?: string; strict_min_version?: string; data_collection_permissions?: { required?: string[] } }
  }
}

/** Each one is shown to the user at installation or reviewed by a store; a new one needs its reason in the README. */
const PERMISSIONS = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage']

const targets: Target[] = ['chrome', 'edge', 'firefox']
const manifests = new Map<Target, Manifest>()
beforeAll(async () => {
  for (const browser of targets) {
    const file = join(await buildExtension({ browser }), 'manifest.json')
    manifests.set(browser, JSON.parse(readFileSync(file, 'utf8')) as Manifest)
  }
})

function manifestOf(target: Target): Manifest {
  const manifest = manifests.get(target)
  if (!manifest) throw new Error(`${target} was not built`)
  return manifest
}

describe.each(targets)('the %s manifest', (target) => {
  it('is version 3', () => {
    expect(manifestOf(target).manifest_version).toBe(3)
  })

  it('asks for no site at installation: hosts are optional and no content script is declared', () => {
    const { host_permissions = [], content_scripts = [], optional_host_permissions } = manifestOf(target)
    expect(host_permissions).toEqual([])
    expect(content_scripts).toEqual([])
    expect(optional_host_permissions).toEqual(expect.arrayContaining([...siteMatches]))
  })

  it('asks for these permissions and no others', () => {
    // `sidePanel` comes with the side panel and shows no warning; Firefox has no such permission.
    const expected = target === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'sidePanel'].toSorted()
    expect(manifestOf(target).permissions.toSorted()).toEqual(expected)
    // Asked for when somebody first wants them.
    expect(manifestOf(target).optional_permissions).toEqual(['notifications'])
  })

  it('gives pages nothing to see or to call', () => {
    const { web_accessible_resources = [], externally_connectable } = manifestOf(target)
    expect(web_accessible_resources).toEqual([])
    expect(externally_connectable).toBeUndefined()
  })

  it('lets our own pages and worker run our own code only, and read nothing but our own files', () => {
    const policy = manifestOf(target).content_security_policy?.extension_pages ?? ''
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'"]))
    // For the worker alone, which may tell a webhook of the user's; see the next test for the pages.
    const connect = "connect-src 'self' https: http://localhost:* http://127.0.0.1:*"
    expect(policy.match(/connect-src[^;]*/g)).toEqual([connect])
    expect(policy.replace(connect, '')).not.toMatch(/https?:|wss?:|\*|unsafe-eval|wasm/)
  })
})

describe.each(targets)('the pages of %s', (target) => {
  it.each(['dashboard', 'popup', 'sidepanel'])('let nothing be asked of the network from the %s', async (name) => {
    const page = readFileSync(join(await buildExtension({ browser: target }), `${name}.html`), 'utf8')
    const policy = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'" />`
    expect(page.indexOf(policy)).toBeGreaterThan(0)
    expect(page.indexOf(policy)).toBeLessThan(page.indexOf('<script'))
  })
})

describe('the panel', () => {
  it.each(['chrome', 'edge'] as const)('is a side panel with a service worker behind it on %s', (target) => {
    const { side_panel, background } = manifestOf(target)
    expect(side_panel?.default_path).toBe('sidepanel.html')
    expect(background?.service_worker).toBe('background.js')
  })

  it('is a sidebar with an event page behind it on Firefox', () => {
    const { sidebar_action, background } = manifestOf('firefox')
    expect(sidebar_action?.default_panel).toBe('sidepanel.html')
    expect(background?.scripts).toEqual(['background.js'])
  })

  it('declares to Firefox that it collects nothing', () => {
    const gecko = manifestOf('firefox').browser_specific_settings?.gecko
    expect(gecko?.data_collection_permissions?.required).toEqual(['none'])
    expect(gecko?.id).toBeTruthy()
  })
})
