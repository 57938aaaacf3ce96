import { signal as value } from '@preact/signals'
import { render } from 'preact'
import { PointView } from './PointView.tsx'
import type { PointState, Way } from './PointView.tsx'
import { codeWords } from './words.ts'
import { nounOf, repairable } from '../lib/domain/repairable.ts'
import type { RepairableField } from '../lib/domain/repairable.ts'
import type { Override } from '../lib/domain/override.ts'
import type { Send } from '../lib/messages/send.ts'
import { createHost, element } from '../lib/overlay/host.ts'
import type { AdapterHere } from '../lib/overlay/repair-slot.ts'
import { elementAt, nextSaying, wider } from '../lib/overlay/pointer.ts'
import { parseCount } from '../lib/sites/counts.ts'
import { pageOf } from '../lib/sites/page.ts'
import { outOf, peek, propose } from '../lib/sites/propose.ts'
import { attempt } from '../lib/sites/reading.ts'
import { tryRepair } from '../lib/sites/try-repair.ts'

/** How often it is looked whether the page is still the same and has left us in place, in milliseconds. */
const EVERY = 250
/** Times we come back when a page takes us away; then it has its way. */
const COMEBACKS = 5
/** Longest text under the pointer that is shown. */
const SHOWN = 80
/** Ways tried on the page, and shown of those that read anything. */
const TRIED = 12
const OFFERED = 4
/** Of one kind among them: alternatives, not variations. */
const SAME = 2

/**
 * Lets a person point at a field in the page and keeps how to find it. The page never gets the clicks: a shield in
 * the top layer takes them. Ends with Escape, another address, `signal`, or a page that keeps removing it.
 */
export function openPoint(
  { site, read }: AdapterHere,
  field: RepairableField,
  send: Send,
  css: string,
  signal: AbortSignal,
) {
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
  const pointing: PointState = { is: 'pointing', said: null, reads: null, problem: null }
  const state = value<PointState>(pointing)
  const top = value(false)
  let target: Element | null = null
  /** What "wider" came from, for "narrower". */
  let trail: Element[] = []
  let comebacks = 0
  let saved: Override | null = null
  const page = pageOf(site, doc, address, { now: new Date() })
  const what = codeWords('site.field', field)

  const end = () => {
    if (ended.signal.aborted) return
    ended.abort()
    clearInterval(timer)
    render(null, panel)
    host.remove()
  }
  const timer = setInterval(() => {
    if (doc.location.href !== address) return end()
    if (!host.isConnected || !layer.matches(':popover-open')) come()
    else if (state.value.is === 'pointing') draw()
  }, EVERY)
  signal.addEventListener('abort', end, { once: true, signal: ended.signal })
  addEventListener('pagehide', end, { signal: ended.signal })

  function come() {
    if (comebacks++ > COMEBACKS) return end()
    doc.documentElement.append(host)
    layer.showPopover()
    layer.focus()
  }

  const rules = {
    post: site.posts,
    comment: site.comments ?? [],
    profile: (site.profile ?? []).map(({ on, root: select }) => (on ? { select, on } : { select })),
  }
  function itemAround(from: Element): Element | null {
    const selects = rules[nounOf(field)].filter(({ on }) => !on || on.includes(page.kind)).map(({ select }) => select)
    for (let at: Element | null = from; at; at = outOf(at)) {
      const here = at
      if (selects.some((select) => attempt(() => here.matches(select), false))) return at
    }
    return null
  }

  const fits = (found: Element) => peek(found, itemAround(found), field) !== null

  function over(next: Element | null, keepTrail = false) {
    if (!keepTrail) trail = []
    target = next
    draw()
    if (!next) {
      state.value = pointing
      return
    }
    const said = peek(next, itemAround(next), field)
    const count = said === null || repairable[field] !== 'count' ? null : parseCount(said, page.lang)
    const reads = count && `${count.value.toLocaleString()} ${what.toLocaleLowerCase()}`
    state.value = { is: 'pointing', said: said === null ? null : said.slice(0, SHOWN), reads, problem: null }
  }

  function draw() {
    const box = state.value.is === 'pointing' && target?.isConnected ? target.getBoundingClientRect() : null
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
    if (!target || state.value.is !== 'pointing') return
    const item = repairable[field] === 'item' ? null : itemAround(target)
    const isOutside = item === null && repairable[field] !== 'item' && nounOf(field) !== 'profile'
    const here = { read, root: doc, address, now: new Date(), clock: () => performance.now() }
    const ways = isOutside
      ? []
      : propose(target, item, field)
          .slice(0, TRIED)
          .map((proposal): Way => Object.assign({}, proposal, { trial: tryRepair(site, proposal.repair, here) }))
          .filter(({ trial }) => trial.read > 0)
          // What reads more of them was meant; among equals, what lasts.
          .toSorted((a, b) => b.trial.read - a.trial.read || a.rank - b.rank)
    const offered = ways
      .filter((way, index) => ways.slice(0, index).filter(({ by }) => by === way.by).length < SAME)
      .slice(0, OFFERED)
    if (offered.length === 0) {
      state.value = { ...state.value, problem: isOutside ? 'outside' : 'nothing' }
      return
    }
    state.value = { is: 'choosing', ways: offered, chosen: 0, everywhere: false, saving: false, failed: false }
    shield.hidden = true
    draw()
    panel.querySelector<HTMLElement>('input')?.focus()
  }

  function again() {
    shield.hidden = false
    over(null)
    layer.focus()
  }

  async function save() {
    const now = state.value
    const way = now.is === 'choosing' ? now.ways[now.chosen] : undefined
    if (now.is !== 'choosing' || !way) return
    state.value = { ...now, saving: true, failed: false }
    try {
      const made = { id: null, platform: site.id, enabled: true, note: '' }
      saved = await send('override.save', { ...way.repair, page: now.everywhere ? null : page.kind, ...made })
      state.value = { is: 'saved' }
    } catch {
      state.value = { ...now, failed: true }
    }
  }

  async function undo() {
    if (!saved) return
    const { createdAt: _made, updatedAt: _changed, deletedAt: _gone, ...override } = saved
    // A page may not delete; off, it stays in the list on the Sites page.
    await send('override.save', { ...override, enabled: false }).catch(() => undefined)
    end()
  }

  const on = { signal: ended.signal }
  shield.addEventListener(
    'pointermove',
    (event) => {
      const found = elementAt(doc, event.clientX, event.clientY, fits)
      top.value = event.clientY > innerHeight / 2
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
      if (!(event instanceof KeyboardEvent) || !event.isTrusted || state.value.is !== 'pointing') return
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

  function Point() {
    return (
      <PointView
        state={state.value}
        what={what}
        siteName={site.name}
        page={page.kind}
        top={top.value}
        onClose={end}
        onChoose={(chosen) => {
          if (state.value.is === 'choosing') state.value = { ...state.value, chosen }
        }}
        onEverywhere={(everywhere) => {
          if (state.value.is === 'choosing') state.value = { ...state.value, everywhere }
        }}
        onSave={() => void save()}
        onAgain={again}
        onUndo={() => void undo()}
      />
    )
  }
  doc.documentElement.append(host)
  render(<Point />, panel)
  layer.showPopover()
  layer.focus()
  draw()
}
