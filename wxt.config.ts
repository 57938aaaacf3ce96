import { defineConfig } from 'wxt'
import { siteMatches } from './lib/sites/index.ts'

/** Sites are optional permissions: each is asked for when it is first needed, with the reason. */
export default defineConfig({
  publicDir: 'assets',
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  imports: false,
  // Vite's preload polyfill fetches; every browser this runs in preloads by itself.
  vite: () => ({ build: { modulePreload: { polyfill: false } } }),
  zip: { excludeSources: ['tests/**', '.ci/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'contextMenus', 'alarms', 'scripting', 'activeTab'],
    optional_host_permissions: [...siteMatches, 'https://*/*'],
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
      : { minimum_chrome_version: '120' }),
  }),
})
