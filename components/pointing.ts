import { createHost, element } from '../lib/overlay/host.ts'
import { elementAt, nextSaying, wider } from '../lib/overlay/pointer.ts'

/** How often it is looked whether the page is still the same and has left us in place, in milliseconds. */
const EVERY = 250
/** Times we come back when a page takes us away; then it has its way. */
const COMEBACKS = 5

export interface PointingOptions {
  css: string
  signal: AbortSignal
  /** What the page lays over its content is looked through where something below it fits. */
  fits: (element: Element) => boolean
  /** Another element is pointed at; null: none. */
  onOver: (element: Element | null) => void
  /** The pointer went to the lower half of the view, or back: the card keeps out of its way. */
  onSide: (isLow: boolean) => void
  /** A person chose what is pointed at, by click or by key. */
  onChoose: (element: Element) => void
}

/** A person pointing at something in the page. */
export interface Pointing {
  /** Where the card is drawn. */
  readonly panel: HTMLElement
  /** Shows it all; to be called once the card is drawn. */
  readonly begin: () => void
  /** Takes the pointer again, with nothing pointed at. */
  readonly again: () => void
  /** Lets go of the pointer while the person decides about what was chosen. */
  readonly rest: () => void
  readonly end: () => void
}

/**
 * Lets a person point at an element of the page. The page never gets the clicks: a shield in the top layer takes
 * them. Ends with Escape, another address, `signal`, or a page that keeps removing it.
 */
export function openPointing({ css, signal, fits, onOver, onSide, onChoose }: PointingOptions): Pointing {
  const doc = document
  const address = doc.location.href
  const { host, root } = createHost(doc, 'rapport-point', css)
  const shield = element(doc, 'div', 'point-shield')
  const frame = element(doc, 'div', 'point-frame')
  const panel = element(doc, 'div', '')
  const layer = element(doc, 'div', 'surface point', shield, frame, panel)
  // The browser itself closes it on Escape, also where a page swallows the key.
  layer.popover = 'auto'
  layer.tabIndex = -1
  root.append(layer)

  const ended = new AbortController()
  let target: Element | null = null
  /** What "wider" came from, for "narrower". */
  let trail: Element[] = []
  let comebacks = 0
  const isPointing = () => !shield.hidden

  const end = () => {
    if (ended.signal.aborted) return
    ended.abort()
    clearInterval(timer)
    host.remove()
  }
  const timer = setInterval(() => {
    if (doc.location.href !== address) return end()
    if (!host.isConnected || !layer.matches(':popover-open')) come()
    else draw()
  }, EVERY)
  signal.addEventListener('abort', end, { once: true, signal: ended.signal })
  addEventListener('pagehide', end, { signal: ended.signal })

  function come() {
    if (comebacks++ > COMEBACKS) return end()
    show()
  }

  function show() {
    doc.documentElement.append(host)
    layer.showPopover()
    layer.focus()
    draw()
  }

  function over(next: Element | null, keepTrail = false) {
    if (!keepTrail) trail = []
    target = next
    draw()
    onOver(next)
  }

  function draw() {
    const box = isPointing() && target?.isConnected ? target.getBoundingClientRect() : null
    frame.hidden = !box
    if (!box) return
    const { style } = frame
    Object.assign(style, {
      top: `${box.top - 2}px`,
      left: `${box.left - 2}px`,
      width: `${box.width + 4}px`,
      height: `${box.height + 4}px`,
    })
  }

  function choose() {
    if (target && isPointing()) onChoose(target)
  }

  const on = { signal: ended.signal }
  shield.addEventListener(
    'pointermove',
    (event) => {
      const found = elementAt(doc, event.clientX, event.clientY, fits)
      onSide(event.clientY > innerHeight / 2)
      if (found !== target) over(found)
    },
    on,
  )
  shield.addEventListener(
    'click',
    (event) => {
      // Only a person's click: a page can reach in here and make one up.
      if (!event.isTrusted) return
      // A touch has not moved over it before; after the arrow keys, the click is where it is.
      const found = elementAt(doc, event.clientX, event.clientY, fits)
      if (found !== target && !trail.includes(found ?? shield)) over(found)
      choose()
    },
    on,
  )
  root.addEventListener(
    'keydown',
    (event) => {
      if (!(event instanceof KeyboardEvent) || !event.isTrusted || !isPointing()) return
      if (event.target instanceof Element && event.target.closest('button')) return
      if (event.key === 'ArrowUp' && target) {
        const around = wider(target)
        if (around) {
          trail.push(target)
          over(around, true)
        }
      } else if (event.key === 'ArrowDown') over(trail.pop() ?? target?.firstElementChild ?? target, true)
      else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
        const next = nextSaying(doc, target, event.key === 'ArrowRight' ? 1 : -1)
        if (next) {
          next.scrollIntoView({ block: 'nearest' })
          over(next)
        }
      } else if (event.key === 'Enter') choose()
      else return
      event.preventDefault()
    },
    on,
  )
  layer.addEventListener(
    'toggle',
    (event) => {
      if (event.newState === 'closed' && host.isConnected) end()
    },
    on,
  )
  addEventListener('scroll', draw, { capture: true, passive: true, ...on })

  return {
    panel,
    begin: show,
    again() {
      shield.hidden = false
      over(null)
      layer.focus()
    },
    rest() {
      shield.hidden = true
      draw()
    },
    end,
  }
}
