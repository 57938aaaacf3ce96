import { CircleCheck, Circle, CircleX, Plus, TriangleAlert, X } from 'lucide'
import type { Health } from '../health/types.ts'
import type { Chip } from '../messages/protocol.ts'
import { createHost, createIcon, element } from './host.ts'
import { bandWord, t } from './words.ts'

/** Those of the bands in which nothing is wrong yet. */
const bandIcons: Partial<Record<Health['band'], typeof CircleX>> = {
  good: CircleCheck,
  watch: TriangleAlert,
  unknown: Circle,
}

export interface ChipActions {
  onTrack: () => void
  onOpen: () => void
  onHide: () => void
}

export interface ChipView {
  host: HTMLElement
  show(chip: Chip): void
  setBusy(busy: boolean): void
  /** Says something in place of the chip's own words, with one action at most; the next `show` takes it back. */
  say(words: string, action?: { label: string; run: () => void }): void
}

/** The chip on a profile header: "Track", or the partnership's health; and "hide on this site". */
export function createChip(doc: Document, css: string, actions: ChipActions): ChipView {
  const { host, root } = createHost(doc, 'rapport-chip', css)
  const main = element(doc, 'button', 'chip-main')
  const hide = element(doc, 'button', 'chip-hide', createIcon(doc, X, 14))
  // A button without text is called what its title says.
  hide.title = t('overlay.hide')
  hide.addEventListener('click', () => actions.onHide())
  const notice = element(doc, 'span', 'notice')
  notice.role = 'status'
  const chip = element(doc, 'span', 'chip', main, notice, hide)
  root.append(chip)
  let run = actions.onTrack
  main.addEventListener('click', () => run())

  return {
    host,
    show({ partnerId, health, handle, rejected }) {
      notice.replaceChildren(rejected ? t('overlay.rejected', rejected) : '')
      main.hidden = hide.hidden = false
      const score = health?.score ?? null
      const band = score === null ? 'unknown' : (health?.band ?? 'unknown')
      run = partnerId === null ? actions.onTrack : actions.onOpen
      chip.className = `chip ${partnerId === null ? 'track' : band}`
      if (partnerId === null) {
        main.replaceChildren(createIcon(doc, Plus, 14), element(doc, 'span', '', t('overlay.track')))
        main.title = t('overlay.trackTitle', [handle.slice(0, 100)])
        return
      }
      main.replaceChildren(
        createIcon(doc, bandIcons[band] ?? CircleX, 14),
        element(doc, 'span', 'sr-only', `${t('overlay.health')} `),
        ...(score === null
          ? [element(doc, 'span', '', t('overlay.notEnough'))]
          : [
              element(doc, 'span', 'figure', new Intl.NumberFormat().format(Math.round(score))),
              element(doc, 'span', '', bandWord(band)),
            ]),
      )
      main.title = t('overlay.openPanel')
    },
    setBusy(busy) {
      main.ariaBusy = String(busy)
      main.disabled = busy
    },
    say(words, action) {
      notice.replaceChildren(element(doc, 'span', '', words))
      main.hidden = hide.hidden = true
      chip.className = 'chip said'
      if (!action) return
      const button = element(doc, 'button', 'chip-action', action.label)
      button.addEventListener('click', action.run)
      notice.append(button)
    },
  }
}
