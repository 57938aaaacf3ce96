import type { Contact } from '../domain/contact.ts'
import type { Note } from '../domain/note.ts'
import type { Drafts, NoteDraft } from './drafts.ts'
import { daysAfter } from '../text/zone-day.ts'
import { createNoteDrafts } from './drafts.ts'
import { createNoteEditor, type NoteEditor } from './note-editor.ts'
import { createNoteSaver, type NoteSaver } from './note-saver.ts'
import type { LocalStorage, Send, SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** A touch to log: now and without a note, where nothing else is said. */
export type Touch = Pick<Contact, 'direction' | 'channel'> & Partial<Pick<Contact, 'at' | 'note' | 'measured'>>

/** What a person writes down: notes as they type, and touches in one click; every removal can be undone. */
export interface Notebook {
  readonly editor: NoteEditor
  readonly saver: NoteSaver
  remove(note: Note): Promise<void>
  /** Shows a note before the others, or not any more. */
  pin(note: Note, pinned: boolean): Promise<void>
  /** Null: followed up. Else the day on which to look again. */
  followUp(note: Note, day: string | null): Promise<void>
  /** False when it was refused. */
  logContact(partnerId: string, touch: Touch): Promise<boolean>
  removeContact(contact: Contact): Promise<void>
}

export function createNotebook({
  store,
  send,
  onRevision,
  signal,
  storage,
  surface,
  toasts,
  now,
  newId,
  onChange,
}: Pick<SurfacePorts, 'store' | 'onRevision' | 'signal'> & {
  send: Send
  storage: LocalStorage
  surface: string
  toasts: Toasts
  now: () => number
  newId: () => string
  /** Something was written: what is shown may have changed. */
  onChange: () => Promise<void>
}): Notebook {
  const drafts: Drafts<NoteDraft> = createNoteDrafts(storage)
  const saver = createNoteSaver({ send, drafts, now })
  const editor = createNoteEditor({ saver, drafts, storage, surface, now, newId })
  /** A note may be open in two windows: what is written in one goes on in the other. */
  const follow = async () => {
    const id = editor.id.peek()
    if (id === null) return
    const before = saver.states.peek().get(id)
    const stored = await store.notes.get(id).catch(() => null)
    // Not saved yet, or typed on while this was read: then the newest words are here.
    const isOurs = drafts.get(id) !== null || (before !== undefined && before.state !== 'saved')
    if (stored && !isOurs && saver.states.peek().get(id) === before) editor.follow(stored)
  }
  signal.addEventListener(
    'abort',
    onRevision(() => void follow()),
  )
  const log = async (entry: Touch & Pick<Contact, 'partnerId' | 'template'>) => {
    const id = newId()
    const { partnerId, direction, channel, at = new Date(now()).toISOString(), note = '', template, measured } = entry
    await send('contact.log', {
      id,
      partnerId,
      direction,
      channel,
      at,
      note,
      ...(template && { template }),
      ...(measured && { measured }),
    })
    return id
  }
  return {
    editor,
    saver,
    async remove(note) {
      await toasts.attempt(async () => {
        await saver.settled()
        await send('note.delete', { id: note.id })
        // Only now: a refused deletion must not cost the draft.
        saver.drop(note.id)
        if (editor.id.peek() === note.id) editor.done()
        toasts.say('noteDeleted', [], async () => {
          await send('note.restore', { id: note.id })
          await onChange()
        })
      })
      await onChange()
    },
    async pin({ id }, pinned) {
      await toasts.attempt(() => send('note.mark', { id, pinned }))
      await onChange()
    },
    async followUp({ id, followUpOn: before }, followUpOn) {
      await toasts.attempt(async () => {
        await saver.settled()
        await send('note.mark', { id, followUpOn })
        toasts.say(followUpOn === null ? 'followUpDone' : 'followUpMoved', [], async () => {
          await send('note.mark', { id, followUpOn: before })
          await onChange()
        })
      })
      await onChange()
    },
    async logContact(partnerId, touch) {
      const done = await toasts.attempt(async () => {
        const id = await log({ ...touch, partnerId })
        toasts.say('contactLogged', [], async () => {
          await send('contact.delete', { id })
          await onChange()
        })
      })
      await onChange()
      return done
    },
    async removeContact(contact) {
      await toasts.attempt(async () => {
        await send('contact.delete', { id: contact.id })
        toasts.say('contactDeleted', [], async () => {
          await log(contact)
          await onChange()
        })
      })
      await onChange()
    },
  }
}

/** Pinned notes before the others, each in the order they came. */
export const pinnedFirst = (notes: readonly Note[]): Note[] =>
  notes.toSorted((a, b) => Number(b.pinned ?? false) - Number(a.pinned ?? false))

/** The day on the machine's own calendar. */
export function localDay(now: number): string {
  const date = new Date(now)
  return new Date(now - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** A note whose day has come, or comes soon. */
export interface FollowUp {
  readonly note: Note
  readonly day: string
  readonly isDue: boolean
}

/** Days ahead in which a follow-up is listed. */
const AHEAD = 14

/** Notes to follow up, by day, the longest due first. `today`: a day such as `2026-11-30`. */
export function followUpsOf(notes: readonly Note[], today: string): FollowUp[] {
  const last = daysAfter(today, AHEAD)
  return notes
    .flatMap((note) =>
      note.followUpOn === null || note.followUpOn > last
        ? []
        : { note, day: note.followUpOn, isDue: note.followUpOn <= today },
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.note.id < b.note.id ? -1 : 1))
}
