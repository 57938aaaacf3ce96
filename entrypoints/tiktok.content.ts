import { defineContentScript } from 'wxt/utils/define-content-script'
import tokens from '../components/tokens.css?inline'
import { runSite } from '../lib/overlay/run-site.ts'
import site from '../lib/sites/adapters/tiktok.ts'

/** Registered at run time once the user allows the site; `matches` here would make it a required permission. */
export default defineContentScript({
  registration: 'runtime',
  // The page is not told that we are here. A newer copy of this script still ends this one.
  noScriptStartedPostMessage: true,
  main: (ctx) => runSite(site, ctx, tokens),
})
