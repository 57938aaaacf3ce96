import { signal as value } from '@preact/signals'
import { render } from 'preact'
import type { Send } from '../lib/messages/send.ts'
import { capture } from '../lib/sites/capture.ts'
import { readText } from '../lib/sites/read-text.ts'
import { beginningOf } from '../lib/text/beginning.ts'
import { CaptureCard, type CaptureCardState } from './CaptureCard.tsx'
import { openPointing } from './pointing.ts'

/** Longest text under the pointer that is shown. */
const SHOWN = 200
const RUNNING = Symbol.for('rapport.capture')
type World = typeof globalThis & { [RUNNING]?: AbortController }

/** Lets a person point at a post of a page that no adapter reads; what they choose is confirmed in the dashboard. */
export function openCapture(send: Send, css: string, signal: AbortSignal) {
  const world: World = globalThis
  world[RUNNING]?.abort()
  const copy = (world[RUNNING] = new AbortController())
  const nothing: CaptureCardState = { text: null, author: null, date: null, sending: false, failed: false }
  const state = value(nothing)
  const top = value(false)

  const pointing = openPointing({
    css,
    signal: AbortSignal.any([signal, copy.signal]),
    fits: (element) => readText(element) !== '',
    onOver(element) {
      const post = element && (read(element)?.posts[0] ?? null)
      state.value = {
        ...nothing,
        text: post ? beginningOf(post.text, SHOWN) : element && '',
        author: post?.author.name ?? null,
        date: post?.publishedText ?? null,
      }
    },
    onSide: (isLow) => (top.value = isLow),
    onChoose: (element) => void choose(element),
  })

  async function choose(element: Element) {
    const observation = read(element)
    if (!observation || state.value.sending) return
    state.value = { ...state.value, sending: true, failed: false }
    try {
      await send('capture.offer', { observation })
      pointing.end()
    } catch {
      state.value = { ...state.value, sending: false, failed: true }
    }
  }

  function Card() {
    return <CaptureCard state={state.value} top={top.value} onClose={pointing.end} />
  }
  render(<Card />, pointing.panel)
  pointing.begin()
}

const read = (element: Element) => capture(element, location.href, new Date())
