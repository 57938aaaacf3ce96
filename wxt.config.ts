import { defineConfig } from 'wxt'
import { siteMatches } from './lib/sites/index.ts'

/**
 * An adapter's examples are for its tests; no page needs to carry them. Where this does not match, the scripts
 * are a little larger, which tests/repo/bundles.test.ts would tell.
 */
const dropExamples = {
  name: 'drop-examples',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /\/lib\/sites\/adapters\//.test(id) ? code.replace(/^  examples: \[\n[\s\S]*?\n  \],/m, '  examples: [],') : null,
}

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
      files.splice(0, files.length, ...kept)
    },
  },
  vite: () => ({
    build: {
      // Vite's preload polyfill fetches; every browser this runs in preloads by itself.
      modulePreload: { polyfill: false },
      // They know light-dark(); its stand-in would cost every page a kilobyte.
      cssTarget: ['chrome123', 'firefox142'],
    },
    plugins: [dropExamples],
  }),
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
      : { minimum_chrome_version: '123' }),
  }),
})
