import { signal as value } from '@preact/signals'
import { render } from 'preact'
import { openPointing } from './pointing.ts'
import { PointView } from './PointView.tsx'
import type { PointState, Way } from './PointView.tsx'
import { codeWords } from './words.ts'
import { nounOf, repairable } from '../lib/domain/repairable.ts'
import type { RepairableField } from '../lib/domain/repairable.ts'
import type { Override } from '../lib/domain/override.ts'
import type { Send } from '../lib/messages/send.ts'
import type { AdapterHere } from '../lib/overlay/repair-slot.ts'
import { parseCount } from '../lib/sites/counts.ts'
import { pageOf } from '../lib/sites/page.ts'
import { outOf, peek, propose } from '../lib/sites/propose.ts'
import { attempt } from '../lib/sites/reading.ts'
import { tryRepair } from '../lib/sites/try-repair.ts'

/** Longest text under the pointer that is shown. */
const SHOWN = 80
/** Ways tried on the page, and shown of those that read anything. */
const TRIED = 12
const OFFERED = 4
/** Of one kind among them: alternatives, not variations. */
const SAME = 2

/**
 * Lets a person point at a field in the page and keeps how to find it. Ends with Escape, another address, `signal`,
 * or a page that keeps removing it.
 */
export function openPoint(
  { site, read }: AdapterHere,
  field: RepairableField,
  send: Send,
  css: string,
  signal: AbortSignal,
) {
  const address = document.location.href
  const start: PointState = { is: 'pointing', said: null, reads: null, problem: null }
  const state = value<PointState>(start)
  const top = value(false)
  let saved: Override | null = null
  const page = pageOf(site, document, address, { now: new Date() })
  const what = codeWords('site.field', field)

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

  const pointing = openPointing({
    css,
    signal,
    fits: (found) => peek(found, itemAround(found), field) !== null,
    onOver(next) {
      const said = next && peek(next, itemAround(next), field)
      const count = said === null || repairable[field] !== 'count' ? null : parseCount(said, page.lang)
      const reads = count && `${count.value.toLocaleString()} ${what.toLocaleLowerCase()}`
      state.value = { is: 'pointing', said: said === null ? null : said.slice(0, SHOWN), reads, problem: null }
    },
    onSide: (isLow) => (top.value = isLow),
    onChoose: choose,
  })

  function choose(target: Element) {
    if (state.value.is !== 'pointing') return
    const item = repairable[field] === 'item' ? null : itemAround(target)
    const isOutside = item === null && repairable[field] !== 'item' && nounOf(field) !== 'profile'
    const here = { read, root: document, address, now: new Date(), clock: () => performance.now() }
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
    pointing.rest()
    pointing.panel.querySelector<HTMLElement>('input')?.focus()
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
    pointing.end()
  }

  function Point() {
    return (
      <PointView
        state={state.value}
        what={what}
        siteName={site.name}
        page={page.kind}
        top={top.value}
        onClose={pointing.end}
        onChoose={(chosen) => {
          if (state.value.is === 'choosing') state.value = { ...state.value, chosen }
        }}
        onEverywhere={(everywhere) => {
          if (state.value.is === 'choosing') state.value = { ...state.value, everywhere }
        }}
        onSave={() => void save()}
        onAgain={pointing.again}
        onUndo={() => void undo()}
      />
    )
  }
  render(<Point />, pointing.panel)
  pointing.begin()
}
