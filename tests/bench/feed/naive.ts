// The obvious way to write the same overlay with the same adapter and the same badges: at every change of the page, ask
// the whole document for its posts and read them all. It is measured beside ours and never shipped.
import { browser } from 'wxt/browser'
import tokens from '../../../components/page-tokens.css?inline'
import type { Observation } from '../../../lib/domain/observation.ts'
import { createSend } from '../../../lib/messages/send.ts'
import { createBadge } from '../../../lib/overlay/badge.ts'
import { isOwn } from '../../../lib/overlay/host.ts'
import overlay from '../../../lib/overlay/overlay.css?inline'
import site from '../../../lib/sites/adapters/x.ts'
import { extract } from '../../../lib/sites/extract.ts'

/** Posts in one message: the background takes no more than this. */
const PORTION = 40

const send = createSend(browser)
const asked = new Set<string>()
const spots = new Map<string, Element>()

new MutationObserver((records) => {
  const isOurs = records.every(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].every(isOwn))
  if (!isOurs) readAll()
}).observe(document, { childList: true, subtree: true })
readAll()

function readAll() {
  const all = [...document.querySelectorAll(site.posts.map(({ select }) => select).join())]
  for (let i = 0; i < all.length; i += PORTION) {
    const { observation, badgeSpots } = extract(site, document, location.href, {
      now: new Date(),
      items: all.slice(i, i + PORTION),
    })
    for (const [index, { id }] of observation.posts.entries()) {
      const spot = badgeSpots[index]
      if (id !== null && spot) spots.set(id, spot)
    }
    const posts = observation.posts.filter(({ id }) => id !== null && !asked.has(id))
    if (posts.length > 0) void ask({ ...observation, posts })
  }
}

async function ask(observation: Observation) {
  for (const { id } of observation.posts) if (id !== null) asked.add(id)
  const { badges } = await send('page.seen', { observation, misses: [], fields: [], checkAll: false })
  for (const badge of badges) {
    const view = createBadge(document, tokens + overlay, () => {})
    view.show(badge)
    spots.get(badge.externalId)?.append(view.host)
  }
}
