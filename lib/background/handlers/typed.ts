import type { Contact } from '../../domain/contact.ts'
import type { Guideline } from '../../domain/guideline.ts'
import type { Note } from '../../domain/note.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { same } from '../record/same.ts'
import { instant } from '../record/post.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'

type TypedMessages = 'note.save' | 'note.delete' | 'note.restore' | 'contact.log' | 'contact.delete'

/** What people type. Every message may be repeated, and one that arrives late after a deletion does not undo it. */
export function typedHandlers(deps: Deps): Pick<Handlers, TypedMessages> {
  const time = () => deps.now().toISOString()

  return {
    'note.save': (input) =>
      valueOf(
        decide(deps, async (tx) => {
          const at = time()
          const stored = await tx.notes.get(input.id)
          const note: Note = stored
            ? { ...stored, ...input }
            : { ...input, createdAt: at, updatedAt: at, deletedAt: null }
          if (stored && same(stored, note)) return { value: stored, changed: false }
          const saved = { ...note, updatedAt: at }
          await tx.put('notes', saved)
          return { value: saved, changed: true }
        }),
      ),
    'note.delete': ({ id }) => valueOf(decide(deps, (tx) => setDeleted(tx, 'notes', id, time()))),
    'note.restore': ({ id }) => valueOf(decide(deps, (tx) => setDeleted(tx, 'notes', id, null))),

    'contact.log': (input) =>
      valueOf(
        decide(deps, async (tx) => {
          const now = time()
          const stored = await tx.contacts.get(input.id)
          const contact: Contact = {
            ...input,
            at: instant(input.at) ?? now,
            createdAt: stored?.createdAt ?? now,
            updatedAt: stored?.updatedAt ?? now,
            deletedAt: stored?.deletedAt ?? null,
          }
          if (stored && same(stored, contact)) return { value: stored, changed: false }
          const saved = { ...contact, updatedAt: now }
          await tx.put('contacts', saved)
          return { value: saved, changed: true }
        }),
      ),
    'contact.delete': ({ id }) => valueOf(decide(deps, (tx) => setDeleted(tx, 'contacts', id, time()))),
  }
}

async function valueOf<T>(decided: Promise<{ value: T }>): Promise<T> {
  return (await decided).value
}

type Deletable = { notes: Note; contacts: Contact; guidelines: Guideline }

export async function setDeleted<T extends keyof Deletable>(
  tx: StoreWriter,
  table: T,
  id: string,
  deletedAt: string | null,
): Promise<{ value: Deletable[T]; changed: boolean }> {
  const stored = (await tx[table].get(id)) as Deletable[T] | null
  if (!stored) throw new MessageError('not-found', 'This record is not there any more.')
  if ((stored.deletedAt === null) === (deletedAt === null)) return { value: stored, changed: false }
  const row = { ...stored, deletedAt }
  await tx.put(table, row as never)
  return { value: row, changed: true }
}
