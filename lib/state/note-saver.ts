import { type ReadonlySignal, signal } from '@preact/signals'
import type { Drafts, NoteDraft } from './drafts.ts'
import { type Problem, problemOf, type Send } from './ports.ts'

/** Where one note stands. `kept`: not saved, and whether this device at least holds the draft. */
export type SaveState =
  | { state: 'saving' }
  | { state: 'saved'; at: number }
  | { state: 'failed'; problem: Problem; kept: boolean }

export interface NoteSaver {
  readonly states: ReadonlySignal<ReadonlyMap<string, SaveState>>
  /** Called on every keystroke: on this device before it returns, then on its way to the background. */
  type(draft: NoteDraft): void
  /** Sends again what was never acknowledged, from this or an earlier opening. */
  retry(): void
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>
  /** Forgets a note's draft: it was deleted. */
  drop(id: string): void
}

/**
 * Saves notes while they are typed. One message per note is on its way at any time; texts typed meanwhile
 * are coalesced, so messages arrive in order and the latest text is the last one sent.
 */
export function createNoteSaver({
  send,
  drafts,
  now,
}: {
  send: Send
  drafts: Drafts<NoteDraft>
  now: () => number
}): NoteSaver {
  const states = signal<ReadonlyMap<string, SaveState>>(new Map())
  const waiting = new Map<string, NoteDraft>()
  const running = new Map<string, Promise<void>>()
  const kept = new Map<string, boolean>()

  const set = (id: string, state: SaveState) => {
    states.value = new Map(states.value).set(id, state)
  }

  async function run(id: string): Promise<void> {
    for (let draft = waiting.get(id); draft; draft = waiting.get(id)) {
      waiting.delete(id)
      const { at, ...input } = draft
      try {
        const { deletedAt } = await send('note.save', input)
        // Deleted in another window, and written on here: these words must not vanish with what was deleted.
        if (deletedAt !== null && at > Date.parse(deletedAt)) await send('note.restore', { id })
        // Only the acknowledged text may go: a newer one may have been typed, here or in another window.
        if (drafts.get(id)?.at === at) drafts.drop(id)
        if (!waiting.has(id)) set(id, { state: 'saved', at: now() })
      } catch (thrown) {
        if (!waiting.has(id)) set(id, { state: 'failed', problem: problemOf(thrown), kept: kept.get(id) ?? true })
      }
    }
    running.delete(id)
  }

  function enqueue(draft: NoteDraft): void {
    waiting.set(draft.id, draft)
    set(draft.id, { state: 'saving' })
    if (!running.has(draft.id)) running.set(draft.id, run(draft.id))
  }

  return {
    states,
    type(draft) {
      kept.set(draft.id, drafts.put(draft))
      enqueue(draft)
    },
    retry() {
      for (const draft of drafts.all()) if (!running.has(draft.id)) enqueue(draft)
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values())
    },
    drop(id) {
      waiting.delete(id)
      drafts.drop(id)
    },
  }
}
