import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Note } from '../domain/note.ts'
import { MAX_NOTE } from '../domain/note.ts'
import type { Drafts, NoteDraft } from './drafts.ts'
import type { NoteSaver, SaveState } from './note-saver.ts'
import type { LocalStorage } from './ports.ts'

/** A note left within this time is picked up again where it was left; later, the editor starts empty. */
const RESUME_MS = 30 * 60_000

export interface NoteEditor {
  /** The note being written; null while nothing has been typed. */
  readonly id: ReadonlySignal<string | null>
  readonly text: ReadonlySignal<string>
  readonly followUpOn: ReadonlySignal<string | null>
  /** How saving stands; null while there is nothing to save. */
  readonly saving: ReadonlySignal<SaveState | null>
  type(text: string): void
  setFollowUp(day: string | null): void
  /** Puts an existing note into the editor. */
  edit(note: Pick<Note, 'id' | 'partnerId' | 'postId' | 'text' | 'followUpOn'>): void
  /** What is stored of the note being written has changed: go on from there, or from nothing when it was deleted. */
  follow(stored: Note): void
  /** Ready for the next note; what was typed stays saved. */
  done(): void
  /** The editor now writes for this partner (null: the inbox), and resumes what was left there. */
  show(partnerId: string | null): void
}

/**
 * The quick-note editor of one surface. `surface` names where "being written" is remembered, so that a note
 * left in the popup is not also taken up by the panel.
 */
export function createNoteEditor({
  saver,
  drafts,
  storage,
  surface,
  now,
  newId,
}: {
  saver: NoteSaver
  drafts: Drafts<NoteDraft>
  storage: LocalStorage
  surface: string
  now: () => number
  newId: () => string
}): NoteEditor {
  const current = signal<NoteDraft | null>(null)
  /** Undefined until the surface knows whom it is about; a note begun before that moves along. */
  let partner: string | null | undefined
  const place = () => `rapport.writing.${surface}.${partner ?? 'inbox'}`

  function write(change: Partial<Pick<NoteDraft, 'text' | 'followUpOn'>>): void {
    const before = current.peek()
    if (!before && !change.text?.trim() && !change.followUpOn) return
    const draft: NoteDraft = {
      ...(before ?? { id: newId(), partnerId: partner ?? null, postId: null, text: '', followUpOn: null }),
      ...change,
      at: now(),
    }
    put(draft)
  }
  function put(draft: NoteDraft): void {
    current.value = draft
    remember(draft)
    saver.type(draft)
  }
  function remember(draft: NoteDraft | null): void {
    try {
      if (draft) storage.setItem(place(), JSON.stringify(draft))
      else storage.removeItem(place())
    } catch {
      // The draft itself is kept and sent by the saver; only resuming in the editor is lost.
    }
  }

  /** A note is written in one place: another surface must not resume an older text of it. */
  function release(id: string): void {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
    for (const key of keys)
      if (key?.startsWith('rapport.writing.') && storage.getItem(key)?.includes(`"id":"${id}"`)) storage.removeItem(key)
  }

  function done(): void {
    current.value = null
    remember(null)
  }

  return {
    id: computed(() => current.value?.id ?? null),
    text: computed(() => current.value?.text ?? ''),
    followUpOn: computed(() => current.value?.followUpOn ?? null),
    saving: computed(() => (current.value ? (saver.states.value.get(current.value.id) ?? null) : null)),
    type: (text) => write({ text: text.slice(0, MAX_NOTE) }),
    setFollowUp: (followUpOn) => write({ followUpOn }),
    edit(note) {
      release(note.id)
      const draft = drafts.get(note.id)
      current.value = draft ?? {
        id: note.id,
        partnerId: note.partnerId,
        postId: note.postId,
        text: note.text,
        followUpOn: note.followUpOn,
        at: now(),
      }
      remember(current.value)
    },
    follow({ id, partnerId, postId, text, followUpOn, deletedAt }) {
      const before = current.peek()
      if (before?.id !== id) return
      if (deletedAt !== null) return done()
      if (text === before.text && followUpOn === before.followUpOn) return
      // Not remembered: it is taken up again where it was written last.
      current.value = { id, partnerId, postId, text, followUpOn, at: now() }
    },
    done,
    show(partnerId) {
      const early = partner === undefined ? current.peek() : null
      if (early) remember(null)
      partner = partnerId
      if (early) put({ ...early, partnerId, at: now() })
      else current.value = resumed(storage.getItem(place()), drafts, now())
    },
  }
}

function resumed(stored: string | null, drafts: Drafts<NoteDraft>, now: number): NoteDraft | null {
  if (stored === null) return null
  try {
    const left = JSON.parse(stored) as NoteDraft
    const unsaved = drafts.get(left.id)
    if (unsaved) return unsaved
    return typeof left.text === 'string' && now - left.at < RESUME_MS ? left : null
  } catch {
    return null
  }
}
