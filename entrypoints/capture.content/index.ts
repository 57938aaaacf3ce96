import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { openCapture } from '../../components/open-capture.tsx'
import styles from '../../components/PointView.css?inline'
import { createSend } from '../../lib/messages/send.ts'

/** Injected when a person wants to point at a post of a page that no adapter reads. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: (ctx) => openCapture(createSend(browser), styles, ctx.signal),
})
