import '../../components/pages.css'
import { mount } from '../../components/mount.tsx'
import { Popup } from '../../components/Popup.tsx'
import { browser } from '../../lib/browser.ts'
import { createPanelOpener } from '../../lib/state/browser-ports.ts'
import { createPopupState } from '../../lib/state/popup.ts'
import { formatRoute } from '../../lib/state/route.ts'

await mount(async (ports) => {
  const openPanel = await createPanelOpener()
  return (
    <Popup
      state={createPopupState(ports)}
      now={ports.now}
      onOpenPanel={
        openPanel &&
        (() => {
          openPanel()
          window.close()
        })
      }
      onOpenVetting={(id) =>
        void ports.tabs
          .open(browser.runtime.getURL('/dashboard.html') + formatRoute({ view: 'vetting', id, query: {} }))
          .then(() => window.close())
      }
      onOpenDashboard={() => void ports.tabs.open(browser.runtime.getURL('/dashboard.html')).then(() => window.close())}
    />
  )
})
