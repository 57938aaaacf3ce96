import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import tokens from '../components/page-tokens.css?inline'
import { runSite } from '../lib/overlay/run-site.ts'
import site from '../lib/sites/adapters/twitch.ts'

/** Registered as a content script at run time, once the user allows the site. */
export default defineUnlistedScript(() => runSite(site, tokens))
