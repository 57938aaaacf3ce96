import '../../components/pages.css'
import { Dashboard } from '../../components/Dashboard.tsx'
import { mount } from '../../components/mount.tsx'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { tryText } from '../../lib/state/try-out.ts'

await mount((ports) => {
  const router = createRouter({
    read: () => location.hash,
    write: (hash, replace) => (replace ? history.replaceState(null, '', hash) : history.pushState(null, '', hash)),
    onChange: (changed) => addEventListener('popstate', changed),
  })
  const state = createDashboardState({ ...ports, router, adapters: sites, kinds, tryText })
  return <Dashboard state={state} now={ports.now} />
})
