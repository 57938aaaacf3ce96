import type { PostSeen } from '../domain/observation.ts'
import type { Shown } from '../sites/collect.ts'
import type { Badge, Chip } from '../messages/protocol.ts'
import { createAttachments } from './attach.ts'
import { createBadge } from './badge.ts'
import type { BadgeView } from './badge.ts'
import { createChip } from './chip.ts'
import type { ChipActions, ChipView } from './chip.ts'
import { createFit } from './fit.ts'
import { nextOf } from './next-flagged.ts'

/** No post's id: ids hold no space. */
const CHIP = ' chip'

export interface OverlayOptions {
  document: Document
  css: string
  signal: AbortSignal
  later: (work: () => void, milliseconds: number) => void
  clock: () => number
  /** The badge of a post was pressed. */
  onOpen: (id: string) => void
  chip: ChipActions
  /** The page keeps removing badges: `lost` of `of` were given up. */
  onLost: (lost: number, of: number) => void
}

export type Hidden = 'nothing' | 'badges' | 'all'

export interface Overlay {
  /** A post is shown at this place now. */
  place(shown: Shown): void
  /** This element shows no post any more. */
  vacate(element: Element): void
  /** What a post's badge says; null takes it away. */
  judge(id: string, badge: Badge | null): void
  placeChip(spot: Element | null): void
  showChip(chip: Chip | null): void
  readonly chip: ChipView | null
  badge(id: string): BadgeView | null
  /** What a place on the page shows, as it was read there. */
  post(id: string): PostSeen | null
  /** Scrolls to the next badge that says "fail" or "review"; false when there is none. */
  focusNextFlagged(): boolean
  /** Puts back what the page took away. */
  check(): void
  /** Another page: nothing of the old one stays. */
  clear(): void
  /** Switched off for this site; places are remembered. */
  setHidden(what: Hidden): void
}

/** All badges and the chip of one page: one badge per post, in the place where the post is shown now. */
export function createOverlay(options: OverlayOptions): Overlay {
  const { document: doc, css, signal, clock } = options
  const places = new Map<string, Shown>()
  const shownBy = new WeakMap<Element, string>()
  const badges = new Map<string, Badge>()
  const views = new Map<string, BadgeView>()
  let chipSpot: Element | null = null
  let chip: Chip | null = null
  let chipView: ChipView | null = null
  let hidden: Hidden = 'nothing'
  const attachments = createAttachments({
    later: options.later,
    clock,
    onLost: () => options.onLost(attachments.lost, views.size),
  })
  const fit = createFit()
  doc.addEventListener('fullscreenchange', dim, { signal })
  signal.addEventListener('abort', clear, { once: true })

  return {
    place(shown) {
      vacate(shown.element, shown.id)
      shownBy.set(shown.element, shown.id)
      places.set(shown.id, shown)
      mount(shown.id)
    },
    vacate: (element) => vacate(element, null),
    judge(id, badge) {
      if (badge) badges.set(id, badge)
      else badges.delete(id)
      mount(id)
    },
    placeChip(spot) {
      chipSpot = spot
      mountChip()
    },
    showChip(next) {
      chip = next
      if (next) chipView?.show(next)
      mountChip()
    },
    get chip() {
      return chipView
    },
    badge: (id) => views.get(id) ?? null,
    post: (id) => places.get(id)?.post ?? null,
    focusNextFlagged() {
      const flagged = [...views].filter(([id]) => /fail|review/.test(badges.get(id)?.verdict ?? ''))
      const hosts = new Map(flagged.map(([, view]) => [view.host, view]))
      const next = nextOf([...hosts.keys()], doc.activeElement)
      if (!next) return false
      next.scrollIntoView({ block: 'center' })
      hosts.get(next)?.focus()
      return true
    },
    check() {
      for (const id of attachments.check()) {
        if (id !== CHIP) forget(id)
        else chipSpot = null
      }
      for (const [id, { element }] of places) if (!element.isConnected && !views.has(id)) forget(id)
    },
    clear,
    setHidden(next) {
      if (next === hidden) return
      hidden = next
      for (const id of places.keys()) mount(id)
      mountChip()
    },
  }

  function vacate(element: Element, id: string | null) {
    const before = shownBy.get(element)
    if (before === undefined || before === id) return
    shownBy.delete(element)
    // The post may have moved on to another element already.
    if (places.get(before)?.element === element) forget(before)
  }

  function forget(id: string) {
    attachments.remove(id)
    views.delete(id)
    badges.delete(id)
    places.delete(id)
  }

  function mount(id: string) {
    const place = places.get(id)
    const badge = badges.get(id)
    if (!place || !badge || hidden !== 'nothing' || signal.aborted) {
      attachments.remove(id)
      views.delete(id)
      return
    }
    let view = views.get(id)
    if (!view) {
      view = createBadge(doc, css, () => options.onOpen(id))
      // Without a place of its own in the row, the badge floats in the post's corner and takes no room.
      if (place.spot === place.element) view.host.dataset['corner'] = place.element.textContent.trim() ? 'raised' : ''
      view.host.hidden = isFullScreen()
      views.set(id, view)
    }
    view.show(badge)
    attachments.put(id, { ...place, host: view.host })
    if (place.spot !== place.element) fit(view.host, place.element)
  }

  function mountChip() {
    if (!chip || !chipSpot || hidden === 'all' || signal.aborted) {
      attachments.remove(CHIP)
      chipView = null
      return
    }
    if (!chipView) {
      chipView = createChip(doc, css, options.chip)
      chipView.host.hidden = isFullScreen()
      chipView.show(chip)
    }
    attachments.put(CHIP, { element: chipSpot, spot: chipSpot, host: chipView.host })
  }

  function isFullScreen() {
    return !!doc.fullscreenElement
  }

  /** A film that fills the screen stays alone on it. */
  function dim() {
    for (const view of [...views.values(), chipView]) if (view) view.host.hidden = isFullScreen()
  }

  function clear() {
    attachments.clear()
    views.clear()
    places.clear()
    badges.clear()
    chip = chipSpot = chipView = null
  }
}
