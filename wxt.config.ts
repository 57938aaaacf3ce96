import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { minify } from 'terser'
import { defineConfig } from 'wxt'
import { siteMatches, sites } from './lib/sites/index.ts'

/**
 * What our own code may do. The worker may send to the webhook that a user sets up, which can be anywhere with https
 * or on this machine; everything else of ours reads the extension's own files only, by `PAGES_ASK_NOBODY`.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** "No request to anywhere" is enforced by the browser, not only promised: popup, panel and dashboard connect to nothing. */
const PAGES_ASK_NOBODY = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'" />`

/**
 * `t` as one signature, looked up by key. The module's own overloads make the type checker intersect each key with the
 * union of all: at two thousand keys that was nine tenths of a type check.
 */
const typedWords = `import { createI18n } from '@wxt-dev/i18n'
import type { GeneratedI18nStructure } from './structure'

type Value = string | number
type Values<N, Got extends Value[] = []> =
  [N] extends [Got['length']] ? Got : Got['length'] extends 9 ? never : Values<N, [...Got, Value]>
// Tuples keep a union of keys whole: it may be passed only when all its members take the same values.
type Given<M> =
  [M] extends [{ plural: true; substitutions: infer N }]
    ? [N] extends [0 | 1] ? [n: number, values?: Values<1>] : [n: number, values: Values<N>]
    : [M] extends [{ plural: false; substitutions: infer N }]
      ? [N] extends [0] ? [] : [values: Values<N>]
      : never

export const i18n = createI18n() as {
  t: <K extends keyof GeneratedI18nStructure>(key: K, ...given: Given<GeneratedI18nStructure[K]>) => string
}
export { type GeneratedI18nStructure }
`

/** Sites are optional permissions: each is asked for when it is first needed, with the reason. */
export default defineConfig({
  publicDir: 'assets',
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  imports: false,
  hooks: {
    'prepare:types': (_wxt, entries) => {
      const words = entries.find((entry) => 'text' in entry && entry.path.endsWith('i18n/index.ts'))
      if (words === undefined || !('text' in words)) throw new Error('The i18n module no longer writes i18n/index.ts.')
      words.text = typedWords
    },
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
    /** What runs in a site's pages is worked over once more: half a kilobyte less of it in each of them. */
    'build:done': async ({ config }) => {
      if (config.mode !== 'production') return
      const shrink = async ({ id }: { id: string }) => {
        const file = resolve(config.outDir, `${id}.js`)
        const { code } = await minify(await readFile(file, 'utf8'), {
          ecma: 2020,
          toplevel: true,
          compress: { passes: 2, unsafe_arrows: true, unsafe_methods: true },
        })
        if (code !== undefined) await writeFile(file, code)
      }
      await Promise.all(sites.map(shrink))
    },
  },
  vite: ({ mode }) => ({
    plugins: [
      {
        name: 'pages-ask-nobody',
        // While developing, pages talk to the dev server.
        transformIndexHtml: (html: string) =>
          mode === 'production' ? html.replace('<head>', `<head>\n    ${PAGES_ASK_NOBODY}`) : html,
      },
    ],
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
    optional_permissions: ['notifications'],
    optional_host_permissions: [...siteMatches, 'https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // While developing, pages talk to the dev server.
    ...(mode === 'production' ? { content_security_policy: { extension_pages: policy } } : {}),
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
