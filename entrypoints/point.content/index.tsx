import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { openPoint } from '../../components/open-point.tsx'
import styles from '../../components/PointView.css?inline'
import { createSend } from '../../lib/messages/send.ts'
import { adapterHere } from '../../lib/overlay/repair-slot.ts'
import { servePoint } from '../../lib/overlay/serve-point.ts'

/** Injected when a person wants to point at something. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    servePoint(browser, ctx.signal, (field, signal) => {
      const here = adapterHere()
      if (here) openPoint(here, field, createSend(browser), styles, signal)
      return here !== null
    })
  },
})
