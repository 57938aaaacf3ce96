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
