/** Room left between a badge and what it must not touch, in CSS pixels. */
const GAP = 4

/**
 * Keeps badges inside their posts and off the post's buttons. A badge takes no room of its line, so on a crowded
 * one it first shrinks to the face of its mood. If that is not enough it stands in the line, where that cannot wrap,
 * or moves back over the line's end. Badges are measured together and when the browser has laid the page out anyway,
 * just before it paints: asking at any other time would make it do so once more.
 */
export function createFit(): (host: HTMLElement, post: Element) => void {
  const badges = new WeakMap<Element, Placed>()
  const observer = new ResizeObserver((entries) => {
    // Each is told of once: what is done about one's size is not the next thing to look at.
    for (const { target } of entries) observer.unobserve(target)
    fitAll(entries.flatMap(({ target }) => badges.get(target) ?? []))
  })

  return (host, post) => {
    const pill = pillOf(host)
    if (!pill) return
    badges.set(pill, { host, post })
    observer.unobserve(pill)
    observer.observe(pill)
  }
}

interface Placed {
  readonly host: HTMLElement
  readonly post: Element
}

function fitAll(badges: readonly Placed[]) {
  const all = badges.filter(({ host }) => host.isConnected)
  for (const { host } of all) {
    delete host.dataset['tight']
    delete host.dataset['flow']
    pillOf(host)?.style.removeProperty('translate')
  }
  const crowded = all.filter((badge) => excess(badge) > 0)
  for (const { host } of crowded) host.dataset['tight'] = ''
  const tooWide = crowded
    .map((badge) => ({ host: badge.host, by: excess(badge), inLine: isFixedRow(badge.host.parentElement) }))
    .filter(({ by }) => by > 0)
  for (const { host, by, inLine } of tooWide)
    if (inLine) host.dataset['flow'] = ''
    else pillOf(host)?.style.setProperty('translate', `${-by}px`)
}

/** A row that makes room by shrinking what it holds, never by another line. */
function isFixedRow(spot: Element | null): boolean {
  const style = spot && getComputedStyle(spot)
  return style?.display === 'flex' && style.flexDirection === 'row' && style.flexWrap === 'nowrap'
}

const pillOf = (host: Element) => host.shadowRoot?.querySelector('button')

/** How far the badge reaches over the post's edge or the next button of its line, in CSS pixels. */
function excess({ host, post }: Placed): number {
  const pill = pillOf(host)?.getBoundingClientRect()
  if (!pill) return 0
  const sameLine = [...post.querySelectorAll('button, [role="button"]')]
    .map((control) => control.getBoundingClientRect())
    .filter(({ width, top, bottom, left }) => width > 0 && top < pill.bottom && bottom > pill.top && left >= pill.left)
  const limit = Math.min(post.getBoundingClientRect().right, ...sameLine.map(({ left }) => left))
  return Math.ceil(pill.right + GAP - limit)
}
