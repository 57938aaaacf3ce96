import { i18n } from '#i18n'
import { signal as value } from '@preact/signals'
import { render } from 'preact'
import { PostCardView } from '../../components/PostCardView.tsx'
import type { PostCardState } from '../../components/PostCardView.tsx'
import type { CardRequest } from '../../lib/overlay/card-slot.ts'
import { createHost } from '../../lib/overlay/host.ts'
import { placeCard } from '../../lib/overlay/place-card.ts'

/**
 * Opens the card beside its badge. A native modal dialog: in the top layer no page can cover it, the rest of
 * the page is inert, so that the focus stays inside, and Escape closes it.
 */
export function openCard(request: CardRequest, css: string, scriptSignal: AbortSignal) {
  const doc = document
  const { host, root } = createHost(doc, 'rapport-card', css)
  const dialog = doc.createElement('dialog')
  dialog.className = 'surface'
  dialog.setAttribute('aria-label', i18n.t('card.title'))
  root.append(dialog)
  doc.body.append(host)

  const ended = new AbortController()
  const state = value<PostCardState>({ is: 'loading' })
  const hint = value<string | null>(null)

  const close = () => dialog.close()
  dialog.addEventListener('close', () => {
    ended.abort()
    render(null, dialog)
    host.remove()
    request.onClose()
  })
  // The backdrop belongs to the dialog itself; everything inside is a child of it.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close()
  })
  for (const signal of [request.signal, scriptSignal])
    signal.addEventListener('abort', close, { once: true, signal: ended.signal })

  const load = async () => {
    state.value = { is: 'loading' }
    try {
      state.value = { is: 'ready', card: await request.load() }
    } catch {
      // Ended: the extension is gone, and with it every word we could say.
      if (!ended.signal.aborted) state.value = { is: 'failed' }
    }
  }
  const act = (work: () => Promise<void>) => () => {
    hint.value = null
    work().catch(() => {
      if (!ended.signal.aborted) hint.value = i18n.t('overlay.failed')
    })
  }
  const onOpenPanel = act(async () => {
    if (await request.openPanel()) close()
    else hint.value = i18n.t('overlay.panelHint')
  })
  const onHide = act(async () => {
    await request.setHidden(true)
    state.value = { is: 'hidden' }
  })
  const onUndoHide = act(async () => {
    await request.setHidden(false)
    close()
  })

  function Card() {
    return (
      <PostCardView
        state={state.value}
        siteName={request.siteName}
        hint={hint.value}
        onClose={close}
        onRetry={() => void load()}
        onOpenPanel={onOpenPanel}
        onHide={onHide}
        onUndoHide={onUndoHide}
      />
    )
  }
  render(<Card />, dialog)
  dialog.showModal()
  keepPlaced(dialog, request.anchor, ended.signal)
  void load()
}

/** Beside the badge, whole inside the view, also while the page scrolls and the card grows. */
function keepPlaced(dialog: HTMLDialogElement, anchor: Element, signal: AbortSignal) {
  let asked = false
  const place = () => {
    asked = false
    if (signal.aborted) return
    // The badge may leave with its post; the card stays where it was.
    if (!anchor.isConnected) return
    dialog.style.maxHeight = 'none'
    const { width, height } = dialog.getBoundingClientRect()
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const { top, left, maxHeight } = placeCard(boxOf(anchor), { width, height }, view)
    dialog.style.maxHeight = `${maxHeight}px`
    dialog.style.top = `${top}px`
    dialog.style.left = `${left}px`
  }
  const placeSoon = () => {
    if (asked) return
    asked = true
    requestAnimationFrame(place)
  }
  const grows = new MutationObserver(placeSoon)
  grows.observe(dialog, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] })
  signal.addEventListener('abort', () => grows.disconnect(), { once: true })
  addEventListener('scroll', placeSoon, { signal, capture: true, passive: true })
  addEventListener('resize', placeSoon, { signal })
  place()
}

/** The pill, not its host: in a corner the host is a line without height. */
function boxOf(anchor: Element): DOMRect {
  return (anchor.shadowRoot?.querySelector('button') ?? anchor).getBoundingClientRect()
}
