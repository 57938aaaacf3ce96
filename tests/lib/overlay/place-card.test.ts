import { describe, expect, it } from 'vitest'
import { placeCard } from '../../../lib/overlay/place-card.ts'

const view = { width: 1_000, height: 800 }
const card = { width: 380, height: 300 }

describe('placeCard', () => {
  it('opens under the badge', () => {
    expect(placeCard({ top: 100, left: 200, width: 60, height: 20 }, card, view)).toMatchObject({ top: 126, left: 200 })
  })

  it('opens above it where there is more room', () => {
    expect(placeCard({ top: 700, left: 200, width: 60, height: 20 }, card, view).top).toBe(394)
  })

  it('stays inside the view at its edges', () => {
    const { left } = placeCard({ top: 100, left: 950, width: 60, height: 20 }, card, view)
    expect(left + card.width).toBeLessThanOrEqual(view.width)
    expect(placeCard({ top: -900, left: -50, width: 60, height: 20 }, card, view)).toMatchObject({ top: 8, left: 8 })
  })

  it('becomes as high as there is room, and scrolls inside', () => {
    const tall = { width: 380, height: 2_000 }
    const { top, maxHeight } = placeCard({ top: 300, left: 0, width: 60, height: 20 }, tall, view)
    expect(top + maxHeight).toBeLessThanOrEqual(view.height)
  })

  it('fits a narrow window', () => {
    const { left } = placeCard(
      { top: 10, left: 200, width: 60, height: 20 },
      { width: 304, height: 200 },
      { width: 320, height: 500 },
    )
    expect(left).toBe(8)
  })
})
