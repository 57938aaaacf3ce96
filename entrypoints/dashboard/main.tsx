import '../../components/pages.css'
import { Dashboard } from '../../components/Dashboard.tsx'
import { mount } from '../../components/mount.tsx'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'

await mount((ports) => {
  const router = createRouter({
    read: () => location.hash,
    write: (hash, replace) => (replace ? history.replaceState(null, '', hash) : history.pushState(null, '', hash)),
    onChange: (changed) => addEventListener('popstate', changed),
  })
  // The weights live in the worker only.
  const toneOf = (text: string) => ports.send('tone.read', { text, lang: null })
  const state = createDashboardState({ ...ports, router, adapters: sites, kinds, toneOf })
  return <Dashboard state={state} now={ports.now} />
})
