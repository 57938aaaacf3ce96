/** Times a place is filled again while its page takes the badge away, and how long each time is waited. */
const WAITS = [0, 60, 250, 1_000, 4_000]
/** A badge that stood this long has not been fought, only re-rendered, in milliseconds. */
const STOOD = 20_000

export interface Place {
  /** What the badge belongs to: while it is on the page, the badge should be. */
  element: Element
  spot: Element
  host: HTMLElement
}

export interface Attachments {
  /** Puts `host` where it belongs, or moves it there. */
  put(key: string, place: Place): void
  remove(key: string): void
  /** Puts back what the page took away; forgets what left with its post. Returns the keys that are gone. */
  check(): string[]
  clear(): void
  /** Number of places given up because the page kept removing the badge. */
  readonly lost: number
}

/**
 * Keeps our elements in the page. Sites re-render rows, so a badge that vanished is put back, a bounded
 * number of times: a page that fights it wins quietly, instead of looping with us.
 */
export function createAttachments(options: {
  later: (work: () => void, milliseconds: number) => void
  clock: () => number
  onLost: () => void
}): Attachments {
  const places = new Map<string, Place & { tries: number; since: number; waiting: boolean; lost: boolean }>()
  let lost = 0

  function attach(key: string) {
    const place = places.get(key)
    if (!place || place.lost || !place.spot.isConnected || place.host.parentNode === place.spot) return
    // The site re-used or copied a row: what is left of another badge of ours goes.
    for (const child of Array.from(place.spot.children))
      if (child.nodeName === place.host.nodeName && child !== place.host && !isPlaced(child)) child.remove()
    place.since = options.clock()
    place.spot.append(place.host)
  }

  const isPlaced = (node: Element) => [...places.values()].some((place) => place.host === node)

  function restore(key: string) {
    const place = places.get(key)
    if (!place || place.waiting || place.lost) return
    if (options.clock() - place.since > STOOD) place.tries = 0
    const wait = WAITS[place.tries++]
    if (wait === undefined) {
      place.lost = true
      lost++
      options.onLost()
    } else if (wait === 0) attach(key)
    else {
      place.waiting = true
      options.later(() => {
        place.waiting = false
        if (places.get(key) === place) attach(key)
      }, wait)
    }
  }

  return {
    put(key, { element, spot, host }) {
      const place = places.get(key)
      if (!place) {
        places.set(key, { element, spot, host, tries: 0, since: 0, waiting: false, lost: false })
        return attach(key)
      }
      // Another element shows the post now: that is the site scrolling, not fighting.
      if (place.element !== element) Object.assign(place, { tries: 0, lost: false })
      Object.assign(place, { element, spot, host })
      if (place.host.parentNode !== spot) restore(key)
    },
    remove(key) {
      places.get(key)?.host.remove()
      places.delete(key)
    },
    check() {
      const gone: string[] = []
      for (const [key, place] of places) {
        if (!place.element.isConnected) {
          place.host.remove()
          places.delete(key)
          gone.push(key)
        } else if (place.host.parentNode !== place.spot) restore(key)
      }
      return gone
    },
    clear() {
      for (const place of places.values()) place.host.remove()
      places.clear()
      lost = 0
    },
    get lost() {
      return lost
    },
  }
}
