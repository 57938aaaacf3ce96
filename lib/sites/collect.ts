import type { MissSeen, Observation, PageKind, PostSeen } from '../domain/observation.ts'
import { extract } from './extract.ts'
import { createNear } from './near.ts'
import { createOutbox, hashOf } from './outbox.ts'
import type { Look } from './outbox.ts'
import { matchesIn } from './query.ts'
import { attempt } from './reading.ts'
import type { Extract, Site } from './types.ts'
import { watchPage } from './watch-page.ts'

/** Work per turn, in milliseconds: well inside a frame. */
const TURN = 6
/** Most posts waiting to be read; what a page throws in beyond that is counted, not read. */
const QUEUE = 3_000
/** Posts of a page that are read wherever they are, and posts added at once that are; more wait until they are near. */
const AT_ONCE = 20
/** So many posts that left the page are remembered: a virtual list shows its rows again. */
const KEPT = 100
/** Reading time for "check this page", where the user waits for the answer. */
const WHOLE_BUDGET = 1_500
/** A post that keeps changing (a playing video) is read at most this often, in milliseconds. */
const CALM = 250
/** A page that is read as a whole rests this many times as long as the reading took. */
const REST = 20
/** A reading of the whole page that took this long may have been cut short. */
const TOO_LONG = 150
/** After the address changes without a load, the old content stays for a moment: wait, in milliseconds. */
const SETTLE = 250
/** A page that shows no post for so long, in milliseconds, is looked at as a whole: perhaps none can be read. */
const NOTHING = 5_000
/** How long words seen under another id may still be the old page's, in milliseconds. */
const ECHO = 3_000
/** Figures that change are sent at most this often; what is new is sent at once. */
const CHANGES_EVERY = 1_500

/** A post on the page: `element` shows it now, its badge goes into `spot`. */
export interface Shown {
  id: string
  post: PostSeen
  element: Element
  spot: Element
  /** When it was read. */
  seenAt: string
}

/** When to do work; tests bring their own. A callback may be dropped once the signal is aborted. */
export interface Schedule {
  /** Before the next paint. */
  frame: (work: () => void) => void
  /** When the page has nothing better to do. */
  idle: (work: () => void) => void
  later: (work: () => void, milliseconds: number) => void
  /** A clock in milliseconds. */
  clock: () => number
}

export interface CollectOptions {
  site: Site
  document: Document
  /** Ends everything. */
  signal: AbortSignal
  schedule: Schedule
  now: () => Date
  /** Most posts waiting to be read; default QUEUE. */
  most?: number
  /** True for nodes we put there ourselves. */
  isOwn: (node: Node) => boolean
  /** Posts just read, and elements that show no post (any more). Called before the next paint. */
  onRead: (shown: readonly Shown[], empty: readonly Element[]) => void
  /** The profile header was read; null when the page has none. */
  onProfile: (spot: Element | null) => void
  /** Something new or changed is there to be sent: call `outbox.take`. */
  onDue: () => void
  /** Another page, without a load. */
  onNavigate: (address: string) => void
  /** The page changed; also when it took away something of ours. */
  onTouched: () => void
}

export interface Collector {
  /** What is to be sent, bounded; null when nothing is. */
  take(): Look | null
  putBack(look: Look): void
  /** Reads everything on the page now, as one observation. */
  readAll(): { observation: Observation; misses: MissSeen[] }
  /** Sends again what is on the page, without reading it again. */
  resend(): void
  /** Reads with this adapter from now on, and everything on the page again. */
  readAs(site: Site): void
  /** Adds a miss that only the surface knows of, e.g. that the page fights the badges. */
  note(miss: MissSeen): void
}

/**
 * Watches a page and reads what appears or changes in it: one reading per frame, only the posts that were
 * touched, keyed by content id because sites recycle their nodes. Never scrolls, clicks or fetches, never
 * reads a hidden tab, and yields to the page: each turn is time-boxed, the rest waits for idle time.
 */
