/**
 * How far beyond the view counts as near, above and below. A badge is there some 60 ms after its post came near (2026-11):
 * a quarter of the view is far enough for whoever scrolls, and every post that is scrolled past costs the page.
 */
const MARGIN = '25% 0px'

export interface Near {
  /** Whether it is still waited for. */
  has(element: Element): boolean
  add(element: Element): void
  clear(): void
}

/**
 * Waits for elements to come near the view, so that what nobody looks at costs nothing; each is called back for once.
 * Holds none of them: what leaves the page before anybody came near it is gone.
 */
export function createNear(onNear: (elements: Element[]) => void): Near {
  let waiting = new WeakSet<Element>()
  const observer = new IntersectionObserver(
    (entries) => {
      const near: Element[] = []
      for (const { isIntersecting, boundingClientRect, target } of entries) {
        // What has no box of its own is nowhere, and would wait for ever.
        if (!isIntersecting && boundingClientRect.width) continue
        waiting.delete(target)
        observer.unobserve(target)
        near.push(target)
      }
      if (near.length > 0) onNear(near)
    },
    { rootMargin: MARGIN },
  )
  return {
    has: (element) => waiting.has(element),
    add(element) {
      waiting.add(element)
      observer.observe(element)
    },
    clear() {
      observer.disconnect()
      waiting = new WeakSet()
    },
  }
}
