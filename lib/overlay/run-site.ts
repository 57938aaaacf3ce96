import { browser } from 'wxt/browser'
import { createSend } from '../messages/send.ts'
import type { Site } from '../sites/types.ts'
import { isAlive, watchLife } from './alive.ts'
import overlay from './overlay.css?inline'
import { browserSchedule } from './schedule.ts'
import { serveTab } from './serve-tab.ts'
import { startSession } from './session.ts'
import { takeOver } from './take-over.ts'

/**
 * A site's content script: all that runs in one of its pages, until the page, the extension or a newer copy of
 * the script ends it. Each site has a script of its own, so that no page pays for another site's markup.
 * `tokens` is the style sheet with the design's colours and sizes.
 */
export function runSite(site: Site, tokens: string) {
  const ending = takeOver(document)
  const { signal } = ending
  const onDead = () => ending.abort()
  const session = startSession({
    site,
    document,
    signal,
    schedule: browserSchedule(signal),
    now: () => new Date(),
    send: createSend(browser),
    isAlive,
    css: tokens + overlay,
    onDead,
  })
  serveTab(browser, signal, session)
  watchLife(document, signal, onDead)
}
