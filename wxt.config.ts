import { resolve } from 'node:path'
import { defineConfig } from 'wxt'
import { siteMatches } from './lib/sites/index.ts'

/**
 * "No request to anywhere" is enforced by the browser, not only promised: extension pages and worker may read
 * the extension's own files (the tone weights) and connect to nothing else.
 */
const noNetwork = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sites are optional permissions: each is asked for when it is first needed, with the reason. */
export default defineConfig({
  publicDir: 'assets',
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  imports: false,
  hooks: {
    // The word files become _locales; as they are they have no reader.
    'build:publicAssets': (_wxt, files) => {
      const kept = files.filter(({ relativeDest }) => !relativeDest.startsWith('locales/'))
      const weights = process.env['TONE'] === 'clean' ? 'tone-clean.bin' : 'tone.bin'
      kept.push({
        absoluteSrc: resolve(import.meta.dirname, 'lib/sentiment/weights', weights),
        relativeDest: 'tone.bin',
      })
      files.splice(0, files.length, ...kept)
    },
  },
  vite: () => ({
    // A getter for each of AFINN's three thousand words would take longer than all else the tone needs to start.
    json: { namedExports: false },
    build: {
      // Vite's preload polyfill fetches; every browser this runs in preloads by itself.
      modulePreload: { polyfill: false },
      // They know light-dark(); its stand-in would cost every page a kilobyte.
      cssTarget: ['chrome123', 'firefox142'],
    },
  }),
  zip: { excludeSources: ['tests/**', '.ci/**'] },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'contextMenus', 'alarms', 'scripting', 'activeTab'],
    optional_host_permissions: [...siteMatches, 'https://*/*'],
    // While developing, pages talk to the dev server.
    ...(mode === 'production' ? { content_security_policy: { extension_pages: noNetwork } } : {}),
    // Alt+Shift+P is taken in Chromium; these three are assigned as they are (2026-11).
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
      'toggle-panel': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_background_togglePanel__' },
      'next-flagged': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_background_nextFlagged__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'rapport@rapport.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
})
