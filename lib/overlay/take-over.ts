import { OWN_TAGS } from './host.ts'

const RUNNING = Symbol.for('rapport.running')
type World = typeof globalThis & { [RUNNING]?: AbortController }

/**
 * Makes this copy of the script the page's only one and returns what ends it. An older copy of this extension
 * shares our world and is ended; one from before an update has a world of its own, has lost its extension and
 * ends by itself (`watchLife`), so what it left in the page is removed. No event tells the page of any of it:
 * WXT's `ContentScriptContext` would, and costs every page three kilobytes.
 */
export function takeOver(doc: Document): AbortController {
  const world: World = globalThis
  world[RUNNING]?.abort()
  // One by one: asked for as a list, a long page takes milliseconds to answer.
  for (const tag of OWN_TAGS) for (const left of doc.querySelectorAll(tag)) left.remove()
  return (world[RUNNING] = new AbortController())
}
