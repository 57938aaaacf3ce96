import '../../components/pages.css'
import { mount } from '../../components/mount.tsx'
import { Panel } from '../../components/Panel.tsx'
import { browser } from '../../lib/browser.ts'
import { createPanelState } from '../../lib/state/panel.ts'
import { formatRoute } from '../../lib/state/route.ts'

await mount((ports) => (
  <Panel
    state={createPanelState(ports)}
    now={ports.now}
    onOpenVetting={(id) =>
      void ports.tabs.open(browser.runtime.getURL('/dashboard.html') + formatRoute({ view: 'vetting', id, query: {} }))
    }
    onOpenPartner={(id) =>
      void ports.tabs.open(browser.runtime.getURL('/dashboard.html') + formatRoute({ view: 'partners', id, query: {} }))
    }
  />
))
