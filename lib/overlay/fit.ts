/** Room left between a badge and what it must not touch, in CSS pixels. */
const GAP = 4

/**
 * Keeps badges inside their posts and off the post's buttons. A badge takes no room of its line, so on a crowded
 * one it first shrinks to the face of its mood. If that is not enough it stands in the line, where that cannot wrap,
 * or moves back over the line's end. All badges of one reading are measured together, not one by one.
 */
export function createFit(later: (work: () => void, milliseconds: number) => void) {
  const waiting = new Map<HTMLElement, Element>()

  function fitAll() {
    const all = [...waiting].filter(([host]) => host.isConnected)
    waiting.clear()
    for (const [host] of all) {
      delete host.dataset['tight']
      delete host.dataset['flow']
      pillOf(host)?.style.removeProperty('translate')
    }
    const crowded = all.filter(([host, post]) => excess(host, post) > 0)
    for (const [host] of crowded) host.dataset['tight'] = ''
    const tooWide = crowded
      .map(([host, post]) => ({ host, by: excess(host, post), inLine: isFixedRow(host.parentElement) }))
      .filter(({ by }) => by > 0)
    for (const { host, by, inLine } of tooWide)
      if (inLine) host.dataset['flow'] = ''
      else pillOf(host)?.style.setProperty('translate', `${-by}px`)
  }

  return (host: HTMLElement, post: Element) => {
    if (waiting.size === 0) later(fitAll, 0)
    waiting.set(host, post)
  }
}

/** A row that makes room by shrinking what it holds, never by another line. */
function isFixedRow(spot: Element | null): boolean {
  const style = spot && getComputedStyle(spot)
  return style?.display === 'flex' && style.flexDirection === 'row' && style.flexWrap === 'nowrap'
}

const pillOf = (host: Element) => host.shadowRoot?.querySelector('button')

/** How far the badge reaches over the post's edge or the next button of its line, in CSS pixels. */
function excess(host: Element, post: Element): number {
  const pill = pillOf(host)?.getBoundingClientRect()
  if (!pill) return 0
  const sameLine = [...post.querySelectorAll('button, [role="button"]')]
    .map((control) => control.getBoundingClientRect())
    .filter(({ width, top, bottom, left }) => width > 0 && top < pill.bottom && bottom > pill.top && left >= pill.left)
  const limit = Math.min(post.getBoundingClientRect().right, ...sameLine.map(({ left }) => left))
  return Math.ceil(pill.right + GAP - limit)
}
