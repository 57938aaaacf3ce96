import { i18n } from '#i18n'
import { signal as value } from '@preact/signals'
import { render } from 'preact'
import { PostCardView } from './PostCardView.tsx'
import type { PostCardState } from './PostCardView.tsx'
import type { CardRequest } from '../lib/overlay/card-slot.ts'
import { createHost } from '../lib/overlay/host.ts'
import { keepPlaced } from '../lib/overlay/place-card.ts'

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