export function collect(options: CollectOptions): Collector {
  const { document: doc, signal, schedule, most = QUEUE } = options
  let { site } = options
  const outbox = createOutbox()
  let kind: PageKind = 'other'
  let { postSelector, itemSelector, profileSelector } = selectorsOf(site, kind)

  const queue = new Set<Element>()
  const arrived = new Set<Element>()
  const far = createNear((elements) => {
    for (const element of elements) queue.add(element)
    turnSoon()
  })
  const calming = new Set<Element>()
  const readAt = new WeakMap<Element, number>()
  const current = new Map<string, Shown>()
  const shownBy = new WeakMap<Element, string>()
  /** Post pages are read as a whole: comments belong to their post, in order. */
  let whole = false
  let wholeDue = false
  let wholeNotBefore = 0
  let wholeElements: readonly Element[] = []
  let profileDue = true
  let overflow = 0
  let perTurn = 10
  const due = { frame: false, idle: false, wait: false, changes: false, echo: false, nothing: false }
  let echoes = new Map<number, string>()
  let echoUntil = 0
  let notBefore = 0

  const watch = watchPage({
    site,
    document: doc,
    signal,
    later: schedule.later,
    onRecords,
    onAddress,
    onVisible: rescan,
  })

  return {
    take: () => outbox.take(),
    putBack: (look) => outbox.putBack(look),
    readAll() {
      watch.checkAddress()
      const reading = read({ budget: WHOLE_BUDGET })
      deliver(reading, [])
      announce()
      return { observation: reading.observation, misses: [...reading.misses] }
    },
    resend() {
      const isAllSent = outbox.waiting() === null
      outbox.forget()
      profileDue = true
      for (const shown of current.values()) if (!shown.element.isConnected) current.delete(shown.id)
      const reading = read({ items: [] })
      for (const { post, seenAt } of current.values()) {
        reading.observation.posts.push(post)
        // What was read an hour ago must not count as seen now: another tab may have shown a later state since.
        if (isAllSent && seenAt < reading.observation.seenAt) reading.observation.seenAt = seenAt
      }
      outbox.add(reading)
      announce()
    },
    readAs(repaired) {
      site = repaired
      outbox.forget()
      rescan()
    },
    note(miss) {
      outbox.add({ ...read({ items: [], profile: false }), misses: [miss] })
      outbox.insist()
      announce()
    },
  }

  function onAddress(isLoad: boolean) {
    outbox.forget()
    queue.clear()
    far.clear()
    calming.clear()
    overflow = wholeNotBefore = 0
    if (isLoad) return rescan()
    echoes = new Map([...current.values()].map(({ id, post }) => [wordsOf(post), id]))
    echoUntil = schedule.clock() + ECHO
    notBefore = schedule.clock() + SETTLE
    options.onNavigate(watch.address)
    schedule.later(rescan, SETTLE)
  }

  function rescan() {
    if (signal.aborted || doc.hidden) return
    profileDue = true
    kind = read({ items: [], profile: false }).observation.page
    ;({ postSelector, itemSelector, profileSelector } = selectorsOf(site, kind))
    whole = kind === 'post'
    if (whole) wholeDue = true
    else enqueueWithin(doc)
    admit(AT_ONCE)
    turnSoon()
    if (due.nothing) return
    due.nothing = true
    schedule.later(lookForNothing, NOTHING)
  }

  /** Nothing is read of a page on which nothing looks like a post, so nothing would say that there should be some. */
  function lookForNothing() {
    due.nothing = false
    if (signal.aborted || doc.hidden || [...current.values()].some(({ element }) => element.isConnected)) return
    // A post's page may say by now that the post is not there.
    if (whole) {
      wholeDue = true
      return turnSoon()
    }
    const reading = read({})
    if (reading.misses.length === 0) return
    outbox.insist()
    deliver(reading, [])
    announce()
  }

  function onRecords(records: MutationRecord[]) {
    if (signal.aborted || watch.checkAddress()) return
    let touched = false
    // So many changes at once: looking for the posts from the top is cheaper than from each change.
    if (records.length > 2_000) {
      rescan()
      touched = true
    } else for (const record of records) touched = mark(record) || touched
    admit(arrived.size > AT_ONCE ? 0 : AT_ONCE)
    if (touched) turnSoon()
  }

  /** Reads the first of what has come in; the rest waits until somebody comes near it. */
  function admit(first: number) {
    for (const item of arrived)
      if (first-- > 0) queue.add(item)
      else if (!queue.has(item)) far.add(item)
    arrived.clear()
  }

  /** Notes what has to be read again; false when the change is none of our business. */
  function mark(record: MutationRecord): boolean {
    const added = [...record.addedNodes].filter(isElement)
    const nodes = [...record.addedNodes, ...record.removedNodes]
    // Of ours, only what the page took away matters: it may have to be put back.
    if (nodes.length > 0 && nodes.every(options.isOwn)) return record.removedNodes.length > 0
    let touched = enqueueAround(record)
    for (const element of added) {
      touched = enqueueWithin(element) || touched
      if (profileSelector && !profileDue && holds(element, profileSelector)) profileDue = touched = true
    }
    if (profileSelector && !profileDue && isElement(record.target) && record.target.closest(profileSelector))
      profileDue = touched = true
    return touched || record.removedNodes.length > 0
  }

  /** The posts and comments around a changed node. */
  function enqueueAround(record: MutationRecord): boolean {
    const from = isElement(record.target) ? record.target : null
    let item = attempt(() => from?.closest(itemSelector), null)
    if (!item) return false
    if (whole) return (wholeDue = true)
    for (; item; item = item.parentElement?.closest(itemSelector) ?? null) {
      if (far.has(item)) continue
      const calm = schedule.clock() - (readAt.get(item) ?? -CALM)
      if (record.type === 'attributes' || calm >= CALM) enqueue(item)
      else if (calming.add(item).size === 1) schedule.later(endCalm, CALM)
    }
    return true
  }

  function endCalm() {
    for (const item of calming) enqueue(item)
    calming.clear()
    turnSoon()
  }

  /** The posts in (or at) a node that was added. */
  function enqueueWithin(root: Element | Document): boolean {
    const selector = whole ? itemSelector : postSelector
    if (!selector) return false
    if (whole) return isElement(root) && holds(root, selector) ? (wholeDue = true) : wholeDue
    let found = false
    if (isElement(root) && attempt(() => root.matches(selector), false)) found = arrive(root)
    // Not made an array: a hostile page may match a hundred thousand times.
    const inside = matchesIn(root, selector)
    for (let i = 0; i < inside.length; i++) {
      const item = inside[i]
      if (item && !arrive(item)) {
        overflow += inside.length - i
        break
      }
      found = true
    }
    return found
  }

  function arrive(item: Element): boolean {
    if (arrived.size >= most) return false
    arrived.add(item)
    return true
  }

  function enqueue(item: Element): boolean {
    if (queue.size >= most) return false
    queue.add(item)
    return true
  }

  function turnSoon() {
    if (due.frame || signal.aborted) return
    due.frame = true
    schedule.frame(() => {
      due.frame = false
      turn()
    })
  }

  /** One turn: what was touched, as far as the time box reaches. */
  function turn() {
    if (signal.aborted || doc.hidden || watch.checkAddress()) return
    watch.checkFeed()
    const wait = Math.max(notBefore, whole ? wholeNotBefore : 0) - schedule.clock()
    if (wait > 0) {
      if (wholeDue || queue.size > 0) turnAfter(wait)
      return options.onTouched()
    }
    if (whole) readWhole()
    else readQueue()
    options.onTouched()
    // A message costs the page as much as many posts: what is read in the next turns goes with this one.
    if (queue.size === 0 || queue.size > AT_ONCE) announce()
  }

  function turnAfter(wait: number) {
    if (due.wait) return
    due.wait = true
    schedule.later(() => {
      due.wait = false
      turnSoon()
    }, wait)
  }

  function readWhole() {
    if (!wholeDue && !profileDue) return
    wholeDue = false
    const started = schedule.clock()
    const reading = read({})
    const now = schedule.clock()
    // A reading that ran out of time says nothing of what it did not reach.
    deliver(reading, now - started < TOO_LONG ? wholeElements : [])
    wholeElements = reading.elements
    wholeNotBefore = now + Math.max(CALM, (now - started) * REST)
  }

  function readQueue() {
    if (queue.size === 0 && !profileDue) return
    const started = schedule.clock()
    do {
      const items = nextItems()
      const before = schedule.clock()
      const reading = read({ items, profile: profileDue })
      deliver(reading, items)
      const each = (schedule.clock() - before) / Math.max(1, items.length)
      perTurn = Math.min(64, Math.max(4, Math.floor(TURN / 2 / Math.max(each, 0.01))))
    } while (queue.size > 0 && schedule.clock() - started < TURN)
    if (queue.size > 0 && !due.idle) {
      due.idle = true
      schedule.idle(() => {
        due.idle = false
        turn()
      })
    }
  }

  /** Posts that carry a badge come first: theirs may be another post's by now. */
  function nextItems(): Element[] {
    const items: Element[] = []
    for (const item of queue) if (items.length < perTurn && shownBy.has(item)) items.push(item)
    for (const item of queue) if (items.length < perTurn && !shownBy.has(item)) items.push(item)
    for (const item of items) queue.delete(item)
    return items
  }

  function read(part: { items?: readonly Element[]; profile?: boolean; budget?: number }): Extract {
    return extract(site, doc, watch.address, { now: options.now(), clock: schedule.clock, ...part })
  }

  /** Passes a reading on: to the overlay by element, to the outbox by content. */
  function deliver(reading: Extract, asked: readonly Element[]) {
    const { observation, elements, badgeSpots } = reading
    const clock = schedule.clock()
    const shown: Shown[] = []
    const full = new Set<Element>()
    const held: PostSeen[] = []
    // All of them first: rows that swapped their posts must not vouch for each other's old ones.
    for (const item of asked) shownBy.delete(item)
    for (const [index, { id }] of observation.posts.entries()) {
      const element = elements[index]
      if (element && id !== null) shownBy.set(element, id)
    }
    for (const [index, post] of observation.posts.entries()) {
      const element = elements[index]
      const spot = badgeSpots[index]
      if (!element || !spot) continue
      readAt.set(element, clock)
      if (clock < echoUntil && isEcho(post)) {
        held.push(post)
        continue
      }
      if (post.id === null) continue
      // The same post twice on the page: the badge stays where it is, unless that place is gone or hidden.
      const before = current.get(post.id)?.element
      if (before && before !== element && stillShows(before, post.id)) continue
      full.add(element)
      const now = { id: post.id, post, element, spot, seenAt: observation.seenAt }
      current.set(post.id, now)
      shown.push(now)
    }
    const empty = asked.filter((item) => !full.has(item))
    // A list scrolled for hours keeps no row of it alive.
    if (current.size > KEPT) for (const [id, { element }] of current) if (!element.isConnected) current.delete(id)
    const misses = [...reading.misses]
    if (overflow > 0) {
      misses.push({ field: 'page.posts', of: overflow + most, missing: overflow, tried: [`the first ${most}`] })
      overflow = 0
    }
    if (held.length > 0) lookAgainAfterEcho()
    const posts = observation.posts.filter((post) => !held.includes(post))
    outbox.add({ ...reading, observation: { ...observation, posts }, misses })
    options.onRead(shown, empty)
    if (profileDue) options.onProfile(reading.chipSpot)
    profileDue = false
    // Some addresses serve several kinds of page; which one shows only with its content.
    if (observation.page !== kind) rescan()
  }

  /** Known from its last reading, and not touched since. */
  function stillShows(element: Element, id: string): boolean {
    return shownBy.get(element) === id && !queue.has(element) && isVisible(element)
  }

  function lookAgainAfterEcho() {
    if (due.echo) return
    due.echo = true
    schedule.later(() => {
      due.echo = false
      rescan()
    }, ECHO)
  }

  /** The old page's words under the new page's id: the site has changed its address before its content. */
  function isEcho(post: PostSeen): boolean {
    const id = echoes.get(wordsOf(post))
    return id !== undefined && id !== post.id
  }

  function announce() {
    const waiting = outbox.waiting()
    if (waiting === 'new') return options.onDue()
    if (waiting === null || due.changes) return
    due.changes = true
    schedule.later(() => {
      due.changes = false
      options.onDue()
    }, CHANGES_EVERY)
  }
}

/** What to look for on a page of this kind; no profile where the site shows none. */
function selectorsOf({ posts, comments = [], profile = [] }: Site, kind: PageKind) {
  const postSelector = joined(posts)
  const profiles = profile.filter(({ on }) => !on || on.includes(kind))
  return {
    postSelector,
    itemSelector: [postSelector, joined(comments)].filter(Boolean).join(','),
    profileSelector: joined(profiles.map(({ root }) => ({ select: root }))),
  }
}
const joined = (rules: readonly { select: string }[]) => rules.map((rule) => rule.select).join(',')
const wordsOf = (post: PostSeen) => hashOf(JSON.stringify([post.author.handle, post.text]))
const isElement = (node: Node): node is Element => node.nodeType === 1
const holds = (element: Element, selector: string) =>
  attempt(() => element.matches(selector) || element.querySelector(selector) !== null, false)
/** Sites keep the previous page mounted but hidden. Where the browser cannot tell, it counts as visible. */
const isVisible = (element: Element) => element.isConnected && (element.checkVisibility?.() ?? true)
