interface Box {
  top: number
  left: number
  width: number
  height: number
}

const MARGIN = 8
const GAP = 6

/**
 * Where a card goes: under the badge, above it where there is more room, always whole inside the view.
 * All in CSS pixels of the viewport; `maxHeight` is what fits without leaving it.
 */
export function placeCard(
  anchor: Box,
  card: { width: number; height: number },
  view: { width: number; height: number },
): { top: number; left: number; maxHeight: number } {
  const below = view.height - (anchor.top + anchor.height) - GAP - MARGIN
  const above = anchor.top - GAP - MARGIN
  const under = card.height <= below || below >= above
  // A badge that was scrolled out of view leaves the card at the edge it left by.
  const maxHeight = Math.max(160, Math.min(view.height - 2 * MARGIN, under ? below : above))
  const height = Math.min(card.height, maxHeight)
  const top = under ? anchor.top + anchor.height + GAP : anchor.top - GAP - height
  return {
    top: clamp(top, MARGIN, view.height - height - MARGIN),
    left: clamp(anchor.left, MARGIN, view.width - card.width - MARGIN),
    maxHeight,
  }
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))

/** Beside the badge, whole inside the view, also while the page scrolls and the card grows. */
export function keepPlaced(dialog: HTMLDialogElement, anchor: Element, signal: AbortSignal) {
  let asked = false
  const place = () => {
    asked = false
    if (signal.aborted) return
    // The badge may leave with its post; the card stays where it was.
    if (!anchor.isConnected) return
    dialog.style.maxHeight = 'none'
    const { width, height } = dialog.getBoundingClientRect()
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const { top, left, maxHeight } = placeCard(boxOf(anchor), { width, height }, view)
    dialog.style.maxHeight = `${maxHeight}px`
    dialog.style.top = `${top}px`
    dialog.style.left = `${left}px`
  }
  const placeSoon = () => {
    if (asked) return
    asked = true
    requestAnimationFrame(place)
  }
  const grows = new MutationObserver(placeSoon)
  grows.observe(dialog, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] })
  signal.addEventListener('abort', () => grows.disconnect(), { once: true })
  addEventListener('scroll', placeSoon, { signal, capture: true, passive: true })
  addEventListener('resize', placeSoon, { signal })
  place()
}

/** The pill, not its host: in a corner the host is a line without height. */
function boxOf(anchor: Element): DOMRect {
  return (anchor.shadowRoot?.querySelector('button') ?? anchor).getBoundingClientRect()
}
