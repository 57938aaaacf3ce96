import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { offerRepair } from '../lib/overlay/repair-slot.ts'
import { repairSite } from '../lib/sites/repair-site.ts'

/** Injected where a site has overrides. */
export default defineUnlistedScript(() => offerRepair(repairSite))
